#include "compare/contradictions.h"

#include <algorithm>

#include "compare/figures.h"

namespace synoptic::compare {
namespace {

constexpr size_t kMostSettled = 40;  // sentences; of more, the first are asked

using Claims = std::vector<const Claim*>;

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
    if (!is_figure(*claim)) return false;
    bool rival = false;
    for (const Claim* other : others) {
      if (!may_be_one(*claim, *other)) continue;
      if (match(*claim, *other) != Match::kDifferent) return false;
      rival = true;
    }
    return rival;
  });
}

bool days_exclude(const Claims& a, const Claims& b) {
  bool any = false;
  for (const Claim* x : a) {
    if (x->slot != "date") continue;
    for (const Claim* y : b) {
      if (y->slot != "date" || x->sort != y->sort) continue;
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
      if (claim.sentence < own.size()) own[claim.sentence].claims.push_back(&claim);
    }
    const auto& mentions = telling.annotated->mentions;
    for (uint32_t i = 0; i < mentions.size(); ++i) {
      if (mentions[i].form == "adjective" || is_beyond(telling, mentions[i].at)) continue;
      own[sentence_of(telling, mentions[i].at)].mentions.push_back(i);
    }
  }
  for (const OutcomeSpot& spot : outcomes) {
    contents_[spot.article][spot.sentence].outcomes.push_back(&spot);
  }
}

Contradictions::Names Contradictions::named_in(Where where, std::string_view sort) const {
  const Telling& telling = input_.tellings[where.article];
  Names out;
  for (const uint32_t i : content(where).mentions) {
    if (sort_of(telling.annotated->mentions[i].type) == sort) out.push_back(telling.keys[i]);
  }
  return out;
}

// Each names somebody, and nobody whom the other names.
bool Contradictions::names_exclude(Where a, Where b, std::string_view sort) const {
  const auto left = named_in(a, sort), right = named_in(b, sort);
  if (left.empty() || right.empty()) return false;
  return std::none_of(left.begin(), left.end(), [&](std::string_view x) {
    return std::any_of(right.begin(), right.end(), [&](std::string_view y) {
      return x == y || includes(*input_.knowledge, x, y) || includes(*input_.knowledge, y, x);
    });
  });
}

bool Contradictions::between(Where a, Where b) const {
  const Content& x = content(a);
  const Content& y = content(b);
  if (is_rivalled(x.claims, y.claims) && is_rivalled(y.claims, x.claims)) return true;
  if (days_exclude(x.claims, y.claims)) return true;
  for (const OutcomeSpot* one : x.outcomes) {
    for (const OutcomeSpot* other : y.outcomes) {
      if (one->matter == other->matter && is_yes(*one) != is_yes(*other)) return true;
    }
  }
  return names_exclude(a, b, "person") || names_exclude(a, b, "city") ||
         names_exclude(a, b, "region");
}

void Contradictions::settle(std::vector<Where>& sentences) const {
  const size_t asked = std::min(sentences.size(), kMostSettled);
  std::vector<std::vector<bool>> against(asked, std::vector<bool>(asked));
  std::vector<size_t> count(asked);
  for (size_t i = 0; i < asked; ++i) {
    for (size_t j = i + 1; j < asked; ++j) {
      if (!between(sentences[i], sentences[j])) continue;
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
