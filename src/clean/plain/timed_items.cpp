#include "clean/plain/timed_items.h"

#include <algorithm>
#include <array>
#include <utility>

#include "clean/page.h"
#include "clean/people/people.h"
#include "clean/topic_words.h"
#include "knowledge/calendar.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using knowledge::DateMatch;
using model::BlockKind;

constexpr size_t kFewestItems = 2;
constexpr std::string_view kClockReason = "date";

// Where the hour stands to the headline.
// kRuled: there is none, but a rule over each headline.
enum class Place : uint8_t { kAbove, kBelow, kInFront, kBehind, kRuled };

struct Item {
  size_t title = 0;  // piece
  size_t clock = 0;  // piece; the same where both are one line
  Range title_range, clock_range;
  int minutes = 0;
};

// The whole text is an hour with its minutes, and no day.
std::optional<model::DateValue> lone_clock(std::string_view text) {
  constexpr size_t kLongest = 24;
  text = text::trim_space(text);
  if (text.empty() || text.size() > kLongest || !text::has_digit(text)) return std::nullopt;
  const auto found = knowledge::find_dates(text, {.allow_partial = true});
  if (found.size() != 1) return std::nullopt;
  const DateMatch& match = found.front();
  const bool whole = match.range.begin == 0 && match.range.end == text.size();
  if (!whole || match.has_year || match.has_month || match.has_day || match.weekday ||
      match.value.precision < model::Precision::kMinute) {
    return std::nullopt;
  }
  return match.value;
}

bool is_prose(const Piece& piece) {
  constexpr uint32_t kNarrowest = 60;
  if (piece.outside || piece.kind == BlockKind::kCaption) return false;
  const Line line = line_of_words(piece.text);
  return line.prose || (line.full_stop && line.width >= kNarrowest && !is_title_like(line));
}

bool may_be_headline(std::string_view words) {
  constexpr size_t kFewestWords = 3;
  constexpr uint32_t kWidest = 200, kNarrowest = 14;
  const Line line = line_of_words(words);
  if (line.full_stop || line.prose || line.width > kWidest || line.width < kNarrowest) return false;
  const auto each = text::words(words);
  return each.size() >= kFewestWords || (!each.empty() && each.front().spaceless);
}

Range trimmed(std::string_view text, Range range) {
  const std::string_view words = text::trim_space(range.of(text));
  const auto begin = static_cast<uint32_t>(words.data() - text.data());
  return {begin, begin + static_cast<uint32_t>(words.size())};
}

// "21:14 Headline", "[21:14] Headline", "21:14 | Headline".
std::optional<Item> clock_in_front(std::string_view text) {
  constexpr std::array<std::string_view, 6> kSigns{"|", "–", "—", "-", "·", ":"};
  const size_t blank = text.find(' ');
  if (blank == text.npos) return std::nullopt;
  Range clock{0, static_cast<uint32_t>(blank)};
  if (text.starts_with('[') && text[blank - 1] == ']') ++clock.begin, --clock.end;
  if (clock.end <= clock.begin) return std::nullopt;
  const auto value = lone_clock(clock.of(text));
  if (!value) return std::nullopt;
  Range title = trimmed(text, {static_cast<uint32_t>(blank), static_cast<uint32_t>(text.size())});
  for (const std::string_view sign : kSigns) {
    if (!title.of(text).starts_with(sign)) continue;
    title.begin += static_cast<uint32_t>(sign.size());
    title = trimmed(text, title);
    break;
  }
  if (!may_be_headline(title.of(text))) return std::nullopt;
  return Item{0, 0, title, clock, value->hour * 60 + value->minute};
}

// "Headline (21:14)".
std::optional<Item> clock_behind(std::string_view text) {
  const size_t open = text.rfind('(');
  if (!text.ends_with(')') || open == text.npos || open == 0) return std::nullopt;
  const Range clock{static_cast<uint32_t>(open + 1), static_cast<uint32_t>(text.size() - 1)};
  const auto value = lone_clock(clock.of(text));
  const Range title = trimmed(text, {0, static_cast<uint32_t>(open)});
  if (!value || !may_be_headline(title.of(text))) return std::nullopt;
  return Item{0, 0, title, clock, value->hour * 60 + value->minute};
}

class Feed {
 public:
  explicit Feed(Draft& draft) : draft_(draft), pieces_(draft.pieces) {}

  void part() {
    for (const Place place :
         {Place::kAbove, Place::kBelow, Place::kInFront, Place::kBehind, Place::kRuled}) {
      items_ = items(place);
      place_ = place;
      if (is_feed()) return take();
    }
  }

 private:
  size_t next(size_t i) const {
    for (++i; i < pieces_.size() && pieces_[i].outside;) ++i;
    return i;
  }

  std::vector<Item> items(Place place) const {
    std::vector<Item> found;
    size_t last = pieces_.size();  // the piece above
    for (size_t i = 0; i < pieces_.size(); ++i) {
      // "21:14 [Headline](…)" was taken for a line of links.
      const bool linked = place == Place::kInFront && pieces_[i].reason == "navigation";
      if (pieces_[i].outside && !linked) continue;
      if (auto item = item_at(place, i, last)) found.push_back(*item);
      if (!pieces_[i].outside) last = i;
    }
    return found;
  }

  std::optional<Item> item_at(Place place, size_t i, size_t last) const {
    const std::string_view text = pieces_[i].text;
    if (place == Place::kRuled) {
      if (!pieces_[i].rule_before || !pieces_[i].marked_heading) return std::nullopt;
      return Item{i, i, {0, static_cast<uint32_t>(text.size())}, {}, 0};
    }
    if (place == Place::kInFront || place == Place::kBehind) {
      auto item = place == Place::kInFront ? clock_in_front(text) : clock_behind(text);
      if (item) item->title = item->clock = i;
      return item;
    }
    const auto value = lone_clock(text);
    if (!value) return std::nullopt;
    const size_t title = place == Place::kAbove ? next(i) : last;
    const size_t below = place == Place::kAbove ? title : next(i);
    if (title >= pieces_.size() || !may_be_headline(pieces_[title].text)) return std::nullopt;
    if (place == Place::kBelow && (below >= pieces_.size() || !is_prose(pieces_[below]))) {
      return std::nullopt;
    }
    const auto whole = [](const Piece& piece) {
      return Range{0, static_cast<uint32_t>(piece.text.size())};
    };
    return Item{title, i, whole(pieces_[title]), whole(pieces_[i]),
                value->hour * 60 + value->minute};
  }

  // Each item has text, the hours go one way, and nothing above the first is about them.
  bool is_feed() const {
    if (items_.size() < kFewestItems || (place_ == Place::kRuled && !is_ruled())) return false;
    size_t rising = 0, falling = 0;
    for (size_t k = 0; k < items_.size(); ++k) {
      const size_t end = k + 1 < items_.size() ? std::min(items_[k + 1].title, items_[k + 1].clock)
                                               : pieces_.size();
      bool told = false;
      for (size_t i = std::max(items_[k].title, items_[k].clock) + 1; i < end; ++i) {
        told |= is_prose(pieces_[i]);
      }
      if (!told) return false;
      if (k == 0) continue;
      rising += items_[k].minutes > items_[k - 1].minutes;
      falling += items_[k].minutes < items_[k - 1].minutes;
    }
    constexpr size_t kMidnights = 1;
    if (std::min(rising, falling) > kMidnights || (rising > 0 && falling > 0 && items_.size() < 4))
      return false;
    return !is_live_blog();
  }

  // A rule over every heading of the level, and no higher one among them.
  bool is_ruled() const {
    constexpr size_t kFewestRuled = 3;
    const int level = pieces_[items_.front().title].level;
    size_t headings = 0;
    for (size_t i = first(); i < pieces_.size(); ++i) {
      headings += !pieces_[i].outside && pieces_[i].marked_heading && pieces_[i].level <= level;
    }
    return items_.size() >= kFewestRuled && headings == items_.size() &&
           std::ranges::all_of(items_, [&](const Item& item) {
             return pieces_[item.title].level == level && may_be_headline(pieces_[item.title].text);
           });
  }

  size_t first() const { return std::min(items_.front().title, items_.front().clock); }

  bool is_live_blog() const {
    constexpr double kOnTopic = 0.2;
    std::vector<std::string> told;  // in headlines and leads; the site's name may stand below
    const auto add = [&](size_t piece) {
      for (std::string& word : topic_words(line_of_words(pieces_[piece].text))) {
        told.push_back(std::move(word));
      }
    };
    for (const Item& item : items_) {
      add(item.title);
      size_t lead = std::max(item.title, item.clock) + 1;
      while (lead < pieces_.size() && !is_prose(pieces_[lead])) ++lead;
      if (lead < pieces_.size()) add(lead);
    }
    for (size_t i = 0; i < first(); ++i) {
      if (pieces_[i].outside) continue;
      if (is_prose(pieces_[i])) return true;
      if (holds_day(pieces_[i])) continue;
      // The agency's own name stands in its datelines.
      const auto words = topic_words(line_of_words(pieces_[i].text));
      const double share = overlap(words, told);
      if (share > kOnTopic && share * static_cast<double>(words.size()) > 1.5) return true;
    }
    return false;
  }

  static std::optional<Range> day_in(const Piece& piece) {
    for (const DateMatch& match : knowledge::find_dates(piece.text)) {
      if (match.has_day && match.has_year) return match.range;
    }
    return std::nullopt;
  }

  static bool holds_day(const Piece& piece) { return day_in(piece).has_value(); }

  bool tells_own_day(size_t title, size_t end) const {
    for (size_t i = title + 1; i < end; ++i) {
      if (!is_prose(pieces_[i]) && holds_day(pieces_[i])) return true;
    }
    return false;
  }

  void take_day(const Piece& piece) {
    const auto range = day_in(piece);
    if (!range) return;
    day_ = cut(piece, *range);
    day_->outside = true;
    day_->reason = kClockReason;
  }

  void take() {
    take_masthead();
    std::vector<Piece> parted;
    parted.reserve(pieces_.size() + items_.size());
    auto item = items_.begin();
    for (size_t i = 0; i < pieces_.size(); ++i) {
      if (item == items_.end() || (i != item->title && i != item->clock)) {
        parted.push_back(std::move(pieces_[i]));
        continue;
      }
      if (place_ == Place::kRuled) {
        pieces_[i].begins_article = true;
        parted.push_back(std::move(pieces_[i]));
        // The day above them all is each one's that has none of its own.
        const size_t next =
            std::next(item) == items_.end() ? pieces_.size() : std::next(item)->title;
        if (day_ && !tells_own_day(i, next)) parted.push_back(*day_);
        ++item;
        continue;
      }
      // Between the two nothing but what is put out stands.
      if (i != std::max(item->title, item->clock)) continue;
      Piece clock = cut(pieces_[item->clock], item->clock_range);
      Piece title = item->title == item->clock ? cut(pieces_[item->title], item->title_range)
                                               : std::move(pieces_[item->title]);
      title.begins_article = true;
      title.gap_before = true;
      title.outside = false;
      title.reason = {};
      clock.kind = BlockKind::kParagraph;
      clock.marked_heading = false;
      clock.outside = true;
      clock.reason = kClockReason;
      parted.push_back(std::move(title));
      parted.push_back(std::move(clock));
      ++item;
    }
    pieces_ = std::move(parted);
  }

  // The site's name, its menu, its buttons; the day stays.
  void take_masthead() {
    constexpr uint32_t kWidestName = 42;
    const uint32_t end = pieces_[first()].span.begin;
    bool named = draft_.facts.publisher.has_value();
    for (size_t i = 0; i < first(); ++i) {
      Piece& piece = pieces_[i];
      if (!day_) take_day(piece);
      if (piece.outside || (place_ != Place::kRuled && holds_day(piece))) continue;
      if (!std::exchange(named, true)) {
        std::string_view name = piece.text;
        for (const std::string_view sign : {" — ", " – ", " | ", " · ", ": "}) {
          name = name.substr(0, name.find(sign));
        }
        if (width_of(name) <= kWidestName) {
          const Piece part = cut(piece, {0, static_cast<uint32_t>(name.size())});
          draft_.facts.publisher = publisher_of(part.text, part.span);
        }
      }
      piece.outside = true;
      piece.reason = "navigation";
    }
    std::erase_if(draft_.facts.titles,
                  [&](const TitleCandidate& title) { return title.span.begin < end; });
  }

  Draft& draft_;
  std::vector<Piece>& pieces_;
  std::vector<Item> items_;
  Place place_ = Place::kAbove;
  std::optional<Piece> day_;  // above the items
};

}  // namespace

void part_timed_items(Draft& draft) { Feed(draft).part(); }

void date_timed_items(Page& page, const std::optional<model::Publisher>& publisher) {
  const model::DateEvidence* day = nullptr;
  for (size_t i = 0; i < page.lines.size(); ++i) {
    const Piece& piece = page.lines[i].piece;
    Mark& mark = page.marks[i];
    if (mark.byline && !mark.byline->dates.empty()) {
      day = &mark.byline->dates.front();
      if (piece.reason == kClockReason) mark.byline->publisher = publisher;
      continue;
    }
    if (day == nullptr || !piece.outside || piece.reason != kClockReason ||
        day->value.precision < model::Precision::kDay) {
      continue;
    }
    const auto clock = lone_clock(piece.text);
    if (!clock) continue;
    auto byline = std::make_unique<Byline>();
    model::DateEvidence evidence;
    evidence.value = day->value;
    evidence.value.hour = clock->hour;
    evidence.value.minute = clock->minute;
    evidence.value.precision = model::Precision::kMinute;
    evidence.role = "published";
    evidence.where = "byline";
    evidence.span = piece.span;
    evidence.rule = "hour of an item, day above it";
    byline->dates.push_back(std::move(evidence));
    byline->publisher = publisher;
    mark.byline = std::move(byline);
    mark.role = LineRole::kByline;
    day = &mark.byline->dates.front();
  }
}

}  // namespace synoptic::clean
