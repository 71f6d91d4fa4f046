// Plain text: every line that is not blank is a piece; lines that a mail program or an editor has
// wrapped at a fixed width are put together again. Rows of a menu above the text are outside.
#include <algorithm>

#include "clean/page.h"
#include "clean/people/people.h"
#include "clean/plain/plain_pages.h"
#include "clean/plain/wrap.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

constexpr size_t kFewestItems = 3;
constexpr uint32_t kWidestItem = 24;
constexpr size_t kNarrowestBroken = 55;  // columns
constexpr size_t kLeastText = 120;       // bytes of a line that the article has begun with

// "HOME   WORLD   LIVE TV": names without digits or stops, parted by more than a blank.
bool is_menu(std::string_view line) {
  line = text::trim_space(line);
  if (line.find('\n') != std::string_view::npos) return false;
  size_t items = 0;
  while (!line.empty()) {
    const size_t end = std::min({line.find("  "), line.find('\t'), line.size()});
    const std::string_view item = line.substr(0, end);
    if (width_of(item) > kWidestItem || text::has_digit(item) || item.ends_with('.') ||
        item.ends_with(':') || item.ends_with(',')) {
      return false;
    }
    ++items;
    line = text::trim_space(line.substr(end));
  }
  return items >= kFewestItems;
}

// Words enough, and more than the names in a day.
bool may_be_headline(std::string_view line) {
  constexpr std::ptrdiff_t kFewestWords = 3;
  const auto words = text::words(line);
  return std::ranges::count_if(words, [&](const text::Word& word) {
           return text::is_letter(text::decode(line, word.range.begin).value);
         }) >= kFewestWords;
}

}  // namespace

Draft read_plain(const model::Capture& capture, const knowledge::Knowledge&) {
  Draft draft;
  const std::string_view text = capture.text;
  if (auto paper = read_paper(text, capture.body_begin)) {
    draft.pieces = std::move(paper->pieces);
    const Piece& outlet = paper->outlet;
    if (!outlet.text.empty()) draft.facts.publisher = publisher_of(outlet.text, outlet.span);
    return draft;
  }
  std::vector<Span> run;  // lines without a blank line between them
  bool gap = true, begun = false;
  bool below = model::find_front_matter(capture, "title") != nullptr;
  const auto close_run = [&] {
    const RunPlace place = below ? RunPlace::kBelow : RunPlace::kTop;
    for (const Span span : unwrap(text, run, kNarrowestBroken, place)) {
      Piece piece = piece_of(text, span);
      if (piece.text.empty()) continue;
      piece.gap_before = gap;
      gap = false;
      begun |= piece.text.size() >= kLeastText;
      below = below || may_be_headline(piece.text);
      if (!begun && is_menu(text.substr(span.begin, span.size()))) {
        piece.outside = true;
        piece.reason = "navigation";
      }
      draft.pieces.push_back(std::move(piece));
    }
    run.clear();
  };
  for (uint32_t at = capture.body_begin; at < text.size();) {
    const auto end = static_cast<uint32_t>(std::min(text.find('\n', at), text.size()));
    if (text::trim_space(text.substr(at, end - at)).empty()) {
      close_run();
      gap = true;
    } else {
      run.push_back({at, end});
    }
    at = end + 1;
  }
  close_run();
  return draft;
}

}  // namespace synoptic::clean
