#include "clean/plain/plain_boxes.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "clean/cue_match.h"
#include "clean/people/about_writer.h"
#include "clean/plain/plain_signs.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;
using model::BlockKind;

constexpr uint32_t kWidestBoxLabel = 120;  // columns

bool has_marks(std::string_view text) {
  constexpr std::array<std::string_view, 7> kMarks{"\"", "“", "«", "„", "「", "”", "『"};
  return std::ranges::any_of(kMarks, [&](auto mark) { return text.find(mark) != text.npos; });
}

std::string_view without_colon(std::string_view text) {
  for (const std::string_view colon : {":", "："}) {
    if (text.ends_with(colon)) text.remove_suffix(colon.size());
  }
  return text::trim_space(text);
}

class BoxMarker {
 public:
  BoxMarker(const Knowledge& knowledge, std::vector<Line>& lines)
      : knowledge_(knowledge), lines_(lines) {}

  void run() {
    for (size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      if (line.piece.outside) continue;
      if (is_label_of_caption(line)) {
        mark_caption(i);
      } else if (begins_part(line)) {
        mark_part(i);
      } else if (plain_words().is_whole("ai_label", without_colon(line.piece.text))) {
        mark_summary(i);
      } else if (is_bracketed_media(line)) {
        put_out(i, "note");
      } else if (begun_ && begins_sign_up(i)) {
        mark_sign_up(i);
      } else if (begun_ && calls_to_medium(line)) {
        put_out(i, "related");
      } else if (begun_ && is_post(line)) {
        put_out(i, "embedded_post");
      }
      begun_ |=
          !line.piece.outside && is_strong_prose(line) && line.piece.kind == BlockKind::kParagraph;
    }
  }

 private:
  void put_out(size_t i, std::string_view reason) {
    lines_[i].piece.outside = true;
    lines_[i].piece.reason = reason;
  }

  size_t next(size_t i) const {
    for (++i; i < lines_.size() && lines_[i].piece.outside;) ++i;
    return i;
  }

  // "Image caption," and nothing else.
  static bool is_label_of_caption(const Line& line) {
    std::string_view text = without_colon(line.piece.text);
    for (const std::string_view comma : {",", "،", "，"}) {
      if (text.ends_with(comma)) text.remove_suffix(comma.size());
    }
    const auto is_one = [&](std::string_view words) {
      return plain_words().is_whole("caption_label", words) ||
             plain_words().is_whole("image_label", words);
    };
    const std::string label(text);
    return !label.empty() && (is_one(label) || is_one(label + ",") || is_one(label + "،"));
  }

  // The caption stands on the next line.
  void mark_caption(size_t i) {
    constexpr uint32_t kWidest = 220;
    put_out(i, "caption_credit");
    const size_t below = next(i);
    if (below >= lines_.size() || lines_[below].width > kWidest ||
        lines_[below].piece.marked_heading) {
      return;
    }
    lines_[below].piece.kind = BlockKind::kCaption;
  }

  // "Skip the podcast and continue reading".
  static bool begins_part(const Line& line) {
    return line.width <= kWidestBoxLabel && plain_words().inside("part_skip", line) &&
           plain_words().inside("part_go_on", line);
  }

  // "End of the podcast".
  static bool ends_part(const Line& line) {
    return line.width <= kWidestBoxLabel && !line.full_stop &&
           (plain_words().in_front("part_end", line) ||
            plain_words().ends("part_end", line.piece.text));
  }

  // Up to the line that says where the part ends; without one the call alone.
  void mark_part(size_t i) {
    constexpr size_t kFarthest = 12;
    put_out(i, "note");
    for (size_t end = i + 1; end < lines_.size() && end <= i + kFarthest; ++end) {
      if (lines_[end].piece.outside || !ends_part(lines_[end])) continue;
      for (size_t k = i; k <= end; ++k) {
        if (!lines_[k].piece.outside) put_out(k, "note");
      }
      return;
    }
  }

  // The label, and the lines up to what says who made them, or its list.
  void mark_summary(size_t i) {
    constexpr size_t kFarthest = 8;
    put_out(i, "note");
    size_t list = i;
    for (size_t k = next(i), seen = 0; k < lines_.size() && seen < kFarthest; k = next(k), ++seen) {
      if (plain_words().inside("ai_note", lines_[k])) {
        for (; i <= k; ++i) {
          if (!lines_[i].piece.outside) put_out(i, "note");
        }
        return;
      }
      if (lines_[k].piece.kind == BlockKind::kListItem && list + 1 >= k) list = k;
    }
    for (size_t k = i + 1; k <= list; ++k) {
      if (!lines_[k].piece.outside) put_out(k, "note");
    }
  }

  // "[Media:Video 20 seconds]": code of the site that its program would have shown as a film.
  static bool is_bracketed_media(const Line& line) {
    constexpr size_t kLongest = 48, kMostWords = 5;
    std::string_view text = line.piece.text;
    if (text.size() > kLongest || !text.starts_with('[') || !text.ends_with(']')) return false;
    text = text.substr(1, text.size() - 2);
    if (text.find(':') == text.npos || text::words(text).size() > kMostWords) return false;
    const Line inner = line_for_cues(text);
    return plain_words().inside("media_label", inner).has_value();
  }

  bool asks_to_sign_up(const Line& line) const {
    return cue_inside(knowledge_, "subscribe", line) || cue_inside(knowledge_, "plea", line);
  }

  static bool names_mail(const Line& line) {
    return side_words().inside("sign_up", line) || plain_words().inside("mail_word", line);
  }

  // A short line that asks to sign up; a heading that names a newsletter over a line that asks.
  bool begins_sign_up(size_t i) const {
    constexpr uint32_t kWidest = 100;
    const Line& line = lines_[i];
    if (line.width > kWidest || line.full_stop || line.lead_in) return false;
    // "Get our newsletter «The Bay»".
    if (const auto* cue = cue_of_line(knowledge_, "subscribe", line);
        cue != nullptr && (!has_marks(line.piece.text) || names_mail(line))) {
      return true;
    }
    if (has_marks(line.piece.text)) return false;
    if (!line.piece.marked_heading || !side_words().inside("sign_up", line)) return false;
    const size_t below = next(i);
    return below < lines_.size() && is_of_sign_up(below, true);
  }

  // What it is, the field for the address, its rules.
  bool is_of_sign_up(size_t i, bool must_ask) const {
    constexpr uint32_t kWidest = 200;
    const Line& line = lines_[i];
    if (line.piece.marked_heading || line.width > kWidest || has_marks(line.piece.text) ||
        line.piece.kind != BlockKind::kParagraph) {
      return false;
    }
    if (must_ask) return names_mail(line) && asks_to_sign_up(line);
    return is_strong_prose(line) ? side_words().inside("sign_up", line).has_value()
                                 : names_mail(line);
  }

  // What the newsletter tells, over the field for the address.
  bool is_over_field(size_t i) const {
    constexpr uint32_t kWidest = 110, kWidestField = 40;
    const Line& line = lines_[i];
    const size_t below = next(i);
    return !line.full_stop && !line.lead_in && line.width <= kWidest &&
           line.piece.kind == BlockKind::kParagraph && !line.piece.marked_heading &&
           below < lines_.size() && lines_[below].width <= kWidestField &&
           is_of_sign_up(below, false);
  }

  void mark_sign_up(size_t i) {
    constexpr size_t kMost = 5;
    // A line that only asks is judged by the next step.
    const bool heading = lines_[i].piece.marked_heading;
    if (heading) put_out(i, "subscribe");
    size_t seen = 0;
    for (size_t k = next(i); k < lines_.size() && seen < kMost; k = next(k), ++seen) {
      const bool terms = seen > 0 && plain_words().in_front("terms_label", lines_[k]);
      if (!is_of_sign_up(k, false) && !terms && !is_over_field(k)) break;
      put_out(k, "subscribe");
    }
  }

  // "Video: How the lamps are made", "Watch the video "Band greets the boat"".
  bool calls_to_medium(const Line& line) const {
    constexpr uint32_t kWidest = 110;
    if (line.width > kWidest || line.full_stop || line.lead_in ||
        line.piece.kind == BlockKind::kCaption || line.piece.kind == BlockKind::kListItem) {
      return false;
    }
    const auto call = side_words().in_front("media_call", line);
    if (!call || call->begin > 0 || cue_in_front(knowledge_, "photo_label", line) ||
        cue_in_front(knowledge_, "photo_word", line)) {
      return false;
    }
    const std::string_view rest =
        text::trim_space(std::string_view(line.piece.text).substr(call->end));
    constexpr std::array<std::string_view, 9> kSeams{":", "：", "|",  "｜", "\"",
                                                     "“", "«",  "「", "„"};
    return std::ranges::any_of(
        kSeams, [&](auto seam) { return rest.starts_with(seam) && rest.size() > seam.size() + 3; });
  }

  // "Post by Ada Brook on Facebook: «…»".
  static bool is_post(const Line& line) {
    constexpr uint32_t kWidest = 300;
    if (line.width > kWidest || !plain_words().in_front("post_label", line)) return false;
    const auto network = plain_words().inside("network", line);
    if (!network) return false;
    const std::string_view rest =
        text::trim_space(std::string_view(line.piece.text).substr(network->end));
    return rest.empty() || rest.starts_with(':') || rest.starts_with("：") || rest.starts_with('(');
  }

  const Knowledge& knowledge_;
  std::vector<Line>& lines_;
  bool begun_ = false;  // a paragraph of the text stands above
};

}  // namespace

void mark_plain_boxes(const Knowledge& knowledge, std::vector<Line>& lines) {
  BoxMarker(knowledge, lines).run();
}

}  // namespace synoptic::clean
