#include "eval/topics.h"

#include <fmt/format.h>

#include <algorithm>

#include "annotate/annotate.h"
#include "base/strings.h"
#include "eval/rows.h"

namespace synoptic::eval {
namespace {

using simdjson::dom::element;

struct TopicCase {
  std::string text;
  std::vector<std::string> top, second;  // ids
};

std::vector<std::string> ids_at(const element& row, std::string_view key) {
  std::vector<std::string> ids;
  simdjson::dom::array list;
  if (row.at_key(key).get(list) != simdjson::SUCCESS) return ids;
  for (const element item : list) {
    std::string_view id;
    if (item.get(id) == simdjson::SUCCESS) ids.emplace_back(id);
  }
  return ids;
}

bool contains(const std::vector<std::string>& ids, const std::string& id) {
  return std::ranges::find(ids, id) != ids.end();
}

TopicCount count(const std::vector<std::string>& gold, const std::vector<model::Topic>& found,
                 bool second, std::vector<std::string>& misses) {
  TopicCount counted;
  counted.gold = gold.size();
  std::vector<std::string> ids;
  for (const model::Topic& topic : found) {
    if (topic.parent.empty() == second) continue;
    ids.push_back(topic.id);
    if (contains(gold, topic.id)) {
      ++counted.right;
    } else {
      misses.push_back(
          fmt::format("wrong   {} {:.3f}  {}", topic.id, topic.score, join(topic.words, "; ")));
    }
  }
  counted.found = ids.size();
  for (const std::string& id : gold) {
    if (!contains(ids, id)) misses.push_back("missed  " + id);
  }
  return counted;
}

Result<TopicCase> topic_case(const element& row) {
  TopicCase one{string_at(row, "text"), ids_at(row, "topics"), ids_at(row, "second")};
  if (one.text.empty() || one.top.empty()) {
    return failure(ErrorCode::kMalformed, "", "is no case: 'text' or 'topics' is missing");
  }
  return one;
}

// Each wrong or missing topic adds a line to `misses`.
TopicFigures score(const TopicCase& one, const std::vector<model::Topic>& found,
                   std::vector<std::string>& misses) {
  TopicFigures figures;
  figures.cases = 1;
  figures.top = count(one.top, found, false, misses);
  figures.second = count(one.second, found, true, misses);
  figures.gold = figures.top.gold + figures.second.gold;
  figures.found = figures.top.found + figures.second.found;
  figures.first = !found.empty() && contains(one.top, found.front().id) ? 1 : 0;
  return figures;
}

}  // namespace

void TopicCount::add(const TopicCount& other) {
  gold += other.gold;
  found += other.found;
  right += other.right;
}

void TopicFigures::add(const TopicFigures& other) {
  cases += other.cases;
  gold += other.gold;
  found += other.found;
  first += other.first;
  top.add(other.top);
  second.add(other.second);
}

std::vector<std::pair<std::string_view, double>> TopicFigures::named() const {
  return {{"top", f1_of(top.right, top.found, top.gold)},
          {"precision", ratio(top.right, top.found)},
          {"recall", ratio(top.right, top.gold)},
          {"first", ratio(first, cases)},
          {"second", f1_of(second.right, second.found, second.gold)},
          {"precision2", ratio(second.right, second.found)},
          {"recall2", ratio(second.right, second.gold)}};
}

CaseLog evaluate_topics(const std::string& path, const CaseOptions& options,
                        const knowledge::Knowledge& knowledge, TopicFigures& figures) {
  const std::string lang = set_name(path);
  return each_case(path, options, [&](const element& row) -> Result<CaseMisses> {
    const auto one = topic_case(row);
    if (!one) return tl::unexpected(one.error());
    CaseMisses misses{one->text, {}};
    const model::Annotated found = annotate::annotate(case_article(one->text, lang, ""), knowledge);
    figures.add(score(*one, found.topics, misses.misses));
    return misses;
  });
}

}  // namespace synoptic::eval
