// The log of a store for people and machines: what is new since a time.
#pragma once

#include <string>

namespace synoptic::cli {

struct SinceOptions {
  std::string since;  // "2026-03-01", "2026-03-01T10:00:00Z", "2h", "LAST"
  std::string store;
  std::string story;  // of this one only; may be empty
  std::string now;    // for "2h"; the clock's time when empty
  bool json = false;
};
int print_since(const SinceOptions& options);  // returns the exit code

// An article's versions and what each changed.
int print_history(const std::string& article, const std::string& store, bool json);

}  // namespace synoptic::cli
