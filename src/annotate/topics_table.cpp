#include "annotate/topics_table.h"

#include <cstdlib>

#include "annotate/grammar.h"
#include "base/table.h"

namespace synoptic::annotate {
namespace {

using Known = std::map<std::string, uint32_t, std::less<>>;  // phrases of a language and their ids

// A word of the top level speaks for the topic that it is written under first, one of the second
// level for each: topics under different topics may well share it.
TopicTables load(std::string_view name, bool second) {
  TopicTables tables;
  std::map<std::string, Known, std::less<>> known;
  const size_t first = second ? 2 : 1;  // column of the weight
  for (const TableRow row : DataTable::embedded(name, first + 3)) {
    TopicWord word{std::string(row[0]), std::atof(std::string(row[first]).c_str())};
    if (second) tables.parents[word.topic] = std::string(row[1]);
    const std::string_view lang = row[first + 1];
    for (const auto text : row.words(first + 2)) {
      if (lang == "kind" || lang == "tip") {
        word.tips = lang == "tip";
        tables.by_kind[std::string(text)].push_back(word);
        continue;
      }
      auto& slot = tables.by_language[std::string(lang)];
      if (!slot) {
        slot = std::make_unique<TopicTable>();
        if (const syntax::Grammar* rules = syntax::grammar(lang)) {
          slot->phrases.set_proclitics(rules->proclitics);
        }
      }
      const auto next = static_cast<uint32_t>(slot->meanings.size());
      const auto [place, fresh] = known[std::string(lang)].try_emplace(std::string(text), next);
      if (!fresh) {
        if (second) slot->meanings[place->second].push_back(word);
        continue;
      }
      slot->phrases.add(text, next);
      slot->meanings.push_back({word});
    }
  }
  return tables;
}

}  // namespace

const TopicTable* TopicTables::language(std::string_view lang) const {
  const auto found = by_language.find(lang);
  return found == by_language.end() ? nullptr : found->second.get();
}

const TopicTables& top_level_topics() {
  static const TopicTables loaded = load("annotate/topics.tsv", false);
  return loaded;
}

const TopicTables& second_level_topics() {
  static const TopicTables loaded = load("annotate/topics_second.tsv", true);
  return loaded;
}

}  // namespace synoptic::annotate
