#include "annotate/events/opened_clauses.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kToName = 4;  // tokens between the word and the name behind it

// "X rejected", but not "the X attack" nor "X, accused of": a finished verb right behind its name.
bool is_clause(const Sentence& s, size_t from) {
  for (const Name& name : s.names) {
    if (name.begin < from) continue;
    if (name.begin > from + kToName || name.adjective || name.end >= s.end) return false;
    for (size_t at = from; at < name.begin; ++at) {
      if (!s.is_word(at) || s.mark(at).trigger >= 0 || s.mark(at).marker != Part::kNone)
        return false;
    }
    const int index = s.mark(name.end).trigger;
    if (index < 0) return false;
    const Trigger& verb = s.triggers[static_cast<size_t>(index)];
    if (verb.form != TriggerForm::kVerb || verb.match.begin != name.end) return false;
    const std::string_view word = s.token(name.end).at.of(s.passage->text);
    return !s.grammar->has(WordClass::kParticiple) ||
           s.grammar->ending(WordClass::kParticiple, word) != nullptr;
  }
  return false;
}

}  // namespace

void mark_opened_clauses(Sentence& s) {
  if (!s.grammar->has(WordClass::kOpener) || s.triggers.empty()) return;
  for (size_t at = s.begin; at < s.end; ++at) {
    PhraseMatch found;
    if (!s.is_word(at) || s.mark(at).name >= 0 || s.mark(at).boundary) continue;
    if (!s.match(WordClass::kOpener, at, s.end, found) || !is_clause(s, found.end)) continue;
    for (size_t i = found.begin; i < found.end; ++i) {
      s.mark(i).boundary = true;
      s.mark(i).marker = Part::kNone;
    }
  }
}

}  // namespace synoptic::annotate::syntax
