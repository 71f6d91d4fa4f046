#include "clean/dates/dateline.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "clean/page.h"
#include "clean/people/byline_items.h"
#include "clean/removed.h"
#include "knowledge/stamps.h"
#include "text/dateline.h"
#include "text/dateline_words.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

constexpr uint32_t kWidestPlace = 45;  // columns in front of the day
constexpr size_t kLooked = 240;        // bytes of the paragraph
constexpr size_t kMostWords = 6;       // of the place
constexpr size_t kMostWordsOfDay = 4;

// One place or two, parted from the day by a comma; in scripts without spaces nothing parts them.
bool is_place(std::string_view before) {
  before = text::trim_space(before);
  if (before.empty() || width_of(before) > kWidestPlace) return false;
  if (text::is_spaceless(text::decode(before, 0).value)) return true;
  bool parted = false;
  for (const std::string_view sign : {",", "،", "，", "/", " -", " –", " —"}) {
    parted |= before.ends_with(sign);
  }
  const auto words = text::words(before);
  if (!parted || words.empty() || words.size() > kMostWords) return false;
  if (before.find('.') < before.size() - 2 && words.size() > 3) return false;
  // Of names in scripts with capitals the first and the last are written with one.
  const auto named = [&](const text::Word& word) {
    const char32_t first = text::decode(before, word.range.begin).value;
    return text::is_upper(first) || !(text::is_latin(first) || text::is_cyrillic(first));
  };
  return named(words.front()) && named(words.back());
}

// Without the word for "year" behind a day.
std::string_view behind_year_word(std::string_view after) {
  after = text::trim_space(after);
  for (const std::string_view word : text::DatelineWords::get().years) {
    if (after.starts_with(word)) return text::trim_space(after.substr(word.size()));
  }
  return after;
}

// Behind the day: the agency in brackets, a dash, the word of wire reports.
bool opens_report(std::string_view after) {
  static constexpr std::array<std::string_view, 12> kSigns{"(", "（", "/",  "-", "–", "—",
                                                           "―", ":",  "：", "=", "[", "【"};
  after = behind_year_word(after);
  if (after.starts_with('.')) after = text::trim_space(after.substr(1));
  if (after.starts_with(',')) after = text::trim_space(after.substr(1));
  return starts_with_any(after, kSigns) ||
         starts_with_any(after, text::DatelineWords::get().reports);
}

// "Bogotá 17 ene 2026 (EFE).-": no comma behind the place, an agency behind the day.
bool is_name_before_agency(std::string_view before, std::string_view after) {
  constexpr size_t kMostWordsOfPlace = 3, kWidestAgency = 24;
  before = text::trim_space(before);
  after = text::trim_space(after);
  const auto words = text::words(before);
  if (words.empty() || words.size() > kMostWordsOfPlace || !after.starts_with('(')) return false;
  const size_t close = after.find(')');
  if (close == std::string_view::npos || close > kWidestAgency) return false;
  const std::string_view behind = text::trim_space(after.substr(close + 1));
  const bool dash = behind.starts_with('-') || behind.starts_with(".-") ||
                    behind.starts_with("–") || behind.starts_with("—");
  return dash && std::all_of(words.begin(), words.end(), [&](const text::Word& word) {
           return text::is_upper(text::decode(before, word.range.begin).value);
         });
}

// "18 November 2026." "Lyon, le 18 novembre 2026. Un": the day is a sentence of its own.
bool is_sentence(std::string_view day, std::string_view after) {
  static constexpr std::array<std::string_view, 4> kStops{".", "。", "।", "۔"};
  const std::string_view rest = behind_year_word(after);
  if (rest.empty() || starts_with_any(rest, kStops)) return true;
  // "2026 г. Во вторник": the stop is the short word's own.
  const std::string_view year_word = after.substr(0, after.size() - rest.size());
  const bool stopped = day.ends_with('.') || year_word.find('.') != std::string_view::npos;
  return stopped && text::is_upper(text::decode(rest, 0).value);
}

// The year in which a day without one was last before the page was seen; zones may differ by a day.
bool take_year(model::DateValue& value, const model::DateValue& seen) {
  value.year = seen.year;
  const auto day = [](const model::DateValue& date) {
    return model::days_from_civil(date.year, date.month, date.day);
  };
  if (day(value) > day(seen) + 1) --value.year;
  return model::is_valid(value);
}

}  // namespace

std::optional<model::DateEvidence> dateline_date(const std::vector<model::Block>& blocks,
                                                 std::string_view lang,
                                                 const std::optional<model::DateValue>& seen) {
  for (const model::Block& block : blocks) {
    if (block.kind != model::BlockKind::kParagraph) continue;
    std::string_view text = block.text;
    size_t end = std::min(text.size(), kLooked);
    while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
    text = text.substr(0, end);
    auto matches = byline_dates(text, lang);
    if (matches.empty() && seen) {
      matches = knowledge::find_dates(text, {.lang = lang, .allow_partial = true});
    }
    for (auto& match : matches) {
      if (!match.has_day || !match.has_month) continue;
      const std::string_view before = text.substr(0, match.range.begin);
      const std::string_view after = text.substr(match.range.end);
      const bool alone = match.has_year && is_sentence(match.range.of(text), after) &&
                         (text::trim_space(before).empty() || is_place(before));
      const bool report =
          is_place(before) ? opens_report(after) : is_name_before_agency(before, after);
      if (!alone && !report) break;
      if (!match.has_year && !take_year(match.value, *seen)) break;
      model::DateEvidence evidence;
      evidence.value = match.value;
      evidence.role = "published";
      evidence.where = "dateline";
      evidence.rule = match.rule + (match.has_year ? "" : ", the year by when the page was seen");
      evidence.weekday_agrees = match.weekday_agrees;
      evidence.span = block.to_capture(match.range);
      return evidence;
    }
    break;
  }
  return std::nullopt;
}

bool opens_with_place(std::string_view text) {
  constexpr size_t kWidest = 90;
  constexpr size_t kWords = 3;
  size_t end = std::string_view::npos;
  for (const std::string_view dash : {" - ", " – ", " — ", ".- ", ".— "}) {
    end = std::min(end, text.substr(0, kWidest).find(dash));
  }
  if (end == std::string_view::npos || end == 0) return false;
  // The place stands in front of a comma or a bracket, if there are any.
  std::string_view place = text.substr(0, end);
  place = text::trim_space(place.substr(0, place.find_first_of(",(")));
  const auto words = text::words(place);
  if (words.empty() || words.size() > kWords || width_of(place) > kWidestPlace) return false;
  return std::all_of(words.begin(), words.end(), [&](const text::Word& word) {
    const char32_t first = text::decode(place, word.range.begin).value;
    return text::is_letter(first) &&
           (text::is_upper(first) || !(text::is_latin(first) || text::is_cyrillic(first)));
  });
}

bool opens_with_dateline(std::string_view text) {
  constexpr size_t kReach = 110;  // bytes
  constexpr uint32_t kWidestAgency = 40;
  if (const uint32_t end = text::dateline_end(text); end > 0) {
    const std::string_view head = text.substr(0, end);
    return text::has_digit(head) || head.find_first_of("([") != head.npos ||
           head.find("（") != head.npos || head.find("【") != head.npos;
  }
  // "नई दिल्ली, 3 मार्च (भाषा) …": no dash behind the agency.
  const size_t open = text.substr(0, kReach).find('(');
  if (open == text.npos || open == 0) return false;
  const size_t close = text.find(')', open);
  if (close == text.npos || width_of(text.substr(open, close - open)) > kWidestAgency) return false;
  const std::string_view before = text.substr(0, open);
  const size_t comma = std::min(before.find(','), before.find("،"));
  return comma != before.npos && is_place(before.substr(0, comma + 1)) &&
         text::has_digit(before.substr(comma)) &&
         text::words(before.substr(comma)).size() <= kMostWordsOfDay;
}

std::optional<model::DateValue> seen_without_day(const model::Article& article) {
  std::optional<model::DateValue> seen = model::parse_iso(article.fetched);
  for (const auto& date : article.dates) {
    if (date.role == "published" && date.value.precision >= model::Precision::kDay) return {};
    if (date.role == "fetched" && !seen) seen = date.value;
  }
  for (const auto& date : article.dates) {
    if (seen || date.role != "copyright") continue;
    seen = date.value;
    seen->month = 12;
    seen->day = 31;
  }
  return seen;
}

void take_stamp(std::string_view lang, model::Article& article) {
  std::optional<knowledge::DateMatch> stamp;
  const model::Block* line = nullptr;
  for (const auto& block : article.blocks) {
    auto found = knowledge::stamp_of(block.text, lang);
    if (!found) continue;
    if (line != nullptr) return;  // those of a list
    stamp = std::move(found);
    line = &block;
  }
  if (line == nullptr) return;
  model::DateEvidence evidence;
  evidence.value = stamp->value;
  evidence.role = "published";
  evidence.where = "byline";
  evidence.span = line->to_capture(stamp->range);
  evidence.rule = stamp->rule + ", alone on its line";
  evidence.weekday_agrees = stamp->weekday_agrees;
  article.dates.push_back(std::move(evidence));
  article.removed.push_back(removed_piece("byline", line->span, line->text));
  article.blocks.erase(article.blocks.begin() + (line - article.blocks.data()));
}

std::optional<model::DateValue> seen_beside(const model::Article& article,
                                            const model::DateValue& beside) {
  constexpr int kShortestMonth = 28;
  if (beside.precision < model::Precision::kDay) return {};
  for (const auto& date : article.dates) {
    if (date.role == "published" && date.value.precision >= model::Precision::kDay) return {};
  }
  model::DateValue seen;
  seen.year = beside.month == 12 ? beside.year + 1 : beside.year;
  seen.month = beside.month == 12 ? 1 : beside.month + 1;
  seen.day = std::min(beside.day, kShortestMonth);
  return seen;
}

}  // namespace synoptic::clean
