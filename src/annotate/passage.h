// The title and the blocks of an article as tokens: what the steps that read sentences (quotes,
// events) walk over. Private to the room.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/source.h"
#include "base/span.h"
#include "model/annotation.h"

namespace synoptic::annotate::syntax {

enum class TokenKind : uint8_t {
  kWord,   // a run of letters and digits, or one character of a script without spaces
  kComma,  // parts of a list or of a sentence: , ، 、 ，
  kStop,   // ; : . ? ! – and their kin
  kOpen,   // an opening bracket
  kClose,
  kQuote,  // a quotation mark
  kOther,  // apostrophe, hyphen, slash
};

struct Token {
  // Tables of which a phrase may begin at the token.
  enum Opens : uint8_t {
    kEvent,
    kTopic,
    kSecondTopic,
    kCue,
    kCiting,
    kMedium,
    kOutlook,
    kStanding
  };

  Range at;  // in the passage's text
  std::string_view folded;  // lives with the source, or with the passage
  TokenKind kind = TokenKind::kWord;
  bool spaceless = false;
  uint8_t opening = UINT8_MAX;  // a bit for each of Opens; all where nobody looked

  bool opens(Opens table) const { return (opening >> table & 1) != 0; }
};

struct Passage {
  uint32_t block = 0;  // index in Article::blocks, or kTitleBlock
  model::BlockKind kind = model::BlockKind::kParagraph;
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<Range> sentences;                 // bytes
  std::vector<const model::Mention*> mentions;  // left to right, longest first, none inside another
  std::shared_ptr<const std::string> own_folded;  // of a passage without a source
};

// Tokens of a text alone, and what their folded words point to.
struct FoldedTokens {
  std::vector<Token> tokens;
  std::shared_ptr<const std::string> folded;
};
FoldedTokens tokenise(std::string_view text);
// The title first, then the blocks in order. `sources`: of the same article, so that nothing is
// folded and parted into sentences again; they must outlive the passages.
std::vector<Passage> passages(const model::Annotated& annotated, const Sources* sources = nullptr);
// Index of the first token that begins at or behind the byte; tokens.size() when there is none.
size_t token_at(const std::vector<Token>& tokens, uint32_t byte);
// Bytes from the first to the last of the tokens [begin, end), which must not be empty.
Range bytes_of(const std::vector<Token>& tokens, size_t begin, size_t end);

// The mentions that share bytes with the range.
std::span<const model::Mention* const> mentions_in(const Passage& passage, Range range);
// The same of tokens [begin, end), and of the token behind them.
std::span<const model::Mention* const> mentions_near(const Passage& passage, size_t begin,
                                                     size_t end);

}  // namespace synoptic::annotate::syntax
