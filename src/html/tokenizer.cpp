#include "html/tokenizer.h"

#include <algorithm>

namespace synoptic::html {
namespace {

constexpr size_t kMaxAttributes = 256;  // of one tag; the rest is skipped

bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool same_name(std::string_view text, std::string_view lower_name) {
  return text.size() == lower_name.size() &&
         std::equal(text.begin(), text.end(), lower_name.begin(),
                    [](char a, char b) { return lower(a) == b; });
}

}  // namespace

Span Tokenizer::span(size_t begin, size_t end) const {
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

void Tokenizer::next(Token& token) {
  token.kind = TokenKind::kEnd;
  token.self_closing = false;
  token.attributes.clear();
  const size_t begin = at_;
  size_t look = at_;
  while (look < source_.size()) {
    const size_t open = source_.find('<', look);
    if (open == std::string_view::npos) break;
    if (open > begin) {  // text first; the markup is looked at again if it is none
      at_ = open;
      Token probe;
      if (!read_markup(probe)) {
        look = open + 1;
        continue;
      }
      at_ = open;
      token.kind = TokenKind::kText;
      token.span = span(begin, open);
      return;
    }
    at_ = open;
    if (read_markup(token)) return;
    look = open + 1;
  }
  at_ = source_.size();
  if (begin == at_) return;
  token.kind = TokenKind::kText;
  token.span = span(begin, at_);
}

// At '<'. False: it is text.
bool Tokenizer::read_markup(Token& token) {
  const size_t begin = at_;
  if (begin + 1 >= source_.size()) return false;
  const char c = source_[begin + 1];
  if (c == '!') {
    read_declaration(token);
  } else if (c == '?') {
    read_comment(token, begin + 1);
  } else if (c == '/') {
    if (begin + 2 >= source_.size()) return false;
    if (is_alpha(source_[begin + 2])) {
      token.kind = TokenKind::kEndTag;
      at_ = begin + 2;
      read_tag(token);
    } else {
      read_comment(token, begin + 2);
    }
  } else if (is_alpha(c)) {
    token.kind = TokenKind::kStartTag;
    at_ = begin + 1;
    read_tag(token);
  } else {
    return false;
  }
  token.span = span(begin, at_);
  return true;
}

void Tokenizer::read_tag(Token& token) {
  token.name.clear();
  while (at_ < source_.size()) {
    const char c = source_[at_];
    if (is_space(c) || c == '/' || c == '>') break;
    token.name += lower(c);
    ++at_;
  }
  read_attributes(token);
}

void Tokenizer::read_attributes(Token& token) {
  while (at_ < source_.size()) {
    const char c = source_[at_];
    if (is_space(c)) {
      ++at_;
    } else if (c == '>') {
      ++at_;
      return;
    } else if (c == '/') {
      ++at_;
      token.self_closing = at_ < source_.size() && source_[at_] == '>';
    } else {
      RawAttribute attribute;
      const size_t name = at_++;
      while (at_ < source_.size() && !is_space(source_[at_]) && source_[at_] != '/' &&
             source_[at_] != '>' && source_[at_] != '=') {
        ++at_;
      }
      attribute.name = span(name, at_);
      size_t equals = at_;
      while (equals < source_.size() && is_space(source_[equals])) ++equals;
      if (equals < source_.size() && source_[equals] == '=') {
        at_ = equals + 1;
        while (at_ < source_.size() && is_space(source_[at_])) ++at_;
        const char quote = at_ < source_.size() ? source_[at_] : '>';
        const size_t value = quote == '"' || quote == '\'' ? ++at_ : at_;
        if (quote == '"' || quote == '\'') {
          at_ = std::min(source_.find(quote, at_), source_.size());
          attribute.value = span(value, at_);
          if (at_ < source_.size()) ++at_;
        } else {
          while (at_ < source_.size() && !is_space(source_[at_]) && source_[at_] != '>') ++at_;
          attribute.value = span(value, at_);
        }
      }
      if (token.attributes.size() < kMaxAttributes) token.attributes.push_back(attribute);
    }
  }
}

// "<!--", "<!doctype" or a bogus comment.
void Tokenizer::read_declaration(Token& token) {
  const size_t begin = at_ + 2;
  if (source_.substr(begin).starts_with("--")) {
    token.kind = TokenKind::kComment;
    const size_t content = begin + 2;
    // "<!-->" and "<!--->" are whole comments.
    for (const std::string_view empty : {">", "->"}) {
      if (source_.substr(content).starts_with(empty)) {
        token.content = span(content, content);
        at_ = content + empty.size();
        return;
      }
    }
    const size_t plain = source_.find("-->", content);
    const size_t bang = source_.substr(0, plain).find("--!>", content);
    const size_t end = std::min({plain, bang, source_.size()});
    token.content = span(content, end);
    at_ = std::min(source_.size(), end + (end == bang ? 4 : 3));
  } else if (source_.substr(begin).starts_with("[CDATA[")) {
    token.kind = TokenKind::kComment;
    const size_t end = std::min(source_.find("]]>", begin), source_.size());
    token.content = span(begin, end);
    at_ = std::min(source_.size(), end + 3);
  } else {
    read_comment(token, begin);
    if (same_name(source_.substr(begin, 7), "doctype")) token.kind = TokenKind::kDoctype;
  }
}

void Tokenizer::read_comment(Token& token, size_t begin) {  // bogus: up to the next '>'
  token.kind = TokenKind::kComment;
  const size_t end = std::min(source_.find('>', begin), source_.size());
  token.content = span(begin, end);
  at_ = std::min(source_.size(), end + 1);
}

bool Tokenizer::is_end_tag_at(size_t at, std::string_view name) const {
  const size_t behind = at + 2 + name.size();
  if (!source_.substr(at).starts_with("</")) return false;
  if (!same_name(source_.substr(at + 2, name.size()), name)) return false;
  return behind >= source_.size() || is_space(source_[behind]) || source_[behind] == '/' ||
         source_[behind] == '>';
}

// In "<!-- <script> … </script> -->" the inner end tag does not end the outer script.
size_t Tokenizer::end_of_script(size_t from) const {
  bool escaped = false, doubly = false;
  for (size_t i = from; i < source_.size(); ++i) {
    i = source_.find_first_of("<-", i);
    if (i == std::string_view::npos) break;
    const std::string_view here = source_.substr(i);
    if (here.starts_with("<!--")) {
      escaped = true;
      i += 1;  // "<!-->" closes at once
    } else if (here.starts_with("-->")) {
      escaped = doubly = false;
    } else if (is_end_tag_at(i, "script")) {
      if (!doubly) return i;
      doubly = false;
    } else if (escaped && same_name(here.substr(1, 6), "script") && here.size() > 7 &&
               (is_space(here[7]) || here[7] == '/' || here[7] == '>')) {
      doubly = true;
    }
  }
  return std::string_view::npos;
}

Span Tokenizer::raw_text(std::string_view name) {
  const size_t begin = at_;
  size_t end = source_.size();
  if (name == "script") {
    end = end_of_script(begin);
    // A script that never ends would swallow the page: the first end tag is the better guess.
    for (size_t i = begin; end == std::string_view::npos; ++i) {
      i = source_.find("</", i);
      if (i == std::string_view::npos)
        end = source_.size();
      else if (is_end_tag_at(i, name))
        end = i;
    }
  } else if (name != "plaintext") {
    for (size_t i = begin;; ++i) {
      i = source_.find("</", i);
      if (i == std::string_view::npos) break;
      if (is_end_tag_at(i, name)) {
        end = i;
        break;
      }
    }
  }
  at_ = end;
  return span(begin, end);
}

}  // namespace synoptic::html
