#include "clean/plain_signs.h"

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

}  // namespace

std::optional<Counted> counted_at(std::string_view text, size_t at) {
  const auto number = number_at(text, at);
  if (!number) return std::nullopt;
  std::string_view between;
  for (const std::string_view sign : {"/", " / ", " of ", " von ", " de ", " sur ", " из "}) {
    if (text.substr(at).starts_with(sign)) between = sign;
  }
  if (between.empty()) return std::nullopt;
  at += between.size();
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
