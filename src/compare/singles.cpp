#include "compare/singles.h"

#include <algorithm>
#include <map>
#include <set>

#include "compare/figures/lone_figures.h"
#include "compare/statements/statements.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr size_t kMostPerAccount = 14;
constexpr size_t kMostStatements = 6;
constexpr size_t kMostSentences = 3;
constexpr size_t kMostListItems = 12;
constexpr double kLeast = 0.25;  // salience below this is noise
constexpr double kSaid = 0.22;   // of a statement's words, in one sentence of another account
// Sentences of two accounts so much alike may tell one thing; what is only reported sooner.
constexpr double kSaysTheSame = 0.36;
constexpr double kReportsTheSame = 0.3;
constexpr size_t kShortest = 12;  // code points of a sentence worth showing

class Singles {
 public:
  Singles(const Input& input, const std::vector<Group>& groups, const Deeds& deeds,
          const Quotes& quotes, const Passages& passages)
      : input_(input), groups_(groups), deeds_(deeds), quotes_(quotes), passages_(passages) {
    for (const auto& telling : input.tellings) {
      covered_.emplace_back(telling.sentences.size(), false);
      aligned_.emplace_back(telling.sentences.size());
    }
  }

  std::vector<Ranked> find() {
    mark_aligned();
    figures();
    for (uint32_t i = 0; i < input_.tellings.size(); ++i) {
      if (!input_.tellings[i].original) continue;
      lists(i);
      quotes(i);
      deeds(i);
      sentences(i);
    }
    return best_of_each_account();
  }

 private:
  void mark_aligned() {
    for (const auto& group : groups_) {
      if (group.claims.size() < 2) continue;
      for (const Claim* claim : group.claims) {
        aligned_[claim->article][claim->sentence].push_back(claim->at.range);
      }
    }
    for (const DeedRef ref : deeds_.aligned) {
      const auto& telling = input_.tellings[ref.article];
      const auto& event = telling.annotated->events[ref.event];
      aligned_[ref.article][sentence_of(telling, event.at)].push_back(event.trigger.range);
    }
    for (const auto& [article, quote] : quotes_.aligned) {
      const auto& telling = input_.tellings[article];
      const auto& at = telling.annotated->quotes[quote].at;
      aligned_[article][sentence_of(telling, at)].push_back(at.range);
    }
    for (uint32_t i = 0; i < input_.tellings.size(); ++i) note_names(input_.tellings[i]);
  }

  // Which accounts name an entity.
  void note_names(const Telling& telling) {
    for (const auto& mention : telling.annotated->mentions) {
      if (!mention.entity.empty()) named_by_[mention.entity].insert(telling.account);
    }
  }

  bool is_aligned(uint32_t article, uint32_t sentence) const {
    return !aligned_[article][sentence].empty();
  }

  bool is_aligned_within(uint32_t article, uint32_t sentence, Range range) const {
    const auto& ranges = aligned_[article][sentence];
    return std::any_of(ranges.begin(), ranges.end(),
                       [&](const Range& aligned) { return aligned.overlaps(range); });
  }

  void emit(uint32_t article, uint32_t sentence, std::string slot, std::string about,
            std::vector<model::FactValue> values, double salience, std::string rule) {
    covered_[article][sentence] = true;
    found_.push_back({make_fact(std::move(slot), std::move(about), "only", std::move(values),
                                std::clamp(salience, 0.1, 0.9), std::move(rule)),
                      salience});
  }

  void figures() {
    for (LoneFigure& figure : lone_figures(input_, groups_)) {
      const Claim& claim = *figure.claim;
      emit(claim.article, claim.sentence, claim.slot, std::move(figure.about),
           {named_cell(input_, claim)}, figure.worth,
           input_.accounts < 2 ? "there is no other account" : "no other account gives this value");
    }
  }

  // A list is one thing said: its items are the values.
  void lists(uint32_t index) {
    const auto& telling = input_.tellings[index];
    const auto& blocks = telling.annotated->article.blocks;
    for (uint32_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].kind != model::BlockKind::kListItem) continue;
      std::vector<model::FactValue> values;
      uint32_t sentence = 0;
      const uint32_t first = i;
      for (; i < blocks.size() && blocks[i].kind == model::BlockKind::kListItem; ++i) {
        if (blocks[i].text.empty() || values.size() == kMostListItems) continue;
        const Range all{0, static_cast<uint32_t>(blocks[i].text.size())};
        auto value = cell_of_range(index, i, all);
        if (values.empty()) sentence = sentence_of(telling, {i, all, {}});
        covered_[index][sentence_of(telling, {i, all, {}})] = true;
        values.push_back(std::move(value));
      }
      if (values.size() < 2 || shared_list(index, first, i)) continue;
      emit(index, sentence, "outcome", "list", std::move(values), 0.7,
           "a list that no other account has");
    }
  }

  // Most of its items hold something that another account tells too.
  bool shared_list(uint32_t index, uint32_t first, uint32_t last) const {
    const auto& sentences = input_.tellings[index].sentences;
    size_t shared = 0, all = 0;
    for (size_t i = 0; i < sentences.size(); ++i) {
      if (sentences[i].block < first || sentences[i].block >= last) continue;
      ++all;
      shared += is_aligned(index, static_cast<uint32_t>(i)) ? 1 : 0;
    }
    return shared * 2 > all;
  }

  model::FactValue cell_of_range(uint32_t index, uint32_t block, Range range) const {
    const auto& telling = input_.tellings[index];
    Claim claim;
    claim.article = index;
    claim.at = {block, range, span_in_capture(telling, block, range)};
    claim.sentence = sentence_of(telling, claim.at);
    claim.text = std::string(slice(telling.annotated->article, claim.at));
    claim.norm = claim.name = claim.text;
    return cell(input_, claim);
  }

  void quotes(uint32_t index) {
    const auto& telling = input_.tellings[index];
    const auto& quotes = telling.annotated->quotes;
    for (uint32_t i = 0; i < quotes.size(); ++i) {
      if (quotes_.aligned.contains({index, i}) || quotes_.doubtful.contains({index, i})) continue;
      const auto& quote = quotes[i];
      if (is_beyond(telling, quote.at)) break;
      const uint32_t sentence = sentence_of(telling, quote.at);
      const bool direct = quote.form == "direct";
      if (!direct && !has_own_speaker(telling, quote)) continue;
      if (may_be_told(index, sentence, direct ? kSaysTheSame : kReportsTheSame)) continue;
      if (is_aligned_within(index, sentence, quote.at.range)) continue;
      if (is_said_elsewhere(input_, passages_, index, sentence, quote.at.range, kSaid)) continue;
      if (!direct && (!quote.speaker || quote.speaker->entity.empty() ||
                      is_aligned(index, sentence) || covered_[index][sentence])) {
        continue;
      }
      auto value = cell_of_range(index, quote.at.block, quote.at.range);
      value.text = quote.text;
      value.span = quote.at.span;
      value.norm = value.name = quote.speaker ? quote.speaker->name : "unknown speaker";
      if (quote.speaker) {
        value.norm = quote.speaker->entity.empty() ? quote.speaker->name : quote.speaker->entity;
        value.claimant = value.norm;
      }
      const bool known = quote.speaker && !quote.speaker->entity.empty();
      emit(index, sentence, "attribution", "statement", {std::move(value)},
           0.2 + 0.5 * salience_at(telling, sentence) + (quote.speaker ? 0.1 : 0) +
               (known ? 0.1 : 0) + (direct ? 0.1 : 0),
           "no other account has this statement");
    }
  }

  // Of reported speech: somebody known whom no other account names, so that the words are new, too.
  bool has_own_speaker(const Telling& telling, const model::Quote& quote) const {
    if (!quote.speaker || quote.speaker->entity.empty()) return false;
    const auto found = input_.named_by.find(quote.speaker->entity);
    return found == input_.named_by.end() || found->second.empty() ||
           (found->second.size() == 1 && found->second.contains(telling.account));
  }

  bool has_own_party(const model::Event& event) const {
    for (const auto* arguments : {&event.actor, &event.recipient, &event.partner}) {
      for (const auto& argument : *arguments) {
        const auto found = input_.named_by.find(argument.entity);
        if (found != input_.named_by.end() && found->second.size() == 1) return true;
      }
    }
    return false;
  }

  // Another account has a deed of the family, told of others or read otherwise.
  bool is_told_family(const Telling& own, const std::string& family) const {
    return std::any_of(input_.tellings.begin(), input_.tellings.end(), [&](const auto& telling) {
      if (telling.account == own.account) return false;
      const auto& events = telling.annotated->events;
      return std::any_of(events.begin(), events.end(),
                         [&](const auto& event) { return deed_of(event.action).family == family; });
    });
  }

  void deeds(uint32_t index) {
    const auto& telling = input_.tellings[index];
    const auto& events = telling.annotated->events;
    for (uint32_t i = 0; i < events.size(); ++i) {
      if (deeds_.aligned.contains({index, i})) continue;
      const auto& event = events[i];
      const Deed deed = deed_of(event.action);
      if (deed.plain || event.action.empty()) continue;
      const uint32_t sentence = sentence_of(telling, event.at);
      if (sentence == 0) continue;  // the title says what the text says in full
      if (may_be_told(index, sentence, kSaysTheSame)) continue;
      if (!deed.speech && !has_own_party(event) && is_told_family(telling, deed.family)) continue;
      const bool to_known = has_known(event.recipient) || has_known(event.partner);
      const bool known = has_known(event.actor) || to_known;
      const bool alone = !is_aligned(index, sentence) && !covered_[index][sentence];
      // What the sentence says otherwise is shown already: only a deed between parties adds to it.
      if (!alone && (deed.speech || !to_known)) continue;
      if (!known && (deed.speech || deed.natural || event.actor.empty())) continue;
      double worth = 0.2 + 0.35 * salience_at(telling, sentence) + 0.2 * event.confidence;
      worth += (known ? 0.15 : 0) + (to_known ? 0.1 : 0) - (alone ? 0 : 0.1);
      if (worth < kLeast) continue;
      if (is_said_elsewhere(input_, passages_, index, sentence, event.at.range, kSaid)) continue;
      auto value = cell_of_event(input_, {index, i});
      value.name = beginning_of(value.text);  // the fact has the deed's name already
      emit(index, sentence, "outcome", deed.family, {std::move(value)}, worth,
           "no other account tells this deed");
    }
  }

  // Some sentence of another account is so much like this one that it may say the same.
  bool may_be_told(uint32_t index, uint32_t sentence, double least) const {
    const auto& own = input_.tellings[index];
    const Terms& terms = own.sentences[sentence].terms;
    return std::any_of(input_.tellings.begin(), input_.tellings.end(), [&](const auto& telling) {
      if (telling.account == own.account || !telling.original) return false;
      return std::any_of(
          telling.sentences.begin(), telling.sentences.end(),
          [&](const Sentence& other) { return likeness(terms, other.terms) >= least; });
    });
  }

  static bool has_known(const std::vector<model::Argument>& arguments) {
    return std::any_of(arguments.begin(), arguments.end(),
                       [](const auto& argument) { return !argument.entity.empty(); });
  }

  // Something in the clause is named by another account too, which may say the same of it.
  bool is_answered(uint32_t index, uint32_t sentence, Range clause) const {
    if (is_aligned_within(index, sentence, clause)) return true;
    const auto& telling = input_.tellings[index];
    const uint32_t block = telling.sentences[sentence].block;
    for (const auto& mention : telling.annotated->mentions) {
      if (mention.entity.empty() || mention.type != model::EntityType::kConcept) continue;
      if (mention.at.block != block || !clause.contains(mention.at.range)) continue;
      if (named_by_.at(mention.entity).size() > 1) return true;
    }
    return false;
  }

  // A sentence that nothing above holds and no other account answers, where it carries a worry or
  // reproach; the clause of that word is shown.
  void sentences(uint32_t index) {
    const auto& telling = input_.tellings[index];
    const auto lang = model::table_language(telling.annotated->article.lang);
    const auto& words = weighty_words(lang);
    size_t shown = 0;
    for (uint32_t i = 1; i < telling.sentences.size() && shown < kMostSentences; ++i) {
      const Sentence& sentence = telling.sentences[i];
      if (covered_[index][i] && !is_aligned(index, i)) continue;
      if (text::count_code_points(sentence.text) < kShortest) continue;
      const auto clause = weighty_clause(sentence.text, words);
      if (clause.empty()) continue;
      const Range in_block{sentence.range.begin + clause.begin, sentence.range.begin + clause.end};
      if (is_answered(index, i, in_block)) continue;
      if (is_said_elsewhere(input_, passages_, index, i, in_block, kSaid)) continue;
      ++shown;
      emit(index, i, "outcome", "concern", {cell_of_range(index, sentence.block, in_block)}, 0.5,
           "a worry or reproach that no other account has");
    }
  }

  static bool ends_clause(char32_t c) {
    return c == U',' || c == U'،' || c == U'，' || c == U'、' || c == U';' || c == U'；' ||
           c == U'؛' || c == U'—';
  }

  static Range weighty_clause(std::string_view sentence, const std::vector<std::string>& words) {
    const auto folded = text::fold(sentence);
    for (const auto& word : words) {
      const size_t at = find_word(folded.text, word);
      if (at == std::string::npos) continue;
      const Range source =
          folded.to_source({static_cast<uint32_t>(at), static_cast<uint32_t>(at + word.size())});
      Range clause{0, static_cast<uint32_t>(sentence.size())};
      for (uint32_t i = 0; i < sentence.size();) {
        const auto c = text::decode(sentence, i);
        if (ends_clause(c.value)) {
          if (i + c.length <= source.begin) clause.begin = i + c.length;
          if (i >= source.end) {
            clause.end = i;
            break;
          }
        }
        i += c.length;
      }
      while (clause.begin < source.begin && sentence[clause.begin] == ' ') ++clause.begin;
      return clause;
    }
    return {0, 0};
  }

  std::vector<Ranked> best_of_each_account() {
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Ranked& a, const Ranked& b) { return a.salience > b.salience; });
    std::map<uint32_t, size_t> taken, statements;
    std::vector<Ranked> out;
    for (auto& ranked : found_) {
      const uint32_t account = ranked.fact.values[0].account;
      if (ranked.fact.slot == "attribution" && statements[account]++ >= kMostStatements) continue;
      if (taken[account]++ < kMostPerAccount) out.push_back(std::move(ranked));
    }
    return out;
  }

  const Input& input_;
  const std::vector<Group>& groups_;
  const Deeds& deeds_;
  const Quotes& quotes_;
  const Passages& passages_;
  std::vector<std::vector<bool>> covered_;  // per article and sentence: something of it is shown
  std::vector<std::vector<std::vector<Range>>> aligned_;  // … another account tells it too
  std::map<std::string, std::set<uint32_t>> named_by_;    // entity -> accounts
  std::vector<Ranked> found_;
};

}  // namespace

std::vector<Ranked> find_singles(const Input& input, const std::vector<Group>& groups,
                                 const Deeds& deeds, const Quotes& quotes,
                                 const Passages& passages) {
  return Singles(input, groups, deeds, quotes, passages).find();
}

}  // namespace synoptic::compare
