#include "compare/outcomes/causes.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "base/strings.h"
#include "base/table.h"
#include "compare/names/kinds.h"
#include "compare/outcomes/polarity.h"
#include "compare/told_words.h"
#include "compare/word_patterns.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

// Characters between a cause and the word that says so, or takes it back.
constexpr size_t kNear = 30, kNearSpaceless = 14;
constexpr size_t kNearBeside = 42;  // "the cause was, as the police said, a …"
constexpr size_t kDenied = 24;

// Where the cause stands, seen from the word that says that there is one.
enum CauseSide : uint32_t { kBehind, kBefore, kBeside, kSides };
constexpr std::array<std::string_view, kSides> kSideNames{"behind", "before", "beside"};

struct Language {
  WordPatterns kinds, causes, none;  // values of `causes` are Sides
};

struct CauseTable {
  std::vector<std::string> kinds;
  std::vector<std::set<uint32_t>> chains;
  std::unordered_map<std::string, Language, TransparentHash, std::equal_to<>> languages;

  uint32_t index_of(std::string_view name) {
    const auto found = std::find(kinds.begin(), kinds.end(), name);
    if (found == kinds.end()) return kinds.emplace_back(name), uint32_t(kinds.size() - 1);
    return static_cast<uint32_t>(found - kinds.begin());
  }
};

void add_words(WordPatterns& words, std::string_view cell, uint32_t value) {
  for (const auto word : split_trimmed(cell, ';')) words.add(word, value);
}

void add_kind(CauseTable& table, std::string_view name, std::span<const std::string_view> cells) {
  const uint32_t index = table.index_of(name);
  for (const std::string_view cell : cells) {
    const size_t sign = cell.find('=');
    if (sign == std::string_view::npos) continue;
    add_words(table.languages[std::string(cell.substr(0, sign))].kinds, cell.substr(sign + 1),
              index);
  }
}

CauseTable read_table() {
  CauseTable out;
  for (const TableRow row : DataTable::embedded("compare/kinds.tsv", 4)) {
    if (is_cause(row[1])) add_kind(out, row[2], row.from(3));
  }
  std::vector<std::string_view> chains;
  for (const TableRow row : DataTable::embedded("compare/causes.tsv", 2)) {
    if (row[0] == "chain") chains.push_back(row[1]);
    if (row.size() < 3) continue;
    if (row[0] == "kind") add_kind(out, row[1], row.from(2));
    const auto side = std::find(kSideNames.begin(), kSideNames.end(), row[0]);
    if (side != kSideNames.end()) {
      add_words(out.languages[std::string(row[1])].causes, row[2],
                static_cast<uint32_t>(side - kSideNames.begin()));
    }
    if (row[0] == "none") add_words(out.languages[std::string(row[1])].none, row[2], 0);
  }
  for (const auto chain : chains) {
    auto& kinds = out.chains.emplace_back();
    for (const auto kind : split_trimmed(chain, ';')) kinds.insert(out.index_of(kind));
  }
  return out;
}

const CauseTable& table() {
  static const CauseTable table = read_table();
  return table;
}

bool is_on_side(uint32_t side, Range cue, Range word) {
  if (side == kBehind) return cue.end <= word.begin;
  return side == kBefore ? word.end <= cue.begin : !cue.overlaps(word);
}

struct Spot {  // where an account names a cause
  uint32_t article = 0, account = 0, sentence = 0, kind = 0;
  size_t distance = 0;  // from the word that says so, characters
  Range word;           // in the block
};

class Causes {
 public:
  Causes(const Input& input, const Passages& passages) : input_(input), passages_(passages) {}

  std::vector<Ranked> compare() {
    for (uint32_t i = 0; i < input_.tellings.size(); ++i) {
      if (input_.tellings[i].original) read(i);
    }
    const auto told = told_by_account();
    std::set<uint32_t> kinds;
    for (const auto& [account, spot] : told) kinds.insert(spot->kind);
    if (kinds.size() < 2) return {};
    const auto pair = contraries(told);
    if (!pair) return {};
    return {tell(told, pair->first, pair->second)};
  }

 private:
  void read(uint32_t index) {
    const auto& telling = input_.tellings[index];
    const auto lang = model::table_language(telling.annotated->article.lang);
    const auto language = table().languages.find(lang);
    if (language == table().languages.end()) return;
    const auto end = std::min<size_t>(telling.sentences.size(), passages_.read_of(index));
    for (uint32_t j = 0; j < end; ++j) {
      const auto& sentence = telling.sentences[j];
      if (sentence.past) continue;
      const text::Folded folded = text::fold(sentence.text);
      const auto hits = language->second.kinds.find_longest(folded.text);
      if (hits.empty()) continue;
      const auto cues = language->second.causes.find(folded.text);
      if (cues.empty()) continue;
      std::vector<Range> denials;
      for (const auto& none : language->second.none.find(folded.text)) {
        denials.push_back(folded.to_source(none.range));
      }
      for (const auto& cue : stance_cues(sentence.text, lang)) {
        if (cue.stance == Stance::kNot || cue.stance == Stance::kDeny) denials.push_back(cue.range);
      }
      for (const auto& hit : hits) {
        const auto distance = distance_of(folded.text, hit.range, cues);
        const Range word = folded.to_source(hit.range);
        if (!distance || is_denied(sentence.text, word, denials)) continue;
        spots_.push_back({index,
                          telling.account,
                          j,
                          hit.value,
                          *distance,
                          {word.begin + sentence.range.begin, word.end + sentence.range.begin}});
      }
    }
  }

  // From the nearest word that says that it is a cause; none: nothing says so.
  static std::optional<size_t> distance_of(std::string_view folded, Range kind,
                                           const std::vector<WordPatterns::Hit>& cues) {
    const bool spaceless = text::is_spaceless(text::decode(folded, kind.begin).value);
    std::optional<size_t> out;
    for (const auto& cue : cues) {
      if (!is_on_side(cue.value, cue.range, kind)) continue;
      const size_t near = spaceless ? kNearSpaceless : cue.value == kBeside ? kNearBeside : kNear;
      const size_t distance = characters_between(folded, cue.range, kind);
      if (distance <= near) out = std::min(out.value_or(distance), distance);
    }
    return out;
  }

  static bool is_denied(std::string_view text, Range word, const std::vector<Range>& denials) {
    const Range clause = clause_around(text, word);
    return std::any_of(denials.begin(), denials.end(), [&](const Range& denial) {
      return clause.overlaps(denial) && !denial.overlaps(word) &&
             characters_between(text, denial, word) <= kDenied;
    });
  }

  // One cause an account; who gives several that may exclude each other says none. The body tells
  // it better than the title.
  std::map<uint32_t, const Spot*> told_by_account() const {
    std::map<uint32_t, const Spot*> out;
    std::set<uint32_t> several;
    for (const Spot& spot : spots_) {
      const auto [kept, fresh] = out.try_emplace(spot.account, &spot);
      if (fresh) continue;
      if (exclude_each_other(kept->second->kind, spot.kind)) several.insert(spot.account);
      const auto rank = [](const Spot& one) { return std::pair(one.sentence == 0, one.distance); };
      if (rank(spot) < rank(*kept->second)) kept->second = &spot;
    }
    std::erase_if(out, [&](const auto& entry) { return several.contains(entry.first); });
    return out;
  }

  static bool exclude_each_other(uint32_t a, uint32_t b) {
    return a != b &&
           std::none_of(table().chains.begin(), table().chains.end(),
                        [&](const auto& chain) { return chain.contains(a) && chain.contains(b); });
  }

  bool names(uint32_t account, uint32_t kind) const {
    return std::any_of(spots_.begin(), spots_.end(), [&](const Spot& spot) {
      return spot.account == account && spot.kind == kind;
    });
  }

  using Pair = std::pair<uint32_t, uint32_t>;  // of kinds

  // The two that most accounts tell.
  std::optional<Pair> contraries(const std::map<uint32_t, const Spot*>& told) const {
    std::map<uint32_t, size_t> backing;
    for (const auto& [account, spot] : told) ++backing[spot->kind];
    std::map<Pair, size_t> pairs;
    for (const auto& [a, one] : told) {
      for (const auto& [b, other] : told) {
        if (one->kind >= other->kind || !exclude_each_other(one->kind, other->kind)) continue;
        if (names(a, other->kind) || names(b, one->kind)) continue;
        pairs[{one->kind, other->kind}] = backing[one->kind] + backing[other->kind];
      }
    }
    const auto best =
        std::max_element(pairs.begin(), pairs.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == pairs.end() ? std::nullopt : std::optional<Pair>(best->first);
  }

  Ranked tell(const std::map<uint32_t, const Spot*>& told, uint32_t one, uint32_t other) const {
    std::vector<model::FactValue> values;
    double salience = 0;
    std::optional<uint32_t> first;
    for (const auto& [account, spot] : told) {
      if (spot->kind != one && spot->kind != other) continue;
      if (!first) first = spot->kind;
      values.push_back(cell_of(*spot));
      values.back().side = spot->kind == *first ? 0 : 1;
      salience = std::max(salience, salience_at(input_.tellings[spot->article], spot->sentence));
    }
    return {make_fact("outcome", "cause", "differ", std::move(values), 0.65,
                      "causes that exclude each other"),
            salience};
  }

  model::FactValue cell_of(const Spot& spot) const {
    Claim claim = claim_of_words(input_, spot.article, spot.sentence, spot.word);
    claim.norm = claim.name = table().kinds[spot.kind];
    return cell(input_, claim);
  }

  const Input& input_;
  const Passages& passages_;
  std::vector<Spot> spots_;
};

}  // namespace

std::vector<Ranked> compare_causes(const Input& input, const Passages& passages) {
  return Causes(input, passages).compare();
}

}  // namespace synoptic::compare
