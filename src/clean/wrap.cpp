#include "clean/wrap.h"

#include <algorithm>

#include "text/utf8.h"

namespace synoptic::clean {
namespace {

constexpr size_t kNarrowest = 55;  // code points of a full line
constexpr size_t kWidest = 100;
constexpr size_t kSpread = 22;  // a full line is short of the margin by one word at most

bool breaks_inside_sentence(std::string_view line, std::string_view next) {
  line = text::trim_space(line);
  next = text::trim_space(next);
  if (line.empty() || next.empty()) return false;
  const char32_t last = text::decode_before(line, line.size()).value;
  const char32_t first = text::decode(next, 0).value;
  return (text::is_letter(last) || last == ',' || last == 0x060C) && text::is_letter(first) &&
         !text::is_upper(first);
}

}  // namespace

std::vector<Span> unwrap(std::string_view text, const std::vector<Span>& lines) {
  if (lines.size() < 2) return lines;
  size_t narrowest = SIZE_MAX, widest = 0, broken = 0;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    const auto line = text.substr(lines[i].begin, lines[i].size());
    const size_t columns = text::count_code_points(text::trim_space(line));
    narrowest = std::min(narrowest, columns);
    widest = std::max(widest, columns);
    broken += breaks_inside_sentence(line, text.substr(lines[i + 1].begin, lines[i + 1].size()));
  }
  const bool wrapped = narrowest >= kNarrowest && widest <= kWidest &&
                       widest - narrowest <= kSpread && broken > 0 &&
                       2 * broken >= lines.size() - 1;
  if (!wrapped) return lines;
  return {{lines.front().begin, lines.back().end}};
}

}  // namespace synoptic::clean
