#include "lexicon/lexicon.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <optional>

#include "base/data.h"
#include "base/hash.h"
#include "lexicon/name_key.h"
#include "lexicon/package.h"
#include "lexicon/reader.h"
#include "lexicon/units.h"
#include "text/utf8.h"

namespace synoptic::lexicon {
namespace {

// "zh-Hans" is read as "zh".
std::string_view primary(std::string_view tag) { return tag.substr(0, tag.find('-')); }

std::optional<Lexicon>& installed() {
  static std::optional<Lexicon> lexicon;
  return lexicon;
}
std::atomic<bool> loaded = false;

// What rarities are to the power of a weighing: there are few of them, and each is asked for again
// and again.
struct Powers {
  float exponent = 0;
  std::array<float, 256> of_idf{};  // by its steps
  std::array<float, 8> of_open{};   // by the kind of an open term
  float of_none = 0;

  explicit Powers(float to) : exponent(to), of_none(std::pow(0.0F, to)) {
    for (size_t i = 0; i < of_idf.size(); ++i) {
      of_idf[i] = std::pow(static_cast<float>(i) * kIdfStep, to);
    }
    for (size_t i = 0; i < of_open.size(); ++i) {
      of_open[i] = std::pow(open_rarity(static_cast<Term>(i) << kOpenKindShift), to);
    }
  }
};

const Powers& powers_of(float exponent) {
  constexpr size_t kMost = 8;  // the program has three
  thread_local std::vector<Powers> known;
  for (const Powers& powers : known) {
    if (powers.exponent == exponent) return powers;
  }
  if (known.size() == kMost) known.clear();
  known.reserve(kMost);
  return known.emplace_back(exponent);
}

bool by_term(const WeightedTerm& a, const WeightedTerm& b) { return a.term < b.term; }

}  // namespace

Lexicon::Lexicon(std::unique_ptr<Package> package) : package_(std::move(package)) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

const Lexicon& Lexicon::load() {
  loaded = true;
  if (installed()) return *installed();
  static const Lexicon lexicon = [] {
    auto read = from_bytes(embedded_data("models/lexicon.bin"));
    if (read) return std::move(*read);
    return Lexicon(std::make_unique<Package>());  // empty: knows no language
  }();
  return lexicon;
}

Result<Lexicon> Lexicon::from_bytes(std::string_view bytes) {
  auto package = Package::read(bytes, "lexicon");
  if (!package) return tl::unexpected<Error>(package.error());
  return Lexicon(std::move(*package));
}

Result<Lexicon> Lexicon::open(const std::string& path) {
  auto package = Package::map(path);
  if (!package) return tl::unexpected<Error>(package.error());
  return Lexicon(std::move(*package));
}

Result<void> Lexicon::install(const std::string& path) {
  if (loaded) return failure(ErrorCode::kUsage, path, "another lexicon is in use");
  auto lexicon = open(path);
  if (!lexicon) return tl::unexpected<Error>(lexicon.error());
  const uint64_t hash = fnv1a(lexicon->package_->bytes());
  lexicon->package_->mark = static_cast<uint32_t>(hash ^ hash >> 32) | 1;
  installed().emplace(std::move(*lexicon));
  return {};
}

uint32_t Lexicon::mark() const { return package_->mark; }

void Lexicon::terms(std::string_view text, std::string_view language,
                    std::vector<WeightedTerm>& out, Weighing weighing) const {
  thread_local Units units;
  language = primary(language);
  out.clear();
  Reader reader(*package_, language, out);
  read_units(text, reader.rules_language(language), units);
  reader.read(units);
  std::sort(out.begin(), out.end(), by_term);
  const Powers& powers = powers_of(weighing.rarity);
  const auto rare = [&](Term term) {
    if (term >= kFirstOpenTerm) return powers.of_open[(term >> kOpenKindShift) & 7];
    return term < package_->header.term_count ? powers.of_idf[package_->idf_steps(term)]
                                              : powers.of_none;
  };
  size_t kept = 0;
  for (size_t i = 0; i < out.size();) {
    WeightedTerm merged{out[i].term, 0};
    for (; i < out.size() && out[i].term == merged.term; ++i) merged.weight += out[i].weight;
    merged.weight = std::pow(merged.weight, weighing.frequency) * rare(merged.term);
    if (merged.weight > 0) out[kept++] = merged;
  }
  out.resize(kept);
}

std::vector<Reading> Lexicon::readings(std::string_view text, std::string_view language) const {
  thread_local std::vector<WeightedTerm> found;  // they grow once
  thread_local std::vector<Range> sources;
  thread_local Units units;
  found.clear();
  sources.clear();
  language = primary(language);
  Reader reader(*package_, language, found);
  read_units(text, reader.rules_language(language), units);
  reader.read(units, &sources);
  std::vector<Reading> out;
  out.reserve(found.size());
  for (size_t i = 0; i < found.size(); ++i) {
    out.push_back({found[i].term, found[i].weight, sources[i]});
  }
  return out;
}

float Lexicon::rarity(Term term) const {
  if (term < package_->header.term_count) return package_->idf(term);
  return term < kFirstOpenTerm ? 0.0F : open_rarity(term);
}

std::vector<Translation> Lexicon::translations(std::string_view word,
                                               std::string_view language) const {
  std::vector<WeightedTerm> sums;
  language = primary(language);
  Reader reader(*package_, language, sums);
  Units units;
  read_units(word, reader.rules_language(language), units);
  // A word that has an entry of its own needs none of its parts.
  const LanguageRow* const row = package_->language(language);
  Units whole;
  whole.texts = units.texts;
  for (const Unit& unit : units.list) {
    const bool all = unit.whole || (unit.kind == UnitKind::kPair && units.list.size() == 3);
    if (all && row != nullptr && !package_->find(*row, unit.key).empty()) {
      whole.list.push_back(unit);
    }
  }
  reader.read(whole.list.empty() ? units : whole);
  std::sort(sums.begin(), sums.end(), by_term);
  std::vector<Translation> found;
  for (size_t i = 0; i < sums.size();) {
    const Term term = sums[i].term;
    float weight = 0;
    for (; i < sums.size() && sums[i].term == term; ++i) weight += sums[i].weight;
    const std::string_view english = word_of(term);
    if (!english.empty()) found.push_back({std::string(english), weight});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Translation& a, const Translation& b) { return a.weight > b.weight; });
  return found;
}

std::vector<Translation> Lexicon::entry(std::string_view word, std::string_view language) const {
  std::vector<Translation> found;
  const LanguageRow* const row = package_->language(primary(language));
  if (row == nullptr) return found;
  Units units;
  read_units(word, primary(language), units);
  for (const Unit& unit : units.list) {
    const bool all = unit.whole || (unit.kind == UnitKind::kWord && units.list.size() == 1) ||
                     (unit.kind == UnitKind::kPair && units.list.size() == 3);
    if (!all) continue;
    const Entry entry = package_->find(*row, unit.key);
    for (size_t i = 0; i < entry.size(); ++i) {
      const std::string_view english = word_of(entry.term(i));
      if (!english.empty()) found.push_back({std::string(english), entry.weight(i)});
    }
  }
  return found;
}

std::string Lexicon::sounds_of(std::string_view word) const {
  std::string out;
  const bool latin = text::is_latin(text::decode(word, 0).value);
  name_key(
      word, latin, [&](char32_t letter) { return package_->classes_of(letter); }, out);
  return out;
}

std::string_view Lexicon::word_of(Term term) const { return package_->word(term); }
bool Lexicon::knows(std::string_view language) const {
  return package_->language(primary(language)) != nullptr;
}
size_t Lexicon::term_count() const { return package_->header.term_count; }

std::vector<std::string_view> Lexicon::languages() const {
  std::vector<std::string_view> codes;
  for (const LanguageRow& row : package_->languages) {
    codes.emplace_back(row.code.data(), strnlen(row.code.data(), row.code.size()));
  }
  return codes;
}

float cosine(const std::vector<WeightedTerm>& a, const std::vector<WeightedTerm>& b) {
  float dot = 0, a_square = 0, b_square = 0;
  for (const WeightedTerm& term : a) a_square += term.weight * term.weight;
  for (const WeightedTerm& term : b) b_square += term.weight * term.weight;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->term < y->term) {
      ++x;
    } else if (y->term < x->term) {
      ++y;
    } else {
      dot += x->weight * y->weight;
      ++x, ++y;
    }
  }
  if (a_square <= 0 || b_square <= 0) return 0;
  return dot / std::sqrt(a_square * b_square);
}

}  // namespace synoptic::lexicon
