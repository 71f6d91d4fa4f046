#include "clean/plain/plain_residue.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include "clean/cue_match.h"
#include "clean/plain/plain_galleries.h"
#include "clean/plain/plain_parting.h"
#include "clean/plain/plain_pictures.h"
#include "clean/plain/plain_signs.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;
using model::BlockKind;

constexpr uint32_t kWidestLine = 420;      // columns of what may be residue
constexpr uint32_t kWidestShouted = 2000;  // of teasers behind a label in capitals
constexpr uint32_t kMostLabelWords = 6;

class Marker {
 public:
  Marker(const Knowledge& knowledge, std::vector<Line>& lines)
      : knowledge_(knowledge), lines_(lines), galleries_(lines) {}

  void run() {
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (is_running_text(lines_[i])) last_text_ = i;
    }
    for (size_t i = 0; i < lines_.size(); ++i) {
      Line& line = lines_[i];
      if (line.piece.outside) continue;
      if (plain_words().in_front("note_label", line)) {
        put_out(line, "note");
        continue;
      }
      if (plain_words().is_whole("page_heading", line.piece.text)) {
        put_out(line, "toolbar");
        continue;
      }
      if (is_bare_media(line) || (!begun_ && is_advisory(line))) {
        put_out(line, "note");
        continue;
      }
      if (plain_words().is_whole("contents_label", line.piece.text)) {
        mark_contents(i);
        continue;
      }
      if (begun_ && is_of_list(line)) {
        mark_list(i);
        continue;
      }
      if (begun_ && (is_media_line(line) || is_last_note(line, i))) {
        put_out(line, is_media_line(line) ? "related" : "note");
        continue;
      }
      if (!begun_) take_title_label(i);
      if (line.width <= kWidestShouted && is_box(line) && is_in_capitals(box_label(line).first)) {
        put_out(line, "related");
        continue;
      }
      if (line.width <= kWidestLine && line.piece.kind != BlockKind::kCaption &&
          !line.piece.marked_heading) {
        mark(line);
      }
      begun_ |=
          !line.piece.outside && is_strong_prose(line) && line.piece.kind == BlockKind::kParagraph;
    }
  }

 private:
  // "Original title: …": said again without the label, or the headline itself.
  void take_title_label(size_t i) {
    Line& line = lines_[i];
    const auto label = plain_words().in_front("title_label", line);
    if (!label) return;
    const std::string_view text = line.piece.text;
    std::string_view rest = text.substr(label->end);
    for (const std::string_view colon : {":", "："}) {
      if (!text::trim_space(rest).starts_with(colon)) continue;
      rest = text::trim_space(text::trim_space(rest).substr(colon.size()));
      const std::string key = key_of(rest);
      constexpr size_t kFarthest = 6;
      for (size_t k = i + 1; k < lines_.size() && k <= i + kFarthest; ++k) {
        if (!key.empty() && lines_[k].has_key(key)) return put_out(line, "repeated_headline");
      }
      const auto begin = static_cast<uint32_t>(rest.data() - text.data());
      if (rest.empty()) return;
      line = measure(cut(line.piece, {begin, static_cast<uint32_t>(text.size())}));
      return;
    }
  }

  static void put_out(Line& line, std::string_view reason) {
    line.piece.outside = true;
    line.piece.reason = reason;
  }

  // "list 1 of 3 Headline", "end of list", and the label above them.
  static bool is_of_list(const Line& line) {
    if (plain_words().in_front("list_end", line)) return true;
    const auto word = plain_words().in_front("list_word", line);
    if (!word) return false;
    const std::string_view rest =
        text::trim_space(std::string_view(line.piece.text).substr(word->end));
    return counted_at(rest, 0).has_value();
  }

  // The names of the sections up to the text, or to the first of them over it.
  void mark_contents(size_t i) {
    constexpr size_t kMostSections = 20;
    constexpr uint32_t kWidestSection = 80;
    std::set<std::string> sections;
    size_t end = i + 1;
    for (; end < lines_.size() && end <= i + kMostSections; ++end) {
      const Line& line = lines_[end];
      if (line.piece.outside) continue;
      if (line.prose || line.lead_in || line.width > kWidestSection || line.piece.marked_heading ||
          !sections.insert(line.key()).second) {
        break;
      }
    }
    // Their links are outside already.
    if (sections.empty() && i + 1 < lines_.size() && lines_[i + 1].piece.outside &&
        lines_[i + 1].piece.reason == "navigation") {
      return put_out(lines_[i], "navigation");
    }
    if (end == lines_.size() || sections.empty()) return;
    for (; i < end; ++i) {
      if (!lines_[i].piece.outside) put_out(lines_[i], "navigation");
    }
  }

  // Up to the words that end the list, where it says so.
  void mark_list(size_t i) {
    constexpr size_t kLongest = 30;
    for (size_t above = i; above-- > 0 && above + 2 >= i;) {
      Line& line = lines_[above];
      if (line.piece.outside) continue;
      if (line.prose || line.full_stop || line.words > kMostLabelWords) break;
      put_out(line, "related");
    }
    size_t end = i;
    for (size_t k = i; k < lines_.size() && k < i + kLongest; ++k) {
      if (is_strong_prose(lines_[k])) break;
      if (plain_words().in_front("list_end", lines_[k])) end = k;
    }
    for (size_t k = i; k <= end; ++k) {
      if (!lines_[k].piece.outside) put_out(lines_[k], "related");
    }
  }

  // "See all topics", "खबरें और भी हैं...".
  static bool is_screen_word(const Line& line) {
    constexpr uint32_t kWidest = 60;
    std::string_view text = line.piece.text;
    if (line.width > kWidest) return false;
    while (text.ends_with('.') || text.ends_with(':')) text.remove_suffix(1);
    if (plain_words().is_whole("screen_word", text)) return true;
    // "Share full article 112".
    const size_t end = text.find_last_not_of("0123456789,. ") + 1;
    return end > 0 && end < text.size() && text[end] == ' ' && text.find(' ') < end &&
           plain_words().is_whole("screen_word", text.substr(0, end));
  }

  // "[Video] What happened": in brackets a word for what is not text, and no sentence behind it.
  static bool is_media_line(const Line& line) {
    const std::string_view text = line.piece.text;
    for (const auto& [open, close] :
         {std::pair<std::string_view, std::string_view>{"[", "]"}, {"【", "】"}, {"(", ")"}}) {
      if (!text.starts_with(open)) continue;
      const size_t end = text.find(close);
      return end != std::string_view::npos && end + close.size() < text.size() && !line.full_stop &&
             plain_words().is_whole("media_label", text.substr(open.size(), end - open.size()));
    }
    return false;
  }

  // "[ Photo ]": what a chat had in its place.
  bool is_bare_media(const Line& line) const {
    std::string_view text = line.piece.text;
    if (!(text.starts_with('[') && text.ends_with(']'))) return false;
    text = text::trim_space(text.substr(1, text.size() - 2));
    // "[Related]" has headlines below it.
    return plain_words().is_whole("media_label", text) &&
           whole_cue(knowledge_, "read_also", text) == nullptr;
  }

  // "(Adds mayor's comments, paragraph 4)": an agency's note on the version.
  static bool is_advisory(const Line& line) {
    constexpr uint32_t kWidest = 140;
    const std::string_view text = line.piece.text;
    const bool bracketed = (text.starts_with('(') && text.ends_with(')')) ||
                           (text.starts_with('[') && text.ends_with(']'));
    return bracketed && line.width <= kWidest && text.find_first_of(")]") + 1 == text.size() &&
           plain_words().in_front("advisory", line);
  }

  // Notes of the publisher, behind the last paragraph.
  bool is_last_note(const Line& line, size_t i) const {
    constexpr uint32_t kWidestNote = 200;
    return i >= last_text_ && line.width <= kWidestNote && !has_marks(line.piece.text) &&
           cue_inside(knowledge_, "last_note", line).has_value();
  }

  // What the site's software says of comments, sections, sounds.
  static bool is_site_line(const Line& line) {
    constexpr uint32_t kWidest = 120;
    return line.width <= kWidest && !has_marks(line.piece.text) &&
           plain_words().inside("site_line", line);
  }

  void mark(Line& line) {
    if (is_screen_word(line) || is_site_line(line)) return put_out(line, "toolbar");
    if (galleries_.counts(line)) {
      if (!galleries_.are_all()) return put_out(line, "gallery");
      return Galleries::drop_counter(line);
    }
    if (is_bare_credit(line)) return put_out(line, "caption_credit");
    if (is_about_picture(knowledge_, line, begun_ ? AbovePicture::kText : AbovePicture::kHead)) {
      line.piece.kind = BlockKind::kCaption;
      return;
    }
    if (is_box(line)) return put_out(line, "related");
    if (tells_length(line)) return put_out(line, "byline");
    if (begun_ &&
        (asks_to_write(line) || is_plea(line) || asks_at_end(line) || points_elsewhere(line))) {
      return put_out(line, "note");
    }
  }

  // Prose, and no note of the publisher.
  bool is_running_text(const Line& line) const {
    if (line.piece.outside || !is_strong_prose(line)) return false;
    constexpr std::array<std::string_view, 4> kNotes{"last_note", "copyright", "subscribe",
                                                     "site_note"};
    return std::none_of(kNotes.begin(), kNotes.end(), [&](std::string_view kind) {
      return cue_of_line(knowledge_, kind, line) != nullptr;
    });
  }

  // A label of other articles and the headlines on the same line.
  bool is_box(const Line& line) const {
    if (line.lead_in || line.full_stop) return false;
    const auto [label, rest] = box_label(line);
    // Behind a colon the next step reads it.
    if (rest.empty() || rest.starts_with(':') || rest.starts_with("：")) return false;
    if (rest == "]" || rest == "】" || rest == ">" || rest == "〉") return false;
    if (!begun_ && !is_in_capitals(label) && !plain_words().in_front("summary_label", line))
      return false;
    // A sentence may begin with such words.
    const char32_t first = text::decode(rest, 0).value;
    return !text::is_letter(first) || !(text::is_latin(first) || text::is_cyrillic(first)) ||
           text::is_upper(first);
  }

  // The label and what stands behind it, without strokes between the two.
  std::pair<std::string_view, std::string_view> box_label(const Line& line) const {
    const std::string_view text = line.piece.text;
    uint32_t end = 0;
    if (const auto label = plain_words().in_front("box_label", line)) {
      end = label->end;
    } else if (const auto also = cue_in_front(knowledge_, "read_also", line);
               also && also->cue->value.empty() && is_phrase(also->cue->text)) {
      end = also->range.end;
    }
    std::string_view rest = text::trim_space(text.substr(end));
    for (const std::string_view sign : {"|", "›", "»", "→", "–", "—", "-", ">"}) {
      if (rest.starts_with(sign)) rest = text::trim_space(rest.substr(sign.size()));
    }
    return end == 0 ? std::pair<std::string_view, std::string_view>{}
                    : std::pair(text.substr(0, end), rest);
  }

  // Of several words, or in a script without spaces: "related" alone may begin a subhead.
  static bool is_phrase(std::string_view cue) {
    const char32_t first = text::decode(cue, 0).value;
    return cue.find(' ') != std::string_view::npos || text::is_spaceless(first) ||
           text::is_hangul(first);
  }

  // "audio Reading time: 4 min.".
  bool tells_length(const Line& line) const {
    constexpr uint32_t kWidest = 60, kWidestBare = 32;
    if (line.width > kWidest || line.prose || !text::has_digit(line.piece.text)) return false;
    return cue_inside(knowledge_, "read_time", line) ||
           (line.width <= kWidestBare && plain_words().inside("length_word", line) &&
            plain_words().inside("minute_word", line));
  }

  static bool asks_to_write(const Line& line) {
    return mail_in(line.piece.text) != std::string_view::npos &&
           plain_words().inside("contact_word", line) && !has_marks(line.piece.text);
  }

  // "… newsletter. Sign up here.": asked for in the last sentence of a short line.
  bool is_plea(const Line& line) const {
    constexpr uint32_t kWidestPlea = 200;
    return line.width <= kWidestPlea && !has_marks(line.piece.text) &&
           cue_inside(knowledge_, "plea", line).has_value();
  }

  // "More news of the region is to be read here.": the link is gone.
  static bool points_elsewhere(const Line& line) {
    constexpr uint32_t kWidest = 100;
    return line.width <= kWidest && !has_marks(line.piece.text) &&
           plain_words().inside("read_here", line);
  }

  // "Did you like the story? Share it:": what the last sentence of a short line begins with.
  bool asks_at_end(const Line& line) const {
    constexpr uint32_t kWidestAsked = 140;
    if (line.width > kWidestAsked || has_marks(line.piece.text)) return false;
    const std::string_view text = line.piece.text;
    size_t at = text.npos;
    for (const std::string_view stop : {"? ", "! ", "？", "！", "؟ "}) {
      const size_t found = text.rfind(stop);
      if (found != text.npos) at = std::max(at == text.npos ? 0 : at, found + stop.size());
    }
    if (at == text.npos || at >= text.size()) return false;
    const Line last = line_for_cues(text::trim_space(text.substr(at)));
    return cue_in_front(knowledge_, "share", last) || cue_in_front(knowledge_, "subscribe", last) ||
           cue_in_front(knowledge_, "comments", last) ||
           plain_words().in_front("contact_word", last);
  }

  static bool has_marks(std::string_view text) {
    for (const std::string_view mark : {"\"", "“", "«", "„", "「", "”"}) {
      if (text.find(mark) != std::string_view::npos) return true;
    }
    return false;
  }

  const Knowledge& knowledge_;
  std::vector<Line>& lines_;
  const Galleries galleries_;
  size_t last_text_ = 0;  // the last line of running text
  bool begun_ = false;    // a paragraph of the text stands above
};

}  // namespace

void mark_plain_residue(const Knowledge& knowledge, std::vector<Line>& lines) {
  Marker(knowledge, lines).run();
  part_lines(knowledge, lines);
}

}  // namespace synoptic::clean
