#include "clean/people/picture_credit.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/position.h"
#include "base/strings.h"
#include "clean/cue_match.h"
#include "clean/people/byline_labels.h"
#include "clean/people/people.h"
#include "clean/plain/plain_signs.h"
#include "text/utf8.h"
#include "text/words.h"

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

namespace {

// Two to four words without a small letter: "ADA QUILL".
bool is_name_in_capitals(std::string_view words) {
  const auto parts = text::words(words);
  return parts.size() >= 2 && parts.size() <= 4 && has_case(words) && is_in_capitals(words) &&
         !text::has_digit(words);
}

// Agencies and people, parted by strokes; an agency among them, or a name beside a stroke.
bool is_credit(const knowledge::Knowledge& knowledge, std::string_view words) {
  constexpr size_t kMostParts = 4;
  size_t parts = 0, agencies = 0, people = 0;
  for (const std::string_view raw : split(words, '/')) {
    const std::string_view part = trimmed(raw);
    if (part.empty() || ++parts > kMostParts) return false;
    if (names_agency(knowledge, part))
      ++agencies;
    else if (is_name_in_capitals(part) || looks_like_person(part))
      ++people;
    else if (part.find(' ') != part.npos || parts > 1)
      return false;  // one word in front of the stroke may be an agency that nobody knows
  }
  return agencies > 0 || (parts > 1 && people > 0) ||
         (parts == 1 && is_name_in_capitals(trimmed(words)));
}

// Behind the last sentence: the end of the caption, without a full stop.
std::optional<uint32_t> behind_last_sentence(std::string_view text) {
  size_t begin = 0;
  for (const std::string_view stop : {". ", "! ", "? ", "。", "… ", "। ", "۔ ", "؟ "}) {
    const size_t at = last_position_of(text, stop);
    if (at != std::string_view::npos) begin = std::max(begin, at + stop.size());
  }
  if (begin == 0 || begin >= text.size()) return std::nullopt;
  return static_cast<uint32_t>(begin);
}

}  // namespace

std::optional<Range> bare_credit(const Line& caption, const knowledge::Knowledge& knowledge) {
  constexpr uint32_t kWidestBare = 48;  // columns
  const std::string_view text = caption.piece.text;
  const auto end = static_cast<uint32_t>(text.size());
  const auto fits = [&](size_t begin) {
    return width_of(text.substr(0, begin)) >= kNarrowestWords &&
           width_of(text.substr(begin)) <= kWidestBare;
  };
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}, {"[", "]"}}) {
    if (!text.ends_with(close)) continue;
    const size_t begin = last_position_of(text, open);
    if (begin == std::string_view::npos || !fits(begin)) return std::nullopt;
    const std::string_view inner =
        text.substr(begin + open.size(), text.size() - close.size() - begin - open.size());
    if (!is_credit(knowledge, inner)) return std::nullopt;
    return Range{static_cast<uint32_t>(begin), end};
  }
  const auto begin = behind_last_sentence(text);
  if (!begin || !fits(*begin)) return std::nullopt;
  std::string_view words = text.substr(*begin);
  if (words.ends_with('.')) words.remove_suffix(1);
  if (!is_credit(knowledge, words)) return std::nullopt;
  return Range{*begin, end};
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
