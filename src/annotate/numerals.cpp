#include "annotate/numerals.h"

#include <array>
#include <cmath>
#include <cstdlib>

#include "base/data.h"
#include "base/strings.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr std::string_view kTable = "annotate/numerals.tsv";
constexpr size_t kMostDigits = 18;
constexpr int kMostParts = 12;  // of one number in words

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

size_t digit_run(std::string_view text, size_t at) {
  size_t end = at;
  while (end < text.size() && is_ascii_digit(text[end])) ++end;
  return end - at;
}

// What the parts read so far come to, and how a further part joins them.
class Sum {
 public:
  bool empty() const { return count_ == 0; }
  double total() const {
    double sum = 0;
    for (size_t i = 0; i < count_; ++i) sum += terms_[i];
    return sum;
  }

  // A number adds where its digits are still free: 20 + 3, 100 + 20; and 3 + 20 in languages
  // that say the units first.
  bool add(double value, bool units_first) {
    if (count_ == terms_.size()) return false;
    if (count_ > 0) {
      const double last = terms_[count_ - 1];
      const double room = std::pow(10, std::floor(std::log10(std::max(value, 1.0))) + 1);
      const bool behind = last >= room && std::fmod(last, room) == 0;
      const bool before = units_first && last < 10 && value >= 20 && value < 100;
      if (!behind && !before) return false;
    }
    terms_[count_++] = value;
    return true;
  }

  // A scale multiplies all the smaller parts that stand right before it.
  bool multiply(double scale) {
    double sum = 0;
    while (count_ > 0 && terms_[count_ - 1] < scale) sum += terms_[--count_];
    if (count_ == terms_.size()) return false;
    terms_[count_++] = (sum == 0 ? 1 : sum) * scale;
    return true;
  }

 private:
  std::array<double, kMostParts> terms_{};
  size_t count_ = 0;
};

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
  styles_.push_back({std::string(lang)});
  return styles_.back();
}

const Numerals::Style* Numerals::style(std::string_view lang) const {
  for (const Style& style : styles_) {
    if (style.lang == lang) return &style;
  }
  return nullptr;
}

Numerals::Numerals() {
  constexpr std::array<std::pair<std::string_view, Kind>, 7> kKinds = {
      {{"number", Kind::kNumber},
       {"scale", Kind::kScale},
       {"one", Kind::kOne},
       {"teen", Kind::kTeen},
       {"and", Kind::kAnd},
       {"glued_and", Kind::kGluedAnd},
       {"half", Kind::kHalf}}};
  for (const std::string_view line : lines(embedded_data(kTable))) {
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string_view> parts = split(line, '\t');
    if (parts.size() < 4) continue;
    const std::vector<std::string_view> words = split_trimmed(parts[3], ';');
    for (const std::string_view word : words) {
      if (parts[0] == "decimal") style_for(word).comma_decimal = parts[2] == ",";
      if (parts[0] == "space_groups") style_for(word).space_groups = true;
      if (parts[0] == "glued") style_for(parts[1]).words_in_one = true;
      if (parts[0] == "glued_and") style_for(parts[1]).glued_and = std::string(word);
      for (const auto& [name, kind] : kKinds) {
        if (name != parts[0]) continue;
        words_.add(word, static_cast<uint32_t>(rows_.size()));
        rows_.push_back(
            {kind, std::string(parts[1]), std::strtod(std::string(parts[2]).c_str(), nullptr)});
      }
    }
  }
  add_compounds();
  words_.finish();
}

// Written in one: fünfundzwanzig, zweihundert, dreitausend.
void Numerals::add_compounds() {
  for (const std::string_view line : lines(embedded_data(kTable))) {
    const std::vector<std::string_view> glue = split(line, '\t');
    if (glue.size() < 4 || glue[0] != "glued") continue;
    std::vector<std::pair<std::string, double>> units, tens, scales;
    for (const std::string_view row : lines(embedded_data(kTable))) {
      const std::vector<std::string_view> parts = split(row, '\t');
      if (parts.size() < 4 || parts[1] != glue[1]) continue;
      const double value = std::strtod(std::string(parts[2]).c_str(), nullptr);
      const std::string first(split_trimmed(parts[3], ';').front());
      if (parts[0] == "number" && value >= 2 && value < 10) units.emplace_back(first, value);
      if (parts[0] == "one") units.emplace_back(first, value);
      if (parts[0] == "number" && value >= 20) tens.emplace_back(first, value);
      if (parts[0] == "scale" && value <= 1000) scales.emplace_back(first, value);
    }
    const auto add = [&](const std::string& word, double value) {
      words_.add(word, static_cast<uint32_t>(rows_.size()));
      rows_.push_back({Kind::kNumber, std::string(glue[1]), value});
    };
    std::vector<std::pair<std::string, double>> below_hundred = units;
    below_hundred.insert(below_hundred.end(), tens.begin(), tens.end());
    for (const auto& [unit, low] : units) {
      for (const auto& [ten, high] : tens) {
        add(unit + std::string(glue[3]) + ten, low + high);
        below_hundred.emplace_back(unit + std::string(glue[3]) + ten, low + high);
      }
    }
    for (const auto& [word, value] : below_hundred) {
      for (const auto& [scale, factor] : scales) add(word + scale, value * factor);
    }
  }
}

bool Numerals::word(std::string_view folded, size_t at, std::string_view lang, Found& found) const {
  return words_.visit_at(folded, at, [&](WordTable::Hit hit) {
    const Row& row = rows_[hit.id];
    if (row.lang != lang && row.lang != "*") return false;
    found = {row.kind, row.value, hit.length};
    return true;
  });
}

// 12, 12,000, 12 000, 6.4, 6,4: which mark parts the fraction is the language's affair; a mark
// before anything but three digits can only be a decimal one.
bool Numerals::digits(std::string_view folded, size_t& at, const Style* style, Numeral& out) const {
  const size_t first = digit_run(folded, at);
  if (first == 0 || first > kMostDigits) return false;
  std::string plain(folded.substr(at, first));
  size_t end = at + first;
  out.digit_count = static_cast<uint32_t>(first);
  const bool comma_decimal = style != nullptr && style->comma_decimal;
  const auto group = [&](char mark) {
    return end < folded.size() && folded[end] == mark && digit_run(folded, end + 1) == 3;
  };
  const auto group_arabic = [&] {  // U+066C
    return folded.substr(end).starts_with("\xD9\xAC") && digit_run(folded, end + 2) == 3;
  };
  const char group_mark = comma_decimal ? '.' : ',';
  const bool spaces = style != nullptr && style->space_groups;
  while (first <= 3 && plain.size() < kMostDigits) {
    size_t mark = 0;
    if (group(group_mark) || group('\'') || (spaces && group(' '))) mark = 1;
    if (group_arabic()) mark = 2;
    if (mark == 0 || (plain.size() > first && out.grouped == false)) break;
    plain += folded.substr(end + mark, 3);
    end += mark + 3;
    out.grouped = true;
  }
  // Indian groups: 1,00,000.
  if (!out.grouped && first <= 2 && end < folded.size() && folded[end] == ',' &&
      digit_run(folded, end + 1) == 2) {
    size_t look = end;
    std::string indian = plain;
    while (look < folded.size() && folded[look] == ',' && digit_run(folded, look + 1) == 2) {
      indian += folded.substr(look + 1, 2);
      look += 3;
    }
    if (look < folded.size() && folded[look] == ',' && digit_run(folded, look + 1) == 3) {
      plain = indian + std::string(folded.substr(look + 1, 3));
      end = look + 4;
      out.grouped = true;
    }
  }
  size_t mark = 0;
  if (end < folded.size() && (folded[end] == '.' || folded[end] == ',')) mark = 1;
  if (folded.substr(end).starts_with("\xD9\xAB")) mark = 2;  // U+066B
  const size_t fraction = mark == 0 ? 0 : digit_run(folded, end + mark);
  const bool own_mark = mark == 2 || (mark == 1 && folded[end] == (comma_decimal ? ',' : '.'));
  if (fraction > 0 && fraction <= 6 && (own_mark || (fraction <= 2 && !out.grouped))) {
    plain += '.';
    plain += folded.substr(end + mark, fraction);
    end += mark + fraction;
    out.decimal = true;
  }
  out.value = std::strtod(plain.c_str(), nullptr);
  at = end;
  return true;
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

std::optional<Numeral> Numerals::at(std::string_view folded, size_t begin,
                                    std::string_view lang) const {
  if (begin >= folded.size()) return std::nullopt;
  if (!is_ascii_digit(folded[begin]) && !words_.may_begin(folded, begin)) return std::nullopt;
  const Style* own = style(lang);
  Numeral out;
  Sum sum;
  size_t end = begin;
  bool last_digits = false;
  if (is_ascii_digit(folded[begin])) {
    if (begin > 0 && is_ascii_digit(folded[begin - 1])) return std::nullopt;
    if (!digits(folded, end, own, out)) return std::nullopt;
    out.digits = last_digits = true;
    sum.add(out.value, false);
  }
  const bool units_first = own != nullptr && !own->glued_and.empty();
  for (int part = 0; part < kMostParts; ++part) {
    bool joined = false;
    const size_t next = sum.empty() ? end : next_part(folded, end, lang, joined);
    if (next >= folded.size()) break;
    const char32_t first = text::decode(folded, next).value;
    if (next == end && !sum.empty() && !packed(first) && !text::is_digit(first) && !last_digits) {
      break;
    }
    if (!sum.empty() && is_ascii_digit(folded[next])) {
      // 1億2000万, 2만 5000
      const char32_t before = text::decode_before(folded, end).value;
      Numeral more;
      size_t behind = next;
      if (last_digits || !packed(before) || !digits(folded, behind, own, more)) break;
      if (!sum.add(more.value, false)) break;
      end = behind;
      last_digits = true;
      continue;
    }
    Found found;
    if (!word(folded, next, lang, found)) break;
    if (found.kind == Kind::kScale) {
      if (joined || !sum.multiply(found.value)) break;
      out.scaled = out.scaled || found.value >= 1000;
      if (found.value >= 1000) out.scale *= found.value;
    } else if (found.kind == Kind::kNumber || found.kind == Kind::kOne) {
      if (last_digits || !sum.add(found.value, units_first)) break;
    } else if (found.kind == Kind::kTeen && !sum.empty() && sum.total() < 10) {
      sum.add(0, true);
      sum = Sum();
      sum.add(out.value + found.value, false);
    } else if (found.kind == Kind::kHalf && sum.empty()) {
      // "half a million": a half counts only with a scale behind it.
      Found scale;
      const size_t behind = skip_blank(folded, next + found.length);
      if (!word(folded, behind, lang, scale) || scale.kind != Kind::kScale) break;
      sum.add(found.value, false);
    } else {
      break;
    }
    out.article = part == 0 && !out.digits && found.kind == Kind::kOne;
    last_digits = false;
    end = next + found.length;
    out.value = sum.total();
  }
  if (sum.empty()) return std::nullopt;
  out.value = sum.total();
  out.range = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  return out;
}

}  // namespace synoptic::annotate
