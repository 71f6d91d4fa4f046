#include "watch/units.h"

#include <algorithm>
#include <unordered_map>

#include "base/hash.h"
#include "text/characters.h"
#include "text/fold.h"
#include "text/sentences.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::watch {
namespace {

constexpr size_t kMostUnits = 2000;     // compared with one another; what is behind is new or gone
constexpr double kLeastLikeness = 0.4;  // of a sentence that was reworded
constexpr double kNeighbour = 0.1;      // bonus where the sentence before or behind is a twin too

// Signs that change what a number says, where they stand at one.
bool is_telling_sign(std::string_view folded, size_t at) {
  const char c = folded[at];
  const auto digit = [&](size_t i) { return i < folded.size() && text::is_ascii_digit(folded[i]); };
  if (c == '%' || c == '$') return true;
  if (c == '-') return digit(at + 1) && (at == 0 || folded[at - 1] == ' ');
  return (c == '.' || c == ',' || c == ':') && digit(at + 1) && at > 0 && digit(at - 1);
}

std::string key_of(std::string_view text) {
  const std::string folded = text::fold_copy(text);
  std::string key;
  size_t at = 0;
  const auto copy_signs = [&](size_t end) {
    for (; at < end; ++at) {
      if (is_telling_sign(folded, at)) key += folded[at];
    }
  };
  for (const auto& word : text::words(folded)) {
    copy_signs(word.range.begin);
    key += ' ';
    key += word.range.of(folded);
    at = word.range.end;
  }
  copy_signs(folded.size());
  return key;
}

Unit make_unit(uint32_t block, Range range, std::string_view text) {
  Unit unit;
  unit.block = block;
  unit.range = range;
  unit.text = range.of(text);
  unit.key = key_of(unit.text);
  unit.words = words_of(unit.text);
  return unit;
}

void pair(Version& before, Version& after, uint32_t a, uint32_t b) {
  before.units[a].twin = b;
  after.units[b].twin = a;
  before.units[a].same = after.units[b].same = before.units[a].text == after.units[b].text;
}

// Sentences whose `key` is the same, in the order of both.
template <typename Key>
void pair_equal(Version& before, Version& after, const Key& key) {
  std::unordered_map<std::string_view, std::vector<uint32_t>> free;
  for (uint32_t i = static_cast<uint32_t>(after.units.size()); i-- > 0;) {
    if (!after.units[i].twin) free[key(after.units[i])].push_back(i);
  }
  for (uint32_t i = 0; i < before.units.size(); ++i) {
    if (before.units[i].twin) continue;
    const auto found = free.find(key(before.units[i]));
    if (found == free.end() || found->second.empty()) continue;
    pair(before, after, i, found->second.back());
    found->second.pop_back();
  }
}

bool are_twins(const Version& before, uint32_t a, uint32_t b) {
  return a < before.units.size() && before.units[a].twin == b;
}

std::vector<uint32_t> unpaired(const Version& version) {
  std::vector<uint32_t> out;
  for (uint32_t i = 0; i < version.units.size() && out.size() < kMostUnits; ++i) {
    if (!version.units[i].twin) out.push_back(i);
  }
  return out;
}

void pair_reworded(Version& before, Version& after) {
  struct Tie {
    double score;
    uint32_t a, b;
  };
  std::vector<Tie> ties;
  const auto left = unpaired(before), right = unpaired(after);
  for (const uint32_t a : left) {
    for (const uint32_t b : right) {
      const double like = likeness(before.units[a].words, after.units[b].words);
      if (like < kLeastLikeness - kNeighbour) continue;
      const bool near =
          (a > 0 && b > 0 && are_twins(before, a - 1, b - 1)) || are_twins(before, a + 1, b + 1);
      const double score = like + (near ? kNeighbour : 0);
      if (score >= kLeastLikeness) ties.push_back({score, a, b});
    }
  }
  std::stable_sort(ties.begin(), ties.end(),
                   [](const Tie& x, const Tie& y) { return x.score > y.score; });
  for (const Tie& tie : ties) {
    if (!before.units[tie.a].twin && !after.units[tie.b].twin) pair(before, after, tie.a, tie.b);
  }
}

}  // namespace

std::vector<uint64_t> words_of(std::string_view text) {
  const std::string folded = text::fold_copy(text);
  std::vector<uint64_t> out;
  const text::Word* last = nullptr;
  const auto found = text::words(folded);
  for (const auto& word : found) {
    const bool chained =
        word.spaceless && last != nullptr && last->spaceless && last->range.end == word.range.begin;
    if (chained) {
      out.push_back(fnv1a(Range{last->range.begin, word.range.end}.of(folded)));
    } else if (!word.spaceless) {
      out.push_back(fnv1a(word.range.of(folded)));
    }
    last = &word;
  }
  std::sort(out.begin(), out.end());
  return out;
}

double likeness(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  if (a.empty() || b.empty()) return 0;
  size_t both = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      ++both, ++i, ++j;
    } else {
      a[i] < b[j] ? ++i : ++j;
    }
  }
  return 2.0 * static_cast<double>(both) / static_cast<double>(a.size() + b.size());
}

Version::Version(const model::Annotated& given) : annotated(given) {
  const model::Article& article = annotated.article;
  first_unit_[model::kTitleBlock] = 0;
  units.push_back(make_unit(model::kTitleBlock, {0, static_cast<uint32_t>(article.title.size())},
                            article.title));
  for (uint32_t i = 0; i < article.blocks.size(); ++i) {
    const std::string& text = article.blocks[i].text;
    first_unit_[i] = static_cast<uint32_t>(units.size());
    for (const Range range : text::sentences(text)) units.push_back(make_unit(i, range, text));
  }
  folded = text::fold_copy(article.title + "\n" + model::body_text(article));
}

uint32_t Version::unit_of(const model::Place& place) const {
  const auto first = first_unit_.find(place.block);
  if (first == first_unit_.end()) return 0;
  uint32_t found = first->second;
  for (uint32_t i = found; i < units.size() && units[i].block == place.block; ++i) {
    if (units[i].range.begin <= place.range.begin) found = i;
  }
  return std::min(found, static_cast<uint32_t>(units.size() - 1));
}

bool Version::says(std::string_view text) const {
  const std::string wanted = text::fold_copy(text);
  return !wanted.empty() && folded.find(wanted) != std::string::npos;
}

Side Version::side(const model::Place& place, std::string text, std::string norm) const {
  Unit around = units[unit_of(place)];
  if (place.range.end > around.range.end) {  // a quote of several sentences, a paragraph
    around.range.end = place.range.end;
    around.text = around.range.of(model::text_of(annotated.article, place));
  }
  Side out = side(around);
  out.at = place;
  out.text = std::move(text);
  out.norm = std::move(norm);
  return out;
}

Side Version::side(const Unit& unit) const {
  const model::Article& article = annotated.article;
  Side out;
  out.article = article.id;
  out.at.block = unit.block;
  out.at.range = unit.range;
  out.at.span = unit.block == model::kTitleBlock
                    ? article.title_source.to_source(unit.range)
                    : article.blocks[unit.block].to_capture(unit.range);
  out.text = out.evidence = std::string(unit.text);
  out.evidence_span = out.at.span;
  return out;
}

void align(Version& before, Version& after) {
  pair(before, after, 0, 0);
  pair_equal(before, after, [](const Unit& unit) { return unit.text; });
  pair_equal(before, after, [](const Unit& unit) { return std::string_view(unit.key); });
  pair_reworded(before, after);
}

}  // namespace synoptic::watch
