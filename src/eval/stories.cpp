#include "eval/stories.h"

#include <map>

#include "base/hash.h"
#include "base/strings.h"

namespace synoptic::eval {

double Share::f1() const {
  return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
}

namespace {

double pairs_of(double count) { return count * (count - 1) / 2; }

std::vector<size_t> numbered(const std::vector<std::string>& names, size_t& count) {
  std::map<std::string_view, size_t> numbers;
  std::vector<size_t> out;
  for (const auto& name : names) out.push_back(numbers.emplace(name, numbers.size()).first->second);
  count = numbers.size();
  return out;
}

// How often each pair of (gold, found) stands there, with the sums of both sides.
struct Table {
  std::map<std::pair<size_t, size_t>, double> both;
  std::vector<double> gold, found;

  Table(const std::vector<size_t>& gold_of, size_t gold_count, const std::vector<size_t>& found_of,
        size_t found_count)
      : gold(gold_count), found(found_count) {
    for (size_t i = 0; i < gold_of.size(); ++i) {
      ++both[{gold_of[i], found_of[i]}];
      ++gold[gold_of[i]];
      ++found[found_of[i]];
    }
  }
};

struct PairCounts {
  double both = 0, gold = 0, found = 0;
  Share share() const { return {found > 0 ? both / found : 0, gold > 0 ? both / gold : 0}; }
};

PairCounts count_pairs(const Table& table) {
  PairCounts counts;
  for (const auto& [key, count] : table.both) counts.both += pairs_of(count);
  for (const double count : table.gold) counts.gold += pairs_of(count);
  for (const double count : table.found) counts.found += pairs_of(count);
  return counts;
}

// Pairs in different languages: all pairs less those of one language.
PairCounts cross_lingual_pairs(const std::vector<StoryDocument>& documents,
                               const std::vector<size_t>& gold, size_t gold_count,
                               const std::vector<size_t>& found, size_t found_count) {
  PairCounts all = count_pairs(Table(gold, gold_count, found, found_count));
  std::map<std::string_view, std::pair<std::vector<size_t>, std::vector<size_t>>> by_language;
  for (size_t i = 0; i < documents.size(); ++i) {
    auto& lists = by_language[documents[i].lang];
    lists.first.push_back(gold[i]);
    lists.second.push_back(found[i]);
  }
  for (const auto& [lang, lists] : by_language) {
    const auto same = count_pairs(Table(lists.first, gold_count, lists.second, found_count));
    all.both -= same.both;
    all.gold -= same.gold;
    all.found -= same.found;
  }
  return all;
}

}  // namespace

StoryScores score_stories(const std::vector<StoryDocument>& documents,
                          const std::vector<std::string>& found_names) {
  StoryScores out;
  std::vector<std::string> gold_names;
  for (const auto& document : documents) gold_names.push_back(document.story);
  const auto gold = numbered(gold_names, out.gold_stories);
  const auto found = numbered(found_names, out.stories);
  out.documents = documents.size();
  if (documents.empty()) return out;
  const Table table(gold, out.gold_stories, found, out.stories);
  for (const auto& [key, count] : table.both) {  // Bagga and Baldwin 1998
    out.bcubed.precision += count * count / table.found[key.second];
    out.bcubed.recall += count * count / table.gold[key.first];
  }
  const auto total = static_cast<double>(documents.size());
  out.bcubed.precision /= total;
  out.bcubed.recall /= total;
  const auto pairs = count_pairs(table);
  out.pairs = pairs.share();
  out.cross_lingual =
      cross_lingual_pairs(documents, gold, out.gold_stories, found, out.stories).share();
  const double expected = pairs.gold * pairs.found / std::max(1.0, pairs_of(total));
  const double most = (pairs.gold + pairs.found) / 2;  // Hubert and Arabie 1985
  out.adjusted_rand = most > expected ? (pairs.both - expected) / (most - expected) : 1;
  return out;
}

}  // namespace synoptic::eval
