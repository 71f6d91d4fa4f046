#include "clean/headline_lines.h"

#include <algorithm>
#include <array>

#include "clean/bars.h"
#include "clean/people/people.h"
#include "clean/title.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using knowledge::Cue;
using knowledge::Knowledge;

bool is_spaceless_cue(std::string_view cue) {
  return text::is_spaceless(text::decode(cue, 0).value);
}

// Phrases are what they are; a word may begin anything.
bool is_single_word_cue(std::string_view cue) {
  constexpr size_t kLongestSpaceless = 4;
  if (is_spaceless_cue(cue)) return text::count_code_points(cue) <= kLongestSpaceless;
  return text::trim_space(cue).find(' ') == cue.npos;
}

// A word of four letters and more that is written small, or any where no letters are written large.
bool has_small_word(std::string_view words) {
  constexpr size_t kLetters = 4;
  bool cased = false;
  for (const text::Word& word : text::words(words)) {
    const std::string_view letters = word.range.of(words);
    const char32_t first = text::decode(letters, 0).value;
    if (!text::is_latin(first) && !text::is_cyrillic(first)) continue;
    cased = true;
    if (!text::is_upper(first) && text::count_code_points(letters) >= kLetters) return true;
  }
  return !cased;
}

bool tells_a_year(std::string_view text) {
  for (size_t at = 0; at + 4 <= text.size(); ++at) {
    const std::string_view year = text.substr(at, 4);
    if ((year.starts_with("19") || year.starts_with("20")) && text::is_digit(year[2]) &&
        text::is_digit(year[3])) {
      return true;
    }
  }
  return false;
}

class HeadlineKeeper {
 public:
  HeadlineKeeper(const Knowledge& knowledge, const PageFacts& facts, Page& page)
      : knowledge_(knowledge), facts_(facts), page_(page) {}

  void run() {
    bool stated = false;
    std::string outlet;
    for (const TitleCandidate& title : facts_.titles) {
      stated |= title.where != "first_line";
      const std::string key = key_of(without_site_name(title.text, page_, knowledge_, outlet));
      for (size_t i = 0; !key.empty() && i < page_.lines.size(); ++i) {
        if (is_labelled(i) && page_.lines[i].has_key(key) && says_enough(i)) page_.marks[i] = {};
      }
    }
    if (!stated) keep_only_one();
  }

 private:
  const Line& line(size_t i) const { return page_.lines[i]; }

  bool is_labelled(size_t i) const {
    const Mark& mark = page_.marks[i];
    if (line(i).piece.outside) return false;
    switch (mark.role) {
      case LineRole::kViews:
      case LineRole::kSource:
        return true;
      case LineRole::kChaff:
        return mark.reason != "no_words";
      case LineRole::kByline:
        return mark.byline && names_nobody(*mark.byline);
      default:
        return false;
    }
  }

  // What was read as people has figures, so that it is none: "3 dead".
  static bool names_nobody(const Byline& byline) {
    const auto has_figure = [](const model::Author& author) {
      return text::has_digit(author.name);
    };
    return byline.dates.empty() && !byline.publisher && byline.origins.empty() &&
           std::all_of(byline.authors.begin(), byline.authors.end(), has_figure) &&
           std::all_of(byline.editors.begin(), byline.editors.end(), has_figure);
  }

  bool says_enough(size_t i) const {
    constexpr uint32_t kFewest = 3, kFewestSigns = 5;
    const bool signs = text::is_spaceless(text::decode(line(i).piece.text, 0).value);
    return line(i).words >= (signs ? kFewestSigns : kFewest) &&
           unexplained_words(knowledge_, line(i), 0) >= 2;
  }

  bool is_plain_line(size_t i) const {
    const Piece& piece = line(i).piece;
    return !piece.outside && is_title_like(line(i)) && piece.links.empty() &&
           (piece.kind == model::BlockKind::kParagraph || piece.kind == model::BlockKind::kHeading);
  }

  bool is_text(size_t i) const {
    return !line(i).piece.outside && page_.marks[i].role == LineRole::kText &&
           page_.marks[i].reason.empty();
  }

  // Nothing else above the text could be the headline.
  void keep_only_one() {
    size_t found = kNoLine;
    for (size_t i = 0; i < page_.lines.size(); ++i) {
      if (is_text(i) && line(i).prose && !line(i).piece.marked_heading) {
        if (found != kNoLine) page_.marks[found] = {};
        return;
      }
      if (is_text(i) &&
          (line(i).piece.marked_heading || (is_title_like(line(i)) && says_enough(i) &&
                                            !names_outlet(knowledge_, line(i).piece.text)))) {
        return;
      }
      if (found == kNoLine && is_labelled(i) && is_plain_line(i) && says_enough(i) && is_news(i) &&
          !is_section_bar(knowledge_, line(i))) {
        found = i;
      }
    }
  }

  bool is_news(size_t i) const {
    constexpr std::array<std::string_view, 13> kKinds{
        "share",         "subscribe",       "comments",     "advertisement", "toolbar",
        "copyright",     "photo_label",     "author_label", "editor_label",  "published_label",
        "updated_label", "navigation_word", "source_label"};
    const std::string_view text = line(i).piece.text;
    bool opens = false;
    for (const std::string_view kind : kKinds) {
      const auto hit = cue_in_front(knowledge_, kind, line(i));
      if (!hit) continue;
      if (!is_single_word_cue(hit->cue->text)) return false;
      const std::string_view rest = hit->rest.of(text);
      // Who took the picture, whose the text is.
      const bool names = kind == "photo_label" || kind == "source_label" || kind == "author_label";
      if (names && (names_outlet(knowledge_, rest) || looks_like_person(rest))) return false;
      if (names && !has_small_word(rest) && !text::has_digit(rest)) return false;
      if (kind == "copyright" && (tells_a_year(text) || text.find("©") != text.npos)) return false;
      opens = true;
    }
    return opens;
  }

  const Knowledge& knowledge_;
  const PageFacts& facts_;
  Page& page_;
};

}  // namespace

bool begins_news(const Knowledge& knowledge, const Cue& cue, const Line& line) {
  constexpr std::array<std::string_view, 5> kKinds{"share", "subscribe", "comments",
                                                   "advertisement", "toolbar"};
  constexpr uint32_t kFewest = 2, kFewestSigns = 4;
  if (std::find(kKinds.begin(), kKinds.end(), cue.kind) == kKinds.end()) return false;
  if (!is_single_word_cue(cue.text) || !line.piece.links.empty()) return false;
  const auto hit = cue_in_front(knowledge, cue.kind, line);
  if (!hit || hit->cue != &cue || (hit->colon && !line.piece.marked_heading)) return false;
  const std::string_view rest = hit->rest.of(line.piece.text);
  if (!text::has_digit(rest)) return false;
  const bool signs = is_spaceless_cue(cue.text);
  if (signs && hit->parted && !line.piece.marked_heading) return false;
  const size_t begin = first_word(line.folded) + cue.text.size();
  return unexplained_words(knowledge, line, begin) >= (signs ? kFewestSigns : kFewest);
}

bool tells_news(const Knowledge& knowledge, const CueHit& label, const Line& line) {
  constexpr uint32_t kFewest = 3;
  const std::string_view rest = label.rest.of(line.piece.text);
  return text::has_digit(rest) && has_small_word(rest) && !names_outlet(knowledge, rest) &&
         text::words(rest).size() >= kFewest;
}

void keep_headlines(const Knowledge& knowledge, const PageFacts& facts, Page& page) {
  HeadlineKeeper(knowledge, facts, page).run();
}

}  // namespace synoptic::clean
