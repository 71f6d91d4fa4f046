#include "clean/plain/leaked_code.h"

#include <algorithm>
#include <array>

#include "clean/page.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

constexpr uint32_t kLongestSelector = 400;
constexpr uint32_t kLongestRule = 8192;   // bytes between the braces of one rule
constexpr uint32_t kMostOpenLines = 300;  // lines of a rule whose brace is never closed

constexpr std::array<std::string_view, 31> kTags{
    "a",  "b",  "body",    "button", "div",    "em",     "figure", "footer", "form", "h1",   "h2",
    "h3", "h4", "header",  "html",   "i",      "iframe", "img",    "input",  "li",   "main", "nav",
    "ol", "p",  "section", "span",   "strong", "table",  "td",     "ul",     "video"};
constexpr std::array<std::string_view, 15> kScriptOpeners{
    "var ",       "let ",         "const ",    "function ", "function(",
    "window.",    "document.",    "jQuery(",   "$(",        "(function",
    "googletag.", "(adsbygoogle", "!function", "+function", "Δdocument."};

bool is_selector_sign(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("_-#.:,>*+~[]=\"'()@%^$|").find(c) != std::string_view::npos;
}

bool is_tag(std::string_view token) {
  token = token.substr(0, token.find_first_of(":.#["));
  return std::find(kTags.begin(), kTags.end(), token) != kTags.end();
}

bool is_selector(std::string_view token) {
  while (!token.empty() && token.back() == ',') token.remove_suffix(1);
  if (token.empty()) return false;
  if (!std::all_of(token.begin(), token.end(), is_selector_sign)) return false;
  const char first = token.front();
  if (first == '>' || first == '+' || first == '~' || first == '*') return true;
  if (first == '.' || first == '#' || first == '@' || first == ':' || first == '[') {
    // ".5" and "#12" are numbers.
    return token.size() > 1 && !(token[1] >= '0' && token[1] <= '9');
  }
  return is_tag(token);
}

// Where the selector of the brace at `brace` begins; `brace` itself if nothing fits.
uint32_t selector_begin(std::string_view text, uint32_t from, uint32_t brace) {
  uint32_t begin = brace, end = brace;
  int loose = 0;  // words such as "screen and (" behind @media
  while (end > from) {
    while (end > from && text[end - 1] == ' ') --end;
    uint32_t token = end;
    while (token > from && is_selector_sign(text[token - 1])) --token;
    if (token == end) break;
    const std::string_view word = text.substr(token, end - token);
    if (is_selector(word)) {
      begin = token;
      loose = 0;
      if (word.front() == '@') break;
    } else if (++loose > 5) {
      break;
    } else {
      // Only "@media" may have loose words behind it.
      const uint32_t near = token - std::min(token - from, 60u);
      if (text.substr(near, token - near).rfind('@') == std::string_view::npos) break;
    }
    end = token;
    if (end > from && text[end - 1] != ' ') break;
  }
  return begin;
}

bool holds_declaration(std::string_view block) {
  // "{display:block;…}", "{}" or a nested rule.
  std::string_view inner = block.substr(1, block.size() >= 2 ? block.size() - 2 : 0);
  return text::trim_space(inner).empty() || inner.find(':') != std::string_view::npos;
}

// Behind the brace that closes the one at `open`; the text's end if none does, 0 if none is near.
uint32_t close_brace(std::string_view text, uint32_t open) {
  int depth = 0;
  const auto size = static_cast<uint32_t>(text.size());
  for (uint32_t i = open; i < size && i < open + kLongestRule; ++i) {
    if (text[i] == '{') ++depth;
    if (text[i] == '}' && --depth == 0) return i + 1;
  }
  return size < open + kLongestRule ? size : 0;
}

uint32_t skip_blanks(std::string_view text, uint32_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == ';')) ++at;
  return at;
}

// A rule "selector { … }" whose selector begins exactly at `at`; its end, or 0.
uint32_t rule_end(std::string_view text, uint32_t at) {
  size_t brace = text.substr(at, kLongestSelector).find('{');
  if (brace == std::string_view::npos) return 0;
  brace += at;
  if (selector_begin(text, at, static_cast<uint32_t>(brace)) != at) return 0;
  const uint32_t end = close_brace(text, static_cast<uint32_t>(brace));
  return end > 0 && holds_declaration(text.substr(brace, end - brace)) ? end : 0;
}

// "name =" or "name(": what stands behind var, let, const and function.
bool names_variable(std::string_view rest) {
  const size_t end =
      rest.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$");
  if (end == 0 || end == std::string_view::npos) return false;
  const size_t sign = rest.find_first_not_of(' ', end);
  return sign != std::string_view::npos &&
         (rest[sign] == '=' || rest[sign] == ';' || (rest[sign] == '(' && sign == end));
}

// Most places of a text are inside words: told before anything is called.
inline bool may_open_script(std::string_view text, uint32_t at) {
  return at == 0 || text[at - 1] == ' ' || text[at - 1] == ';' || text[at - 1] == '}';
}

bool opens_script(std::string_view text, uint32_t at) {
  if (!may_open_script(text, at)) return false;
  const std::string_view rest = text.substr(at);
  for (const std::string_view opener : kScriptOpeners) {
    if (rest[0] != opener[0] || !rest.starts_with(opener)) continue;
    if (opener.ends_with(' ') && !names_variable(rest.substr(opener.size()))) continue;
    // "let us go": prose has no assignment or call close by.
    const std::string_view near = rest.substr(0, 120);
    const size_t sign = near.find_first_of("=({");
    return sign != std::string_view::npos &&
           near.find_first_of(";{}", sign) != std::string_view::npos;
  }
  return false;
}

// End of a statement: a semicolon or a closing brace outside brackets and quotation marks.
uint32_t statement_end(std::string_view text, uint32_t at) {
  int depth = 0;
  char quote = '\0';
  for (uint32_t i = at; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != '\0') {
      if (c == '\\')
        ++i;
      else if (c == quote)
        quote = '\0';
    } else if (c == '"' || c == '\'' || c == '`') {
      quote = c;
    } else if (c == '(' || c == '{' || c == '[') {
      ++depth;
    } else if (c == ')' || c == '}' || c == ']') {
      // "!function(){…}(window);" goes on behind its brace.
      const bool called = i + 1 < text.size() && text[i + 1] == '(';
      if (--depth <= 0 && c == '}' && !called) return i + 1;
    } else if (c == ';' && depth <= 0) {
      return i + 1;
    }
  }
  return static_cast<uint32_t>(text.size());
}

// All that follows at `at` and is code.
uint32_t code_end(std::string_view text, uint32_t at, bool& script) {
  uint32_t end = at;
  while (end < text.size()) {
    const uint32_t next = skip_blanks(text, end);
    if (next >= text.size()) return static_cast<uint32_t>(text.size());
    uint32_t behind = 0;
    if (opens_script(text, next)) {
      behind = statement_end(text, next);
      script = true;
    } else {
      behind = rule_end(text, next);
    }
    if (behind <= next) break;
    end = behind;
  }
  return end;
}

bool looks_like_declaration(std::string_view line) {
  return line.ends_with(';') || line.ends_with('}') || line.ends_with('{') || line.ends_with(',') ||
         line == "}";
}

Piece code_piece(const Piece& piece, Range range, bool script) {
  Piece code = cut(piece, range);
  code.outside = true;
  code.reason = script ? "script" : "style";
  code.links.clear();
  return code;
}

}  // namespace

CodeRun find_code(std::string_view text, uint32_t from) {
  uint32_t searched = from;
  for (uint32_t i = from; i < text.size(); ++i) {
    uint32_t begin = i;
    if (text[i] == '{') {
      begin = selector_begin(text, searched, i);
      if (begin == i) {
        searched = i + 1;
        continue;
      }
    } else if (!may_open_script(text, i) || !opens_script(text, i)) {
      continue;
    }
    CodeRun run;
    const uint32_t end = code_end(text, begin, run.script);
    if (end > begin) {
      run.range = {begin, end};
      return run;
    }
    if (text[i] == '{') searched = i + 1;
  }
  return {};
}

namespace {

bool holds_code(const Piece& piece) {
  const auto has = [&](char c) { return piece.text.find(c) != std::string::npos; };
  return !piece.outside && (has('{') || has('(') || has('=')) &&
         !find_code(piece.text, 0).range.empty();
}

}  // namespace

std::vector<Piece> part_leaked_code(std::vector<Piece> pieces) {
  if (std::none_of(pieces.begin(), pieces.end(), holds_code)) return pieces;
  std::vector<Piece> parted;
  parted.reserve(pieces.size());
  uint32_t open_lines = 0;  // > 0: inside a rule that runs over several lines
  for (Piece& piece : pieces) {
    if (piece.outside) {
      parted.push_back(std::move(piece));
      continue;
    }
    if (open_lines > 0 && looks_like_declaration(piece.text)) {
      const auto size = static_cast<uint32_t>(piece.text.size());
      parted.push_back(code_piece(piece, {0, size}, false));
      const bool closes =
          piece.text.find('}') != std::string::npos && piece.text.find('{') == std::string::npos;
      open_lines = closes ? 0 : open_lines - 1;
      continue;
    }
    open_lines = 0;
    if (!holds_code(piece)) {
      parted.push_back(std::move(piece));
      continue;
    }
    uint32_t from = 0;
    bool found = false;
    for (CodeRun run = find_code(piece.text, 0); !run.range.empty();
         run = find_code(piece.text, from)) {
      Piece before = cut(piece, {from, run.range.begin});
      if (found) before.kind = model::BlockKind::kCaption;
      if (!before.text.empty()) parted.push_back(std::move(before));
      parted.push_back(code_piece(piece, run.range, run.script));
      const std::string_view code = run.range.of(piece.text);
      if (std::count(code.begin(), code.end(), '{') > std::count(code.begin(), code.end(), '}')) {
        open_lines = kMostOpenLines;
      }
      from = run.range.end;
      found = true;
    }
    Piece rest = cut(piece, {from, static_cast<uint32_t>(piece.text.size())});
    if (rest.text.empty()) continue;
    if (!measure(rest).prose) rest.kind = model::BlockKind::kCaption;
    parted.push_back(std::move(rest));
  }
  return parted;
}

}  // namespace synoptic::clean
