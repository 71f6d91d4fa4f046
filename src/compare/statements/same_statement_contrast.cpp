// What a pair of sentences is asked for contradictions alone: what they tell otherwise, and in what
// setting they stand.
#include <algorithm>
#include <cmath>
#include <tuple>

#include "base/sorted.h"
#include "compare/names/cast.h"
#include "compare/statements/same_statement.h"

namespace synoptic::compare {

// Long articles have many sentences that are alike by chance, and more of them are others' words.
void SameStatement::read_setting(Where a, Where b, Features& out) const {
  const auto& x = input_.tellings[a.article];
  const auto& y = input_.tellings[b.article];
  const size_t here_told = x.sentences.size(), there_told = y.sentences.size();
  out[kSentencesLeast] = static_cast<float>(std::min(here_told, there_told));
  out[kSentencesMost] = static_cast<float>(std::max(here_told, there_told));
  out[kArticlesAlike] = static_cast<float>(articles_alike(a.article, b.article));
  out[kPast] = static_cast<float>(x.sentences[a.sentence].past + y.sentences[b.sentence].past);
  const auto* const here = quote_in(a);
  const auto* const there = quote_in(b);
  out[kQuoted] = static_cast<float>((here != nullptr) + (there != nullptr));
  if (here == nullptr || there == nullptr || !here->speaker || !there->speaker) return;
  out[kSpeakersApart] = key_of(x, *here->speaker) != key_of(y, *there->speaker) ? 1 : 0;
}

double SameStatement::articles_alike(uint32_t a, uint32_t b) const {
  const auto [at, fresh] = alike_.try_emplace(std::minmax(a, b), 0);
  if (!fresh) return at->second;
  double all = 0;
  size_t count = 0;
  const auto add = [&](uint32_t one, uint32_t other) {
    for (uint32_t i = 1; i < passages_.read_of(one); ++i) {
      const Twin* const near = twin_in({one, i}, other);
      all += near == nullptr ? 0 : near->likeness;
      ++count;
    }
  };
  add(a, b), add(b, a);
  return at->second = count == 0 ? 0 : all / static_cast<double>(count);
}

const model::Quote* SameStatement::quote_in(Where where) const {
  const auto& telling = input_.tellings[where.article];
  const Sentence& sentence = telling.sentences[where.sentence];
  for (const auto& quote : telling.annotated->quotes) {
    if (quote.at.block == sentence.block && quote.at.range.overlaps(sentence.range)) return &quote;
  }
  return nullptr;
}

// How much of the clause that denies the other sentence says, and how much of what both say stands
// in that clause: a side clause may deny something else.
void SameStatement::read_denial(Where a, Where b, Features& out) const {
  auto found = denials_.find({a.article, a.sentence});
  Where own = a, other = b;
  if (found == denials_.end()) {
    found = denials_.find({b.article, b.sentence});
    std::swap(own, other);
  }
  if (found == denials_.end()) return;
  const Passages::Bag& clause = found->second->bag;
  const Passages::Bag& there = passages_.bag(other.article, other.sentence);
  const double said = Passages::shared_by(clause, there), square = Passages::square_of(clause);
  const double all = Passages::shared_by(passages_.bag(own.article, own.sentence), there);
  double most = 0;  // of what the other denies elsewhere
  for (auto at = denials_.lower_bound({other.article, 0});
       at != denials_.end() && at->first.first == other.article; ++at) {
    most = std::max(most, Passages::likeness(clause, at->second->bag));
  }
  out[kDeniedElsewhere] = static_cast<float>(most);
  out[kDeniedSaid] = static_cast<float>(square == 0 ? 0 : said / square);
  out[kDeniedShare] = static_cast<float>(all == 0 ? 0 : said / all);
}

void SameStatement::read_contrast(Where a, Where b, Features& out) const {
  const auto contrast = contradictions_.contrast(a, b);
  out[kDenial] = contrast.denial ? 1 : 0;
  if (contrast.denial) read_denial(a, b, out);
  out[kDays] = contrast.days ? 1 : 0;
  out[kFigures] = contrast.figures ? 1 : 0;
  out[kOutcomes] = static_cast<float>(contrast.outcomes);
  out[kApart] = static_cast<float>(contrast.apart);
  out[kOneClass] = contrast.one_class ? 1 : 0;
  out[kFigureElsewhere] = contrast.figure_elsewhere ? 1 : 0;
  out[kSmall] = contrast.is_small ? 1 : 0;
  out[kOutcomeElsewhere] = contrast.outcome_elsewhere ? 1 : 0;
  for (size_t sort = 0; sort < Contradictions::kSorts.size(); ++sort) {
    out[kNewFacility + sort] = contrast.names_new[sort] ? 1 : 0;
    out[kOtherFacility + sort] = contrast.names_other[sort] ? 1 : 0;
  }
  if (out[kContrary] > 0) read_witnesses(a, b, out);
}

// Third accounts with a sentence near to both, that contradicts one of the two and not the other.
void SameStatement::read_witnesses(Where a, Where b, Features& out) const {
  float for_a = 0, for_b = 0;
  for (const Twin& own : passages_.twins(a.article, a.sentence)) {
    if (own.article == b.article || own.sentence == 0) continue;
    const Twin* const other = twin_in(b, own.article);
    if (other == nullptr || other->sentence != own.sentence) continue;
    const Where third{own.article, own.sentence};
    const bool against_a = contradictions_.between(a, third);
    const bool against_b = contradictions_.between(b, third);
    if (against_a != against_b) ++(against_a ? for_b : for_a);
  }
  std::tie(out[kBorneOutLeast], out[kBorneOutMost]) = std::minmax(for_a, for_b);
}

// What is done: PLOVER's types in both, and how far they lie between help and harm.
void SameStatement::read_deeds(Where a, Where b, Features& out) const {
  const auto types_of = [&](Where where) {
    std::vector<std::string_view> types;
    const auto& telling = input_.tellings[where.article];
    for (const uint32_t event : telling.sentences[where.sentence].events) {
      const auto& one = telling.annotated->events[event];
      if (!one.type.empty()) types.push_back(one.type);
    }
    tidy(types);
    return types;
  };
  const auto x = types_of(a), y = types_of(b);
  const size_t both = shared_count(x, y);
  out[kDeedsShared] = static_cast<float>(both);
  out[kDeedsAlone] = static_cast<float>(std::min(x.size(), y.size()) - both);
  constexpr std::array<std::string_view, 7> kKind{"AGREE",     "AID",     "CONCEDE", "CONSULT",
                                                  "COOPERATE", "RETREAT", "SUPPORT"};
  const auto kind = [&](const auto& types) {
    float sum = 0;
    for (const auto type : types) {
      sum += std::find(kKind.begin(), kKind.end(), type) != kKind.end() ? 1.0F : -1.0F;
    }
    return types.empty() ? 0 : sum / static_cast<float>(types.size());
  };
  out[kDeedsApart] = std::abs(kind(x) - kind(y));
}

}  // namespace synoptic::compare
