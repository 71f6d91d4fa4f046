#include "compare/figures/zeros.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/strings.h"
#include "base/table.h"
#include "compare/figures/told_numbers.h"
#include "compare/figures/turns.h"
#include "compare/word_patterns.h"
#include "text/fold.h"

namespace synoptic::compare {
namespace {

constexpr double kNobodyElse = 0.85;  // confidence of a difference
constexpr size_t kMostSentences = 60;
constexpr double kMostBesideNone = 30;  // of more, "none" is said of something else

struct ZeroTable {
  std::vector<std::string> classes;
  LanguagePatterns languages;  // values: bits of the classes; 0: of some of them only
};

ZeroTable read_table() {
  ZeroTable out;
  for (const TableRow row : DataTable::embedded("compare/zeros.tsv", 3)) {
    uint32_t value = 0;
    for (const auto name : split_trimmed(row[0] == "-" ? "" : row[0], ';')) {
      const auto known = std::find(out.classes.begin(), out.classes.end(), name);
      value |= 1U << (known - out.classes.begin());
      if (known == out.classes.end()) out.classes.emplace_back(name);
    }
    for (const auto lang : row.words(1, ',')) out.languages.add(lang, row[2], value);
  }
  return out;
}

const ZeroTable& table() {
  static const ZeroTable table = read_table();
  return table;
}

using Claims = std::map<uint32_t, Claim>;  // one of each account

class Zeros {
 public:
  explicit Zeros(const Input& input) : input_(input), zeros_(table().classes.size()) {
    for (uint32_t i = 0; i < input.tellings.size(); ++i) {
      if (input.tellings[i].original) read(i);
    }
  }

  std::vector<Ranked> compare() const {
    std::vector<Ranked> out;
    for (size_t i = 0; i < zeros_.size(); ++i) {
      Claims zeros = zeros_[i];
      const Claims counts = counts_of(table().classes[i], zeros);
      // "Two killed … on the ground nobody was killed": none of some.
      std::erase_if(zeros, [&](const auto& one) { return counts.contains(one.first); });
      if (zeros.empty() || zeros.size() + counts.size() < 2) continue;
      out.push_back(fact_of(table().classes[i], zeros, counts));
    }
    return out;
  }

 private:
  void read(uint32_t index) {
    const Telling& telling = input_.tellings[index];
    const WordPatterns* words =
        table().languages.find(model::table_language(telling.annotated->article.lang));
    if (words == nullptr) return;
    const size_t end = std::min(telling.sentences.size(), kMostSentences);
    for (uint32_t j = 0; j < end; ++j) {
      const Sentence& sentence = telling.sentences[j];
      if (sentence.past) continue;
      const text::Folded& folded = sentence.folded;
      for (const auto& hit : words->find_longest(folded.text)) {
        Range word = folded.to_source(hit.range);
        word.begin += sentence.range.begin;
        word.end += sentence.range.begin;
        for (size_t i = 0; i < zeros_.size(); ++i) {
          if (hit.value & (1U << i)) add(index, sentence.block, word, i);
        }
      }
    }
  }

  // The first one behind the title: it tells it in full.
  void add(uint32_t index, uint32_t block, Range word, size_t of_class) {
    const Telling& telling = input_.tellings[index];
    Claim claim = claim_at(telling, index, {block, word, span_in_capture(telling, block, word)});
    claim.slot = "quantity";
    claim.sort = "count";
    claim.about = table().classes[of_class];
    claim.text = std::string(slice(telling.annotated->article, claim.at));
    claim.norm = claim.shown = "0";
    const auto known = zeros_[of_class].try_emplace(telling.account, claim);
    if (!known.second && known.first->second.sentence == 0) known.first->second = claim;
  }

  // What each account counts of the class in this event: what it puts first.
  Claims counts_of(const std::string& of_class, const Claims& zeros) const {
    Claims out;
    for (const Telling& telling : input_.tellings) {
      if (!telling.original) continue;
      for (const Claim& claim : telling.claims) {
        if (claim.slot != "quantity" || claim.sort != "count" || claim.about != of_class) continue;
        if (claim.background || claim.value < 1 || claim.value > kMostBesideNone) continue;
        if (is_told_by(zeros, claim)) continue;
        const auto known = out.try_emplace(claim.account, claim);
        if (!known.second && claim.salience > known.first->second.salience) {
          known.first->second = claim;
        }
      }
    }
    return out;
  }

  // "Two were hurt, nobody was killed": the two are not the killed. And who says that there was
  // none tells the number of something else.
  bool is_told_by(const Claims& zeros, const Claim& count) const {
    return std::any_of(zeros.begin(), zeros.end(), [&](const auto& one) {
      const Claim& zero = one.second;
      if (zero.article == count.article) return zero.sentence == count.sentence;
      return tells_number(input_.tellings[zero.article], count);
    });
  }

  Ranked fact_of(const std::string& of_class, const Claims& zeros, const Claims& counts) const {
    std::vector<model::FactValue> values;
    double salience = 0;
    const auto add = [&](const Claims& claims, uint32_t side) {
      for (const auto& [account, claim] : claims) {
        values.push_back(named_cell(input_, claim));
        values.back().side = side;
        salience = std::max(salience, claim.salience);
      }
    };
    add(zeros, 0);
    add(counts, 1);
    if (counts.empty()) {
      return {make_fact("quantity", of_class, "agree", std::move(values), 0.85,
                        "none, in every account"),
              salience};
    }
    const bool later = is_before(zeros, counts) && is_for_now(zeros);
    return {make_fact("quantity", of_class, later ? "update" : "differ", std::move(values),
                      later ? 0.7 : kNobodyElse,
                      later ? "none at first, and every later account counts some"
                            : "none here, and some there"),
            salience};
  }

  // "No injuries so far."
  bool is_for_now(const Claims& zeros) const {
    std::vector<std::pair<uint32_t, uint32_t>> where;
    for (const auto& [account, claim] : zeros) where.emplace_back(claim.article, claim.sentence);
    return tells_state_turn(input_, where);
  }

  // Whether all of the first are known to be earlier than all of the others.
  bool is_before(const Claims& first, const Claims& then) const {
    constexpr int64_t kLaterMinutes = 30;
    return std::all_of(first.begin(), first.end(), [&](const auto& one) {
      return std::all_of(then.begin(), then.end(), [&](const auto& other) {
        const auto& a = input_.tellings[one.second.article].minutes;
        const auto& b = input_.tellings[other.second.article].minutes;
        return a && b && *b - *a >= kLaterMinutes;
      });
    });
  }

  const Input& input_;
  std::vector<Claims> zeros_;  // per class
};

}  // namespace

std::vector<Ranked> compare_zeros(const Input& input) {
  return input.accounts < 2 ? std::vector<Ranked>{} : Zeros(input).compare();
}

}  // namespace synoptic::compare
