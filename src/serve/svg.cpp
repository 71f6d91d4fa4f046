#include "serve/svg.h"

#include <fmt/format.h>

#include "serve/page.h"
#include "text/utf8.h"

namespace synoptic::serve {
namespace {

double width_of(char32_t c) {
  if (text::is_han(c) || text::is_kana(c) || text::is_hangul(c) || (c >= 0xFF01 && c <= 0xFF60)) {
    return 1.85;
  }
  return text::is_upper(c) ? 1.2 : 1;
}

// Bytes of the text's front that take no more than the width.
size_t front_of(std::string_view text, double width) {
  size_t at = 0;
  while (at < text.size()) {
    const text::CodePoint c = text::decode(text, at);
    width -= width_of(c.value);
    if (width < 0) break;
    at += c.length;
  }
  return at;
}

}  // namespace

std::string svg_fit(std::string_view text, double width) {
  if (front_of(text, width) == text.size()) return escape(text);
  return escape(text.substr(0, front_of(text, width - 1))) + "…";
}

std::vector<std::string> svg_lines(std::string_view text, double width) {
  const size_t front = front_of(text, width);
  if (front == text.size()) return {escape(text)};
  const size_t blank = text.substr(0, front + 1).rfind(' ');
  if (blank == std::string_view::npos || blank * 3 < front) {
    return {escape(text.substr(0, front)), svg_fit(text.substr(front), width)};
  }
  return {escape(text.substr(0, blank)), svg_fit(text.substr(blank + 1), width)};
}

std::string svg_text(double x, double y, std::string_view css_class, std::string_view anchor,
                     std::string_view content, double size, std::string_view fill, bool strong) {
  return fmt::format(
      "<text x=\"{:.1f}\" y=\"{:.1f}\" class=\"{}\" text-anchor=\"{}\" font-size=\"{:g}\" "
      "fill=\"{}\"{}>{}</text>\n",
      x, y, css_class, anchor, size, fill, strong ? " font-weight=\"600\"" : "", content);
}

}  // namespace synoptic::serve
