#include "clean/main_text/main_text_notes.h"

#include <algorithm>
#include <array>

#include "clean/cue_match.h"
#include "clean/main_text/main_text_embedded.h"
#include "clean/main_text/main_text_pieces.h"
#include "clean/main_text/main_text_pleas.h"
#include "clean/main_text/main_text_side_lines.h"
#include "clean/main_text/main_text_stated.h"
#include "clean/main_text/main_text_talk.h"
#include "clean/page.h"
#include "text/utf8.h"
#include "text/words.h"
#include "url/url.h"

namespace synoptic::clean {
namespace {

using html::Node;
using html::Tag;
using model::BlockKind;

constexpr uint32_t kWidestLabel = 60;
constexpr uint32_t kWidestBox = 700;  // weight of a box of other articles
constexpr uint32_t kWidestNote = 300;
constexpr uint32_t kWidestItalics = 220;
constexpr uint32_t kWidestByline = 90;
constexpr uint32_t kWidestPointer = 250;
constexpr size_t kLastPleas = 5;  // lines

class NoteDropper {
 public:
  NoteDropper(HtmlPage& page, const std::vector<uint32_t>& roots, const PageWords& words,
              std::string_view body, const knowledge::Knowledge& knowledge)
      : page_(page),
        nodes_(page.document.nodes()),
        roots_(roots),
        knowledge_(knowledge),
        body_(words.body),
        body_key_(body),
        description_(key_of(words.description)) {
    for (const auto& author : words.authors) {
      std::string key = key_of(author);
      if (key.size() < 5) continue;
      authors_.push_back(std::move(key));
      names_.push_back(author);
    }
  }

  void run() {
    drop_boxes();
    drop_talk(page_, knowledge_);
    drop_bylines();
    drop_pointers();
    drop_addresses();
    drop_captions_of_others();
    drop_side_lines(page_, names_, knowledge_);
    drop_italic_notes();
    drop_last_notes();
    drop_last_lists();
    drop_closing_boxes();
    drop_embedded(page_);
    drop_unstated(page_, body_, body_key_);
  }

 private:
  bool is_root(uint32_t node) const {
    return std::find(roots_.begin(), roots_.end(), node) != roots_.end();
  }

  // "Read also" and nothing more: the element around it holds the other articles.
  void drop_boxes() {
    std::vector<uint32_t> weight;
    for (PagePiece& p : page_.pieces) {
      if (!is_shown(p) || p.weight > kWidestLabel || !is_label(p)) continue;
      if (weight.empty()) weight = weights();
      uint32_t box = html::kNone;
      for (uint32_t up = p.node, steps = 0; up != html::kNone && steps < 6; ++steps) {
        if (is_root(up) || nodes_[up].tag == Tag::body || weight[up] > kWidestBox) break;
        box = up;
        if (weight[up] > p.weight + 20) break;
        up = nodes_[up].parent;
      }
      put_out(p, "related");
      if (box == html::kNone) continue;
      for (PagePiece& other : page_.pieces) {
        if (is_shown(other) && other.node >= box && other.node < nodes_[box].subtree_end) {
          put_out(other, "related");
        }
      }
    }
  }

  bool is_label(const PagePiece& p) const {
    const Line line = line_for_cues(p.piece.text);
    const auto hit = cue_in_front(knowledge_, "read_also", line);
    if (!hit) return false;
    const size_t most = hit->cue->value == "open" ? 5 : 1;
    return text::words(hit->rest.of(p.piece.text)).size() <= most;
  }

  std::vector<uint32_t> weights() const {
    std::vector<uint32_t> weight(nodes_.size(), 0);
    for (const PagePiece& p : page_.pieces) {
      if (p.piece.reason != "script" && p.piece.reason != "style") weight[p.node] += p.weight;
    }
    for (size_t k = page_.holders.size(); k-- > 1;) {
      const uint32_t i = page_.holders[k];
      weight[nodes_[i].parent] += weight[i];
    }
    return weight;
  }

  // A line with the name of an author and little more.
  void drop_bylines() {
    if (authors_.empty()) return;
    size_t shortest = SIZE_MAX;
    for (const std::string& author : authors_) shortest = std::min(shortest, author.size());
    for (PagePiece& p : page_.pieces) {
      if (!is_shown(p) || p.weight > kWidestByline || p.piece.text.size() < shortest) continue;
      const std::string key = key_of(p.piece.text);
      for (const std::string& author : authors_) {
        const size_t at = key.find(author);
        if (at == std::string::npos || at > 24 || key.size() > author.size() + 24) continue;
        const char32_t last = text::decode_before(p.piece.text, p.piece.text.size()).value;
        if (last == '.' || last == '?' || last == '!' || last == U'。') break;
        put_out(p, "byline");
        break;
      }
    }
  }

  static size_t count_of(std::string_view text, std::string_view mark) {
    size_t count = 0;
    for (size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + mark.size())) {
      ++count;
    }
    return count;
  }

  // ">> More on this": arrows point at other pages.
  void drop_pointers() {
    constexpr std::array<std::string_view, 9> kArrows{">>", "»", "→", "➡", "►", "▶", "👉", "➤", "⇒"};
    for (PagePiece& p : page_.pieces) {
      if (!is_shown(p) || p.weight > kWidestPointer) continue;
      if (p.link_weight == 0 && p.piece.text.find(">>>") == std::string::npos) continue;
      const std::string_view text = p.piece.text;
      const bool points =
          text.find(">>>") != text.npos || text.ends_with(">>") || text.ends_with("→") ||
          (text.ends_with(" »") && count_of(text, "«") < count_of(text, "»")) ||
          std::any_of(kArrows.begin(), kArrows.end(),
                      [&](std::string_view arrow) { return text.starts_with(arrow); });
      if (points) put_out(p, "related");
    }
  }

  // "Advertisement" in what is named like the captions of pictures.
  void drop_captions_of_others() {
    constexpr uint32_t kWidest = 60;
    for (PagePiece& p : page_.pieces) {
      if (!is_shown(p) || p.piece.kind != BlockKind::kCaption || p.weight > kWidest) continue;
      const Line line = line_for_cues(p.piece.text);
      if (all_cues(knowledge_, "advertisement", line) ||
          cue_inside(knowledge_, "site_note", line)) {
        put_out(p, "advertisement");
      }
    }
  }

  // "___" parts a note with an address from the text; a table may stand behind both.
  void drop_addresses() {
    constexpr size_t kLeastSigns = 3;
    bool parted = false;
    for (PagePiece& p : page_.pieces) {
      if (!is_shown(p)) continue;
      const std::string_view text = p.piece.text;
      if (text.size() >= kLeastSigns && text.find_first_not_of('_') == text.npos) {
        parted = true;
        put_out(p, "residue");
        continue;
      }
      const size_t address = text.find("http");
      if (parted && address != text.npos && p.weight <= kWidestPointer &&
          text.find(' ', address) == text.npos && url::is_web(text.substr(address))) {
        put_out(p, "residue");
      }
      parted = false;
    }
  }

  // The metadata quote it: no note.
  bool is_description(const PagePiece& p) const {
    constexpr size_t kLeast = 40;
    if (description_.size() < kLeast) return false;
    const std::string key = key_of(std::string_view(p.piece.text).substr(0, 300));
    const size_t shared = std::min(key.size(), description_.size());
    return shared >= kLeast && key.compare(0, shared, description_, 0, shared) == 0;
  }

  bool is_italic_note(const PagePiece& p) const {
    if (p.piece.kind != BlockKind::kParagraph || p.weight > kWidestItalics) return false;
    if (page_.kinds[p.node] == "+lead" || page_.kinds[nodes_[p.node].parent] == "+lead")
      return false;
    const char32_t first = text::decode(p.piece.text, 0).value;
    const bool quote = first == '"' || first == 0x201C || first == 0x201E || first == 0xAB ||
                       first == '-' || first == 0x2013 || first == 0x2014;
    return !quote && is_wholly_in(page_, p, Tag::em, Tag::i) && !is_description(p);
  }

  // Before and behind the text notes of the editors are set in italics.
  void drop_italic_notes() {
    size_t first = page_.pieces.size(), last = 0, prose = 0;
    for (size_t i = 0; i < page_.pieces.size(); ++i) {
      const PagePiece& p = page_.pieces[i];
      if (!is_shown(p) || p.piece.kind != BlockKind::kParagraph || p.weight < 50) continue;
      if (is_italic_note(p)) continue;
      first = std::min(first, i);
      last = i;
      ++prose;
    }
    if (prose < 3) return;
    constexpr uint32_t kTextInItalics = 400;  // several paragraphs: the text itself is set so
    uint32_t behind = 0;
    for (size_t i = last + 1; i < page_.pieces.size(); ++i) {
      const PagePiece& p = page_.pieces[i];
      if (is_shown(p) && is_italic_note(p)) behind += p.weight;
    }
    const bool keeps_last = behind > kTextInItalics;
    for (size_t i = 0; i < page_.pieces.size(); ++i) {
      PagePiece& p = page_.pieces[i];
      if (i >= first && (i <= last || keeps_last)) continue;
      if (is_shown(p) && is_italic_note(p)) put_out(p, "note");
    }
  }

  // "All rights reserved", "contact the reporter on this story": whatever the words are part of.
  void drop_last_notes() {
    constexpr size_t kLastLines = 10;
    constexpr uint32_t kWidestLast = 1600;
    uint32_t all = 0;
    for (const PagePiece& p : page_.pieces) all += is_shown(p) ? p.weight : 0;
    size_t seen = 0;
    for (size_t i = page_.pieces.size(); i-- > 0 && seen < kLastLines;) {
      PagePiece& p = page_.pieces[i];
      if (!is_shown(p) || p.piece.kind == BlockKind::kCaption) continue;
      // Links and headings behind the text are told from it later.
      seen += p.piece.kind != BlockKind::kHeading && link_share(p) < 0.6;
      if (p.piece.kind == BlockKind::kHeading || p.weight > kWidestLast || p.weight * 2 > all) {
        continue;
      }
      const Line line = line_for_cues(p.piece.text);
      if (cue_inside(knowledge_, "last_note", line) || cue_inside(knowledge_, "sales_note", line)) {
        put_out(p, "copyright");
      } else if (seen <= kLastPleas &&
                 (is_about_author(p, names_) || is_plea(p, line, knowledge_))) {
        put_out(p, "note");
      }
    }
    constexpr size_t kFirstLines = 12;
    seen = 0;
    for (size_t i = 0; i < page_.pieces.size() && seen < kFirstLines; ++i) {
      PagePiece& p = page_.pieces[i];
      if (!is_shown(p) || p.piece.kind == BlockKind::kCaption) continue;
      seen += link_share(p) < 0.6;  // a table of contents may stand there
      if (p.piece.kind == BlockKind::kHeading || p.weight > kWidestNote) continue;
      if (cue_inside(knowledge_, "sales_note", line_for_cues(p.piece.text))) put_out(p, "note");
    }
  }

  // "About the author", "Media contact": a line of its own over a few lines, the last ones.
  void drop_closing_boxes() {
    constexpr uint32_t kWidestLabel = 40, kWidestBox = 900;
    uint32_t all = 0, behind = 0;
    for (const PagePiece& p : page_.pieces) all += is_shown(p) ? p.weight : 0;
    std::vector<size_t> box;
    for (size_t i = page_.pieces.size(); i-- > 0;) {
      if (!is_shown(page_.pieces[i])) continue;
      box.push_back(i);
      std::string_view words = page_.pieces[i].piece.text;
      if (words.ends_with(':')) words.remove_suffix(1);
      if (page_.pieces[i].weight <= kWidestLabel && whole_cue(knowledge_, "closing_label", words)) {
        for (const size_t inner : box) put_out(page_.pieces[inner], "note");
        box.clear();
      }
      behind += page_.pieces[i].weight;
      if (behind > kWidestBox || behind * 2 > all) return;
    }
  }

  // Short items at the end that no line leads up to: data about the page.
  void drop_last_lists() {
    size_t i = page_.pieces.size();
    std::vector<size_t> items;
    while (i-- > 0) {
      const PagePiece& p = page_.pieces[i];
      if (!is_shown(p)) continue;
      const char32_t last = text::decode_before(p.piece.text, p.piece.text.size()).value;
      if (p.piece.kind != BlockKind::kListItem || p.weight > 80 || last == '.' || last == U'。') {
        if (p.piece.kind == BlockKind::kHeading || p.piece.kind == BlockKind::kListItem ||
            last == ':' || last == 0xFF1A || p.weight < 60) {
          return;
        }
        break;
      }
      items.push_back(i);
    }
    for (const size_t item : items) put_out(page_.pieces[item], "residue");
  }

  HtmlPage& page_;
  const std::vector<Node>& nodes_;
  const std::vector<uint32_t>& roots_;
  const knowledge::Knowledge& knowledge_;
  std::string_view body_;  // the article's text as the metadata have it
  std::string_view body_key_;
  std::string description_;              // its key
  std::vector<std::string> authors_;     // keys of their names
  std::vector<std::string_view> names_;  // and the names
};

}  // namespace

void drop_notes(HtmlPage& page, const std::vector<uint32_t>& roots, const PageWords& words,
                std::string_view body, const knowledge::Knowledge& knowledge) {
  NoteDropper(page, roots, words, body, knowledge).run();
}

}  // namespace synoptic::clean
