// A made page with an article of three paragraphs, for tests of what is text and what is not.
#pragma once

#include <algorithm>
#include <string>

#include "clean/draft.h"
#include "clean/test_support.h"

namespace synoptic::clean {

inline const char* const kFirst =
    "The council of Norrvik voted late on Tuesday to keep the ferry to the islands free of charge, "
    "after a debate that filled the hall and lasted for more than five hours.";
inline const char* const kSecond =
    "Fishermen had warned that a fare would empty the smaller harbours within a year, while the "
    "treasurer said that the town could not pay for the boats alone.";
inline const char* const kThird =
    "The county will now be asked for a third of the cost, and its answer is expected before the "
    "summer timetable begins in the first week of May.";

struct TestPage {
  model::Capture capture;
  Draft draft;

  explicit TestPage(std::string body, std::string head = {}) {
    capture.text = "<html><head><title>Ferry stays free</title>" + head + "</head><body>" +
                   std::move(body) + "</body></html>";
    capture.url = "https://www.example.com/2026/04/02/ferry.html";
    capture.format = model::Format::kHtml;
    draft = read_html(capture, test_knowledge());
  }
  const Piece* find(std::string_view words) const {
    const auto found = std::find_if(draft.pieces.begin(), draft.pieces.end(), [&](const Piece& p) {
      return p.text.find(words) != std::string::npos && p.reason != "script";
    });
    return found == draft.pieces.end() ? nullptr : &*found;
  }
  std::string reason(std::string_view words) const {
    const Piece* piece = find(words);
    if (piece == nullptr) return "absent";
    return std::string(piece->outside ? piece->reason : "inside");
  }
};

inline std::string p(std::string_view text) { return "<p>" + std::string(text) + "</p>"; }

// An article of three paragraphs with something between the second and the third.
inline std::string article(std::string_view inside, std::string_view behind = {}) {
  return "<article><h1>Ferry stays free</h1>" + p(kFirst) + p(kSecond) + std::string(inside) +
         p(kThird) + std::string(behind) + "</article>";
}

}  // namespace synoptic::clean
