#include "group/similarity.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

#include "base/data.h"
#include "base/strings.h"
#include "group/fingerprint.h"
#include "text/fold.h"

namespace synoptic::group {
namespace {

using lexicon::WeightedTerm;
using model::Annotated;

constexpr size_t kFirstBytes = 200, kOpeningBytes = 400, kBeginningBytes = 900;
constexpr double kRetold = 0.75;      // what accounts of one language share that tell the same
constexpr double kUnmeasured = 0.2;   // of languages that are not in the table
constexpr double kLeastLevel = 0.06;  // below, the lexicon reads nothing but names and numbers
constexpr double kUsual = 0.6;        // measured by which the shares were set
constexpr double kAdjusted = 0.5;     // so much of a pair's level, as a power, is taken out
// Long texts have more in common by chance than short ones: so much for each factor of e in the
// length of the shorter, from a line on.
constexpr double kChance = 0.03, kLineBytes = 100;
// People's grades hardly tell a tenth in common from none, or nearly all from all.
constexpr double kSteep = 12, kMiddle = 0.18;

// Set by hand (data/group/similarity.md).
constexpr double kTermsShare = 0.42, kOpeningShare = 0.42, kStrangersShare = 0.08;

// data/group/translations.tsv, by the two languages.
using Levels = std::map<std::pair<std::string, std::string>, double, std::less<>>;

const Levels& levels_of_translations() {
  static const Levels levels = [] {
    Levels out;
    for (const auto line : lines(embedded_data("group/translations.tsv"))) {
      const auto cells = split(line, '\t');
      if (line.empty() || line[0] == '#' || cells.size() < 3) continue;
      const std::string a(cells[0]), b(cells[1]);
      out[{a, b}] = out[{b, a}] = std::strtod(std::string(cells[2]).c_str(), nullptr);
    }
    return out;
  }();
  return levels;
}

double level_of(const std::string& a, const std::string& b) {
  if (a == b) return kRetold;
  const auto found = levels_of_translations().find(std::pair(a, b));
  return found == levels_of_translations().end() ? kUnmeasured : found->second;
}

double s_shaped(double value) { return 1 / (1 + std::exp(-kSteep * (value - kMiddle))); }

class Counts {
 public:
  void add(std::string_view key) { ++counts_[key_of(key)]; }
  // Of one thing named often each time says less.
  Portrait::Weights take() const {
    Portrait::Weights out;
    for (const auto& [key, count] : counts_) {
      out.emplace_back(key, static_cast<float>(std::log1p(count)));
    }
    return out;
  }

 private:
  std::map<uint32_t, uint32_t> counts_;
};

// Title and blocks, up to so many bytes.
std::string beginning(const Annotated& annotated, size_t most) {
  std::string out = annotated.article.title;
  for (const auto& block : annotated.article.blocks) {
    if (out.size() >= most) break;
    if (!out.empty()) out += '\n';
    out += block.text;
  }
  if (out.size() <= most) return out;
  size_t end = most;  // not within a character
  while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0U) == 0x80U) --end;
  out.resize(end);
  return out;
}

Portrait::Weights strangers_of(const Annotated& annotated) {
  Counts strangers;
  for (const auto& mention : annotated.mentions) {
    if (mention.stands_for.empty() && mention.entity.empty()) {
      strangers.add(text::fold_copy(mention.text));
    }
  }
  return strangers.take();
}

double cosine_of(const Portrait::Weights& a, const Portrait::Weights& b) {
  double both = 0, left = 0, right = 0;
  for (const auto& [key, weight] : a) left += weight * weight;
  for (const auto& [key, weight] : b) right += weight * weight;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].first < b[j].first) {
      ++i;
    } else if (b[j].first < a[i].first) {
      ++j;
    } else {
      both += a[i++].second * b[j++].second;
    }
  }
  return both > 0 ? both / std::sqrt(left * right) : 0;
}

double share_in(const std::vector<WeightedTerm>& part, const std::vector<WeightedTerm>& whole) {
  double all = 0, both = 0;
  size_t at = 0;
  for (const auto& term : part) {
    const double square = term.weight * term.weight;
    all += square;
    while (at < whole.size() && whole[at].term < term.term) ++at;
    if (at < whole.size() && whole[at].term == term.term) both += square;
  }
  return all > 0 ? both / all : 0;
}

}  // namespace

Portrait portrait_of(const Annotated& annotated) {
  const auto lang = model::primary_language(annotated.article.lang);
  const auto terms_of = [&](size_t most, Portrait::Terms& out) {
    lexicon::Lexicon::load().terms(beginning(annotated, most), lang, out, lexicon::kForContent);
  };
  Portrait out;
  out.lang = lang;
  out.bytes = beginning(annotated, std::string::npos).size();
  terms_of(std::string::npos, out.terms);
  terms_of(kBeginningBytes, out.beginning);
  terms_of(kOpeningBytes, out.opening);
  terms_of(kFirstBytes, out.first);
  out.strangers = strangers_of(annotated);
  return out;
}

InCommon in_common(const Portrait& a, const Portrait& b) {
  const double opening = share_in(a.opening, b.beginning) + share_in(b.opening, a.beginning) +
                         share_in(a.first, b.beginning) + share_in(b.first, a.beginning);
  return {lexicon::cosine(a.terms, b.terms), opening / 4, cosine_of(a.strangers, b.strangers),
          level_of(a.lang, b.lang), std::min(a.bytes, b.bytes)};
}

double similarity(const InCommon& common) {
  const double words = kTermsShare * common.terms + kOpeningShare * common.opening;
  const double level = std::pow(kUsual / std::max(common.same_content, kLeastLevel), kAdjusted);
  const double chance =
      kChance * std::log(std::max(1.0, static_cast<double>(common.shorter) / kLineBytes));
  const double found = std::min(1.0, words * level + kStrangersShare * common.strangers);
  const double sum = std::max(0.0, found - chance);
  return (s_shaped(sum) - s_shaped(0)) / (s_shaped(1) - s_shaped(0));
}

}  // namespace synoptic::group
