// "<!": comments, doctypes and CDATA sections.
#include <cstring>

#include "html/bytes.h"
#include "html/tokenizer.h"

namespace synoptic::html {

Tokenizer::Markup Tokenizer::read_declaration(Token& token) {
  const char* content = at_ + 2;
  if (starts_with(content, "--")) {
    read_comment(token, content + 2);
  } else if (starts_with(content, "doctype")) {
    read_doctype(token, content + 7);
  } else if (cdata_allowed_ && end_ - content >= 7 && std::memcmp(content, "[CDATA[", 7) == 0) {
    at_ = content + 7;
    content_ = Content::kCdata;
    const bool has_text = next_raw(token);
    return has_text ? Markup::kCdata : Markup::kNothing;
  } else {
    read_bogus_comment(token, content);
  }
  return Markup::kToken;
}

// Behind "<!--". Ends at "-->" or "--!>"; "<!-->" and "<!--->" are whole comments.
void Tokenizer::read_comment(Token& token, const char* content) {
  token.kind = TokenKind::kComment;
  for (const std::string_view empty : {">", "->"}) {
    if (starts_with(content, empty)) {
      token.content = span(content, content);
      at_ = content + empty.size();
      return;
    }
  }
  const std::string_view rest(content, static_cast<size_t>(end_ - content));
  for (size_t i = rest.find('>'); i != std::string_view::npos; i = rest.find('>', i + 1)) {
    const std::string_view before = rest.substr(0, i);
    const size_t mark = before.ends_with("--") ? 2 : before.ends_with("--!") ? 3 : 0;
    if (mark == 0) continue;
    token.content = span(content, content + i - mark);
    at_ = content + i + 1;
    return;
  }
  // What might have become the end mark is not part of it.
  size_t cut = 0;
  for (const std::string_view mark : {"-", "--", "--!"}) {
    if (rest.ends_with(mark)) cut = mark.size();
  }
  token.content = span(content, end_ - cut);
  at_ = end_;
}

void Tokenizer::read_bogus_comment(Token& token, const char* content) {
  token.kind = TokenKind::kComment;
  const auto rest = static_cast<size_t>(end_ - content);
  const void* found = rest == 0 ? nullptr : std::memchr(content, '>', rest);
  const char* end = found == nullptr ? end_ : static_cast<const char*>(found);
  token.content = span(content, end);
  at_ = found == nullptr ? end_ : end + 1;
}

// Behind "<!doctype".
void Tokenizer::read_doctype(Token& token, const char* at) {
  token.kind = TokenKind::kDoctype;
  doctype_ = {};
  while (at != end_ && is_space(*at)) ++at;
  const char* name = at;
  while (at != end_ && !is_space(*at) && *at != '>') ++at;
  if (at != name) {
    doctype_.name = lowered({name, static_cast<size_t>(at - name)});
  } else {
    doctype_.force_quirks = true;
  }
  while (at != end_ && is_space(*at)) ++at;
  if (at != end_ && *at != '>') at = read_doctype_ids(at);
  while (at != end_ && is_space(*at)) ++at;
  if (at == end_) doctype_.force_quirks = true;
  while (at != end_ && *at != '>') ++at;  // the rest, if any, is passed over
  at_ = at == end_ ? end_ : at + 1;
}

// Returns where the rest begins.
const char* Tokenizer::read_doctype_ids(const char* at) {
  const bool is_public = starts_with(at, "public");
  if (!is_public && !starts_with(at, "system")) {
    doctype_.force_quirks = true;
    return at;
  }
  at += 6;
  bool has = false;
  if (is_public) {
    at = read_doctype_id(at, doctype_.public_id, has);
    doctype_.has_public_id = has;
    if (!has) doctype_.force_quirks = true;
    if (!has || doctype_.force_quirks) return at;
    const char* next = at;
    while (next != end_ && is_space(*next)) ++next;
    if (next == end_ || *next == '>') return next;
    at = next;
    has = false;
  }
  at = read_doctype_id(at, doctype_.system_id, has);
  doctype_.has_system_id = has;
  if (!has) doctype_.force_quirks = true;
  return at;
}

// A quoted identifier behind white space; `has` says whether there is one. One that is cut off by
// '>' or the end of the source makes the page one of quirks.
const char* Tokenizer::read_doctype_id(const char* at, std::string_view& id, bool& has) {
  while (at != end_ && is_space(*at)) ++at;
  if (at == end_ || (*at != '"' && *at != '\'')) return at;
  const char quote = *at++;
  const char* begin = at;
  while (at != end_ && *at != quote && *at != '>') ++at;
  has = true;
  id = decode_text({begin, static_cast<size_t>(at - begin)}, TextMode::kRaw, arena_);
  if (at == end_ || *at == '>') {
    doctype_.force_quirks = true;
    return at;
  }
  return at + 1;
}

}  // namespace synoptic::html
