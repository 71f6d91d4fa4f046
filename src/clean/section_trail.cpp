#include "clean/section_trail.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <vector>

#include "clean/bars.h"
#include "clean/cue_match.h"
#include "clean/people/people.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;

constexpr size_t kMostPlaces = 5;

bool is_home(const Knowledge& knowledge, std::string_view words) {
  return whole_cue(knowledge, "home_word", words) != nullptr;
}

struct Places {
  std::vector<std::string_view> parts;
  bool pointed = false;  // by signs that stand in trails only
};

Places parted_by(std::string_view text, std::initializer_list<std::string_view> signs) {
  Places places;
  for (size_t open = 0; open <= text.size();) {
    size_t end = text.size(), length = 1;
    for (const std::string_view sign : signs) {
      const size_t at = text.find(sign, open);
      if (at < end) end = at, length = sign.size();
    }
    places.pointed |= end < text.size() && text[end] != ' ';
    const std::string_view part = text::trim_space(text.substr(open, end - open));
    if (!part.empty()) places.parts.push_back(part);
    open = end + length;
  }
  return places;
}

bool may_be_section(std::string_view words) {
  constexpr uint32_t kWidest = 36;
  constexpr size_t kMostWords = 5, kMostSigns = 10;
  const auto parts = text::words(words);
  return !parts.empty() && width_of(words) <= kWidest && !text::has_digit(words) &&
         parts.size() <= (parts[0].spaceless ? kMostSigns : kMostWords);
}

bool names_section(std::string_view words) { return is_section_word(words); }

bool has_section(const std::vector<std::string_view>& parts) {
  return std::all_of(parts.begin(), parts.end(), may_be_section) &&
         std::any_of(parts.begin(), parts.end(), names_section);
}

// The parts between the signs of a trail. A stroke or a dash with blanks around it is one behind
// "Home", among three parts with a known section, and behind a known section with one more.
std::vector<std::string_view> trail_places(std::string_view text, const Knowledge& knowledge) {
  constexpr size_t kFewestStrokes = 3;
  Places places = parted_by(text, {">", "›", "»", " / "});
  if (places.parts.empty() || places.pointed) return std::move(places.parts);
  if (is_home(knowledge, places.parts.front())) {
    if (places.parts.size() > 1) return std::move(places.parts);
    return {};
  }
  if (places.parts.size() >= kFewestStrokes && has_section(places.parts)) {
    return std::move(places.parts);
  }
  // More of them are a menu.
  places = parted_by(text, {" — ", " – ", " - ", " | ", " · "});
  if (places.parts.size() != 2) return {};
  if (is_home(knowledge, places.parts.front())) return std::move(places.parts);
  const bool two = text.find(" | ") != text.npos && names_section(places.parts[0]) &&
                   may_be_section(places.parts[1]) && !names_outlet(knowledge, places.parts[1]);
  if (two) return std::move(places.parts);
  return {};
}

// "Start / World / Americas": home, an outlet or a section that is known, and no long part.
bool is_trail(const std::vector<std::string_view>& parts, const Knowledge& knowledge) {
  if (parts.size() < 2 || parts.size() > kMostPlaces ||
      !std::all_of(parts.begin(), parts.end(), may_be_section)) {
    return false;
  }
  return is_home(knowledge, parts.front()) || names_outlet(knowledge, parts.front()) ||
         std::any_of(parts.begin(), parts.end(), names_section);
}

class TrailFinder {
 public:
  TrailFinder(const Page& page, const Title& title, const Knowledge& knowledge)
      : page_(page), title_(title), knowledge_(knowledge) {}

  SectionTrail run() {
    constexpr size_t kMostLines = 30;
    constexpr uint32_t kWidestHome = 30;
    const size_t text = first_paragraph(page_, title_.line == kNoLine ? 0 : title_.line + 1);
    if (text == kNoLine) return {};
    for (size_t i = 0; i < text && i < kMostLines; ++i) {
      if (i == title_.line) continue;
      // Home, section and what is a part of it, one below the other.
      const Line& line = page_.lines[i];
      below_home_ |= alone_.empty() && !line.piece.outside && line.width <= kWidestHome &&
                     is_home(knowledge_, line.piece.text);
      take(line);
    }
    if (trail_.section.empty() && (alone_.size() == 1 || (below_home_ && alone_.size() == 2))) {
      trail_.section = alone_.back();
    }
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
    if (!is_trail(parts, knowledge_)) return;
    const bool outlet = !is_home(knowledge_, parts.front()) && !names_section(parts.front()) &&
                        names_outlet(knowledge_, parts.front());
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
  bool below_home_ = false;  // they stand below "Home"
};

}  // namespace

bool is_section_trail(const Line& line, const Knowledge& knowledge) {
  constexpr uint32_t kWidest = 120;
  return line.width <= kWidest && !line.full_stop && !line.piece.marked_heading &&
         is_trail(trail_places(line.piece.text, knowledge), knowledge);
}

bool goes_on_trail(const Page& page, size_t line, const Knowledge& knowledge) {
  size_t sections = 0;
  for (size_t i = line; i-- > 0;) {
    const Line& above = page.lines[i];
    if (above.piece.outside) continue;
    if (is_home(knowledge, above.piece.text)) return sections > 0;
    if (!is_section_word(above)) return false;
    ++sections;
  }
  return false;
}

SectionTrail section_trail(const Page& page, const Title& title, const Knowledge& knowledge) {
  return TrailFinder(page, title, knowledge).run();
}

}  // namespace synoptic::clean
