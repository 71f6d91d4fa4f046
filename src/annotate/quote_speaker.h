// Whom the words around a quotation name as the speaker. Private to the room.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "annotate/passage.h"
#include "annotate/quote_cues.h"
#include "model/annotation.h"

namespace synoptic::annotate::syntax {

struct Speech {                       // a cue and what it says of the speaker
  size_t cue_begin = 0, cue_end = 0;  // tokens
  std::optional<model::Argument> speaker;
  bool carried = false;  // elided or a pronoun: the speaker before
  bool vague = false;    // "reports": nobody
};

class SpeakerFinder {
 public:
  SpeakerFinder(const model::Annotated& annotated, const QuoteCues& cues);

  // Remembers which people the words before their names describe.
  void learn(const Passage& passage);

  // The cue in tokens [begin, end) nearest to the front (or the back), nullopt: none.
  std::optional<PhraseMatch> first_cue(const Passage& p, size_t begin, size_t end) const;
  std::optional<PhraseMatch> last_cue(const Passage& p, size_t begin, size_t end) const;

  // The speaker, with the cue in region [begin, end).
  Speech before_quote(const Passage& p, size_t begin, size_t end, const PhraseMatch& cue) const;
  Speech behind_quote(const Passage& p, size_t begin, size_t end, const PhraseMatch& cue) const;
  // The subject of a sentence whose cue stands last.
  std::optional<model::Argument> leading_subject(const Passage& p, size_t begin, size_t end) const;
  bool is_pronoun(const Passage& p, const model::Argument& phrase) const;
  // A phrase that begins at `begin`, cut where it must end.
  std::optional<model::Argument> phrase_from(const Passage& p, size_t begin, size_t end) const;

 private:
  std::optional<model::Argument> phrase_before(const Passage& p, size_t begin, size_t end) const;
  std::optional<model::Argument> link(const Passage& p, size_t begin, size_t end) const;
  void resolve(Speech& speech, const Passage& p, std::optional<model::Argument> named) const;
  bool ends_phrase(const Passage& p, size_t at, size_t begin, size_t end) const;

  const model::Annotated& annotated_;
  const QuoteCues& cues_;
  std::map<std::string, const model::Mention*, std::less<>> described_;
};

}  // namespace synoptic::annotate::syntax
