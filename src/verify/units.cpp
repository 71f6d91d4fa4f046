// A slice of a capture as the signs that a reader sees.
#include <algorithm>
#include <string>

#include "base/strings.h"
#include "html/html.h"
#include "text/ascii.h"
#include "text/utf8.h"
#include "verify/slice.h"

namespace synoptic::verify {
namespace {

constexpr std::string_view kUnread[] = {
    "script", "style",    "template", "noscript", "svg",     "iframe",   "button",   "select",
    "object", "textarea", "rt",       "rp",       "math",    "datalist", "progress", "meter",
    "audio",  "video",    "canvas",   "map",      "noembed", "noframes"};

bool is_soft(char32_t c) {
  return c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F || c == 0x2060 || c == 0xFEFF ||
         c == 0;
}

void add_words(std::string_view words, std::vector<Unit>& units) {
  for (size_t at = 0; at < words.size();) {
    const text::CodePoint c = text::decode(words, at);
    at += c.length;
    units.push_back({c.value, text::is_space(c.value) ? UnitKind::kSpace
                              : is_soft(c.value)      ? UnitKind::kSoft
                                                      : UnitKind::kSign});
  }
}

// References as the HTML reader decodes them: as the text of a fragment without a tag, or of an
// element in which a tag is text.
std::string decoded(std::string_view run, const char* element = "body") {
  if (run.find('&') == std::string_view::npos) return std::string(run);
  html::ParseOptions options;
  options.context = element;
  const auto document = html::Document::parse_view(run, options);
  if (!document) return std::string(run);
  std::string text;
  for (const auto& node : document->nodes()) {
    if (node.kind == html::NodeKind::kText) text += node.text();
  }
  return text;
}

// Does a tag, a comment or a declaration begin here (HTML Standard, 13.2.5.6)?
bool begins_tag(std::string_view text, size_t at) {
  if (text[at] != '<' || at + 1 >= text.size()) return false;
  const char next = text[at + 1];
  if (next == '/') return at + 2 < text.size() && text::is_ascii_letter(text[at + 2]);
  return text::is_ascii_letter(next) || next == '!' || next == '?';
}

// Behind the tag that begins at `at`; a '>' between the quotation marks of an attribute is none.
size_t end_of_tag(std::string_view text, size_t at) {
  if (text.substr(at).starts_with("<!--")) {
    const size_t end = text.find("-->", at + 4);
    return end == std::string_view::npos ? text.size() : end + 3;
  }
  char quote = '\0';
  for (size_t i = at + 1; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if ((c == '"' || c == '\'') && text[i - 1] == '=') {
      quote = c;
    } else if (c == '>') {
      return i + 1;
    }
  }
  return text.size();
}

std::string name_of_tag(std::string_view text, size_t at) {
  size_t end = ++at;
  while (end < text.size() &&
         (text::is_ascii_letter(text[end]) || (text[end] >= '0' && text[end] <= '9')))
    ++end;
  return ascii_lower(text.substr(at, end - at));
}

// Takes a tag, and what is between it and its end tag where that is no text.
size_t take_tag(std::string_view text, size_t at, std::vector<Unit>& units) {
  const std::string name = name_of_tag(text, at);
  const bool comment = text.substr(at).starts_with("<!");
  const bool cell = name == "td" || name == "th";
  units.push_back({0, comment ? UnitKind::kSoft : cell ? UnitKind::kCell : UnitKind::kSeam});
  size_t end = end_of_tag(text, at);
  if (std::find(std::begin(kUnread), std::end(kUnread), name) == std::end(kUnread)) return end;
  const std::string closing = "</" + name;
  while (end < text.size()) {
    const size_t tag = text.find("</", end);
    if (tag == std::string_view::npos) return text.size();
    if (ascii_lower(text.substr(tag, closing.size())) == closing) return end_of_tag(text, tag);
    end = tag + 2;
  }
  return end;
}

void read_html(std::string_view slice, std::vector<Unit>& units) {
  size_t run = 0;
  for (size_t at = 0; at < slice.size();) {
    if (!begins_tag(slice, at)) {
      ++at;
      continue;
    }
    add_words(decoded(slice.substr(run, at - run)), units);
    run = at = take_tag(slice, at, units);
  }
  add_words(decoded(slice.substr(run)), units);
}

// The bracket that closes the one at `open`, or npos where there is none near.
size_t closing(std::string_view text, size_t open, char left, char right) {
  constexpr size_t kFarthest = 4096;
  int depth = 0;
  text = text.substr(0, open + kFarthest);
  for (size_t i = open; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == left) {
      ++depth;
    } else if (text[i] == right && --depth == 0) {
      return i;
    }
  }
  return std::string_view::npos;
}

// Behind "(address)" or "[name]" of a link whose words end at `at`; 0: none.
size_t end_of_target(std::string_view text, size_t at) {
  if (at >= text.size() || (text[at] != '(' && text[at] != '[')) return 0;
  const size_t end = text[at] == '(' ? closing(text, at, '(', ')') : closing(text, at, '[', ']');
  return end == std::string_view::npos ? 0 : end + 1;
}

// An image in Markdown has no words: "![shown instead](address)".
size_t end_of_image(std::string_view text, size_t at) {
  if (!text.substr(at).starts_with("![")) return 0;
  const size_t close = closing(text, at + 1, '[', ']');
  return close == std::string_view::npos ? 0 : end_of_target(text, close + 1);
}

// CommonMark 0.31 as far as a slice shows it: signs of emphasis, code, escapes, links, images, and
// at a line's beginning those of headings, lists and quotations.
class MarkdownReader {
 public:
  MarkdownReader(std::string_view slice, std::vector<Unit>& units) : text_(slice), units_(units) {}

  void read() {
    bool at_line = false;
    for (size_t at = 0; at < text_.size();) {
      const char c = text_[at];
      if (at_line && (c == '>' || c == '#' || c == '-' || c == '+' || c == ' ' || c == '\t')) {
        at = c == ' ' || c == '\t' ? take_sign(at) : mark(at);
        continue;
      }
      at_line = c == '\n';
      if (const size_t end = end_of_image(text_, at); end > 0) {
        units_.push_back({0, UnitKind::kSeam});
        at = end;
      } else if (begins_tag(text_, at) && !text_.substr(at).starts_with("<http")) {
        at = take_tag(text_, at, units_);
      } else if (c == ']') {
        const size_t target = end_of_target(text_, at + 1);
        mark(at);
        at = target > 0 ? target : at + 1;
      } else if (c == '&') {
        at = take_reference(at);
      } else if (std::string_view("*_`~\\[<>|").find(c) != std::string_view::npos) {
        at = mark(at);
      } else {
        at = take_sign(at);
      }
    }
  }

 private:
  size_t mark(size_t at) {
    units_.push_back({static_cast<char32_t>(text_[at]), UnitKind::kMark});
    return at + 1;
  }
  size_t take_sign(size_t at) {
    const uint32_t length = text::decode(text_, at).length;
    add_words(text_.substr(at, length), units_);
    return at + length;
  }
  size_t take_reference(size_t at) {
    constexpr size_t kLongest = 40;
    const size_t end = text_.substr(at, kLongest).find(';');
    if (end == std::string_view::npos) return take_sign(at);
    add_words(decoded(text_.substr(at, end + 1)), units_);
    return at + end + 1;
  }

  std::string_view text_;
  std::vector<Unit>& units_;
};

// RFC 8259, 7: the escapes of a string in JSON, or in a script.
std::string unescaped(std::string_view json) {
  const auto unit = [&](size_t at) -> int {  // "\uXXXX" at `at`; -1: none
    if (!json.substr(at).starts_with("\\u") || at + 6 > json.size()) return -1;
    int code = 0;
    for (const char c : json.substr(at + 2, 4)) {
      const bool digit = c >= '0' && c <= '9';
      const char low = static_cast<char>(c | 0x20);
      if (!digit && (low < 'a' || low > 'f')) return -1;
      code = code * 16 + (digit ? c - '0' : low - 'a' + 10);
    }
    return code;
  };
  std::string text;
  for (size_t at = 0; at < json.size();) {
    if (json[at] != '\\' || at + 1 == json.size()) {
      text += json[at++];
      continue;
    }
    int code = unit(at);
    if (code < 0) {
      const char c = json[at + 1];
      text += c == 'n' || c == 'r' || c == 't' || c == 'b' || c == 'f' ? ' ' : c;
      at += 2;
      continue;
    }
    at += 6;
    if (const int low = code >= 0xD800 && code < 0xDC00 ? unit(at) : -1;
        low >= 0xDC00 && low < 0xE000) {
      code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
      at += 6;
    }
    text::append_utf8(text, static_cast<char32_t>(code));
  }
  return text;
}

// Where the string of JSON ends whose content begins at `at`: at its quotation mark, or the end.
size_t end_of_string(std::string_view json, size_t at) {
  while (at < json.size() && json[at] != '"') at += json[at] == '\\' ? 2 : 1;
  return std::min(at, json.size());
}

// The slice begins inside a string. Between it and the next one that is text are names and numbers
// of the tree, and strings that say something of the text.
void read_tree(std::string_view slice, std::vector<Unit>& units) {
  size_t end = end_of_string(slice, 0);
  add_words(unescaped(slice.substr(0, end)), units);
  size_t told = end;
  std::string_view key;
  for (size_t at = end + 1; at < slice.size();) {
    if (slice[at] != '"') {
      if (slice[at] == ',' || slice[at] == '{' || slice[at] == '[') key = {};
      ++at;
      continue;
    }
    const size_t begin = at + 1;
    end = end_of_string(slice, begin);
    const std::string_view text = slice.substr(begin, end - begin);
    if (key == "text" || key == "value") {
      units.push_back({0, UnitKind::kSeam});
      add_words(unescaped(text), units);
      told = end;
    }
    key = key.empty() ? text : std::string_view();
    at = end + 1;
  }
  add_words(slice.substr(std::min(told, slice.size())), units);  // it ends inside a string too
}

}  // namespace

std::vector<Unit> units_of(std::string_view slice, Reading reading) {
  std::vector<Unit> units;
  units.reserve(slice.size());
  switch (reading) {
    case Reading::kPlain:
      add_words(slice, units);
      break;
    case Reading::kHtml:
      read_html(slice, units);
      break;
    case Reading::kMarkdown:
      MarkdownReader(slice, units).read();
      break;
    case Reading::kScript:
      read_html(unescaped(slice), units);
      break;
    case Reading::kTitle:
      add_words(decoded(slice, "title"), units);
      break;
    case Reading::kTree:
      read_tree(slice, units);
      break;
  }
  return units;
}

}  // namespace synoptic::verify
