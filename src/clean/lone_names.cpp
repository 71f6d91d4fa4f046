#include "clean/lone_names.h"

#include <utility>

#include "base/strings.h"
#include "clean/cue_match.h"
#include "clean/html_authors.h"
#include "clean/people.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;

// Two to four ideographs, or two to four words with capitals, that the knowledge does not know for
// anything else.
bool is_bare_name(const Line& line, const Knowledge& knowledge) {
  constexpr uint32_t kWidest = 40;
  const std::string_view words = line.piece.text;
  if (words.empty() || line.width > kWidest || !knowledge.find_by_name(words).empty()) return false;
  if (!could_name_author(knowledge, words) || names_outlet(knowledge, words)) return false;
  size_t ideographs = 0;
  for (size_t i = 0; i < words.size();) {
    const text::CodePoint c = text::decode(words, i);
    if (!text::is_han(c.value)) {
      return ideographs == 0 && line.words <= 4 && looks_like_person(words);
    }
    ++ideographs;
    i += c.length;
  }
  return ideographs >= 2 && ideographs <= 4;
}

model::Author author_at(const Line& line, std::string_view name) {
  const auto begin = static_cast<uint32_t>(name.data() - line.piece.text.data());
  model::Author author;
  author.name = name;
  author.span = line.piece.source.to_source({begin, begin + static_cast<uint32_t>(name.size())});
  return author;
}

}  // namespace

std::optional<Byline> names_behind_text(const std::vector<model::Block>& blocks,
                                        const Knowledge& knowledge, std::string_view lang) {
  if (blocks.empty()) return std::nullopt;
  const model::Block& block = blocks.back();
  const std::string_view text = block.text;
  constexpr size_t kWidest = 150;
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    if (!text.ends_with(close)) continue;
    const size_t at = text.rfind(open);
    if (at == std::string_view::npos || text.size() - at > kWidest) continue;
    Piece piece;
    piece.text = block.text;
    piece.source = block.source;
    const Line line = measure(cut(piece, {static_cast<uint32_t>(at + open.size()),
                                          static_cast<uint32_t>(text.size() - close.size())}));
    if (at == 0 && is_bare_name(line, knowledge)) {
      Byline found;
      found.authors.push_back(author_at(line, line.piece.text));
      return found;
    }
    if (!cue_in_front(knowledge, "author_label", line) &&
        !cue_in_front(knowledge, "editor_label", line)) {
      continue;
    }
    if (auto byline = parse_byline(line, knowledge, lang)) return byline;
  }
  return std::nullopt;
}

NamesAbove names_above_text(const Page& page, const Title& title, const Knowledge& knowledge) {
  constexpr size_t kMostLines = 12;
  NamesAbove found;
  const size_t begin = title.line == kNoLine ? 0 : title.line + 1;
  const size_t text = first_paragraph(page, begin);
  if (text == kNoLine || text - begin > kMostLines) return found;
  for (size_t i = text; i-- > begin;) {
    const Line& line = page.lines[i];
    const Piece& piece = line.piece;
    const bool spaceless = text::is_spaceless(text::decode(piece.text, 0).value);
    const bool alone = piece.kind == model::BlockKind::kParagraph ||
                       (piece.kind == model::BlockKind::kHeading && (spaceless || i + 1 == text));
    if (piece.outside || piece.marked_heading || !piece.links.empty() || !alone) continue;
    for (const std::string_view part : split(piece.text, '/')) {
      const std::string_view name = text::trim_space(part);
      Piece words;
      words.text = name;
      if (!is_bare_name(measure(std::move(words)), knowledge)) return {};
      found.authors.push_back(author_at(line, name));
    }
    found.line = i;
    return found;
  }
  return found;
}

}  // namespace synoptic::clean
