#include "eval/cases.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "base/strings.h"
#include "eval/rows.h"

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

Result<CaseMisses> judge_line(std::string_view line, const Judge& judge) {
  simdjson::dom::parser parser;
  simdjson::dom::element row;
  if (parser.parse(line.data(), line.size()).get(row) != simdjson::SUCCESS) {
    return failure(ErrorCode::kMalformed, "", "is not JSON");
  }
  return judge(row);
}

}  // namespace

CaseLog each_case(const std::string& path, const CaseOptions& options, const Judge& judge) {
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
    auto misses = judge_line(line, judge);
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

Result<simdjson::dom::array> golds_of(const simdjson::dom::element& row, std::string_view key) {
  simdjson::dom::array list;
  if (string_at(row, "text").empty() || row.at_key(key).get(list) != simdjson::SUCCESS) {
    return failure(ErrorCode::kMalformed, "",
                   fmt::format("is no case: 'text' or '{}' is missing", key));
  }
  return list;
}

Range words_in(std::string_view text, std::string_view words, size_t from) {
  if (words.empty()) return {};
  size_t at = text.find(words, from);
  if (at == std::string_view::npos) at = text.find(words);
  if (at == std::string_view::npos) return {};
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
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

bool AskedFigures::count(bool told, bool read, bool as_told) {
  (told ? gold : alike) += 1;
  found += read ? 1 : 0;
  const bool well = told ? read && as_told : !read;
  if (well) (told ? right : quiet) += 1;
  return well;
}

void AskedFigures::add(const AskedFigures& other) {
  cases += other.cases;
  gold += other.gold;
  found += other.found;
  right += other.right;
  alike += other.alike;
  quiet += other.quiet;
}

std::vector<std::pair<std::string_view, double>> AskedFigures::named() const {
  return {{"f1", f1_of(right, found, gold)},
          {"precision", ratio(right, found)},
          {"recall", ratio(right, gold)},
          {"alike", ratio(quiet, alike)}};
}

double ratio(size_t part, size_t whole) {
  return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
}

double f1_of(size_t right, size_t found, size_t wanted) { return ratio(2 * right, found + wanted); }

}  // namespace synoptic::eval
