#include "compare/surroundings.h"

#include <algorithm>

#include "compare/outcomes/polarity.h"

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
  clause_read_.assign(size, false);
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

Range Surroundings::word_of(const Claim& claim) const {
  const Sentence& sentence = input_.tellings[claim.article].sentences[claim.sentence];
  const auto inside = [&](uint32_t at) {
    return std::clamp(at, sentence.range.begin, sentence.range.end) - sentence.range.begin;
  };
  return {inside(claim.at.range.begin), inside(claim.at.range.end)};
}

void Surroundings::read_clause(size_t i) const {
  const Claim& claim = *claims_[i];
  const Sentence& sentence = input_.tellings[claim.article].sentences[claim.sentence];
  Place& place = places_[i];
  place.range = clause_around(sentence.text, word_of(claim));
  for (uint32_t* at : {&place.range.begin, &place.range.end}) *at += sentence.range.begin;
  place.clause = passages_.bag_without(claim.article, claim.sentence, place.range, claim.at.range);
  place.clause_square = Passages::square_of(place.clause);
  clause_read_[i] = true;
}

// What is asked of fewer claims than their clauses are.
void Surroundings::read(size_t i) const {
  if (!clause_read_[i]) read_clause(i);
  const Claim& claim = *claims_[i];
  const Telling& telling = input_.tellings[claim.article];
  const Sentence& sentence = telling.sentences[claim.sentence];
  const auto& lang = telling.annotated->article.lang;
  Place& place = places_[i];
  const bool whole = place.range == sentence.range;
  place.sentence =
      whole ? place.clause
            : passages_.bag_without(claim.article, claim.sentence, sentence.range, claim.at.range);
  place.sentence_square = Passages::square_of(place.sentence);
  place.around = terms_around(sentence.text, word_of(claim), lang);
  place.beside = terms_beside(sentence.text, word_of(claim), lang);
  read_[i] = true;
}

Passages::Part Surroundings::clause_of(size_t i) const {
  if (!clause_read_[i]) read_clause(i);
  const Place& place = places_[i];
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

double Surroundings::twin_of(const Claim& claim, const Claim& other) const {
  for (const Twin& twin : passages_.twins(claim.article, claim.sentence)) {
    if (twin.article != other.article) continue;
    return twin.sentence == other.sentence ? twin.likeness : -twin.likeness;
  }
  return 0;
}

double Surroundings::twins(size_t i, size_t j) const {
  return twin_of(*claims_[i], *claims_[j]) + twin_of(*claims_[j], *claims_[i]);
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
