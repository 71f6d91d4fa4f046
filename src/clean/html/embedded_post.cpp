#include "clean/html/embedded_post.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/strings.h"
#include "base/table.h"
#include "html/tag_set.h"
#include "url/url.h"

namespace synoptic::clean {
namespace {

constexpr size_t kLongestName = 60;  // longer ones are made by machines

using PostList = std::vector<std::string_view>;

bool has_one(std::string_view name, const PostList& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return name.find(word) != std::string_view::npos;
  });
}

uint32_t letter_of(char c) {
  constexpr uint32_t kNoLetter = 31;
  const auto letter = static_cast<unsigned char>((c | 0x20) - 'a');
  return letter < 26 ? uint32_t{letter} : kNoLetter;
}

// The table data/clean/posts.tsv.
struct PostWords {
  PostList networks, starts, wholes, others, hosts, channels;
  std::vector<std::pair<std::string_view, std::string_view>> addresses;  // host, part of the path
  std::array<uint32_t, 32> pairs{};  // by a pair's first letter, a bit for each second one

  static const PostWords& get() {
    static const PostWords words = read();
    return words;
  }

  // Few lists of names have any of the pairs.
  bool may_name_network(std::string_view names) const {
    uint32_t wanted = 0;
    for (const char c : names) {
      const uint32_t letter = letter_of(c);
      if ((wanted >> letter & 1) != 0) return true;
      wanted = pairs[letter];
    }
    return false;
  }

 private:
  static PostWords read() {
    PostWords out;
    const std::array<std::pair<std::string_view, PostList*>, 6> lists{{{"network", &out.networks},
                                                                       {"start", &out.starts},
                                                                       {"whole", &out.wholes},
                                                                       {"other", &out.others},
                                                                       {"host", &out.hosts},
                                                                       {"channel", &out.channels}}};
    const DataTable table = DataTable::embedded("clean/posts.tsv", 2);
    for (const TableRow row : table) {
      if (row[0] == "address") {
        out.addresses.emplace_back(row[1], row[2]);
        continue;
      }
      const PostList words = row.words(1);
      if (row[0] == "pair") {
        for (const auto pair : words) {
          if (pair.size() != 2) table.refuse(row, "a pair has two letters");
          out.pairs[letter_of(pair[0])] |= 1u << letter_of(pair[1]);
        }
        continue;
      }
      const auto list = std::find_if(lists.begin(), lists.end(),
                                     [&](const auto& known) { return known.first == row[0]; });
      if (list == lists.end()) table.refuse(row, "unknown kind");
      list->second->insert(list->second->end(), words.begin(), words.end());
    }
    return out;
  }
};

bool names_network(std::string_view name, const PostWords& words) {
  for (const std::string_view word : words.starts) {
    const size_t at = name.find(word);
    if (at != name.npos && (at == 0 || name[at - 1] == '-' || name[at - 1] == '_')) return true;
  }
  return has_one(name, words.networks);
}

bool names_post(std::string_view name, const PostWords& words) {
  if (std::find(words.wholes.begin(), words.wholes.end(), name) != words.wholes.end()) return true;
  return names_network(name, words) && !has_one(name, words.others);
}

}  // namespace

bool names_embedded_post(std::string_view names) {
  const PostWords& words = PostWords::get();
  if (!words.may_name_network(names) && !has_one(names, words.wholes)) return false;
  std::string lower;
  for (size_t at = 0; at < names.size();) {
    const size_t end = std::min(names.find(' ', at), names.size());
    const std::string_view name = names.substr(at, end - at);
    at = end + 1;
    if (name.size() < 5 || name.size() > kLongestName) continue;
    lower = ascii_lower(name);
    if (names_post(lower, words)) return true;
  }
  return false;
}

bool leads_to_post(std::string_view address) {
  const auto parsed = url::parse(address);
  if (!parsed) return false;
  const PostWords& words = PostWords::get();
  std::string_view host = parsed->host;
  for (const std::string_view front : words.hosts) {
    if (host.starts_with(front)) host.remove_prefix(front.size());
  }
  const std::string_view path = parsed->path;
  // An account alone, or a post of it.
  if (std::find(words.channels.begin(), words.channels.end(), host) != words.channels.end()) {
    return std::count(path.begin(), path.end(), '/') == 2;
  }
  return std::any_of(words.addresses.begin(), words.addresses.end(), [&](const auto& post) {
    return host == post.first && path.find(post.second) != path.npos;
  });
}

bool is_embedded_post(const html::Document& document, uint32_t node) {
  using html::Tag;
  const html::Node& element = document.nodes()[node];
  // <amp-twitter>, <twitter-embed>: elements of their own.
  const std::string_view own = element.tag == Tag::unknown ? element.name() : std::string_view();
  if (own.find('-') != own.npos && names_network(own, PostWords::get())) return true;
  constexpr html::TagSet kBoxes = {Tag::blockquote, Tag::div, Tag::figure, Tag::section};
  if (!kBoxes.contains(element.tag)) return false;
  const std::string_view names = document.attribute_value(element, "class");
  return !names.empty() && names_embedded_post(names);
}

}  // namespace synoptic::clean
