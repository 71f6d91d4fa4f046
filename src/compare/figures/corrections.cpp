#include "compare/figures/corrections.h"

#include <algorithm>
#include <cmath>

#include "compare/match.h"
#include "text/fold.h"

namespace synoptic::compare {
namespace {

constexpr uint32_t kBehind = 100, kBefore = 40;  // bytes from the words to the number
constexpr double kMostApart = 5;                 // an old value and the new one, as a ratio

// Where the words stand in the sentence, folded; a fold moves bytes, so that this is near enough.
std::optional<uint32_t> words_in(const Sentence& sentence, std::string_view lang) {
  const std::string folded = text::fold_copy(sentence.text);
  for (const std::string& words : correction_words(lang)) {
    const size_t at = find_word(folded, words);
    if (at != std::string::npos) {
      const double share = static_cast<double>(at) / static_cast<double>(folded.size());
      return static_cast<uint32_t>(share * static_cast<double>(sentence.text.size()));
    }
  }
  return std::nullopt;
}

bool fit(const Claim& a, const Claim& b) {
  return !a.background && !b.background &&
         (a.about == b.about || a.about.empty() || b.about.empty());
}

bool are_near(double a, double b) {
  return std::min(a, b) > 0 && std::max(a, b) <= kMostApart * std::min(a, b);
}

// What the account says in the place of the number that it takes back: in the same sentence, else
// what it says first.
const Claim* new_value(const std::vector<const Claim*>& answers, const Claim& old) {
  const Claim* best = nullptr;
  for (const Claim* claim : answers) {
    if (claim->account != old.account || !fit(*claim, old)) continue;
    if (match(*claim, old) != Match::kDifferent || !are_near(claim->value, old.value)) continue;
    if (claim->sentence == old.sentence) return claim;
    if (best == nullptr || claim->salience > best->salience) best = claim;
  }
  return best;
}

}  // namespace

void note_taken_back(Telling& telling) {
  const auto lang = model::table_language(telling.annotated->article.lang);
  if (correction_words(lang).empty()) return;
  for (size_t first = 0; first < telling.claims.size();) {
    size_t end = first;
    const uint32_t index = telling.claims[first].sentence;
    while (end < telling.claims.size() && telling.claims[end].sentence == index) ++end;
    const Sentence& sentence = telling.sentences[index];
    Claim* nearest = nullptr;
    if (const auto words = index > 0 ? words_in(sentence, lang) : std::nullopt) {
      const uint32_t at = sentence.range.begin + *words;
      uint32_t least = kBehind + 1;
      for (size_t i = first; i < end; ++i) {
        Claim& claim = telling.claims[i];
        const uint32_t begin = claim.at.range.begin;
        if (begin >= at ? begin - at > kBehind : at - begin > kBefore) continue;
        // Behind the words first: "five, not six as earlier reported" has its number before them.
        const uint32_t far = begin >= at ? begin - at : kBehind - kBefore + (at - begin);
        if (far < least) {
          least = far;
          nearest = &claim;
        }
      }
    }
    if (nearest != nullptr) nearest->taken_back = true;
    first = end;
  }
}

std::vector<Group> find_corrections(const std::vector<const Claim*>& answers,
                                    const std::vector<const Claim*>& taken_back) {
  std::vector<Group> out;
  for (const Claim* old : taken_back) {
    const Claim* now = new_value(answers, *old);
    // What it says elsewhere all the same it did not take back.
    const bool kept = std::any_of(answers.begin(), answers.end(), [&](const Claim* claim) {
      return claim->account == old->account && is_same(*claim, *old);
    });
    if (now == nullptr || kept) continue;
    Group group;
    const auto add_others = [&](const Claim& value) {
      for (const Claim* claim : answers) {
        const bool in =
            std::any_of(group.claims.begin(), group.claims.end(),
                        [&](const Claim* one) { return one->account == claim->account; });
        if (!in && claim->account != old->account && fit(*claim, value) && is_same(*claim, value)) {
          group.claims.push_back(claim);
        }
      }
    };
    add_others(*old);
    if (group.claims.empty()) continue;
    group.claims.push_back(old);
    group.claims.push_back(now);
    add_others(*now);
    group.verdict = "update";
    group.rule = "an account takes back what others say";
    group.strength = 1;
    out.push_back(std::move(group));
  }
  return out;
}

}  // namespace synoptic::compare
