#include "clean/plain/plain_signs.h"

#include <algorithm>
#include <vector>

#include "text/utf8.h"

namespace synoptic::clean {

const CueTable& plain_words() {
  static const CueTable table("clean/plain.tsv");
  return table;
}

namespace {

std::optional<uint32_t> number_at(std::string_view text, size_t& at) {
  constexpr size_t kMostDigits = 3;
  uint32_t value = 0;
  const size_t begin = at;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') {
    if (at - begin == kMostDigits) return std::nullopt;
    value = value * 10 + static_cast<uint32_t>(text[at++] - '0');
  }
  if (at == begin) return std::nullopt;
  return value;
}

// "/", " of ": how many bytes part the number from how many there are; 0: nothing does.
size_t length_between(std::string_view text) {
  static const std::vector<std::string_view> words = plain_words().words("counted");
  if (text.starts_with('/')) return 1;
  if (!text.starts_with(' ')) return 0;
  const std::string_view behind = text.substr(1);
  const auto parts = [&](std::string_view word) {
    return behind.starts_with(word) && behind.substr(word.size()).starts_with(' ');
  };
  if (parts("/")) return 3;
  const auto word = std::ranges::find_if(words, parts);
  return word == words.end() ? 0 : word->size() + 2;
}

}  // namespace

std::optional<Counted> counted_at(std::string_view text, size_t at) {
  const auto number = number_at(text, at);
  if (!number) return std::nullopt;
  const size_t between = length_between(text.substr(at));
  if (between == 0) return std::nullopt;
  at += between;
  const auto of = number_at(text, at);
  if (!of || *number == 0 || *number > *of || *of < 2) return std::nullopt;
  if (at < text.size() && text[at] != ' ') return std::nullopt;
  return Counted{*number, *of, at};
}

size_t mail_in(std::string_view text) {
  for (size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    const size_t begin = text.find_last_of(" (:<", at) + 1;
    const std::string_view host = text.substr(at + 1, text.find_first_of(" ,;)>", at) - at - 1);
    const size_t dot = host.find('.');
    if (begin < at && dot != std::string_view::npos && dot > 0 && dot + 2 < host.size()) {
      return begin;
    }
  }
  return std::string_view::npos;
}

bool is_in_capitals(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    if (text::is_letter(c.value) && !text::is_upper(c.value)) return false;
    at += c.length;
  }
  return true;
}

}  // namespace synoptic::clean
