// Plain text: every line that is not blank is a piece; lines that a mail program or an editor has
// wrapped at a fixed width are put together again.
#include <algorithm>

#include "clean/page.h"
#include "clean/wrap.h"
#include "text/utf8.h"

namespace synoptic::clean {

Draft read_plain(const model::Capture& capture, const knowledge::Knowledge&) {
  Draft draft;
  const std::string_view text = capture.text;
  std::vector<Span> run;  // lines without a blank line between them
  bool gap = true;
  const auto close_run = [&] {
    for (const Span span : unwrap(text, run)) {
      Piece piece = piece_of(text, span);
      if (piece.text.empty()) continue;
      piece.gap_before = gap;
      gap = false;
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
