#include "clean/residue.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "clean/cue_match.h"
#include "clean/page_words.h"
#include "clean/people/author_words.h"
#include "clean/people/people.h"
#include "clean/plain/plain_signs.h"
#include "clean/text_end.h"
#include "clean/topic_words.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;
using model::BlockKind;

constexpr uint32_t kWidestCaption = 160;
constexpr size_t kMostPictures = 60;
constexpr uint32_t kNarrowestDeck = 40;
constexpr uint32_t kWidestDeck = 260;
constexpr uint32_t kWidestCredit = 60;

class ResidueMarker : PageLines {
 public:
  ResidueMarker(Page& page, const Title& title, const Knowledge& knowledge, bool has_markup)
      : PageLines(page),
        page_(page),
        title_(title),
        knowledge_(knowledge),
        has_markup_(has_markup) {}

  void run() {
    mark_copies();
    const size_t begin = title_.line == kNoLine || title_is_inside() ? 0 : title_.line + 1;
    body_ = first_paragraph(page_, begin);
    if (body_ == kNoLine) return;
    mark_above(begin);
    for (size_t i = body_; i < size(); ++i) {
      if (mark(i).role == LineRole::kRelated) i = mark_related(i);
    }
    for (size_t i = body_ + 1; i < size(); ++i) {
      if (!has_markup_ && is_text(i) && !line(i).piece.marked_heading && tells_title(i)) {
        mark(i).reason = "repeated_headline";
      }
    }
    mark_captions();
    mark_gallery_headings();
    if (!has_markup_) mark_comments();
    mark_inside();
    mark_tail();
  }

 private:
  Mark& mark(size_t i) { return page_.marks[i]; }

  // A headline that is only found again below paragraphs does not begin the article.
  bool title_is_inside() const {
    size_t paragraphs = 0;
    for (size_t i = 0; i < title_.line; ++i) {
      paragraphs += kept(i) && page_.marks[i].role == LineRole::kText && is_strong_prose(line(i));
    }
    return paragraphs >= 3;
  }

  void mark_copies() {
    for (size_t i = 0; i < size(); ++i) {
      if (outside(i) || title_.key.empty()) continue;
      if (!line(i).has_key(title_.key) && i != title_.line) continue;  // its line may hold a kicker
      mark(i).reason = i == title_.line ? "title" : "repeated_headline";
      mark(i).role = LineRole::kText;
    }
    for (const size_t i : title_.outlet) mark(i).reason = "outlet";
  }

  // Above the title nothing is of the article; between title and text a deck may be.
  void mark_above(size_t begin) {
    for (size_t i = 0; i < begin; ++i) {
      if (kept(i) && mark(i).role != LineRole::kByline)
        mark(i).reason = "navigation";
      else if (kept(i))
        mark(i).reason = "byline";
    }
    mark_head(begin, body_);
    mark_below_deck();
  }

  // A by-line below the deck: the head goes on to the next paragraph.
  void mark_below_deck() {
    constexpr size_t kFarthest = 8;  // lines, captions among them
    if (has_markup_) return mark_bylines_below_deck();
    if (line(body_).piece.kind != BlockKind::kParagraph) return;
    for (size_t i = next_inside(body_); i < size() && i <= body_ + kFarthest; i = next_inside(i)) {
      if (line(i).piece.kind == BlockKind::kCaption) continue;
      const bool labelled = cue_in_front(knowledge_, "author_label", line(i)).has_value();
      const bool names = labelled && mark(i).byline && !mark(i).byline->authors.empty();
      // "By Agency" and the day on the next line; the day alone.
      const size_t next = next_inside(i);
      const bool over_day = labelled && line(i).width <= kWidestCredit && !line(i).full_stop &&
                            next < size() && tells_day(next);
      if (!names && !over_day && !tells_day(i)) return;
      if (over_day && kept(i)) mark(i).reason = "byline";
      const size_t text = first_paragraph(page_, i);
      if (text != kNoLine && text <= i + 2 * kFarthest) mark_head(i, text);
      return;
    }
  }

  // The same where elements tell what is text: the by-lines alone, right behind the deck.
  void mark_bylines_below_deck() {
    constexpr size_t kFarthest = 6;  // lines, captions among them
    if (line(body_).piece.kind == BlockKind::kListItem) return;
    for (size_t i = next_inside(body_); i < size() && i <= body_ + kFarthest; i = next_inside(i)) {
      if (line(i).piece.kind == BlockKind::kCaption) continue;
      if (!is_byline_below_deck(i)) return;
      if (!kept(i)) continue;
      if (mark(i).role == LineRole::kText && is_bare_name(line(i).piece.text)) sign(i);
      mark(i).reason = "byline";
    }
  }

  // Two days in a row are no sentence.
  bool is_byline_below_deck(size_t i) const {
    const Line& here = page_.lines[i];
    const Mark& told = page_.marks[i];
    const bool byline = told.role == LineRole::kByline && told.byline;
    if (tells_day(i)) return !here.prose || told.byline->dates.size() >= 2;
    if (here.prose || here.full_stop || here.width > kWidestCredit || here.piece.marked_heading ||
        here.piece.kind != BlockKind::kParagraph) {
      return false;
    }
    // Written in Han signs, the reporter's name is part of the text as often as not.
    if (byline && !told.byline->authors.empty()) {
      return !text::is_han(text::decode(here.piece.text, 0).value);
    }
    return is_desk(knowledge_, here.piece.text) ||
           (is_bare_name(here.piece.text) && line(body_).width <= kWidestDeck);
  }

  // The line is the writer's name.
  void sign(size_t i) {
    const Piece& piece = line(i).piece;
    model::Author author;
    author.name = piece.text;
    author.span = piece.span;
    if (piece.links.size() == 1) author.url = piece.links[0].url;
    mark(i).role = LineRole::kByline;
    mark(i).byline = std::make_unique<Byline>();
    mark(i).byline->authors.push_back(std::move(author));
  }

  // Two or three words with capitals.
  bool is_bare_name(std::string_view text) const {
    const auto words = text::words(text);
    return words.size() >= 2 && words.size() <= 3 &&
           std::all_of(words.begin(), words.end(),
                       [&](const text::Word& word) {
                         return text::is_upper(text::decode(word.range.of(text), 0).value);
                       }) &&
           looks_like_person(text) && could_name_author(knowledge_, text);
  }

  bool tells_day(size_t i) const {
    const Mark& here = page_.marks[i];
    return here.role == LineRole::kByline && here.byline && !here.byline->dates.empty();
  }

  // Between title and text.
  void mark_head(size_t begin, size_t end) {
    for (size_t i = begin; i < end; ++i) {
      if (!kept(i)) continue;
      if (mark(i).role == LineRole::kByline) {
        mark(i).reason = "byline";
        continue;
      }
      const Line& here = line(i);
      if (cue_in_front(knowledge_, "department", here) && here.width <= 60 &&
          (!here.full_stop || cue_inside(knowledge_, "department_word", here))) {
        mark(i).reason = "department";
      } else if (here.width <= 42 && names_outlet(knowledge_, here.piece.text) &&
                 !is_sentence(knowledge_, here) && !here.piece.marked_heading &&
                 here.piece.kind != BlockKind::kCaption &&
                 (has_markup_ || !is_page_word(knowledge_, here))) {
        mark(i).reason = "outlet";
      } else if (!has_markup_ && here.width < kNarrowestDeck && !here.piece.marked_heading &&
                 is_page_word(knowledge_, here)) {
        mark(i).reason = "toolbar";
      } else if (!has_markup_ && here.width < kNarrowestDeck &&
                 all_cues(knowledge_, "comments_label", here)) {
        mark(i).reason = "comments";
      } else if (!has_markup_ && here.width <= kWidestCredit && !here.full_stop &&
                 person_and_outlet(knowledge_, here.piece.text)) {
        mark(i).reason = "outlet";
      } else if (here.width < kNarrowestDeck && !here.piece.marked_heading && !here.lead_in &&
                 here.piece.kind == BlockKind::kParagraph && !leads_into_text(i)) {
        mark(i).reason = "residue";
      }
    }
  }

  // A sentence, or the next line that is kept is running text.
  bool leads_into_text(size_t i) const {
    const std::string_view text = line(i).piece.text;
    if (is_sentence(knowledge_, line(i)) && !text::has_digit(text) &&
        text.find(':') == std::string_view::npos) {
      return true;
    }
    for (size_t next = i + 1; next < size(); ++next) {
      if (!kept(next)) continue;
      if (page_.marks[next].role == LineRole::kByline) return false;
      return line(next).prose || line(next).lead_in;
    }
    return false;
  }

  // "The post HEADLINE appeared first on OUTLET": the headline and a few words around it.
  bool tells_title(size_t i) const {
    constexpr size_t kShortestTitle = 30, kMostOthers = 60;
    const std::string& title = title_.key;
    if (title.size() < kShortestTitle || !line(i).has_key()) return false;
    const std::string& key = line(i).key();
    const size_t most = std::min(title.size(), kMostOthers);
    return key.size() > title.size() && key.size() <= title.size() + most &&
           key.find(title) != std::string::npos;
  }

  bool text_goes_on(size_t i) const {
    const Line& here = line(i);
    if (here.piece.marked_heading) {
      const size_t next = next_inside(i);
      return next < size() && is_text(next) && is_strong_prose(line(next));
    }
    if (is_strong_prose(here) || here.width >= 170) return true;
    if (here.prose && here.piece.kind == BlockKind::kParagraph && ends_with_stop(here)) {
      const size_t next = next_inside(i);
      return next < size() && is_text(next) && is_strong_prose(line(next));
    }
    // A subhead right above its paragraph.
    if (is_title_like(here) && !here.prose && here.piece.gap_before) {
      const size_t next = next_inside(i);
      return next < size() && is_text(next) && !line(next).piece.gap_before &&
             (is_strong_prose(line(next)) || (line(next).lead_in && line(next).width >= 20));
    }
    return here.lead_in && here.piece.gap_before && here.width >= 20;
  }

  static bool ends_with_stop(const Line& line) {
    const std::string_view text = line.piece.text;
    return text.ends_with('.') || text.ends_with("。") || text.ends_with("।") ||
           text.ends_with("۔") || text.ends_with("»") || text.ends_with('"') || text.ends_with("”");
  }

  // A sentence that takes up the headline of another article above it, of which the text above the
  // label says nothing.
  bool tells_more_of(size_t headline, size_t i, size_t label) const {
    constexpr double kTakenUp = 0.5, kByChance = 0.2;
    constexpr size_t kFewestWords = 2;
    constexpr uint32_t kWidest = 220;
    if (has_markup_ || !line(i).full_stop || line(headline).full_stop) return false;
    // Two sentences under it make a subhead of it.
    if (line(i).width > kWidest || holds_sentences(line(i).piece.text)) return false;
    const auto words = topic_words(line(headline));
    if (words.size() < kFewestWords || overlap(words, topic_words(line(i))) < kTakenUp) {
      return false;
    }
    std::vector<std::string> above;
    for (size_t k = 0; k < label; ++k) {
      if (outside(k)) continue;
      for (std::string& word : topic_words(line(k))) above.push_back(std::move(word));
    }
    return overlap(words, above) <= kByChance;
  }

  // A stop and a capital, or the next sign of a script without them, behind it.
  static bool holds_sentences(std::string_view text) {
    constexpr size_t kShortest = 24;  // bytes of the first one: "St. Anna" is none
    for (const std::string_view stop : {". ", "! ", "? ", "। ", "؟ ", "۔ ", "。", "！", "？"}) {
      const size_t at = text.find(stop, kShortest);
      if (at == text.npos || at + stop.size() + kShortest > text.size()) continue;
      const char32_t next = text::decode(text, at + stop.size()).value;
      if (text::is_upper(next) || !(text::is_latin(next) || text::is_cyrillic(next))) return true;
    }
    return false;
  }

  // The last of several headlines behind a label is a subhead, where an advertisement parts it from
  // them, or the paragraph below takes it up.
  bool is_subhead(size_t label, size_t i, size_t next) const {
    constexpr double kTakenUp = 0.3;
    constexpr uint32_t kWidest = 60;
    if (has_markup_ || i == label || !is_title_like(line(i)) || line(i).width > kWidest ||
        line(i).piece.kind == BlockKind::kListItem || !line(i).piece.links.empty()) {
      return false;
    }
    size_t others = 0;
    for (size_t k = label + 1; k < i; ++k) {
      others += !outside(k) && page_.marks[k].reason == "related" && line(k).words >= 3;
    }
    if (others == 0) return false;
    const auto is_advertisement = [&](size_t k) {
      return k > label && (page_.marks[k].reason == "advertisement" ||
                           (outside(k) && line(k).piece.reason == "advertisement"));
    };
    return is_advertisement(i - 1) ||
           overlap(topic_words(line(i)), topic_words(line(next))) >= kTakenUp;
  }

  // The links behind a label; returns the last line of the block.
  size_t mark_related(size_t label) {
    mark(label).reason = "related";
    size_t i = label;
    // Headlines without a stop so far, one at least; a list of links is put out already.
    bool teasers = !has_markup_ && lists_links(label);
    for (size_t next = next_inside(label); next < size(); next = next_inside(next)) {
      Mark& here = mark(next);
      if (here.reason == "repeated_headline" || here.reason == "title") break;
      if (here.role == LineRole::kRelated) break;
      if (here.role == LineRole::kText && here.reason.empty()) {
        if (i != label && tells_more_of(i, next, label)) {
          here.reason = "related";
          i = next;
          continue;
        }
        if (text_goes_on(next)) {
          if (is_subhead(label, i, next)) mark(i).reason = {};
          break;
        }
        // Below headlines without a stop a sentence with one.
        if (!has_markup_ && teasers && line(next).prose && ends_with_stop(line(next)) &&
            line(next).piece.kind == BlockKind::kParagraph && line(next).piece.links.empty()) {
          break;
        }
        teasers = (teasers || i == label) && !line(next).full_stop;
        here.reason = "related";
      } else if (here.role == LineRole::kByline) {
        here.reason = "related";
      }
      i = next;
    }
    return i;
  }

  bool lists_links(size_t label) const {
    const size_t next = std::min(next_inside(label), size());
    for (size_t i = label + 1; i < next; ++i) {
      if (!line(i).piece.links.empty()) return true;
    }
    return false;
  }

  bool echoes_body(size_t i) const {
    if (!line(i).has_key()) return false;
    for (size_t other = body_; other < size(); ++other) {
      if (other == i || !kept(other) || line(other).has_key_of(line(i))) continue;
      if (line(other).key().find(line(i).key()) != std::string::npos) return true;
    }
    return false;
  }

  // Under a headline that is said again stands the caption of a picture that is gone.
  void mark_captions() {
    size_t seen = 0;
    for (size_t i = body_; i < size(); ++i) {
      if (mark(i).reason != "repeated_headline") continue;
      if (++seen > kMostPictures) break;
      const size_t next = next_inside(i);
      if (next >= size() || !is_text(next)) continue;
      const Line& here = line(next);
      const size_t after = next_inside(next);
      const bool alone = after >= size() || line(after).piece.gap_before;
      if (!alone || here.width > kWidestCaption || here.piece.marked_heading) continue;
      const bool attached = !here.piece.gap_before;
      if (!attached && (here.prose || !is_title_like(here))) continue;
      if (echoes_body(next)) {
        mark(next).reason = "caption";
      } else if (attached || (after < size() && !line(after).prose && kept(after))) {
        page_.lines[next].piece.kind = BlockKind::kCaption;
      }
    }
  }

  // A heading with nothing under it but pictures' words.
  void mark_gallery_headings() {
    constexpr size_t kFewest = 2;
    for (size_t i = body_ + 1; i < size(); ++i) {
      if (!kept(i) || !line(i).piece.marked_heading || line(i).prose) continue;
      size_t captions = 0, next = next_inside(i);
      for (; next < size() && line(next).piece.kind == BlockKind::kCaption;
           next = next_inside(next)) {
        ++captions;
      }
      if (captions >= kFewest && (next >= size() || line(next).piece.marked_heading)) {
        mark(i).reason = "gallery";
      }
    }
  }

  // "Comments (3)" on a line of its own, below the text and over no sentence: what readers wrote
  // stands there, and all of it is shorter than the text.
  void mark_comments() {
    size_t paragraphs = 0;
    uint32_t above = 0;
    for (size_t i = body_; i < size(); ++i) {
      if (is_text(i) && line(i).prose) above += line(i).width;
      paragraphs += is_text(i) && is_strong_prose(line(i));
      if (paragraphs < 2 || outside(i) || !begins_comments(i)) continue;
      uint32_t below = 0;
      for (size_t k = i + 1; k < size(); ++k) below += is_text(k) ? line(k).width : 0;
      if (below > above) continue;
      for (size_t k = i; k < size(); ++k) {
        if (kept(k)) mark(k).reason = "comments";
      }
      return;
    }
  }

  // "Comments (3)", "3 comments", "コメント（2件）": the words without their number.
  static bool heads_comments(std::string_view text) {
    std::string words;
    for (size_t at = 0; at < text.size();) {
      const text::CodePoint c = text::decode(text, at);
      const std::string_view sign = text.substr(at, c.length);
      at += c.length;
      if (sign == "件" || sign == "条" || sign == "條" || sign == "개") continue;
      const bool kept = text::is_word(c.value) || c.value == ' ' || c.value == '\'' ||
                        c.value == 0x200C || c.value == 0x2019;
      if (kept && !text::is_digit(c.value)) words += sign;
    }
    return plain_words().is_whole("comments_head", text::trim_space(words));
  }

  bool begins_comments(size_t i) const {
    constexpr uint32_t kWidest = 40;
    const Line& here = line(i);
    if (here.width > kWidest || here.full_stop ||
        (!all_cues(knowledge_, "comments_label", here) && !heads_comments(here.piece.text))) {
      return false;
    }
    const size_t next = next_inside(i);
    return next >= size() || !is_strong_prose(line(next)) || line(next).piece.marked_heading;
  }

  // Bylines between paragraphs are text unless a label says what they are.
  void mark_inside() {
    last_ = end_of_text(page_, body_, has_markup_);
    for (size_t i = body_; i < last_; ++i) {
      Mark& here = mark(i);
      if (here.role != LineRole::kByline || !here.reason.empty()) continue;
      const bool credited =
          here.byline && here.byline->dates.empty() && !here.byline->origins.empty();
      const auto begins_with = [&](std::string_view kind) {
        return here.byline && cue_in_front(knowledge_, kind, line(i));
      };
      const bool labelled = credited || begins_with("published_label") ||
                            begins_with("updated_label") || begins_with("editor_label");
      if (labelled)
        here.reason = "byline";
      else
        here.role = LineRole::kText;
    }
    if (is_saying(page_, body_, last_) && last_ > body_) {
      mark(last_).reason = "fortune";
      while (last_ > body_ && !(is_text(last_) && line(last_).prose)) --last_;
    }
  }

  void mark_tail() {
    for (size_t i = last_ + 1; i < size(); ++i) {
      Mark& here = mark(i);
      if (!kept(i)) continue;
      if (line(i).piece.kind == BlockKind::kCaption) continue;
      here.reason = here.role == LineRole::kByline ? "byline"
                    : is_saying(page_, body_, i)   ? "fortune"
                                                   : "residue";
    }
    // A subhead with nothing under it; lists of headings that are sentences are text.
    for (size_t i = last_; i > body_ && kept(i) && line(i).piece.marked_heading && !line(i).prose;
         --i) {
      mark(i).reason = "residue";
    }
  }

  Page& page_;
  const Title& title_;
  const Knowledge& knowledge_;
  bool has_markup_;  // elements told already what is no text
  size_t body_ = kNoLine;
  size_t last_ = 0;
};

}  // namespace

void mark_residue(Page& page, const Title& title, const Knowledge& knowledge, bool has_markup) {
  ResidueMarker(page, title, knowledge, has_markup).run();
}

}  // namespace synoptic::clean
