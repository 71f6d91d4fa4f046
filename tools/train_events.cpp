// Trains the classifier of event types (data/models/events.bin) from sentences of our own.
//
//   train_events DATA_FOLDER OUT [--l2 X] [--folds N] [--bits N] [--least N]
//
// DATA_FOLDER holds LANG.tsv: type <tab> actor <tab> recipient <tab> text. Multinomial logistic
// regression with an L2 penalty, minimised by L-BFGS; hashed features, one byte a weight. First the
// folds, whose held-out answers give the figures and calibrate the confidence, then the model.
// The same data give the same bytes.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <numeric>
#include <unordered_map>

#include "annotate/events/events_guess.h"
#include "base/strings.h"
#include "eval/events.h"
#include "knowledge/knowledge.h"
#include "read_file.h"

namespace {

using namespace synoptic;
using annotate::kEventClasses;
using tools::read_file;

constexpr size_t kBlock = 5;  // lines that stay in one fold: neighbours are alike

struct Example {
  std::string lang, text;
  size_t type = 0, fold = 0;
  std::vector<std::pair<uint32_t, float>> features;  // bucket and value
};

struct Options {
  std::string data, out;
  double l2 = 0.5;
  size_t folds = 5, least = 2;
  uint32_t bits = 16;
  bool misses = false;  // list the held-out sentences that are not right
};

std::optional<size_t> type_of(std::string_view name) {
  if (name == "NONE" || name == "-") return annotate::kNoEvent;
  const auto& types = annotate::kEventTypes;
  const auto found = std::find(types.begin(), types.end(), name);
  if (name.empty() || found == types.end()) return std::nullopt;
  return static_cast<size_t>(found - types.begin());
}

std::vector<Example> read_examples(const Options& options, const knowledge::Knowledge& knowledge) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(options.data)) {
    if (entry.path().extension() == ".tsv") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Example> examples;
  for (const auto& path : paths) {
    const std::string table = read_file(path.string());
    std::string lang = path.stem().string();
    lang = lang.substr(0, lang.find('_'));
    size_t number = 0, before = examples.size();
    for (const std::string_view line : lines(table)) {
      ++number;
      if (line.empty() || line[0] == '#') continue;
      const auto columns = split(line, '\t');
      const auto type = columns.size() < 4 ? std::nullopt : type_of(trim(columns[0]));
      if (!type) {
        fmt::print(stderr, "{}:{}: is no example\n", path.string(), number);
        continue;
      }
      Example example;
      example.lang = lang;
      example.text = trim(columns[3]);
      example.type = *type;
      example.fold = number / kBlock % options.folds;
      const auto features = annotate::features_of(
          {trim(columns[3]), lang, trim(columns[1]), trim(columns[2]), {}}, knowledge);
      std::map<uint32_t, float> merged;
      for (const auto& feature : features) {
        float& value = merged[static_cast<uint32_t>(feature.hash >> (64 - options.bits))];
        value += feature.value;
      }
      example.features.assign(merged.begin(), merged.end());
      examples.push_back(std::move(example));
    }
    fmt::print(stderr, "{}: {} examples\n", lang, examples.size() - before);
  }
  return examples;
}

// Weights of some buckets: those that enough examples of the training part have.
class Weights {
 public:
  std::vector<float> of(const std::vector<Example>& examples, const std::vector<size_t>& part,
                        const Options& options);
  const std::unordered_map<uint32_t, uint32_t>& rows() const { return rows_; }

 private:
  double loss(const std::vector<float>& weights, std::vector<float>& gradient, double l2) const;

  struct Row {
    size_t type = 0;
    std::vector<std::pair<uint32_t, float>> features;
  };
  std::unordered_map<uint32_t, uint32_t> rows_;
  std::vector<Row> data_;
};

std::array<double, kEventClasses> chances_of(
    const std::vector<std::pair<uint32_t, float>>& features, const std::vector<float>& weights) {
  std::array<double, kEventClasses> sums{};
  for (const auto& [row, value] : features) {
    const float* at = weights.data() + size_t{row} * kEventClasses;
    for (size_t i = 0; i < kEventClasses; ++i) sums[i] += value * at[i];
  }
  const double most = *std::max_element(sums.begin(), sums.end());
  double total = 0;
  for (double& sum : sums) total += sum = std::exp(sum - most);
  for (double& sum : sums) sum /= total;
  return sums;
}

double Weights::loss(const std::vector<float>& weights, std::vector<float>& gradient,
                     double l2) const {
  double sum = 0;
  for (size_t i = 0; i < weights.size(); ++i) {
    gradient[i] = static_cast<float>(l2) * weights[i];
    sum += 0.5 * l2 * weights[i] * weights[i];
  }
  for (const Row& row : data_) {
    auto chances = chances_of(row.features, weights);
    sum -= std::log(std::max(chances[row.type], 1e-12));
    chances[row.type] -= 1;
    for (const auto& [index, value] : row.features) {
      float* at = gradient.data() + size_t{index} * kEventClasses;
      for (size_t i = 0; i < kEventClasses; ++i) {
        at[i] += value * static_cast<float>(chances[i]);
      }
    }
  }
  return sum;
}

double dot(const std::vector<float>& a, const std::vector<float>& b) {
  double sum = 0;
  for (size_t i = 0; i < a.size(); ++i) sum += double{a[i]} * b[i];
  return sum;
}

std::vector<float> Weights::of(const std::vector<Example>& examples,
                               const std::vector<size_t>& part, const Options& options) {
  std::map<uint32_t, size_t> counts;
  for (const size_t i : part) {
    for (const auto& [bucket, value] : examples[i].features) ++counts[bucket];
  }
  rows_.clear();
  for (const auto& [bucket, count] : counts) {
    if (count >= options.least) rows_.emplace(bucket, static_cast<uint32_t>(rows_.size()));
  }
  data_.clear();
  for (const size_t i : part) {
    Row row{examples[i].type, {}};
    for (const auto& [bucket, value] : examples[i].features) {
      if (const auto found = rows_.find(bucket); found != rows_.end()) {
        row.features.emplace_back(found->second, value);
      }
    }
    data_.push_back(std::move(row));
  }
  // L-BFGS (Nocedal 1980) with a backtracking line search.
  constexpr size_t kMemory = 8, kRounds = 150;
  std::vector<float> weights(rows_.size() * kEventClasses), gradient(weights.size());
  std::vector<std::vector<float>> steps, turns;
  double value = loss(weights, gradient, options.l2);
  for (size_t round = 0; round < kRounds; ++round) {
    std::vector<float> way = gradient;
    std::vector<double> alphas(steps.size());
    for (size_t k = steps.size(); k-- > 0;) {
      alphas[k] = dot(steps[k], way) / dot(steps[k], turns[k]);
      for (size_t i = 0; i < way.size(); ++i) {
        way[i] -= static_cast<float>(alphas[k]) * turns[k][i];
      }
    }
    if (!steps.empty()) {
      const double scale = dot(steps.back(), turns.back()) / dot(turns.back(), turns.back());
      for (float& one : way) one *= static_cast<float>(scale);
    }
    for (size_t k = 0; k < steps.size(); ++k) {
      const double beta = dot(turns[k], way) / dot(steps[k], turns[k]);
      for (size_t i = 0; i < way.size(); ++i) {
        way[i] += static_cast<float>(alphas[k] - beta) * steps[k][i];
      }
    }
    const double slope = dot(gradient, way);
    double length = steps.empty() ? 1 / std::max(1.0, std::sqrt(dot(gradient, gradient))) : 1;
    std::vector<float> next(weights.size()), next_gradient(weights.size());
    double next_value = value;
    bool better = false;
    for (int tries = 0; tries < 20 && !better; ++tries, length /= 2) {
      for (size_t i = 0; i < weights.size(); ++i) {
        next[i] = weights[i] - static_cast<float>(length) * way[i];
      }
      next_value = loss(next, next_gradient, options.l2);
      better = next_value <= value - 1e-4 * length * slope;
    }
    if (!better) break;
    std::vector<float> step(weights.size()), turn(weights.size());
    for (size_t i = 0; i < weights.size(); ++i) {
      step[i] = next[i] - weights[i];
      turn[i] = next_gradient[i] - gradient[i];
    }
    const bool done = value - next_value < 1e-5 * std::abs(value);
    weights.swap(next);
    gradient.swap(next_gradient);
    value = next_value;
    if (done) break;
    if (dot(step, turn) > 1e-10) {
      steps.push_back(std::move(step));
      turns.push_back(std::move(turn));
      if (steps.size() > kMemory) {
        steps.erase(steps.begin());
        turns.erase(turns.begin());
      }
    }
  }
  return weights;
}

struct Answer {
  std::string lang;
  size_t gold = 0, got = 0;
  double chance = 0;
};

Answer answer(const Example& example, const Weights& rows, const std::vector<float>& weights) {
  std::vector<std::pair<uint32_t, float>> known;
  for (const auto& [bucket, value] : example.features) {
    if (const auto found = rows.rows().find(bucket); found != rows.rows().end()) {
      known.emplace_back(found->second, value);
    }
  }
  const auto chances = chances_of(known, weights);
  const auto most = std::max_element(chances.begin(), chances.end());
  return {example.lang, example.type, static_cast<size_t>(most - chances.begin()), *most};
}

void tell(const std::string& name, const std::vector<Answer>& answers) {
  eval::EventFigures figures;
  for (const Answer& one : answers) {
    if (one.gold == annotate::kNoEvent) continue;
    figures.roots.push_back({std::string(annotate::kEventTypes[one.gold]),
                             std::string(annotate::kEventTypes[one.got]), one.chance});
  }
  fmt::print(stderr, "{:<6} {:>6} root {:.4f} quad_f1 {:.4f} confident {:.4f}\n", name,
             answers.size(), figures.root(), figures.quad_f1(), figures.confident());
}

// slope and offset by which the chance of the likeliest class becomes how often it is right (Platt
// 1999), by Newton's method.
std::pair<double, double> calibrate(const std::vector<Answer>& answers) {
  double slope = 1, offset = 0;
  for (int round = 0; round < 50; ++round) {
    double g0 = 1e-3 * (slope - 1), g1 = 0, h00 = 1e-3, h01 = 0, h11 = 1e-6;
    for (const Answer& one : answers) {
      const double p = std::clamp(one.chance, 1e-6, 1 - 1e-6);
      const double x = std::log(p / (1 - p));
      const double chance = 1 / (1 + std::exp(-(slope * x + offset)));
      const double miss = chance - (one.gold == one.got ? 1 : 0), bend = chance * (1 - chance);
      g0 += miss * x, g1 += miss;
      h00 += bend * x * x, h01 += bend * x, h11 += bend;
    }
    const double det = h00 * h11 - h01 * h01;
    if (std::abs(det) < 1e-12) break;
    slope = std::clamp(slope - (h11 * g0 - h01 * g1) / det, 0.1, 3.0);
    offset = std::clamp(offset - (h00 * g1 - h01 * g0) / det, -3.0, 3.0);
  }
  return {slope, offset};
}

int run(const Options& options) {
  const auto knowledge = knowledge::Knowledge::load();
  if (!knowledge) return 2;
  const std::vector<Example> examples = read_examples(options, **knowledge);
  std::vector<Answer> answers;
  for (size_t fold = 0; fold < options.folds; ++fold) {
    std::vector<size_t> part;
    for (size_t i = 0; i < examples.size(); ++i) {
      if (examples[i].fold != fold) part.push_back(i);
    }
    Weights rows;
    const auto weights = rows.of(examples, part, options);
    for (const Example& example : examples) {
      if (example.fold != fold) continue;
      answers.push_back(answer(example, rows, weights));
      const Answer& one = answers.back();
      if (options.misses && one.gold != one.got) {
        fmt::print("{}\t{}\t{}\t{:.2f}\t{}\n", one.lang, annotate::kEventTypes[one.gold],
                   annotate::kEventTypes[one.got], one.chance, example.text);
      }
    }
    fmt::print(stderr, "fold {} of {}: {} features\n", fold + 1, options.folds, rows.rows().size());
  }
  std::map<std::string, std::vector<Answer>> by_language;
  for (const Answer& one : answers) by_language[one.lang].push_back(one);
  for (const auto& [lang, some] : by_language) tell(lang, some);
  tell("all", answers);

  annotate::EventModelHeader header;
  std::memcpy(header.magic, annotate::kEventMagic, sizeof header.magic);
  const auto [slope, offset] = calibrate(answers);
  header.slope = static_cast<float>(slope);
  header.offset = static_cast<float>(offset);
  header.bits = options.bits;
  std::vector<size_t> all(examples.size());
  std::iota(all.begin(), all.end(), 0);
  Weights rows;
  const auto weights = rows.of(examples, all, options);
  float most = 0;
  for (const float weight : weights) most = std::max(most, std::abs(weight));
  header.unit = most / 127;
  std::string bytes(sizeof header + (size_t{kEventClasses} << options.bits), '\0');
  std::memcpy(bytes.data(), &header, sizeof header);
  for (const auto& [bucket, row] : rows.rows()) {
    for (size_t i = 0; i < kEventClasses; ++i) {
      const float weight = weights[size_t{row} * kEventClasses + i] / header.unit;
      bytes[sizeof header + size_t{bucket} * kEventClasses + i] =
          static_cast<char>(static_cast<int8_t>(std::lround(weight)));
    }
  }
  std::ofstream(options.out, std::ios::binary) << bytes;
  fmt::print(stderr, "{} features, unit {:.4f}, slope {:.3f}, offset {:.3f}, {} bytes\n",
             rows.rows().size(), header.unit, slope, offset, bytes.size());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app{"Trains the classifier of event types."};
  app.add_option("DATA", options.data)->required();
  app.add_option("OUT", options.out)->required();
  app.add_option("--l2", options.l2);
  app.add_option("--folds", options.folds);
  app.add_option("--bits", options.bits);
  app.add_option("--least", options.least);
  app.add_flag("--misses", options.misses);
  CLI11_PARSE(app, argc, argv);
  return run(options);
}
