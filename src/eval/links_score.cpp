// The figures of links: pairs across languages, and LEA.
#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "eval/figures.h"
#include "eval/links.h"

namespace synoptic::eval {
namespace {

double pairs_of(size_t count) {
  return static_cast<double>(count) * static_cast<double>(count - 1) / 2;
}

using Clusters = std::map<std::string, std::vector<size_t>>;

// Of one side's clusters how much the other side has, each weighed by its size.
double lea(const Clusters& these, const std::vector<std::string>& others,
           const std::map<std::string, size_t>& other_sizes) {
  double score = 0, weight = 0;
  for (const auto& [id, members] : these) {
    std::map<std::string, size_t> shared;
    for (const size_t member : members) ++shared[others[member]];
    double resolved = 0;
    if (members.size() == 1) {
      resolved = other_sizes.at(others[members[0]]) == 1 ? 1 : 0;
    } else {
      for (const auto& [other, count] : shared) resolved += pairs_of(count);
      resolved /= pairs_of(members.size());
    }
    score += resolved * static_cast<double>(members.size());
    weight += static_cast<double>(members.size());
  }
  return weight == 0 ? 0 : score / weight;
}

// Pairs in two languages of one cluster.
double cross_pairs(const std::map<std::string, size_t>& by_lang) {
  size_t all = 0;
  double within = 0;
  for (const auto& [lang, count] : by_lang) {
    all += count;
    within += pairs_of(count);
  }
  return all == 0 ? 0 : pairs_of(all) - within;
}

// Precision and recall of LEA, over all languages or within each.
std::pair<double, double> lea_of(const std::vector<LinkedMention>& mentions, bool within_language) {
  Clusters gold, found;
  std::vector<std::string> gold_ids, found_ids;
  std::map<std::string, size_t> gold_sizes, found_sizes;
  for (size_t i = 0; i < mentions.size(); ++i) {
    const LinkedMention& mention = mentions[i];
    const std::string of = mention.topic + "\t" + (within_language ? mention.lang : "") + "\t";
    gold_ids.push_back(of + mention.gold);
    found_ids.push_back(of + mention.found);
    gold[gold_ids.back()].push_back(i);
    found[found_ids.back()].push_back(i);
    ++gold_sizes[gold_ids.back()];
    ++found_sizes[found_ids.back()];
  }
  return {lea(found, gold_ids, gold_sizes), lea(gold, found_ids, found_sizes)};
}

}  // namespace

double LinkScores::lea_f1() const { return harmonic_mean(lea_precision, lea_recall); }
double LinkScores::language_lea_f1() const {
  return harmonic_mean(language_lea_precision, language_lea_recall);
}

LinkScores score_links(const std::vector<LinkedMention>& mentions) {
  LinkScores scores;
  std::map<std::string, std::map<std::string, size_t>> gold_langs, found_langs, both_langs;
  for (const LinkedMention& mention : mentions) {
    const std::string gold_id = mention.topic + "\t" + mention.gold;
    const std::string found_id = mention.topic + "\t" + mention.found;
    ++gold_langs[gold_id][mention.lang];
    ++found_langs[found_id][mention.lang];
    ++both_langs[gold_id + "\n" + found_id][mention.lang];
    scores.seen += mention.seen;
    scores.known += mention.known;
  }
  scores.mentions = mentions.size();
  const auto sum = [](const auto& clusters) {
    double pairs = 0;
    for (const auto& [id, langs] : clusters) pairs += cross_pairs(langs);
    return pairs;
  };
  const double right = sum(both_langs), told = sum(found_langs), wanted = sum(gold_langs);
  scores.pair_precision = told == 0 ? 1 : right / told;
  scores.pair_recall = wanted == 0 ? 1 : right / wanted;
  std::tie(scores.lea_precision, scores.lea_recall) = lea_of(mentions, false);
  std::tie(scores.language_lea_precision, scores.language_lea_recall) = lea_of(mentions, true);
  return scores;
}

std::vector<std::string> worst_links(const std::vector<LinkedMention>& mentions, size_t count) {
  std::map<std::string, std::map<std::string, size_t>> golds, founds;
  for (const auto& mention : mentions) {
    ++golds[mention.found][mention.gold];
    ++founds[mention.gold][mention.found];
  }
  std::vector<std::pair<size_t, std::string>> cost;
  const auto collect = [&](const auto& clusters, std::string_view what) {
    for (const auto& [id, others] : clusters) {
      std::vector<std::pair<size_t, std::string>> parts;
      size_t all = 0;
      for (const auto& [other, n] : others) {
        parts.emplace_back(n, other);
        all += n;
      }
      std::sort(parts.rbegin(), parts.rend());
      std::string line = fmt::format("{} {}:", what, id);
      size_t wrong = 0;
      for (size_t i = 0; i < parts.size() && i < 6; ++i) {
        line += fmt::format(" {} {};", parts[i].first, parts[i].second);
      }
      for (const auto& [n, other] : parts) wrong += n * (all - n) / 2;
      cost.emplace_back(wrong, line);
    }
  };
  collect(golds, "one");
  collect(founds, "parted");
  std::sort(cost.rbegin(), cost.rend());
  std::vector<std::string> worst;
  for (size_t i = 0; i < cost.size() && i < count; ++i) {
    worst.push_back(fmt::format("{:>8} {}", cost[i].first, cost[i].second));
  }
  return worst;
}

}  // namespace synoptic::eval
