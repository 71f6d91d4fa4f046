#include "lexicon/lexicon.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/data.h"
#include "lexicon/name_key.h"
#include "lexicon/package.h"
#include "lexicon/stemmer.h"
#include "lexicon/units.h"
#include "text/fold.h"

namespace synoptic::lexicon {
namespace {

constexpr std::string_view kPivot = "en";
constexpr float kWideShare = 0.7F;   // trust in an entry found by the stem's front only
constexpr float kSublinear = 0.7F;   // exponent of how often the text speaks of a term
constexpr size_t kLeastNameKey = 3;  // consonants

// The kinds of open terms, and what each is worth beside the vocabulary's idf (0 to about 10).
enum class OpenKind : uint8_t { kDigit, kNumber, kWord, kNameKey };
constexpr std::array<float, 4> kOpenIdf{3.0F, 6.0F, 7.0F, 4.0F};
constexpr int kKindShift = 29;

Term open_term(OpenKind kind, std::string_view text) {
  const auto hash = static_cast<Term>(unit_key(text) >> (64 - kKindShift));
  return kFirstOpenTerm | static_cast<Term>(kind) << kKindShift | hash;
}

bool by_term(const WeightedTerm& a, const WeightedTerm& b) { return a.term < b.term; }

}  // namespace

Lexicon::Lexicon(std::unique_ptr<Package> package) : package_(std::move(package)) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

const Lexicon& Lexicon::load() {
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

void Lexicon::terms(std::string_view text, std::string_view language,
                    std::vector<WeightedTerm>& out) const {
  thread_local Units units;
  thread_local std::string key;
  read_units(text, language, units);
  out.clear();
  const LanguageRow* const row = package_->language(language);
  const LanguageRow* const pivot = package_->language(kPivot);
  const auto add = [&](const Entry& entry, float share) {
    float mass = 0;
    for (size_t i = 0; i < entry.size(); ++i) {
      out.push_back({entry.term(i), entry.weight(i) * share});
      mass += entry.weight(i);
    }
    return mass;
  };
  const auto add_name = [&](const Unit& unit, float share) {
    name_key(
        units.form(unit), unit.latin, [&](char32_t c) { return package_->classes_of(c); }, key);
    if (key.size() >= kLeastNameKey) out.push_back({open_term(OpenKind::kNameKey, key), share});
  };
  for (const Unit& unit : units.list) {
    if (unit.kind == UnitKind::kNumber) {
      out.push_back(
          {open_term(unit.length > 1 ? OpenKind::kNumber : OpenKind::kDigit, units.text(unit)),
           1.0F});
      continue;
    }
    Entry entry = row != nullptr ? package_->find(*row, unit.key) : Entry();
    if (!entry.empty()) {
      add(entry, 1.0F);
      if (unit.kind == UnitKind::kWord && unit.capital) add_name(unit, 0.3F);
      continue;
    }
    if (unit.kind == UnitKind::kGram) continue;
    if (unit.wide_key != 0 && row != nullptr && !unit.capital) {
      entry = package_->find(*row, unit.wide_key);
      if (!entry.empty()) {
        add(entry, kWideShare);
        continue;
      }
    }
    if (unit.latin) {
      if (pivot != nullptr) {
        entry = package_->find(*pivot, unit_key(stemmer_of(kPivot).stem(units.form(unit))));
      }
      if (!entry.empty()) {
        add(entry, 0.8F);
      } else {
        out.push_back({open_term(OpenKind::kWord, units.form(unit)), 1.0F});
      }
    }
    add_name(unit, 0.6F);
  }
  std::sort(out.begin(), out.end(), by_term);
  size_t kept = 0;
  for (size_t i = 0; i < out.size();) {
    WeightedTerm merged{out[i].term, 0};
    for (; i < out.size() && out[i].term == merged.term; ++i) merged.weight += out[i].weight;
    merged.weight = std::pow(merged.weight, kSublinear) * rarity(merged.term);
    if (merged.weight > 0) out[kept++] = merged;
  }
  out.resize(kept);
}

float Lexicon::rarity(Term term) const {
  if (term < package_->header.term_count) return package_->idf(term);
  return term < kFirstOpenTerm ? 0.0F : kOpenIdf[(term >> kKindShift) & 3];
}

std::vector<Translation> Lexicon::translations(std::string_view word,
                                               std::string_view language) const {
  std::vector<Translation> found;
  const LanguageRow* const row = package_->language(language);
  if (row == nullptr) return found;
  Units units;
  read_units(word, language, units);
  std::vector<WeightedTerm> sums;
  for (const Unit& unit : units.list) {
    if (unit.kind == UnitKind::kNumber) continue;
    Entry entry = package_->find(*row, unit.key);
    if (entry.empty() && unit.wide_key != 0) entry = package_->find(*row, unit.wide_key);
    for (size_t i = 0; i < entry.size(); ++i) sums.push_back({entry.term(i), entry.weight(i)});
  }
  std::sort(sums.begin(), sums.end(), by_term);
  for (size_t i = 0; i < sums.size();) {
    const Term term = sums[i].term;
    float weight = 0;
    for (; i < sums.size() && sums[i].term == term; ++i) weight += sums[i].weight;
    found.push_back({std::string(word_of(term)), weight});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Translation& a, const Translation& b) { return a.weight > b.weight; });
  return found;
}

std::string_view Lexicon::word_of(Term term) const { return package_->word(term); }
bool Lexicon::knows(std::string_view language) const {
  return package_->language(language) != nullptr;
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
