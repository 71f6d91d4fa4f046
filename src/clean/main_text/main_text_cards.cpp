#include "clean/main_text/main_text_cards.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "clean/main_text/main_text_pieces.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using html::Node;
using model::BlockKind;

constexpr uint32_t kLeastText = 250;  // an article's, before anything can follow it
constexpr size_t kFewestCards = 3;
constexpr uint32_t kWidestCard = 700;  // weight of its text
constexpr uint32_t kNarrowestHeadline = 16, kWidestHeadline = 250;
constexpr uint32_t kWidestStamp = 90;
constexpr size_t kWidestLabel = 60;  // bytes

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class CardDropper {
 public:
  explicit CardDropper(HtmlPage& page) : page_(page), nodes_(page.document.nodes()) {
    for (size_t i = 0; i < page.pieces.size(); ++i) {
      if (!is_code(page.pieces[i])) order_.push_back(i);
    }
  }

  void run() {
    drop_teasers();
    drop_talk();
    drop_labels();
    drop_numbers();
  }

 private:
  PagePiece& at(size_t i) { return page_.pieces[order_[i]]; }
  const PagePiece& at(size_t i) const { return page_.pieces[order_[i]]; }

  bool is_text(size_t i) const {
    const PagePiece& p = at(i);
    return is_shown(p) && p.piece.kind != BlockKind::kCaption;
  }

  // A headline of another page of the site.
  bool is_headline(size_t i) const {
    const PagePiece& p = at(i);
    if (!p.piece.outside || link_share(p) < 0.8 || p.piece.links.empty()) return false;
    if (p.weight < kNarrowestHeadline || p.weight > kWidestHeadline) return false;
    return !p.piece.links.front().url.starts_with('#');
  }

  // The element by its names.
  using Form = std::pair<std::string_view, std::string_view>;
  Form form_of(size_t i) const {
    const Node& node = nodes_[at(i).node];
    return {node.name(), page_.document.attribute_value(node, "class")};
  }

  // Headline and summary in turns, up to the end of what is shown.
  void drop_teasers() {
    uint32_t before = 0;
    size_t last = 0;  // line of the text
    std::set<Form> headings;
    size_t end = order_.size();  // behind the last line of the text
    while (end > 0 && !is_text(end - 1)) --end;
    for (size_t i = 0; i < end; ++i) {
      // "The chapters:", and what the text lists.
      if (is_headline(i)) {
        if (leads_in(at(last))) headings.insert(form_of(i));
        if (before >= kLeastText && !headings.contains(form_of(i)) && teasers_from(i, end, last)) {
          return;
        }
      }
      if (!is_text(i)) continue;
      if (at(i).piece.kind == BlockKind::kHeading) headings.insert(form_of(i));
      if (at(i).piece.kind == BlockKind::kParagraph) before += at(i).weight;
      last = i;
    }
  }

  static bool leads_in(const PagePiece& p) {
    if (p.piece.kind == BlockKind::kListItem) return false;
    const char32_t last = text::decode_before(p.piece.text, p.piece.text.size()).value;
    return last == ':' || last == 0xFF1A;
  }

  // The innermost element that holds both of them holds `other` too.
  bool stand_beside(size_t headline, size_t summary, size_t other) const {
    uint32_t up = at(headline).node;
    while (up != html::kNone && !holds(up, summary)) up = nodes_[up].parent;
    return up == html::kNone || holds(up, other);
  }

  bool holds(uint32_t node, size_t i) const {
    return at(i).node >= node && at(i).node < nodes_[node].subtree_end;
  }

  bool teasers_from(size_t first, size_t end, size_t last) {
    const auto form = form_of(first);
    size_t cards = 0;
    uint32_t weight = 0, lines = 0;
    size_t headline = first;
    std::vector<size_t> text;
    for (size_t i = first; i < end; ++i) {
      if (is_headline(i) && form_of(i) == form) {
        if (i > first && weight > 0) ++cards;
        weight = lines = 0;
        headline = i;
      } else if (is_text(i)) {
        const PagePiece& p = at(i);
        if (lines == 0 && stand_beside(headline, i, last)) return false;
        weight += p.weight;
        if (p.piece.kind == BlockKind::kHeading || weight > kWidestCard || ++lines > 4) {
          if (cards < kFewestCards) return false;
          break;
        }
        text.push_back(i);
      }
    }
    cards += weight > 0;
    if (cards < kFewestCards) return false;
    for (const size_t i : text) put_out(at(i), "related");
    return true;
  }

  // "Anna, 12 May 2012 14:05", then what she has to say; the name may stand behind the time, or in
  // the line above or below.
  void drop_talk() {
    uint32_t before = 0, said = 0, behind = 0;  // weights
    size_t first = 0, count = 0;
    std::array<std::set<std::string>, 4> names;
    for (size_t i = 0; i < order_.size(); ++i) {
      if (before >= kLeastText && is_stamp(at(i)) && speaks_behind(i)) {
        if (count++ == 0) first = i;
        said += behind;
        behind = 0;
        const std::string_view text = at(i).piece.text;
        const auto words = text::words(text);
        if (!words.empty() && !is_digit(text.front())) {
          names[0].emplace(words.front().range.of(text));
        }
        names[1].emplace(behind_time(text));
        if (i > 0) names[2].emplace(name_in(at(i - 1)));
        if (i + 1 < order_.size()) names[3].emplace(name_in(at(i + 1)));
      } else if (is_text(i)) {
        (count == 0 ? before : behind) += at(i).weight;
      }
    }
    const bool differ = std::any_of(names.begin(), names.end(), [&](auto& place) {
      place.erase(std::string());
      return place.size() >= 2 && place.size() * 2 >= count;
    });
    // Far more behind the last one than behind any other: the article, below its site's news.
    const bool text_follows = behind > kWidestCard && behind * (count - 1) > 4 * said;
    if (count < kFewestCards || !differ || text_follows) return;
    for (size_t i = first; i < order_.size(); ++i) {
      if (is_shown(at(i))) put_out(at(i), "comments");
    }
  }

  // "12 May 2012 14:05 Anna Lee": the name.
  static std::string behind_time(std::string_view text) {
    const size_t last = text.find_last_of("0123456789");
    const size_t blank = last == text.npos ? text.npos : text.find(' ', last);
    if (blank == text.npos) return {};
    const std::string_view name = text::trim_space(text.substr(blank));
    return name.size() >= 3 ? std::string(name) : std::string();
  }

  // The line's words, where they may be a name.
  static std::string name_in(const PagePiece& p) {
    constexpr uint32_t kWidestName = 28;
    constexpr size_t kMostWords = 3;
    const bool name = p.weight >= 2 && p.weight <= kWidestName && !has_sentence_mark(p) &&
                      !is_digit(p.piece.text.front()) &&
                      text::words(p.piece.text).size() <= kMostWords;
    return name ? p.piece.text : std::string();
  }

  bool speaks_behind(size_t i) const {
    constexpr size_t kFarthest = 3;
    for (size_t next = i + 1; next < order_.size() && next <= i + kFarthest; ++next) {
      if (is_text(next)) return true;
    }
    return false;
  }

  // A day and the time of day, beside few words.
  static bool is_stamp(const PagePiece& p) {
    std::string_view text = p.piece.text;
    if (p.weight > kWidestStamp || p.weight < 12 || text.find(':') == text.npos) return false;
    if (ends_sentence(p)) return false;
    if (text.front() == '~' || text.front() == '@') text.remove_prefix(1);  // before some names
    const char32_t begin = text.empty() ? U' ' : text::decode(text, 0).value;
    if (!text::is_letter(begin) && !text::is_digit(begin)) return false;
    bool clock = false;
    size_t digits = 0;
    for (size_t i = 0; i < text.size(); ++i) {
      digits += is_digit(text[i]);
      clock |= text[i] == ':' && i > 0 && is_digit(text[i - 1]) && i + 2 < text.size() &&
               is_digit(text[i + 1]) && is_digit(text[i + 2]);
    }
    return clock && digits >= 8;
  }

  // "More on this | A headline": the same words before a link that ends the line.
  void drop_labels() {
    std::map<std::string_view, std::vector<size_t>> found;
    for (size_t i = 0; i < order_.size(); ++i) {
      const PagePiece& p = at(i);
      if (!is_shown(p) || p.piece.kind != BlockKind::kParagraph || p.weight > kWidestHeadline) {
        continue;
      }
      if (p.piece.links.size() != 1) continue;
      const Range link = p.piece.links.front().range;
      const std::string_view text = p.piece.text;
      if (link.begin < 6 || link.begin > kWidestLabel || link.end + 1 < text.size()) continue;
      if (link.end - link.begin < 20) continue;
      const std::string_view label = text::trim_space(text.substr(0, link.begin));
      if (!label.ends_with('|') && !label.ends_with(':') && !label.ends_with("：")) continue;
      found[label].push_back(i);
    }
    for (const auto& [label, places] : found) {
      if (places.size() < 2) continue;
      for (const size_t i : places) put_out(at(i), "related");
    }
  }

  // The count that stood beside a link, left over without it.
  void drop_numbers() {
    for (size_t i = 1; i < order_.size(); ++i) {
      PagePiece& p = at(i);
      if (!is_shown(p) || p.piece.kind != BlockKind::kListItem || !at(i - 1).piece.outside)
        continue;
      const std::string_view text = p.piece.text;
      if (std::all_of(text.begin(), text.end(), is_digit)) put_out(p, "related");
    }
  }

  HtmlPage& page_;
  const std::vector<Node>& nodes_;
  std::vector<size_t> order_;  // pieces but those that nobody reads
};

}  // namespace

void drop_cards(HtmlPage& page) { CardDropper(page).run(); }

}  // namespace synoptic::clean
