#include "compare/names/kinds.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "base/table.h"
#include "compare/outcomes/polarity.h"
#include "compare/told_words.h"
#include "compare/word_patterns.h"
#include "text/fold.h"

namespace synoptic::compare {
namespace {

constexpr double kOneThing = 0.4;  // clauses less alike say two things
constexpr double kInParted = 0.3;  // … where every account names one of the two
constexpr double kTitle = 1;
constexpr size_t kMostSpots = 400;
constexpr uint32_t kNearName = 40;  // bytes between a side and what it is one of

struct Kind {
  std::string slot, sort, name;
};

struct KindTable {
  std::vector<Kind> kinds;
  LanguagePatterns languages;
};

KindTable read_table() {
  KindTable out;
  for (const TableRow row : DataTable::embedded("compare/kinds.tsv", 4)) {
    const auto index = static_cast<uint32_t>(out.kinds.size());
    out.kinds.push_back({std::string(row[0]), std::string(row[1]), std::string(row[2])});
    for (size_t i = 3; i < row.size(); ++i) out.languages.add_cell(row[i], index);
  }
  return out;
}

const KindTable& table() {
  static const KindTable table = read_table();
  return table;
}

struct Spot {  // where an account speaks of a kind
  uint32_t article = 0, account = 0, sentence = 0, kind = 0;
  Range word, clause;   // in the block
  Passages::Bag rest;   // what else the clause says
  std::string_view of;  // of a side: the name beside it
};

class Kinds {
 public:
  Kinds(const Input& input, const Passages& passages) : input_(input), passages_(passages) {}

  std::vector<Ranked> compare() {
    for (uint32_t i = 0; i < input_.tellings.size(); ++i) {
      if (input_.tellings[i].original) read(i);
    }
    read_rests();
    if (input_.accounts < 3 || spots_.size() > kMostSpots) return {};
    for (const Spot& spot : spots_) seek(spot);
    return std::move(facts_);
  }

 private:
  void read(uint32_t index) {
    const auto& telling = input_.tellings[index];
    const auto lang = model::table_language(telling.annotated->article.lang);
    const WordPatterns* words = table().languages.find(lang);
    if (words == nullptr) return;
    const auto end = std::min<size_t>(telling.sentences.size(), passages_.read_of(index));
    for (uint32_t j = 0; j < end; ++j) {
      const auto& sentence = telling.sentences[j];
      if (sentence.past) continue;
      const text::Folded& folded = sentence.folded;
      const auto hits = words->find_longest(folded.text);
      for (const auto& hit : hits) {
        Spot spot{index, telling.account, j, hit.value, folded.to_source(hit.range), {}, {}, {}};
        spot.clause = clause_around(sentence.text, spot.word);
        for (Range* range : {&spot.word, &spot.clause}) {
          range->begin += sentence.range.begin;
          range->end += sentence.range.begin;
        }
        if (kind_of(spot).sort == "side") {
          if (is_in_name(telling, spot)) continue;
          spot.of = nearest_name(telling, spot);
          if (spot.of.empty()) continue;
        }
        spots_.push_back(std::move(spot));
      }
    }
  }

  // "South of the town of Norhaven": what it is a side of.
  static std::string_view nearest_name(const Telling& telling, const Spot& spot) {
    std::string_view out;
    uint32_t nearest = kNearName;
    const auto& mentions = telling.annotated->mentions;
    for (size_t i = 0; i < mentions.size(); ++i) {
      const Range at = mentions[i].at.range;
      if (mentions[i].at.block != telling.sentences[spot.sentence].block ||
          !at.overlaps(spot.clause) || at.overlaps(spot.word) || telling.keys[i].empty()) {
        continue;
      }
      const uint32_t apart =
          at.begin >= spot.word.end ? at.begin - spot.word.end : spot.word.begin - at.end;
      if (apart >= nearest) continue;
      nearest = apart;
      out = telling.keys[i];
    }
    return out;
  }

  // "North Korea" is no side of anything.
  static bool is_in_name(const Telling& telling, const Spot& spot) {
    const auto& mentions = telling.annotated->mentions;
    return std::any_of(mentions.begin(), mentions.end(), [&](const model::Mention& mention) {
      return mention.at.block == telling.sentences[spot.sentence].block &&
             mention.at.range.overlaps(spot.word) && mention.at.range != spot.word;
    });
  }

  Passages::Bag rest_of(const Spot& spot) const {
    return passages_.bag_without(spot.article, spot.sentence, spot.clause, spot.word);
  }

  // Only of sorts of which there are two kinds.
  void read_rests() {
    std::map<std::string_view, std::set<uint32_t>> kinds;
    for (const Spot& spot : spots_) kinds[kind_of(spot).sort].insert(spot.kind);
    std::erase_if(spots_, [&](const Spot& spot) { return kinds[kind_of(spot).sort].size() < 2; });
    if (spots_.size() > kMostSpots) return;
    for (Spot& spot : spots_) spot.rest = rest_of(spot);
  }

  // How likely two clauses say one thing; 0 … 1.
  double tie(const Spot& a, const Spot& b) const {
    return passages_.tie({a.article, a.sentence, a.rest}, {b.article, b.sentence, b.rest});
  }

  static const Kind& kind_of(const Spot& spot) { return table().kinds[spot.kind]; }

  static bool may_stand_for(const Spot& a, const Spot& b) {
    return a.account != b.account && a.kind != b.kind && kind_of(a).sort == kind_of(b).sort &&
           a.of == b.of;
  }

  // "The police, the army and the guard": no one in the other's stead.
  bool says_both(const Spot& spot, uint32_t other) const {
    return std::any_of(spots_.begin(), spots_.end(), [&](const Spot& beside) {
      return beside.kind == other && beside.article == spot.article &&
             beside.sentence == spot.sentence;
    });
  }

  // The clauses of other accounts that say the same of another kind, by account.
  using Others = std::map<uint32_t, std::pair<double, const Spot*>>;

  Others others_of(const Spot& spot, uint32_t kind, double least) const {
    Others out;
    for (const Spot& other : spots_) {
      if (other.kind != kind || !may_stand_for(spot, other)) continue;
      if (says_both(other, spot.kind) || says_both(spot, kind)) continue;
      double alike = tie(spot, other);
      if (alike < least) continue;
      if (other.sentence == 0) alike -= kTitle;  // the body tells it in full
      const auto [kept, fresh] = out.try_emplace(other.account, alike, &other);
      if (!fresh && kept->second.first < alike) kept->second = {alike, &other};
    }
    return out;
  }

  // Another account says of this kind what this one says.
  bool is_said_too(const Spot& spot) const {
    return std::any_of(spots_.begin(), spots_.end(), [&](const Spot& other) {
      return other.kind == spot.kind && other.account != spot.account &&
             tie(spot, other) >= kOneThing;
    });
  }

  std::set<uint32_t> accounts_of(uint32_t kind) const {
    std::set<uint32_t> out;
    for (const Spot& spot : spots_) {
      if (spot.kind == kind) out.insert(spot.account);
    }
    return out;
  }

  // Every account names one of the two, one of them alone the other.
  bool part_the_story(const Spot& spot, uint32_t kind) const {
    const auto own = accounts_of(spot.kind), others = accounts_of(kind);
    return own.size() == 1 && others.size() >= 2 && others.size() + 1 == input_.accounts &&
           !others.contains(spot.account);
  }

  void seek(const Spot& spot) {
    if (is_said_too(spot)) return;
    for (uint32_t kind = 0; kind < table().kinds.size(); ++kind) {
      if (kind == spot.kind || table().kinds[kind].sort != kind_of(spot).sort) continue;
      const bool parted = part_the_story(spot, kind);
      auto others = others_of(spot, kind, parted ? kInParted : kOneThing);
      const bool sole = parted && is_sole(kind_of(spot).sort);
      if (sole || (parted && !others.empty())) add_all(spot, kind, others);
      const bool most = others.size() >= 2 && others.size() + 2 >= input_.accounts;
      if (!most) continue;
      tell(spot, others);
    }
  }

  // A fire begins on one floor.
  static bool is_sole(std::string_view sort) { return sort == "floor"; }

  void add_all(const Spot& spot, uint32_t kind, Others& others) const {
    for (const Spot& other : spots_) {
      if (other.kind == kind && other.account != spot.account) {
        const double alike = tie(spot, other) - (other.sentence == 0 ? kTitle : 0);
        const auto [kept, fresh] = others.try_emplace(other.account, alike, &other);
        if (!fresh && kept->second.first < alike) kept->second = {alike, &other};
      }
    }
  }

  void tell(const Spot& spot, const Others& others) {
    const std::string key = kind_of(spot).name + "|" + kind_of(*others.begin()->second.second).name;
    std::vector<model::FactValue> values;
    double salience = salience_at(input_.tellings[spot.article], spot.sentence);
    for (const auto& [account, found] : others) values.push_back(cell_of(*found.second));
    values.push_back(cell_of(spot));
    values.back().side = 1;
    const std::string about = is_cause(kind_of(spot).sort) ? "cause" : "event";
    Ranked fact{make_fact(kind_of(spot).slot, about, "differ", std::move(values), 0.6,
                          "another kind in the same words"),
                salience};
    const auto [kept, fresh] = told_.try_emplace(key, facts_.size());
    if (fresh) {
      facts_.push_back(std::move(fact));
    } else if (spot.sentence > 0 &&
               facts_[kept->second].fact.values.size() <= fact.fact.values.size()) {
      facts_[kept->second] = std::move(fact);
    }
  }

  model::FactValue cell_of(const Spot& spot) const {
    Claim claim = claim_of_words(input_, spot.article, spot.sentence, spot.word);
    claim.norm = claim.name = kind_of(spot).name;
    return cell(input_, claim);
  }

  const Input& input_;
  const Passages& passages_;
  std::vector<Spot> spots_;
  std::map<std::string, size_t> told_;  // two kinds: index of their fact
  std::vector<Ranked> facts_;
};

}  // namespace

bool is_cause(std::string_view sort) { return sort == "reason"; }

std::vector<Ranked> compare_kinds(const Input& input, const Passages& passages) {
  return Kinds(input, passages).compare();
}

}  // namespace synoptic::compare
