#include "clean/plain/plain_parting.h"

#include <iterator>
#include <utility>

#include "clean/cue_match.h"
#include "clean/plain/plain_signs.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;
using model::BlockKind;

// Where each of these cuts its line; 0: nowhere.

// "Image copyright Agency Image caption What it shows": the caption is what stands behind.
uint32_t caption_in(const Line& line) {
  if (line.piece.outside || line.piece.kind != BlockKind::kCaption) return 0;
  const auto label = plain_words().inside("caption_label", line);
  return label && label->end < line.piece.text.size() ? label->end : 0;
}

// "The last sentence. (Writing by A. Name; Editing by …": the sign-off is no part of it.
uint32_t sign_off_in(const Line& line, const Knowledge& knowledge) {
  constexpr size_t kWidest = 300;
  const std::string_view text = line.piece.text;
  constexpr uint32_t kNarrowest = 80;
  if (line.piece.outside || line.width < kNarrowest) return 0;
  if (line.piece.kind != BlockKind::kParagraph) return 0;
  const size_t open = text.rfind(" (");
  if (open == std::string_view::npos || open == 0 || text.size() - open > kWidest) return 0;
  const char before = text[open - 1];
  if (before != '.' && before != '"' && before != '!' && before != '?') return 0;
  const Line inner = line_for_cues(text.substr(open + 2));
  const auto author = cue_in_front(knowledge, "author_label", inner);
  const auto editor = author ? author : cue_in_front(knowledge, "editor_label", inner);
  // One word may as well begin a remark.
  const bool signed_off = editor && editor->cue->text.find(' ') != std::string_view::npos;
  return signed_off ? static_cast<uint32_t>(open + 1) : 0;
}

}  // namespace

void part_lines(const Knowledge& knowledge, std::vector<Line>& lines) {
  std::vector<Line> parted;
  for (size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    const uint32_t caption = caption_in(line);
    const uint32_t at = caption > 0 ? caption : sign_off_in(line, knowledge);
    const auto size = static_cast<uint32_t>(line.piece.text.size());
    if (at == 0) {
      if (!parted.empty()) parted.push_back(std::move(line));
      continue;
    }
    if (parted.empty()) {
      parted.reserve(lines.size() + 1);
      std::move(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(i),
                std::back_inserter(parted));
    }
    Line front = measure(cut(line.piece, {0, at}));
    Line rest = measure(cut(line.piece, {at, size}));
    if (caption > 0) {
      front.piece.outside = true;
      front.piece.reason = "caption_credit";
      rest.piece.kind = BlockKind::kCaption;
    }
    rest.piece.gap_before = false;
    parted.push_back(std::move(front));
    parted.push_back(std::move(rest));
  }
  if (!parted.empty()) lines = std::move(parted);
}

}  // namespace synoptic::clean
