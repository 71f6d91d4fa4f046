#include "compare/surroundings.h"

#include <algorithm>

#include "compare/polarity.h"

namespace synoptic::compare {
namespace {

// One value in both accounts, however it is written.
bool same_value(const Claim& a, const Claim& b) {
  return a.entity.empty() ? a.norm == b.norm : a.entity == b.entity;
}

}  // namespace

Surroundings::Surroundings(const Input& input, const Passages& passages,
                           std::vector<const Claim*> claims)
    : input_(input), passages_(passages), claims_(std::move(claims)) {
  const size_t size = claims_.size();
  places_.resize(size);
  read_.assign(size, false);
  ties_.assign(size * size, -1);
  first_.resize(size);
  end_.resize(size);
  for (uint32_t i = 0; i < size;) {
    const uint32_t first = i;
    uint32_t end = i;
    while (end < size && claims_[end]->account == claims_[i]->account) ++end;
    for (; i < end; ++i) {
      first_[i] = first;
      end_[i] = end;
    }
  }
}

const Surroundings::Place& Surroundings::of(size_t i) const {
  if (!read_[i]) read(i);
  return places_[i];
}

void Surroundings::read(size_t i) const {
  read_[i] = true;
  Place& place = places_[i];
  const Claim& claim = *claims_[i];
  const Telling& telling = input_.tellings[claim.article];
  const Sentence& sentence = telling.sentences[claim.sentence];
  const auto& lang = telling.annotated->article.lang;
  const auto inside = [&](uint32_t at) {
    return std::clamp(at, sentence.range.begin, sentence.range.end) - sentence.range.begin;
  };
  const Range word{inside(claim.at.range.begin), inside(claim.at.range.end)};
  Range clause = clause_around(sentence.text, word);
  for (uint32_t* at : {&clause.begin, &clause.end}) *at += sentence.range.begin;
  const Range there = claim.at.range;
  place.clause = passages_.bag_without(claim.article, claim.sentence, clause, there);
  place.sentence = passages_.bag_without(claim.article, claim.sentence, sentence.range, there);
  place.around = terms_around(sentence.text, word, lang);
  place.beside = terms_beside(sentence.text, word, lang);
}

double Surroundings::tie(size_t i, size_t j) const {
  float& known = ties_[std::min(i, j) * claims_.size() + std::max(i, j)];
  if (known < 0) {
    const Claim& a = *claims_[i];
    const Claim& b = *claims_[j];
    known = static_cast<float>(passages_.tie({a.article, a.sentence, of(i).clause},
                                             {b.article, b.sentence, of(j).clause}));
  }
  return known;
}

template <typename Counts>
double Surroundings::nearest(size_t from, size_t to, double least, const Counts& counts) const {
  for (size_t k = first_[to]; k < end_[to]; ++k) {
    if (counts(*claims_[k])) least = std::max(least, tie(from, k));
  }
  return least;
}

double Surroundings::margin(size_t i, size_t j) const {
  const auto other_than = [](const Claim& value) {
    return [&value](const Claim& claim) { return !same_value(claim, value); };
  };
  return tie(i, j) - std::max(nearest(i, j, 0, other_than(*claims_[j])),
                              nearest(j, i, 0, other_than(*claims_[i])));
}

double Surroundings::own(size_t i, size_t j) const {
  const auto like = [](const Claim& value) {
    return [&value](const Claim& claim) { return same_value(claim, value); };
  };
  return nearest(j, i, nearest(i, j, -1, like(*claims_[i])), like(*claims_[j]));
}

size_t Surroundings::shared(size_t i, size_t j) const {
  const auto keys_of = [&](const Claim& claim) -> const std::vector<uint64_t>& {
    return input_.tellings[claim.article].sentences[claim.sentence].context;
  };
  const auto& a = keys_of(*claims_[i]);
  const auto& b = keys_of(*claims_[j]);
  size_t x = 0, y = 0, both = 0;
  while (x < a.size() && y < b.size()) {
    if (a[x] == b[y]) {
      ++both, ++x, ++y;
    } else {
      a[x] < b[y] ? ++x : ++y;
    }
  }
  return both;
}

}  // namespace synoptic::compare
