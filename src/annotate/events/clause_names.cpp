// The names of a sentence: which part a marker, a clitic or an ending gives each, and which of them
// are one list.
#include "annotate/events/clause_names.h"

#include <algorithm>

#include "annotate/events/party_phrases.h"
#include "annotate/names/name_markers.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kMarkerReach = 3;       // words between a marker and its name
constexpr size_t kMarkerReachTight = 2;  // characters, in scripts without spaces

// Does the name itself begin with these letters ("Lebanon", not "to Banon")?
bool name_begins_with(const model::Mention& mention, std::string_view word,
                      const knowledge::Knowledge& knowledge) {
  const knowledge::Entity* entity = knowledge.find(mention.entity);
  if (entity == nullptr) return true;
  for (const auto& alias : entity->aliases) {
    if (text::fold_copy(alias.text).starts_with(word)) return true;
  }
  return false;
}

// "Лунда" of "Лунд": a known name that is not written as it is called. Where endings tell nothing,
// as in short names of persons, false.
bool is_inflected(const model::Mention& mention, const knowledge::Knowledge& knowledge) {
  if (mention.form != "name" || mention.type == model::EntityType::kPerson) return false;
  const knowledge::Entity* entity = knowledge.find(mention.entity);
  if (entity == nullptr) return false;
  constexpr size_t kFront = 6;  // bytes that a form shares with its name
  const std::string word = text::fold_copy(mention.text);
  if (word.size() < kFront) return false;
  bool alike = false;
  for (const auto& alias : entity->aliases) {
    if (alias.adjective) continue;
    const std::string name = text::fold_copy(alias.text);
    if (name == word) return false;
    alike = alike || name.starts_with(std::string_view(word).substr(0, kFront));
  }
  return alike;
}

// The bytes of the name with its title.
uint32_t titled_begin(const Name& name) {
  const Range titled = name.mention->titled;
  const uint32_t begin = name.mention->at.range.begin;
  return titled.empty() ? begin : std::min(begin, titled.begin);
}

uint32_t titled_end(const Sentence& sentence, const Name& name) {
  const Range titled = name.mention->titled;
  const uint32_t end = std::max(name.mention->at.range.end, titled.end);
  const Token& last = sentence.token(name.full_end - 1);
  return last.spaceless ? std::max(end, last.at.end) : end;
}

// The letters before the name in its first word, whether the mention takes them in or not.
std::string clitics_of(const Sentence& sentence, const Name& name,
                       const knowledge::Knowledge& knowledge) {
  const Token& first = sentence.token(name.full_begin);
  const uint32_t begin = titled_begin(name);
  if (first.at.begin < begin) {
    return text::fold_copy(Range{first.at.begin, begin}.of(sentence.passage->text));
  }
  for (const std::string& prefix : sentence.grammar->proclitics) {
    const std::string_view word = first.folded;
    if (word.size() < prefix.size() + 4 || !word.starts_with(prefix)) continue;
    if (name.full_begin < name.begin) return {};
    if (name_begins_with(*name.mention, word, knowledge)) return {};
    return prefix;
  }
  return {};
}

// A chain of clitics, "and" + "to" + article, read letter group by letter group.
void read_clitics(std::string_view clitics, const Grammar& rules, Name& name) {
  bool more = true;
  while (more && !clitics.empty()) {
    more = false;
    for (const auto& word : rules.words[static_cast<size_t>(WordClass::kClitic)]) {
      if (!clitics.starts_with(word.text)) continue;
      if (word.value == "and") name.joined = true;
      if (word.part != Part::kNone) name.part = word.part;
      clitics.remove_prefix(word.text.size());
      more = true;
      break;
    }
  }
}

void read_marker_after(const Sentence& sentence, Name& name) {
  const Grammar& rules = *sentence.grammar;
  const auto& tokens = sentence.passage->tokens;
  const Token& last = tokens[name.full_end - 1];
  const uint32_t end = titled_end(sentence, name);
  if (last.at.end > end) {  // the ending is written with the name
    const std::string rest = text::fold_copy(Range{end, last.at.end}.of(sentence.passage->text));
    if (const auto* word = rules.exact(WordClass::kMarkerAfter, rest)) {
      name.part = word->part;
      if (word->part == Part::kTo) read_second_marker(sentence, name.full_end, name);
    }
    name.joins_next = rules.exact(WordClass::kAnd, rest) != nullptr;
    return;
  }
  if (read_marker_of_title(sentence, name)) return;
  const size_t at = behind_titles(sentence, name);
  PhraseMatch found;
  const auto marks = [&](size_t from) {
    return from < sentence.end &&
           sentence.match(WordClass::kMarkerAfter, from, sentence.end, found);
  };
  // "モディ" is folded to signs that have a で.
  const size_t near_end = name.end - std::min<size_t>(name.end, 2);
  const bool inside =
      name.end - name.begin > 2 && marks(near_end) &&
      !text::is_katakana(text::decode(sentence.passage->text, tokens[near_end].at.begin).value);
  if (inside || marks(name.full_end) || marks(at)) {
    name.part = rules.word(WordClass::kMarkerAfter, found.id).part;
    if (name.part == Part::kTo) read_second_marker(sentence, found.end, name);
  } else if (const auto* word = rules.ending(WordClass::kMarkerAfter, last.folded);
             word != nullptr && name.full_end == name.end &&
             text::is_hangul(text::decode(last.folded, 0).value)) {
    name.part = word->part;  // the mention takes the particle in
  }
  if (name.part == Part::kNone) read_marker_behind_aside(sentence, name);
  if (name.part == Part::kNone) {
    if (const auto* ending = rules.ending(WordClass::kCaseEnding, last.folded)) {
      name.case_part = ending->part;
    }
  }
}

void read_marker_before(const Sentence& sentence, Name& name) {
  size_t passed = 0;
  const size_t reach = sentence.token(name.begin).spaceless ? kMarkerReachTight : kMarkerReach;
  for (size_t at = name.full_begin; at-- > sentence.begin;) {
    const Token& token = sentence.token(at);
    const Mark& mark = sentence.mark(at);
    if (token.kind == TokenKind::kQuote || token.kind == TokenKind::kOther) continue;
    if (token.kind != TokenKind::kWord || mark.boundary || mark.relative) return;
    if (mark.marker != Part::kNone) {
      // "A Lund fechou": where the sentence begins it is the article.
      if (mark.skip && at == sentence.begin && at + 1 == name.full_begin) return;
      // "talks with", but "lags behind": a place word inside the trigger says nothing of the name.
      if (mark.trigger < 0 || mark.marker != Part::kIn) name.part = mark.marker;
      return;
    }
    // "Arrested on Monday Lund's mayor": the marker before a time is that one's.
    if (mark.conjunction || ((mark.time || mark.when) && !token.spaceless)) return;
    bool adjective = false;  // "France's Alstom": the name before says whose it is
    if (mark.name >= 0) {
      const Name& other = sentence.names[static_cast<size_t>(mark.name)];
      adjective = other.adjective || other.part == Part::kOf;
    }
    if (mark.name >= 0 && !adjective) return;
    if (mark.trigger >= 0) return;
    if (!mark.skip && !adjective && ++passed > reach) return;
  }
}

// Is the name one of a list with the name before it?
bool is_joined(const Sentence& sentence, const Name& before, Name& name) {
  // "Visited Kyiv and President X signed": no town is a person's fellow.
  const model::EntityType other = before.mention->type;
  if (name.full_begin < name.begin &&
      (other == model::EntityType::kCity || other == model::EntityType::kRegion)) {
    return false;
  }
  // "미국과 중국을": what the last one is marked as, the first one is, too.
  const bool marked = name.part == Part::kSubject || name.part == Part::kObject;
  bool seen = before.joins_next && marked && before.mention->type == name.mention->type;
  bool and_word = seen;
  for (size_t at = before.full_end; at < name.full_begin; ++at) {
    const Token& token = sentence.token(at);
    const Mark& mark = sentence.mark(at);
    if (mark.depth > 0 || token.kind == TokenKind::kOpen || token.kind == TokenKind::kClose ||
        token.kind == TokenKind::kQuote) {
      continue;
    }
    const bool joins = mark.conjunction || token.kind == TokenKind::kComma;
    // A full-width comma parts clauses; lists have their own mark there.
    if (token.kind == TokenKind::kComma && token.at.of(sentence.passage->text) == "，")
      return false;
    const bool repeats = mark.marker != Part::kNone && mark.marker == before.part;
    if (!joins && !mark.skip && !repeats) return false;
    seen = seen || joins;
    and_word = and_word || mark.conjunction || token.at.of(sentence.passage->text) == "、";
  }
  name.by_comma = seen && !and_word;
  return seen;
}

}  // namespace

void place_names(Sentence& sentence) {
  const auto& tokens = sentence.passage->tokens;
  const uint32_t from = tokens[sentence.begin].at.begin;
  const uint32_t to = tokens[sentence.end - 1].at.end;
  for (const auto* mention : mentions_in(*sentence.passage, {from, to})) {
    const Range range = mention->at.range;
    if (range.begin < from || range.end > to) continue;
    if (mention->type == model::EntityType::kConcept || mention->type == model::EntityType::kWork) {
      continue;  // what is spoken of, not who acts
    }
    Name name;
    name.mention = mention;
    name.begin = token_at(tokens, range.begin);
    if (name.begin > sentence.begin &&
        (name.begin == tokens.size() || tokens[name.begin].at.begin > range.begin)) {
      --name.begin;  // the mention begins inside a word
    }
    name.end = std::max(name.begin + 1, token_at(tokens, range.end));
    if (name.end > sentence.end) continue;
    name.adjective = mention->form == "adjective" || fronts_compound(sentence, name.end);
    name.bracketed = sentence.mark(name.begin).depth > 0;
    name.full_begin = name.begin;
    name.full_end = name.end;
    const Range titled = mention->titled.empty() ? range : mention->titled;
    if (titled.begin < range.begin && titled.begin >= from) {
      name.full_begin = token_at(tokens, titled.begin);
      if (tokens[name.full_begin].at.begin > titled.begin) --name.full_begin;
    }
    if (titled.end > range.end && titled.end <= to) name.full_end = token_at(tokens, titled.end);
    // モディ首相は: a title that the name does not have with it.
    PhraseMatch title;
    if (sentence.grammar->order == WordOrder::kVerbLast && name.full_end == name.end &&
        name.end < sentence.end && tokens[name.end].spaceless &&
        sentence.match(WordClass::kSkip, name.end, sentence.end, title) &&
        (mention->type == model::EntityType::kPerson ||
         !is_title_of_persons(*sentence.grammar, title))) {
      name.full_end = title.end;
    }
    const int index = static_cast<int>(sentence.names.size());
    for (size_t at = name.begin; at < name.end; ++at) sentence.mark(at).name = index;
    sentence.names.push_back(name);
  }
}

void read_markers(Sentence& sentence, const knowledge::Knowledge& knowledge) {
  const bool declines = sentence.grammar->order == WordOrder::kSubjectFirst &&
                        sentence.grammar->has(WordClass::kOblique);
  for (size_t i = 0; i < sentence.names.size(); ++i) {
    Name& name = sentence.names[i];
    read_clitics(clitics_of(sentence, name, knowledge), *sentence.grammar, name);
    if (name.part == Part::kNone) read_marker_after(sentence, name);
    if (name.part == Part::kNone) read_marker_before(sentence, name);
    if (declines && name.part == Part::kNone && !name.adjective) {
      name.inflected = is_inflected(*name.mention, knowledge) || is_cased_person(sentence, name);
    }
    if (name.part == Part::kNone && is_marked_noun(sentence, name)) name.part = Part::kObject;
    if (name.part == Part::kNone && !name.adjective) read_article(sentence, name);
    if (name.begin > sentence.begin) {
      PhraseMatch found;
      name.negated = sentence.match(WordClass::kNegatedName, name.begin - 1, sentence.end, found);
    }
  }
}

namespace {

// A list ends with "and"; names parted by commas alone are none.
void part_loose_lists(Sentence& sentence) {
  bool closed = false;
  for (size_t i = sentence.names.size(); i-- > 0;) {
    Name& name = sentence.names[i];
    if (!name.joined) {
      closed = false;
    } else if (!name.by_comma) {
      closed = true;
    } else if (!closed) {
      name.joined = false;
    }
  }
}

void find_joins(Sentence& sentence) {
  size_t before = sentence.names.size();
  for (size_t i = 0; i < sentence.names.size(); ++i) {
    Name& name = sentence.names[i];
    if (name.bracketed) continue;
    if (before < i) {
      const Name& last = sentence.names[before];
      const bool glued = name.joined && name.full_begin - last.full_end <= 2;
      // "Rutte ile Ankara'da": the word is "with", too, and a place is no second partner.
      const bool at_place = last.part == Part::kWith && name.part == Part::kIn;
      name.joined = (!at_place && is_joined(sentence, last, name)) || glued;
      if (glued) name.by_comma = false;
    } else {
      name.joined = false;
    }
    before = i;
  }
}

// In scripts without spaces a country right before another name says whose it is; what marks the
// country marks the name.
void find_modifiers(Sentence& sentence) {
  for (size_t i = 0; i + 1 < sentence.names.size(); ++i) {
    Name& name = sentence.names[i];
    Name& next = sentence.names[i + 1];
    const bool touching = name.end == next.begin && sentence.token(next.begin).spaceless &&
                          sentence.token(name.begin).spaceless;
    if (!touching || name.mention->type != model::EntityType::kCountry) continue;
    if (next.part == Part::kNone) next.part = name.part;
    name.adjective = true;
  }
}

// "Macron, Putin ve Modi'yi eleştirdi": where the verb is last, the name before the first comma
// does it to those behind it, if what marks the list is no subject's mark.
void part_opening(Sentence& sentence) {
  auto& names = sentence.names;
  if (sentence.grammar->order != WordOrder::kVerbLast || names.size() < 3) return;
  if (names[0].full_begin > sentence.begin || names[0].part != Part::kNone) return;
  if (!names[1].joined || !names[1].by_comma) return;
  size_t last = 1;
  while (last + 1 < names.size() && names[last + 1].joined) ++last;
  if (names[last].part != Part::kObject) return;
  names[1].joined = names[1].by_comma = false;
}

}  // namespace

// Names joined to a marked one share its part.
void join_names(Sentence& sentence) {
  find_modifiers(sentence);
  find_joins(sentence);
  part_loose_lists(sentence);
  size_t before = sentence.names.size();
  for (size_t i = 0; i < sentence.names.size(); ++i) {
    Name& name = sentence.names[i];
    if (name.bracketed) continue;
    if (before < i && name.joined) {
      const Name& last = sentence.names[before];
      // One word may be "and" and "with": between two names of a list it is "and".
      const size_t first = name.full_begin;
      const bool same_word = first > sentence.begin && sentence.mark(first - 1).conjunction &&
                             sentence.mark(first - 1).marker == name.part;
      if (name.part == Part::kNone || same_word) name.part = last.part;
    }
    before = i;
  }
  part_opening(sentence);
  // In languages that mark behind the last of a list, the part runs backwards.
  for (size_t i = sentence.names.size(); i-- > 1;) {
    const Name& name = sentence.names[i];
    if (!name.joined || sentence.grammar->order != WordOrder::kVerbLast) continue;
    Name& last = sentence.names[i - 1];
    if (last.part == Part::kNone || last.part == Part::kWith) last.part = name.part;
  }
}

}  // namespace synoptic::annotate::syntax
