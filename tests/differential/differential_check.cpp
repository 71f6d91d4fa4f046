// Our reader's tree of real pages beside MyHTML's: the same elements, attributes and texts in the
// same order at the same depth? Where they differ, the first place that does is shown by kind, so
// that a reader of the standard can judge who is right (MyHTML passes 95.5 % of html5lib-tests).
// Those judged for us are listed in known_kinds.tsv.
//
//   differential_check [--floor SHARE] [--known FILE] [--examples N] [--page ID]
//                      PAGES.jsonl[.zst] | FOLDER …
//
// 0: at least SHARE of the pages are equal up to a known difference. 1: fewer. 77: no pages.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "base/strings.h"
#include "bench/pages.h"
#include "collect/collect.h"
#include "outline.h"

namespace synoptic::differential {
namespace {

namespace fs = std::filesystem;

constexpr int kSkipped = 77;

struct Kind {
  size_t count = 0;
  std::vector<std::string> examples;
};

struct Tally {
  size_t pages = 0, equal = 0, known = 0, equal_but_depth = 0;
  size_t items = 0, equal_items = 0;
  std::map<std::string, Kind> kinds;
};

// `from`: of a text, what stands before it is left out.
std::string shown(const Item& item, size_t from = 0) {
  constexpr size_t kLongest = 100;
  std::string out = fmt::format("{:>3} ", item.depth);
  if (item.is_text) {
    out += "'" + item.text.substr(std::min(from, item.text.size()), kLongest) + "'";
  } else {
    out += "<" + item.name;
    for (const auto& [name, value] : item.attributes) {
      out += " " + name + "=\"" + value.substr(0, 40) + "\"";
      if (out.size() > kLongest) break;
    }
    out += ">";
  }
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

size_t first_difference(std::string_view a, std::string_view b) {
  const auto in_a = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
  constexpr ptrdiff_t kBefore = 20;
  return static_cast<size_t>(std::max<ptrdiff_t>(0, in_a - a.begin() - kBefore));
}

std::string called(const Item& item) { return item.is_text ? "text" : "<" + item.name + ">"; }

bool same_but_depth(const Item& a, const Item& b) {
  return a.is_text == b.is_text && a.name == b.name && a.text == b.text &&
         a.attributes == b.attributes;
}

// The element that an item stands in.
std::string parent_of(const Outline& outline, size_t at) {
  if (at >= outline.size()) return "end";
  for (size_t i = at; i-- > 0;) {
    if (!outline[i].is_text && outline[i].depth < outline[at].depth) return called(outline[i]);
  }
  return "document";
}

// Names the difference at a place; `ours` and `theirs` agree before it.
std::string kind_of(const Outline& ours, const Outline& theirs, size_t at) {
  if (at >= ours.size()) return "ours ends before " + called(theirs[at]);
  if (at >= theirs.size()) return "MyHTML ends before " + called(ours[at]);
  const Item &a = ours[at], &b = theirs[at];
  if (same_but_depth(a, b)) {
    return fmt::format("depth of {}: ours in {}, MyHTML in {}", called(a), parent_of(ours, at),
                       parent_of(theirs, at));
  }
  if (a.is_text && b.is_text) {
    if (a.depth != b.depth) return "text and depth of text";
    if (a.text.starts_with(b.text)) return "text longer in ours, in " + parent_of(ours, at);
    if (b.text.starts_with(a.text)) return "text longer in MyHTML, in " + parent_of(ours, at);
    return "text differs, in " + parent_of(ours, at);
  }
  if (!a.is_text && !b.is_text && a.name == b.name && a.depth == b.depth) {
    for (const auto& [name, value] : b.attributes) {
      const auto found = a.attributes.find(name);
      if (found == a.attributes.end()) return "attribute only in MyHTML";
      if (found->second != value) return "attribute value differs";
    }
    return "attribute only in ours";
  }
  if (at + 1 < ours.size() && same_but_depth(ours[at + 1], b)) {
    return fmt::format("only in ours: {} in {}", called(a), parent_of(ours, at));
  }
  if (at + 1 < theirs.size() && same_but_depth(a, theirs[at + 1])) {
    return fmt::format("only in MyHTML: {} in {}", called(b), parent_of(theirs, at));
  }
  return fmt::format("ours {}, MyHTML {} in {}", called(a), called(b), parent_of(theirs, at));
}

std::string example(const bench::Page& page, const Outline& ours, const Outline& theirs,
                    size_t at) {
  constexpr size_t kBefore = 3, kBehind = 3;
  std::string out = fmt::format("    {} at item {}\n", page.id, at);
  for (size_t i = at - std::min(at, kBefore); i < at; ++i)
    out += "         " + shown(ours[i]) + "\n";
  const size_t from =
      at < ours.size() && at < theirs.size() ? first_difference(ours[at].text, theirs[at].text) : 0;
  for (const auto& [who, outline] : {std::pair{"ours", &ours}, std::pair{"MyHT", &theirs}}) {
    for (size_t i = at; i < std::min(at + kBehind, outline->size()); ++i) {
      out += fmt::format("    {} {}\n", who, shown((*outline)[i], i == at ? from : 0));
    }
  }
  return out;
}

void compare(const bench::Page& page, size_t examples, Tally& tally) {
  const auto capture = collect::capture_bytes(page.bytes, "page.html");
  if (!capture) return;
  const Outline theirs = outline_of_myhtml(capture->text);
  const Outline ours = outline_of_ours(capture->text, theirs);
  ++tally.pages;
  size_t at = 0;
  const size_t shorter = std::min(ours.size(), theirs.size());
  while (at < shorter && ours[at] == theirs[at]) ++at;
  tally.items += std::max(ours.size(), theirs.size());
  tally.equal_items += at;
  const bool equal = at == ours.size() && at == theirs.size();
  tally.equal += equal;
  tally.equal_but_depth +=
      std::equal(ours.begin(), ours.end(), theirs.begin(), theirs.end(), same_but_depth);
  if (equal) return;
  Kind& kind = tally.kinds[kind_of(ours, theirs, at)];
  if (++kind.count <= examples) kind.examples.push_back(example(page, ours, theirs, at));
}

// Kinds judged for us, and the most pages that may differ so.
using Known = std::map<std::string, size_t>;

Known read_known(const std::string& path) {
  Known kinds;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const auto fields = split(line, '\t');
    if (line.starts_with('#') || fields.size() < 3) continue;
    kinds[std::string(fields[1])] = std::strtoul(line.c_str(), nullptr, 10);
  }
  return kinds;
}

double share(size_t part, size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

void print(const Tally& tally, const Known& known) {
  constexpr size_t kMost = 40;
  fmt::print(
      "{} pages: {:.4f} equal, {:.4f} up to a known difference; {:.4f} equal but for depth; {:.4f} "
      "of what stands in them comes before the first difference\n",
      tally.pages, share(tally.equal, tally.pages), share(tally.equal + tally.known, tally.pages),
      share(tally.equal_but_depth, tally.pages), share(tally.equal_items, tally.items));
  std::vector<std::pair<std::string, Kind>> kinds(tally.kinds.begin(), tally.kinds.end());
  std::stable_sort(kinds.begin(), kinds.end(),
                   [](const auto& a, const auto& b) { return a.second.count > b.second.count; });
  for (size_t i = 0; i < std::min(kinds.size(), kMost); ++i) {
    fmt::print("{:6}  {}{}\n", kinds[i].second.count, kinds[i].first,
               known.contains(kinds[i].first) ? " (known)" : "");
    for (const std::string& text : kinds[i].second.examples) fmt::print("{}", text);
  }
  if (kinds.size() > kMost) fmt::print("  and {} kinds more\n", kinds.size() - kMost);
}

std::vector<std::string> page_files(const fs::path& path) {
  if (!fs::is_directory(path)) return {path.string()};
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(path)) files.push_back(entry.path().string());
  std::erase_if(files, [](const std::string& file) {
    return !file.ends_with(".jsonl") && !file.ends_with(".jsonl.zst");
  });
  std::sort(files.begin(), files.end());
  return files;
}

int run(int argc, char** argv) {
  double floor = 0;
  size_t examples = 0;
  std::string only;
  Known known;
  std::vector<std::string> files;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--floor" && i + 1 < argc) {
      floor = std::strtod(argv[++i], nullptr);
    } else if (argument == "--examples" && i + 1 < argc) {
      examples = std::strtoul(argv[++i], nullptr, 10);
    } else if (argument == "--known" && i + 1 < argc) {
      known = read_known(argv[++i]);
    } else if (argument == "--page" && i + 1 < argc) {
      only = argv[++i];
    } else if (fs::exists(argument)) {
      for (auto& file : page_files(argument)) files.push_back(std::move(file));
    }
  }
  Tally tally;
  for (const std::string& file : files) {
    bench::for_each_page(file, [&](const bench::Page& page) {
      if (only.empty() || page.id == only) compare(page, examples, tally);
    });
  }
  if (tally.pages == 0) {
    fmt::print("skipped: no pages\n");
    return kSkipped;
  }
  for (const auto& [name, most] : known) {
    const auto found = tally.kinds.find(name);
    if (found != tally.kinds.end()) tally.known += std::min(found->second.count, most);
  }
  print(tally, known);
  if (share(tally.equal + tally.known, tally.pages) >= floor) return 0;
  fmt::print("fewer pages are equal than the floor, {}\n", floor);
  return 1;
}

}  // namespace
}  // namespace synoptic::differential

int main(int argc, char** argv) { return synoptic::differential::run(argc, argv); }
