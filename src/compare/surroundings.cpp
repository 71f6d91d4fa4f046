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
  // Both sides of the claim; where the clause begins or ends with the sentence, they are the same.
  const auto bag = [&](uint32_t begin, uint32_t end) {
    return passages_.bag_of(claim.article, claim.sentence, {begin, end});
  };
  const Range there = claim.at.range;
  auto before = bag(sentence.range.begin, there.begin);
  auto behind = bag(there.end, sentence.range.end);
  place.clause = Passages::joined(
      clause.begin == sentence.range.begin ? before : bag(clause.begin, there.begin),
      clause.end == sentence.range.end ? behind : bag(there.end, clause.end));
  place.sentence = Passages::joined(std::move(before), behind);
  place.clause_square = Passages::square_of(place.clause);
  place.sentence_square = Passages::square_of(place.sentence);
  place.around = terms_around(sentence.text, word, lang);
  place.beside = terms_beside(sentence.text, word, lang);
}

Passages::Part Surroundings::clause_of(size_t i) const {
  const Place& place = of(i);
  return {claims_[i]->article, claims_[i]->sentence, place.clause, place.clause_square};
}

Passages::Part Surroundings::whole_of(size_t i) const {
  const Place& place = of(i);
  return {claims_[i]->article, claims_[i]->sentence, place.sentence, place.sentence_square};
}

double Surroundings::clauses(size_t i, size_t j) const {
  return Passages::likeness(clause_of(i), clause_of(j));
}

double Surroundings::sentences(size_t i, size_t j) const {
  return Passages::likeness(whole_of(i), whole_of(j));
}

double Surroundings::tie(size_t i, size_t j) const {
  float& known = ties_[std::min(i, j) * claims_.size() + std::max(i, j)];
  if (known < 0) {
    known = static_cast<float>(passages_.tie(clause_of(i), clause_of(j)));
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
