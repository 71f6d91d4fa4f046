// Pages to measure with: from sets of pages kept as JSON lines (keys id, url, html), from a folder
// of samples, and made ones.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic::bench {

struct Page {
  std::string id, url;
  std::string bytes;  // as received, in whatever charset
};

struct PageSet {
  std::string name;
  std::vector<Page> pages;
};

// Every page of a .jsonl or .jsonl.zst file, one by one; false: the file cannot be read.
bool for_each_page(const std::string& path, const std::function<void(const Page&)>& use);

// The sets named by the environment variable SYNOPTIC_PAGES (paths parted by ':'), else the
// HTML files under `samples`.
std::vector<PageSet> page_sets(const std::string& samples);

// Pages that are hard in one way each: depth, tables, attributes, character references, text.
std::vector<PageSet> made_sets();

}  // namespace synoptic::bench
