#include "lexicon/reader.h"

#include <array>

#include "lexicon/name_key.h"
#include "lexicon/stemmer.h"
#include "text/utf8.h"

namespace synoptic::lexicon {
namespace {

// How far an entry is trusted, by the way it was found. Fitted on the development sentences and on
// news; none of them weighs much.
constexpr float kFrontShare = 0.7F;     // by the stem's front only
constexpr float kKinShare = 0.7F;       // in a kindred language
constexpr float kKinFrontShare = 0.4F;  // there, by the stem's front
constexpr float kKinGramShare = 0.5F;
constexpr float kLatinShare = 0.8F;  // an unknown Latin word that is English too
constexpr float kNameShare = 0.6F;   // the key of a word that may be a name, when unknown
constexpr float kKnownNameShare = 0.3F;
constexpr size_t kLeastNameKey = 3;  // consonants
constexpr float kPairShare = 0.4F;
constexpr float kRunNameShare = 0.4F;
constexpr size_t kStrangeRun = 3;   // characters; a run without a known gram so long is strange
constexpr float kPartShare = 0.7F;  // the parts of a compound
constexpr size_t kLeastPart = 4;    // letters

// The kinds of open terms, and what each is worth beside the vocabulary's idf (0 to 9).
enum class OpenKind : uint8_t { kDigit, kNumber, kWord, kShortName, kName, kLongName };
constexpr std::array<float, 8> kOpenRarity{3.0F, 5.0F, 5.0F, 7.0F, 8.0F, 9.0F};

Term open_term(OpenKind kind, std::string_view text) {
  const auto hash = static_cast<Term>(unit_key(text) >> (64 - kOpenKindShift));
  return kFirstOpenTerm | static_cast<Term>(kind) << kOpenKindShift | hash;
}

uint64_t pivot_key(std::string_view form) { return unit_key(stemmer_of(kPivot).stem(form)); }

}  // namespace

Lexicon::Reader::Reader(const Package& package, std::string_view language,
                        std::vector<WeightedTerm>& out)
    : package_(package),
      row_(package.language(language)),
      pivot_(package.language(kPivot)),
      kin_(kin_of(language)),
      code_(language),
      out_(out) {
  for (const std::string& code : kin_.kin) {
    if (const LanguageRow* const row = package.language(code)) kin_rows_.push_back({code, row});
  }
  if (row_ == nullptr && !kin_rows_.empty()) code_ = kin_rows_[0].code;
}

std::string_view Lexicon::Reader::rules_language(std::string_view language) const {
  return row_ == nullptr && kin_rows_.empty() ? language : code_;
}

// Hangul names carry particles: the key of a strange run, with and without its last syllable.
void Lexicon::Reader::close_run(const Units& units) {
  if (run_ == nullptr) return;
  const std::string_view form = units.form(*run_);
  const bool strange = run_known_ < kStrangeRun && form.size() >= 3 * kStrangeRun;
  if (strange && text::is_hangul(text::decode(form, 0).value)) {
    add_key(form, false, kRunNameShare);
    add_key(form.substr(0, form.size() - 3), false, kRunNameShare);
  }
  run_ = nullptr;
  run_known_ = 0;
}

bool Lexicon::Reader::compound(std::string_view form) {
  const StemRules& rules = stem_rules(code_);
  const LanguageRow* const row = row_ != nullptr     ? row_
                                 : kin_rows_.empty() ? nullptr
                                                     : kin_rows_[0].row;
  if (!rules.compounds || row == nullptr) return false;
  Stemmer& stemmer = stemmer_of(code_);
  const auto known = [&](std::string_view part) {
    const uint64_t key = unit_key(stemmer.stem(part));
    return package_.find(*row, key).empty() ? 0 : key;
  };
  for (size_t at = kLeastPart; at + kLeastPart <= form.size(); ++at) {
    const uint64_t head = known(form.substr(at));
    if (head == 0) continue;
    std::string_view front = form.substr(0, at);
    uint64_t first = known(front);
    for (size_t i = 0; first == 0 && i < rules.links.size(); ++i) {
      if (!front.ends_with(rules.links[i])) continue;
      const size_t left = front.size() - rules.links[i].size();
      if (left >= kLeastPart) first = known(front.substr(0, left));
    }
    if (first == 0) continue;
    add(row, head, kPartShare);
    add(row, first, kPartShare);
    return true;
  }
  return false;
}

void Lexicon::Reader::read(const Units& units, std::vector<Range>* sources) {
  const auto came_from = [&](Range source) {
    if (sources != nullptr) sources->resize(out_.size(), source);
  };
  for (const Unit& next : units.list) {
    if (run_ != nullptr && next.kind == UnitKind::kGram && run_->run != next.run) {
      const Range last = run_->source;
      close_run(units);
      came_from(last);
    }
    unit(next, units);
    came_from(next.source);
  }
  const Range last = run_ != nullptr ? run_->source : Range{};
  close_run(units);
  came_from(last);
}

void Lexicon::Reader::unit(const Unit& unit, const Units& units) {
  switch (unit.kind) {
    case UnitKind::kNumber:
      out_.push_back(
          {open_term(unit.length > 1 ? OpenKind::kNumber : OpenKind::kDigit, units.text(unit)),
           1.0F});
      break;
    case UnitKind::kGram:
      gram(unit);
      break;
    case UnitKind::kWord:
      word(unit, units);
      break;
    case UnitKind::kPair:
      add(row_ != nullptr || kin_rows_.empty() ? row_ : kin_rows_[0].row, unit.key, kPairShare);
      break;
  }
}

bool Lexicon::Reader::add(const LanguageRow* row, uint64_t key, float share) {
  if (row == nullptr || key == 0) return false;
  const Entry entry = package_.find(*row, key);
  for (size_t i = 0; i < entry.size(); ++i) {
    out_.push_back({entry.term(i), entry.weight(i) * share});
  }
  return !entry.empty();
}

void Lexicon::Reader::gram(const Unit& unit) {
  run_ = &unit;
  if (add(row_, unit.key, 1.0F)) {
    run_known_ = std::max<size_t>(run_known_, unit.length);
    return;
  }
  if (unit.length == 1 && row_ != nullptr) return;
  for (const KinRow& kin : kin_rows_) {
    if (add(kin.row, unit.key, kKinGramShare)) return;
  }
}

void Lexicon::Reader::word(const Unit& unit, const Units& units) {
  if (add(row_, unit.key, 1.0F)) {
    if (unit.capital) add_name(unit, units, kKnownNameShare);
    return;
  }
  const bool known = kin_word(unit, units);
  if (!known && unit.latin && !add(pivot_, pivot_key(units.form(unit)), kLatinShare)) {
    out_.push_back({open_term(OpenKind::kWord, units.form(unit)), 1.0F});
  }
  add_name(unit, units, known ? kKnownNameShare : kNameShare);
}

bool Lexicon::Reader::kin_word(const Unit& unit, const Units& units) {
  std::string form;
  if (!kin_rows_.empty()) form = kin_.respelled(units.form(unit));
  for (const KinRow& kin : kin_rows_) {
    if (add(kin.row, unit_key(stemmer_of(kin.code).stem(form)), kKinShare)) return true;
  }
  if (unit.latin && compound(units.form(unit))) return true;
  if (unit.capital) return false;  // a strange name is not the word that begins like it
  if (add(row_, unit.wide_key, kFrontShare)) return true;
  for (const KinRow& kin : kin_rows_) {
    if (add(kin.row, wide_key_of(stemmer_of(kin.code).stem(form)), kKinFrontShare)) return true;
  }
  return false;
}

void Lexicon::Reader::add_name(const Unit& unit, const Units& units, float share) {
  add_key(units.form(unit), unit.latin, share);
}

void Lexicon::Reader::add_key(std::string_view form, bool latin, float share) {
  const auto classes_of = [&](char32_t letter) { return package_.classes_of(letter); };
  name_key(form, latin, classes_of, name_);
  if (name_.size() < kLeastNameKey) return;
  const size_t over = std::min<size_t>(name_.size() - kLeastNameKey, 2);
  const auto kind = static_cast<OpenKind>(static_cast<size_t>(OpenKind::kShortName) + over);
  out_.push_back({open_term(kind, name_), share});
}

float open_rarity(Term term) { return kOpenRarity[(term >> kOpenKindShift) & 7]; }

}  // namespace synoptic::lexicon
