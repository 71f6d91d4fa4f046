// "Headline - Outlet", "Outlet — Headline" without the outlet.
#include <algorithm>
#include <array>

#include "base/position.h"
#include "clean/people/people.h"
#include "clean/title.h"
#include "text/utf8.h"

namespace synoptic::clean {

using knowledge::Knowledge;

namespace {

// "Outlet — Headline", where the headline is a line of its own: it.
std::string_view behind_site_name(std::string_view title, const Page& page,
                                  const Knowledge& knowledge, std::string& outlet) {
  constexpr size_t kWidestName = 60;  // bytes
  for (const std::string_view sign : {" — ", " – ", " - ", " | ", ": ", "："}) {
    const size_t at = title.find(sign);
    if (at == title.npos || at == 0 || at > kWidestName) continue;
    const std::string_view front = title.substr(0, at), rest = title.substr(at + sign.size());
    const std::string key = key_of(rest);
    const bool on_page = !key.empty() && std::ranges::any_of(page.lines, [&](const Line& line) {
      return !line.piece.outside && line.has_key(key);
    });
    if (!on_page || !names_outlet(knowledge, front)) continue;
    outlet = front;
    return text::trim_space(rest);
  }
  return title;
}

}  // namespace

std::string without_site_name(std::string_view title, const Page& page, const Knowledge& knowledge,
                              std::string& outlet) {
  // The longest beginning that stands on the page as a line of its own.
  constexpr std::array<std::string_view, 10> kSeparators{
      " - ", " | ", " – ", " — ", " :: ", " · ", "_", "｜", "：", " : "};
  for (size_t end = title.size(); end > 0;) {
    size_t at = std::string_view::npos, size = 0;
    for (const std::string_view separator : kSeparators) {
      const size_t found = last_position_of(title.substr(0, end), separator);
      if (found != std::string_view::npos && (at == std::string_view::npos || found > at)) {
        at = found;
        size = separator.size();
      }
    }
    if (at == std::string_view::npos || at == 0) break;
    const std::string key = key_of(title.substr(0, at));
    for (const Line& line : page.lines) {
      if (key.empty() || !line.has_key(key)) continue;
      outlet = text::trim_space(title.substr(at + size));
      return std::string(text::trim_space(title.substr(0, at)));
    }
    end = at;
  }
  return std::string(text::trim_space(behind_site_name(title, page, knowledge, outlet)));
}

}  // namespace synoptic::clean
