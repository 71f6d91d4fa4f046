#include "compare/answers.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <span>

#include "base/table.h"
#include "compare/figures/figure_odds.h"
#include "compare/figures/ties.h"
#include "compare/match.h"

namespace synoptic::compare {

using namespace std::string_view_literals;  // compared in line, unlike a plain literal
namespace {

// "One office measured 6.4, another 6.1": what is measured is always somebody's.
bool is_measured(const Claim& claim) { return claim.sort == "magnitude"sv; }

// "Magnitude 6.4" in the title, "the other office measured 6.1" below: a quake has one, and an
// aftershock is much weaker.
bool is_measured_otherwise(std::span<const Claim* const> kept, const Claim& claim) {
  constexpr double kNear = 0.6;
  if (!is_measured(claim) || claim.max) return false;
  return std::any_of(kept.begin(), kept.end(), [&](const Claim* other) {
    return other->account == claim.account && other->sort == claim.sort &&
           other->salience >= kTop && other->about == claim.about && other->value != claim.value &&
           std::abs(other->value - claim.value) <= kNear;
  });
}

// A count that grows stands in the title or lead with its newest value; what the account tells of
// earlier or partial ones further down is not its answer.
bool is_superseded(std::span<const Claim* const> kept, const Claim& claim) {
  if (is_measured_otherwise(kept, claim)) return true;
  if (!claim.rising || claim.background) return false;
  return std::any_of(kept.begin(), kept.end(), [&](const Claim* other) {
    return other->account == claim.account && other->rising && !other->background &&
           other->about == claim.about;
  });
}

// "84 dead", and "two" of them in the words of another: a part, and no contrary.
bool are_of_one_size(const Claim& a, const Claim& b) {
  constexpr double kMostApart = 5;
  const double x = std::abs(a.value), y = std::abs(b.value);
  return std::max(x, y) <= kMostApart * std::min(x, y);
}

// The accounts that answer like this one.
void add_like_answers(const std::vector<const Claim*>& answers, const Claim& answer, Group& group) {
  for (const Claim* other : answers) {
    const bool in = std::any_of(group.claims.begin(), group.claims.end(), [&](const Claim* claim) {
      return claim->account == other->account;
    });
    if (in || other->background || other->about != answer.about) continue;
    if (is_same(*other, answer)) group.claims.push_back(other);
  }
}

// "52 officers were hurt": of all who were hurt these are a part.
bool is_of_some(const Claim& claim) {
  constexpr double kOfAll = 0.1;
  static const Terms all = [] {
    const DataTable table = DataTable::embedded("compare/of_all.tsv", 2);
    const TableRow row = *table.begin();
    return terms_of(row[1], row[0]);
  }();
  return !claim.counted.empty() && likeness(claim.counted, all) < kOfAll;
}

// Two figures that two speakers give are one point of dispute only where they are told together.
bool stand_together(const Claim& a, const Claim& b) {
  return std::max(a.sentence, b.sentence) - std::min(a.sentence, b.sentence) <= 1;
}

// One account gives two values of one thing in the names of two.
bool are_disputed(const Cluster& a, const Cluster& b) {
  const Claim& x = *a[0];
  const Claim& y = *b[0];
  if (x.slot == "date"sv || x.slot == "place"sv || x.background || y.background) return false;
  if (is_weak_number(x) && is_weak_number(y)) return false;
  if (match(x, y) != Match::kDifferent || !are_of_one_size(x, y)) return false;
  if (x.rising && y.rising && is_of_some(x) != is_of_some(y)) return false;
  bool one_thing = count_one_thing(a, b);
  size_t apart = 0;  // accounts that give one of both in somebody's words, the other in others'
  for (const Claim* one : a) {
    for (const Claim* other : b) {
      if (one->account != other->account || one->speaker == other->speaker) continue;
      const bool both = !one->speaker.empty() && !other->speaker.empty();
      if (!both || !stand_together(*one, *other)) continue;
      one_thing |= both && one->sentence == other->sentence && same_about(*one, *other) >= 0;
      apart += both ? 2 : 1;
    }
  }
  return apart >= 2 && one_thing;
}

bool is_number(const Claim& claim) { return claim.slot != "date"sv && claim.slot != "place"sv; }

// Of a number in a title the body has the words around that tell it from others.
bool tells_more_fully(const Claim& claim, const Claim& titled) {
  return titled.sentence == kTitleSentence && claim.sentence != kTitleSentence &&
         is_number(claim) && claim.about == titled.about && !claim.background;
}

}  // namespace

void put_first_as_titles_do(Telling& telling) {
  std::vector<const Claim*> titled;
  for (const Claim& claim : telling.claims) {
    if (claim.sentence == kTitleSentence && is_number(claim)) titled.push_back(&claim);
  }
  for (Claim& claim : telling.claims) {
    if (claim.sentence == kTitleSentence) continue;
    for (const Claim* title : titled) {
      if (title->slot == claim.slot && title->sort == claim.sort &&
          tells_more_fully(claim, *title) && is_same(claim, *title)) {
        claim.salience = std::max(claim.salience, title->salience);
      }
    }
  }
}

std::vector<const Claim*> once_per_account(std::vector<const Claim*> claims,
                                           std::vector<const Claim*>& superseded) {
  std::stable_sort(claims.begin(), claims.end(), [](const Claim* a, const Claim* b) {
    return a->article != b->article ? a->article < b->article : a->salience > b->salience;
  });
  std::vector<const Claim*> out;
  // Two titles are as short, and better held against each other.
  std::map<std::string_view, std::set<uint32_t>> in_titles;
  for (const Claim* claim : claims) {
    if (claim->sentence == kTitleSentence) in_titles[claim->about].insert(claim->account);
  }
  size_t first = 0;  // of the account
  for (const Claim* claim : claims) {
    if (first < out.size() && out[first]->article != claim->article) first = out.size();
    const Claim** twin = nullptr;
    // "The third" here is another order than "the third" there.
    for (size_t i = claim->plain_ordinal ? out.size() : first; i < out.size(); ++i) {
      auto& kept = out[i];
      const bool same_about = kept->about == claim->about || kept->about.empty() ||
                              claim->about.empty() || claim->slot == "date"sv ||
                              claim->slot == "place"sv;
      if (kept->account == claim->account && same_about && is_same(*kept, *claim)) {
        twin = &kept;
        break;
      }
    }
    if (twin == nullptr &&
        is_superseded({out.begin() + static_cast<std::ptrdiff_t>(first), out.end()}, *claim)) {
      superseded.push_back(claim);
      continue;
    }
    if (twin == nullptr) {
      out.push_back(claim);
    } else if (((*twin)->about.empty() && !claim->about.empty()) ||
               (tells_more_fully(*claim, **twin) && in_titles[claim->about].size() == 1)) {
      *twin = claim;
    }
  }
  return out;
}

std::vector<Group> find_voices(const std::vector<const Claim*>& answers,
                               const std::vector<const Claim*>& superseded) {
  std::vector<Group> out;
  std::vector<bool> used(superseded.size(), false);
  for (size_t i = 0; i < superseded.size(); ++i) {
    const bool measured = is_measured(*superseded[i]);
    if (used[i] || (superseded[i]->speaker.empty() && !measured)) continue;
    Group group;
    std::vector<const Claim*> voices;
    size_t apart = 0;
    for (size_t j = i; j < superseded.size(); ++j) {
      const Claim& voice = *superseded[j];
      if (voice.about != superseded[i]->about || match(voice, *superseded[i]) != Match::kSame) {
        continue;
      }
      const auto own = std::find_if(answers.begin(), answers.end(), [&](const Claim* answer) {
        const bool other =
            measured ? answer->value != voice.value : match(*answer, voice) == Match::kDifferent;
        return answer->account == voice.account && answer->about == voice.about &&
               !answer->background && other && are_of_one_size(*answer, voice);
      });
      if (own == answers.end() || is_of_some(**own) != is_of_some(voice)) continue;
      // What the account says itself is nobody's name.
      if (!measured && ((*own)->speaker == voice.speaker || (*own)->speaker.empty())) continue;
      used[j] = true;
      apart += !measured && voice.speaker.empty() ? 1 : 2;
      group.claims.push_back(*own);
      voices.push_back(&voice);
    }
    const bool one_answer =
        std::all_of(group.claims.begin(), group.claims.end(), [&](const Claim* answer) {
          return match(*answer, *group.claims[0]) == Match::kSame &&
                 (measured || !(is_weak_number(*answer) && is_weak_number(*superseded[i])));
        });
    // What only one account has of two offices may be a number that was taken back.
    const bool borne_out =
        !measured || std::any_of(answers.begin(), answers.end(), [&](const Claim* answer) {
          return answer->about == superseded[i]->about && !answer->background &&
                 answer->value == superseded[i]->value;
        });
    if (apart < 2 || !one_answer || !borne_out) continue;
    add_like_answers(answers, *group.claims[0], group);
    if (measured) add_like_answers(answers, *superseded[i], group);
    const uint32_t account = group.claims[0]->account;
    if (std::all_of(group.claims.begin(), group.claims.end(),
                    [&](const Claim* claim) { return claim->account == account; })) {
      continue;  // nobody else speaks of it
    }
    group.claims.insert(group.claims.end(), voices.begin(), voices.end());
    group.verdict = "attributed_difference";
    group.rule = std::string(kTwoNames);
    group.strength = 1;
    out.push_back(std::move(group));
  }
  return out;
}

std::vector<std::pair<size_t, size_t>> find_disputes(std::span<const Cluster> clusters) {
  std::vector<std::pair<size_t, size_t>> out;
  for (size_t a = 0; a < clusters.size(); ++a) {
    for (size_t b = a + 1; b < clusters.size(); ++b) {
      if (!clusters[a].empty() && !clusters[b].empty() && are_disputed(clusters[a], clusters[b])) {
        out.emplace_back(a, b);
      }
    }
  }
  return out;
}

std::vector<const Claim*> first_of_each(const std::vector<const Claim*>& claims, size_t most) {
  std::map<uint32_t, size_t> taken;
  std::vector<const Claim*> out;
  std::copy_if(claims.begin(), claims.end(), std::back_inserter(out),
               [&](const Claim* claim) { return ++taken[claim->account] <= most; });
  return out;
}

}  // namespace synoptic::compare
