#include "compare/contradictions.h"

#include <algorithm>
#include <array>

#include "compare/figures.h"
#include "compare/polarity.h"

namespace synoptic::compare {
namespace {

constexpr size_t kMostSettled = 40;  // sentences; of more, the first are asked
// Names of which a sentence has one where its like has another.
constexpr std::array<std::string_view, 5> kExcluding{"person", "city", "region", "org", "country"};

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

// A figure of the sort that the other has in no meaning.
bool is_unanswered(const Claims& own, const Claims& others, const Claim& sort) {
  return std::any_of(own.begin(), own.end(), [&](const Claim* claim) {
    if (claim->slot != sort.slot || claim->sort != sort.sort) return false;
    return std::none_of(others.begin(), others.end(), [&](const Claim* other) {
      if (!is_figure(*other)) return false;
      const bool is_like = other->slot == sort.slot && other->sort == sort.sort;
      return other->value == claim->value ||
             (is_like && match(*claim, *other) != Match::kDifferent);
    });
  });
}

// Each has a figure of one sort that the other lacks, whatever it counts.
bool figures_exclude(const Claims& a, const Claims& b) {
  return std::any_of(a.begin(), a.end(), [&](const Claim* claim) {
    return is_figure(*claim) && is_unanswered(a, b, *claim) && is_unanswered(b, a, *claim);
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
bool Contradictions::names_exclude(Where a, Where b, std::string_view sort) const {
  const auto left = named_in(a, sort), right = named_in(b, sort);
  if (left.empty() || right.empty()) return false;
  return std::none_of(left.begin(), left.end(),
                      [&](std::string_view name) { return is_among(name, right); });
}

// Some name that neither the other sentence nor its account has.
bool Contradictions::is_new_to(const Names& own, const Names& others, Where other) const {
  const uint32_t account = input_.tellings[other.article].account;
  return std::any_of(own.begin(), own.end(), [&](std::string_view name) {
    return !names(input_, account, name) && !is_among(name, others);
  });
}

// Whatever else they share, each has a name that the other's account does not know.
bool Contradictions::names_rival(Where a, Where b, std::string_view sort) const {
  const auto left = named_in(a, sort), right = named_in(b, sort);
  return is_new_to(left, right, b) && is_new_to(right, left, a);
}

bool Contradictions::between(Where a, Where b) const {
  const Content& x = content(a);
  const Content& y = content(b);
  if (is_rivalled(x.claims, y.claims) && is_rivalled(y.claims, x.claims)) return true;
  if (figures_exclude(x.claims, y.claims) || days_exclude(x.claims, y.claims)) return true;
  for (const OutcomeSpot* one : x.outcomes) {
    for (const OutcomeSpot* other : y.outcomes) {
      if (one->matter == other->matter && is_yes(*one) != is_yes(*other)) return true;
    }
  }
  return denies(a) != denies(b) || names_rival(a, b, "facility") ||
         std::any_of(kExcluding.begin(), kExcluding.end(), [&](std::string_view sort) {
           return names_exclude(a, b, sort) || names_rival(a, b, sort);
         });
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
