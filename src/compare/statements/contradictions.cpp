#include "compare/statements/contradictions.h"

#include <algorithm>
#include <cmath>

#include "compare/match.h"
#include "compare/names/name_sorts.h"
#include "compare/names/part_of.h"
#include "compare/outcomes/outcomes.h"
#include "compare/outcomes/polarity.h"
#include "compare/statements/one_word.h"

namespace synoptic::compare {
namespace {

constexpr size_t kMostSettled = 40;  // sentences; of more, the first are asked
constexpr size_t kMostOfOne = 24;    // figures, days and names of a sort, of one sentence

using Claims = std::vector<const Claim*>;

template <typename List, typename Item>
void add_to(List& list, const Item& item) {
  if (list.size() < kMostOfOne) list.push_back(item);
}

bool is_figure(const Claim& claim) {
  return claim.slot == "quantity" || claim.slot == "money" || claim.slot == "rank";
}

// Counts of one class; of other figures the unit is enough.
bool may_be_one(const Claim& a, const Claim& b) {
  if (a.slot != b.slot || a.sort != b.sort) return false;
  if (a.sort != "count") return true;
  return !a.about.empty() && a.about == b.about;
}

// A figure of the one that the other has none like, but another in its place.
bool is_rivalled(const Claims& own, const Claims& others) {
  return std::any_of(own.begin(), own.end(), [&](const Claim* claim) {
    bool rival = false;
    for (const Claim* other : others) {
      if (!may_be_one(*claim, *other)) continue;
      if (match(*claim, *other) != Match::kDifferent) return false;
      rival = true;
    }
    return rival;
  });
}

// A figure of the sort that the other has in no meaning.
bool is_unanswered(const Claims& own, const Claims& others, const Claim& sort) {
  return std::any_of(own.begin(), own.end(), [&](const Claim* claim) {
    if (claim->slot != sort.slot || claim->sort != sort.sort) return false;
    return std::none_of(others.begin(), others.end(), [&](const Claim* other) {
      const bool is_like = other->slot == sort.slot && other->sort == sort.sort;
      return other->value == claim->value ||
             (is_like && match(*claim, *other) != Match::kDifferent);
    });
  });
}

// Each has a figure of one sort that the other lacks, whatever it counts.
bool figures_exclude(const Claims& a, const Claims& b) {
  return std::any_of(a.begin(), a.end(), [&](const Claim* claim) {
    return is_unanswered(a, b, *claim) && is_unanswered(b, a, *claim);
  });
}

bool days_exclude(const Claims& a, const Claims& b) {
  bool any = false;
  for (const Claim* x : a) {
    for (const Claim* y : b) {
      if (x->sort != y->sort) continue;
      if (match(*x, *y) != Match::kDifferent) return false;
      any = any || (x->told != DateTold::kRelative && y->told != DateTold::kRelative);
    }
  }
  return any;
}

}  // namespace

Contradictions::Contradictions(const Input& input, const std::vector<OutcomeSpot>& outcomes)
    : input_(input) {
  for (const Telling& telling : input.tellings) {
    auto& own = contents_.emplace_back(telling.sentences.size());
    for (const Claim& claim : telling.claims) {
      if (claim.sentence >= own.size()) continue;
      if (is_figure(claim)) add_to(own[claim.sentence].figures, &claim);
      if (claim.slot == "date") add_to(own[claim.sentence].days, &claim);
    }
    const auto& mentions = telling.annotated->mentions;
    for (uint32_t i = 0; i < mentions.size(); ++i) {
      if (mentions[i].form == "adjective" || is_beyond(telling, mentions[i].at)) continue;
      const auto sort = std::find(kSorts.begin(), kSorts.end(), sort_of(mentions[i].type));
      if (sort == kSorts.end()) continue;
      auto& names = own[sentence_of(telling, mentions[i].at)].names;
      add_to(names[static_cast<size_t>(sort - kSorts.begin())], telling.keys[i]);
    }
  }
  for (const OutcomeSpot& spot : outcomes) {
    contents_[spot.article][spot.sentence].outcomes.push_back(&spot);
  }
}

bool Contradictions::denies(Where where) const {
  auto& known = content(where).denies;
  if (!known) {
    const Telling& telling = input_.tellings[where.article];
    const auto cues = stance_cues(telling.sentences[where.sentence].text,
                                  model::table_language(telling.annotated->article.lang));
    known = std::any_of(cues.begin(), cues.end(), [](const StanceCue& cue) {
      return cue.stance == Stance::kNot || cue.stance == Stance::kDeny;
    });
  }
  return *known;
}

bool Contradictions::is_among(std::string_view name, const Names& names) const {
  return std::any_of(names.begin(), names.end(), [&](std::string_view other) {
    return name == other || includes(*input_.knowledge, name, other) ||
           includes(*input_.knowledge, other, name);
  });
}

// Each names somebody, and nobody whom the other names.
bool Contradictions::names_exclude(const Names& a, const Names& b) const {
  return !a.empty() && !b.empty() &&
         std::none_of(a.begin(), a.end(), [&](std::string_view name) { return is_among(name, b); });
}

// Some name that neither the other sentence nor its account has.
bool Contradictions::is_new_to(const Names& own, const Names& others, Where other) const {
  const uint32_t account = input_.tellings[other.article].account;
  return std::any_of(own.begin(), own.end(), [&](std::string_view name) {
    return !names(input_, account, name) && !is_among(name, others);
  });
}

// Whatever else they share, each has a name that the other's account does not know.
bool Contradictions::names_rival(Where a, Where b, size_t sort) const {
  const Names& left = content(a).names[sort];
  const Names& right = content(b).names[sort];
  return is_new_to(left, right, b) && is_new_to(right, left, a);
}

// By the nearest two figures of one sort that differ.
void Contradictions::set_figures(Where a, Where b, Contrast& out) const {
  constexpr double kFar = 8, kSmall = 12;
  out.apart = kFar;
  const auto stands_in = [&](uint32_t article, double value) {
    const auto& numbers = input_.tellings[article].all_numbers;
    return std::binary_search(numbers.begin(), numbers.end(), value);
  };
  for (const Claim* x : content(a).figures) {
    for (const Claim* y : content(b).figures) {
      if (x->slot != y->slot || x->sort != y->sort || x->value == y->value) continue;
      const double ratio = (std::abs(x->value) + 1e-9) / (std::abs(y->value) + 1e-9);
      const double apart = std::abs(std::log(ratio));
      if (apart >= out.apart) continue;
      out.apart = apart;
      out.one_class = !x->about.empty() && x->about == y->about;
      out.figure_elsewhere = stands_in(b.article, x->value) || stands_in(a.article, y->value);
      out.is_small = std::min(x->value, y->value) <= kSmall;
    }
  }
}

bool Contradictions::is_told(uint32_t article, const OutcomeSpot& spot) const {
  const auto& sentences = contents_[article];
  return std::any_of(sentences.begin(), sentences.end(), [&](const Content& sentence) {
    return std::any_of(sentence.outcomes.begin(), sentence.outcomes.end(), [&](const auto* other) {
      return other->matter == spot.matter && is_yes(*other) == is_yes(spot);
    });
  });
}

Contradictions::Contrast Contradictions::contrast(Where a, Where b) const {
  const Content& x = content(a);
  const Content& y = content(b);
  Contrast out;
  out.denial = denies(a) != denies(b);
  out.days = days_exclude(x.days, y.days);
  out.figures = (is_rivalled(x.figures, y.figures) && is_rivalled(y.figures, x.figures)) ||
                figures_exclude(x.figures, y.figures);
  if (out.figures) set_figures(a, b, out);
  for (const OutcomeSpot* one : x.outcomes) {
    for (const OutcomeSpot* other : y.outcomes) {
      if (one->matter != other->matter) continue;
      if (is_yes(*one) == is_yes(*other)) {
        ++out.outcomes;
        continue;
      }
      --out.outcomes;
      out.outcome_elsewhere |= is_told(b.article, *one) || is_told(a.article, *other);
    }
  }
  for (size_t sort = 0; sort < kSorts.size(); ++sort) {
    out.names_new[sort] = names_rival(a, b, sort);
    out.names_other[sort] = names_exclude(x.names[sort], y.names[sort]);
  }
  return out;
}

bool Contradictions::between(Where a, Where b) const {
  const Content& x = content(a);
  const Content& y = content(b);
  if (denies(a) != denies(b) || days_exclude(x.days, y.days)) return true;
  if (is_rivalled(x.figures, y.figures) && is_rivalled(y.figures, x.figures)) return true;
  if (figures_exclude(x.figures, y.figures)) return true;
  bool alike = false, exclude = false;
  for (const OutcomeSpot* one : x.outcomes) {
    for (const OutcomeSpot* other : y.outcomes) {
      if (one->matter == other->matter && is_yes(*one) != is_yes(*other)) return true;
      alike |= one->matter == other->matter;
      exclude = exclude || (!alike && exclude_each_other(*one, *other));
    }
  }
  if (exclude && !alike) return true;
  for (size_t sort = 0; sort < kSorts.size(); ++sort) {
    if (names_rival(a, b, sort)) return true;
    if (sort >= kFirstExcluding && names_exclude(x.names[sort], y.names[sort])) return true;
  }
  return false;
}

const std::vector<OutcomeCue>& Contradictions::loose(Where where) const {
  auto& known = content(where).loose;
  if (!known) {
    const Telling& telling = input_.tellings[where.article];
    known = loose_outcome_cues(telling.sentences[where.sentence].text,
                               model::table_language(telling.annotated->article.lang));
  }
  return *known;
}

// "Received a delegation of those on strike", "refused to receive them": the other does not say
// whom, but of two sentences that are alike it need not.
bool Contradictions::may_end_otherwise(Where a, Where b) const {
  bool otherwise = false;
  for (const OutcomeSpot* one : content(a).outcomes) {
    if (one->outcome == Outcome::kOpen || !has_flag(one->matter, MatterFlag::kBound)) continue;
    for (const OutcomeCue& other : loose(b)) {
      if (other.matter != one->matter) continue;
      if (other.outcome == one->outcome) return false;
      otherwise |= other.outcome != Outcome::kOpen;
    }
  }
  return otherwise;
}

void Contradictions::settle(std::vector<Where>& sentences) const {
  const size_t asked = std::min(sentences.size(), kMostSettled);
  std::vector<std::vector<bool>> against(asked, std::vector<bool>(asked));
  std::vector<size_t> count(asked);
  std::vector<WordedSentence> words;
  for (size_t i = 0; i < asked; ++i) {
    words.emplace_back(input_.tellings[sentences[i].article], sentences[i].sentence);
  }
  for (size_t i = 0; i < asked; ++i) {
    for (size_t j = i + 1; j < asked; ++j) {
      const Where &a = sentences[i], &b = sentences[j];
      if (!between(a, b) && !may_end_otherwise(a, b) && !may_end_otherwise(b, a) &&
          !tell_otherwise(words[i], words[j])) {
        continue;
      }
      against[i][j] = against[j][i] = true;
      ++count[i], ++count[j];
    }
  }
  std::vector<bool> out(sentences.size());
  while (asked > 0) {
    const auto worst = std::max_element(count.begin(), count.end());
    if (*worst == 0) break;
    const auto index = static_cast<size_t>(worst - count.begin());
    out[index] = true;
    *worst = 0;
    for (size_t j = 0; j < asked; ++j) {
      if (against[index][j] && !out[j]) --count[j];
    }
  }
  size_t at = 0;
  std::erase_if(sentences, [&](const Where&) { return out[at++]; });
}

}  // namespace synoptic::compare
