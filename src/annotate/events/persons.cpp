#include "annotate/events/persons.h"

#include <map>
#include <memory>
#include <string>

#include "annotate/quantities/numerals.h"
#include "annotate/quotes/quote_cues.h"
#include "base/table.h"
#include "model/article.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kLongestFront = 6;  // tokens before the noun
constexpr size_t kLongestRest = 3;   // words behind it

bool is_whole_name(const Sentence& s, size_t at) {
  const int name = s.mark(at).name;
  return name >= 0 && !s.names[static_cast<size_t>(name)].adjective;
}

// "Ex-governor", "4.000": what stands inside a word.
bool is_inner_sign(const Sentence& s, size_t at) {
  return at > s.begin && at + 1 < s.end && s.token(at).kind == TokenKind::kOther &&
         s.token(at - 1).at.end == s.token(at).at.begin &&
         s.token(at).at.end == s.token(at + 1).at.begin;
}

bool has_noun_prefix(const Sentence& s, size_t at) {
  return s.grammar->beginning(WordClass::kNounPrefix, s.token(at).folded) != nullptr;
}

bool is_large(const Sentence& s, size_t at) {
  return text::is_upper(text::decode(s.token(at).at.of(s.passage->text), 0).value);
}

}  // namespace

struct Persons::Tables {
  std::map<std::string, std::unique_ptr<Persons>, std::less<>> languages;

  Tables() {
    const DataTable table = DataTable::embedded("annotate/persons.tsv", 3);
    for (const TableRow row : table) {
      auto& slot = languages[std::string(row[0])];
      if (!slot) slot = std::make_unique<Persons>();
      slot->lang_ = row[0];
      for (const std::string_view word : row.words(2)) {
        if (row[1] == "order") {
          slot->order_ = word == "first"  ? Order::kFirst
                         : word == "last" ? Order::kLast
                                          : Order::kCapital;
        } else if (row[1] == "person") {
          slot->person_.add(word);
        } else if (row[1] == "before") {
          slot->before_.add(word);
        } else if (row[1] == "of") {
          slot->of_.add(word);
        } else if (row[1] == "marked") {
          slot->marked_.add(word);
        } else if (row[1] == "tail") {
          slot->tail_.add(text::fold_copy(word));
        } else if (row[1] == "for") {
          slot->for_.add(text::fold_copy(word));
        } else {
          table.refuse(row, "unknown class of words");
        }
      }
    }
  }
};

const Persons* Persons::of(std::string_view lang) {
  static const Tables tables;
  const auto found = tables.languages.find(model::table_language(lang));
  return found == tables.languages.end() ? nullptr : found->second.get();
}

void Persons::Words::add(std::string_view word) {
  if (word.starts_with('*')) {
    ends.add(text::fold_copy(word.substr(1)));
  } else if (word.ends_with('*')) {
    begins.add(text::fold_copy(word.substr(0, word.size() - 1)));
  } else {
    whole.add(text::fold_copy(word));
  }
}

bool Persons::goes_on(const Sentence& s, size_t end) {
  return end < s.end && s.token(end).kind == TokenKind::kOther &&
         s.token(end - 1).at.end == s.token(end).at.begin;
}

bool Persons::Words::has(std::string_view folded) const {
  return whole.has(folded) || begins.at_begin(folded) > 0 || ends.at_end(folded) > 0;
}

bool Persons::is_noun(const Sentence& s, size_t at) const {
  if (!s.is_word(at) || s.mark(at).trigger >= 0 || is_whole_name(s, at)) return false;
  if (order_ == Order::kCapital && !is_large(s, at)) return false;
  return person_.has(s.token(at).folded);
}

bool Persons::is_marked(const Sentence& s, size_t at) const {
  const std::string_view word = s.token(at).folded;
  const std::string_view rest = word.substr(person_.begins.at_begin(word));
  return !rest.empty() && rest.size() < word.size() && marked_.has(rest);
}

bool Persons::stops(const Sentence& s, size_t at) const {
  const Mark& mark = s.mark(at);
  return !s.is_word(at) || is_whole_name(s, at) || mark.boundary || mark.relative ||
         mark.negation || mark.trigger >= 0 || mark.time || mark.when || mark.adverb ||
         mark.copula || mark.conjunction || mark.marker != Part::kNone ||
         (mark.pronoun && !mark.skip) ||
         s.grammar->beginning(WordClass::kContentPrefix, s.token(at).folded) != nullptr;
}

bool Persons::counts(const Sentence& s, size_t at) const {
  const std::string_view word = s.token(at).folded;
  if (before_.has(word) || is_figure(word)) return true;
  const auto number = Numerals::get().at(word, 0, lang_);
  return number && !number->article && number->range.end == word.size();
}

std::optional<size_t> Persons::head_first(const Sentence& s, size_t first, size_t end) const {
  bool of = false;
  for (size_t at = first; at < end && at - first < kLongestFront; ++at) {
    if (is_noun(s, at)) return at;
    if (at > first && is_inner_sign(s, at)) continue;
    const bool small = s.mark(at).skip || counts(s, at) || (s.mark(at).name >= 0);
    if (is_whole_name(s, at) || s.mark(at).trigger >= 0) return std::nullopt;
    if (!of && !small && !of_.has(s.token(at).folded)) return std::nullopt;
    if (of && s.mark(at).marker == Part::kNone && !small) return std::nullopt;
    of = of_.has(s.token(at).folded);
  }
  return std::nullopt;
}

std::optional<size_t> Persons::head_last(const Sentence& s, size_t first, size_t end) const {
  PhraseMatch found;
  std::optional<size_t> head;
  size_t at = first;
  for (; at < end; ++at) {
    const bool of = at > first && s.mark(at).marker == Part::kOf && of_.has(s.token(at - 1).folded);
    if (of) {
      head.reset();
      continue;
    }
    // "Police protection", "the police arrested": what follows goes on.
    if (s.mark(at).trigger >= 0) return std::nullopt;
    if (!head && at > first && is_inner_sign(s, at)) continue;
    if (stops(s, at)) break;
    if (head && (s.mark(at).skip || s.match(WordClass::kArticle, at, end, found))) break;
    if (is_noun(s, at)) head = at;
  }
  return head && *head + 1 == at && at - first <= kLongestFront ? head : std::nullopt;
}

std::optional<size_t> Persons::head_capital(const Sentence& s, size_t first, size_t end) const {
  for (size_t at = first; at < end && at - first < kLongestFront; ++at) {
    if (at > first && is_inner_sign(s, at)) continue;
    if (stops(s, at)) break;
    if (is_noun(s, at)) return at;
    if (is_large(s, at) && s.mark(at).name < 0 && !of_.has(s.token(at).folded)) break;
  }
  return std::nullopt;
}

std::optional<Persons::Group> Persons::at(const Sentence& s, size_t begin, size_t end) const {
  PhraseMatch found;
  const auto is_small = [&](size_t at) {
    const Mark& mark = s.mark(at);
    return mark.name < 0 && s.is_word(at) && !is_noun(s, at) && !of_.has(s.token(at).folded) &&
           (mark.skip || mark.adverb || mark.time || mark.when || mark.quantifier ||
            opens_time(s, at, end) ||
            (mark.marker == Part::kNone && !counts(s, at) &&
             s.match(WordClass::kArticle, at, end, found)));
  };
  while (begin < end && is_small(begin)) ++begin;
  if (begin >= end) return std::nullopt;
  const auto head = order_ == Order::kFirst  ? head_first(s, begin, end)
                    : order_ == Order::kLast ? head_last(s, begin, end)
                                             : head_capital(s, begin, end);
  if (!head) return std::nullopt;
  size_t behind = *head + 1;
  if (goes_on(s, behind)) return std::nullopt;
  if (order_ == Order::kFirst) {
    // Where cases tell the words apart only what is surely of it: "главу правительства Таиланда".
    const bool cases = s.grammar->has(WordClass::kOblique);
    const auto is_of_it = [&](size_t at) {
      if (cases && s.mark(at).name >= 0)
        return s.names[static_cast<size_t>(s.mark(at).name)].inflected;
      const bool article =
          !is_noun(s, at) && (s.mark(at).skip || s.match(WordClass::kArticle, at, end, found));
      return !article && !stops(s, at) && !counts(s, at) && (!cases || is_noun(s, at));
    };
    while (behind < end && tail_.has(s.token(behind).folded)) ++behind;
    while (behind < end && behind - *head <= kLongestRest && is_of_it(behind)) ++behind;
  }
  return Group{begin, behind};
}

size_t Persons::second(const Sentence& s, size_t begin, size_t end) const {
  if (begin >= end || !is_noun(s, begin)) return end;
  for (size_t at = begin + 1; at < end; ++at) {
    if (!s.is_word(at)) break;
    if (is_whole_name(s, at)) {
      // "الشرطة سامي بن عمر": behind a body another one is named, and no land is a person's name.
      const Name& name = s.names[static_cast<size_t>(s.mark(at).name)];
      const QuoteCues* cues = quote_cues(lang_);
      PhraseMatch body;
      const bool is_body = cues != nullptr && at == name.full_begin &&
                           cues->match(CueClass::kBody, s.passage->tokens, begin, at, body) &&
                           body.end == at;
      const bool land = has_noun_prefix(s, at - 1) && model::is_land(name.mention->type);
      if (is_body || land) return at;
      continue;
    }
    if (s.mark(at).name >= 0) continue;
    if (tail_.has(s.token(at).folded)) continue;
    if (counts(s, at)) return at;
    // Behind a noun with its article only words with one are its own, and no second noun.
    const bool parted = has_noun_prefix(s, at - 1) && (!has_noun_prefix(s, at) || is_noun(s, at));
    // Two nouns alone, and the mark of the object behind them.
    const bool pair = !s.grammar->has(WordClass::kNounPrefix) && at == begin + 1 && at + 1 == end &&
                      is_noun(s, at);
    if (parted || pair) return at;
  }
  return end;
}

// "On Monday", "in der Nacht".
bool Persons::opens_time(const Sentence& s, size_t at, size_t end) {
  if (s.mark(at).marker == Part::kNone || s.mark(at).name >= 0) return false;
  while (at < end && s.is_word(at) && s.mark(at).name < 0 && !s.mark(at).when &&
         (s.mark(at).marker != Part::kNone || s.mark(at).skip)) {
    ++at;
  }
  return at < end && s.mark(at).when;
}

bool is_somebody(const Sentence& s, std::string_view lang, const model::Argument& argument) {
  const Persons* persons = Persons::of(lang);
  if (persons == nullptr || argument.at.block != s.passage->block) return false;
  const size_t begin = token_at(s.passage->tokens, argument.at.range.begin);
  return persons->at(s, begin, token_at(s.passage->tokens, argument.at.range.end)).has_value();
}

}  // namespace synoptic::annotate::syntax
