#include "clean/people/press_release.h"

#include <algorithm>
#include <string_view>

#include "clean/people/name_words.h"
#include "clean/people/people.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

constexpr size_t kFarthestService = 200;  // bytes from the paragraph's front
constexpr size_t kLongestCompany = 80;    // bytes

// Behind "(WIRE) --" or "/WIRE/ --": where the text begins; npos: no service is named.
size_t behind_service(std::string_view text) {
  const std::string_view head = text.substr(0, kFarthestService);
  for (const auto& [open, close] : {std::pair{'(', ')'}, std::pair{'/', '/'}}) {
    for (size_t at = head.find(open); at != head.npos; at = head.find(open, at + 1)) {
      const size_t end = head.find(close, at + 1);
      if (end == head.npos) break;
      if (!name_words().is_whole("press_wire", head.substr(at + 1, end - at - 1))) continue;
      size_t begin = end + 1;
      while (begin < text.size() && text.substr(begin).starts_with(' ')) ++begin;
      for (const std::string_view dash : {"--", "-", "–", "—"}) {
        if (!text.substr(begin).starts_with(dash)) continue;
        begin += dash.size();
        while (begin < text.size() && text[begin] == ' ') ++begin;
        return begin;
      }
    }
  }
  return text.npos;
}

// "Company, Inc. (EXCHANGE: ABC)", "Company GmbH today": up to the ticker, else to the form.
std::string_view company_at(std::string_view rest) {
  const size_t open = rest.find(" (");
  if (open != rest.npos && open <= kLongestCompany) {
    const size_t close = rest.find(')', open);
    if (close != rest.npos && rest.substr(open, close - open).find(':') != rest.npos) {
      return rest.substr(0, open);
    }
  }
  const auto words = text::words(rest.substr(0, kLongestCompany));
  for (size_t i = 1; i < words.size(); ++i) {
    const std::string_view name = rest.substr(0, words[i].range.end);
    if (without_company_form(name).size() < name.size()) return name;
  }
  return {};
}

}  // namespace

std::optional<model::Publisher> issuer_of(const std::vector<model::Block>& blocks) {
  const auto block = std::find_if(blocks.begin(), blocks.end(), [](const model::Block& one) {
    return one.kind == model::BlockKind::kParagraph;
  });
  if (block == blocks.end()) return std::nullopt;
  const std::string_view text = block->text;
  const size_t begin = behind_service(text);
  if (begin == text.npos || begin >= text.size()) return std::nullopt;
  std::string_view name = company_at(text.substr(begin));
  while (name.ends_with('.')) name.remove_suffix(1);
  name = text::trim_space(without_company_form(name));
  while (name.ends_with(',')) name.remove_suffix(1);
  if (name.empty() || !text::is_upper(text::decode(name, 0).value)) return std::nullopt;
  const auto at = static_cast<uint32_t>(name.data() - text.data());
  return publisher_of(name, block->to_capture({at, at + static_cast<uint32_t>(name.size())}));
}

}  // namespace synoptic::clean
