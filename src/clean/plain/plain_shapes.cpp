#include "clean/plain/plain_shapes.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "clean/plain/plain_line_shapes.h"
#include "clean/plain/plain_signs.h"
#include "clean/topic_words.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using model::BlockKind;

constexpr size_t kNone = static_cast<size_t>(-1);
constexpr size_t kMostWords = 20000;  // of a text that teasers are compared with
constexpr size_t kMostTeasers = 8;

void put_out(Line& line, std::string_view reason) {
  line.piece.outside = true;
  line.piece.reason = reason;
}

// What stands between equal signs at both ends: "-- WORD --", "*** WORD ***"; else empty.
std::string_view framed(std::string_view text) {
  constexpr size_t kLongest = 80;
  constexpr std::string_view kFrames = "-=*_~#+";
  if (text.size() > kLongest || text.size() < 6 || kFrames.find(text[0]) == kFrames.npos) return {};
  const char sign = text[0];
  const size_t begin = text.find_first_not_of(sign);
  const size_t end = text.find_last_not_of(sign);
  if (begin == text.npos || begin < 2 || text.size() - end - 1 < 2) return {};
  return text::trim_space(text.substr(begin, end + 1 - begin));
}

// "← Yesterday  Calendar  Tomorrow →".
bool turns_pages(const Line& line) {
  constexpr uint32_t kWidest = 80;
  const std::string_view text = line.piece.text;
  return line.width <= kWidest && !line.full_stop &&
         ((text.starts_with("←") && text.ends_with("→")) ||
          (text.starts_with("→") && text.ends_with("←")));
}

class ShapeMarker {
 public:
  explicit ShapeMarker(std::vector<Line>& lines) : lines_(lines) {}

  void run() {
    mark_framed();
    for (size_t i = 0; i < lines_.size(); ++i) {
      Line& line = lines_[i];
      if (line.piece.outside) continue;
      if (is_pointer(line) && !has_alike_beside(i)) {
        put_out(line, "related");
      } else if (turns_pages(line)) {
        put_out(line, "navigation");
      } else if (is_bare_address(line)) {
        put_out(line, "note");
      } else if (sizes_letters(line)) {
        put_out(line, "toolbar");
      } else if (rates(line)) {
        put_out(line, "views");
      } else if (gives_number(line)) {
        put_out(line, "note");
      } else if (is_lone_number(line)) {
        put_out(line, "no_words");
      } else if (!begun_ && is_row_of_counts(line)) {
        put_out(line, "views");
      } else if (!begun_ && is_wire_slug(line)) {
        put_out(line, "note");
      } else if (!begun_ && is_menu(line)) {
        put_out(line, "navigation");
      } else if (!begun_ && is_path(line)) {
        put_out(line, "navigation");
      } else if (is_over_links(i)) {
        put_out(line, "related");
      } else if (is_lone_plus(i)) {
        put_out(line, "toolbar");
      } else {
        mark_fields(i);
        mark_double_caption(i);
        take_lone_bullet(i);
      }
      begun_ |=
          !line.piece.outside && is_strong_prose(line) && line.piece.kind == BlockKind::kParagraph;
    }
    mark_gallery_lines();
    mark_teasers();
    mark_replies();
  }

 private:
  size_t next(size_t i) const {
    for (++i; i < lines_.size() && lines_[i].piece.outside;) ++i;
    return i < lines_.size() ? i : kNone;
  }
  size_t before(size_t i) const {
    while (i-- > 0) {
      if (!lines_[i].piece.outside) return i;
    }
    return kNone;
  }

  // "-- ADVERTISEMENT --" … "-- END OF ADVERTISEMENT --", and all between the two.
  void mark_framed() {
    constexpr size_t kFarthest = 12;
    for (size_t i = 0; i < lines_.size(); ++i) {
      const std::string_view word = framed(lines_[i].piece.text);
      if (lines_[i].piece.outside || word.empty()) continue;
      for (size_t end = i + 1; end < lines_.size() && end <= i + kFarthest; ++end) {
        const std::string_view other = framed(lines_[end].piece.text);
        if (other.empty()) continue;
        if (other.size() <= word.size() || other.find(word) == other.npos) break;
        for (; i <= end; ++i) put_out(lines_[i], "advertisement");
        --i;
        break;
      }
    }
  }

  // Two arrows in a row are a list.
  bool has_alike_beside(size_t i) const {
    const char32_t sign = text::decode(lines_[i].piece.text, 0).value;
    for (const size_t k : {before(i), next(i)}) {
      if (k != kNone && text::decode(lines_[k].piece.text, 0).value == sign &&
          (lines_[k].full_stop || lines_[k].prose)) {
        return true;
      }
    }
    return false;
  }

  // "You may like:" over links that are outside.
  bool is_over_links(size_t i) const {
    constexpr uint32_t kWidest = 60;
    const Line& line = lines_[i];
    return begun_ && line.lead_in && !line.prose && line.width <= kWidest &&
           i + 1 < lines_.size() && lines_[i + 1].piece.outside &&
           lines_[i + 1].piece.reason == "navigation" && !lines_[i + 1].piece.links.empty();
  }

  // "+ Enlarge": a button, as long as no list of the kind stands there.
  bool is_lone_plus(size_t i) const {
    constexpr uint32_t kWidest = 40;
    const Line& line = lines_[i];
    if (!line.piece.text.starts_with("+ ") || line.full_stop || line.width > kWidest) return false;
    for (const size_t k : {before(i), next(i)}) {
      if (k != kNone && lines_[k].piece.text.starts_with("+ ")) return false;
    }
    return true;
  }

  // "Name:", "E-mail:", "* Comment:": two labels or more with nothing behind them.
  void mark_fields(size_t i) {
    constexpr uint32_t kWidest = 24, kWidestButton = 60;
    const auto is_field = [&](size_t k) {
      return k != kNone && lines_[k].lead_in && lines_[k].width <= kWidest;
    };
    if (!is_field(i) || !is_field(next(i))) return;
    size_t k = i;
    for (; is_field(k); k = next(k)) put_out(lines_[k], "form");
    // "Enter the code", "Send".
    if (k != kNone && !lines_[k].full_stop && lines_[k].width <= kWidestButton) {
      put_out(lines_[k], "form");
    }
  }

  // A picture's words once for its text and once with the credit behind them.
  void mark_double_caption(size_t i) {
    constexpr uint32_t kNarrowest = 12, kWidest = 220, kWidestCredit = 60;
    const size_t k = next(i);
    if (k == kNone) return;
    Line& line = lines_[i];
    Line& other = lines_[k];
    if (line.width < kNarrowest || other.width > kWidest || line.piece.marked_heading ||
        other.piece.marked_heading || other.width <= line.width ||
        other.width > line.width + kWidestCredit ||
        !other.piece.text.starts_with(line.piece.text) || !begun_) {
      return;
    }
    put_out(line, "caption");
    other.piece.kind = BlockKind::kCaption;
  }

  // "* Subhead" between paragraphs: the star is a mark of headings, not of lists.
  void take_lone_bullet(size_t i) {
    constexpr std::array<std::string_view, 5> kBullets{"* ", "• ", "■ ", "▪ ", "● "};
    Line& line = lines_[i];
    if (!begun_ || line.full_stop || line.width > 80 || line.piece.kind != BlockKind::kParagraph ||
        !starts_with_any(line.piece.text, kBullets)) {
      return;
    }
    const size_t k = next(i), b = before(i);
    if (k == kNone || b == kNone || !lines_[k].full_stop || !lines_[b].full_stop ||
        starts_with_any(lines_[k].piece.text, kBullets) ||
        starts_with_any(lines_[b].piece.text, kBullets)) {
      return;
    }
    const auto size = static_cast<uint32_t>(line.piece.text.size());
    line = measure(cut(line.piece, {static_cast<uint32_t>(line.piece.text.find(' ')), size}));
  }

  // "1 / 7", its picture's words, "2 / 7".
  void mark_gallery_lines() {
    constexpr size_t kMostBetween = 2;  // lines for each picture
    size_t last = kNone;
    Counted counted;
    for (size_t i = 0; i < lines_.size(); ++i) {
      const std::string_view text = lines_[i].piece.text;
      const auto here = counted_at(text, 0);
      if (!here || here->end != text.size()) continue;
      if (last != kNone && here->of == counted.of && here->number == counted.number + 1 &&
          i - last <= kMostBetween + 1) {
        for (size_t k = last; k <= i; ++k) {
          if (!lines_[k].prose) put_out(lines_[k], "gallery");
        }
      }
      last = i;
      counted = *here;
    }
  }

  // A label and two headlines or more between paragraphs that take nothing of them up.
  void mark_teasers() {
    std::vector<std::string> words;  // of the text
    for (const Line& line : lines_) {
      if (line.piece.outside || !line.prose) continue;
      for (std::string& word : topic_words(line)) words.push_back(std::move(word));
      if (words.size() > kMostWords) break;
    }
    std::sort(words.begin(), words.end());
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].piece.outside || !is_teaser_label(i)) continue;
      size_t end = next(i), teasers = 0, figures = 0;
      while (end != kNone && is_teaser(end) && !takes_up(lines_[end], words)) {
        ++teasers;
        figures += text::has_digit(lines_[end].piece.text);
        end = next(end);
      }
      // Behind them the text goes on.
      if (teasers < 2 || teasers > kMostTeasers || figures * 2 > teasers || end == kNone ||
          !lines_[end].prose) {
        continue;
      }
      for (; i < end; ++i) {
        if (!lines_[i].piece.outside) put_out(lines_[i], "related");
      }
      --i;
    }
  }

  bool is_short_line(size_t i) const {
    const Line& line = lines_[i];
    return line.piece.kind == BlockKind::kParagraph && !line.piece.marked_heading &&
           !line.full_stop && !line.prose && !line.lead_in;
  }

  bool is_teaser_label(size_t i) const {
    constexpr uint32_t kWidest = 30, kMostLabelWords = 4;
    const size_t above = before(i);
    return is_short_line(i) && lines_[i].width <= kWidest && lines_[i].words <= kMostLabelWords &&
           above != kNone && lines_[above].prose && lines_[above].full_stop;
  }

  bool is_teaser(size_t i) const {
    constexpr uint32_t kNarrowest = 20, kWidest = 110, kFewestWords = 3;
    return is_short_line(i) && lines_[i].width >= kNarrowest && lines_[i].width <= kWidest &&
           lines_[i].words >= kFewestWords;
  }

  static bool takes_up(const Line& line, const std::vector<std::string>& sorted) {
    constexpr double kOnTopic = 0.25;
    const auto mine = topic_words(line);
    const auto common = std::count_if(mine.begin(), mine.end(), [&](const std::string& word) {
      return std::binary_search(sorted.begin(), sorted.end(), word);
    });
    return mine.empty() ||
           static_cast<double>(common) >= kOnTopic * static_cast<double>(mine.size());
  }

  // "Re: …": what readers answer, and nothing of the article behind it.
  void mark_replies() {
    bool text = false;
    for (size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      text |= !line.piece.outside && line.prose;
      const std::string_view words = line.piece.text;
      if (!text || line.prose || line.width > 120 ||
          !(words.starts_with("Re: ") || words.starts_with("RE: ") || words.starts_with("Re："))) {
        continue;
      }
      for (; i < lines_.size(); ++i) {
        if (!lines_[i].piece.outside) put_out(lines_[i], "comments");
      }
    }
  }

  std::vector<Line>& lines_;
  bool begun_ = false;  // a paragraph of the text stands above
};

}  // namespace

void mark_plain_shapes(std::vector<Line>& lines) { ShapeMarker(lines).run(); }

}  // namespace synoptic::clean
