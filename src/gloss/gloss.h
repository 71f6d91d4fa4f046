// A sentence word for word in the reader's language, for people who cannot read its script. It is a
// gloss and no translation: every word stands where it stood, and what is not known stays as it is.
//
// Names come from the knowledge, numbers and days from what was read of them, deeds from the table
// that named them; the other words from a table of small words (data/gloss) and the lexicon, whose
// pivot is the reader's language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "lexicon/lexicon.h"
#include "model/annotation.h"

namespace synoptic::gloss {

constexpr std::string_view kReader = lexicon::kPivot;

enum class Kind : uint8_t {
  kWord,
  kGuess,    // the lexicon is not sure
  kName,     // canonical name of a known entity
  kFigure,   // a number or a day as it is compared
  kUnknown,  // text is empty: the word stays as it is
};

struct Word {
  Range range;       // in the sentence; what stands between two words is no word
  std::string text;  // in the reader's language
  Kind kind = Kind::kUnknown;
};

// What is known of stretches of the sentence; of two that overlap the longer counts. kUnknown, with
// no text, is the name of a stranger: its words are glossed only by what sounds like them.
using Known = std::vector<Word>;

// In the order of the sentence. Nothing for a sentence in the reader's own language.
std::vector<Word> words(std::string_view sentence, std::string_view language, Known known = {});

// What the article's annotations say of the sentence at `place`.
Known known_of(const model::Annotated& annotated, const model::Place& place);

// Where a sentence that a fact shows stands in its article; block kTitleBlock is the title. An
// empty range when it is not found.
model::Place find_sentence(const model::Article& article, std::string_view sentence, Span span);

}  // namespace synoptic::gloss
