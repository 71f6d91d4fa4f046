#include "clean/plain/plain_line_shapes.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "clean/plain/plain_signs.h"
#include "knowledge/calendar.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

// Signs that point at something elsewhere, in front of its words.
constexpr std::array<std::string_view, 16> kPointers{">>", "> ", "→", "⇒", "➡", "➤", "➜", "▶",
                                                     "▷",  "►",  "☞", "☛", "👉", "👇", "⇨", "↗"};

size_t times_in(std::string_view text, std::string_view sign) {
  size_t times = 0;
  for (size_t at = text.find(sign); at != text.npos; at = text.find(sign, at + sign.size())) {
    ++times;
  }
  return times;
}

// "Rating: 4.5/5", "4/10 (8 votes)".
bool tells_rate(std::string_view text) {
  const size_t stroke = text.find('/');
  if (stroke == text.npos || stroke == 0 || text[stroke - 1] < '0' || text[stroke - 1] > '9') {
    return false;
  }
  const size_t digits = text.find_first_not_of("0123456789., ", stroke + 1);
  const std::string_view of = text::trim_space(text.substr(stroke + 1, digits - stroke - 1));
  const size_t colon = text.find(':');
  return (of == "5" || of == "10") && times_in(text, "/") == 1 &&
         (colon < stroke || text.ends_with(')'));
}

}  // namespace

bool is_pointer(const Line& line) {
  constexpr uint32_t kWidest = 120, kWidestAnyhow = 200;
  const bool points = starts_with_any(line.piece.text, kPointers);
  // A sentence may be an item of a list whose bullets are arrows; a hand is none.
  const bool hand = line.piece.text.starts_with("👉") || line.piece.text.starts_with("👇");
  return points && !line.prose && line.width <= (hand ? kWidestAnyhow : kWidest) &&
         (hand || !line.full_stop);
}

// "name@host", "@name", "host.org": an address and nothing else.
bool is_bare_address(const Line& line) {
  const std::string_view text = line.piece.text;
  if (text.find(' ') != text.npos || text.size() < 3 || line.width > 80) return false;
  if (text.starts_with('@')) return text::is_word(text::decode(text, 1).value);
  return mail_in(text) == 0;
}

// "A- A+".
bool sizes_letters(const Line& line) {
  constexpr uint32_t kWidest = 60;
  if (line.width > kWidest) return false;
  bool smaller = false, larger = false;
  for (const std::string_view word : split_trimmed(line.piece.text, ' ')) {
    smaller |= word == "A-" || word == "-A" || word == "A−" || word == "a-";
    larger |= word == "A+" || word == "+A" || word == "a+";
  }
  return smaller && larger;
}

bool rates(const Line& line) {
  constexpr uint32_t kWidest = 90, kWidestFigures = 50;
  const std::string_view text = line.piece.text;
  if (line.width <= kWidestFigures && !line.full_stop && tells_rate(text)) return true;
  return line.width <= kWidest && !line.full_stop &&
         times_in(text, "★") + times_in(text, "☆") + times_in(text, "⭐") >= 3;
}

// "Today at 10:42   1 890   12": an hour, counts, and next to no words.
bool is_row_of_counts(const Line& line) {
  constexpr uint32_t kWidest = 60;
  constexpr size_t kFewestCounts = 2, kMostWords = 2;
  if (line.width > kWidest || line.full_stop) return false;
  size_t counts = 0, clocks = 0, words = 0;
  for (const std::string_view word : split_trimmed(line.piece.text, ' ')) {
    const bool digits =
        word.find_first_not_of("0123456789:.,Kk") == word.npos && text::has_digit(word);
    const bool clock = digits && word.find(':') != word.npos;
    clocks += clock;
    counts += digits && !clock;
    words += !digits;
  }
  return clocks == 1 && counts >= kFewestCounts && words <= kMostWords &&
         knowledge::find_dates(line.piece.text, {.allow_partial = true}).empty();
}

// "7", "01": nothing else on the line.
bool is_lone_number(const Line& line) {
  const std::string_view text = line.piece.text;
  return text.size() <= 2 && text.find_first_not_of("0123456789") == text.npos;
}

// "Write to us on WhatsApp: +7 777 000 00 00": a number to call beside a messenger's name.
bool gives_number(const Line& line) {
  constexpr uint32_t kWidest = 160;
  constexpr std::ptrdiff_t kFewestDigits = 9;
  const std::string_view text = line.piece.text;
  const auto digits =
      std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (line.width > kWidest || digits < kFewestDigits || digits > 2 * kFewestDigits) return false;
  static const std::vector<std::string_view> messengers = plain_words().words("messenger");
  return std::any_of(messengers.begin(), messengers.end(), [&](std::string_view name) {
    return line.folded.find(name) != std::string::npos;
  });
}

// "World | Sport | Culture | Weather": four short names or more between strokes.
bool is_menu(const Line& line) {
  constexpr size_t kFewest = 4;
  constexpr uint32_t kWidestItem = 30;
  const std::string_view text = line.piece.text;
  if (line.full_stop || text::has_digit(text)) return false;
  for (const char sign : {'|', '/'}) {
    const auto items = split_trimmed(text, sign);
    if (items.size() < kFewest) continue;
    const bool parted = sign == '|' || times_in(text, " / ") + 1 == items.size();
    if (parted && std::all_of(items.begin(), items.end(), [](std::string_view item) {
          return width_of(item) <= kWidestItem;
        })) {
      return true;
    }
  }
  return false;
}

// "Section > Part > …".
bool is_wire_slug(const Line& line) {
  constexpr uint32_t kWidest = 70;
  std::string_view text = line.piece.text;
  if (line.width > kWidest || line.full_stop) return false;
  const bool marked = text.starts_with('^');
  if (marked) text.remove_prefix(1);
  const std::string_view slug = text.substr(0, std::min(text.find(' '), text.size()));
  const bool capitals = std::all_of(slug.begin(), slug.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '/';
  });
  if (!capitals || slug.size() < 6 || times_in(slug, "-") == 0) return false;
  return marked || (slug.ends_with('/') && times_in(slug, "-") >= 1);
}

bool is_path(const Line& line) {
  constexpr std::array<std::string_view, 5> kSigns{" > ", " › ", " » ", " → ", " ＞ "};
  return !line.full_stop && std::any_of(kSigns.begin(), kSigns.end(), [&](std::string_view sign) {
    return times_in(line.piece.text, sign) >= 2;
  });
}

}  // namespace synoptic::clean
