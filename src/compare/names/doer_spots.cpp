#include "compare/names/doer_spots.h"

#include <algorithm>

#include "compare/names/body_table.h"
#include "compare/names/name_sorts.h"
#include "compare/names/part_of.h"
#include "compare/outcomes/polarity.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr size_t kNear = 70, kNearSpaceless = 24;  // characters between the word and the name
constexpr size_t kNearSided = 48, kNearSidedSpaceless = 20;  // … where its side is written
constexpr uint32_t kOfPlace = 16;      // bytes between a place and what it lies in
constexpr uint32_t kOfName = 24;       // … and between an adjective and the name that it tells of
constexpr uint32_t kBesideOther = 40;  // … and between a name and a word of others.tsv
constexpr std::string_view kAdjective = "adjective", kRole = "role";  // forms of mentions
constexpr size_t kMostDoerSpots = 1200;

// Denied, refused, or told as what may be or holds only if something else does.
bool is_unsaid(std::string_view sentence, const Turners& turners, Range word) {
  const Range clause = clause_around(sentence, word);
  const auto beside = [&](Range range) { return clause.overlaps(range) && !word.overlaps(range); };
  return std::any_of(turners.stances.begin(), turners.stances.end(),
                     [&](const StanceCue& cue) {
                       return cue.stance != Stance::kFirst && cue.stance != Stance::kOpen &&
                              beside(cue.range);
                     }) ||
         std::any_of(turners.conditions.begin(), turners.conditions.end(), beside) ||
         std::any_of(turners.refusals.begin(), turners.refusals.end(), beside);
}

// "The new coach, Rosa Vidal": the name behind the comma is still of the clause.
Range with_comma(std::string_view sentence, Range word) {
  for (const std::string_view comma : {",", "،"}) {
    if (sentence.substr(word.end).starts_with(comma)) {
      word.end += static_cast<uint32_t>(comma.size());
    }
  }
  return word;
}

// A name between the words' parts stands on either side: "von Otokar gebaut".
bool is_on_other_side(Range name, Range word, DoerSide side) {
  if (side == DoerSide::kBehind) return name.end <= word.begin;
  return side == DoerSide::kBefore && word.end <= name.begin;
}

}  // namespace

DoerSpots::DoerSpots(const Input& input, const Passages& passages)
    : input_(input), names_(input.tellings.size()) {
  for (uint32_t i = 0; i < input_.tellings.size(); ++i) {
    if (input_.tellings[i].original) read(i, passages.read_of(i));
  }
  if (spots_.size() > kMostDoerSpots) spots_.clear();
}

void DoerSpots::read_names(uint32_t index) {
  const auto& telling = input_.tellings[index];
  std::vector<std::vector<Doer>>& names = names_[index];
  names.resize(telling.sentences.size());
  const auto& mentions = telling.annotated->mentions;
  for (size_t i = 0; i < mentions.size() && i < telling.keys.size(); ++i) {
    const auto sort = sort_of(mentions[i].type);
    if (sort.empty() || telling.keys[i].empty() || is_beyond(telling, mentions[i].at) ||
        is_government(mentions[i]) || is_source(telling.annotated->article, mentions[i])) {
      continue;
    }
    // An office without a name may be anybody's.
    if (mentions[i].form == kRole && mentions[i].entity.empty()) continue;
    names[sentence_of(telling, mentions[i].at)].push_back(
        {&mentions[i], telling.keys[i], std::string(sort), {}});
  }
}

void DoerSpots::read(uint32_t index, uint32_t sentences) {
  const auto& telling = input_.tellings[index];
  const auto lang = model::table_language(telling.annotated->article.lang);
  const WordPatterns* parts = doer_table().languages.find(lang);
  const WordPatterns* deeds = doer_table().of_bodies.find(lang);
  const WordPatterns* bodies = body_table().languages.find(lang);
  read_names(index);
  for (uint32_t j = 0; j < sentences && spots_.size() <= kMostDoerSpots; ++j) {
    const auto& sentence = telling.sentences[j];
    if (sentence.past) continue;
    const text::Folded& folded = sentence.folded;
    const auto hits = deeds != nullptr && bodies != nullptr ? deeds->find_longest(folded.text)
                                                            : std::vector<WordPatterns::Hit>{};
    // Before anything is found: what is points to the names.
    if (!hits.empty()) read_bodies(index, j, folded, *bodies);
    mark_others(index, j, folded);
    add_all(index, j, folded, hits);
    if (parts == nullptr || names_[index][j].empty()) continue;
    add_all(index, j, folded, parts->find_longest(folded.text));
  }
}

void DoerSpots::add_all(uint32_t index, uint32_t sentence, const text::Folded& folded,
                        const std::vector<WordPatterns::Hit>& hits) {
  const auto& telling = input_.tellings[index];
  const auto lang = model::table_language(telling.annotated->article.lang);
  if (hits.empty()) return;
  const std::string_view text = telling.sentences[sentence].text;
  const Turners turners = compare::turners(text, lang);
  for (const auto& hit : hits) {
    const Range word = folded.to_source(hit.range);
    if (is_unsaid(text, turners, word)) continue;
    add(index, sentence, hit.value / kDoerSides, static_cast<DoerSide>(hit.value % kDoerSides),
        word);
  }
}

// Bodies without a name of their own; a named one that the word tells the kind of is both.
void DoerSpots::read_bodies(uint32_t index, uint32_t sentence, const text::Folded& folded,
                            const WordPatterns& words) {
  const auto& telling = input_.tellings[index];
  const Sentence& told = telling.sentences[sentence];
  for (const auto& hit : words.find_longest(folded.text)) {
    const Body& body = body_table().bodies[hit.value];
    model::Mention& made = bodies_.emplace_back();
    const Range word = folded.to_source(hit.range);
    made.at.block = told.block;
    made.at.range = {told.range.begin + word.begin, told.range.begin + word.end};
    made.at.span = span_in_capture(telling, told.block, made.at.range);
    made.text = std::string(word.of(told.text));
    made.name = body.name;
    names_[index][sentence].push_back({&made, body.name, body.sort, {}});
  }
}

// "Replaces Rosa Vidal", "after a pass by Rui Brandt": the name right beside has no part.
void DoerSpots::mark_others(uint32_t index, uint32_t sentence, const text::Folded& folded) {
  const auto& telling = input_.tellings[index];
  const auto& told = telling.sentences[sentence];
  const WordPatterns* others =
      doer_table().others.find(model::table_language(telling.annotated->article.lang));
  auto& names = names_[index][sentence];
  if (others == nullptr || names.empty()) return;
  const DoerSpot here{index, telling.account, sentence, 0, nullptr, 0, {}};
  for (const auto& hit : others->find_longest(folded.text)) {
    const Range word = folded.to_source(hit.range);
    Doer* nearest = nullptr;
    uint32_t least = kBesideOther + 1;
    for (Doer& named : names) {
      const Range at = within(here, named);
      const bool behind = word.end <= at.begin;
      if (at.overlaps(word) || behind != (static_cast<DoerSide>(hit.value) == DoerSide::kBehind)) {
        continue;
      }
      const Range between = behind ? Range{word.end, at.begin} : Range{at.end, word.begin};
      if (named.mention->form == kAdjective || has_clause_end(between.of(told.text))) continue;
      if (between.size() >= least) continue;
      least = between.size();
      nearest = &named;
    }
    if (nearest != nullptr) nearest->other = word;
  }
}

// "The Kenyan runner Faith Chebet", "elected mayor of Novi Sad": where one may have the part that
// has a name, a country that tells of it or an office has it not.
bool DoerSpots::is_attribute(const DoerSpot& spot, const Doer& named) const {
  const bool role = named.mention->form == kRole;
  if (named.mention->form != kAdjective && !role) return false;
  const Range at = within(spot, named);
  const auto& text = input_.tellings[spot.article].sentences[spot.sentence].text;
  const auto& names = names_beside(spot);
  return std::any_of(names.begin(), names.end(), [&](const Doer& other) {
    if (other.mention->form == kAdjective || other.mention->form == kRole) return false;
    if (!doer_table().parts[spot.part].sorts.contains(other.sort) || !other.other.empty()) {
      return false;
    }
    const Range behind = within(spot, other);
    if (role) return named.sort == other.sort && spot.clause.overlaps(behind);
    return behind.begin >= at.end && behind.begin - at.end <= kOfName &&
           !has_clause_end(Range{at.end, behind.begin}.of(text));
  });
}

// Of the names that can have the part the nearest; one of the clause before all others.
void DoerSpots::add(uint32_t index, uint32_t sentence, uint32_t part, DoerSide side, Range word) {
  const auto& telling = input_.tellings[index];
  const auto& told = telling.sentences[sentence];
  const Range clause =
      clause_around(told.text, side == DoerSide::kBehind ? with_comma(told.text, word) : word);
  const bool spaceless = text::is_spaceless(text::decode(told.text, word.begin).value);
  const bool sided = side != DoerSide::kAny;
  const size_t near =
      spaceless ? (sided ? kNearSidedSpaceless : kNearSpaceless) : (sided ? kNearSided : kNear);
  DoerSpot spot{index, telling.account, sentence, part, nullptr, 0, clause};
  for (const Doer& named : names_[index][sentence]) {
    if (!doer_table().parts[part].sorts.contains(named.sort)) continue;
    // "Qatari mediation" tells who, but "a Qatari camp" is not where.
    if (named.mention->form == kAdjective && doer_table().parts[part].slot != "actor") continue;
    if (is_attribute(spot, named)) continue;
    if (!named.other.empty() && !named.other.overlaps(word)) continue;
    const Range at = within(spot, named);
    size_t distance = characters_between(told.text, at, word);
    if (distance > near || is_on_other_side(at, word, side)) continue;
    if (sided && !clause.overlaps(at)) continue;
    if (!clause.overlaps(at)) distance += kOutsideClause;
    // "from Nagoya bound for Durban": of two beside the word the one behind it.
    const bool tie = spot.named != nullptr && distance == spot.distance && word.end <= at.begin;
    if (spot.named == nullptr || distance < spot.distance || tie) {
      spot.named = &named;
      spot.distance = distance;
    }
  }
  if (spot.named == nullptr) return;
  if (doer_table().parts[part].slot == "place") spot.named = narrowest(spot);
  spots_.push_back(spot);
}

// "In Urumqi, China": of two right beside each other the one that lies in the other.
const Doer* DoerSpots::narrowest(const DoerSpot& spot) const {
  const Doer* out = spot.named;
  for (const Doer& named : names_[spot.article][spot.sentence]) {
    if (!doer_table().parts[spot.part].sorts.contains(named.sort)) continue;
    if (named.mention->at.range.distance(spot.named->mention->at.range) > kOfPlace) continue;
    if (contains(*input_.knowledge, out->key, named.key)) out = &named;
  }
  return out;
}

Range DoerSpots::within(const DoerSpot& spot, const Doer& named) const {
  const auto& sentence = input_.tellings[spot.article].sentences[spot.sentence];
  Range at = named.mention->at.range;
  at.begin -= std::min(at.begin, sentence.range.begin);
  at.end -= std::min(at.end, sentence.range.begin);
  return at;
}

}  // namespace synoptic::compare
