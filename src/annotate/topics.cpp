// What an article is about: IPTC Media Topics, top level. Words of data/annotate/topics.tsv vote
// with their weight, more in the title and in headings; so do the kinds of entities named and the
// page's own section and keywords. Repetition counts less and less.
#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include "annotate/grammar.h"
#include "annotate/passage.h"
#include "annotate/phrases.h"
#include "annotate/steps.h"
#include "base/data.h"

namespace synoptic::annotate {
namespace {

using namespace syntax;

constexpr double kTitleWeight = 3;
constexpr double kHeadingWeight = 1.5;
constexpr double kKeywordWeight = 2;
constexpr double kLeastShare = 0.13;  // of all votes
constexpr double kLeastVotes = 1.5;
constexpr size_t kMostTopics = 4;

struct TopicWord {
  std::string topic;
  double weight = 1;
};

struct TopicTable {
  PhraseTable phrases;
  std::vector<TopicWord> words;
};

struct TopicTables {
  std::map<std::string, std::unique_ptr<TopicTable>, std::less<>> by_language;
  std::map<std::string, std::vector<TopicWord>, std::less<>> by_kind;  // of entities
};

// topic <tab> weight <tab> language <tab> words; language "kind": kinds and types of entities
TopicTables load() {
  TopicTables tables;
  for (const std::string_view line : lines(embedded_data("annotate/topics.tsv"))) {
    if (line.empty() || line[0] == '#') continue;
    const auto columns = split(line, '\t');
    if (columns.size() < 4) continue;
    TopicWord word{std::string(trim(columns[0])), 1};
    word.weight = std::atof(std::string(trim(columns[1])).c_str());
    const std::string_view lang = trim(columns[2]);
    for (const auto text : split_trimmed(columns[3], ';')) {
      if (lang == "kind") {
        tables.by_kind[std::string(text)].push_back(word);
        continue;
      }
      auto& slot = tables.by_language[std::string(lang)];
      if (!slot) {
        slot = std::make_unique<TopicTable>();
        if (const Grammar* rules = grammar(lang)) slot->phrases.set_proclitics(rules->proclitics);
      }
      slot->phrases.add(text, static_cast<uint32_t>(slot->words.size()));
      slot->words.push_back(word);
    }
  }
  return tables;
}

const TopicTables& tables() {
  static const TopicTables loaded = load();
  return loaded;
}

using Votes = std::map<std::string, double>;

// Weighted counts of the table's words in the tokens.
void count_words(const TopicTable& table, const std::vector<Token>& tokens, double weight,
                 std::vector<double>& counts) {
  for (size_t at = 0; at < tokens.size();) {
    PhraseMatch found;
    if (tokens[at].kind == TokenKind::kWord &&
        table.phrases.match(tokens, at, tokens.size(), found)) {
      counts[found.id] += weight;
      at = found.end;
    } else {
      ++at;
    }
  }
}

void vote_words(const model::Annotated& annotated, const Passages& passages, Votes& votes) {
  const auto& all = tables().by_language;
  const auto found = all.find(model::primary_language(annotated.article.lang));
  if (found != all.end()) {
    const TopicTable& table = *found->second;
    std::vector<double> counts(table.words.size(), 0);
    for (const Passage& passage : passages) {
      const bool title = passage.block == model::kTitleBlock;
      const bool heading = passage.kind == model::BlockKind::kHeading;
      count_words(table, passage.tokens,
                  title     ? kTitleWeight
                  : heading ? kHeadingWeight
                            : 1,
                  counts);
    }
    for (size_t i = 0; i < counts.size(); ++i) {
      if (counts[i] > 0)
        votes[table.words[i].topic] += table.words[i].weight * std::log2(1 + counts[i]);
    }
  }
  // Sections and keywords may be in any language of the table.
  std::vector<std::string> labels = annotated.article.keywords;
  labels.push_back(annotated.article.section);
  for (const std::string& label : labels) {
    const auto tokens = tokenise(label);
    for (const auto& [lang, table] : all) {
      std::vector<double> counts(table->words.size(), 0);
      count_words(*table, tokens, kKeywordWeight, counts);
      bool hit = false;
      for (size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] <= 0) continue;
        votes[table->words[i].topic] += table->words[i].weight;
        hit = true;
      }
      if (hit) break;
    }
  }
}

void vote_entities(const model::Annotated& annotated, const knowledge::Knowledge& knowledge,
                   Votes& votes) {
  std::map<std::string, double> kinds;
  for (const auto& mention : annotated.mentions) {
    const double weight = mention.at.block == model::kTitleBlock ? 2 : 1;
    kinds[std::string(model::entity_type_name(mention.type))] += weight;
    if (const knowledge::Entity* entity = knowledge.find(mention.entity)) {
      if (!entity->kind.empty()) kinds[entity->kind] += weight;
    }
    if (mention.form == "role") kinds["role"] += weight;
  }
  for (const auto& [kind, count] : kinds) {
    const auto found = tables().by_kind.find(kind);
    if (found == tables().by_kind.end()) continue;
    for (const TopicWord& word : found->second) {
      votes[word.topic] += word.weight * std::log2(1 + count);
    }
  }
}

}  // namespace

void find_topics(model::Annotated& annotated, const Passages& passages,
                 const knowledge::Knowledge& knowledge) {
  Votes votes;
  vote_words(annotated, passages, votes);
  vote_entities(annotated, knowledge, votes);
  double sum = 0;
  for (const auto& [topic, vote] : votes) sum += vote;
  for (const auto& [topic, vote] : votes) {
    if (vote < kLeastVotes || vote / sum < kLeastShare) continue;
    annotated.topics.push_back({topic, std::round(1000 * vote / sum) / 1000});
  }
  std::stable_sort(annotated.topics.begin(), annotated.topics.end(),
                   [](const auto& a, const auto& b) { return a.score > b.score; });
  if (annotated.topics.size() > kMostTopics) annotated.topics.resize(kMostTopics);
}

}  // namespace synoptic::annotate
