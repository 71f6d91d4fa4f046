#include "annotate/quotes/quote_marks.h"

#include <array>

#include "text/utf8.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kLongestQuotation = 4000;  // bytes

struct MarkPair {
  char32_t open;
  std::array<char32_t, 2> close;
};

// German and Polish close with what English opens with; »…« stands the other way round.
constexpr std::array<MarkPair, 14> kPairs{{
    {U'«', {U'»', 0}},
    {U'„', {U'“', U'”'}},
    {U'“', {U'”', 0}},
    {U'「', {U'」', 0}},
    {U'『', {U'』', 0}},
    {U'‹', {U'›', 0}},
    {U'»', {U'«', 0}},
    {U'"', {U'"', 0}},
    {U'＂', {U'＂', 0}},
    {U'‘', {U'’', 0}},
    {U'‚', {U'‘', U'’'}},
    {U'›', {U'‹', 0}},
    {U'”', {U'”', 0}},
    {U'\'', {U'\'', 0}},
}};

const MarkPair* opener(char32_t c) {
  if ((c < 0x80 && c != U'"' && c != U'\'') || (c > U'»' && c < U'‘')) return nullptr;  // letters
  for (const MarkPair& pair : kPairs) {
    if (pair.open == c) return &pair;
  }
  return nullptr;
}

// Behind what is no mark for sure.
size_t skip_words(std::string_view text, size_t at) {
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80 && text[at] != '"' &&
         text[at] != '\'') {
    ++at;
  }
  return at;
}

bool closes(const MarkPair& pair, char32_t c) { return c == pair.close[0] || c == pair.close[1]; }

// An apostrophe inside or behind a word closes nothing.
bool is_apostrophe(std::string_view text, size_t at, size_t end) {
  return at > 0 && text::is_letter(text::decode_before(text, at).value) && end < text.size() &&
         text::is_letter(text::decode(text, end).value);
}

bool may_open(std::string_view text, size_t at, size_t end, char32_t c) {
  if (end >= text.size() || text::is_space(text::decode(text, end).value)) {
    return (c == U'«' || c == U'‹') && end < text.size();  // French sets a blank inside
  }
  if (c != U'"' && c != U'‘' && c != U'»' && c != U'›' && c != U'”' && c != U'\'') return true;
  if (at == 0) return true;
  const char32_t before = text::decode_before(text, at).value;
  // Glued Arabic or Chinese words may touch the mark; a letter before it closes only in Latin.
  return !(text::is_latin(before) || text::is_digit(before));
}

}  // namespace

std::vector<Quotation> quotations(std::string_view text) {
  std::vector<Quotation> found;
  for (size_t at = skip_words(text, 0); at < text.size(); at = skip_words(text, at)) {
    const text::CodePoint c = text::decode(text, at);
    const size_t inside = at + c.length;
    const MarkPair* pair = opener(c.value);
    if (pair == nullptr || !may_open(text, at, inside, c.value)) {
      at = inside;
      continue;
    }
    size_t depth = 1, end = inside;
    size_t close = std::string_view::npos;
    while ((end = skip_words(text, end)) < text.size() && end - at < kLongestQuotation) {
      const text::CodePoint d = text::decode(text, end);
      const size_t next = end + d.length;
      if (closes(*pair, d.value) &&
          !((d.value == U'’' || d.value == U'\'') && is_apostrophe(text, end, next))) {
        if (--depth == 0) {
          close = end;
          end = next;
          break;
        }
      } else if (d.value == pair->open && pair->open != pair->close[0]) {
        ++depth;
      }
      end = next;
    }
    const auto from = static_cast<uint32_t>(at);
    if (close != std::string_view::npos) {
      found.push_back({{from, static_cast<uint32_t>(end)},
                       {static_cast<uint32_t>(inside), static_cast<uint32_t>(close)},
                       true});
      at = end;
    } else if (at == 0 && text.size() < kLongestQuotation) {
      found.push_back({{0, static_cast<uint32_t>(text.size())},
                       {static_cast<uint32_t>(inside), static_cast<uint32_t>(text.size())},
                       false});
      at = text.size();
    } else {
      at = inside;
    }
  }
  for (Quotation& quotation : found) {
    const std::string_view words = text::trim_space(quotation.inner.of(text));
    if (words.empty()) continue;
    quotation.inner.begin = static_cast<uint32_t>(words.data() - text.data());
    quotation.inner.end = quotation.inner.begin + static_cast<uint32_t>(words.size());
  }
  return found;
}

}  // namespace synoptic::annotate::syntax
