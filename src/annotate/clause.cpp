#include "annotate/clause.h"

#include <algorithm>

#include "annotate/asked_deeds.h"
#include "annotate/denied_charges.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kMarkerReach = 3;       // words between a marker and its name
constexpr size_t kMarkerReachTight = 2;  // characters, in scripts without spaces
constexpr size_t kClauseReach = 90;      // tokens on either side of a trigger
constexpr size_t kListReach = 3;         // tokens between a comma and the name it joins

void mark_words(Sentence& sentence) {
  const auto& tokens = sentence.passage->tokens;
  const Grammar& rules = *sentence.grammar;
  int depth = 0;
  size_t denied_to = sentence.begin;
  for (size_t at = sentence.begin; at < sentence.end; ++at) {
    Mark& mark = sentence.mark(at);
    if (tokens[at].kind == TokenKind::kClose && depth > 0) --depth;
    mark.depth = depth;
    if (tokens[at].kind == TokenKind::kOpen) ++depth;
    if (tokens[at].kind != TokenKind::kWord) continue;
    PhraseMatch found;
    mark.classes = rules.classes_of(tokens[at].folded);
    if (mark.classes == 0) continue;
    const auto is = [&](WordClass kind) { return sentence.match(kind, at, sentence.end, found); };
    if (is(WordClass::kMarkerBefore)) {
      const Part part = rules.word(WordClass::kMarkerBefore, found.id).part;
      for (size_t i = found.begin; i < found.end; ++i) {
        if (sentence.mark(i).marker == Part::kNone) sentence.mark(i).marker = part;
      }
    }
    if (is(WordClass::kBoundary)) {
      const bool reason = rules.word(WordClass::kBoundary, found.id).value == "because";
      for (size_t i = found.begin; i < found.end; ++i) {
        sentence.mark(i).boundary = true;
        sentence.mark(i).reason = reason;
      }
    }
    mark.relative = is(WordClass::kRelative);
    // "not only" denies nothing.
    if (is(WordClass::kNegation)) {
      const std::string& value = rules.word(WordClass::kNegation, found.id).value;
      mark.question = value == "question";
      mark.negation = value != "none" && !mark.question;
      mark.negation_next = value == "next";
    }
    if (is(WordClass::kNegationAfter)) {
      const std::string& value = rules.word(WordClass::kNegationAfter, found.id).value;
      mark.denies_before = value == "next";
      mark.not_held = value == "held";
      mark.negation_after = !mark.denies_before && !mark.not_held;
    }
    mark.pronoun = is(WordClass::kPronoun);
    mark.copula = is(WordClass::kCopula);
    mark.content = is(WordClass::kContent);
    mark.skip = is(WordClass::kSkip);
    mark.adverb = is(WordClass::kAdverb);
    if (at >= denied_to && is(WordClass::kDenial)) {
      sentence.denials.push_back(
          {denial_kind(rules.word(WordClass::kDenial, found.id).value), found});
      denied_to = found.has_gap() ? at + 1 : found.end;
    }
    if (is(WordClass::kAnd)) {
      for (size_t i = found.begin; i < found.end; ++i) sentence.mark(i).conjunction = true;
    }
  }
}

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

// The letters before the name in its first word, whether the mention takes them in or not.
std::string clitics_of(const Sentence& sentence, const Name& name,
                       const knowledge::Knowledge& knowledge) {
  const Token& first = sentence.token(name.begin);
  const uint32_t begin = name.mention->at.range.begin;
  if (first.at.begin < begin) {
    return text::fold_copy(Range{first.at.begin, begin}.of(sentence.passage->text));
  }
  for (const std::string& prefix : sentence.grammar->proclitics) {
    const std::string_view word = first.folded;
    if (word.size() < prefix.size() + 4 || !word.starts_with(prefix)) continue;
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
  const Token& last = tokens[name.end - 1];
  const uint32_t end = name.mention->at.range.end;
  if (last.at.end > end) {  // the ending is written with the name
    const std::string rest = text::fold_copy(Range{end, last.at.end}.of(sentence.passage->text));
    if (const auto* word = rules.exact(WordClass::kMarkerAfter, rest)) name.part = word->part;
    return;
  }
  size_t at = name.end;
  // Titles and quotation marks may stand between the name and its postposition.
  while (at < sentence.end && at < name.end + 2 &&
         (tokens[at].kind == TokenKind::kOther || tokens[at].kind == TokenKind::kQuote ||
          (sentence.mark(at).skip && sentence.mark(at).name < 0))) {
    ++at;
  }
  PhraseMatch found;
  const auto marks = [&](size_t from) {
    return from < sentence.end &&
           sentence.match(WordClass::kMarkerAfter, from, sentence.end, found);
  };
  const bool inside = name.end - name.begin > 2 && marks(name.end - 2);
  if (inside || marks(name.end) || marks(at)) {
    name.part = rules.word(WordClass::kMarkerAfter, found.id).part;
  } else if (const auto* word = rules.ending(WordClass::kMarkerAfter, last.folded);
             word != nullptr && text::is_hangul(text::decode(last.folded, 0).value)) {
    name.part = word->part;  // the mention takes the particle in
  }
  if (name.part == Part::kNone) {
    if (const auto* ending = rules.ending(WordClass::kCaseEnding, last.folded)) {
      name.case_part = ending->part;
    }
  }
}

void read_marker_before(const Sentence& sentence, Name& name) {
  size_t passed = 0;
  const size_t reach = sentence.token(name.begin).spaceless ? kMarkerReachTight : kMarkerReach;
  for (size_t at = name.begin; at-- > sentence.begin;) {
    const Token& token = sentence.token(at);
    const Mark& mark = sentence.mark(at);
    if (token.kind == TokenKind::kQuote || token.kind == TokenKind::kOther) continue;
    if (token.kind != TokenKind::kWord || mark.boundary || mark.relative) return;
    if (mark.marker != Part::kNone) {
      // "talks with", but "lags behind": a place word inside the trigger says nothing of the name.
      if (mark.trigger < 0 || mark.marker != Part::kIn) name.part = mark.marker;
      return;
    }
    if (mark.conjunction) return;
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
  bool seen = false, and_word = false;
  for (size_t at = before.end; at < name.begin; ++at) {
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
    name.adjective = mention->form == "adjective";
    name.bracketed = sentence.mark(name.begin).depth > 0;
    const int index = static_cast<int>(sentence.names.size());
    for (size_t at = name.begin; at < name.end; ++at) sentence.mark(at).name = index;
    sentence.names.push_back(name);
  }
}

void read_markers(Sentence& sentence, const knowledge::Knowledge& knowledge) {
  for (size_t i = 0; i < sentence.names.size(); ++i) {
    Name& name = sentence.names[i];
    read_clitics(clitics_of(sentence, name, knowledge), *sentence.grammar, name);
    if (name.part == Part::kNone) read_marker_after(sentence, name);
    if (name.part == Part::kNone) read_marker_before(sentence, name);
    if (name.begin > sentence.begin) {
      PhraseMatch found;
      name.negated = sentence.match(WordClass::kNegatedName, name.begin - 1, sentence.end, found);
    }
  }
}

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
      const bool glued = name.joined && name.begin - last.end <= 2;
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
      const bool same_word = name.begin > sentence.begin &&
                             sentence.mark(name.begin - 1).conjunction &&
                             sentence.mark(name.begin - 1).marker == name.part;
      if (name.part == Part::kNone || same_word) name.part = last.part;
    }
    before = i;
  }
  // In languages that mark behind the last of a list, the part runs backwards.
  for (size_t i = sentence.names.size(); i-- > 1;) {
    const Name& name = sentence.names[i];
    if (!name.joined || sentence.grammar->order != WordOrder::kVerbLast) continue;
    Name& last = sentence.names[i - 1];
    if (last.part == Part::kNone || last.part == Part::kWith) last.part = name.part;
  }
}

void place_triggers(Sentence& sentence, const EventLexicon* lexicon) {
  if (lexicon == nullptr) return;
  auto triggers = lexicon->find(sentence.passage->tokens, sentence.begin, sentence.end);
  read_denied_charges(sentence, triggers);
  for (Trigger& trigger : triggers) {
    const int name = sentence.mark(trigger.match.begin).name;
    if (name >= 0) continue;  // "Bank for Reconstruction"
    const int index = static_cast<int>(sentence.triggers.size());
    for (size_t at = trigger.match.begin; at < trigger.match.end; ++at) {
      const bool in_gap = at >= trigger.match.gap_begin && at < trigger.match.gap_end;
      if (!in_gap) sentence.mark(at).trigger = index;
    }
    sentence.triggers.push_back(std::move(trigger));
  }
}

}  // namespace

Sentence read_sentence(const Passage& passage, Range sentence_range, const Grammar& grammar,
                       const EventLexicon* lexicon, const knowledge::Knowledge& knowledge) {
  Sentence sentence;
  sentence.passage = &passage;
  sentence.grammar = &grammar;
  sentence.begin = token_at(passage.tokens, sentence_range.begin);
  sentence.end = token_at(passage.tokens, sentence_range.end);
  if (sentence.begin >= sentence.end) {
    sentence.end = sentence.begin;
    return sentence;
  }
  sentence.marks.resize(sentence.end - sentence.begin);
  mark_words(sentence);
  // Names are needed to drop triggers inside them, triggers to know how far a marker reaches.
  place_names(sentence);
  place_triggers(sentence, lexicon);
  read_markers(sentence, knowledge);
  join_names(sentence);
  mark_asked_deeds(sentence);
  return sentence;
}

namespace {

bool is_stop(const Sentence& sentence, size_t at) {
  return sentence.token(at).kind == TokenKind::kStop && sentence.mark(at).depth == 0;
}

bool is_other_verb(const Sentence& sentence, size_t at, const Trigger& trigger) {
  const int index = sentence.mark(at).trigger;
  if (index < 0) return false;
  const Trigger& other = sentence.triggers[static_cast<size_t>(index)];
  return &other != &trigger && other.form != TriggerForm::kNoun && !other.asked_for;
}

bool opens_clause(const Mark& mark) { return mark.name < 0 && (mark.boundary || mark.relative); }

}  // namespace

bool parts_clauses(const Sentence& sentence, size_t at) {
  if (sentence.token(at).kind != TokenKind::kComma || sentence.mark(at).depth > 0) return false;
  for (size_t i = at + 1; i < sentence.end && i <= at + kListReach; ++i) {
    const int name = sentence.mark(i).name;
    if (name >= 0) return !sentence.names[static_cast<size_t>(name)].joined;
  }
  return true;
}

Bounds clause_around(const Sentence& sentence, const Trigger& trigger) {
  Bounds bounds;
  const size_t first = trigger.match.begin;
  const size_t reach =
      first - sentence.begin > kClauseReach ? first - kClauseReach : sentence.begin;
  bounds.begin = bounds.part_begin = reach;
  bool comma = false;
  for (size_t at = first; at-- > reach;) {
    const Mark& mark = sentence.mark(at);
    if (is_stop(sentence, at) || opens_clause(mark) ||
        (is_other_verb(sentence, at, trigger) && trigger.form != TriggerForm::kNoun)) {
      bounds.begin = at + 1;
      bounds.after_relative = mark.relative;
      bounds.after_reason = mark.reason;
      bounds.after_verb = mark.trigger >= 0;
      break;
    }
    if (!comma && parts_clauses(sentence, at)) {
      comma = true;
      bounds.part_begin = at + 1;
    }
  }
  bounds.part_begin = std::max(bounds.part_begin, bounds.begin);
  bounds.end = std::min(sentence.end, trigger.match.end + kClauseReach);
  for (size_t at = trigger.match.end; at < bounds.end; ++at) {
    const Mark& mark = sentence.mark(at);
    if (is_stop(sentence, at) || opens_clause(mark) || parts_clauses(sentence, at) ||
        is_other_verb(sentence, at, trigger)) {
      bounds.end = at;
    }
  }
  return bounds;
}

}  // namespace synoptic::annotate::syntax
