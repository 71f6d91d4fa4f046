#include "eval/shingles.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "text/utf8.h"

namespace synoptic::eval {
namespace {

constexpr size_t kRun = 4;

size_t count_of(const Shingles& shingles) {
  size_t count = 0;
  for (const auto& [run, times] : shingles) count += times;
  return count;
}

}  // namespace

std::vector<std::string_view> tokens_of(std::string_view text) {
  std::vector<std::string_view> tokens;
  bool open = false;
  for (size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode(text, i);
    const auto point = static_cast<UChar32>(c.value);
    const bool alone = text::is_spaceless(c.value);
    const bool word =
        alone || u_isalnum(point) || c.value == U'_' || u_charType(point) == U_NON_SPACING_MARK;
    if (word && open && !alone) {
      tokens.back() = {tokens.back().data(), tokens.back().size() + c.length};
    } else if (word) {
      tokens.push_back(text.substr(i, c.length));
    }
    open = word && !alone;
    i += c.length;
  }
  return tokens;
}

Shingles shingles_of(std::string_view text) {
  Shingles shingles;
  const auto tokens = tokens_of(text);
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (i > 0 && i + kRun > tokens.size()) break;
    std::string run;
    for (size_t k = i; k < std::min(i + kRun, tokens.size()); ++k) {
      run += tokens[k];
      run += ' ';
    }
    ++shingles[std::move(run)];
  }
  return shingles;
}

double harmonic_mean(double a, double b) { return a + b == 0 ? 0 : 2 * a * b / (a + b); }

double Match::f1() const { return harmonic_mean(precision, recall); }

Match compare_texts(std::string_view got, std::string_view gold) {
  const Shingles a = shingles_of(got), b = shingles_of(gold);
  size_t common = 0;
  for (const auto& [run, times] : a) {
    if (const auto found = b.find(run); found != b.end()) common += std::min(times, found->second);
  }
  Match match;
  if (!a.empty()) match.precision = static_cast<double>(common) / static_cast<double>(count_of(a));
  if (!b.empty()) match.recall = static_cast<double>(common) / static_cast<double>(count_of(b));
  return match;
}

}  // namespace synoptic::eval
