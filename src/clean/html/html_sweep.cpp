#include "clean/html/html_sweep.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/strings.h"
#include "clean/cue_match.h"
#include "clean/html/html_dates.h"
#include "clean/page.h"
#include "clean/people/byline_items.h"
#include "text/utf8.h"
#include "url/url.h"

namespace synoptic::clean {
namespace {

using knowledge::DateMatch;

constexpr uint32_t kWidestLine = 120;  // columns
constexpr uint32_t kWidestSentence = 240;
constexpr uint32_t kMostOther = 45;     // columns of words beside the date
constexpr uint32_t kMostLabelled = 70;  // the same, where a label and the time of day stand there
constexpr size_t kMostLines = 200;      // read in full
constexpr size_t kMostDays = 2;         // of lines of one kind
// Off the score, by where the line stands.
constexpr double kUnlabelled = 5, kAbove = 4, kBelow = 12, kBeside = 20, kStep = 0.25;
constexpr double kFarthest = 10;

struct Swept {
  size_t at = 0;     // index of the piece
  std::string kind;  // of the element it stands in: lines of a list look alike
  model::DateEvidence date;
};

class Sweeper {
 public:
  Sweeper(const HtmlPage& page, const knowledge::Knowledge& knowledge, std::string_view address,
          std::string_view lang)
      : page_(page), knowledge_(knowledge), address_(address), lang_(lang) {
    const auto& pieces = page.pieces;
    const auto inside = [](const PagePiece& p) { return !p.piece.outside; };
    const auto first = std::find_if(pieces.begin(), pieces.end(), inside);
    first_ = static_cast<size_t>(first - pieces.begin());
    last_ =
        static_cast<size_t>(pieces.rend() - std::find_if(pieces.rbegin(), pieces.rend(), inside));
  }

  std::vector<Swept> sweep() {
    std::vector<Swept> found;
    size_t read = 0;
    for (size_t i = 0; i < page_.pieces.size() && read < kMostLines; ++i) {
      const PagePiece& p = page_.pieces[i];
      if (!is_line(p)) continue;
      ++read;
      if (auto date = date_of(p)) found.push_back({i, kind_of(p.node), std::move(*date)});
    }
    drop_lists(found);
    for (Swept& one : found) one.date.score -= doubt(one);
    return found;
  }

 private:
  bool is_line(const PagePiece& p) const {
    const std::string_view reason = p.piece.reason;
    if (reason == "script" || reason == "style" || reason == "comments" || reason == "related") {
      return false;
    }
    return p.piece.text.size() < 4 * kWidestLine && may_hold_date(p.piece.text) &&
           width_of(p.piece.text) <= kWidestSentence;
  }

  // Of a link, where it does not lead to the page itself, the other page tells the day.
  bool leads_away(const PagePiece& p, Range range) const {
    return std::any_of(p.piece.links.begin(), p.piece.links.end(), [&](const Link& link) {
      return link.range.overlaps(range) && !link.url.starts_with('#') &&
             url::resolve(page_.base, link.url) != address_;
    });
  }

  std::optional<model::DateEvidence> date_of(const PagePiece& p) const {
    const std::string_view text = p.piece.text;
    for (const DateMatch& match : byline_dates(text, lang_)) {
      if (!match.has_day || leads_away(p, match.range)) continue;
      const uint32_t others = width_of(text) - width_of(match.range.of(text));
      const Line line = measure(p.piece);
      const bool timed = match.value.precision >= model::Precision::kMinute;
      if (others > kMostOther && !(timed && is_labelled(line, match.range, others))) continue;
      model::DateEvidence evidence;
      evidence.value = match.value;
      evidence.role = "published";
      evidence.where = "byline";
      evidence.span = p.piece.source.to_source(match.range);
      evidence.rule = match.rule + ", a line by itself";
      evidence.weekday_agrees = match.weekday_agrees;
      if (cue_inside(knowledge_, "updated_label", line)) {
        evidence.role = "modified";
        evidence.where = "label";
      } else if (cue_inside(knowledge_, "published_label", line)) {
        evidence.where = "label";
      } else {
        evidence.score -= kUnlabelled;
      }
      return evidence;
    }
    return std::nullopt;
  }

  // "This entry was posted on Monday, May 4 … at 10:20 and is filed under News.": in a sentence the
  // label stands right before the day.
  bool is_labelled(const Line& line, Range day, uint32_t others) const {
    constexpr uint32_t kWidestBetween = 14;  // columns
    const auto label = cue_inside(knowledge_, "published_label", line);
    if (!label) return false;
    if (others <= kMostLabelled && line.width <= kWidestLine) return true;
    return label->range.end <= day.begin &&
           width_of(Range{label->range.end, day.begin}.of(line.piece.text)) <= kWidestBetween;
  }

  // Tag and class of the element and of what holds it.
  std::string kind_of(uint32_t node) const {
    const auto& nodes = page_.document.nodes();
    std::string kind;
    for (int steps = 0; steps < 2 && node != html::kNone; ++steps, node = nodes[node].parent) {
      kind += std::to_string(static_cast<int>(nodes[node].tag));
      kind += '.';
      kind += page_.document.attribute_value(nodes[node], "class");
      kind += '/';
    }
    return kind;
  }

  static void drop_lists(std::vector<Swept>& found) {
    std::map<std::string, std::set<int64_t>> days;
    for (const Swept& one : found) {
      days[one.kind].insert(
          model::days_from_civil(one.date.value.year, one.date.value.month, one.date.value.day));
    }
    std::erase_if(found, [&](const Swept& one) { return days[one.kind].size() > kMostDays; });
  }

  bool stands_beside(uint32_t node) const {
    const auto& nodes = page_.document.nodes();
    for (uint32_t up = node; up != html::kNone; up = nodes[up].parent) {
      const ElementKind kind = page_.kinds[up];
      if (kind == "sidebar" || kind == "teaser" || kind == "related" || kind == "footer" ||
          kind == "navigation" || nodes[up].tag == html::Tag::aside ||
          nodes[up].tag == html::Tag::footer || nodes[up].tag == html::Tag::nav) {
        return true;
      }
    }
    return false;
  }

  double doubt(const Swept& one) const {
    const double steps = one.at < first_  ? static_cast<double>(first_ - one.at)
                         : one.at > last_ ? static_cast<double>(one.at - last_)
                                          : 0;
    double doubt = std::min(steps * kStep, kFarthest);
    if (one.at < first_) doubt += kAbove;
    if (one.at >= last_) doubt += kBelow;
    if (stands_beside(page_.pieces[one.at].node)) doubt += kBeside;
    return doubt;
  }

  const HtmlPage& page_;
  const knowledge::Knowledge& knowledge_;
  const std::string_view address_, lang_;
  size_t first_ = 0, last_ = 0;  // pieces of the text, half open
};

}  // namespace

void sweep_dates(const HtmlPage& page, const knowledge::Knowledge& knowledge,
                 std::string_view address, PageFacts& facts) {
  Sweeper sweeper(page, knowledge, address, model::primary_language(facts.lang));
  for (Swept& one : sweeper.sweep()) facts.dates.push_back(std::move(one.date));
}

}  // namespace synoptic::clean
