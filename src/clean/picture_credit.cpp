#include "clean/picture_credit.h"

#include <algorithm>
#include <array>

#include "base/position.h"
#include "clean/cue_match.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

constexpr uint32_t kWidestCredit = 70;   // columns
constexpr uint32_t kNarrowestWords = 8;  // of the caption in front of it
constexpr std::array<std::string_view, 4> kSigns{"©", "(c)", "(C)", "ⓒ"};

uint32_t before_bracket(std::string_view text, uint32_t at) {
  while (at > 0 && text[at - 1] == ' ') --at;
  for (const std::string_view open : {"(", "[", "（", "【"}) {
    if (text.substr(0, at).ends_with(open)) return at - static_cast<uint32_t>(open.size());
  }
  return at;
}

// Brackets, blanks and the signs that part credits.
std::string_view trimmed(std::string_view text) {
  constexpr std::array<std::string_view, 17> kMarks{"(", ")", "[", "]",  "/",  "|",  ":",  ",", ";",
                                                    "-", "–", "—", "（", "）", "【", "】", "："};
  for (bool cut = true; cut;) {
    cut = false;
    text = text::trim_space(text);
    for (const std::string_view mark : kMarks) {
      if (text.starts_with(mark)) text.remove_prefix(mark.size()), cut = true;
      if (text.ends_with(mark)) text.remove_suffix(mark.size()), cut = true;
    }
  }
  return text;
}

}  // namespace

std::optional<Range> credit_in(const Line& caption, const knowledge::Knowledge& knowledge) {
  const std::string_view text = caption.piece.text;
  const auto end = static_cast<uint32_t>(text.size());
  const auto fits = [&](uint32_t begin) {
    return width_of(text.substr(0, begin)) >= kNarrowestWords &&
           width_of(text.substr(begin)) <= kWidestCredit;
  };
  for (const std::string_view sign : kSigns) {
    const size_t at = last_position_of(text, sign);
    if (at == std::string_view::npos) continue;
    const uint32_t begin = before_bracket(text, static_cast<uint32_t>(at));
    if (fits(begin)) return Range{begin, end};
  }
  for (uint32_t from = 0; from < end;) {
    const auto hit = cue_inside(knowledge, "photo_label", caption, from);
    if (!hit) break;
    const uint32_t begin = before_bracket(text, hit->range.begin);
    const bool in_brackets = begin + 1 < hit->range.begin && text.ends_with(')');
    // Without a colon the word may as well be one of the caption's.
    const bool colon = hit->colon || text[hit->range.end - 1] == ':';
    if ((colon || in_brackets) && fits(begin)) {
      return Range{begin, end};
    }
    from = std::max(hit->range.end, from + 1);
  }
  // "… - Photo : Name".
  for (uint32_t from = 0; from < end;) {
    const auto hit = cue_inside(knowledge, "photo_word", caption, from);
    if (!hit) break;
    const std::string_view before = text::trim_space(text.substr(0, hit->range.begin));
    const bool parted = before.ends_with('-') || before.ends_with("–") || before.ends_with("—");
    if (parted && text::trim_space(text.substr(hit->range.end)).starts_with(':') &&
        fits(hit->range.begin)) {
      const uint32_t dash = text::decode_before(before, before.size()).length;
      return Range{static_cast<uint32_t>(before.size()) - dash, end};
    }
    from = std::max(hit->range.end, from + 1);
  }
  return std::nullopt;
}

std::string credit_name(std::string_view credit, const knowledge::Knowledge& knowledge) {
  credit = trimmed(credit);
  for (const std::string_view sign : kSigns) {
    if (credit.starts_with(sign)) credit = trimmed(credit.substr(sign.size()));
  }
  Piece piece;
  piece.text = std::string(credit);
  const Line line = measure(std::move(piece));
  if (const auto hit = cue_in_front(knowledge, "photo_label", line); hit && !hit->rest.empty()) {
    credit = trimmed(credit.substr(std::min<size_t>(hit->rest.begin, credit.size())));
  }
  for (const std::string_view sign : kSigns) {
    if (credit.starts_with(sign)) credit = trimmed(credit.substr(sign.size()));
  }
  if (credit.ends_with('.')) credit.remove_suffix(1);
  const bool words = width_of(credit) >= 2 && width_of(credit) <= kWidestCredit;
  return words ? std::string(credit) : std::string();
}

void name_picture_credit(const knowledge::Knowledge& knowledge, model::Article& article) {
  if (article.metadata.contains("image.credit")) return;
  // Between the headline and the end of the second paragraph.
  uint32_t begin = article.title_span.end, end = 0;
  size_t paragraphs = 0;
  for (const model::Block& block : article.blocks) {
    if (block.kind != model::BlockKind::kParagraph) continue;
    end = block.span.end;
    if (++paragraphs == 2) break;
  }
  if (begin > end) begin = 0;  // stated in the head only, or repeated below
  for (const model::Removed& part : article.removed) {
    if (part.reason != "caption_credit" || part.span.begin < begin || part.span.end > end) continue;
    std::string name = credit_name(part.text, knowledge);
    if (name.empty()) continue;
    article.metadata["image.credit"] = {std::move(name)};
    return;
  }
}

}  // namespace synoptic::clean
