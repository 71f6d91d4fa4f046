#include "compare/singles.h"

#include <algorithm>
#include <map>

#include "compare/figures.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr size_t kMostPerAccount = 14;
constexpr size_t kMostSentences = 3;
constexpr size_t kMostListItems = 12;
constexpr double kLeast = 0.25;   // salience below this is noise
constexpr size_t kShortest = 12;  // code points of a sentence worth showing

class Singles {
 public:
  Singles(const Input& input, const std::vector<Group>& groups, const Deeds& deeds,
          const Quotes& quotes)
      : input_(input), groups_(groups), deeds_(deeds), quotes_(quotes) {
    for (const auto& telling : input.tellings) {
      covered_.emplace_back(telling.sentences.size(), false);
      aligned_.emplace_back(telling.sentences.size(), false);
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
      for (const Claim* claim : group.claims) aligned_[claim->article][claim->sentence] = true;
    }
    for (const DeedRef ref : deeds_.aligned) {
      const auto& telling = input_.tellings[ref.article];
      aligned_[ref.article][sentence_of(telling, telling.annotated->events[ref.event].at)] = true;
    }
    for (const auto& [article, quote] : quotes_.aligned) {
      const auto& telling = input_.tellings[article];
      aligned_[article][sentence_of(telling, telling.annotated->quotes[quote].at)] = true;
    }
  }

  void emit(uint32_t article, uint32_t sentence, std::string slot, std::string about,
            std::vector<model::FactValue> values, double salience, std::string rule) {
    covered_[article][sentence] = true;
    found_.push_back({make_fact(input_, std::move(slot), std::move(about), "only",
                                std::move(values), std::clamp(salience, 0.1, 0.9), std::move(rule)),
                      salience});
  }

  static double worth_of(const Claim& claim) {
    double worth = claim.salience;
    if (claim.slot == "rank") worth = std::max(worth, 0.6) + 0.3;
    if (claim.slot == "money") worth += 0.15;
    if (claim.of) worth += 0.1;
    if (claim.slot == "quantity" && claim.about.empty()) worth -= 0.1;
    if (claim.slot == "quantity" && claim.about.empty() && claim.name.empty()) worth -= 0.1;
    if (claim.slot == "quantity" && claim.value <= 3) worth -= 0.15;
    if (claim.slot == "date") worth -= claim.sort == "period" ? 0.35 : 0.2;
    if (claim.slot == "place") worth -= 0.15;
    if (claim.background) worth -= 0.1;
    return worth;
  }

  void figures() {
    for (const auto& group : groups_) {
      if (group.claims.size() != 1) continue;
      const Claim& claim = *group.claims[0];
      const double worth = worth_of(claim);
      if (worth < kLeast) continue;
      emit(claim.article, claim.sentence, claim.slot, about_of_group(input_, group.claims),
           {named_cell(input_, claim)}, worth, "no other account gives this value");
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
      shared += aligned_[index][i] ? 1 : 0;
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
      if (quotes_.aligned.contains({index, i})) continue;
      const auto& quote = quotes[i];
      const uint32_t sentence = sentence_of(telling, quote.at);
      auto value = cell_of_range(index, quote.at.block, quote.at.range);
      value.text = quote.text;
      value.span = quote.at.span;
      value.norm = value.name = quote.speaker ? quote.speaker->name : "unknown speaker";
      if (quote.speaker) {
        value.norm = quote.speaker->entity.empty() ? quote.speaker->name : quote.speaker->entity;
        value.claimant = value.norm;
      }
      const bool direct = quote.form == "direct";
      emit(index, sentence, "attribution", "statement", {std::move(value)},
           0.25 + 0.5 * salience_at(telling, sentence) + (quote.speaker ? 0.15 : 0) +
               (direct ? 0.1 : 0),
           "no other account has this statement");
    }
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
      double worth = 0.2 + 0.35 * salience_at(telling, sentence) + 0.2 * event.confidence;
      worth += event.actor.empty() ? 0 : 0.15;
      worth += event.recipient.empty() && event.partner.empty() ? 0 : 0.1;
      worth -= aligned_[index][sentence] ? 0.1 : 0;
      if (event.actor.empty() && event.recipient.empty() && event.partner.empty()) worth -= 0.1;
      if (worth < kLeast || (covered_[index][sentence] && worth < 0.6)) continue;
      auto value = cell_of_event(input_, {index, i});
      emit(index, sentence, "outcome", deed.family, {std::move(value)}, worth,
           "no other account tells this deed");
    }
  }

  // A sentence that nothing above holds and no other account answers, where it carries a worry or
  // reproach; the clause of that word is shown.
  void sentences(uint32_t index) {
    const auto& telling = input_.tellings[index];
    const auto lang = model::primary_language(telling.annotated->article.lang);
    const auto& words = weighty_words(lang);
    size_t shown = 0;
    for (uint32_t i = 1; i < telling.sentences.size() && shown < kMostSentences; ++i) {
      const Sentence& sentence = telling.sentences[i];
      if (covered_[index][i] && !aligned_[index][i]) continue;
      if (text::count_code_points(sentence.text) < kShortest) continue;
      const auto clause = weighty_clause(sentence.text, words);
      if (clause.empty()) continue;
      ++shown;
      const Range in_block{sentence.range.begin + clause.begin, sentence.range.begin + clause.end};
      emit(index, i, "outcome", main_concept(telling, i),
           {cell_of_range(index, sentence.block, in_block)}, 0.5,
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

  // The word as the beginning of a word: endings and proclitics are the language's own business.
  static size_t find_word(std::string_view text, std::string_view word) {
    for (size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
      if (at == 0) return at;
      const char32_t before = text::decode_before(text, at).value;
      if (!text::is_letter(before) || text::is_spaceless(before) || text::is_arabic(before)) {
        return at;
      }
    }
    return std::string::npos;
  }

  std::string main_concept(const Telling& telling, uint32_t sentence) const {
    std::string place;
    for (const auto& mention : telling.annotated->mentions) {
      if (mention.entity.empty() || sentence_of(telling, mention.at) != sentence) continue;
      if (mention.type == model::EntityType::kConcept) return mention.name;
      if (place.empty()) place = mention.name;
    }
    return place.empty() ? "statement" : place;
  }

  std::vector<Ranked> best_of_each_account() {
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Ranked& a, const Ranked& b) { return a.salience > b.salience; });
    std::map<uint32_t, size_t> taken;
    std::vector<Ranked> out;
    for (auto& ranked : found_) {
      if (taken[ranked.fact.values[0].account]++ < kMostPerAccount) {
        out.push_back(std::move(ranked));
      }
    }
    return out;
  }

  const Input& input_;
  const std::vector<Group>& groups_;
  const Deeds& deeds_;
  const Quotes& quotes_;
  std::vector<std::vector<bool>> covered_;  // per article and sentence: something of it is shown
  std::vector<std::vector<bool>> aligned_;  // … another account tells it too
  std::vector<Ranked> found_;
};

}  // namespace

std::vector<Ranked> find_singles(const Input& input, const std::vector<Group>& groups,
                                 const Deeds& deeds, const Quotes& quotes) {
  return Singles(input, groups, deeds, quotes).find();
}

}  // namespace synoptic::compare
