// The labels that make a line a by-line, and the names that stand behind or before them ("By Name",
// "Name 기자", "Name posted on", "Outlet: Name"). Private to the room.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "clean/cue_match.h"
#include "knowledge/calendar.h"

namespace synoptic::clean {

class BylineLabels {
 public:
  static constexpr uint32_t kWidestName = 60;

  // Both must outlive it.
  BylineLabels(const Line& line, const knowledge::Knowledge& knowledge)
      : line_(line), text_(line.piece.text), knowledge_(knowledge) {}

  // A label in front of a part of the line.
  std::optional<CueHit> front(std::string_view kind, const Line& part) const;
  // Whether the line has any; `dates`: of the line.
  bool has_any(const std::vector<knowledge::DateMatch>& dates) const;
  // "Name (42) posted on": the words stand behind the name.
  std::optional<CueHit> poster(const std::vector<knowledge::DateMatch>& dates) const;
  bool has_poster(const std::vector<knowledge::DateMatch>& dates) const;  // … with a link
  // "Outlet: Name".
  bool names_publisher() const;
  // "Name 기자": the words of the part without the label behind them; empty: there is none.
  std::string_view without_suffix(const Line& part, std::string_view words) const;
  // "Name name@host": the words without the address.
  static std::string_view without_mail(std::string_view words);
  // "Name 👁 2310": the name.
  static std::string_view without_counter(std::string_view words);

  // "Name 4517 12": the name.
  static std::string_view without_numbers(std::string_view words);

  // "Outlet  Smaller  Larger  Save  Share": the words without the buttons of their bar.
  std::string_view without_buttons(std::string_view words) const;
  // "Text A. Name Photos B. Name": the writer alone.
  std::string_view before_photographer(std::string_view names) const;
  // Behind a label and a dash: a name with its capitals, or words of a script without them.
  static bool may_name(std::string_view words);
  // Whether a word of some length without a capital stands there that does not belong to a time, as
  // in "local time".
  bool has_common_word(std::string_view words) const;
  bool is_chaff(const Line& part) const;  // buttons, counters, credits of pictures

  bool is_user_link(Range range) const;
  // "هدى منصور وكريم حسن": where the blank stands in front of an "and" that is written together
  // with the second name.
  std::optional<Range> glued_joint(std::string_view names) const;
  bool is_linked(Range range) const;
  Range range_of(std::string_view part) const;  // of the line's text

 private:
  bool has_inner_author() const;
  bool has_mailed_name() const;

  const Line& line_;
  const std::string& text_;
  const knowledge::Knowledge& knowledge_;
};

bool has_colon(std::string_view text);
bool has_case(std::string_view text);  // letters of a script with capitals

}  // namespace synoptic::clean
