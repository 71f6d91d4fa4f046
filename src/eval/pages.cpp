#include "eval/pages.h"

#include "collect/lenient_json.h"
#include "eval/rows.h"
#include "url/url.h"

namespace synoptic::eval {
namespace {

using simdjson::dom::element;

std::vector<std::string> strings_at(const element& row, std::string_view key) {
  std::vector<std::string> texts;
  simdjson::dom::array list;
  if (row.at_key(key).get(list) != simdjson::SUCCESS) return texts;
  for (const element item : list) {
    std::string_view text;
    if (item.get(text) == simdjson::SUCCESS && !text.empty()) texts.emplace_back(text);
  }
  return texts;
}

Gold gold_of(const element& row) {
  constexpr size_t kDay = 10;  // "2025-01-31"
  Gold gold{string_at(row, "id"),          string_at(row, "url"),   string_at(row, "lang"),
            string_at(row, "articleBody"), string_at(row, "title"), string_at(row, "date"),
            strings_at(row, "authors"),    strings_at(row, "with"), strings_at(row, "without")};
  if (gold.date.size() < kDay) gold.date.clear();
  return gold;
}

}  // namespace

bool is_in_part(const Gold& gold, Part part) {
  if (part == Part::kAll) return true;
  std::string host = url::host_of(gold.url);
  if (host.empty() || host == "fakehost") host = gold.id;  // a set's way to say: not known
  uint32_t hash = 2166136261U;                             // FNV-1a, 32 bits
  for (const char c : host) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return ((hash >> 8) % 5 < 3) == (part == Part::kDev);
}

PageSet::PageSet(const std::string& path, Part part)
    : sources_(std::vector<std::string>{path}), part_(part) {}

std::optional<Result<Page>> PageSet::next() {
  while (auto source = sources_.next()) {
    if (!*source) return tl::unexpected(source->error());
    simdjson::dom::parser parser;
    element row;
    Page page;
    // What is no JSON is an error of read_source, too.
    if (collect::parse_lenient(parser, (*source)->bytes).get(row) == simdjson::SUCCESS)
      page.gold = gold_of(row);
    if (!is_in_part(page.gold, part_)) continue;
    if (page.gold.id.empty()) page.gold.id = (*source)->path;
    auto capture = collect::read_source(std::move(**source));
    if (!capture) return tl::unexpected(capture.error());
    page.capture = std::move(*capture);
    return page;
  }
  return std::nullopt;
}

std::string set_name(std::string_view path) {
  path.remove_prefix(path.rfind('/') + 1);
  for (const std::string_view ending : {".zst", ".gz", ".jsonl", ".ndjson"}) {
    if (path.ends_with(ending)) path.remove_suffix(ending.size());
  }
  return std::string(path);
}

}  // namespace synoptic::eval
