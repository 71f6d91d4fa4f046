// What people see of the program in a terminal: messages, colours, columns, the progress bar.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "base/result.h"
#include "flow/flow.h"

namespace synoptic::cli {

void complain(const Error& error);  // "synoptic: PATH: what went wrong" on stderr
int give_up(
    const Error& error);  // complains; the exit code: kUsage of a wrong command line, else kNothing
int give_up_writing(const Error& error);  // of a store or file that is written: kUnwritten, too
void inform(std::string_view line);       // on stderr

bool colours();  // stdout is a terminal and NO_COLOR is not set
std::string bold(std::string_view text);
std::string dim(std::string_view text);

// Columns that a terminal gives the text: wide East Asian characters take two, marks none.
size_t columns_of(std::string_view text);
// Cut with "…" or padded to exactly so many columns.
std::string fit(std::string_view text, size_t columns);
// Text with right-to-left letters between FSI and PDI (UAX #9), so that it cannot disturb the line.
std::string isolate(std::string_view text);
std::string one_line(std::string_view text);  // control characters and line breaks out
// Text of documents with U+FFFD for control characters; tabs, line ends and bold() and dim() stay.
std::string shown(std::string_view text);

// One line on stderr, rewritten; nothing at all when stderr is not a terminal.
class ProgressBar {
 public:
  ProgressBar();
  void update(const flow::Progress& progress);
  void update(double share, std::string_view what);
  void finish();  // wipes the line

 private:
  std::chrono::steady_clock::time_point start_, drawn_;
  bool on_ = false;
  bool shown_ = false;
};

}  // namespace synoptic::cli
