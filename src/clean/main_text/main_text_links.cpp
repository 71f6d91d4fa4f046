#include "clean/main_text/main_text_links.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "clean/main_text/main_text_kinds.h"
#include "clean/page.h"
#include "clean/people/origins.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using html::Node;

class Dropper {
 public:
  Dropper(HtmlPage& page, const Headlines& headlines, const knowledge::Knowledge& knowledge)
      : page_(page), nodes_(page.document.nodes()), headlines_(headlines), knowledge_(knowledge) {}

  void run() {
    drop_link_lists();
    drop_repeated();
    drop_pull_quotes();
    drop_orphan_headings();
  }

 private:
  // Inside the text: lists of links, and lines that are nothing but a link.
  void drop_link_lists() {
    std::vector<size_t> found;
    constexpr uint32_t kLeastText = 250;  // an article's
    uint32_t shown = 0, linked = 0, running = 0;
    for (size_t i = 0; i < page_.pieces.size(); ++i) {
      PagePiece& p = page_.pieces[i];
      if (p.piece.outside || p.weight == 0) continue;
      const double share = link_share(p);
      const bool heading = p.piece.kind == model::BlockKind::kHeading;
      if (share <= 0.6 || (heading && p.piece.level > 1 && leads_prose(i))) continue;
      const bool sentence = p.piece.kind == model::BlockKind::kParagraph && p.weight > 50 &&
                            nodes_[p.node].tag == html::Tag::p && ends_sentence(p) &&
                            !stands_in_link(p.node);
      if (sentence) continue;
      const bool card = share > 0.9 && !heading && stands_in_link(p.node);
      const bool all_link =
          card || (share > 0.9 && (!heading || p.piece.level > 1) && p.weight < 400);
      // Or a headline with its date behind it.
      const bool headline =
          share > 0.7 && !heading && p.weight > 30 && p.weight < 300 && !has_sentence_mark(p);
      const bool pointer = !heading && points_to_headline(p.piece);
      if (!all_link && !headline && !pointer && p.piece.kind != model::BlockKind::kListItem) {
        continue;
      }
      if (headlines_.hold(p.piece.text) || names_source(p.piece, knowledge_)) continue;
      found.push_back(i);
      linked += p.weight;
    }
    size_t first = page_.pieces.size(), last = 0;  // of the running text
    for (size_t i = 0; i < page_.pieces.size(); ++i) {
      const PagePiece& p = page_.pieces[i];
      if (p.piece.outside || p.piece.kind == model::BlockKind::kCaption) continue;
      shown += p.weight;
      if (!is_running_paragraph(page_, p)) continue;
      running += p.weight;
      first = std::min(first, i);
      last = i;
    }
    // A text that consists of links is about them, but for those around its paragraphs.
    if (linked * 5 > shown * 3) {
      if (running < kLeastText) return;
      std::erase_if(found, [&](size_t i) { return i > first && i < last; });
    }
    for (const size_t i : found) put_out(page_.pieces[i], "related");
  }

  // A link around the whole block is a card for another page.
  bool stands_in_link(uint32_t node) const {
    constexpr int kFarthest = 6;
    for (int steps = 0; node != html::kNone && steps < kFarthest; ++steps) {
      if (nodes_[node].tag == html::Tag::a) return true;
      node = nodes_[node].parent;
    }
    return false;
  }

  // "Read also: words of a headline", in whatever language. A source's name is shorter.
  static bool points_to_headline(const Piece& piece) {
    constexpr size_t kFewestWords = 5;
    if (piece.links.size() != 1) return false;
    const Range link = piece.links.front().range;
    const std::string_view label =
        text::trim_space(std::string_view(piece.text).substr(0, link.begin));
    return link.end == piece.text.size() && (label.ends_with(':') || label.ends_with("：")) &&
           text::words(link.of(piece.text)).size() >= kFewestWords;
  }

  // A headline of a part, with a link on it.
  bool leads_prose(size_t i) const {
    const size_t next = next_shown(i);
    if (next >= page_.pieces.size()) return false;
    const PagePiece& p = page_.pieces[next];
    // Teasers have an element each.
    size_t before = i;
    while (before > 0 && !is_shown(page_.pieces[--before])) continue;
    const uint32_t around = nodes_[page_.pieces[i].node].parent;
    if (before < i && nodes_[page_.pieces[before].node].parent != around) return false;
    return !p.piece.outside && p.piece.kind == model::BlockKind::kParagraph && p.weight > 120 &&
           link_share(p) < 0.4 && nodes_[p.node].parent == around;
  }

  // The same paragraph for another kind of screen, or an offer put in several times.
  void drop_repeated() {
    constexpr uint32_t kTellingWeight = 60;
    std::unordered_map<std::string_view, uint32_t> seen;  // the element around the first
    std::vector<size_t> again;
    uint32_t weight = 0, all = 0;
    for (size_t i = 0; i < page_.pieces.size(); ++i) {
      const PagePiece& p = page_.pieces[i];
      if (p.piece.outside || p.weight < kTellingWeight) continue;
      all += p.weight;
      const uint32_t around = nodes_[p.node].parent;
      const auto [first, added] = seen.try_emplace(p.piece.text, around);
      if (added) continue;
      again.push_back(i);
      if (first->second == around) weight += p.weight;
    }
    // A text that says nearly everything twice in one place means it.
    if (weight * 3 > all) return;
    for (const size_t i : again) put_out(page_.pieces[i], "repeated");
  }

  // Words of a paragraph, set large beside it, in an element of another form.
  void drop_pull_quotes() {
    constexpr uint32_t kNarrowest = 30, kWidest = 400;
    constexpr size_t kMostCandidates = 60, kMostParagraphs = 2000;
    std::vector<size_t> text, candidates;  // pieces; places in the text
    std::map<Form, size_t> forms;
    for (size_t i = 0; i < page_.pieces.size(); ++i) {
      const PagePiece& p = page_.pieces[i];
      const bool plain =
          p.piece.kind == model::BlockKind::kParagraph || p.piece.kind == model::BlockKind::kQuote;
      if (p.piece.outside || !plain || p.weight < kNarrowest) continue;
      text.push_back(i);
      ++forms[form_of(p.node)];
    }
    if (forms.size() < 2 || text.size() > kMostParagraphs) return;
    const auto most = std::max_element(
        forms.begin(), forms.end(),
        [](const auto& one, const auto& other) { return one.second < other.second; });
    for (size_t k = 1; k < text.size(); ++k) {
      const PagePiece& p = page_.pieces[text[k]];
      if (p.weight <= kWidest && form_of(p.node) != most->first) candidates.push_back(k);
    }
    if (candidates.empty() || candidates.size() > kMostCandidates) return;
    std::vector<std::string> keys;
    for (const size_t i : text) keys.push_back(key_of(page_.pieces[i].piece.text));
    for (const size_t k : candidates) {
      PagePiece& p = page_.pieces[text[k]];
      const auto holds = [&](size_t other, const std::string& words) {
        return keys[other].size() > words.size() + words.size() / 5 &&
               keys[other].find(words) != std::string::npos;
      };
      const bool quote = p.piece.kind == model::BlockKind::kQuote;
      // What holds the next line as well, or begins with this one right above it, is a copy of the
      // text.
      const auto is_copy = [&](size_t other) {
        return holds(other, keys[k - 1]) || (k + 1 < text.size() && holds(other, keys[k + 1])) ||
               (other + 1 == k && keys[other].starts_with(keys[k]));
      };
      for (size_t other = 0; other < text.size() && keys[k].size() >= kNarrowest; ++other) {
        const bool held = holds(other, keys[k]) || (quote && holds_in_two(keys[other], keys[k]));
        if (!held || form_of(page_.pieces[text[other]].node) == form_of(p.node) || is_copy(other)) {
          continue;
        }
        put_out(p, "repeated");
        break;
      }
    }
  }

  // "It went, and it came." of the text's "It went," she says, "and it came."
  static bool holds_in_two(const std::string& text, const std::string& words) {
    constexpr size_t kLeastPart = 12, kWidestGap = 80, kMostPlaces = 4;
    const std::string_view front = std::string_view(words).substr(0, kLeastPart);
    if (words.size() < 2 * kLeastPart) return false;
    size_t at = text.find(front);
    for (size_t places = 0; at != text.npos && places < kMostPlaces; ++places) {
      const auto apart = std::mismatch(words.begin(), words.end(),
                                       text.begin() + static_cast<std::ptrdiff_t>(at), text.end());
      const auto shared = static_cast<size_t>(apart.first - words.begin());
      const size_t rest_size = words.size() - shared;
      if (rest_size >= kLeastPart) {
        const std::string_view window =
            std::string_view(text).substr(at + shared, kWidestGap + rest_size);
        if (window.find(std::string_view(words).substr(shared)) != window.npos) return true;
      }
      at = text.find(front, at + 1);
    }
    return false;
  }

  // The element and the one around it, by their names.
  using Form = std::array<std::string_view, 4>;
  Form form_of(uint32_t node) const {
    const uint32_t around = nodes_[node].parent == html::kNone ? node : nodes_[node].parent;
    return {nodes_[node].name(), page_.document.attribute_value(nodes_[node], "class"),
            nodes_[around].name(), page_.document.attribute_value(nodes_[around], "class")};
  }

  // A subhead with nothing of the article behind it announced what was left out.
  void drop_orphan_headings() {
    bool text_behind = false;
    size_t last_outside = page_.pieces.size();
    for (size_t i = page_.pieces.size(); i-- > 0;) {
      PagePiece& p = page_.pieces[i];
      if (p.piece.reason == "script" || p.piece.reason == "style") continue;
      if (p.piece.outside) {
        last_outside = i;
        continue;
      }
      if (p.piece.kind == model::BlockKind::kHeading && p.piece.level > 1 &&
          !headlines_.hold(p.piece.text) && !(p.weight > 60 && ends_sentence(p))) {
        const bool before_links = last_outside < page_.pieces.size() &&
                                  last_outside == next_shown(i) &&
                                  page_.pieces[last_outside].piece.reason == "related";
        if (!text_behind || before_links) put_out(p, "related");
      } else if (p.piece.kind != model::BlockKind::kCaption) {
        text_behind = true;
      }
    }
  }

  size_t next_shown(size_t i) const {
    do {
      ++i;
    } while (i < page_.pieces.size() &&
             (page_.pieces[i].piece.reason == "script" || page_.pieces[i].piece.reason == "style"));
    return i;
  }

  HtmlPage& page_;
  const std::vector<Node>& nodes_;
  const Headlines& headlines_;
  const knowledge::Knowledge& knowledge_;
};

}  // namespace

void drop_links_and_copies(HtmlPage& page, const Headlines& headlines,
                           const knowledge::Knowledge& knowledge) {
  Dropper(page, headlines, knowledge).run();
}

}  // namespace synoptic::clean
