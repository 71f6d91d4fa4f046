#include "compare/figures/ties.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "base/table.h"
#include "text/fold.h"

namespace synoptic::compare {

using namespace std::string_view_literals;  // compared in line, unlike a plain literal
namespace {

constexpr double kSmallCount = 12;  // "two", "three": equal by chance

// By the name of the class: whether the table has the word for it.
bool has_class_flag(std::string_view name, std::string_view flag) {
  static const auto flags = [] {
    std::map<std::string, std::string, std::less<>> out;
    for (const TableRow row : DataTable::embedded("compare/classes.tsv", 2)) {
      out.emplace(row[0], row[1]);
    }
    return out;
  }();
  const auto found = flags.find(name);
  return found != flags.end() && found->second.find(flag) != std::string::npos;
}

}  // namespace

// So that a team of fifty is none of fifty houses.
bool are_things(std::string_view counted_class) { return has_class_flag(counted_class, "thing"); }

// 1: the same thing is counted; 0: cannot tell; -1: different things.
int same_about(const Claim& a, const Claim& b) {
  if (a.slot == "place"sv || a.slot == "date"sv) {
    return !a.about.empty() && a.about == b.about ? 1 : 0;
  }
  if (!a.about.empty() && !b.about.empty()) {
    if (a.about == b.about) return 1;
    // "71 of the 155 deputies", "74 of the 155 seats".
    if (a.of && b.of && *a.of == *b.of && !are_things(a.about) && !are_things(b.about)) return 0;
    const bool generic = class_of(a.about).generic || class_of(b.about).generic;
    return generic && !are_things(a.about) && !are_things(b.about) ? 0 : -1;
  }
  if (a.about.empty() && b.about.empty() && !a.name.empty() &&
      (a.name == b.name || text::fold_copy(a.name) == text::fold_copy(b.name))) {
    return 1;
  }
  // In prison, and banned from office: a term that neither account names may be either.
  const bool terms = a.sort == "duration"sv && b.sort == "duration"sv && a.name != b.name;
  return terms && class_of(a.name).known && class_of(b.name).known ? -1 : 0;
}

bool is_weak_number(const Claim& claim) {
  return (claim.slot == "quantity"sv || claim.plain_ordinal) && claim.value <= kSmallCount &&
         std::floor(claim.value) == claim.value && !claim.of;
}

bool is_among(const Claim& dead, const Claim& whole) {
  return dead.account == whole.account && dead.sentence == whole.sentence &&
         dead.value < whole.value && class_of(whole.about).generic &&
         has_class_flag(dead.about, "fatal");
}

bool count_one_thing(const Cluster& a, const Cluster& b) {
  bool alike = false;
  for (const Claim* one : a) {
    for (const Claim* other : b) {
      const int about = same_about(*one, *other);
      if (about < 0) return false;
      alike |= about > 0 && !class_of(one->about).generic;
    }
  }
  return alike;
}

}  // namespace synoptic::compare
