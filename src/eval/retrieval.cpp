#include "eval/retrieval.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <fstream>
#include <thread>
#include <unordered_map>

#include "base/strings.h"

namespace synoptic::eval {
namespace {

using lexicon::WeightedTerm;

constexpr size_t kNeighbours = 10;

struct Posting {
  uint32_t sentence = 0;
  float weight = 0;
};

// One language's sentences, each of length 1.
struct Vectors {
  std::vector<std::vector<WeightedTerm>> list;
  std::unordered_map<lexicon::Term, std::vector<Posting>> index;
};

Vectors vectors_of(const std::vector<std::string>& sentences, const std::string& language,
                   const lexicon::Lexicon& lexicon) {
  Vectors made;
  made.list.resize(sentences.size());
  for (uint32_t i = 0; i < sentences.size(); ++i) {
    auto& terms = made.list[i];
    lexicon.terms(sentences[i], language, terms);
    float square = 0;
    for (const WeightedTerm& term : terms) square += term.weight * term.weight;
    const float scale = square > 0 ? 1 / std::sqrt(square) : 0;
    for (WeightedTerm& term : terms) {
      term.weight *= scale;
      made.index[term.term].push_back({i, term.weight});
    }
  }
  return made;
}

// All cosines, a row per sentence of `from`.
std::vector<float> cosines(const Vectors& from, const Vectors& to) {
  const size_t columns = to.list.size();
  std::vector<float> matrix(from.list.size() * columns);
  for (size_t row = 0; row < from.list.size(); ++row) {
    float* const out = matrix.data() + row * columns;
    for (const WeightedTerm& term : from.list[row]) {
      const auto found = to.index.find(term.term);
      if (found == to.index.end()) continue;
      for (const Posting& posting : found->second) {
        out[posting.sentence] += term.weight * posting.weight;
      }
    }
  }
  return matrix;
}

// Mean of the largest cosines of each row, or of each column.
std::vector<float> neighbourhoods(const std::vector<float>& matrix, size_t size, bool columns) {
  std::vector<float> means(size), line(size);
  const size_t count = std::min(kNeighbours, size);
  for (size_t i = 0; i < size; ++i) {
    for (size_t j = 0; j < size; ++j)
      line[j] = columns ? matrix[j * size + i] : matrix[i * size + j];
    std::nth_element(line.begin(), line.begin() + static_cast<long>(count) - 1, line.end(),
                     std::greater<>());
    float sum = 0;
    for (size_t j = 0; j < count; ++j) sum += line[j];
    means[i] = sum / static_cast<float>(count);
  }
  return means;
}

// Share of lines whose best column is their own, in percent; a tie is a miss.
template <typename Score>
double precision(size_t size, const Score& score) {
  size_t right = 0;
  for (size_t i = 0; i < size; ++i) {
    const float own = score(i, i);
    bool best = true;
    for (size_t j = 0; j < size && best; ++j) best = j == i || score(i, j) < own;
    right += best ? 1 : 0;
  }
  return 100.0 * static_cast<double>(right) / static_cast<double>(std::max<size_t>(size, 1));
}

void measure_pair(const Vectors& from, const Vectors& to, Direction& there, Direction& back) {
  const std::vector<float> matrix = cosines(from, to);
  const size_t size = from.list.size();
  const std::vector<float> rows = neighbourhoods(matrix, size, false);
  const std::vector<float> columns = neighbourhoods(matrix, size, true);
  const auto plain = [&](size_t i, size_t j) { return matrix[i * size + j]; };
  const auto csls = [&](size_t i, size_t j) {
    return 2 * matrix[i * size + j] - rows[i] - columns[j];
  };
  there.plain = precision(size, plain);
  there.csls = precision(size, csls);
  back.plain = precision(size, [&](size_t i, size_t j) { return plain(j, i); });
  back.csls = precision(size, [&](size_t i, size_t j) { return csls(j, i); });
}

}  // namespace

Result<ParallelText> read_parallel_text(const std::string& path) {
  std::ifstream in(path);
  std::string line;
  if (!std::getline(in, line)) return failure(ErrorCode::kUnreadable, path, "cannot be read");
  ParallelText text;
  for (const std::string_view code : split(line, '\t')) text.languages.emplace_back(code);
  text.sentences.resize(text.languages.size());
  while (std::getline(in, line)) {
    const auto columns = split(line, '\t');
    const bool whole = columns.size() == text.languages.size() &&
                       std::none_of(columns.begin(), columns.end(),
                                    [](std::string_view column) { return column.empty(); });
    if (!whole) continue;
    for (size_t i = 0; i < columns.size(); ++i) text.sentences[i].emplace_back(columns[i]);
  }
  if (text.sentences[0].empty()) return failure(ErrorCode::kEmpty, path, "no whole line");
  return text;
}

std::vector<Direction> measure_retrieval(const ParallelText& text,
                                         const lexicon::Lexicon& lexicon) {
  const size_t count = text.languages.size();
  std::vector<Vectors> vectors;
  for (size_t i = 0; i < count; ++i) {
    vectors.push_back(vectors_of(text.sentences[i], text.languages[i], lexicon));
  }
  std::vector<Direction> directions(count * count);
  std::vector<std::pair<size_t, size_t>> pairs;
  for (size_t i = 0; i < count; ++i) {
    for (size_t j = 0; j < count; ++j) {
      directions[i * count + j] = {i, j};
      if (i < j) pairs.emplace_back(i, j);
    }
  }
  std::atomic<size_t> next{0};
  const auto work = [&] {
    for (size_t p = next++; p < pairs.size(); p = next++) {
      const auto [i, j] = pairs[p];
      measure_pair(vectors[i], vectors[j], directions[i * count + j], directions[j * count + i]);
    }
  };
  {
    std::vector<std::jthread> threads;
    for (unsigned t = 1; t < std::thread::hardware_concurrency(); ++t) threads.emplace_back(work);
    work();
  }
  std::erase_if(directions,
                [](const Direction& direction) { return direction.from == direction.to; });
  return directions;
}

}  // namespace synoptic::eval
