#include "clean/main_text/main_text_pieces.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "clean/page.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace synoptic::clean {

namespace {

bool is_sentence_mark(char32_t c) {
  switch (c) {
    case U'。':
    case U'！':
    case U'？':
    case U'，':
    case U'、':
    case U'…':
    case U'؟':
    case U'،':
    case U'۔':
    case U'।':
    case U'”':
    case U'»':
      return true;
    default:
      return c >= 0x0E00 && c < 0x0F00;  // Thai and Lao write without marks
  }
}

// The first byte at or behind `at` that ends a sentence in ASCII or is none of it; or the end.
size_t next_mark(std::string_view text, size_t at) {
  constexpr uint64_t kOnes = 0x0101010101010101, kHigh = 0x80 * kOnes;
  const auto lacks = [](uint64_t eight, char c) {  // high bits where the byte is another one
    return (eight ^ (static_cast<unsigned char>(c) * kOnes)) + 0x7F * kOnes;
  };
  for (uint64_t eight; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & kHigh) != 0) break;
    if ((lacks(eight, '.') & lacks(eight, '!') & lacks(eight, '?') & kHigh) != kHigh) break;
  }
  const auto counts = [](char c) { return c == '.' || c == '!' || c == '?' || !text::is_ascii(c); };
  while (at < text.size() && !counts(text[at])) ++at;
  return at;
}

bool finds_sentence_mark(std::string_view text) {
  for (size_t i = next_mark(text, 0); i < text.size(); i = next_mark(text, i)) {
    if (!text::is_ascii(text[i])) {
      const text::CodePoint c = text::decode(text, i);
      if (is_sentence_mark(c.value)) return true;
      i += c.length;
      continue;
    }
    ++i;
    if (i >= text.size() || text[i] == ' ' || text[i] == '"' || text[i] == '\'') return true;
  }
  return false;
}

}  // namespace

bool has_sentence_mark(const PagePiece& p) {
  if (!p.has_sentence_mark) p.has_sentence_mark = finds_sentence_mark(p.piece.text);
  return *p.has_sentence_mark;
}

double link_share(const PagePiece& p) {
  return p.weight == 0 ? 0 : static_cast<double>(p.link_weight) / p.weight;
}

bool ends_sentence(const PagePiece& p) {
  const char32_t last = text::decode_before(p.piece.text, p.piece.text.size()).value;
  return last == '.' || last == U'。';
}

bool is_wholly_in(const HtmlPage& page, const PagePiece& p, html::Tag a, html::Tag b) {
  constexpr uint32_t kSign = 4;  // bytes
  const auto& nodes = page.document.nodes();
  return element_around(page, p, kSign, [&](uint32_t i) {
           return nodes[i].tag == a || nodes[i].tag == b;
         }) != html::kNone;
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
