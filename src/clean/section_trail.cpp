#include "clean/section_trail.h"

#include <algorithm>
#include <array>
#include <vector>

#include "clean/bars.h"
#include "clean/cue_match.h"
#include "clean/people.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;

constexpr size_t kMostPlaces = 5;

bool is_home(const Knowledge& knowledge, std::string_view words) {
  return whole_cue(knowledge, "home_word", words) != nullptr;
}

// The parts between the signs of a trail; a stroke with blanks around it is one behind "Home" only.
std::vector<std::string_view> trail_places(std::string_view text, const Knowledge& knowledge) {
  std::vector<std::string_view> parts;
  bool pointed = false;
  for (size_t open = 0; open <= text.size();) {
    size_t end = text.size(), length = 1;
    for (const std::string_view sign : {">", "›", "»", " / "}) {
      const size_t at = text.find(sign, open);
      if (at < end) end = at, length = sign.size();
    }
    pointed |= end < text.size() && text[end] != ' ';
    const std::string_view part = text::trim_space(text.substr(open, end - open));
    if (!part.empty()) parts.push_back(part);
    open = end + length;
  }
  if (!parts.empty() && !pointed && !is_home(knowledge, parts.front())) parts.clear();
  return parts;
}

bool may_be_section(std::string_view words) {
  constexpr uint32_t kWidest = 36;
  constexpr size_t kMostWords = 5, kMostSigns = 10;
  const auto parts = text::words(words);
  return !parts.empty() && width_of(words) <= kWidest && !text::has_digit(words) &&
         parts.size() <= (parts[0].spaceless ? kMostSigns : kMostWords);
}

class TrailFinder {
 public:
  TrailFinder(const Page& page, const Title& title, const Knowledge& knowledge)
      : page_(page), title_(title), knowledge_(knowledge) {}

  SectionTrail run() {
    constexpr size_t kMostLines = 30;
    const size_t text = first_paragraph(page_, title_.line == kNoLine ? 0 : title_.line + 1);
    if (text == kNoLine) return {};
    for (size_t i = 0; i < text && i < kMostLines; ++i) {
      if (i != title_.line) take(page_.lines[i]);
    }
    if (trail_.section.empty() && alone_.size() == 1) trail_.section = alone_.front();
    return std::move(trail_);
  }

 private:
  void take(const Line& line) {
    constexpr size_t kLongest = 300;  // bytes
    if (line.piece.text.size() > kLongest || line.full_stop || line.piece.marked_heading) return;
    std::string_view text = line.piece.text;
    if (const auto label = section_label(line)) {
      const auto parts = trail_places(label->of(text), knowledge_);
      set(parts.empty() ? label->of(text) : parts.back());
      return;
    }
    if (is_section_word(line)) {
      if (!names_no_section(text) && !is_home(knowledge_, text) &&
          std::find(alone_.begin(), alone_.end(), text) == alone_.end()) {
        alone_.emplace_back(text);
      }
      return;
    }
    auto parts = trail_places(text, knowledge_);
    if (parts.size() < 2 || parts.size() > kMostPlaces ||
        !std::all_of(parts.begin(), parts.end(), may_be_section)) {
      return;
    }
    const bool home = is_home(knowledge_, parts.front());
    const bool outlet = !home && names_outlet(knowledge_, parts.front());
    if (!home && !outlet) return;
    if (outlet && !trail_.publisher) {
      const auto begin = static_cast<uint32_t>(parts.front().data() - text.data());
      const auto end = begin + static_cast<uint32_t>(parts.front().size());
      trail_.publisher = publisher_of(parts.front(), line.piece.source.to_source({begin, end}));
    }
    while (parts.size() > 1 && names_no_section(parts.back())) parts.pop_back();
    if (parts.size() > 1) set(parts.back());
  }

  void set(std::string_view words) {
    if (trail_.section.empty() && may_be_section(words)) trail_.section = words;
  }

  const Page& page_;
  const Title& title_;
  const Knowledge& knowledge_;
  SectionTrail trail_;
  std::vector<std::string> alone_;
};

}  // namespace

SectionTrail section_trail(const Page& page, const Title& title, const Knowledge& knowledge) {
  return TrailFinder(page, title, knowledge).run();
}

}  // namespace synoptic::clean
