// Source bytes to tags, text and comments (HTML Standard, 13.2.5), in one pass and without copying:
// a token is byte ranges, and what differs from its bytes is put in the document's arena. The tree
// builder tells it when a tag's content is raw text. Private to the room.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "html/character_reference.h"
#include "html/html.h"
#include "html/text_arena.h"

namespace synoptic::html {

enum class TokenKind : uint8_t { kStartTag, kEndTag, kText, kComment, kDoctype, kEnd };

struct Token {
  TokenKind kind = TokenKind::kEnd;
  Tag tag = Tag::unknown;
  bool self_closing = false;
  bool references = false;  // of text: there may be some
  bool raw = false;         // of text: a '&' is one; NUL is replaced
  std::string_view name;    // of a tag, lower case
  Span span;                // the whole token
  Span content;             // of a comment: between its marks
  // Of a start tag: the last entries of the tokenizer's attributes. The next tag writes over them
  // unless they were kept.
  uint32_t attributes_begin = 0, attributes_end = 0;
};

// What the text behind a start tag is (the tokenizer's states of the same names).
enum class Content : uint8_t { kData, kRcdata, kRawtext, kScript, kPlaintext, kCdata };

class Tokenizer {
 public:
  // Attributes of a tag behind this number are left out.
  static constexpr uint32_t kMaxAttributes = 256;

  // `asks_for`: as in ParseOptions.
  Tokenizer(std::string_view source, std::vector<Attribute>& attributes, TextArena& arena,
            bool (*asks_for)(std::string_view) = nullptr);

  void next(Token& token);
  // Until the end tag of `end_tag` the source is `content`.
  void enter(Content content, std::string_view end_tag);
  void allow_cdata(bool allowed) { cdata_allowed_ = allowed; }  // inside svg and math
  void keep_attributes() { kept_ = held_; }
  // Others than the tokenizer have added some.
  void keep_added_attributes() { kept_ = held_ = static_cast<uint32_t>(attributes_.size()); }

  const Doctype& doctype() const { return doctype_; }  // of the last doctype token
  bool left_out_attributes() const { return left_out_attributes_; }
  // No byte of the source is CR or NUL: texts without references are their bytes.
  bool is_plain() const { return plain_; }

 private:
  enum class Markup : uint8_t { kToken, kCdata, kText, kNothing };

  Markup read_markup(Token& token);
  bool read_tag(Token& token, TokenKind kind);
  const char* read_attributes(Token& token, const char* at);
  const char* read_value(const char* at, std::string_view& value, bool& differs) const;
  void add_attribute(Token& token, std::string_view name, std::string_view value, bool differs);
  bool is_asked_for_all(Tag tag) const;  // whatever their names
  bool is_asked_for(std::string_view name) const;
  bool is_asked_for_here(std::string_view name);
  bool has_attribute(uint32_t from, std::string_view name) const;
  void drop_others() {
    if (held_ != kept_) attributes_.resize(held_ = kept_);
  }
  std::string_view lowered(std::string_view name);
  void read_text(Token& token, const char* from);

  bool next_raw(Token& token);
  const char* end_of_raw() const;
  const char* end_of_script() const;
  bool is_tag_at(const char* at, std::string_view opener, std::string_view name) const;

  Markup read_declaration(Token& token);
  void read_comment(Token& token, const char* content);
  void read_bogus_comment(Token& token, const char* content);
  void read_doctype(Token& token, const char* at);
  const char* read_doctype_ids(const char* at);
  const char* read_doctype_id(const char* at, std::string_view& id, bool& has);

  bool starts_with(const char* at, std::string_view lower_case) const;
  uint32_t offset(const char* at) const { return static_cast<uint32_t>(at - begin_); }
  Span span(const char* from, const char* to) const { return {offset(from), offset(to)}; }

  struct Answer {
    uint64_t front = 0, back = 0;  // the name's bytes, if it has no more than sixteen
    bool (*asks_for)(std::string_view) = nullptr;  // whose answer it is; nullptr: none yet
    uint32_t size = 0;
    bool asked = false;
  };
  static constexpr int kAnswerBits = 8;

  const char* begin_;
  const char* at_;
  const char* end_;
  std::vector<Attribute>& attributes_;
  TextArena& arena_;
  bool (*asks_for_)(std::string_view);
  Doctype doctype_;
  std::string_view end_tag_;
  uint64_t seen_names_ = 0;  // of the tag's attributes, one bit for many names
  uint32_t kept_ = 0;        // attributes before it stay
  uint32_t held_ = 0;        // attributes there are: asking the list costs a division
  Content content_ = Content::kData;
  bool cdata_allowed_ = false;
  bool plain_ = true;
  bool left_out_attributes_ = false;
};

}  // namespace synoptic::html
