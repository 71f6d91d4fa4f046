#include "clean/html_cues.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <cstring>
#include <memory_resource>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/data.h"
#include "base/strings.h"

namespace synoptic::clean {
namespace {

constexpr size_t kMaxNames = 400;  // bytes of an attribute that are looked at

// Names differ in length or at their ends; what is between costs more to read than it tells.
struct CheapHash {
  size_t operator()(std::string_view name) const {
    const auto [front, back] = ends_of(name);
    const uint64_t mixed =
        (front ^ (back * 0x9E3779B97F4A7C15u) ^ name.size()) * 0xD6E8FEB86659FD93u;
    return static_cast<size_t>(mixed ^ (mixed >> 32));
  }

 private:
  template <typename Bytes>
  static std::pair<uint64_t, uint64_t> read(std::string_view name) {
    Bytes front, back;
    std::memcpy(&front, name.data(), sizeof front);
    std::memcpy(&back, name.data() + name.size() - sizeof back, sizeof back);
    return {front, back};
  }
  static std::pair<uint64_t, uint64_t> ends_of(std::string_view name) {
    if (name.size() >= 8) return read<uint64_t>(name);
    if (name.size() >= 4) return read<uint32_t>(name);
    if (name.size() >= 2) return read<uint16_t>(name);
    return name.empty() ? std::pair<uint64_t, uint64_t>{} : read<uint8_t>(name);
  }
};

// Names with their kinds. Most names that are looked for are not there: a bit for each hash tells.
class KindsByName {
 public:
  void add(std::string_view name, ElementKind kind) {
    kinds_.emplace(name, kind);
    hashes_[CheapHash{}(name) % hashes_.size()] = true;
  }
  const ElementKind* find(std::string_view name) const {
    if (!hashes_[CheapHash{}(name) % hashes_.size()]) return nullptr;
    const auto found = kinds_.find(name);
    return found == kinds_.end() ? nullptr : &found->second;
  }

 private:
  std::unordered_map<std::string_view, ElementKind, CheapHash> kinds_;
  std::bitset<1 << 14> hashes_;
};

// The table's rows by what they ask for. Kinds in the order of the table; the first that fits wins,
// but content beats the rest, and whole names beat words.
struct Table {
  KindsByName whole, words;
  // By their first byte, the longest first.
  std::array<std::vector<std::pair<std::string_view, ElementKind>>, 256> prefixes;

  auto& prefixes_of(std::string_view name) {
    return prefixes[static_cast<unsigned char>(name.front())];
  }
  const auto& prefixes_of(std::string_view name) const {
    return prefixes[static_cast<unsigned char>(name.front())];
  }
};

const Table& table() {
  static const Table made = [] {
    Table t;
    for (const auto line : lines(embedded_data("clean/html_cues.tsv"))) {
      const size_t tab = line.find('\t');
      if (line.starts_with('#') || tab == std::string_view::npos) continue;
      const auto known = ElementKind::named(line.substr(0, tab));
      if (!known) continue;
      const ElementKind kind = *known;
      for (auto name : split_trimmed(line.substr(tab + 1), ';')) {
        if (name.starts_with('=')) {
          t.whole.add(name.substr(1), kind);
        } else if (name.ends_with('*')) {
          name.remove_suffix(1);
          if (!name.empty()) t.prefixes_of(name).emplace_back(name, kind);
        } else {
          t.words.add(name, kind);
        }
      }
    }
    for (auto& list : t.prefixes) {
      std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
        return a.first.size() > b.first.size();
      });
    }
    return t;
  }();
  return made;
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f'; }

// "articleBody_main" -> "article-body-main".
void words_of(std::string_view name, std::string& words) {
  words.resize(2 * name.size());
  char* const begin = words.data();
  char* out = begin;
  const auto end_word = [&] {
    if (out != begin && out[-1] != '-') *out++ = '-';
  };
  for (size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (is_lower(c)) {
      *out++ = c;
    } else if (is_upper(c)) {
      if (i > 0 && is_lower(name[i - 1])) end_word();
      *out++ = static_cast<char>(c + 32);
    } else if (is_digit(c) || static_cast<unsigned char>(c) >= 0x80) {
      *out++ = c;
    } else {
      end_word();
    }
  }
  if (out != begin && out[-1] == '-') --out;
  words.resize(static_cast<size_t>(out - begin));
}

struct Votes {
  ElementKind content, other;
  void add(ElementKind kind) {
    ElementKind& slot = is_content(kind) ? content : other;
    if (slot.empty()) slot = kind;
  }
  void add(const Votes& votes) {
    if (!votes.content.empty()) add(votes.content);
    if (!votes.other.empty()) add(votes.other);
  }
};

// Those of a list that blanks part, as far as it is looked at.
template <typename Take>
void each_name(std::string_view list, Take take) {
  list = list.substr(0, kMaxNames);
  for (size_t i = 0; i < list.size();) {
    size_t end = i;
    while (end < list.size() && !is_blank(list[end])) ++end;
    if (end > i) take(list.substr(i, end - i));
    i = end + 1;
  }
}

// One name: itself, then each run of one to three of its words.
Votes votes_of(std::string_view name, std::string& words) {
  const Table& t = table();
  Votes votes;
  words_of(name, words);
  if (words.empty()) return votes;
  const auto look = [&](const KindsByName& in, std::string_view key) {
    if (const ElementKind* kind = in.find(key)) votes.add(*kind);
  };
  look(t.whole, words);
  constexpr size_t kMaxWords = 60;
  std::array<size_t, kMaxWords + 1> starts;
  starts[0] = 0;
  size_t count = 1;  // of words
  for (size_t i = 0; i < words.size() && count < kMaxWords; ++i) {
    if (words[i] == '-') starts[count++] = i + 1;
  }
  starts[count] = words.size() + 1;
  // Longer runs first: "article-tags" says more than "article".
  for (size_t length = 3; length >= 1; --length) {
    for (size_t i = 0; i + length <= count; ++i) {
      const std::string_view run =
          std::string_view(words).substr(starts[i], starts[i + length] - 1 - starts[i]);
      look(t.words, run);
      if (run.empty() || (length > 1 && i > 0)) continue;
      for (const auto& [prefix, kind] : t.prefixes_of(run)) {
        // The last byte of a prefix tells most names off without a comparison.
        const size_t last = prefix.size() - 1;
        if (last < run.size() && run[last] == prefix[last] && run.starts_with(prefix)) {
          votes.add(kind);
        }
      }
    }
  }
  return votes;
}

ElementKind decide(const Votes& votes) {
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

// Reads lists of names; pages repeat both the lists and the names in them.
class NameReader {
 public:
  ElementKind kind_of(std::string_view names) {
    if (names.empty()) return {};
    if (names.size() <= kMaxNames && std::none_of(names.begin(), names.end(), is_blank)) {
      return decide(votes_for(names));
    }
    const auto [list, is_new] = lists_.try_emplace(names);
    if (!is_new) return list->second;
    Votes votes;
    each_name(names, [&](std::string_view name) { votes.add(votes_for(name)); });
    list->second = decide(votes);
    return list->second;
  }

 private:
  const Votes& votes_for(std::string_view name) {
    const auto [known, added] = names_.try_emplace(name);
    if (added) known->second = votes_of(name, buffer_);
    return known->second;
  }

  template <typename Value>
  using ByName = std::pmr::unordered_map<std::string_view, Value, CheapHash>;

  std::pmr::monotonic_buffer_resource memory_{1 << 14};
  ByName<ElementKind> lists_{&memory_};
  ByName<Votes> names_{&memory_};
  std::string buffer_;
};

bool hides(std::string_view style) {
  if (style.empty() || style.size() > kMaxNames) return false;
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
  bool hidden = false;
};

Told told_by(const html::Document& document, const html::Node& node) {
  Told told;
  const uint32_t end = node.attributes_end();
  for (uint32_t i = node.attributes_begin(); i < end; ++i) {
    const auto& [name, value, span] = document.attributes()[i];
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

}  // namespace

ElementKind kind_of_names(std::string_view names) {
  std::string buffer;
  Votes votes;
  each_name(names, [&](std::string_view name) { votes.add(votes_of(name, buffer)); });
  return decide(votes);
}

std::vector<ElementKind> element_kinds(const html::Document& document) {
  const auto& nodes = document.nodes();
  std::vector<ElementKind> kinds(nodes.size());
  NameReader reader;
  for (size_t i = 0; i < nodes.size(); ++i) {
    const html::Node& node = nodes[i];
    if (node.kind != html::NodeKind::kElement) continue;
    // The names of these tell of the whole page.
    if (node.tag == html::Tag::html || node.tag == html::Tag::body) continue;
    const Told told = told_by(document, node);
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
