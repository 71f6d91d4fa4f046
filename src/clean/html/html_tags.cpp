#include "clean/html/html_tags.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/position.h"
#include "base/strings.h"
#include "clean/html/html_words.h"
#include "clean/page.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using html::NodeKind;
using html::Tag;

constexpr uint32_t kMostNodes = 200;
constexpr uint32_t kWidestTag = 40;   // columns
constexpr uint32_t kWidestRest = 30;  // of the words between the links: "Tagged", commas
constexpr size_t kMostTags = 20;      // more of them are a cloud of the whole site's

class TagList {
 public:
  TagList(const HtmlPage& page, uint32_t element)
      : page_(page), nodes_(page.document.nodes()), element_(element) {}

  // Empty where the element is something else.
  std::vector<std::string> read() const {
    const uint32_t end = nodes_[element_].subtree_end;
    if (end - element_ > kMostNodes || !is_named() || stands_beside()) return {};
    std::vector<std::string> tags;
    uint32_t rest = 0;
    for (uint32_t i = element_ + 1; i < end; ++i) {
      if (is_other(i)) return {};
      if (nodes_[i].tag == Tag::a) {
        std::string words = words_of(page_.document, i);
        while (words.starts_with('#')) words.erase(0, 1);
        if (!words.empty() && !may_be_tag(words)) return {};
        if (!words.empty()) tags.push_back(std::move(words));
        i = std::max(nodes_[i].subtree_end, i + 1) - 1;
      } else if (nodes_[i].kind == NodeKind::kText) {
        rest += width_of(text::trim_space(nodes_[i].text()));
      }
    }
    if (rest > kWidestRest || tags.size() > kMostTags) return {};
    return tags;
  }

 private:
  bool is_named() const {
    for (const std::string_view name : {"class", "id"}) {
      const std::string names = ascii_lower(page_.document.attribute_value(nodes_[element_], name));
      for (const std::string_view word : {"tag", "keyword"}) {
        if (names.find(word) != std::string::npos) return true;
      }
    }
    return false;
  }

  // About other articles or the site. The foot of an article is where they stand.
  bool stands_beside() const {
    bool in_foot = false;
    for (uint32_t up = nodes_[element_].parent; up != html::kNone; up = nodes_[up].parent) {
      const ElementKind kind = page_.kinds[up];
      const Tag tag = nodes_[up].tag;
      if (tag == Tag::article) return false;
      if (tag == Tag::aside || kind == "related" || kind == "comments" || kind == "sidebar" ||
          kind == "teaser" || kind == "navigation" || kind == "hidden") {
        return true;
      }
      in_foot |= kind == "footer";
    }
    return in_foot;
  }

  // A day or a name among them: the line of facts under the headline.
  bool is_other(uint32_t i) const {
    const ElementKind kind = page_.kinds[i];
    const Tag tag = nodes_[i].tag;
    return tag == Tag::time || kind == "date" || kind == "byline" || kind == "share" ||
           kind == "related" || kind == "teaser" || kind == "comments" || tag == Tag::img ||
           (tag >= Tag::h1 && tag <= Tag::h3);
  }

  static bool may_be_tag(std::string_view words) {
    return width_of(words) <= kWidestTag && !key_of(words).empty() &&
           !std::all_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  const HtmlPage& page_;
  const std::vector<html::Node>& nodes_;
  const uint32_t element_;
};

}  // namespace

void take_tags(const HtmlPage& page, FactNotes& notes) {
  constexpr int kMostLists = 40;  // each is read once
  const auto& nodes = page.document.nodes();
  int lists = 0;
  // Before the headline stand topics of the day.
  const uint32_t from = notes.heading_nodes.empty() ? 0 : notes.heading_nodes.front();
  for (uint32_t i = from; i < nodes.size() && lists < kMostLists; ++i) {
    if (page.kinds[i] != "tags") continue;
    ++lists;
    const std::vector<std::string> tags = TagList(page, i).read();
    for (const std::string& tag : tags) notes.add_keyword(tag);
    if (!tags.empty()) return;
  }
}

}  // namespace synoptic::clean
