#include "eval/similarity.h"

#include <fmt/format.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <map>

#include "annotate/annotate.h"
#include "clean/clean.h"
#include "group/similarity.h"

namespace synoptic::eval {
std::vector<std::vector<std::string>> parse_csv(std::string_view text) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row;
  std::string field;
  bool quoted = false, begun = false;
  const auto end_row = [&] {
    if (!begun && row.empty() && field.empty()) return;
    row.push_back(std::move(field));
    rows.push_back(std::move(row));
    row = {};
    field = {};
    begun = false;
  };
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"') {
        field += c;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        field += '"';
        ++i;
      } else {
        quoted = false;
      }
      continue;
    }
    if (c == '"' && field.empty()) {
      quoted = begun = true;
    } else if (c == ',') {
      row.push_back(std::move(field));
      field = {};
      begun = true;
    } else if (c == '\n') {
      if (!field.empty() && field.back() == '\r') field.pop_back();
      end_row();
    } else {
      field += c;
    }
  }
  end_row();
  return rows;
}

Result<std::vector<GradedPair>> read_graded_pairs(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return failure(ErrorCode::kNotFound, path, "no such file");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const auto rows = parse_csv(text);
  if (rows.empty()) return failure(ErrorCode::kMalformed, path, "has no rows");
  std::map<std::string, size_t> column;
  for (size_t i = 0; i < rows[0].size(); ++i) column[rows[0][i]] = i;
  for (const char* name : {"lang1", "lang2", "text1", "text2", "Overall"}) {
    if (!column.contains(name)) {
      return failure(ErrorCode::kMalformed, path, fmt::format("lacks the column {}", name));
    }
  }
  std::vector<GradedPair> pairs;
  for (size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].size() != rows[0].size()) {
      return failure(ErrorCode::kMalformed, path, fmt::format("row {} is cut short", i + 1));
    }
    const auto at = [&](const char* name) { return rows[i][column[name]]; };
    const auto grade = [&](const char* name) { return std::strtod(at(name).c_str(), nullptr); };
    GradedPair& pair = pairs.emplace_back();
    pair = {at("lang1"), at("lang2"), at("text1"), at("text2"), grade("Overall")};
    for (const char* name : {"Geography", "Entities", "Time", "Narrative"}) {
      if (column.contains(name)) pair.parts.emplace(name, grade(name));
    }
  }
  return pairs;
}

double similarity_of(const GradedPair& pair, const knowledge::Knowledge& knowledge,
                     const text::LanguageId& languages) {
  const auto portrait = [&](const std::string& text, const std::string& lang) {
    model::Capture capture;
    capture.text = text;
    model::Article article;
    for (auto& cleaned : clean::clean(capture, knowledge, languages)) {
      if (article.title.empty()) article.title = std::move(cleaned.title);
      std::move(cleaned.blocks.begin(), cleaned.blocks.end(), std::back_inserter(article.blocks));
    }
    if (article.blocks.empty()) article.blocks.emplace_back().text = text;
    article.lang = lang;
    return group::portrait_of(annotate::annotate(article, knowledge));
  };
  return group::similarity(portrait(pair.text_a, pair.lang_a), portrait(pair.text_b, pair.lang_b));
}

double pearson(const std::vector<double>& a, const std::vector<double>& b) {
  double sum_a = 0, sum_b = 0;
  const auto n = static_cast<double>(a.size());
  for (size_t i = 0; i < a.size(); ++i) {
    sum_a += a[i];
    sum_b += b[i];
  }
  double both = 0, aa = 0, bb = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    const double x = a[i] - sum_a / n, y = b[i] - sum_b / n;
    both += x * y;
    aa += x * x;
    bb += y * y;
  }
  return aa > 0 && bb > 0 ? both / std::sqrt(aa * bb) : 0;
}

}  // namespace synoptic::eval
