// Roles in a text: whose they are, and the person who holds them: behind the role, before it, or
// nobody named.
#include <algorithm>

#include "annotate/names/composer.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {

using model::EntityType;

void Composer::bind_role(size_t i) {
  const Range role_raw = items_[i].raw, role_word = items_[i].word;
  const Piece& piece = *items_[i].piece;
  if (piece.weak_role && !is_told_here(piece)) return;
  if (is_occupation(work_, piece)) return bind_occupation(i);
  int32_t owner = -1, person = -1;
  size_t begin = i, end = i;
  if (i + 1 < items_.size() && may_own(i + 1, piece) &&
      binds_after(role_word, items_[i + 1].raw, items_[i + 1].is_adjective,
                  !items_[i + 1].is_adjective)) {
    owner = static_cast<int32_t>(i + 1);
    end = i + 1;
  } else if (i > 0 && may_own(i - 1, piece) &&
             (binds_before(items_[i - 1].word, role_raw, items_[i - 1].is_adjective,
                           !items_[i - 1].is_adjective) ||
              binds_before(items_[i - 1].raw, role_raw, items_[i - 1].is_adjective,
                           !items_[i - 1].is_adjective))) {
    owner = static_cast<int32_t>(i - 1);
    begin = i - 1;
  }
  person = person_behind(end);
  if (person < 0) person = person_before(begin, i, owner);
  if (person < 0 && (owner >= 0 || (!piece.weak_role && (piece.words > 1 || piece.definite)))) {
    person = unknown_person(end, piece);
  }
  if (person >= 0) {
    give_role(static_cast<size_t>(person), piece, owner);
    return;
  }
  if (owner < 0) {
    if (!piece.weak_role) add_bare_role(i);
    return;
  }
  add_role_phrase(i, static_cast<size_t>(owner), begin, end);
  bind_second(i, static_cast<size_t>(owner));
}

// "Anwalt Peter Schwarz", "王强律师": whose land or body it is tells nobody; a name that is known
// for an office keeps that.
void Composer::bind_occupation(size_t i) {
  const Piece& piece = *items_[i].piece;
  int32_t person = person_behind(i), owner = -1;
  if (person < 0 && i + 2 < items_.size() && items_[i + 1].is_adjective &&
      binds_after(items_[i].word, items_[i + 1].raw, true, false)) {
    person = person_behind(i + 1);  // "avocat français Pierre Duval"
  }
  if (person < 0) person = person_before(i, i, owner);
  if (person < 0) return;
  const Draft& named = work_.drafts[static_cast<size_t>(items_[static_cast<size_t>(person)].draft)];
  if (named.role_id.empty()) give_role(static_cast<size_t>(person), piece, -1);
}

// "manager" is a coach where the article speaks of sport.
bool Composer::is_told_here(const Piece& role) {
  const std::string& id = work_.knowledge.roles()[static_cast<size_t>(role.role)].id;
  const auto in_sport = work_.knowledge.cues("mention_sport_role");
  if (std::ranges::none_of(in_sport, [&](const auto& cue) { return cue.text == id; })) return true;
  if (!work_.sport) work_.sport = speaks_of_sport(work_);
  return *work_.sport;
}

// "유럽 시장" is the European market: no land and no part of the world has a mayor.
bool Composer::may_own(size_t i, const Piece& role) const {
  if (!is_free_owner(i)) return false;
  const int32_t index = work_.drafts[static_cast<size_t>(items_[i].draft)].entity;
  if (index < 0) return true;
  const knowledge::Entity& owner = work_.entity(index);
  const bool wide =
      is_country(work_, index) || (owner.type == EntityType::kRegion && owner.country.empty());
  const auto of_towns = work_.knowledge.cues("mention_town_role");
  const std::string& id = work_.knowledge.roles()[static_cast<size_t>(role.role)].id;
  return !wide || std::ranges::none_of(of_towns, [&](const auto& cue) { return cue.text == id; });
}

// "一名局长": one of whom nothing was said before.
bool Composer::is_indefinite(const Piece& role) const {
  constexpr size_t kReach = 24;  // bytes
  const std::string_view raw = text_.source.raw;
  size_t begin = role.word.begin;
  const size_t low = begin > kReach ? begin - kReach : 0;
  while (begin > low) {
    const text::CodePoint c = text::decode_before(raw, begin);
    if (!text::is_word(c.value) && c.value != ' ') break;
    begin -= c.length;
  }
  const std::string front = text::fold_copy(raw.substr(begin, role.word.begin - begin));
  return std::ranges::any_of(work_.cues("mention_indefinite"), [&](const knowledge::Cue* cue) {
    const size_t at = front.rfind(cue->text);
    return at != std::string::npos &&
           (text::is_spaceless(text::decode(front, at).value) ||
            ((at == 0 || front[at - 1] == ' ') && at + cue->text.size() + 1 >= front.size()));
  });
}

bool Composer::is_free_owner(size_t i) const {
  const Item& item = items_[i];
  return item.draft >= 0 && item.is_owner && !item.consumed;
}

std::string_view Composer::between(Range left, Range right) const {
  return right.begin < left.end ? std::string_view("?")
                                : text_.source.raw.substr(left.end, right.begin - left.end);
}

// "President of Russia Vladimir Putin"; "the foreign minister, Sergei Lavrov,".
int32_t Composer::person_behind(size_t end) const {
  if (end + 1 >= items_.size() || !items_[end + 1].is_person) return -1;
  // "푸틴 대통령과 모디 총리": behind its particle the next person has another role.
  if (items_[end].word.end > items_[end].raw.end && work_.links.contains("") &&
      work_.links.at("").person_before) {
    return -1;
  }
  const std::string_view gap = between(items_[end].word, items_[end + 1].word);
  const bool close = text::trim_space(gap).empty() || gap == ", " || gap == "، " || gap == ": ";
  const Link* link = link_between(work_, text_, items_[end].word, items_[end + 1].word);
  if (is_role_state(work_, gap)) return static_cast<int32_t>(end + 1);  // "الرئيس السابق …"
  if (!close && (link == nullptr || !link->person_after)) return -1;
  return static_cast<int32_t>(end + 1);
}

// "プーチン大統領", "Vladimir Putin, president of Russia".
int32_t Composer::person_before(size_t begin, size_t role, int32_t& owner) {
  if (begin == 0 || !items_[begin - 1].is_person) return -1;
  const Item& person = items_[begin - 1];
  const Link* link = link_between(work_, text_, person.word, items_[begin].raw);
  if (link == nullptr) link = link_between(work_, text_, person.raw, items_[begin].raw);
  const auto nothing = work_.links.find("");
  const bool direct = (link != nullptr && link->person_before) ||
                      (nothing != work_.links.end() && nothing->second.person_before &&
                       is_role_state(work_, between(person.word, items_[begin].raw)));
  if (!direct) {
    // What follows a person who has a role already is somebody else.
    const Draft& named = work_.drafts[static_cast<size_t>(person.draft)];
    if (!named.role_id.empty()) return -1;
    if (!is_apposition(between(person.word, items_[begin].raw))) return -1;
  }
  // ロシアのプーチン大統領: the owner stands before the person.
  if (owner < 0 && direct && begin == role && begin >= 2 && is_free_owner(begin - 2) &&
      binds_before(items_[begin - 2].raw, person.raw, items_[begin - 2].is_adjective,
                   !items_[begin - 2].is_adjective)) {
    owner = static_cast<int32_t>(begin - 2);
  }
  return static_cast<int32_t>(begin - 1);
}

// A comma, and at most an article behind it.
bool Composer::is_apposition(std::string_view gap) const {
  for (const std::string_view comma : {",", "،", "，", "("}) {
    if (!gap.starts_with(comma)) continue;
    const std::string rest = text::fold_copy(text::trim_space(gap.substr(comma.size())));
    return rest.empty() || work_.articles.contains(rest);
  }
  return false;
}

std::pair<std::string, std::string> Composer::owner_of(int32_t owner,
                                                       std::string_view role) const {  // id, name
  if (owner < 0) return {};
  const Draft& draft = work_.drafts[static_cast<size_t>(items_[static_cast<size_t>(owner)].draft)];
  if (draft.entity < 0) return {draft.id.empty() ? draft.name : draft.id, draft.name};
  const knowledge::Entity& entity = work_.entity(draft.entity);
  // "Fed Chair": the governor of the land's central bank.
  if (entity.type == EntityType::kOrg &&
      std::ranges::any_of(work_.knowledge.cues("mention_body_role"), [&](const auto& cue) {
        return cue.text == role && cue.value == "land";
      })) {
    const knowledge::Entity* land =
        entity.country.empty() ? nullptr : work_.knowledge.find(entity.country);
    if (land == nullptr) return {entity.id, std::string()};
    return {land->id, std::string(land->name_in(knowledge::kCanonicalLanguage))};
  }
  return {entity.id, std::string(is_country(work_, draft.entity)
                                     ? entity.name_in(knowledge::kCanonicalLanguage)
                                     : std::string_view(entity.name))};
}

Range Composer::with_owner(const Piece& piece, int32_t owner) const {
  Range all = piece.word;
  if (owner < 0) return all;
  const Range other = items_[static_cast<size_t>(owner)].raw;
  return {std::min(all.begin, other.begin), std::max(all.end, other.end)};
}

// A party is led, and has no CEO: "더불어민주당 대표".
const knowledge::Term& Composer::term_of(const Piece& piece, int32_t owner) const {
  const auto& term = work_.knowledge.roles()[static_cast<size_t>(piece.role)];
  if (owner < 0) return term;
  for (const knowledge::Cue& cue : work_.knowledge.cues("mention_party_role")) {
    if (cue.text != term.id) continue;
    const std::string name = owner_of(owner, term.id).second;
    const auto words = work_.knowledge.cues("mention_party_word");
    const std::string folded = text::fold_copy(name);
    const bool party = std::ranges::any_of(words, [&](const knowledge::Cue& word) {
      return folded.find(word.text) != std::string::npos;
    });
    const auto* leader = party ? work_.knowledge.find_role(cue.value) : nullptr;
    if (leader != nullptr) return *leader;
  }
  return term;
}

void Composer::give_role(size_t person, const Piece& piece, int32_t owner) {
  const auto& term = term_of(piece, owner);
  Draft& draft = work_.drafts[static_cast<size_t>(items_[person].draft)];
  const auto take_in = [&](Range range) {
    if (draft.titled.empty()) draft.titled = draft.raw;
    draft.titled = {std::min(draft.titled.begin, range.begin),
                    std::max(draft.titled.end, range.end)};
  };
  take_in(piece.raw);
  if (owner >= 0) take_in(items_[static_cast<size_t>(owner)].raw);
  auto [of, name] = owner_of(owner, term.id);
  if (of.empty() && draft.entity >= 0) {
    for (const auto& held : work_.entity(draft.entity).roles) {
      if (held.role != term.id) continue;
      of = held.of;
      if (const auto* entity = work_.knowledge.find(of))
        name = entity->name_in(knowledge::kCanonicalLanguage);
    }
  }
  if (!draft.role.empty() && of.empty()) return;
  draft.role_id = term.id;
  draft.of = of;
  draft.owner_told = owner >= 0;
  draft.state = role_state(work_, text_, with_owner(piece, owner), piece.word);
  draft.role = with_state(fill_country(term.name, name), draft.state);
  draft.weak = false;
  // "رئيس كازاخستان قاسم …": the country tells whose president he is, and does nothing itself.
  if (owner >= 0) {
    put_inside(work_.drafts[static_cast<size_t>(items_[static_cast<size_t>(owner)].draft)]);
  }
}

void Composer::add_bare_role(size_t i) {
  const Piece& piece = *items_[i].piece;
  Draft draft = make_draft(piece.raw, piece.word, piece);
  draft.form = "role";
  draft.rule = "bare_role";
  draft.type = EntityType::kPerson;
  draft.role_id = work_.knowledge.roles()[static_cast<size_t>(piece.role)].id;
  draft.state = role_state(work_, text_, piece.word, piece.word);
  draft.definite = is_definite(work_, text_, piece) && !is_indefinite(piece);
  draft.dropped = true;  // until its holder is known
  work_.drafts.push_back(draft);
}

void Composer::add_role_phrase(size_t i, size_t owner, size_t begin, size_t end) {
  const Piece& piece = *items_[i].piece;
  Item& held = items_[owner];
  Draft& inner = work_.drafts[static_cast<size_t>(held.draft)];
  Draft draft = make_draft({items_[begin].raw.begin, items_[end].raw.end},
                           {items_[begin].word.begin, items_[end].word.end}, piece);
  fill_role(draft, piece, static_cast<int32_t>(owner));
  put_inside(inner);
  held.consumed = true;
  work_.drafts.push_back(draft);
}

void Composer::fill_role(Draft& draft, const Piece& piece, int32_t owner) const {
  const auto& term = term_of(piece, owner);
  const auto [of, name] = owner_of(owner, term.id);
  const Draft& inner = work_.drafts[static_cast<size_t>(items_[static_cast<size_t>(owner)].draft)];
  draft.form = "role";
  draft.rule = "role_of_owner";
  draft.type = EntityType::kPerson;
  draft.role_id = term.id;
  draft.of = of;
  draft.state = role_state(work_, text_, with_owner(piece, owner), piece.word);
  draft.role = with_state(fill_country(term.name, name), draft.state);
  draft.country = inner.country >= 0                ? inner.country
                  : is_country(work_, inner.entity) ? inner.entity
                                                    : -1;
}

// "وزيرا الدفاع الياباني والصيني", "the Japanese and Chinese defence ministers": two holders.
void Composer::bind_second(size_t i, size_t owner) {
  const bool after = owner > i;
  if (!items_[owner].is_adjective) return;
  if (after && owner + 1 >= items_.size()) return;
  if (!after && owner == 0) return;
  const size_t other = after ? owner + 1 : owner - 1;
  if (!is_free_owner(other) || !items_[other].is_adjective) return;
  const Range left = after ? items_[owner].raw : items_[other].raw;
  const Range right = after ? items_[other].raw : items_[owner].raw;
  const Link* link = link_between(work_, text_, left, right);
  if (link == nullptr || !link->both) return;
  const Piece& piece = *items_[i].piece;
  Draft& inner = work_.drafts[static_cast<size_t>(items_[other].draft)];
  Draft draft = make_draft(items_[other].raw, items_[other].word, piece);
  fill_role(draft, piece, static_cast<int32_t>(other));
  draft.rule = "role_shared";
  inner.dropped = true;
  items_[other].consumed = true;
  work_.drafts.push_back(draft);
}

// Behind a role in a script without capitals: two or three words up to a word that cannot be
// part of a name.
int32_t Composer::unknown_person(size_t end, const Piece& role) {
  const size_t from = std::max(items_[end].word.end, role.word.end);
  const std::string_view raw = text_.source.raw;
  if (from >= raw.size() || raw[from] != ' ') return -1;
  const text::CodePoint first = text::decode(raw, from + 1 < raw.size() ? from + 1 : from);
  const bool caseless =
      text::is_arabic(first.value) || (first.value >= 0x900 && first.value < 0xE00);
  if (!caseless) return -1;
  size_t at = from + 1, last = from, words = 0;
  bool stopped = false;
  while (at < raw.size() && words <= 3) {
    size_t word_end = at;
    while (word_end < raw.size()) {
      const text::CodePoint c = text::decode(raw, word_end);
      if (!text::is_word(c.value)) break;
      word_end += c.length;
    }
    if (word_end == at) {
      stopped = true;
      break;
    }
    const auto next = piece_from(text_.pieces, static_cast<uint32_t>(at));
    if (next != text_.pieces.end() && next->word.begin < word_end) {
      stopped = true;
      break;
    }
    ++words;
    last = word_end;
    if (word_end >= raw.size() || raw[word_end] != ' ') {
      stopped = true;
      break;
    }
    at = word_end + 1;
  }
  if (!stopped || words < 2 || words > 3) return -1;
  const Range range{static_cast<uint32_t>(from + 1), static_cast<uint32_t>(last)};
  Draft draft = make_draft(range, range, role);
  draft.prefixed = draft.definite = false;
  draft.type = EntityType::kPerson;
  draft.entity = near_entity(work_, range.of(raw), EntityType::kPerson);
  draft.name = draft.entity >= 0 ? std::string() : std::string(range.of(raw));
  draft.form = draft.entity >= 0 ? "fuzzy" : "name";
  draft.rule = draft.entity >= 0 ? "one_slip_behind_role" : "nil_behind_role";
  const auto person = static_cast<int32_t>(items_.size());
  // Kept out of the order of items: nothing else binds to it.
  add_item(draft, {.raw = range, .word = range});
  return person;
}

}  // namespace synoptic::annotate
