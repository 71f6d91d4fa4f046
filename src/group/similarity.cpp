#include "group/similarity.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

#include "base/table.h"
#include "group/fingerprint.h"
#include "text/fold.h"

namespace synoptic::group {
namespace {

using lexicon::WeightedTerm;
using model::Annotated;

constexpr size_t kFirstBytes = 80, kOpeningBytes = 600, kBeginningBytes = 900;
// Names that the knowledge holds are named in many articles.
constexpr float kKnownShare = 0.5F;
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
constexpr double kTermsShare = 0.28, kOpeningShare = 0.56, kStrangersShare = 0.08;

// data/group/translations.tsv, by the two languages.
using Levels = std::map<std::pair<std::string, std::string>, double, std::less<>>;

const Levels& levels_of_translations() {
  static const Levels levels = [] {
    Levels out;
    for (const TableRow row : DataTable::embedded("group/translations.tsv", 3)) {
      const std::string a(row[0]), b(row[1]);
      out[{a, b}] = out[{b, a}] = std::strtod(std::string(row[2]).c_str(), nullptr);
    }
    return out;
  }();
  return levels;
}

double level_of(const std::string& a, const std::string& b) {
  if (a == b) return kUsual;
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

// An article's lines as one text, and which bytes of it belong to names that are known.
struct Whole {
  std::string text;
  std::vector<bool> known;

  explicit Whole(const Annotated& annotated) {
    const auto& article = annotated.article;
    // The title of a text that has none of its own is its first sentence.
    const bool titled =
        article.blocks.empty() || !article.blocks[0].text.starts_with(article.title);
    std::vector<size_t> starts;
    if (titled) add(article.title);
    for (const auto& block : article.blocks) starts.push_back(add(block.text));
    known.resize(text.size());
    for (const auto& mention : annotated.mentions) {
      const bool in_title = mention.at.block == model::kTitleBlock;
      if (mention.entity.empty() || (in_title && !titled)) continue;
      const size_t start = in_title ? 0 : starts[mention.at.block];
      for (uint32_t i = mention.at.range.begin; i < mention.at.range.end; ++i) {
        known[start + i] = true;
      }
    }
  }

 private:
  size_t add(const std::string& line) {
    if (!text.empty() && !line.empty()) text += '\n';
    const size_t start = text.size();
    text += line;
    return start;
  }
};

using Counted = std::vector<std::pair<lexicon::Reading, float>>;  // how much each one counts

Counted read(const Whole& whole, const std::string& lang) {
  Counted out;
  for (const auto& reading : lexicon::Lexicon::load().readings(whole.text, lang)) {
    const Range source = reading.source;
    const bool known = whole.known[source.begin] && whole.known[source.end - 1];
    out.emplace_back(reading, known ? kKnownShare * reading.weight : reading.weight);
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.first.term < b.first.term; });
  return out;
}

// Those that stand in the first bytes.
Portrait::Terms terms_of(const Counted& readings, size_t bytes) {
  Portrait::Terms out;
  for (const auto& [reading, count] : readings) {
    if (reading.source.end > bytes) continue;
    if (out.empty() || out.back().term != reading.term) out.push_back({reading.term, 0});
    out.back().weight += count;
  }
  const auto& lexicon = lexicon::Lexicon::load();
  for (auto& [term, weight] : out) {
    weight = std::pow(weight, lexicon::kForContent.frequency) *
             std::pow(lexicon.rarity(term), lexicon::kForContent.rarity);
  }
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
  Portrait out;
  out.lang = model::primary_language(annotated.article.lang);
  const Whole whole(annotated);
  const auto readings = read(whole, out.lang);
  out.bytes = whole.text.size();
  out.terms = terms_of(readings, out.bytes);
  out.beginning = terms_of(readings, kBeginningBytes);
  out.opening = terms_of(readings, kOpeningBytes);
  out.first = terms_of(readings, kFirstBytes);
  out.strangers = strangers_of(annotated);
  return out;
}

InCommon in_common(const Portrait& a, const Portrait& b) {
  const double opening = share_in(a.opening, b.beginning) + share_in(b.opening, a.beginning) +
                         share_in(a.first, b.beginning) + share_in(b.first, a.beginning);
  // In one language they are among the terms, as written.
  const double strangers = a.lang == b.lang ? 0 : cosine_of(a.strangers, b.strangers);
  return {lexicon::cosine(a.terms, b.terms), opening / 4, strangers, level_of(a.lang, b.lang),
          std::min(a.bytes, b.bytes)};
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
