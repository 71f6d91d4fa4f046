#include "annotate/running_time.h"

#include <array>

#include "annotate/letters.h"
#include "annotate/quantities/quantities_table.h"

namespace synoptic::annotate {
namespace {

constexpr uint32_t kSixty = 60;

// Reads on in a folded text.
class Reader {
 public:
  Reader(std::string_view text, uint32_t at) : text_(text), at_(at) {}

  uint32_t at() const { return at_; }

  // `most` digits at the most, and no more of them behind.
  std::optional<uint32_t> digits(uint32_t least, uint32_t most) {
    uint32_t end = at_, value = 0;
    while (end < text_.size() && is_ascii_digit(text_[end])) {
      if (end - at_ == most) return std::nullopt;
      value = value * 10 + static_cast<uint32_t>(text_[end++] - '0');
    }
    if (end - at_ < least) return std::nullopt;
    at_ = end;
    return value;
  }
  // Two digits below sixty.
  std::optional<uint32_t> part() {
    const uint32_t begin = at_;
    const auto value = digits(2, 2);
    if (value && *value < kSixty) return value;
    at_ = begin;
    return std::nullopt;
  }
  bool sign(std::string_view sign) {
    if (!text_.substr(at_).starts_with(sign)) return false;
    at_ += static_cast<uint32_t>(sign.size());
    return true;
  }
  void blank() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  // ".41", ",3"; not the point or comma of a sentence, nor the next part of a date.
  std::optional<double> fraction() {
    if (at_ >= text_.size() || (text_[at_] != '.' && text_[at_] != ',')) return std::nullopt;
    Reader behind(text_, at_ + 1);
    const auto value = behind.digits(1, 3);
    if (!value || behind.sign(":") || behind.sign(".")) return std::nullopt;
    double scale = 1;
    for (uint32_t i = at_ + 1; i < behind.at(); ++i) scale *= 10;
    at_ = behind.at();
    return *value / scale;
  }

 private:
  std::string_view text_;
  uint32_t at_;
};

// "2 h 08 min 14 s", "2h08min14": the signs of the SI, and a clock has no minutes in it.
std::optional<RunningTime> with_signs(std::string_view folded, uint32_t begin) {
  Reader reader(folded, begin);
  const auto hours = reader.digits(1, 3);
  if (!hours) return std::nullopt;
  reader.blank();
  if (!reader.sign("h")) return std::nullopt;
  reader.blank();
  const auto minutes = reader.digits(1, 2);
  if (!minutes || *minutes >= kSixty) return std::nullopt;
  reader.blank();
  if (!reader.sign("min") && !reader.sign("mn")) return std::nullopt;
  RunningTime out{{begin, reader.at()}, (*hours * kSixty + *minutes) * double{kSixty}};
  reader.blank();
  const auto seconds = reader.part();
  if (!seconds) return out;
  out.seconds += *seconds;
  out.range.end = reader.at();
  reader.blank();
  for (const std::string_view sign : {"seg", "sec", "s"}) {
    if (!reader.sign(sign)) continue;
    out.range.end = reader.at();
    break;
  }
  return out;
}

bool in_brackets(std::string_view folded, Range range) {
  return range.begin > 0 && folded[range.begin - 1] == '(' && range.end < folded.size() &&
         (folded[range.end] == ')' || folded[range.end] == ',' || folded[range.end] == ';');
}

// The word for a unit of time behind; one or two letters may be a clock's ("7:30 h").
std::optional<NumberHit> unit_behind(std::string_view folded, uint32_t end, std::string_view lang,
                                     std::string_view unit) {
  constexpr uint32_t kShort = 2;  // bytes
  Reader reader(folded, end);
  reader.blank();
  const auto hit = QuantityTable::get().at(NumberWord::kUnit, lang, folded, reader.at());
  const bool fits = hit && hit->range.size() > kShort && hit->entry->value.starts_with(unit);
  return fits ? hit : std::nullopt;
}

}  // namespace

std::optional<RunningTime> running_time_at(std::string_view folded, uint32_t begin,
                                           std::string_view lang) {
  if (begin >= folded.size() || !is_ascii_digit(folded[begin])) return std::nullopt;
  if (begin > 0 && (folded[begin - 1] == ':' || is_ascii_digit(folded[begin - 1]))) {
    return std::nullopt;
  }
  if (auto out = with_signs(folded, begin)) return out;
  Reader reader(folded, begin);
  const auto first = reader.digits(1, 3);
  if (!first || !reader.sign(":")) return std::nullopt;
  const auto second = reader.part();
  if (!second) return std::nullopt;
  const uint32_t two = *first * kSixty + *second;
  RunningTime out{{begin, reader.at()}, double{kSixty} * two};
  if (reader.sign(":")) {
    const auto third = reader.part();
    if (!third) return std::nullopt;
    out.seconds += *third;
    if (const auto rest = reader.fraction()) out.seconds += *rest;
    out.range.end = reader.at();
    if (const auto unit = unit_behind(folded, out.range.end, lang, "duration:hour")) {
      out.range.end = unit->range.end;
      return out;
    }
    const bool told = QuantityTable::get().before(NumberWord::kRunTime, lang, folded, begin) ||
                      in_brackets(folded, out.range);
    return told ? std::optional(out) : std::nullopt;
  }
  const auto rest = reader.fraction();
  const auto unit = unit_behind(folded, reader.at(), lang, "duration:minute");
  if (!rest && !unit) return std::nullopt;
  out.seconds = two + rest.value_or(0);
  out.range.end = unit ? unit->range.end : reader.at();
  return out;
}

}  // namespace synoptic::annotate
