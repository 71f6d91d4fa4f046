// Text that is no markup up to one end tag: title, style, script …
#include <cstring>

#include "html/bytes.h"
#include "html/scan.h"
#include "html/tokenizer.h"

namespace synoptic::html {

void Tokenizer::enter(Content content, std::string_view end_tag) {
  content_ = content;
  end_tag_ = end_tag;
}

// False: there is no text before the end tag.
bool Tokenizer::next_raw(Token& token) {
  const char* begin = at_;
  const char* end = end_of_raw();
  at_ = end;
  if (content_ == Content::kCdata && end != end_) at_ += 3;
  token.kind = TokenKind::kText;
  token.span = span(begin, end);
  token.raw = content_ != Content::kRcdata;
  token.references = !token.raw && begin != end &&
                     std::memchr(begin, '&', static_cast<size_t>(end - begin)) != nullptr;
  content_ = Content::kData;  // the end tag comes next, or the end of the source
  return begin != end;
}

const char* Tokenizer::end_of_raw() const {
  if (content_ == Content::kPlaintext) return end_;
  if (content_ == Content::kScript) return end_of_script();
  const std::string_view rest(at_, static_cast<size_t>(end_ - at_));
  if (content_ == Content::kCdata) {
    const size_t found = rest.find("]]>");
    return found == std::string_view::npos ? end_ : at_ + found;
  }
  for (size_t i = rest.find('<'); i != std::string_view::npos; i = rest.find('<', i + 1)) {
    if (is_tag_at(at_ + i, "</", end_tag_)) return at_ + i;
  }
  return end_;
}

// The script data states, escaped and double escaped: in "<!-- <script> … </script> -->" the inner
// end tag does not end the outer script.
const char* Tokenizer::end_of_script() const {
  enum class State : uint8_t { kPlain, kEscaped, kDoubleEscaped } state = State::kPlain;
  const char* dashes = nullptr;  // those of "-->" stand from here on
  const char* at = at_;
  while (at != end_) {
    if (state == State::kPlain) {
      const void* found = std::memchr(at, '<', static_cast<size_t>(end_ - at));
      if (found == nullptr) return end_;
      at = static_cast<const char*>(found);
      if (is_tag_at(at, "</", end_tag_)) return at;
      if (starts_with(at, "<!--")) {
        state = State::kEscaped;
        dashes = at + 2;
        at += 4;
      } else {
        ++at;
      }
      continue;
    }
    at = find_any(at, end_, '<', '>');
    if (at == end_) break;
    if (*at == '>') {
      if (at - dashes >= 2 && at[-1] == '-' && at[-2] == '-') state = State::kPlain;
    } else if (state == State::kEscaped) {
      if (is_tag_at(at, "</", end_tag_)) return at;
      if (is_tag_at(at, "<", "script")) {
        state = State::kDoubleEscaped;
        at += 7;  // the byte behind the name belongs to it
      }
    } else if (is_tag_at(at, "</", "script")) {
      state = State::kEscaped;
      at += 8;
    }
    ++at;
  }
  return end_;
}

bool Tokenizer::is_tag_at(const char* at, std::string_view opener, std::string_view name) const {
  if (name.empty() || static_cast<size_t>(end_ - at) <= opener.size() + name.size()) return false;
  if (std::memcmp(at, opener.data(), opener.size()) != 0) return false;
  at += opener.size();
  if (!same_ignoring_case({at, name.size()}, name)) return false;
  const char behind = at[name.size()];
  return is_space(behind) || behind == '/' || behind == '>';
}

}  // namespace synoptic::html
