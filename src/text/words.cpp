#include "text/words.h"

#include "text/ascii.h"
#include "text/utf8.h"

namespace synoptic::text {

std::vector<Word> words(std::string_view utf8) {
  std::vector<Word> found;
  uint32_t begin = 0;
  bool open = false;
  const auto close = [&](uint32_t end) {
    if (open) found.push_back({{begin, end}, false});
    open = false;
  };
  for (uint32_t at = 0; at < utf8.size();) {
    if (const auto end = static_cast<uint32_t>(end_of_run<is_ascii_word>(utf8, at)); end > at) {
      if (!open) begin = at;
      open = true;
      at = end;
      continue;
    }
    const CodePoint c = decode(utf8, at);
    if (is_spaceless(c.value)) {
      close(at);
      found.push_back({{at, at + c.length}, true});
    } else if (is_word(c.value)) {
      if (!open) begin = at;
      open = true;
    } else {
      close(at);
    }
    at += c.length;
  }
  close(static_cast<uint32_t>(utf8.size()));
  return found;
}

}  // namespace synoptic::text
