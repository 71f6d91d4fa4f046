// Measures the event in one line (sheet::event_line): who did what to whom, where and when. The
// gold has a line a story of tests/golds/synopsis (README there), with all forms that are right.
// A name is right when it is a right form, or has one in it as whole words, or the other way
// round; a day when it is a right day, or within a right stretch or month; what was done when it
// has half of a clause that the gold has. A role that the gold leaves empty is not measured.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "eval/cases.h"
#include "eval/synopsis.h"
#include "knowledge/knowledge.h"
#include "sheet/sheet.h"
#include "text/language_id.h"

namespace synoptic::eval {

constexpr size_t kLineRoles = 5;  // who, what, whom, where, when: as sheet::Role

struct RoleCount {
  size_t gold = 0, found = 0, right = 0;
};

struct EventLineFigures {
  size_t cases = 0, gold = 0, found = 0;
  std::array<RoleCount, kLineRoles> roles;

  void add(const EventLineFigures& other);
  // all (F1 over all roles), who, what, whom, where, when (F1 each), precision, recall (all roles)
  std::vector<std::pair<std::string_view, double>> named() const;
};

// `folder`: of the stories.
CaseLog evaluate_event_lines(const std::string& path, const std::string& folder,
                             const CaseOptions& options, const knowledge::Knowledge& knowledge,
                             const text::LanguageId& languages, EventLineFigures& figures);

}  // namespace synoptic::eval
