#include "eval/times.h"

#include <fmt/format.h>

#include <algorithm>

#include "annotate/annotate.h"
#include "base/strings.h"
#include "eval/rows.h"

namespace synoptic::eval {
namespace {

using simdjson::dom::element;

// A time as the gold tells it.
struct GoldTime {
  std::string text, from, to, precision;
};

struct TimeCase {
  std::string text, date, lang;
  std::vector<GoldTime> times;
};

// What was found, in the gold's words.
struct FoundTime {
  Range range;
  GoldTime time;
};

// Where each gold time stands: they come in the order of the text.
std::vector<Range> places_of(const TimeCase& gold) {
  std::vector<Range> places;
  size_t from = 0;
  for (const GoldTime& time : gold.times) {
    const Range place = words_in(gold.text, time.text, from);
    if (!place.empty()) from = place.end;
    places.push_back(place);
  }
  return places;
}

std::vector<FoundTime> times_found(const TimeCase& gold, const knowledge::Knowledge& knowledge) {
  model::Article article;
  article.lang = gold.lang;
  if (const auto date = model::parse_iso(gold.date)) {
    article.published.emplace();
    article.published->value = *date;
  }
  article.blocks.resize(2);  // the first might hold a dateline, which is no time of the text
  article.blocks[1].text = gold.text;
  const model::Annotated annotated = annotate::annotate(std::move(article), knowledge);
  std::vector<FoundTime> found;
  for (const model::TimeMention& time : annotated.times) {
    FoundTime one{time.at.range, {time.text, "", "", time.precision}};
    if (time.precision != "unresolved") {
      one.time.from = model::iso(time.from);
      one.time.to = model::iso(time.to);
    }
    found.push_back(std::move(one));
  }
  return found;
}

std::string told(const GoldTime& time) {
  return fmt::format("[{}] {}/{} {}", time.text, time.from, time.to, time.precision);
}

// Zones are told or not: the gold has none.
std::string without_zone(std::string_view iso) {
  const size_t clock = iso.find('T');
  const size_t zone = clock == std::string_view::npos ? clock : iso.find_first_of("Z+-", clock);
  return std::string(iso.substr(0, zone));
}

bool same(const GoldTime& a, const GoldTime& b) {
  return a.precision == b.precision && without_zone(a.from) == without_zone(b.from) &&
         without_zone(a.to) == without_zone(b.to);
}

Result<TimeCase> time_case(const element& row, const std::string& lang) {
  const auto golds = golds_of(row, "times");
  if (!golds) return tl::unexpected(golds.error());
  TimeCase one{string_at(row, "text"), string_at(row, "date"), lang, {}};
  for (const element time : *golds) {
    one.times.push_back({string_at(time, "text"), string_at(time, "from"), string_at(time, "to"),
                         string_at(time, "precision")});
  }
  return one;
}

// A found time is right when its ends and its precision are those of a gold time and the two share
// a byte of the text. Each time that is wrong, missing or too much adds a line to `misses`.
TimeFigures score_times(const TimeCase& gold, const knowledge::Knowledge& knowledge,
                        std::vector<std::string>& misses) {
  const std::vector<FoundTime> found = times_found(gold, knowledge);
  const std::vector<Range> places = places_of(gold);
  std::vector<bool> taken(found.size());
  TimeFigures figures{1, gold.times.size(), found.size(), 0};
  for (size_t i = 0; i < gold.times.size(); ++i) {
    bool matched = false;
    for (size_t k = 0; k < found.size() && !matched; ++k) {
      if (taken[k] || !found[k].range.overlaps(places[i])) continue;
      matched = same(gold.times[i], found[k].time);
      if (matched) taken[k] = true;
    }
    if (matched) ++figures.right;
    if (!matched) misses.push_back("wanted " + told(gold.times[i]));
  }
  for (size_t k = 0; k < found.size(); ++k) {
    if (!taken[k]) misses.push_back("found  " + told(found[k].time));
  }
  return figures;
}

}  // namespace

void TimeFigures::add(const TimeFigures& other) {
  cases += other.cases;
  gold += other.gold;
  found += other.found;
  right += other.right;
}

std::vector<std::pair<std::string_view, double>> TimeFigures::named() const {
  return {{"f1", f1_of(right, found, gold)},
          {"precision", ratio(right, found)},
          {"recall", ratio(right, gold)}};
}

CaseLog evaluate_times(const std::string& path, const CaseOptions& options,
                       const knowledge::Knowledge& knowledge, TimeFigures& figures) {
  const std::string lang = set_name(path);
  return each_case(path, options, [&](const element& row) -> Result<CaseMisses> {
    const auto gold = time_case(row, lang);
    if (!gold) return tl::unexpected(gold.error());
    CaseMisses misses{fmt::format("{}  {}", gold->date.empty() ? "-" : gold->date, gold->text), {}};
    figures.add(score_times(*gold, knowledge, misses.misses));
    return misses;
  });
}

}  // namespace synoptic::eval
