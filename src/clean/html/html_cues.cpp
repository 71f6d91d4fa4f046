#include "clean/html/html_cues.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "clean/name_votes.h"
#include "html/tag_set.h"
#include "text/scan.h"

namespace synoptic::clean {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_blank(char c) {
  // One comparison tells off nearly all.
  return static_cast<unsigned char>(c) <= ' ' &&
         (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f');
}

// Where the name that begins at `at` ends.
size_t end_of_name(std::string_view list, size_t at) {
  while (at < list.size()) {
    at = text::next_at_most(list, at, ' ');
    if (at < list.size() && is_blank(list[at])) break;
    ++at;  // another control character
  }
  return std::min(at, list.size());
}

// Those of a list that blanks part, as far as it is looked at.
template <typename Take>
void each_name(std::string_view list, Take take) {
  list = list.substr(0, kMaxNames);
  for (size_t i = 0; i < list.size();) {
    const size_t end = end_of_name(list, i);
    if (end > i) take(list.substr(i, end - i));
    i = end + 1;
  }
}

ElementKind decide(const Votes& votes) {
  // A part of a page's own building says little beside a name that tells what stands in it.
  if (votes.content == "+part" && (votes.other == "newsletter" || votes.other == "pull_quote")) {
    return votes.other;
  }
  return votes.content.empty() ? votes.other : votes.content;
}

ElementKind kind_of_tag(html::Tag tag) {
  using html::Tag;
  switch (tag) {
    case Tag::nav:
    case Tag::menu:
      return "navigation";
    case Tag::footer:
      return "footer";
    case Tag::aside:
      return "sidebar";
    case Tag::dialog:
      return "hidden";
    case Tag::figcaption:
      return "+caption";
    case Tag::address:
      return "byline";
    case Tag::time:
      return "date";
    default:
      return {};
  }
}

ElementKind kind_of_role(std::string_view role) {
  struct Role {
    std::string_view name;
    ElementKind kind;
  };
  static constexpr std::array<Role, 12> kRoles{{{"navigation", "navigation"},
                                                {"banner", "navigation"},
                                                {"search", "navigation"},
                                                {"complementary", "sidebar"},
                                                {"contentinfo", "footer"},
                                                {"dialog", "hidden"},
                                                {"alertdialog", "hidden"},
                                                {"menu", "navigation"},
                                                {"menubar", "navigation"},
                                                {"toolbar", "share"},
                                                {"tooltip", "hidden"},
                                                {"tablist", "navigation"}}};
  const auto found = std::find_if(kRoles.begin(), kRoles.end(),
                                  [&](const Role& known) { return known.name == role; });
  return found == kRoles.end() ? ElementKind() : found->kind;
}

// What was found for texts of a page: a list with open addressing. The next page takes it over:
// only slots of its own number count.
class Known {
 public:
  void begin_page() {
    constexpr size_t kMostKept = 1 << 14;  // slots
    count_ = 0;
    if (++page_ != 0 && slots_.size() <= kMostKept) return;
    std::vector<Slot>().swap(slots_);
    mask_ = 0;
    page_ = 1;
  }

  // The text's votes; is_new is set where it is new: they are still to be found. Valid until the
  // next call.
  Votes* find(std::string_view text, bool& is_new) {
    if (2 * count_ >= mask_) grow();
    Slot& slot = slot_of(text, ends_of(text), slots_, is_new);
    count_ += is_new;
    return &slot.votes;
  }

 private:
  struct Ends {
    uint64_t front, back;
    bool operator==(const Ends&) const = default;
  };
  struct Slot {
    std::string_view text;
    Ends ends;
    Votes votes;
    uint32_t page = 0;
  };

  template <typename Bytes>
  static uint64_t read(const char* at) {
    Bytes bytes;
    std::memcpy(&bytes, at, sizeof bytes);
    return bytes;
  }
  // Of a text with up to sixteen bytes they are all there is.
  static Ends ends_of(std::string_view text) {
    const char* const at = text.data();
    const size_t size = text.size();
    if (size >= 8) return {read<uint64_t>(at), read<uint64_t>(at + size - 8)};
    if (size >= 4) return {read<uint32_t>(at), read<uint32_t>(at + size - 4)};
    if (size >= 2) return {read<uint16_t>(at), read<uint16_t>(at + size - 2)};
    return {read<uint8_t>(at), 0};
  }
  // Texts differ in length, at their ends or in the middle; all else costs more than it tells.
  static size_t hash_of(std::string_view text, const Ends& ends) {
    const size_t size = text.size();
    const uint64_t middle = size > 16 ? read<uint64_t>(text.data() + size / 2 - 4) : 0;
    const uint64_t mixed =
        (ends.front ^ (ends.back * 0x9E3779B97F4A7C15u) ^ (middle * 0xC2B2AE3D27D4EB4Fu) ^ size) *
        0xD6E8FEB86659FD93u;
    return static_cast<size_t>(mixed ^ (mixed >> 32));
  }

  // The text's, or a free one, which then is the text's.
  Slot& slot_of(std::string_view text, const Ends& ends, std::vector<Slot>& slots,
                bool& is_new) const {
    for (size_t at = hash_of(text, ends) & mask_;; at = (at + 1) & mask_) {
      Slot& slot = slots[at];
      if (slot.page != page_) {
        slot = {text, ends, {}, page_};
        is_new = true;
        return slot;
      }
      if (slot.text.size() == text.size() && slot.ends == ends &&
          (text.size() <= 16 || slot.text == text)) {
        return slot;
      }
    }
  }

  void grow() {
    std::vector<Slot> larger(std::max<size_t>(256, 2 * slots_.size()));
    mask_ = larger.size() - 1;
    for (const Slot& slot : slots_) {
      if (slot.page != page_) continue;
      bool is_new = false;
      slot_of(slot.text, slot.ends, larger, is_new).votes = slot.votes;
    }
    slots_ = std::move(larger);
  }

  std::vector<Slot> slots_;  // a power of two
  size_t mask_ = 0;          // slots_.size() - 1
  size_t count_ = 0;
  uint32_t page_ = 0;
};

// Reads lists of names; pages repeat both the lists and the names in them.
class NameReader {
 public:
  void begin_page() {
    lists_.begin_page();
    names_.begin_page();
  }
  ElementKind kind_of(std::string_view names) {
    return names.empty() ? ElementKind() : decide(votes_for_list(names));
  }

 private:
  [[gnu::noinline]] Votes votes_for_list(std::string_view names) {
    // Every other list is one name.
    if (names.size() <= kMaxNames && end_of_name(names, 0) == names.size()) return votes_for(names);
    bool is_new = false;
    Votes* const known = lists_.find(names, is_new);
    if (!is_new) return *known;
    Votes votes;
    bool of_post = false, told = false;
    each_name(names, [&](std::string_view name) {
      if (told) return;
      votes.add(votes_for(name));
      // WordPress writes behind these two what the post is filed under: the names of subjects.
      of_post = of_post || name.starts_with("type-");
      told = of_post && name == "hentry";
    });
    return *known = votes;
  }
  const Votes& votes_for(std::string_view name) {
    bool is_new = false;
    Votes* const known = names_.find(name, is_new);
    if (is_new) *known = votes_of(name);
    return *known;
  }

  Known lists_, names_;
};

// Is a value written behind a colon that may be one of those that hide?
bool may_hide(std::string_view style) {
  for (size_t at = style.find(':'); at != std::string_view::npos; at = style.find(':', at + 1)) {
    size_t value = at + 1;
    while (value < style.size() && (style[value] == ' ' || style[value] == '\t')) ++value;
    if (value < style.size() && ((style[value] | 0x20) == 'n' || (style[value] | 0x20) == 'h')) {
      return true;
    }
  }
  return false;
}

bool hides(std::string_view style) {
  if (style.size() > kMaxNames || !may_hide(style)) return false;
  std::string dense;
  for (const char c : style) {
    if (c != ' ' && c != '\t') dense += is_upper(c) ? static_cast<char>(c + 32) : c;
  }
  return dense.find("display:none") != std::string::npos ||
         dense.find("visibility:hidden") != std::string::npos;
}

// The attributes of an element that tell what it is for, gathered in one pass over all it has.
struct Told {
  std::string_view names, id, role, property, component;
  bool hidden = false, has_property = false;
};

Told told_by(const html::Document& document, const html::Node& node) {
  Told told;
  const html::Attribute* const all = document.attributes().data();
  const html::Attribute* const end = all + node.attributes_end();
  for (const html::Attribute* one = all + node.attributes_begin(); one != end; ++one) {
    const auto& [name, value, span] = *one;
    switch (name.size()) {
      case 2:
        if (name == "id") told.id = value;
        break;
      case 4:
        if (name == "role") told.role = value;
        break;
      case 5:
        if (name == "class") told.names = value;
        if (name == "style") told.hidden |= hides(value);
        break;
      case 6:
        told.hidden |= name == "hidden";
        break;
      case 8:
        if (name == "itemprop") told.property = value;
        told.has_property |= name == "itemprop" || name == "property";
        break;
      case 11:
        told.hidden |= name == "aria-hidden" && value == "true";
        break;
      case 14:
        if (name == "data-component") told.component = value;
        break;
      default:
        break;
    }
  }
  return told;
}

// <amp-img>, <amp-video>: what pages for phones write instead.
bool is_page_picture(const html::Node& node) {
  return node.tag == html::Tag::unknown && node.name().starts_with("amp-") &&
         (node.name() == "amp-img" || node.name() == "amp-video");
}

}  // namespace

ElementKind kind_of_names(std::string_view names) {
  Votes votes;
  each_name(names, [&](std::string_view name) { votes.add(votes_of(name)); });
  return decide(votes);
}

std::vector<ElementKind> element_kinds(const html::Document& document, ElementLists& lists) {
  using html::Tag;
  constexpr html::TagSet kPictures = {Tag::img, Tag::picture, Tag::video, Tag::iframe};
  constexpr html::TagSet kFields = {Tag::textarea, Tag::select, Tag::input};
  const auto& nodes = document.nodes();
  std::vector<ElementKind> kinds(nodes.size());
  thread_local NameReader reader;
  reader.begin_page();
  const auto count = static_cast<uint32_t>(nodes.size());
  for (uint32_t i = 0; i < count; ++i) {
    const html::Node& node = nodes[i];
    if (node.kind != html::NodeKind::kElement) continue;
    if (kPictures.contains(node.tag) || is_page_picture(node)) lists.pictures.push_back(i);
    if (kFields.contains(node.tag)) lists.fields.push_back(i);
    if (node.attributes_begin() == node.attributes_end()) {
      kinds[i] = kind_of_tag(node.tag);
      continue;
    }
    const Told told = told_by(document, node);
    if (told.has_property) lists.with_property.push_back(i);
    // The names of these tell of the whole page.
    if (node.tag == Tag::html || node.tag == Tag::body) continue;
    if (told.hidden) {
      kinds[i] = "hidden";
      continue;
    }
    if (told.property == "articleBody") {
      kinds[i] = "+body";
      continue;
    }
    const ElementKind by_class = reader.kind_of(told.names);
    const ElementKind by_id = reader.kind_of(told.id);
    ElementKind& kind = kinds[i] = kind_of_tag(node.tag);
    if (kind.empty() && !told.role.empty()) kind = kind_of_role(told.role);
    if (kind.empty()) kind = is_content(by_id) ? by_id : by_class;
    if (kind.empty()) kind = by_id;
    if (kind.empty()) kind = reader.kind_of(told.component);
    // A sidebar element whose class says more: related, newsletter …
    if (kind == "sidebar" && !by_class.empty() && !is_content(by_class)) kind = by_class;
  }
  return kinds;
}

}  // namespace synoptic::clean
