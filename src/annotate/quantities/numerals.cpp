#include "annotate/quantities/numerals.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "annotate/letters.h"
#include "annotate/plain_words.h"
#include "annotate/quantities/numeral_sum.h"
#include "base/bytes.h"
#include "base/table.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

// 4.1 thousand million is no 4099999999.9999995.
double without_dust(double value) {
  const double whole = std::round(value);
  return std::abs(value - whole) < 1e-9 * std::abs(value) ? whole : value;
}

// The first two letters of a language, to tell it from most others at once.
uint16_t front_of(std::string_view lang) {
  return lang.size() < 2 ? 0 : load_bytes<uint16_t>(lang.data());
}

bool packed(char32_t c) { return text::is_spaceless(c) || text::is_hangul(c); }

}  // namespace

const Numerals& Numerals::get() {
  static const Numerals numerals;
  return numerals;
}

Numerals::Style& Numerals::style_for(std::string_view lang) {
  for (Style& style : styles_) {
    if (style.lang == lang) return style;
  }
  styles_.push_back({std::string(lang), front_of(lang)});
  return styles_.back();
}

const Numerals::Style* Numerals::style(std::string_view lang) const {
  const uint16_t front = front_of(lang);
  for (const Style& style : styles_) {
    if (style.front == front && style.lang == lang) return &style;
  }
  return nullptr;
}

Numerals::Numerals() {
  constexpr std::array<std::pair<std::string_view, Kind>, 10> kKinds = {
      {{"number", Kind::kNumber},
       {"dual", Kind::kDual},
       {"scale", Kind::kScale},
       {"one", Kind::kOne},
       {"teen", Kind::kTeen},
       {"and", Kind::kAnd},
       {"glued_and", Kind::kGluedAnd},
       {"half", Kind::kHalf},
       {"and_half", Kind::kAndHalf},
       {"lead", Kind::kLead}}};
  for (const TableRow row : DataTable::embedded(kNumeralTable, 4)) {
    const std::vector<std::string_view> words = row.words(3);
    for (const std::string_view word : words) {
      if (row[0] == "decimal") style_for(word).comma_decimal = row[2] == ",";
      if (row[0] == "space_groups") style_for(word).space_groups = true;
      if (row[0] == "digit_sums") style_for(word).digit_sums = true;
      if (row[0] == "either_group") style_for(word).either_group = true;
      if (row[0] == "digit_runs") style_for(word).digit_runs = true;
      if (row[0] == "slash_decimal") style_for(word).slash_decimal = true;
      if (row[0] == "glued") {
        style_for(row[1]).words_in_one = true;
        style_for(row[1]).inner_and = text::fold_copy(word);
      }
      if (row[0] == "begin") {
        begin_words_.add(std::string(word) + "*", static_cast<uint32_t>(begins_.size()), row[1]);
        begins_.push_back({std::string(row[1]), text::fold_copy(word), Kind::kNumber,
                           std::strtod(std::string(row[2]).c_str(), nullptr)});
      }
      if (row[0] == "weak") weak_.push_back({std::string(row[1]), text::fold_copy(word)});
      if (row[0] == "glued_and") style_for(row[1]).glued_and = std::string(word);
      for (const auto& [name, kind] : kKinds) {
        if (name != row[0]) continue;
        words_.add(word, static_cast<uint32_t>(rows_.size()), row[1]);
        rows_.push_back(
            {kind, std::string(row[1]), std::strtod(std::string(row[2]).c_str(), nullptr)});
      }
    }
  }
  add_parts();
  std::ranges::sort(weak_);
}

bool Numerals::rejects(std::string_view lang, std::string_view letters) const {
  if (!words_.rejects(lang, letters) || !begin_words_.rejects(lang, letters)) return false;
  const Style* own = style(lang);
  return own == nullptr || !own->words_in_one || !sum_of_parts(letters, *own);
}

bool begins_no_number(std::string_view lang, uint32_t memory_lang, std::string_view word,
                      const std::vector<std::string>* proclitics) {
  return PlainWords::of_thread().is_plain(PlainWords::Step::kNumbers, memory_lang, word, [&] {
    return begins_nothing(word, proclitics, [&](std::string_view text) {
      return Numerals::get().rejects(lang, text);
    });
  });
}

std::vector<Numeral> Numerals::begun_at(std::string_view folded, size_t at,
                                        std::string_view lang) const {
  std::vector<Numeral> numbers;
  begin_words_.visit_at(lang, folded, at, [&](WordTable::Hit hit) {
    const Part& part = begins_[hit.id];
    if (part.lang != lang) return false;
    Numeral number;
    number.range = {static_cast<uint32_t>(at), static_cast<uint32_t>(at + part.text.size())};
    number.value = part.value;
    numbers.push_back(number);
    return false;
  });
  return numbers;
}

bool Numerals::part(std::string_view folded, size_t at, std::string_view lang, Found& found) const {
  if (word(folded, at, lang, found)) return true;
  for (const uint32_t style : in_one_) {
    const Style& own = styles_[style];
    if (own.lang == lang) return word_in_one(folded, at, own, found);
  }
  return false;
}

bool Numerals::word(std::string_view folded, size_t at, std::string_view lang, Found& found) const {
  return words_.visit_at(lang, folded, at, [&](WordTable::Hit hit) {
    const Row& row = rows_[hit.id];
    const bool half = row.kind == Kind::kHalf;
    if (half && scale_behind(folded, at + hit.length, lang, found) == 0) return false;
    found = {row.kind, row.value, hit.length};
    return true;
  });
}

// "Half a million", "demi-million": where the scale begins; 0: none follows.
size_t Numerals::scale_behind(std::string_view folded, size_t end, std::string_view lang,
                              Found& scale) const {
  size_t at = skip_blank(folded, end);
  if (at == end && at < folded.size() && folded[at] == '-') ++at;
  const bool found = words_.visit_at(lang, folded, at, [&](WordTable::Hit hit) {
    const Row& row = rows_[hit.id];
    if (row.kind != Kind::kScale) return false;
    scale = {row.kind, row.value, hit.length};
    return true;
  });
  return found ? at : 0;
}

// Where the next part of the number may begin: behind a blank, "and", a hyphen, or at once in
// scripts without spaces.
size_t Numerals::next_part(std::string_view folded, size_t at, std::string_view lang,
                           bool& joined) const {
  joined = false;
  size_t next = skip_blank(folded, at);
  Found found;
  if (word(folded, next, lang, found) && found.kind == Kind::kAnd) {
    joined = true;
    return skip_blank(folded, next + found.length);
  }
  const Style* own = style(lang);
  if (own != nullptr && !own->glued_and.empty() && next > at) {
    // "ثلاثة وعشرون": the word for "and" is the first letter of the next part.
    if (folded.substr(next).starts_with(own->glued_and)) {
      joined = true;
      return next + own->glued_and.size();
    }
  }
  return next;
}

// "and a half", where it may stand: behind a number or its scale.
bool Numerals::and_half(std::string_view folded, size_t end, std::string_view lang,
                        Found& found) const {
  const size_t next = skip_blank(folded, end);
  return words_.visit_at(lang, folded, next, [&](WordTable::Hit hit) {
    const Row& row = rows_[hit.id];
    if (row.kind != Kind::kAndHalf || row.lang != lang) return false;
    found = {row.kind, row.value, static_cast<uint32_t>(next - end) + hit.length};
    return true;
  });
}

std::optional<Numeral> Numerals::at(std::string_view folded, size_t begin,
                                    std::string_view lang) const {
  if (begin >= folded.size()) return std::nullopt;
  Found found;
  const bool in_digits = is_ascii_digit(folded[begin]);
  // Most words are none: found out before anything is made.
  if (!in_digits && !part(folded, begin, lang, found)) return std::nullopt;
  const Style* own = style(lang);
  Numeral out;
  NumeralSum sum;
  size_t end = begin;
  int parts = 0;
  double last_scale = 0;  // of the part read last; 0: it was no scale
  double lead = 0;
  bool last_digits = false;
  if (in_digits) {
    if (begin > 0 && is_ascii_digit(folded[begin - 1])) return std::nullopt;
    if (!digits(folded, end, own, out)) return std::nullopt;
    out.digits = last_digits = true;
    sum.add(out.value, false);
    ++parts;
  }
  const bool units_first = own != nullptr && !own->glued_and.empty();
  for (int count = 0; count < kMostNumeralParts; ++count) {
    if (!sum.empty() && and_half(folded, end, lang, found)) {
      if (!sum.add_part(found.value * (last_scale > 0 ? last_scale : 1))) break;
      end += found.length;
      last_scale = 0;
      last_digits = false;
      ++parts;
      continue;
    }
    bool joined = false;
    const size_t next = sum.empty() ? end : next_part(folded, end, lang, joined);
    if (next >= folded.size()) break;
    const char32_t first = text::decode(folded, next).value;
    if (next == end && !sum.empty() && !packed(first) && !text::is_digit(first) && !last_digits) {
      break;
    }
    if (!sum.empty() && is_ascii_digit(folded[next])) {
      // 1億2000万, 2만 5000; "8 milyon 412 bin"; "114 thousand and 500" where that is usual.
      const char32_t before = text::decode_before(folded, end).value;
      Numeral more;
      size_t behind = next;
      if (last_digits || !digits(folded, behind, own, more)) break;
      const bool sums = own != nullptr && own->digit_sums && last_scale >= 1000 && joined;
      const bool runs = own != nullptr && own->digit_runs && last_scale >= 1000 && !joined &&
                        more.digit_count <= 3 && !more.decimal;
      if (!packed(before) && !sums && !runs) {
        Found scale;
        if (joined || last_scale < 1000 || !word(folded, skip_blank(folded, behind), lang, scale) ||
            scale.kind != Kind::kScale || scale.value >= last_scale) {
          break;
        }
      }
      if (more.value >= last_scale && last_scale > 0) break;
      if (!sum.add(more.value, false)) break;
      end = behind;
      last_digits = true;
      last_scale = 0;
      ++parts;
      continue;
    }
    const bool read_before = count == 0 && !in_digits;
    if (!read_before && !part(folded, next, lang, found)) break;
    if (found.kind == Kind::kScale) {
      if (joined || !sum.multiply(found.value)) break;
      out.scaled = out.scaled || found.value >= 1000;
      if (found.value >= 1000) out.scale *= found.value;
      // "Mil millones y medio": half a thousand million.
      const bool joins = last_scale >= 1000 && found.value >= 1000;
      last_scale = joins ? last_scale * found.value : found.value;
    } else if (found.kind == Kind::kNumber || found.kind == Kind::kDual ||
               found.kind == Kind::kOne) {
      // "2,8 Milliarden ein Jahr zuvor": an article behind digits is another word's.
      if (found.kind == Kind::kOne && out.digits && !packed(first)) break;
      if (last_digits || !sum.add(found.value + lead, units_first)) break;
      lead = 0;
      last_scale = found.kind == Kind::kDual ? found.value / 2 : 0;
    } else if (found.kind == Kind::kTeen && !sum.empty() && sum.total() < 10) {
      const double unit = sum.total();
      sum = NumeralSum();
      sum.add(unit + found.value, false);
      last_scale = 0;
    } else if (found.kind == Kind::kHalf && sum.empty()) {
      // "half a million", "three quarters of a million": only with a scale behind it.
      Found scale;
      const size_t behind = scale_behind(folded, next + found.length, lang, scale);
      if (behind == 0 || !sum.add(found.value, false) || !sum.multiply(scale.value)) break;
      out.scaled = out.scaled || scale.value >= 1000;
      if (scale.value >= 1000) out.scale *= scale.value;
      last_scale = scale.value;
      end = behind + scale.length;
      parts += 2;
      continue;
    } else if (found.kind == Kind::kLead && sum.empty() && lead == 0) {
      Found number;
      const size_t behind = skip_blank(folded, next + found.length);
      const bool known = word(folded, behind, lang, number);
      const bool scale = known && number.kind == Kind::kScale;
      const bool counts = is_ascii_digit(behind < folded.size() ? folded[behind] : ' ') ||
                          (known && number.kind == Kind::kNumber);
      if (!counts && !scale) break;
      if (scale) {
        // "सवा लाख": a quarter more than one.
        if (!sum.add(1 + found.value, false)) break;
        end = next + found.length;
        continue;
      }
      lead = found.value;
      end = behind;
      if (is_ascii_digit(folded[behind])) {
        if (!digits(folded, end, own, out)) break;
        sum.add(out.value + lead, false);
        lead = 0;
      }
      continue;
    } else {
      break;
    }
    out.article = count == 0 && !out.digits && found.kind == Kind::kOne;
    last_digits = false;
    end = next + found.length;
    ++parts;
  }
  if (sum.empty()) return std::nullopt;
  out.value = without_dust(sum.total());
  out.range = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  out.weak = parts == 1 && !out.digits && is_weak(lang, folded.substr(begin, end - begin));
  return out;
}

bool Numerals::is_weak(std::string_view lang, std::string_view word) const {
  using Pair = std::pair<std::string_view, std::string_view>;
  const Pair wanted{lang, word};
  const auto found =
      std::lower_bound(weak_.begin(), weak_.end(), wanted, [](const auto& one, const Pair& other) {
        return Pair{one.first, one.second} < other;
      });
  return found != weak_.end() && Pair{found->first, found->second} == wanted;
}

}  // namespace synoptic::annotate
