// Whether the dates that the gold names are read as the days, months and years that it says.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/strings.h"
#include "eval/synopsis.h"

namespace synoptic::eval {
namespace {

using model::DateValue;
using model::Precision;

// The days of a date of the gold; `slack`: days by which a reader in another zone may differ.
struct GoldDays {
  int64_t first = 0, last = 0, slack = 0;
};

int64_t end_of(const DateValue& value) {
  const DateValue last = model::last_day(value);
  return model::days_from_civil(last.year, last.month, last.day);
}

bool is_plain(std::string_view norm) {
  return norm.size() >= 4 && norm.find_first_not_of("0123456789-") == std::string_view::npos;
}

std::optional<GoldDays> plain_days(std::string_view norm) {
  if (!is_plain(norm)) return std::nullopt;
  const auto value = model::parse_iso(norm);
  if (!value) return std::nullopt;
  return GoldDays{model::days_from_civil(*value), end_of(*value), 0};
}

// "2026-11-20T21:40Z", "…Z (22:40 local)": its day, or the neighbour where the account tells local
// time.
std::optional<GoldDays> instant_days(std::string_view norm) {
  constexpr size_t kDay = 10;
  if (norm.size() <= kDay || norm[kDay] != 'T') return std::nullopt;
  auto days = plain_days(norm.substr(0, kDay));
  if (days && norm.find('Z') != std::string_view::npos) days->slack = 1;
  return days;
}

// "2030-Q4"
std::optional<GoldDays> quarter_days(std::string_view norm) {
  constexpr size_t kLength = 7;
  if (norm.size() != kLength || norm.substr(4, 2) != "-Q") return std::nullopt;
  const auto year = model::parse_iso(norm.substr(0, 4));
  const int quarter = norm[kLength - 1] - '0';
  if (!year || quarter < 1 || quarter > 4) return std::nullopt;
  DateValue month = *year;
  month.precision = Precision::kMonth;
  month.month = quarter * 3 - 2;
  GoldDays days{model::days_from_civil(month), 0, 0};
  month.month += 2;
  days.last = end_of(month);
  return days;
}

std::optional<GoldDays> days_of(std::string_view norm) {
  for (const std::string_view mark : {"/", " to "}) {
    const size_t at = norm.find(mark);
    if (at == std::string_view::npos) continue;
    const auto from = plain_days(norm.substr(0, at));
    const auto to = plain_days(norm.substr(at + mark.size()));
    if (!from || !to || from->first > to->last) return std::nullopt;
    return GoldDays{from->first, to->last, 0};
  }
  if (auto days = instant_days(norm)) return days;
  if (auto days = quarter_days(norm)) return days;
  return plain_days(norm);
}

bool is_fine(const model::TimeMention& time) {
  return time.from.precision >= Precision::kDay && time.precision != "week";
}

// The same days, one end of them for a stretch, or a month or year that holds them.
bool says(const model::TimeMention& time, const GoldDays& gold) {
  const int64_t first = model::days_from_civil(time.from), last = end_of(time.to);
  const auto within = [&](int64_t begin, int64_t end) {
    return begin >= gold.first - gold.slack && end <= gold.last + gold.slack;
  };
  const auto near = [&](int64_t a, int64_t b) { return std::abs(a - b) <= gold.slack; };
  if (within(first, end_of(time.from)) || within(model::days_from_civil(time.to), last))
    return true;
  if (near(first, gold.first) || near(last, gold.last)) return true;
  // Of a stretch each piece may tell one end only: "late September", "early October".
  const auto holds = [&](int64_t day) { return first <= day && day <= last; };
  return !is_fine(time) && (holds(gold.first) || holds(gold.last));
}

class DateReader {
 public:
  DateReader(const SynopsisGold& gold, const AnnotatedStory& story,
             std::vector<std::string>& misses)
      : gold_(gold), story_(story), misses_(misses) {}

  DatesRead run() {
    for (const auto& fact : gold_.facts) {
      if (fact.slot != "date") continue;
      for (const auto& side : fact.sides) {
        const auto days = days_of(side.norm);
        if (!days) continue;
        for (const auto& piece : side.pieces) judge(side, piece, *days);
      }
    }
    return std::move(read_);
  }

 private:
  void judge(const GoldSide& side, const Piece& piece, const GoldDays& days) {
    const auto times = times_on(piece);
    const bool fine = std::any_of(times.begin(), times.end(),
                                  [](const model::TimeMention* time) { return is_fine(*time); });
    const bool right = std::any_of(times.begin(), times.end(), [&](const model::TimeMention* time) {
      return is_fine(*time) == fine && says(*time, days);
    });
    read_.all.add(right ? 1 : 0);
    read_.by_language[gold_.articles[piece.article].lang].add(right ? 1 : 0);
    if (!right) miss(side, piece, times);
  }

  std::vector<const model::TimeMention*> times_on(const Piece& piece) const {
    std::vector<const model::TimeMention*> out;
    for (const auto& time : story_.articles[piece.article].times) {
      const bool here =
          std::any_of(piece.places.begin(), piece.places.end(),
                      [&](const Span& place) { return place.overlaps(time.at.span); });
      if (here && time.precision != "unresolved") out.push_back(&time);
    }
    return out;
  }

  void miss(const GoldSide& side, const Piece& piece,
            const std::vector<const model::TimeMention*>& times) const {
    const GoldArticle& article = gold_.articles[piece.article];
    std::string read;
    for (const auto* time : times) {
      read += fmt::format(" «{}» {}", time->text, model::iso(time->from));
      if (time->from != time->to) read += "/" + model::iso(time->to);
      read += " (" + time->rule + ")";
    }
    misses_.push_back(fmt::format("{:<14} {} {} {} [{}] «{}» read as{}\n        {}",
                                  times.empty() ? "date unread" : "date wrong", article.id,
                                  article.lang, article.published, side.norm, piece.text,
                                  read.empty() ? " nothing" : read, around(piece)));
  }

  // The title or the sentence that has the piece.
  std::string around(const Piece& piece) const {
    const model::Article& article = story_.articles[piece.article].article;
    if (article.title.find(piece.text) != std::string::npos) return "title: " + article.title;
    for (const auto& block : article.blocks) {
      const size_t at = block.text.find(piece.text);
      if (at == std::string::npos) continue;
      constexpr std::array<std::string_view, 4> kEnds = {". ", "。", "। ", "؟ "};
      size_t begin = 0, end = block.text.size();
      for (const std::string_view mark : kEnds) {
        const size_t before = at == 0 ? std::string::npos : block.text.rfind(mark, at - 1);
        if (before != std::string::npos) begin = std::max(begin, before + mark.size());
        end = std::min(end, block.text.find(mark, at + piece.text.size()));
      }
      return block.text.substr(begin, end - begin);
    }
    return "";
  }

  const SynopsisGold& gold_;
  const AnnotatedStory& story_;
  std::vector<std::string>& misses_;
  DatesRead read_;
};

}  // namespace

void DatesRead::add(const DatesRead& other) {
  all.add(other.all);
  for (const auto& [lang, mean] : other.by_language) by_language[lang].add(mean);
}

DatesRead dates_read(const SynopsisGold& gold, const AnnotatedStory& story,
                     std::vector<std::string>& misses) {
  return DateReader(gold, story, misses).run();
}

}  // namespace synoptic::eval
