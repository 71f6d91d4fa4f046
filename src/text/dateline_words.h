// The words that datelines are told by (data/text/datelines.tsv).
#pragma once

#include <string_view>
#include <vector>

namespace synoptic::text {

struct DatelineWords {
  std::vector<std::string_view> wires;      // behind a day: 日电
  std::vector<std::string_view> papers;     // behind a paper's name: 报讯
  std::vector<std::string_view> reports;    // the sign with which both end: 电
  std::vector<std::string_view> bracketed;  // last in a bracket that is all dateline: 報導
  std::vector<std::string_view> years;      // "year" behind a day: "г."

  static const DatelineWords& get();
};

}  // namespace synoptic::text
