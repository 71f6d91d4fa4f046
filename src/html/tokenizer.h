// Source bytes to tags, text and comments (HTML Standard, 13.2.5), without copying: every token is
// a set of byte ranges. The tree builder tells it when a tag's content is raw text.
// Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace synoptic::html {

enum class TokenKind : uint8_t { kStartTag, kEndTag, kText, kComment, kDoctype, kEnd };

struct RawAttribute {
  Span name;
  Span value;  // quotes not in it
};

struct Token {
  TokenKind kind = TokenKind::kEnd;
  Span span;         // the whole token
  std::string name;  // of a tag, lower case
  Span content;      // of a comment: between its marks
  std::vector<RawAttribute> attributes;
  bool self_closing = false;
};

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view source) : source_(source) {}

  // The token is overwritten; its buffers are used again.
  void next(Token& token);
  // The text up to the end tag of `name`, which is not part of it. "plaintext" goes to the end.
  Span raw_text(std::string_view name);

 private:
  bool read_markup(Token& token);
  void read_tag(Token& token);
  void read_attributes(Token& token);
  void read_comment(Token& token, size_t begin);
  void read_declaration(Token& token);
  size_t end_of_script(size_t from) const;
  bool is_end_tag_at(size_t at, std::string_view name) const;
  Span span(size_t begin, size_t end) const;

  std::string_view source_;
  size_t at_ = 0;
};

}  // namespace synoptic::html
