// Which line is the title, and which line above it names the outlet. Private to the room.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "clean/classify.h"

namespace synoptic::clean {

constexpr size_t kNoLine = static_cast<size_t>(-1);

struct Title {
  std::string text;
  std::string key;  // of the text: copies are found by it
  Span span;
  text::OffsetMap source;
  size_t line = kNoLine;       // where the article begins; kNoLine: it has no line of its own
  std::vector<size_t> outlet;  // lines that name the publisher
};

// `candidates`: what the page says of itself (only its first article may use them).
Title choose_title(const Page& page, const std::vector<TitleCandidate>& candidates,
                   const knowledge::Knowledge& knowledge);

// "[财经] …", "(VIDEO) …": the title without the section or the kind of the piece in brackets in
// front; these are told in metadata "title.tag".
Title without_tags(Title title, std::map<std::string, std::vector<std::string>>& metadata);

// "Headline - Outlet", "Outlet — Headline" without the outlet, where the headline is a line of its
// own; `outlet` is filled when it was there.
std::string without_site_name(std::string_view title, const Page& page,
                              const knowledge::Knowledge& knowledge, std::string& outlet);

// First line at or behind `from` that is running text; kNoLine if there is none.
size_t first_paragraph(const Page& page, size_t from);

}  // namespace synoptic::clean
