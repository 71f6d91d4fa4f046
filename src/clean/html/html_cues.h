// What the names in class, id, role and itemprop attributes tell of an element, after the table
// data/clean/html_cues.tsv. Private to the room.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "html/html.h"

namespace synoptic::clean {

// What an element is for. Empty: nothing known. Kinds of content begin with '+' ("+body", "+lead",
// "+caption", "+title"); all others are reasons to leave the element out ("navigation", "share").
// One byte, since there is one for every node and they are compared all the time.
class ElementKind {
 public:
  constexpr ElementKind() = default;
  // A kind by its name; one that is not in the list does not compile.
  consteval ElementKind(const char* name) : index_(index_of(name)) {}  // NOLINT: "share" is one
  static std::optional<ElementKind> named(std::string_view name) {
    ElementKind kind;
    kind.index_ = search(name);
    return kind.index_ == kNames.size() ? std::nullopt : std::optional(kind);
  }

  // Of a literal, or made of parts of one: lives for ever.
  constexpr std::string_view name() const { return kNames[index_]; }
  constexpr bool empty() const { return index_ == 0; }
  constexpr bool is_content() const { return index_ >= kFirstContent; }
  // For a set of kinds: its bit.
  constexpr uint32_t bit() const { return 1U << index_; }
  friend constexpr bool operator==(ElementKind, ElementKind) = default;

 private:
  static constexpr std::array<std::string_view, 28> kNames{
      "",           "navigation",    "related", "share",      "comments",   "footer",
      "hidden",     "advertisement", "consent", "sidebar",    "author_box", "teaser",
      "newsletter", "paywall",       "tags",    "fact_box",   "date",       "byline",
      "credit",     "copyright",     "title",   "pull_quote", "plain",      "+caption",
      "+lead",      "+body",         "+title",  "+part"};
  static constexpr uint8_t kFirstContent = 23;
  static_assert(kNames.size() <= 32 && kNames[kFirstContent] == "+caption");

  static constexpr uint8_t search(std::string_view name) {
    uint8_t i = 0;
    while (i < kNames.size() && kNames[i] != name) ++i;
    return i;
  }
  static consteval uint8_t index_of(const char* name) {
    const uint8_t found = search(name);
    if (found == kNames.size()) throw "no such kind of element";
    return found;
  }

  uint8_t index_ = 0;
};

// Elements that are asked for later, in the order of the document: few pages are looked through for
// each of them again.
struct ElementLists {
  std::vector<uint32_t> with_property;  // itemprop or property
  std::vector<uint32_t> pictures;       // img, picture, video, iframe
  std::vector<uint32_t> fields;         // textarea, select, input
};

// One entry per node of the document; only elements have a kind of their own. Linear in the page.
std::vector<ElementKind> element_kinds(const html::Document& document, ElementLists& lists);

// The kind that a list of names (a class attribute) tells.
ElementKind kind_of_names(std::string_view names);

inline bool is_content(ElementKind kind) { return kind.is_content(); }

}  // namespace synoptic::clean
