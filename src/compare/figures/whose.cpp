#include "compare/figures/whose.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/table.h"
#include "compare/match.h"
#include "compare/names/part_of.h"
#include "compare/outcomes/polarity.h"
#include "compare/told_words.h"
#include "compare/word_patterns.h"
#include "text/characters.h"
#include "text/fold.h"

namespace synoptic::compare {

using namespace std::string_view_literals;  // compared in line, unlike a plain literal
namespace {

constexpr uint32_t kBeginning = 2;    // sentences: title and first one
constexpr uint32_t kWhoseBytes = 90;  // between the figure and the word

Whose whose_named(std::string_view kind) {
  if (kind == "asked") return Whose::kAsked;
  if (kind == "given") return Whose::kGiven;
  return kind == "first" ? Whose::kFirst : Whose::kSecond;
}

// kind <tab> languages <tab> words
LanguagePatterns read_whose() {
  LanguagePatterns out;
  for (const TableRow row : DataTable::embedded("compare/whose.tsv", 3)) {
    for (const auto lang : split_trimmed(row[1], ',')) {
      out.add(lang, row[2], static_cast<uint32_t>(whose_named(row[0])));
    }
  }
  return out;
}

bool has_figure(std::string_view text) {
  return std::any_of(text.begin(), text.end(), text::is_ascii_digit);
}

struct NearWord {
  Whose whose = Whose::kUnknown;
  uint32_t distance = kWhoseBytes;
};

// The word nearest to the end at which the figure stands, no other figure between.
NearWord nearest_word(const WordPatterns& words, std::string_view part, bool behind) {
  const std::string folded = text::fold_copy(part);
  const auto size = static_cast<uint32_t>(folded.size());
  NearWord best;
  for (const auto& hit : words.find_longest(folded)) {
    const uint32_t distance = behind ? hit.range.begin : size - hit.range.end;
    const auto between = std::string_view(folded).substr(behind ? 0 : hit.range.end, distance);
    if (distance >= best.distance || has_figure(between)) continue;
    best = {static_cast<Whose>(hit.value), distance};
  }
  return best;
}

using SideNames = std::set<std::string_view>;

bool may_be_side(const model::Mention& mention) {
  return mention.type == model::EntityType::kCountry || mention.type == model::EntityType::kOrg;
}

// Countries and bodies that the sentence names.
SideNames parties_in(const Telling& telling, uint32_t index) {
  SideNames out;
  const Sentence& sentence = telling.sentences[index];
  const auto& mentions = telling.annotated->mentions;
  for (size_t i = 0; i < mentions.size() && i < telling.keys.size(); ++i) {
    const auto& at = mentions[i].at;
    if (at.block != sentence.block || !sentence.range.contains(at.range)) continue;
    if (may_be_side(mentions[i])) out.insert(telling.keys[i]);
  }
  return out;
}

// Either names two sides, and neither one of the other's.
bool are_apart(const Input& input, const SideNames& a, const SideNames& b) {
  return a.size() > 1 && b.size() > 1 &&
         std::none_of(a.begin(), a.end(), [&](std::string_view one) {
           return std::any_of(b.begin(), b.end(), [&](std::string_view other) {
             return are_related(*input.knowledge, one, other);
           });
         });
}

}  // namespace

bool are_contrary(Whose a, Whose b) {
  const auto is_sum = [](Whose one) { return one == Whose::kAsked || one == Whose::kGiven; };
  return a != Whose::kUnknown && b != Whose::kUnknown && a != b && is_sum(a) == is_sum(b);
}

Whose whose_of(const Telling& telling, const Claim& claim) {
  static const auto& languages = *new LanguagePatterns(read_whose());
  if (claim.slot != "money"sv && claim.sort != "duration"sv) return Whose::kUnknown;
  const WordPatterns* words =
      languages.find(model::table_language(telling.annotated->article.lang));
  const Sentence& sentence = telling.sentences[claim.sentence];
  const auto own = range_in_sentence(sentence, claim);
  if (words == nullptr || !own) return Whose::kUnknown;
  const Range clause = clause_around(sentence.text, *own);
  const NearWord front =
      nearest_word(*words, Range{clause.begin, own->begin}.of(sentence.text), false);
  const NearWord back =
      nearest_word(*words, Range{own->end, std::max(own->end, clause.end)}.of(sentence.text), true);
  if (are_contrary(front.whose, back.whose)) return Whose::kUnknown;
  return back.distance <= front.distance ? back.whose : front.whose;
}

bool is_sum_with_another(const Input& input, const Claim& whole, const Claim& part) {
  if (part.sort != "count"sv || whole.sort != "count"sv || whole.value <= part.value) return false;
  const auto stands_with = [&](const Claim& of, const auto& counts) {
    const auto& claims = input.tellings[of.article].claims;
    return std::any_of(claims.begin(), claims.end(), [&](const Claim& other) {
      return other.sentence == of.sentence && other.sort == of.sort && &other != &of &&
             other.value != of.value && (!other.rising || other.about == of.about) && counts(other);
    });
  };
  return stands_with(part, [&](const Claim& more) {
    Claim sum = part;
    sum.value += more.value;
    sum.given += more.value;
    return match(sum, whole) == Match::kSame &&
           stands_with(whole, [&](const Claim& own) { return own.value == more.value; });
  });
}

bool is_done_by_stranger(const Input& input, const Claim& claim, const Claim& other) {
  const Telling& telling = input.tellings[claim.article];
  const Sentence& sentence = telling.sentences[claim.sentence];
  if (claim.slot != "date"sv || claim.sentence < kBeginning) return false;
  bool strange = false;
  for (const auto one : parties_in(telling, claim.sentence)) {
    if (input.knowledge->find(one) == nullptr || names(input, other.account, one)) return false;
    for (uint32_t i = 0; i < kBeginning && i < telling.sentences.size(); ++i) {
      if (parties_in(telling, i).contains(one)) return false;
    }
    strange |= std::any_of(sentence.events.begin(), sentence.events.end(), [&](uint32_t i) {
      const auto& event = telling.annotated->events[i];
      return std::any_of(event.actor.begin(), event.actor.end(),
                         [&](const auto& actor) { return actor.entity == one; });
    });
  }
  return strange;
}

bool is_of_elsewhere(const Input& input, const Claim& claim, const Claim& other) {
  if (!claim.background || other.background || claim.slot != "money"sv) return false;
  bool elsewhere = false;
  for (const auto one : parties_in(input.tellings[claim.article], claim.sentence)) {
    if (input.knowledge->find(one) == nullptr) continue;
    if (names(input, other.account, one)) return false;
    elsewhere = true;
  }
  return elsewhere;
}

bool are_of_other_sides(const Input& input, const Claim& a, const Claim& b) {
  return are_apart(input, parties_in(input.tellings[a.article], a.sentence),
                   parties_in(input.tellings[b.article], b.sentence));
}

}  // namespace synoptic::compare
