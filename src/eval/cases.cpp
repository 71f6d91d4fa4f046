#include "eval/cases.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "base/strings.h"

namespace synoptic::eval {
namespace {

struct Told {
  size_t line = 0;
  CaseMisses misses;
};

std::string as_text(std::string_view name, const std::vector<Told>& told) {
  std::string out;
  for (const Told& one : told) {
    out += fmt::format("{}:{}  {}\n", name, one.line, one.misses.text);
    for (const std::string& miss : one.misses.misses) out += "    " + miss + "\n";
  }
  return out;
}

}  // namespace

CaseLog each_case(const std::string& path, const CaseOptions& options,
                  const std::function<Result<CaseMisses>(std::string_view line)>& judge) {
  CaseLog log;
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    log.errors.push_back({ErrorCode::kNotFound, path, "no such file"});
    return log;
  }
  const std::string table{std::istreambuf_iterator<char>(file), {}};
  std::vector<Told> wrong;
  size_t number = 0;
  for (const std::string_view line : lines(table)) {
    ++number;
    if (trim(line).empty()) continue;
    const bool dev = number % 2 == 0;
    if (options.part != Part::kAll && dev != (options.part == Part::kDev)) continue;
    auto misses = judge(line);
    if (!misses) {
      log.errors.push_back(
          {ErrorCode::kMalformed, fmt::format("{}:{}", path, number), misses.error().why});
    } else if (!misses->misses.empty()) {
      wrong.push_back({number, std::move(*misses)});
    }
  }
  if (!options.misses) {
    std::ranges::stable_sort(wrong, std::greater<>(),
                             [](const Told& one) { return one.misses.misses.size(); });
    wrong.resize(std::min(wrong.size(), options.worst));
  }
  log.details = as_text(set_name(path), wrong);
  return log;
}

model::Article case_article(const std::string& text, const std::string& lang,
                            const std::string& date) {
  model::Article article;
  article.lang = lang;
  if (const auto day = model::parse_iso(date)) {
    article.published.emplace();
    article.published->value = *day;
  }
  article.blocks.resize(1);
  article.blocks[0].text = text;
  return article;
}

double ratio(size_t part, size_t whole) {
  return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
}

double f1_of(size_t right, size_t found, size_t wanted) { return ratio(2 * right, found + wanted); }

}  // namespace synoptic::eval
