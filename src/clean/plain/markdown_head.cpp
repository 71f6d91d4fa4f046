#include "clean/plain/markdown_head.h"

#include <algorithm>

#include "clean/bars.h"
#include "clean/cue_match.h"
#include "clean/page.h"
#include "clean/people/author_address.h"
#include "clean/people/author_words.h"
#include "clean/people/byline_labels.h"
#include "clean/people/people.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

bool is_long_paragraph(const Piece& piece) {
  constexpr uint32_t kLeastText = 160;
  return piece.kind == model::BlockKind::kParagraph && width_of(piece.text) >= kLeastText;
}

// A menu above has the same words as a link.
bool is_linked_above(const std::vector<Piece>& pieces, size_t heading) {
  const std::string key = key_of(pieces[heading].text);
  for (size_t i = 0; i < heading; ++i) {
    for (const Link& link : pieces[i].links) {
      if (key_of(link.range.of(pieces[i].text)) == key) return true;
    }
  }
  return false;
}

}  // namespace

bool is_caption_in_italics(const Piece& piece, std::string_view raw,
                           const knowledge::Knowledge& knowledge) {
  constexpr uint32_t kWidest = 260, kNarrowest = 24;
  const char sign = raw.empty() ? ' ' : raw.front();
  const bool italics = (sign == '*' || sign == '_') && raw.size() > 2 && raw.back() == sign &&
                       raw.find(sign, 1) + 1 == raw.size();
  const std::string_view words = piece.text;
  const bool credited = (words.ends_with(')') || words.ends_with("）")) && words.find('(') != 0 &&
                        width_of(words) >= kNarrowest;
  return italics && width_of(words) <= kWidest && (credited || !piece.gap_before) &&
         !cue_in_front(knowledge, "author_label", line_for_cues(words));
}

namespace {

// "The hall after the works. Harbour Post": a sentence and names behind it.
bool ends_with_names(std::string_view text) {
  constexpr size_t kMostWords = 5, kLongestParticle = 3;
  constexpr uint32_t kNarrowest = 12;
  const size_t stop = text.rfind(". ");
  if (stop == text.npos || width_of(text.substr(0, stop)) < kNarrowest) return false;
  const std::string_view names = text.substr(stop + 2);
  const auto words = text::words(names);
  return !words.empty() && words.size() <= kMostWords && has_case(names) &&
         !text::has_digit(names) && text::is_upper(text::decode(names, 0).value) &&
         !line_of_words(names).full_stop && std::ranges::all_of(words, [&](const auto& word) {
           return word.range.size() <= kLongestParticle ||
                  text::is_upper(text::decode(names, word.range.begin).value);
         });
}

}  // namespace

bool is_caption_with_source(const Piece& piece) {
  constexpr uint32_t kWidest = 160, kNarrowest = 12;
  constexpr size_t kMostWords = 5;
  const std::string_view text = piece.text;
  if (width_of(text) <= kWidest && ends_with_names(text)) return true;
  const bool wide = text.ends_with("）");
  if ((!wide && !text.ends_with(')')) || width_of(text) > kWidest) return false;
  const size_t open = text.rfind(wide ? "（" : "(");
  if (open == text.npos || width_of(text.substr(0, open)) < kNarrowest) return false;
  const std::string_view words = text::trim_space(text.substr(0, open));
  const std::string_view source = text.substr(open + (wide ? 3 : 1));
  return !line_of_words(words).full_stop && text::words(source).size() <= kMostWords &&
         !text::has_digit(source);
}

bool links_writer(const std::vector<Piece>& above, const Piece& piece, std::string_view address,
                  const knowledge::Knowledge& knowledge) {
  constexpr size_t kMostLines = 12;
  constexpr int kLowestHeadline = 2;
  if (piece.links.size() != 1 || piece.links[0].range.size() != piece.text.size()) return false;
  size_t i = above.size();
  const auto is_deck = [&](size_t k) {  // "### What it is about" right below the headline
    return k > 1 && above[k - 1].level > kLowestHeadline && above[k - 2].marked_heading;
  };
  while (i > 0 && (!above[i - 1].marked_heading || is_deck(i))) {
    --i;
    if (i + kMostLines < above.size() || (!above[i].outside && is_long_paragraph(above[i]))) {
      return false;
    }
  }
  return i > 0 && above[i - 1].level <= kLowestHeadline && leads_to_author(address) &&
         BylineLabels::may_name(piece.text) && could_name_author(knowledge, piece.text);
}

void take_section_heading(Draft& draft, const knowledge::Knowledge& knowledge) {
  constexpr uint32_t kWidest = 42;
  auto& pieces = draft.pieces;
  auto& facts = draft.facts;
  if (facts.titles.size() < 2) return;
  const auto first = std::ranges::find_if(
      pieces, [](const Piece& piece) { return piece.marked_heading && piece.level == 1; });
  if (first == pieces.end()) return;
  const auto next =
      std::find_if(first + 1, pieces.end(), [](const Piece& piece) { return !piece.outside; });
  if (next == pieces.end() || !next->marked_heading || next->level != 1) return;
  const std::string_view name = first->text;
  if (width_of(name) > kWidest || width_of(next->text) <= width_of(name)) return;
  const bool section =
      is_section_word(name) || is_linked_above(pieces, static_cast<size_t>(first - pieces.begin()));
  const bool outlet = !section && names_outlet(knowledge, name);
  if (!section && !outlet) return;
  if (section && facts.section.empty()) facts.section = name;
  if (outlet && !facts.publisher) facts.publisher = publisher_of(name, first->span);
  std::erase_if(facts.titles,
                [&](const TitleCandidate& title) { return title.span == first->span; });
  first->outside = true;
  first->reason = outlet ? "outlet" : "navigation";
}

void take_feed_heading(Draft& draft) {
  constexpr uint32_t kWidest = 42;
  constexpr size_t kFewestItems = 2;
  auto& facts = draft.facts;
  if (facts.titles.size() != 1) return;
  const auto first = std::ranges::find_if(
      draft.pieces, [](const Piece& piece) { return piece.marked_heading && piece.level == 1; });
  if (first == draft.pieces.end() || first->span != facts.titles[0].span ||
      width_of(first->text) > kWidest) {
    return;
  }
  size_t items = 0;
  auto item = draft.pieces.end();  // the first
  for (auto piece = first + 1; piece != draft.pieces.end(); ++piece) {
    if (!piece->marked_heading) {
      // Text of its own stands below the name.
      if (items == 0 && !piece->outside && is_long_paragraph(*piece)) return;
      continue;
    }
    if (piece->level != 2) continue;
    const bool linked =
        piece->links.size() == 1 && piece->links[0].range.size() == piece->text.size();
    if (!linked) return;
    if (++items == 1) item = piece;
  }
  if (items < kFewestItems) return;
  if (!facts.publisher) facts.publisher = publisher_of(first->text, first->span);
  facts.titles = {{item->text, item->span, "h1"}};
  first->outside = true;
  first->reason = "outlet";
}

}  // namespace synoptic::clean
