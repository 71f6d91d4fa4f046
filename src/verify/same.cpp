#include "verify/same.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "verify/json_at.h"
#include "verify/verify.h"

namespace synoptic::verify {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;

constexpr size_t kMostTold = 100;  // differences; more are counted alone
constexpr size_t kShown = 200;     // bytes of a value that people are shown

std::string under(const std::string& path, std::string_view key) {
  return path.empty() ? std::string(key) : fmt::format("{}.{}", path, key);
}

std::string shown(element value) {
  std::string_view text;
  std::string all =
      value.get(text) == simdjson::SUCCESS ? std::string(text) : simdjson::minify(value);
  if (all.size() <= kShown) return all;
  size_t end = kShown;
  while (end > 0 && (static_cast<unsigned char>(all[end]) & 0xC0) == 0x80) --end;
  return all.substr(0, end) + "…";
}

bool is_number(element value) { return value.is_double() || value.is_int64() || value.is_uint64(); }

bool same_number(element a, element b) {
  int64_t x = 0, y = 0;
  if (a.get(x) == simdjson::SUCCESS && b.get(y) == simdjson::SUCCESS) return x == y;
  double left = 0, right = 0;
  return a.get(left) == simdjson::SUCCESS && b.get(right) == simdjson::SUCCESS && left == right;
}

// The ids of a list whose items all have one of their own; else empty.
std::vector<std::string> ids_of(array list) {
  std::vector<std::string> ids;
  std::unordered_set<std::string> seen;
  for (const element item : list) {
    std::string id = text_at(item, "id");
    if (id.empty() || !seen.insert(id).second) return {};
    ids.push_back(std::move(id));
  }
  return ids;
}

class Comparer {
 public:
  explicit Comparer(const std::vector<std::string>& taken_as_told) : exempt_(taken_as_told) {}

  std::vector<Failure> run(element stated, element made) {
    compare(stated, made, {});
    if (more_ > 0) {
      failures_.push_back({.part = "again", .reason = fmt::format("{} more differences", more_)});
    }
    return std::move(failures_);
  }

 private:
  struct Place {
    std::string fact, path;  // the fact where it is of one, and the way from it or from the top
    std::string kind;        // the same without numbers: "sources[].path"
    std::string article;     // which the innermost object is of
  };

  Place member(const Place& at, std::string_view key) const {
    return {at.fact, under(at.path, key), under(at.kind, key), at.article};
  }
  Place item(const Place& at, size_t index, const std::string& id) const {
    Place place = at;
    place.kind += "[]";
    // A fact is known by its id, whichever list it stands in.
    const bool fact =
        at.path == "agree" || at.path == "only" || at.path == "differ" || at.path == "updates";
    if (fact && !id.empty()) {
      place.fact = id;
      place.path.clear();
    } else {
      place.path += fmt::format("[{}]", id.empty() ? std::to_string(index) : id);
    }
    return place;
  }

  void tell(const Place& at, std::string stated, std::string made, std::string reason) {
    if (failures_.size() >= kMostTold) {
      ++more_;
      return;
    }
    failures_.push_back({.fact = at.fact,
                         .part = at.path.empty() ? "fact" : at.path,
                         .article = at.article,
                         .stated = std::move(stated),
                         .stands = std::move(made),
                         .reason = std::move(reason)});
  }

  void compare(element stated, element made, Place at) {
    if (std::find(exempt_.begin(), exempt_.end(), at.kind) != exempt_.end()) return;
    object a, b;
    array left, right;
    if (stated.get(a) == simdjson::SUCCESS && made.get(b) == simdjson::SUCCESS) {
      if (std::string article = text_at(made, "article"); !article.empty()) {
        at.article = std::move(article);
      }
      return compare_objects(a, b, at);
    }
    if (stated.get(left) == simdjson::SUCCESS && made.get(right) == simdjson::SUCCESS) {
      return compare_lists(left, right, at);
    }
    const bool same =
        is_number(stated) && is_number(made)
            ? same_number(stated, made)
            : stated.type() == made.type() && simdjson::minify(stated) == simdjson::minify(made);
    if (!same) tell(at, shown(stated), shown(made), "made anew it is another one");
  }

  void compare_objects(object stated, object made, const Place& at) {
    std::unordered_map<std::string_view, element> values;
    for (const auto field : made) values.emplace(field.key, field.value);
    for (const auto field : stated) {
      const auto found = values.find(field.key);
      if (found == values.end()) {
        tell(member(at, field.key), shown(field.value), "", "made anew there is no such key");
        continue;
      }
      const element value = found->second;
      values.erase(found);
      compare(field.value, value, member(at, field.key));
    }
    for (const auto field : made) {
      if (!values.contains(field.key)) continue;
      tell(member(at, field.key), "", shown(field.value),
           "made anew there is a key that is not told");
    }
  }

  void compare_lists(array stated, array made, const Place& at) {
    const std::vector<std::string> ids = ids_of(stated), made_ids = ids_of(made);
    if (ids.size() == stated.size() && made_ids.size() == made.size()) {
      return compare_by_id(stated, ids, made, made_ids, at);
    }
    size_t index = 0;
    auto b = made.begin();
    for (auto a = stated.begin(); a != stated.end(); ++a, ++index) {
      if (b == made.end()) {
        tell(item(at, index, text_at(*a, "id")), shown(*a), "", "made anew there is no such item");
        continue;
      }
      compare(*a, *b, item(at, index, ""));
      ++b;
    }
    for (; b != made.end(); ++b, ++index) {
      tell(item(at, index, text_at(*b, "id")), "", shown(*b),
           "made anew there is one that is not told");
    }
  }

  // Items that are known by an id are held against their likes, so that one that was left out is
  // told alone.
  void compare_by_id(array stated, const std::vector<std::string>& ids, array made,
                     const std::vector<std::string>& made_ids, const Place& at) {
    std::unordered_map<std::string_view, element> values;
    size_t index = 0;
    for (const element value : made) values.emplace(made_ids[index++], value);
    index = 0;
    bool complete = true;
    for (const element value : stated) {
      const Place place = item(at, index, ids[index]);
      const auto found = values.find(ids[index++]);
      if (found == values.end()) {
        complete = false;
        tell(place, shown(value), "", "made anew there is no such item");
        continue;
      }
      const element other = found->second;
      values.erase(found);
      compare(value, other, place);
    }
    index = 0;
    for (const element value : made) {
      const std::string& id = made_ids[index++];
      if (!values.contains(id)) continue;
      tell(item(at, index - 1, id), "", shown(value), "made anew there is one that is not told");
    }
    if (complete && values.empty() && ids != made_ids) {
      tell(at, fmt::format("{}", fmt::join(ids, " ")), fmt::format("{}", fmt::join(made_ids, " ")),
           "made anew they stand in another order");
    }
  }

  const std::vector<std::string>& exempt_;
  std::vector<Failure> failures_;
  size_t more_ = 0;
};

std::optional<std::string> repeated_under(element json, const std::string& path) {
  object members;
  array list;
  if (json.get(members) == simdjson::SUCCESS) {
    std::unordered_set<std::string_view> seen;
    for (const auto field : members) {
      const std::string place = under(path, field.key);
      if (!seen.insert(field.key).second) return place;
      if (auto inside = repeated_under(field.value, place)) return inside;
    }
  } else if (json.get(list) == simdjson::SUCCESS) {
    size_t index = 0;
    for (const element item : list) {
      const bool bare = !item.is_object() && !item.is_array();
      if (!bare) {
        if (auto inside = repeated_under(item, fmt::format("{}[{}]", path, index))) return inside;
      }
      ++index;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> repeated_key(element json) { return repeated_under(json, {}); }

std::vector<Failure> differences(std::string_view stated, std::string_view made,
                                 const std::vector<std::string>& taken_as_told) {
  simdjson::dom::parser first, second;
  element a, b;
  if (first.parse(stated.data(), stated.size()).get(a) != simdjson::SUCCESS ||
      second.parse(made.data(), made.size()).get(b) != simdjson::SUCCESS) {
    return {{.part = "again", .reason = "is not JSON"}};
  }
  return Comparer(taken_as_told).run(a, b);
}

}  // namespace synoptic::verify
