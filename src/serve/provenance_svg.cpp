// Who had it from whom, drawn: time runs down, an arc leads from each source to who has it from
// there. Beside each report stands how far it is from where it came from.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/stamp.h"
#include "serve/story_parts.h"
#include "serve/svg.h"

namespace synoptic::serve {
namespace {

constexpr double kTextWidth = 304;
constexpr double kLeast = 14, kMostReach = 82;  // left of the nodes, and how far arcs go at most
constexpr double kGap = 20;                     // from the nodes to their texts
constexpr double kScale = 1.14;                 // where there is room
constexpr double kLine = 46;                    // columns of a time and a distance
constexpr double kRow = 46, kCopyRow = 26;
constexpr size_t kMostRoomy = 18;  // more reports have a line each
constexpr double kTop = 26;
constexpr const char* kAgree = "#0b6e6e";
constexpr const char* kSoft = "#625e57";

std::string distance_text(const sheet::Accounts& accounts, const sheet::Report& report) {
  if (report.outside) return "outside this story";
  if (report.unattributed) return "names no source";
  if (!report.distance) return "leads in a circle";
  if (*report.distance == 0) return "names its sources";
  const model::Article* origin = accounts.article(report.origin);
  return fmt::format("{} {} from {}", *report.distance, *report.distance == 1 ? "step" : "steps",
                     origin == nullptr ? report.origin : std::string(sheet::publisher_of(*origin)));
}

std::string time_text(const std::string& stamp) {
  std::string text = model::to_the_minute(stamp);
  if (text.size() > 10) text[10] = ' ';
  return text.empty() ? "no date" : text;
}

class Drawing {
 public:
  explicit Drawing(const sheet::Accounts& accounts)
      : accounts_(accounts), lineage_(sheet::lineage(accounts)) {
    double y = kTop;
    dense_ = lineage_.reports.size() > kMostRoomy;
    for (const auto& report : lineage_.reports) {
      const double row = report.copy || dense_ ? kCopyRow : kRow;
      y_.push_back(y + row / 2 - 8);
      y += row;
    }
    height_ = y + 6;
    for (const auto& edge : lineage_.edges) {
      if (edge.kind == "first_report") continue;
      spine_ = std::max(spine_, kLeast + reach_of(y_[edge.to], y_[edge.from]));
    }
  }

  std::string draw() const {
    std::string out = fmt::format(
        "<svg class=\"provenance\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {:g} {:g}\" "
        "width=\"{:.0f}\" "
        "role=\"img\" aria-labelledby=\"p-title p-desc\" direction=\"ltr\" "
        "font-family=\"Noto Sans, system-ui, sans-serif\">\n"
        "<title id=\"p-title\">Who had it from whom</title>\n<desc id=\"p-desc\">{}</desc>\n"
        "<defs>{}{}</defs>\n",
        width(), height_, width() * kScale, escape(description()), marker("cites", kAgree),
        marker("copies", kSoft));
    if (!y_.empty()) {
      out += fmt::format(
          "<line class=\"spine\" x1=\"{0:g}\" y1=\"{1:g}\" x2=\"{0:g}\" y2=\"{2:g}\" "
          "stroke=\"#dedad1\" stroke-width=\"2\"/>\n",
          spine_, y_.front(), y_.back());
    }
    for (const auto& edge : lineage_.edges) out += arc(edge);
    for (size_t i = 0; i < y_.size(); ++i) out += report(i);
    return out + "</svg>\n";
  }

 private:
  double width() const { return spine_ + kGap + kTextWidth; }

  // How far left an arc goes between two heights.
  static double reach_of(double from, double to) {
    return std::min(kMostReach, 22 + std::abs(to - from) * 0.3);
  }

  static std::string marker(const char* kind, const char* ink) {
    return fmt::format(
        "<marker id=\"p-{0}\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"6\" "
        "markerHeight=\"6\" orient=\"auto\"><path class=\"head {0}\" d=\"M0 0L8 4L0 8z\" "
        "fill=\"{1}\"/></marker>",
        kind, ink);
  }

  std::string name_of(const sheet::Report& report) const {
    const model::Article* article = accounts_.article(report.who);
    return article == nullptr ? report.who : std::string(sheet::publisher_of(*article));
  }

  std::string description() const {
    std::string text = plural(lineage_.reports.size(), "report", "reports");
    for (const auto& report : lineage_.reports) {
      text += "; " + name_of(report) + ", " + time_text(report.date) + ", " +
              distance_text(accounts_, report);
      if (report.first) text += fmt::format(", {}", sheet::first_report(accounts_));
    }
    return text;
  }

  // A first report is marked at its node: its edge repeats a citation.
  std::string arc(const sheet::Lineage::Edge& edge) const {
    if (edge.kind == "first_report") return "";
    const double from = y_[edge.to], to = y_[edge.from];  // from the source to who has it
    const double reach = reach_of(from, to);
    const bool copy = edge.kind == "copies";
    return fmt::format(
        "<path class=\"arc {}\" d=\"M{:.1f} {:.1f}C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}\" "
        "fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"{} marker-end=\"url(#p-{})\"><title>{}"
        "</title></path>\n",
        edge.kind, spine_ - 8, from, spine_ - reach, from, spine_ - reach, to, spine_ - 9, to,
        copy ? kSoft : kAgree, copy ? "1.2" : "1.6", copy ? " stroke-dasharray=\"4 3\"" : "",
        edge.kind,
        escape(name_of(lineage_.reports[edge.from]) + (copy ? " is a copy of " : " cites ") +
               name_of(lineage_.reports[edge.to])));
  }

  std::string node(const sheet::Report& report, double y) const {
    if (report.outside) {
      return fmt::format(
          "<rect class=\"node outside\" x=\"{:g}\" y=\"{:g}\" width=\"11\" height=\"11\" "
          "fill=\"#ffffff\" stroke=\"{}\" stroke-width=\"2\"/>\n",
          spine_ - 5.5, y - 5.5, kAgree);
    }
    std::string out;
    if (report.first) {
      out = fmt::format(
          "<circle class=\"node ring\" cx=\"{:g}\" cy=\"{:g}\" r=\"9.5\" fill=\"#ffffff\" "
          "stroke=\"{}\" stroke-width=\"1.5\"/>\n",
          spine_, y, kAgree);
    }
    return out + fmt::format(
                     "<circle class=\"node {}\" cx=\"{:g}\" cy=\"{:g}\" r=\"{}\" fill=\"{}\" "
                     "stroke=\"{}\" stroke-width=\"2\"/>\n",
                     report.copy           ? "copy"
                     : report.unattributed ? "alone"
                                           : "told",
                     spine_, y, report.copy ? "3.5" : "6",
                     report.copy           ? kSoft
                     : report.unattributed ? "#a84a10"
                                           : kAgree,
                     report.copy           ? kSoft
                     : report.unattributed ? "#a84a10"
                                           : kAgree);
  }

  std::string report(size_t index) const {
    const sheet::Report& report = lineage_.reports[index];
    const double y = y_[index];
    const std::string name = name_of(report);
    std::string out = "<g><title>" + escape(name) + ", " + escape(time_text(report.date)) + ", " +
                      escape(distance_text(accounts_, report)) + "</title>\n" + node(report, y);
    const model::Article* article = accounts_.article(report.who);
    std::string head = svg_fit(name, report.first || dense_ ? 22 : report.copy ? 28 : 34);
    if (article != nullptr) {
      head += fmt::format(" <tspan class=\"soft\" fill=\"{}\" font-weight=\"400\">{}</tspan>",
                          kSoft, escape(article->lang));
    }
    if (report.first) {
      head += fmt::format(" <tspan class=\"first\" fill=\"#0b6e6e\">{}</tspan>",
                          sheet::first_report(accounts_));
    }
    if (report.copy) {
      head += fmt::format(" <tspan class=\"soft\" fill=\"{}\">copy</tspan>", kSoft);
      return out + svg_text(spine_ + kGap, y + 4, "soft", "start", head, 12, kSoft) + "</g>\n";
    }
    if (dense_) {
      head += fmt::format(" <tspan class=\"{}\" fill=\"{}\" font-weight=\"400\">{}</tspan>",
                          report.unattributed ? "alone" : "soft",
                          report.unattributed ? "#a84a10" : kSoft, escape(time_text(report.date)));
      return out + svg_text(spine_ + kGap, y + 4, "name", "start", head, 12, "#1c1b19", true) +
             "</g>\n";
    }
    out += svg_text(spine_ + kGap, y, "name", "start", head, 13.5, "#1c1b19", true);
    const std::string time = time_text(report.date);
    const double left = kLine - static_cast<double>(time.size());
    return out +
           svg_text(spine_ + kGap, y + 17, report.unattributed ? "alone" : "soft", "start",
                    escape(time) + " · " + svg_fit(distance_text(accounts_, report), left), 12,
                    report.unattributed ? "#a84a10" : kSoft) +
           "</g>\n";
  }

  const sheet::Accounts& accounts_;
  sheet::Lineage lineage_;
  std::vector<double> y_;
  double height_ = 0;
  double spine_ = kLeast;  // x of the nodes
  bool dense_ = false;
};

}  // namespace

std::string provenance_svg(const sheet::Accounts& accounts) { return Drawing(accounts).draw(); }

}  // namespace synoptic::serve
