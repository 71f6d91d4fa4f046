// What an article is about: IPTC Media Topics. Words of the tables vote with their weight, more in
// the title and in headings; so do the kinds of entities named and the page's own section and
// keywords. Repetition counts less and less. A second-level topic is claimed only under a top-level
// one that is, where its words are enough and are a good part of what speaks for its siblings; the
// strongest claim the topic above them where its own words are too few.
#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "annotate/passage.h"
#include "annotate/steps.h"
#include "annotate/topics_table.h"

namespace synoptic::annotate {
namespace {

using namespace syntax;

constexpr double kTitleWeight = 3;
constexpr double kHeadingWeight = 1.5;
constexpr double kKeywordWeight = 2;
constexpr double kLeastShare = 0.13;  // of all votes
constexpr double kLeastVotes = 1.5;
constexpr size_t kMostTopics = 4;
// Of the second level; the share is of the votes of all topics under the same one.
constexpr double kLeastSecondShare = 0.25;
constexpr double kLeastSecondVotes = 1.5;
constexpr double kAloneVotes = 2;  // where one word alone speaks for it
// In a short text one word, once, is all that can be asked; it must then speak nearly alone.
constexpr size_t kShortText = 60;  // words
constexpr double kShortVotes = 1;
constexpr double kShortShare = 0.45;
constexpr size_t kMostSecond = 2;  // under one topic
// What claims the topic above as well: votes, different words, and share of all second-level votes.
constexpr double kStrongVotes = 2;
constexpr size_t kStrongWords = 2;
constexpr double kStrongShare = 0.3;
constexpr size_t kMostWords = 6;  // told of a topic

struct Voice {
  double vote = 0;
  std::string word;
};

struct Vote {
  double sum = 0;
  std::vector<Voice> voices;
};

using Votes = std::map<std::string, Vote, std::less<>>;

// What is found of the phrases of a table: few of its thousands, so that only those are gone
// through and cleared.
class Counts {
 public:
  struct Found {
    double count = 0;        // weighted
    std::string_view first;  // as written
  };

  void start(size_t phrases) {
    for (const uint32_t id : ids_) found_[id] = {};
    ids_.clear();
    if (found_.size() < phrases) found_.resize(phrases);
  }
  void add(uint32_t id, std::string_view as_written, double weight) {
    Found& one = found_[id];
    if (one.count == 0) {
      one.first = as_written;
      ids_.push_back(id);
    }
    one.count += weight;
  }
  // In the order of the table.
  const std::vector<uint32_t>& ids() {
    std::ranges::sort(ids_);
    return ids_;
  }
  const Found& operator[](uint32_t id) const { return found_[id]; }

 private:
  std::vector<Found> found_;   // by id
  std::vector<uint32_t> ids_;  // of those with a count
};

void speak(const TopicWord& word, double times, std::string_view as_written, Votes& votes) {
  Vote& vote = votes[word.topic];
  vote.sum += word.weight * times;
  vote.voices.push_back({word.weight * times, std::string(as_written)});
}

// Weighted counts of the table's words in the tokens of the text.
void count_words(const TopicTable& table, Token::Opens kind, std::string_view text,
                 const std::vector<Token>& tokens, double weight, Counts& found) {
  for (size_t at = 0; at < tokens.size();) {
    PhraseMatch match;
    if (tokens[at].kind == TokenKind::kWord && tokens[at].opens(kind) &&
        table.phrases.match(tokens, at, tokens.size(), match)) {
      found.add(match.id, bytes_of(tokens, match.begin, match.end).of(text), weight);
      at = match.end;
    } else {
      ++at;
    }
  }
}

void vote_words(const TopicTables& tables, Token::Opens kind, const model::Annotated& annotated,
                const Passages& passages, Votes& votes) {
  thread_local Counts found;
  if (const auto* table = tables.language(model::table_language(annotated.article.lang))) {
    found.start(table->meanings.size());
    for (const Passage& passage : passages) {
      const bool title = passage.block == model::kTitleBlock;
      const bool heading = passage.kind == model::BlockKind::kHeading;
      count_words(*table, kind, passage.text, passage.tokens,
                  title     ? kTitleWeight
                  : heading ? kHeadingWeight
                            : 1,
                  found);
    }
    for (const uint32_t id : found.ids()) {
      for (const TopicWord& word : table->meanings[id]) {
        speak(word, std::log2(1 + found[id].count), found[id].first, votes);
      }
    }
  }
  // Sections and keywords may be in any language of the table.
  std::vector<std::string_view> labels(annotated.article.keywords.begin(),
                                       annotated.article.keywords.end());
  labels.push_back(annotated.article.section);
  for (const std::string_view label : labels) {
    if (label.empty()) continue;
    const FoldedTokens made = tokenise(label);
    for (const auto& [lang, table] : tables.by_language) {
      found.start(table->meanings.size());
      count_words(*table, kind, label, made.tokens, kKeywordWeight, found);
      for (const uint32_t id : found.ids()) {
        for (const TopicWord& word : table->meanings[id]) speak(word, 1, found[id].first, votes);
      }
      if (!found.ids().empty()) break;
    }
  }
}

// What kinds of things the article names, and how much.
using Kinds = std::map<std::string_view, double>;

Kinds kinds_of(const model::Annotated& annotated, const knowledge::Knowledge& knowledge) {
  Kinds kinds;
  std::unordered_map<std::string_view, const knowledge::Entity*> entities;
  for (const auto& mention : annotated.mentions) {
    const double weight = mention.at.block == model::kTitleBlock ? 2 : 1;
    kinds[model::entity_type_name(mention.type)] += weight;
    const auto [seen, is_new] = entities.emplace(mention.entity, nullptr);
    if (is_new) seen->second = knowledge.find(mention.entity);
    const knowledge::Entity* entity = seen->second;
    if (entity != nullptr && !entity->kind.empty()) kinds[entity->kind] += weight;
    if (mention.form == "role") kinds["role"] += weight;
  }
  return kinds;
}

// Presidents and lands are in any news: what they say counts no more than the other words of the
// topic but the loudest, which may be an official's title itself.
void add_tips(std::vector<Voice> tips, Vote& vote) {
  double all = 0, loudest = 0, sum = 0;
  for (const Voice& tip : tips) all += tip.vote;
  for (const Voice& voice : vote.voices) loudest = std::max(loudest, voice.vote);
  sum = std::min(all, vote.sum - loudest);
  if (sum <= 0) return;
  for (Voice& tip : tips) {
    tip.vote *= sum / all;
    vote.voices.push_back(std::move(tip));
  }
  vote.sum += sum;
}

Votes votes_of(const TopicTables& tables, Token::Opens opens, const model::Annotated& annotated,
               const Passages& passages, const Kinds& kinds) {
  Votes votes;
  vote_words(tables, opens, annotated, passages, votes);
  std::map<std::string, std::vector<Voice>, std::less<>> tips;
  for (const auto& [kind, count] : kinds) {
    const auto found = tables.by_kind.find(std::string(kind));
    if (found == tables.by_kind.end()) continue;
    for (const TopicWord& word : found->second) {
      const double times = std::log2(1 + count);
      if (word.tips) {
        tips[word.topic].push_back({word.weight * times, "kind:" + std::string(kind)});
      } else {
        speak(word, times, "kind:" + std::string(kind), votes);
      }
    }
  }
  for (auto& [topic, voices] : tips) {
    if (const auto found = votes.find(topic); found != votes.end())
      add_tips(std::move(voices), found->second);
  }
  return votes;
}

// The loudest first, none twice.
std::vector<std::string> words_of(const Vote& vote) {
  std::vector<const Voice*> order;
  for (const Voice& voice : vote.voices) order.push_back(&voice);
  std::ranges::stable_sort(order, std::greater<>(), [](const Voice* one) { return one->vote; });
  std::vector<std::string> words;
  for (const Voice* voice : order) {
    if (words.size() == kMostWords) break;
    if (std::ranges::find(words, voice->word) == words.end()) words.push_back(voice->word);
  }
  return words;
}

double rounded(double score) { return std::round(1000 * score) / 1000; }

void best_first(std::vector<model::Topic>& topics) {
  std::ranges::stable_sort(topics, std::greater<>(), &model::Topic::score);
}

std::vector<model::Topic> top_level(const Votes& votes) {
  double sum = 0;
  for (const auto& [topic, vote] : votes) sum += vote.sum;
  std::vector<model::Topic> topics;
  for (const auto& [topic, vote] : votes) {
    if (vote.sum < kLeastVotes || vote.sum / sum < kLeastShare) continue;
    topics.push_back({topic, rounded(vote.sum / sum), "", words_of(vote)});
  }
  best_first(topics);
  if (topics.size() > kMostTopics) topics.resize(kMostTopics);
  return topics;
}

// The second-level topics under one of the top level, and all votes for them.
struct Branch {
  double sum = 0;
  std::vector<std::pair<std::string_view, const Vote*>> parts;

  bool strong(double all) const {
    return std::ranges::any_of(parts, [&](const auto& part) {
      const Vote& vote = *part.second;
      return vote.sum >= kStrongVotes && vote.voices.size() >= kStrongWords &&
             vote.sum / all >= kStrongShare;
    });
  }
};

using Branches = std::map<std::string, Branch, std::less<>>;

Branches branches_of(const Votes& votes) {
  Branches branches;
  const auto& parents = second_level_topics().parents;
  for (const auto& [topic, vote] : votes) {
    const auto parent = parents.find(topic);
    if (parent == parents.end()) continue;
    Branch& branch = branches[parent->second];
    branch.sum += vote.sum;
    branch.parts.emplace_back(topic, &vote);
  }
  return branches;
}

// Top-level topics that the words of the top level do not claim, but strong parts do.
void add_by_parts(const Branches& branches, std::vector<model::Topic>& topics) {
  double all = 0;
  for (const auto& [top, branch] : branches) all += branch.sum;
  std::vector<model::Topic> more;
  for (const auto& [top, branch] : branches) {
    if (std::ranges::find(topics, top, &model::Topic::id) != topics.end()) continue;
    if (!branch.strong(all)) continue;
    Vote together;
    for (const auto& [topic, vote] : branch.parts) {
      together.voices.insert(together.voices.end(), vote->voices.begin(), vote->voices.end());
    }
    more.push_back({top, rounded(branch.sum / all), "", words_of(together), true});
  }
  best_first(more);
  topics.insert(topics.end(), more.begin(), more.end());
}

bool short_text(const Passages& passages) {
  size_t words = 0;
  for (const Passage& passage : passages) {
    for (const Token& token : passage.tokens) {
      // Two characters make a word where words are not set apart, about.
      if (token.kind == TokenKind::kWord) words += token.spaceless ? 1 : 2;
    }
  }
  return words < 2 * kShortText;
}

std::vector<model::Topic> second_level(const std::vector<model::Topic>& claimed,
                                       const Branches& branches, bool is_short) {
  std::vector<model::Topic> topics;
  for (const model::Topic& top : claimed) {
    const auto found = branches.find(top.id);
    if (found == branches.end()) continue;
    const Branch& branch = found->second;
    std::vector<model::Topic> under;
    for (const auto& [topic, vote] : branch.parts) {
      const double share = vote->sum / branch.sum;
      const double least = vote->voices.size() == 1 ? kAloneVotes : kLeastSecondVotes;
      const bool enough = vote->sum >= least && share >= kLeastSecondShare;
      const bool enough_of_little = is_short && vote->sum >= kShortVotes && share >= kShortShare;
      if (!enough && !enough_of_little) continue;
      under.push_back({std::string(topic), rounded(top.score * share), top.id, words_of(*vote)});
    }
    best_first(under);
    if (under.size() > kMostSecond) under.resize(kMostSecond);
    topics.insert(topics.end(), under.begin(), under.end());
  }
  best_first(topics);
  return topics;
}

}  // namespace

void find_topics(model::Annotated& annotated, const Passages& passages,
                 const knowledge::Knowledge& knowledge) {
  const Kinds kinds = kinds_of(annotated, knowledge);
  std::vector<model::Topic> topics =
      top_level(votes_of(top_level_topics(), Token::kTopic, annotated, passages, kinds));
  const Votes votes =
      votes_of(second_level_topics(), Token::kSecondTopic, annotated, passages, kinds);
  const Branches branches = branches_of(votes);
  add_by_parts(branches, topics);
  const auto second = second_level(topics, branches, short_text(passages));
  topics.insert(topics.end(), second.begin(), second.end());
  annotated.topics = std::move(topics);
}

}  // namespace synoptic::annotate
