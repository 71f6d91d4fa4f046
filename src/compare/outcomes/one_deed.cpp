#include "compare/outcomes/one_deed.h"

#include <algorithm>

#include "compare/outcomes/outcome_words.h"
#include "compare/outcomes/polarity.h"
#include "compare/terms.h"
#include "text/words.h"

namespace synoptic::compare {
namespace {

constexpr double kAlike = 0.3;        // clauses less alike tell two deeds
constexpr size_t kWordsBetween = 1;   // "did not even ask"
constexpr size_t kBytesBetween = 12;  // … where words are not parted by blanks

bool clash(const Keys& a, const Keys& b) { return !a.empty() && !b.empty() && !share(a, b); }

bool are_of_one_language(const Input& input, const Node& a, const Node& b) {
  const auto lang = [&](const Node& node) {
    return model::table_language(input.tellings[node.ref.article].annotated->article.lang);
  };
  return lang(a) == lang(b);
}

double alike(const Input& input, const Node& a, const Node& b) {
  const auto terms = [&](const Node& node) {
    const auto& article = input.tellings[node.ref.article].annotated->article;
    return terms_of(slice(article, node.event->at), article.lang);
  };
  return likeness(terms(a), terms(b));
}

// Where the place stands within the node's sentence.
Range within(const Sentence& sentence, const model::Place& at) {
  if (at.block != sentence.block) return {};
  const auto inside = [&](uint32_t offset) {
    return std::clamp(offset, sentence.range.begin, sentence.range.end) - sentence.range.begin;
  };
  return {inside(at.range.begin), inside(at.range.end)};
}

bool is_beside(std::string_view sentence, Range cue, Range word) {
  if (cue.overlaps(word)) return true;
  const Range between =
      cue.end <= word.begin ? Range{cue.end, word.begin} : Range{word.end, cue.begin};
  if (between.begin >= between.end) return true;
  const auto words = text::words(between.of(sentence));
  const bool spaceless =
      std::any_of(words.begin(), words.end(), [](const auto& one) { return one.spaceless; });
  return spaceless ? between.size() <= kBytesBetween : words.size() <= kWordsBetween;
}

bool is_vote(const Node& node) {
  const std::string_view action = node.event->action;
  return action.starts_with("vote") || action == "abstain";
}

enum class Kind { kUnknown, kPerson, kTown, kLand, kBody };

Kind kind_of(const knowledge::Knowledge& knowledge, const std::string& key) {
  using model::EntityType;
  if (key.find('/') != std::string::npos) return Kind::kUnknown;  // an office: who or which body?
  const auto* entity = knowledge.find(key);
  if (entity == nullptr) return Kind::kUnknown;
  switch (entity->type) {
    case EntityType::kPerson:
      return Kind::kPerson;
    case EntityType::kCity:
    case EntityType::kRegion:
      return Kind::kTown;
    case EntityType::kCountry:
      return Kind::kLand;
    default:
      return Kind::kBody;
  }
}

}  // namespace

bool are_one_deed(const Input& input, const Node& a, const Node& b) {
  if (clash(a.actors, b.actors) || clash(a.recipients, b.recipients) ||
      clash(a.partners, b.partners)) {
    return false;
  }
  const bool doer = share(a.actors, b.actors);
  const bool other = share(a.recipients, b.recipients) || share(a.partners, b.partners);
  // Two words of one family, "condemn" and "support", are one deed only where all parties are one.
  if (a.event->action != b.event->action) return doer && (other || (is_vote(a) && is_vote(b)));
  // Of two languages parties without an id seldom meet, and a clause's few words say too little.
  if (!are_of_one_language(input, a, b)) return true;
  return (doer || other) && alike(input, a, b) >= kAlike;
}

bool is_itself_denied(const Input& input, const Node& node) {
  if (node.event->polarity != model::Polarity::kNegative) return true;
  const auto& telling = input.tellings[node.ref.article];
  const Sentence& sentence = telling.sentences[node.sentence];
  const Range word = within(sentence, node.event->trigger);
  const auto lang = model::table_language(telling.annotated->article.lang);
  bool met = false;
  for (const auto& cue : stance_cues(sentence.text, lang)) {
    if (cue.stance != Stance::kNot && cue.stance != Stance::kDeny) continue;
    if (is_beside(sentence.text, cue.range, word)) return true;
    met = true;
  }
  return !met;  // the verb's own form says it
}

bool is_refused(const Input& input, const Node& node) {
  const auto& telling = input.tellings[node.ref.article];
  const Sentence& sentence = telling.sentences[node.sentence];
  const Range word = within(sentence, node.event->trigger);
  if (word.empty()) return false;
  const auto lang = model::table_language(telling.annotated->article.lang);
  const bool refuses_before = has_flag(lang, MatterFlag::kBefore);
  const auto cues = refusals(sentence.text, lang);
  return std::any_of(cues.begin(), cues.end(), [&](const Range& cue) {
    if (cue.overlaps(word) || (refuses_before && cue.begin >= word.end)) return false;
    return is_beside(sentence.text, cue, word) && clause_around(sentence.text, word).overlaps(cue);
  });
}

bool are_of_a_kind(const knowledge::Knowledge& knowledge, const std::string& a,
                   const std::string& b) {
  const Kind one = kind_of(knowledge, a), other = kind_of(knowledge, b);
  if (one == Kind::kUnknown || other == Kind::kUnknown || one == other) return true;
  return (one == Kind::kLand && other == Kind::kBody) ||
         (one == Kind::kBody && other == Kind::kLand);
}

}  // namespace synoptic::compare
