#include "text/fold_dots.h"

#include "text/fold.h"

namespace synoptic::text {

std::string fold_with_dots(std::string_view utf8) {
  constexpr std::string_view kDot = "\u093C";
  constexpr std::string_view kFirst = "\u0958", kLast = "\u095F";  // letters that hold a dot
  std::string folded;
  size_t from = 0;
  for (size_t at = utf8.find(kDot[0]); at != std::string_view::npos;
       at = utf8.find(kDot[0], at + 1)) {
    const std::string_view here = utf8.substr(at, kDot.size());
    if (here != kDot && (here < kFirst || here > kLast)) continue;
    const size_t end = at + kDot.size();
    folded += fold_copy(utf8.substr(from, end - from));
    folded += kDot;
    from = end;
  }
  return folded += fold_copy(utf8.substr(from));
}

}  // namespace synoptic::text
