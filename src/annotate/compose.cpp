// Puts pieces together: an institution and its country ("الحكومة اليابانية", "правительство
// России"), a role, whose it is and who holds it ("الرئيس الروسي فلاديمير بوتين",
// "俄罗斯总统普京"). All other names become mentions as they stand.
#include <fmt/format.h>

#include <algorithm>

#include "annotate/mentions.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

using knowledge::NameCue;
using model::EntityType;

// What role phrases are made of: a name, an adjective, a composed institution or a role word.
struct Item {
  Range raw, word;
  const Piece* piece = nullptr;
  int32_t draft = -1;  // index in work.drafts, -1 for role words
  bool is_role = false;
  bool is_adjective = false;
  bool is_person = false;
  bool is_owner = false;  // country, city or organisation: may have a role
  bool consumed = false;
};

std::string fill_country(std::string_view pattern, std::string_view country) {
  constexpr std::string_view kSlot = "{country}";
  const size_t at = pattern.find(kSlot);
  if (at == std::string_view::npos) return std::string(pattern);
  if (country.empty()) {
    // "President of {country}" without one: "President".
    std::string_view bare = pattern.substr(0, at);
    for (const std::string_view tail : {" of the ", " of ", " "}) {
      if (bare.ends_with(tail)) {
        bare.remove_suffix(tail.size());
        break;
      }
    }
    return std::string(bare);
  }
  return fmt::format("{}{}{}", pattern.substr(0, at), country, pattern.substr(at + kSlot.size()));
}

class Composer {
 public:
  Composer(Work& work, uint32_t index) : work_(work), index_(index), text_(work.texts[index]) {}

  void run() {
    build_items();
    for (size_t i = 0; i < items_.size(); ++i) {
      if (items_[i].is_role) bind_role(i);
    }
  }

 private:
  bool is_land(const Piece& piece) const {
    return piece.adjective >= 0 || is_country(work_, piece.entity);
  }
  static int32_t land_of(const Piece& piece) {
    return piece.entity >= 0 ? piece.entity : piece.adjective;
  }

  bool binds_after(Range left, Range right, bool adjective, bool name) const {
    const Link* link = link_between(work_, text_, left, right);
    return link != nullptr && ((adjective && link->adjective_after) || (name && link->name_after));
  }

  bool binds_before(Range left, Range right, bool adjective, bool name) const {
    const Link* link = link_between(work_, text_, left, right);
    return link != nullptr &&
           ((adjective && link->adjective_before) || (name && link->name_before));
  }

  // ---- institutions

  void build_items() {
    auto& pieces = text_.pieces;
    for (size_t i = 0; i < pieces.size(); ++i) {
      Piece& piece = pieces[i];
      if (piece.used) continue;
      if (piece.institution >= 0 && compose_institution(i)) continue;
      if (piece.role >= 0 && piece.entity < 0) {
        items_.push_back({.raw = piece.raw, .word = piece.word, .piece = &piece, .is_role = true});
      } else if (piece.entity >= 0 || piece.adjective >= 0 || piece.local >= 0) {
        add_name(piece);
      } else if (piece.institution >= 0 && !piece.weak_institution) {
        add_bare_institution(piece);
      }
    }
  }

  static bool is_cue_only(const Piece& piece) {
    return piece.entity < 0 && piece.adjective < 0 && piece.role < 0 && piece.institution < 0 &&
           piece.local < 0;
  }

  bool compose_institution(size_t i) {
    auto& pieces = text_.pieces;
    Piece& head = pieces[i];
    if (head.entity >= 0) return false;
    size_t after = i + 1;
    while (after < pieces.size() && is_cue_only(pieces[after])) ++after;
    if (after < pieces.size()) {
      Piece& next = pieces[after];
      if (is_land(next) && !next.used &&
          binds_after(head.word, next.raw, next.adjective >= 0, next.entity >= 0)) {
        add_institution(head, land_of(next), {head.raw.begin, next.raw.end},
                        {head.word.begin, next.word.end});
        next.used = true;
        add_inside(next);
        return true;
      }
    }
    if (items_.empty()) return false;
    Item& last = items_.back();
    if (last.piece == nullptr || last.is_role || !is_land(*last.piece)) return false;
    if (!binds_before(last.raw, head.raw, last.is_adjective, !last.is_adjective) &&
        !binds_before(last.word, head.raw, last.is_adjective, !last.is_adjective)) {
      return false;
    }
    const int32_t land = land_of(*last.piece);
    const Range raw{last.raw.begin, head.raw.end}, word{last.word.begin, head.word.end};
    put_inside(work_.drafts[static_cast<size_t>(last.draft)]);
    items_.pop_back();
    add_institution(head, land, raw, word);
    return true;
  }

  // The country's own mention stays, inside the longer one.
  static void put_inside(Draft& draft) {
    draft.inside = true;
    draft.rule = "inside_phrase";
  }

  void add_inside(const Piece& piece) {
    Draft draft = make_draft(piece.raw, piece.word, piece);
    draft.entity = land_of(piece);
    draft.form = form_of(piece, piece.entity < 0);
    put_inside(draft);
    work_.drafts.push_back(draft);
  }

  void add_institution(Piece& head, int32_t land, Range raw, Range word) {
    head.used = true;
    const auto& term = work_.knowledge.institutions()[static_cast<size_t>(head.institution)];
    const knowledge::Entity& country = work_.entity(land);
    Draft draft = make_draft(raw, word, head);
    draft.form = "composed";
    draft.rule = "institution_of_country";
    draft.country = land;
    draft.type = term.type;
    const std::string id = country.type == EntityType::kCountry || country.country.empty()
                               ? country.id
                               : country.country;
    if (const auto* known = work_.knowledge.institution(term.id, id)) {
      draft.entity = work_.names.entity_index(known->id);
    } else {
      draft.id = fmt::format("{}/{}", country.id, term.id);
      draft.name = fill_country(term.name, country.name_in("en"));
    }
    add_item(draft, {.raw = raw, .word = word, .is_owner = true});
  }

  void add_bare_institution(Piece& piece) {
    Draft draft = make_draft(piece.raw, piece.word, piece);
    draft.form = "composed";
    draft.rule = "bare_institution";
    draft.role_id = work_.knowledge.institutions()[static_cast<size_t>(piece.institution)].id;
    draft.definite = is_definite(work_, text_, piece);
    draft.dropped = true;  // until its country is known
    add_item(draft, {.raw = piece.raw, .word = piece.word});
  }

  // ---- names

  Draft make_draft(Range raw, Range word, const Piece& piece) const {
    Draft draft{.text = index_, .raw = raw, .word = word, .sentence = piece.sentence};
    draft.prefixed = piece.prefixed;
    draft.definite = piece.definite;
    return draft;
  }

  void add_item(const Draft& draft, Item item) {
    item.draft = static_cast<int32_t>(work_.drafts.size());
    work_.drafts.push_back(draft);
    items_.push_back(item);
  }

  void add_name(Piece& piece) {
    Draft draft = make_draft(piece.raw, piece.word, piece);
    Item item{.raw = piece.raw, .word = piece.word, .piece = &piece};
    if (piece.local >= 0) {
      const LocalName& local = work_.locals[static_cast<size_t>(piece.local)];
      draft.entity = local.entity;
      draft.name = local.name;
      draft.type = local.type;
      draft.form = local.form;
      draft.rule = local.rule;
      draft.weak = local.weak;
      item.is_person = local.type == EntityType::kPerson;
      item.is_owner = local.type == EntityType::kOrg;
    } else {
      item.is_adjective = piece.entity < 0;
      draft.entity = item.is_adjective ? piece.adjective : piece.entity;
      const EntityType type = work_.entity(draft.entity).type;
      item.is_person = type == EntityType::kPerson;
      item.is_owner = type == EntityType::kCountry || type == EntityType::kOrg ||
                      type == EntityType::kRegion || type == EntityType::kCity ||
                      type == EntityType::kFacility;
      draft.form = form_of(piece, item.is_adjective);
      draft.rule = piece.prefixed    ? "alias_behind_proclitic"
                   : piece.inflected ? "alias_inflected"
                                     : "alias";
    }
    add_item(draft, item);
  }

  static std::string form_of(const Piece& piece, bool adjective) {
    if (piece.glued) return "glued";
    if (adjective) return "adjective";
    if (piece.acronym) return "acronym";
    if (piece.strength == knowledge::Strength::kBound) return "short";
    return "name";
  }

  // ---- roles

  void bind_role(size_t i) {
    const Range role_raw = items_[i].raw, role_word = items_[i].word;
    const Piece& piece = *items_[i].piece;
    int32_t owner = -1, person = -1;
    size_t begin = i, end = i;
    if (i + 1 < items_.size() && is_free_owner(i + 1) &&
        binds_after(role_word, items_[i + 1].raw, items_[i + 1].is_adjective,
                    !items_[i + 1].is_adjective)) {
      owner = static_cast<int32_t>(i + 1);
      end = i + 1;
    } else if (i > 0 && is_free_owner(i - 1) &&
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

  bool is_free_owner(size_t i) const {
    const Item& item = items_[i];
    return item.draft >= 0 && item.is_owner && !item.consumed;
  }

  std::string_view between(Range left, Range right) const {
    return right.begin < left.end ? std::string_view("?")
                                  : text_.source.raw.substr(left.end, right.begin - left.end);
  }

  // "President of Russia Vladimir Putin"; "the foreign minister, Sergei Lavrov,".
  int32_t person_behind(size_t end) const {
    if (end + 1 >= items_.size() || !items_[end + 1].is_person) return -1;
    const std::string_view gap = between(items_[end].word, items_[end + 1].word);
    const bool close = text::trim_space(gap).empty() || gap == ", " || gap == "، " || gap == ": ";
    const Link* link = link_between(work_, text_, items_[end].word, items_[end + 1].word);
    if (!close && (link == nullptr || !link->person_after)) return -1;
    return static_cast<int32_t>(end + 1);
  }

  // "プーチン大統領", "Vladimir Putin, president of Russia".
  int32_t person_before(size_t begin, size_t role, int32_t& owner) {
    if (begin == 0 || !items_[begin - 1].is_person) return -1;
    const Item& person = items_[begin - 1];
    const Link* link = link_between(work_, text_, person.word, items_[begin].raw);
    if (link == nullptr) link = link_between(work_, text_, person.raw, items_[begin].raw);
    const bool direct = link != nullptr && link->person_before;
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
  bool is_apposition(std::string_view gap) const {
    for (const std::string_view comma : {",", "،", "，", "("}) {
      if (!gap.starts_with(comma)) continue;
      const std::string rest = text::fold_copy(text::trim_space(gap.substr(comma.size())));
      return rest.empty() || work_.articles.contains(rest);
    }
    return false;
  }

  std::pair<std::string, std::string> owner_of(int32_t owner) const {  // id, name
    if (owner < 0) return {};
    const Draft& draft =
        work_.drafts[static_cast<size_t>(items_[static_cast<size_t>(owner)].draft)];
    if (draft.entity < 0) return {draft.id.empty() ? draft.name : draft.id, draft.name};
    const knowledge::Entity& entity = work_.entity(draft.entity);
    return {entity.id,
            std::string(is_country(work_, draft.entity) ? entity.name_in("en")
                                                        : std::string_view(entity.name))};
  }

  void give_role(size_t person, const Piece& piece, int32_t owner) {
    const auto& term = work_.knowledge.roles()[static_cast<size_t>(piece.role)];
    Draft& draft = work_.drafts[static_cast<size_t>(items_[person].draft)];
    auto [of, name] = owner_of(owner);
    if (of.empty() && draft.entity >= 0) {
      for (const auto& held : work_.entity(draft.entity).roles) {
        if (held.role != term.id) continue;
        of = held.of;
        if (const auto* entity = work_.knowledge.find(of)) name = entity->name_in("en");
      }
    }
    if (!draft.role.empty() && of.empty()) return;
    draft.role_id = term.id;
    draft.of = of;
    draft.role = fill_country(term.name, name);
    draft.weak = false;
  }

  void add_bare_role(size_t i) {
    const Piece& piece = *items_[i].piece;
    Draft draft = make_draft(piece.raw, piece.word, piece);
    draft.form = "role";
    draft.rule = "bare_role";
    draft.type = EntityType::kPerson;
    draft.role_id = work_.knowledge.roles()[static_cast<size_t>(piece.role)].id;
    draft.definite = is_definite(work_, text_, piece);
    draft.dropped = true;  // until its holder is known
    work_.drafts.push_back(draft);
  }

  void add_role_phrase(size_t i, size_t owner, size_t begin, size_t end) {
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

  void fill_role(Draft& draft, const Piece& piece, int32_t owner) const {
    const auto& term = work_.knowledge.roles()[static_cast<size_t>(piece.role)];
    const auto [of, name] = owner_of(owner);
    const Draft& inner =
        work_.drafts[static_cast<size_t>(items_[static_cast<size_t>(owner)].draft)];
    draft.form = "role";
    draft.rule = "role_of_owner";
    draft.type = EntityType::kPerson;
    draft.role_id = term.id;
    draft.of = of;
    draft.role = fill_country(term.name, name);
    draft.country = inner.country >= 0                ? inner.country
                    : is_country(work_, inner.entity) ? inner.entity
                                                      : -1;
  }

  // "وزيرا الدفاع الياباني والصيني", "the Japanese and Chinese defence ministers": two holders.
  void bind_second(size_t i, size_t owner) {
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
  int32_t unknown_person(size_t end, const Piece& role) {
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

  Work& work_;
  uint32_t index_;
  Text& text_;
  std::vector<Item> items_;
};

}  // namespace

void compose_mentions(Work& work) {
  for (uint32_t i = 0; i < work.texts.size(); ++i) Composer(work, i).run();
}

}  // namespace synoptic::annotate
