#include "compare/figures/ages.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>

#include "compare/figures/measures.h"
#include "compare/rules.h"
#include "compare/word_patterns.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr uint32_t kBesideName = 12;        // bytes between a name and the age of its bearer
constexpr size_t kBehindComma = 24;         // … characters: "Lind, who has the age of 34"
constexpr double kOnePoint = 0.45;          // of sentences that are each other's nearest
constexpr double kNearPoint = 0.28;         // … where both name the bearer
constexpr double kLeastApart = 2;           // a birthday may lie between
constexpr int64_t kOneTime = 60 * 24 * 60;  // minutes between the articles
constexpr uint32_t kMostAccounts = 12;      // in larger stories an age is told of many
constexpr size_t kMostAges = 200;

struct Age {
  Claim claim;
  std::string_view person;  // the key of the name beside it; empty: none
};

class Ages {
 public:
  Ages(const Input& input, const Passages& passages) : input_(input), passages_(passages) {}

  std::vector<Ranked> compare() {
    for (uint32_t i = 0; i < input_.tellings.size(); ++i) {
      if (input_.tellings[i].original) read(i);
    }
    if (ages_.size() > kMostAges) return {};
    std::vector<Ranked> out;
    if (input_.accounts <= kMostAccounts) tell_differing(out);
    tell_shared(out);
    return out;
  }

 private:
  void read(uint32_t index) {
    const auto& telling = input_.tellings[index];
    for (const auto& quantity : telling.annotated->quantities) {
      if (quantity.kind != "age" || quantity.max || !std::isfinite(quantity.value)) continue;
      if (!quantity.modifier.empty()) continue;  // "under 80": nobody's
      if (is_beyond(telling, quantity.at)) continue;
      Claim claim = claim_at(telling, index, quantity.at);
      if (telling.sentences[claim.sentence].stamp) continue;
      const Measure in = measure(quantity);
      claim.slot = "quantity";
      claim.sort = "age";
      claim.about = "age";
      claim.value = claim.given = quantity.value;
      claim.text = quantity.text;
      claim.norm = norm_of(quantity, in);
      claim.shown = shown_of(quantity);
      Age age{std::move(claim), person_beside(telling, quantity.at)};
      values_[age.claim.account].insert(age.claim.value);
      ages_.push_back(std::move(age));
    }
  }

  // "Anna Lind, 34", "34-jährige Anna Lind".
  static std::string_view person_beside(const Telling& telling, const model::Place& at) {
    std::string_view out;
    uint32_t nearest = kBesideName + 1;
    const auto& mentions = telling.annotated->mentions;
    for (size_t i = 0; i < mentions.size(); ++i) {
      const auto& mention = mentions[i];
      if (mention.type != model::EntityType::kPerson || mention.at.block != at.block) continue;
      const uint32_t apart =
          mention.at.range.end <= at.range.begin   ? at.range.begin - mention.at.range.end
          : at.range.end <= mention.at.range.begin ? mention.at.range.begin - at.range.end
                                                   : 0;
      if (apart >= nearest) continue;
      nearest = apart;
      out = telling.keys[i];
    }
    return out.empty() ? person_before(telling, at) : out;
  }

  static std::string_view person_before(const Telling& telling, const model::Place& at) {
    const std::string_view text = model::text_of(telling.annotated->article, at);
    std::string_view out;
    uint32_t last = 0;
    const auto& mentions = telling.annotated->mentions;
    for (size_t i = 0; i < mentions.size(); ++i) {
      const auto& mention = mentions[i];
      if (mention.type != model::EntityType::kPerson || mention.at.block != at.block) continue;
      const uint32_t end = mention.at.range.end;
      if (end > at.range.begin || end < last || end >= text.size()) continue;
      const char32_t c = text::decode(text, end).value;
      const bool comma = c == U',' || c == U'،' || c == U'，';
      if (!comma || characters_between(text, mention.at.range, at.range) > kBehindComma) continue;
      last = end;
      out = telling.keys[i];
    }
    return out;
  }

  bool has(uint32_t account, double value) const {
    const auto found = values_.find(account);
    return found != values_.end() && found->second.contains(value);
  }

  std::set<std::string_view> persons_in(const Claim& claim) const {
    const auto& telling = input_.tellings[claim.article];
    const Sentence& sentence = telling.sentences[claim.sentence];
    std::set<std::string_view> out;
    const auto& mentions = telling.annotated->mentions;
    for (size_t i = 0; i < mentions.size(); ++i) {
      const auto& mention = mentions[i];
      if (mention.type == model::EntityType::kPerson && mention.at.block == sentence.block &&
          sentence.range.contains(mention.at.range)) {
        out.insert(telling.keys[i]);
      }
    }
    return out;
  }

  bool name_others(const Age& a, const Age& b) const {
    const auto x = persons_in(a.claim), y = persons_in(b.claim);
    return !x.empty() && !y.empty() &&
           std::none_of(x.begin(), x.end(), [&](auto key) { return y.contains(key); });
  }

  bool are_of_one_time(const Age& a, const Age& b) const {
    const auto& x = input_.tellings[a.claim.article].minutes;
    const auto& y = input_.tellings[b.claim.article].minutes;
    return !x || !y || std::abs(*x - *y) <= kOneTime;
  }

  // Another age in its sentence may be the one that the other account tells.
  bool is_alone(const Age& age) const {
    return std::none_of(ages_.begin(), ages_.end(), [&](const Age& other) {
      return other.claim.article == age.claim.article &&
             other.claim.sentence == age.claim.sentence && other.claim.value != age.claim.value;
    });
  }

  bool are_of_one(const Age& a, const Age& b) const {
    if (!is_alone(a) || !is_alone(b) || name_others(a, b) || !are_of_one_time(a, b)) return false;
    if (!a.person.empty() && a.person == b.person && !is_past(a) && !is_past(b)) return true;
    const auto& twins = passages_.twins(a.claim.article, a.claim.sentence);
    const auto twin = std::find_if(twins.begin(), twins.end(), [&](const Twin& one) {
      return one.article == b.claim.article && one.sentence == b.claim.sentence;
    });
    if (twin == twins.end() || !twin->mutual) return false;
    const bool one_name = !a.person.empty() && a.person == b.person;
    return twin->likeness >= (one_name ? kNearPoint : kOnePoint);
  }

  // "In 2003, when she was 21".
  bool is_past(const Age& age) const {
    return input_.tellings[age.claim.article].sentences[age.claim.sentence].past;
  }

  bool differ(const Age& a, const Age& b) const {
    return a.claim.account != b.claim.account &&
           std::abs(a.claim.value - b.claim.value) >= kLeastApart &&
           !has(a.claim.account, b.claim.value) && !has(b.claim.account, a.claim.value) &&
           are_of_one(a, b);
  }

  // One of each account that has the value.
  std::vector<const Age*> all_of(double value) const {
    std::vector<const Age*> out;
    std::set<uint32_t> accounts;
    for (const Age& age : ages_) {
      if (age.claim.value == value && accounts.insert(age.claim.account).second) {
        out.push_back(&age);
      }
    }
    return out;
  }

  void add(std::vector<Ranked>& out, const std::vector<std::vector<const Age*>>& sides,
           std::string rule, double confidence) {
    std::vector<model::FactValue> values;
    double salience = 0;
    for (uint32_t side = 0; side < sides.size(); ++side) {
      for (const Age* age : sides[side]) {
        values.push_back(named_cell(input_, age->claim));
        values.back().side = side;
        salience = std::max(salience, age->claim.salience);
        told_.insert(age->claim.value);
      }
    }
    out.push_back({make_fact("quantity", "age", sides.size() > 1 ? "differ" : "agree",
                             std::move(values), confidence, std::move(rule)),
                   0.6 * salience});
  }

  void tell_differing(std::vector<Ranked>& out) {
    for (size_t i = 0; i < ages_.size(); ++i) {
      for (size_t j = i + 1; j < ages_.size(); ++j) {
        const Age &a = ages_[i], &b = ages_[j];
        if (told_.contains(a.claim.value) || told_.contains(b.claim.value)) continue;
        if (!differ(a, b)) continue;
        add(out, {all_of(a.claim.value), all_of(b.claim.value)}, "two ages of one person", 0.7);
      }
    }
  }

  void tell_shared(std::vector<Ranked>& out) {
    std::set<double> values;
    for (const Age& age : ages_) values.insert(age.claim.value);
    for (const double value : values) {
      const auto all = all_of(value);
      if (all.size() < 2 || told_.contains(value) || are_others(all)) continue;
      add(out, {all}, rules::kSameValue,
          std::min(0.95, 0.5 + 0.15 * static_cast<double>(all.size())));
    }
  }

  // Two who happen to be of one age.
  static bool are_others(const std::vector<const Age*>& all) {
    std::set<std::string_view> persons;
    for (const Age* age : all) {
      if (age->person.empty()) return false;
      persons.insert(age->person);
    }
    return persons.size() == all.size();
  }

  const Input& input_;
  const Passages& passages_;
  std::vector<Age> ages_;
  std::map<uint32_t, std::set<double>> values_;  // of each account
  std::set<double> told_;
};

}  // namespace

std::vector<Ranked> compare_ages(const Input& input, const Passages& passages) {
  if (input.accounts < 2) return {};
  return Ages(input, passages).compare();
}

}  // namespace synoptic::compare
