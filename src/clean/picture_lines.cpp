// Captions that stand among the paragraphs, without an element or a picture that tells.
#include <algorithm>
#include <array>

#include "base/position.h"
#include "clean/cue_match.h"
#include "clean/people/picture_credit.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

constexpr uint32_t kWidestLine = 220;       // columns; of a caption with its credit
constexpr uint32_t kWidestCreditLine = 70;  // columns
constexpr uint32_t kNarrowestWords = 8;     // of the caption in front of it

// Behind the word for a picture: "(Foto: …", "（圖／…", "사진=…".
bool is_parted(std::string_view rest) {
  rest = text::trim_space(rest);
  for (const std::string_view sign : {":", "：", "/", "／", "=", "＝", "|", "｜", "."}) {
    if (rest.starts_with(sign)) return true;
  }
  return false;
}

bool fits(std::string_view text, size_t begin) {
  return width_of(text.substr(0, begin)) >= kNarrowestWords &&
         width_of(text.substr(begin)) <= kWidestCreditLine;
}

// The triangle that points at the picture, or 0.
char32_t pointer_of(const Line& line) {
  constexpr std::array<char32_t, 6> kPointers{0x25B2, 0x25B3, 0x25BC, 0x25BD, 0x25C0, 0x25C1};
  const std::string_view text = line.piece.text;
  const text::CodePoint first = text::decode(text, 0);
  for (const char32_t pointer : kPointers) {
    if (first.value != pointer) continue;
    const std::string_view words = text::trim_space(text.substr(first.length));
    // "▲ 0.5 %" is a rise.
    return !words.empty() && text::is_letter(text::decode(words, 0).value) ? pointer : 0;
  }
  return 0;
}

bool may_be_caption(const Line& line) {
  return !line.piece.outside && line.piece.kind == model::BlockKind::kParagraph &&
         !line.piece.marked_heading && line.width > kNarrowestWords && line.width <= kWidestLine;
}

// "… 사진=연합뉴스", "…写真＝共同", "… © Agency" at the end.
bool ends_with_credit(const knowledge::Knowledge& knowledge, const Line& line) {
  constexpr size_t kLookedAt = 3 * kWidestCreditLine;  // bytes from the end
  const std::string_view text = line.piece.text;
  const std::string_view tail = text.substr(text.size() - std::min(text.size(), kLookedAt));
  constexpr std::array<std::string_view, 4> kSigns{"©", "ⓒ", "=", "＝"};
  const auto in_tail = [&](std::string_view sign) { return tail.find(sign) != tail.npos; };
  if (line.full_stop || std::none_of(kSigns.begin(), kSigns.end(), in_tail)) return false;
  for (const std::string_view sign : {"©", "ⓒ"}) {
    const size_t at = last_position_of(text, sign);
    if (at == std::string_view::npos || !fits(text, at)) continue;
    // "Copyright © 2026 …" is the site's own.
    return !cue_in_front(knowledge, "copyright", line_for_cues(text.substr(0, at)));
  }
  size_t at = std::string_view::npos;
  for (const std::string_view sign : {"=", "＝"}) {
    const size_t found = last_position_of(text, sign);
    if (found != std::string_view::npos && (at == std::string_view::npos || found > at)) at = found;
  }
  if (at == std::string_view::npos || !fits(text, at)) return false;
  for (uint32_t from = 0;;) {
    const auto hit = cue_inside(knowledge, "photo_word", line, from);
    if (!hit) return false;
    if (hit->range.end <= at &&
        text::trim_space(text.substr(hit->range.end, at - hit->range.end)).empty()) {
      return true;
    }
    from = std::max(hit->range.end, from + 1);
  }
}

// "Courier photo by A. Gull", "AP Photo/A. Gull": the label and a name behind it.
bool is_signed(const knowledge::Knowledge& knowledge, const Line& inner) {
  constexpr uint32_t kWidestOutlet = 24;  // columns; whose picture it is
  const std::string_view text = inner.piece.text;
  auto hit = cue_inside(knowledge, "photo_word", inner);
  if (!hit || !text.substr(hit->range.end).starts_with('/')) {
    hit = cue_inside(knowledge, "photo_label", inner);
  }
  if (!hit || hit->rest.empty()) return false;
  return width_of(text.substr(0, hit->range.begin)) <= kWidestOutlet &&
         text::is_upper(text::decode(text, hit->rest.begin).value);
}

// "![Words](address)" right above: what the picture is called, said again under it.
bool repeats_picture(const std::vector<Line>& lines, size_t i) {
  if (i == 0 || lines[i].piece.text.empty()) return false;
  const Piece& above = lines[i - 1].piece;
  return above.outside && above.reason == "image" &&
         above.text.starts_with("![" + lines[i].piece.text + "]");
}

}  // namespace

std::optional<Range> bracketed_credit(const Line& line, const knowledge::Knowledge& knowledge) {
  const std::string_view text = line.piece.text;
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"(", ")"},
                                    {"（", "）"},
                                    {"[", "]"},
                                    {"【", "】"}}) {
    const std::string_view whole = text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
    if (!whole.ends_with(close)) continue;
    const size_t begin = last_position_of(whole, open);
    if (begin == std::string_view::npos || !fits(text, begin)) return std::nullopt;
    const Line inner = line_for_cues(
        whole.substr(begin + open.size(), whole.size() - close.size() - begin - open.size()));
    const auto hit = cue_in_front(knowledge, "photo_word", inner);
    const bool labelled =
        hit && is_parted(std::string_view(inner.piece.text).substr(hit->range.end));
    if (!labelled && !is_signed(knowledge, inner)) return std::nullopt;
    return Range{static_cast<uint32_t>(begin), static_cast<uint32_t>(text.size())};
  }
  return std::nullopt;
}

void name_picture_lines(const knowledge::Knowledge& knowledge, std::vector<Line>& lines) {
  char32_t before = 0;  // what the last line within the text began with
  for (size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    if (line.piece.outside) continue;
    const char32_t pointer = pointer_of(line);
    if (may_be_caption(line)) {
      // Two of them in a row are a list.
      size_t next = i + 1;
      while (pointer != 0 && next < lines.size() && lines[next].piece.outside) ++next;
      const bool listed =
          pointer == before || (next < lines.size() && pointer_of(lines[next]) == pointer);
      if ((pointer != 0 && !listed) || bracketed_credit(line, knowledge) ||
          ends_with_credit(knowledge, line) || repeats_picture(lines, i)) {
        line.piece.kind = model::BlockKind::kCaption;
      }
    }
    before = pointer;
  }
}

}  // namespace synoptic::clean
