// Puts pieces together: an institution and its country ("الحكومة اليابانية", "правительство
// России"), a role, whose it is and who holds it ("الرئيس الروسي فلاديمير بوتين",
// "俄罗斯总统普京"). All other names become mentions as they stand.
#include <fmt/format.h>

#include "annotate/names/composer.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {

using model::EntityType;

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

void Composer::run() {
  build_items();
  for (size_t i = 0; i < items_.size(); ++i) {
    if (items_[i].is_role) bind_role(i);
  }
}

bool Composer::is_land(const Piece& piece) const {
  return piece.adjective >= 0 || is_country(work_, piece.entity);
}
int32_t Composer::land_of(const Piece& piece) {
  return piece.entity >= 0 ? piece.entity : piece.adjective;
}

bool Composer::binds_after(Range left, Range right, bool adjective, bool name) const {
  const Link* link = link_between(work_, text_, left, right);
  return link != nullptr && ((adjective && link->adjective_after) || (name && link->name_after));
}

bool Composer::binds_before(Range left, Range right, bool adjective, bool name) const {
  const Link* link = link_between(work_, text_, left, right);
  return link != nullptr && ((adjective && link->adjective_before) || (name && link->name_before));
}

// "ministre français des Affaires étrangères": the country's adjective stands inside the role.
const Piece* Composer::split_role(size_t i, uint32_t& end) {
  const auto& pieces = text_.pieces;
  const Piece& head = pieces[i];
  if (head.role < 0 || head.entity >= 0 || i + 1 >= pieces.size()) return nullptr;
  const Piece& land = pieces[i + 1];
  if (land.adjective < 0 || land.entity >= 0 || !binds_after(head.word, land.raw, true, false)) {
    return nullptr;
  }
  constexpr uint32_t kReach = 80;  // bytes of the role's other words
  const std::string front = text::fold_copy(head.raw.of(text_.source.raw));
  const text::Folded behind = text::fold(text_.source.raw.substr(land.word.end, kReach));
  size_t longest = 0;
  int32_t found = -1;
  for (const auto& [words, role] : work_.names.long_roles(work_.rules.lang)) {
    if (!words.starts_with(front) || words.size() <= front.size() + longest) continue;
    const std::string_view rest = std::string_view(words).substr(front.size());
    if (rest[0] != ' ' || !behind.text.starts_with(rest)) continue;
    const size_t next = rest.size();
    if (next < behind.text.size() && text::is_word(text::decode(behind.text, next).value)) continue;
    longest = rest.size();
    found = static_cast<int32_t>(role);
  }
  if (found < 0) return nullptr;
  end = land.word.end + behind.to_source({0, static_cast<uint32_t>(longest)}).end;
  Piece& made = made_.emplace_back(head);
  made.role = found;
  made.weak_role = false;
  return &made;
}

void Composer::build_items() {
  auto& pieces = text_.pieces;
  uint32_t rest_end = 0;  // of a role that an adjective parts
  for (size_t i = 0; i < pieces.size(); ++i) {
    Piece& piece = pieces[i];
    if (piece.used || piece.word.end <= rest_end) continue;
    Range body;
    if (const int32_t kind = parted_body(work_, text_, piece, body); kind >= 0) {
      Piece& made = made_.emplace_back(piece);
      made.institution = kind;
      made.adjective = -1;
      add_institution(made, piece.adjective, body, body);
      piece.used = true;
      add_inside(piece);
      rest_end = body.end;
      continue;
    }
    uint32_t end = 0;
    if (const Piece* role = split_role(i, end)) {
      items_.push_back({.raw = piece.raw, .word = piece.word, .piece = role, .is_role = true});
      add_name(pieces[i + 1]);
      items_.back().raw.end = items_.back().word.end = rest_end = end;
      ++i;
      continue;
    }
    if (is_of_longer_word(work_, text_, piece.raw)) continue;
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

bool Composer::is_cue_only(const Piece& piece) {
  return piece.entity < 0 && piece.adjective < 0 && piece.role < 0 && piece.institution < 0 &&
         piece.local < 0;
}

bool Composer::compose_institution(size_t i) {
  auto& pieces = text_.pieces;
  Piece& head = pieces[i];
  if (head.entity >= 0) return false;
  const int32_t only = only_land(head);
  const auto may_be_of = [&](int32_t land) { return only < 0 || land == only; };
  size_t after = i + 1;
  while (after < pieces.size() && is_cue_only(pieces[after])) ++after;
  if (after < pieces.size()) {
    Piece& next = pieces[after];
    if (is_land(next) && !next.used && may_be_of(land_of(next)) &&
        binds_after(head.word, next.raw, next.adjective >= 0, next.entity >= 0)) {
      add_institution(head, land_of(next), {head.raw.begin, next.raw.end},
                      {head.word.begin, next.word.end});
      next.used = true;
      add_inside(next);
      return true;
    }
  }
  if (!has_land_before(head) || !may_be_of(land_of(*items_.back().piece))) {
    if (only < 0) return false;
    add_institution(head, only, head.raw, head.word);
    return true;
  }
  Item& last = items_.back();
  const int32_t land = land_of(*last.piece);
  const Range raw{last.raw.begin, head.raw.end}, word{last.word.begin, head.word.end};
  put_inside(work_.drafts[static_cast<size_t>(last.draft)]);
  items_.pop_back();
  add_institution(head, land, raw, word);
  return true;
}

bool Composer::has_land_before(const Piece& head) const {
  if (items_.empty()) return false;
  const Item& last = items_.back();
  if (last.piece == nullptr || last.is_role || !is_land(*last.piece)) return false;
  return binds_before(last.raw, head.raw, last.is_adjective, !last.is_adjective) ||
         binds_before(last.word, head.raw, last.is_adjective, !last.is_adjective);
}

// "Bundeswehr", "KJRI": the land whose body alone is called so; -1: any may be.
int32_t Composer::only_land(const Piece& body) const {
  const auto& cues = work_.cues("mention_own_body");
  if (cues.empty()) return -1;
  const std::string written = text::fold_copy(body.raw.of(text_.source.raw));
  for (const knowledge::Cue* cue : cues) {
    if (cue->text == written) return work_.names.entity_index(cue->value);
  }
  return -1;
}

// The country's own mention stays, inside the longer one.
void Composer::put_inside(Draft& draft) {
  draft.inside = true;
  draft.rule = "inside_phrase";
}

void Composer::add_inside(const Piece& piece) {
  Draft draft = make_draft(piece.raw, piece.word, piece);
  draft.entity = land_of(piece);
  draft.form = form_of(piece, piece.entity < 0);
  put_inside(draft);
  work_.drafts.push_back(draft);
}

void Composer::add_institution(Piece& head, int32_t land, Range raw, Range word) {
  head.used = true;
  const auto& term = work_.knowledge.institutions()[static_cast<size_t>(head.institution)];
  const knowledge::Entity& country = work_.entity(land);
  Draft draft = make_draft(raw, word, head);
  draft.form = "composed";
  draft.rule = "institution_of_country";
  draft.country = land;
  draft.institution = term.id;
  draft.type = term.type;
  const std::string id = country.type == EntityType::kCountry || country.country.empty()
                             ? country.id
                             : country.country;
  if (const auto* known = work_.knowledge.institution(term.id, id)) {
    draft.entity = work_.names.entity_index(known->id);
  } else {
    draft.id = fmt::format("{}/{}", country.id, term.id);
    draft.name = fill_country(term.name, country.name_in(knowledge::kCanonicalLanguage));
  }
  add_item(draft, {.raw = raw, .word = word, .is_owner = true});
}

void Composer::add_bare_institution(Piece& piece) {
  Draft draft = make_draft(piece.raw, piece.word, piece);
  draft.form = "composed";
  draft.rule = "bare_institution";
  draft.role_id = work_.knowledge.institutions()[static_cast<size_t>(piece.institution)].id;
  draft.definite = is_definite(work_, text_, piece);
  draft.dropped = true;  // until its country is known
  add_item(draft, {.raw = piece.raw, .word = piece.word});
}

Draft Composer::make_draft(Range raw, Range word, const Piece& piece) const {
  Draft draft{.text = index_, .raw = raw, .word = word, .sentence = piece.sentence};
  draft.prefixed = piece.prefixed;
  draft.definite = piece.definite;
  return draft;
}

void Composer::add_item(const Draft& draft, Item item) {
  item.draft = static_cast<int32_t>(work_.drafts.size());
  work_.drafts.push_back(draft);
  items_.push_back(item);
}

void Composer::add_name(Piece& piece) {
  const Range raw = bare_name(work_, text_, piece);
  Draft draft = make_draft(raw, piece.word, piece);
  Item item{.raw = raw, .word = piece.word, .piece = &piece};
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

std::string Composer::form_of(const Piece& piece, bool adjective) {
  if (piece.glued) return "glued";
  if (adjective) return "adjective";
  if (piece.acronym) return "acronym";
  if (piece.strength == knowledge::Strength::kBound) return "short";
  return "name";
}

void compose_mentions(Work& work) {
  for (uint32_t i = 0; i < work.texts.size(); ++i) Composer(work, i).run();
}

}  // namespace synoptic::annotate
