#include "clean/main_text_pieces.h"

#include <algorithm>

#include "clean/page.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace synoptic::clean {

bool has_sentence_mark(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const char sign = text[i];
    if (text::is_ascii(sign)) {
      ++i;
      if (sign != '.' && sign != '!' && sign != '?') continue;
      if (i >= text.size() || text[i] == ' ' || text[i] == '"' || text[i] == '\'') return true;
      continue;
    }
    const text::CodePoint c = text::decode(text, i);
    i += c.length;
    constexpr std::u32string_view kMarks = U"。！？，、…؟،۔।”»";
    if (kMarks.find(c.value) != std::u32string_view::npos) return true;
    if (c.value >= 0x0E00 && c.value < 0x0F00) return true;  // Thai and Lao write without marks
  }
  return false;
}

double link_share(const PagePiece& p) {
  return p.weight == 0 ? 0 : static_cast<double>(p.link_weight) / p.weight;
}

bool ends_sentence(const PagePiece& p) {
  const char32_t last = text::decode_before(p.piece.text, p.piece.text.size()).value;
  return last == '.' || last == U'。';
}

Headlines::Headlines(const std::vector<std::string>& titles) {
  for (const auto& title : titles) {
    std::string key = key_of(title);
    if (key.empty()) continue;
    shortest_ = std::min(shortest_, key.size());
    longest_ = std::max(longest_, key.size());
    keys_.push_back(std::move(key));
  }
}

bool Headlines::hold(std::string_view text) const {
  // Most lines are far shorter or longer; folding them all would cost more than all the rest.
  if (text.empty() || text.size() * 2 < shortest_ || text.size() > 2 * longest_ + 40) return false;
  const auto first = static_cast<unsigned char>(text.front());
  const bool small = first >= 'a' && first <= 'z', large = first >= 'A' && first <= 'Z';
  if (small || large || (first >= '0' && first <= '9')) {
    const char begin = static_cast<char>(large ? first + 32 : first);
    const auto begins = [&](const std::string& key) { return key.front() == begin; };
    if (std::none_of(keys_.begin(), keys_.end(), begins)) return false;
  }
  return std::find(keys_.begin(), keys_.end(), key_of(text)) != keys_.end();
}

}  // namespace synoptic::clean
