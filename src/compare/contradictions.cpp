#include "compare/contradictions.h"

#include <algorithm>

#include "compare/figures.h"

namespace synoptic::compare {
namespace {

bool is_figure(const Claim& claim) {
  return claim.slot == "quantity" || claim.slot == "money" || claim.slot == "rank";
}

// Counts of one class; of other figures the unit is enough.
bool may_be_one(const Claim& a, const Claim& b) {
  if (a.slot != b.slot || a.sort != b.sort) return false;
  if (a.sort != "count") return true;
  return !a.about.empty() && a.about == b.about;
}

}  // namespace

std::vector<const Claim*> Contradictions::claims_in(Where where) const {
  std::vector<const Claim*> out;
  for (const Claim& claim : input_.tellings[where.article].claims) {
    if (claim.sentence == where.sentence) out.push_back(&claim);
  }
  return out;
}

bool Contradictions::figures_exclude(Where a, Where b) const {
  const auto left = claims_in(a), right = claims_in(b);
  const auto excluded = [](const std::vector<const Claim*>& own,
                           const std::vector<const Claim*>& others) {
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
  };
  return excluded(left, right) && excluded(right, left);
}

bool Contradictions::days_exclude(Where a, Where b) const {
  bool any = false;
  for (const Claim* x : claims_in(a)) {
    for (const Claim* y : claims_in(b)) {
      if (x->slot != "date" || y->slot != "date" || x->sort != y->sort) continue;
      if (match(*x, *y) != Match::kDifferent) return false;
      any = any || (x->told != DateTold::kRelative && y->told != DateTold::kRelative);
    }
  }
  return any;
}

bool Contradictions::outcomes_exclude(Where a, Where b) const {
  const auto is_in = [](const OutcomeSpot& spot, Where where) {
    return spot.article == where.article && spot.sentence == where.sentence;
  };
  for (const OutcomeSpot& x : outcomes_) {
    if (!is_in(x, a)) continue;
    for (const OutcomeSpot& y : outcomes_) {
      if (is_in(y, b) && x.matter == y.matter && is_yes(x) != is_yes(y)) return true;
    }
  }
  return false;
}

std::vector<std::string_view> Contradictions::named_in(Where where, std::string_view sort) const {
  const Telling& telling = input_.tellings[where.article];
  const Sentence& sentence = telling.sentences[where.sentence];
  std::vector<std::string_view> out;
  for (size_t i = 0; i < telling.annotated->mentions.size(); ++i) {
    const auto& mention = telling.annotated->mentions[i];
    if (mention.at.block != sentence.block || !sentence.range.contains(mention.at.range)) continue;
    if (sort_of(mention.type) == sort && mention.form != "adjective")
      out.push_back(telling.keys[i]);
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
  return figures_exclude(a, b) || days_exclude(a, b) || outcomes_exclude(a, b) ||
         names_exclude(a, b, "person") || names_exclude(a, b, "city") ||
         names_exclude(a, b, "region");
}

void Contradictions::settle(std::vector<Where>& sentences) const {
  while (sentences.size() > 1) {
    size_t worst = 0, most = 0;
    for (size_t i = 0; i < sentences.size(); ++i) {
      size_t against = 0;
      for (size_t j = 0; j < sentences.size(); ++j) {
        against += i != j && between(sentences[i], sentences[j]) ? 1 : 0;
      }
      if (against > most) worst = i, most = against;
    }
    if (most == 0) return;
    sentences.erase(sentences.begin() + static_cast<std::ptrdiff_t>(worst));
  }
}

}  // namespace synoptic::compare
