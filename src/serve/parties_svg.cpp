// Who did what to whom, drawn: who on the left, to whom on the right, the deed between them. A
// party stands on both sides where it both does and is done to.
#include <fmt/format.h>

#include <algorithm>

#include "serve/story_parts.h"
#include "serve/svg.h"

namespace synoptic::serve {
namespace {

constexpr double kWidth = 560;
constexpr double kParty = 164, kDeed = 136;  // widths of the boxes
constexpr double kDeedAt = (kWidth - kDeed) / 2;
constexpr double kRow = 52, kBox = 38;
constexpr double kTop = 30;        // below the heads of the columns
constexpr size_t kMostDeeds = 10;  // the list has them all

struct Party {
  std::string id, name;
  double y = 0;
  size_t deeds = 0;
};

struct Colours {
  const char* css;
  const char* ink;
};

Colours colours_of(const sheet::Deed& deed) {
  if (deed.denied || deed.differs) return {"red", "#b3261e"};
  return deed.accounts.size() >= 2 ? Colours{"sure", "#0b6e6e"} : Colours{"lone", "#625e57"};
}

class Drawing {
 public:
  explicit Drawing(const sheet::Accounts& accounts)
      : accounts_(accounts), deeds_(sheet::deeds(accounts)) {
    if (deeds_.size() > kMostDeeds) deeds_.resize(kMostDeeds);
    // Deeds of one actor stand together, then those to one recipient, so that few lines cross.
    std::vector<std::string> order;
    for (const auto& deed : deeds_) {
      order.push_back("a" + deed.actor);
      order.push_back("r" + deed.recipient);
    }
    const auto place = [&](const sheet::Deed& deed) {
      const auto at = [&](const std::string& key) {
        return std::find(order.begin(), order.end(), key) - order.begin();
      };
      return std::pair(at("a" + deed.actor), at("r" + deed.recipient));
    };
    std::stable_sort(deeds_.begin(), deeds_.end(),
                     [&](const auto& a, const auto& b) { return place(a) < place(b); });
    for (size_t i = 0; i < deeds_.size(); ++i) {
      const double y = kTop + kRow * static_cast<double>(i) + kRow / 2;
      add(actors_, deeds_[i].actor, deeds_[i].actor_name, y);
      add(recipients_, deeds_[i].recipient, deeds_[i].recipient_name, y);
    }
    const double bottom = std::max(spread(actors_), spread(recipients_));
    height_ = std::max(bottom, kTop + kRow * static_cast<double>(deeds_.size())) + 6;
  }

  std::string draw() const {
    if (deeds_.empty()) return "";
    std::string out = fmt::format(
        "<svg class=\"parties\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {:g} {:g}\" "
        "role=\"img\" aria-labelledby=\"w-title w-desc\" direction=\"ltr\" "
        "font-family=\"Noto Sans, system-ui, sans-serif\">\n<title id=\"w-title\">Who did what to "
        "whom</title>\n<desc id=\"w-desc\">{}</desc>\n<defs>\n{}{}{}</defs>\n",
        kWidth, height_, escape(description()), marker("sure", "#0b6e6e"),
        marker("lone", "#625e57"), marker("red", "#b3261e"));
    out += svg_text(kParty / 2, 14, "soft", "middle", "who", 12, "#625e57");
    out += svg_text(kWidth / 2, 14, "soft", "middle", "did what", 12, "#625e57");
    out += svg_text(kWidth - kParty / 2, 14, "soft", "middle", "to whom", 12, "#625e57");
    for (size_t i = 0; i < deeds_.size(); ++i) out += lines_of(i);
    for (size_t i = 0; i < deeds_.size(); ++i) out += deed(i);
    for (const auto& party : actors_) out += box(party, 0);
    for (const auto& party : recipients_) out += box(party, kWidth - kParty);
    return out + "</svg>\n";
  }

 private:
  static void add(std::vector<Party>& parties, const std::string& id, const std::string& name,
                  double y) {
    auto found = std::find_if(parties.begin(), parties.end(),
                              [&](const Party& party) { return party.id == id; });
    if (found == parties.end()) found = parties.insert(parties.end(), {id, name, 0, 0});
    found->y += y;
    ++found->deeds;
  }

  // Each beside the middle of its deeds, none over another; the lowest end.
  static double spread(std::vector<Party>& parties) {
    for (auto& party : parties) party.y /= static_cast<double>(party.deeds);
    std::stable_sort(parties.begin(), parties.end(),
                     [](const Party& a, const Party& b) { return a.y < b.y; });
    double next = kTop + kRow / 2;
    for (auto& party : parties) {
      party.y = std::max(party.y, next);
      next = party.y + kRow;
    }
    return next - kRow / 2;
  }

  static std::string marker(const char* kind, const char* ink) {
    return fmt::format(
        "<marker id=\"w-{0}\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"6\" "
        "markerHeight=\"6\" orient=\"auto\"><path class=\"head {0}\" d=\"M0 0L8 4L0 8z\" "
        "fill=\"{1}\"/></marker>\n",
        kind, ink);
  }

  static double y_in(const std::vector<Party>& parties, const std::string& id) {
    return std::find_if(parties.begin(), parties.end(),
                        [&](const Party& party) { return party.id == id; })
        ->y;
  }

  static double row_of(size_t deed) { return kTop + kRow * static_cast<double>(deed) + kRow / 2; }

  std::string sentence(const sheet::Deed& deed) const {
    return fmt::format("{} → {}: {}{}{}, {} of {} accounts{}", deed.actor_name, deed.recipient_name,
                       deed.type, deed.type.empty() ? "" : " ", deed.action, deed.accounts.size(),
                       accounts_.count(),
                       deed.denied    ? ", denied"
                       : deed.differs ? ", accounts differ"
                                      : "");
  }

  std::string description() const {
    std::string text;
    for (const auto& deed : deeds_) text += (text.empty() ? "" : "; ") + sentence(deed);
    return text;
  }

  std::string lines_of(size_t index) const {
    const sheet::Deed& deed = deeds_[index];
    const Colours colours = colours_of(deed);
    const double y = row_of(index);
    const bool dashed = deed.accounts.size() < 2;
    const auto curve = [&](double x1, double y1, double x2, double y2, bool arrow) {
      const double middle = (x1 + x2) / 2;
      return fmt::format(
          "<path class=\"edge {}\" d=\"M{:.1f} {:.1f}C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}\" "
          "fill=\"none\" stroke=\"{}\" stroke-width=\"1.8\"{}{}/>\n",
          colours.css, x1, y1, middle, y1, middle, y2, x2, y2, colours.ink,
          dashed ? " stroke-dasharray=\"5 4\"" : "",
          arrow ? fmt::format(" marker-end=\"url(#w-{})\"", colours.css) : "");
    };
    return curve(kParty, y_in(actors_, deed.actor), kDeedAt, y, false) +
           curve(kDeedAt + kDeed, y, kWidth - kParty - 1, y_in(recipients_, deed.recipient), true);
  }

  std::string deed(size_t index) const {
    const sheet::Deed& deed = deeds_[index];
    const auto [css, ink] = colours_of(deed);
    const double y = row_of(index);
    std::string action = deed.denied ? "not: " + deed.action : deed.action;
    std::replace(action.begin(), action.end(), '_', ' ');
    std::string under = deed.type;
    if (accounts_.count() > 1) {
      under += under.empty() ? "" : " · ";
      under += plural(deed.accounts.size(), "account", "accounts");
    }
    std::string out = fmt::format(
        "<g><title>{}</title>\n<rect class=\"deed {}\" x=\"{:g}\" y=\"{:g}\" width=\"{:g}\" "
        "height=\"{:g}\" rx=\"19\" fill=\"#ffffff\" stroke=\"{}\" stroke-width=\"1.4\"{}/>\n",
        escape(sentence(deed)), css, kDeedAt, y - kBox / 2, kDeed, kBox, ink,
        deed.accounts.size() < 2 ? " stroke-dasharray=\"5 4\"" : "");
    out += svg_text(kWidth / 2, y - (under.empty() ? -4 : 2), css, "middle", svg_fit(action, 18),
                    13, ink, true);
    if (!under.empty()) {
      out += svg_text(kWidth / 2, y + 12, "soft", "middle", svg_fit(under, 26), 10, "#625e57");
    }
    return out + "</g>\n";
  }

  static std::string box(const Party& party, double x) {
    std::string out = fmt::format(
        "<g><title>{}</title>\n<rect class=\"party\" x=\"{:g}\" y=\"{:g}\" width=\"{:g}\" "
        "height=\"{:g}\" rx=\"6\" fill=\"#f3f0ea\" stroke=\"#dedad1\"/>\n",
        escape(party.name), x + 0.5, party.y - kBox / 2, kParty - 1, kBox);
    const auto lines = svg_lines(party.name, 22);
    const double middle = x + kParty / 2;
    if (lines.size() == 1) {
      out += svg_text(middle, party.y + 4.5, "name", "middle", lines[0], 13);
    } else {
      out += svg_text(middle, party.y - 3.5, "name", "middle", lines[0], 12.5);
      out += svg_text(middle, party.y + 12, "name", "middle", lines[1], 12.5);
    }
    return out + "</g>\n";
  }

  const sheet::Accounts& accounts_;
  std::vector<sheet::Deed> deeds_;
  std::vector<Party> actors_, recipients_;
  double height_ = 0;
};

}  // namespace

std::string parties_svg(const sheet::Accounts& accounts) { return Drawing(accounts).draw(); }

}  // namespace synoptic::serve
