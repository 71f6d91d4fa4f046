#include "compare/agreements.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "compare/names/one_name.h"
#include "compare/rules.h"
#include "compare/terms.h"

namespace synoptic::compare {
namespace {

// In one language what is one shares its words: the least likeness, by what is agreed on.
constexpr double kDeed = 0.32;     // of sentences that tell one deed
constexpr double kDenied = 0.33;   // of clauses that say alike that it is not so
constexpr double kQuoted = 0.6;    // of quotes
constexpr double kCounted = 0.15;  // of the words around a figure
constexpr double kBeside = 0.02;   // of those next to it, where the others are not clearly alike
constexpr double kClearly = 0.32;
constexpr double kDated = 0.28;  // of sentences around a date
constexpr double kRanked = 0.3;
constexpr double kPlaced = 0.22;     // of sentences that put the event into a place
constexpr double kMentioned = 0.17;  // of sentences that name one place

// In several languages: the least likeness of the nearest two accounts, in their lexicon's terms.
constexpr double kDeedAbroad = 0.15;
constexpr double kPlacedAbroad = 0.2;  // of the words around the name

constexpr double kOnlyNamed = 0.55;  // how sure that accounts agree on a place they name

constexpr size_t kMostSideBySide = 12;  // cells; what more accounts tell is sure enough

enum class Guard {
  kNone,
  kDeed,
  kDenied,
  kQuoted,
  kCounted,
  kDated,
  kRanked,
  kPlaced,
  kMentioned,
  kNamed
};

bool is_of_an_actor(const model::Fact& fact) { return fact.rule == rules::same_part("actor"); }

Guard guard_of(const model::Fact& fact) {
  const std::string_view slot = fact.slot, rule = fact.rule;
  if (slot == "outcome") {
    if (rule == rules::kSameDeed) return Guard::kDeed;
    if (rule == rules::kDeniedAlike) return Guard::kDenied;
    return Guard::kNone;
  }
  if (rule == rules::kSameSpeaker) return Guard::kQuoted;
  if (slot == "quantity") return Guard::kCounted;
  if (slot == "date") return Guard::kDated;
  if (slot == "rank") return Guard::kRanked;
  if (rule == rules::kSameValue) {
    return slot == "place" ? Guard::kPlaced : Guard::kNone;
  }
  if (rule == rules::kOnePlace) return Guard::kMentioned;
  const bool named = rule == rules::kOneName || rule == rules::kOneParty || is_of_an_actor(fact);
  return named ? Guard::kNamed : Guard::kNone;
}

class Judge {
 public:
  explicit Judge(const Input& input) : knowledge_(*input.knowledge) {
    for (const auto& telling : input.tellings) {
      tellings_.emplace(telling.annotated->article.id, &telling);
    }
  }

  // Whether the fact is to be kept; cells that the others do not bear out are taken from it.
  bool holds(model::Fact& fact) const {
    const Guard guard = guard_of(fact);
    if (guard == Guard::kNone) return true;
    auto& values = fact.values;
    const size_t before = values.size();
    std::erase_if(values, [&](const auto& value) { return is_no_such_thing(fact, guard, value); });
    if (values.size() < 2) return before < 2;
    if (tells_origin(fact, guard) && are_adjectives(values)) return false;
    if (values.size() > kMostSideBySide) return are_of_several(values);
    keep_company(guard, values);
    return are_of_several(values) && (are_near(guard, values) || leave_named(guard, fact));
  }

 private:
  const Telling& telling_of(const model::FactValue& value) const {
    return *tellings_.at(value.article);
  }

  std::string_view lang_of(const model::FactValue& value) const {
    return model::table_language(telling_of(value).annotated->article.lang);
  }

  const model::Mention* mention_of(const model::FactValue& value) const {
    const auto& mentions = telling_of(value).annotated->mentions;
    const auto found = std::find_if(mentions.begin(), mentions.end(), [&](const auto& mention) {
      return mention.at.span == value.span;
    });
    return found == mentions.end() ? nullptr : &*found;
  }

  // An award that is called after a town is no place; "Q1" of "Q10" is no date.
  bool is_no_such_thing(const model::Fact& fact, Guard guard, const model::FactValue& value) const {
    if (guard == Guard::kDated) return is_cut(value);
    if (fact.slot != "place" || guard == Guard::kPlaced) return false;
    const auto* mention = mention_of(value);
    if (mention == nullptr) return false;
    return guard == Guard::kMentioned ? !model::is_place(mention->type)
                                      : mention->type == model::EntityType::kPerson;
  }

  static bool tells_origin(const model::Fact& fact, Guard guard) {
    return guard == Guard::kMentioned || is_of_an_actor(fact);
  }

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  static bool is_cut(const model::FactValue& value) {
    const size_t at = value.evidence.find(value.text);
    if (at == std::string::npos || value.text.empty()) return false;
    const size_t end = at + value.text.size();
    return is_digit(value.text.back()) && end < value.evidence.size() &&
           is_digit(value.evidence[end]);
  }

  // "The Brazilian", "the Russian ambassador" tell where somebody is from.
  bool are_adjectives(const std::vector<model::FactValue>& values) const {
    return std::all_of(values.begin(), values.end(), [&](const auto& value) {
      const auto* mention = mention_of(value);
      return mention != nullptr && mention->form == "adjective";
    });
  }

  Terms around(const model::FactValue& value, bool beside) const {
    const size_t at = value.evidence.find(value.text);
    if (at == std::string::npos) return terms_of(value.evidence, lang_of(value));
    const Range range{static_cast<uint32_t>(at), static_cast<uint32_t>(at + value.text.size())};
    return beside ? terms_beside(value.evidence, range, lang_of(value))
                  : terms_around(value.evidence, range, lang_of(value));
  }

  // What a cell is held against the others by.
  Terms read(Guard guard, const model::FactValue& value) const {
    switch (guard) {
      case Guard::kCounted:
        return around(value, false);
      case Guard::kDenied:
      case Guard::kQuoted:
        return terms_of(value.text, lang_of(value));
      case Guard::kNamed:
      case Guard::kNone:
        return {};
      default:
        return terms_of(value.evidence, lang_of(value));
    }
  }

  // Two known by their own names are one whatever they are called.
  bool name_alike(const model::FactValue& a, const model::FactValue& b) const {
    const auto is_known = [&](const model::FactValue& value) {
      const auto* mention = mention_of(value);
      return mention != nullptr && !mention->entity.empty();
    };
    return (is_known(a) && is_known(b)) || may_be_one_name(bare_name(a), bare_name(b));
  }

  // "Justice" in front of "Ministry" is no title.
  std::string_view bare_name(const model::FactValue& value) const {
    const auto* mention = mention_of(value);
    const bool may_be_person = mention == nullptr || mention->type == model::EntityType::kPerson;
    return may_be_person ? without_titles(value.text, knowledge_) : value.text;
  }

  struct Cell {
    const model::FactValue* value = nullptr;
    Terms terms;
  };

  bool go_together(Guard guard, const Cell& a, const Cell& b) const {
    if (lang_of(*a.value) != lang_of(*b.value)) return true;
    if (guard == Guard::kNamed) return name_alike(*a.value, *b.value);
    const double alike = likeness(a.terms, b.terms);
    switch (guard) {
      case Guard::kDeed:
        return alike >= kDeed;
      case Guard::kDenied:
        return alike >= kDenied;
      case Guard::kQuoted:
        return alike >= kQuoted;
      case Guard::kCounted:
        return alike >= kClearly ||
               (alike >= kCounted &&
                likeness(around(*a.value, true), around(*b.value, true)) >= kBeside);
      case Guard::kDated:
        return alike >= kDated;
      case Guard::kRanked:
        return alike >= kRanked;
      case Guard::kPlaced:
        return alike >= kPlaced;
      case Guard::kMentioned:
        return alike >= kMentioned;
      default:
        return true;
    }
  }

  // Keeps the cell that most others go together with, and those.
  void keep_company(Guard guard, std::vector<model::FactValue>& values) const {
    std::vector<Cell> cells;
    for (const auto& value : values) cells.push_back({&value, read(guard, value)});
    std::vector<bool> best;
    std::ptrdiff_t most = 0;
    for (size_t i = 0; i < values.size(); ++i) {
      std::vector<bool> with(values.size());
      for (size_t j = 0; j < values.size(); ++j) {
        with[j] = i == j || go_together(guard, cells[i], cells[j]);
      }
      const auto count = std::count(with.begin(), with.end(), true);
      if (count > most) {
        most = count;
        best = std::move(with);
      }
    }
    size_t next = 0;
    std::erase_if(values, [&](const auto&) { return !best[next++]; });
  }

  // Some two accounts say it in sentences that are near each other.
  bool are_near(Guard guard, const std::vector<model::FactValue>& values) const {
    const double least = guard == Guard::kDeed     ? kDeedAbroad
                         : guard == Guard::kPlaced ? kPlacedAbroad
                                                   : 0;
    if (least == 0) return true;
    std::vector<Cell> cells;
    for (const auto& value : values) {
      cells.push_back(
          {&value, guard == Guard::kPlaced ? around(value, false) : read(guard, value)});
    }
    for (size_t i = 0; i < cells.size(); ++i) {
      for (size_t j = i + 1; j < cells.size(); ++j) {
        if (cells[i].value->account == cells[j].value->account) continue;
        if (lang_of(*cells[i].value) == lang_of(*cells[j].value)) return true;  // held already
        if (likeness(cells[i].terms, cells[j].terms) >= least) return true;
      }
    }
    return false;
  }

  // "Taken to hospital in Trier", "the minister goes to Trier": that all name it is still so.
  static bool leave_named(Guard guard, model::Fact& fact) {
    if (guard != Guard::kPlaced) return false;
    fact.about = "mentioned";
    fact.rule = rules::kOnePlace;
    fact.confidence = std::min(fact.confidence, kOnlyNamed);
    return true;
  }

  static bool are_of_several(const std::vector<model::FactValue>& values) {
    return std::any_of(values.begin(), values.end(),
                       [&](const auto& value) { return value.account != values.front().account; });
  }

  const knowledge::Knowledge& knowledge_;
  std::map<std::string_view, const Telling*> tellings_;  // by article
};

}  // namespace

void drop_doubtful_agreements(const Input& input, std::vector<Ranked>& facts) {
  const Judge judge(input);
  std::erase_if(facts, [&](Ranked& ranked) {
    return ranked.fact.verdict == "agree" && !judge.holds(ranked.fact);
  });
}

}  // namespace synoptic::compare
