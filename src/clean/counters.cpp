#include "clean/counters.h"

#include <array>
#include <utility>

#include "text/utf8.h"

namespace synoptic::clean {

std::string digits_of(std::string_view text) {
  std::string digits;
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    const int value = text::is_digit(c.value) ? text::digit_value(c.value) : -1;
    if (value >= 0)
      digits += static_cast<char>('0' + value);
    else if (!digits.empty() && c.value != ',' && c.value != '.' && c.value != ' ')
      break;
    at += c.length;
  }
  return digits;
}

void read_counters(const Line& line, std::map<std::string, std::vector<std::string>>& metadata) {
  constexpr size_t kLongest = 300;  // bytes
  constexpr std::array<std::pair<std::string_view, const char*>, 6> kPictures{
      {{"👁", "views"},
       {"👀", "views"},
       {"💬", "comments"},
       {"🗨", "comments"},
       {"🗪", "comments"},
       {"🗫", "comments"}}};
  const std::string_view text = line.piece.text;
  if (text.size() > kLongest || text.find("\xF0\x9F") == text.npos) return;
  for (const auto& [picture, key] : kPictures) {
    const size_t at = text.find(picture);
    if (at == text.npos) continue;
    std::string_view rest = text.substr(at + picture.size());
    if (rest.starts_with("\xEF\xB8\x8F")) rest.remove_prefix(3);  // asks for the coloured form
    rest = text::trim_space(rest);
    if (rest.empty() || !text::is_digit(text::decode(rest, 0).value)) continue;
    // "1.2k" is rounded.
    size_t end = 0;
    while (end < rest.size()) {
      const text::CodePoint c = text::decode(rest, end);
      const bool inside = c.value == ',' || c.value == '.' || text::is_space(c.value);
      if (!text::is_digit(c.value) && !inside) break;
      end += c.length;
    }
    if (end < rest.size() && text::is_letter(text::decode(rest, end).value)) continue;
    if (auto& told = metadata[key]; told.empty()) told.push_back(digits_of(rest));
  }
}

}  // namespace synoptic::clean
