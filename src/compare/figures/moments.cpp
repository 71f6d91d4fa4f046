#include "compare/figures/moments.h"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>

#include "base/table.h"
#include "compare/figures/match_dates.h"
#include "compare/match.h"
#include "compare/outcomes/polarity.h"
#include "compare/word_patterns.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr size_t kNear = 60, kNearSpaceless = 20;  // characters between the word and the day
constexpr uint32_t kMostAccounts = 40;             // in larger stories each moment is told of many
constexpr size_t kMostSpots = 1200;
constexpr int64_t kLongestPause = 4;  // days: "closed until Friday" opens again on Monday

struct Row {
  std::vector<uint32_t> moments;
  bool until = false;
  bool end = false;  // of a stretch its last day is meant
};

struct MomentTable {
  std::vector<std::string> moments;
  std::vector<bool> bound;  // per moment: to a thing that the sentence must name
  std::vector<Row> rows;    // words that a day stands beside
  LanguagePatterns words;   // values: rows
  LanguagePatterns things;  // values: moments
};

uint32_t moment_of(MomentTable& table, std::string_view name) {
  const auto known = std::find(table.moments.begin(), table.moments.end(), name);
  if (known != table.moments.end()) return static_cast<uint32_t>(known - table.moments.begin());
  table.moments.emplace_back(name);
  table.bound.push_back(false);
  return static_cast<uint32_t>(table.moments.size() - 1);
}

MomentTable read_table() {
  MomentTable out;
  for (const TableRow row : DataTable::embedded("compare/moments.tsv", 3)) {
    Row words;
    for (const auto name : row.words(0)) words.moments.push_back(moment_of(out, name));
    const bool thing = row[1] == "thing";
    words.until = row[1] == "until";
    words.end = row[1] == "end";
    for (size_t i = 2; i < row.size(); ++i) {
      if (thing) {
        add_words(out.things, row[i], words.moments.front());
      } else {
        add_words(out.words, row[i], static_cast<uint32_t>(out.rows.size()));
      }
    }
    if (thing) {
      out.bound[words.moments.front()] = true;
    } else {
      out.rows.push_back(std::move(words));
    }
  }
  return out;
}

const MomentTable& table() {
  static const MomentTable table = read_table();
  return table;
}

struct Spot {  // where an account tells the day of a moment
  const Claim* claim = nullptr;
  uint32_t moment = 0;
  bool until = false;
  size_t distance = 0;
};

int64_t first_day(const Claim& claim) {
  return model::days_from_civil(claim.date.year, std::max<int>(1, claim.date.month),
                                std::max<int>(1, claim.date.day));
}

// What is shut until a day opens then or, where the day is the last one, on one of the next.
bool differ(const Spot& a, const Spot& b) {
  if (are_hours_apart(*a.claim, *b.claim)) return a.until == b.until;
  if (match(*a.claim, *b.claim) != Match::kDifferent) return false;
  if (a.until == b.until) return true;
  if (!a.claim->is_day || !b.claim->is_day) return true;
  const int64_t shut = first_day(*(a.until ? a : b).claim);
  const int64_t open = first_day(*(a.until ? b : a).claim);
  return open < shut || open > shut + kLongestPause;
}

class Moments {
 public:
  explicit Moments(const Input& input) : input_(input) {}

  std::vector<Ranked> compare(const Passages& passages) {
    for (uint32_t i = 0; i < input_.tellings.size(); ++i) {
      if (input_.tellings[i].original) read(i, passages.read_of(i));
    }
    std::vector<Ranked> out;
    if (spots_.size() > kMostSpots) return out;
    for (uint32_t moment = 0; moment < table().moments.size(); ++moment) {
      if (auto fact = tell(moment)) out.push_back(std::move(*fact));
    }
    return out;
  }

 private:
  void read(uint32_t index, uint32_t sentences) {
    const auto& telling = input_.tellings[index];
    const auto lang = model::table_language(telling.annotated->article.lang);
    const auto words = table().words.find(lang), things = table().things.find(lang);
    if (words == table().words.end()) return;
    std::map<uint32_t, std::vector<const Claim*>> days;  // by sentence
    for (const Claim& claim : telling.claims) {
      if (claim.slot == "date" && claim.sentence < sentences)
        days[claim.sentence].push_back(&claim);
    }
    for (const auto& [sentence, claims] : days) {
      const auto& told = telling.sentences[sentence];
      if (told.past) continue;
      const text::Folded folded = text::fold(told.text);
      std::vector<bool> named(table().moments.size(), false);
      if (things != table().things.end()) {
        for (const auto& hit : things->second.find(folded.text)) named[hit.value] = true;
      }
      for (const auto& hit : words->second.find_longest(folded.text)) {
        const Row& row = table().rows[hit.value];
        const auto spot = nearest(told, lang, folded.to_source(hit.range), claims);
        if (!spot) continue;
        for (const uint32_t moment : row.moments) {
          if (table().bound[moment] && !named[moment]) continue;
          spots_.push_back(*spot);
          if (row.end) spots_.back().claim = last_of(*spot->claim);
          spots_.back().moment = moment;
          spots_.back().until = row.until;
        }
      }
    }
  }

  // "From 3 May to 9 June": the claim of the last day.
  const Claim* last_of(const Claim& claim) {
    if (claim.date == claim.until) return &claim;
    Claim last = claim;
    last.date = last.until;
    last.is_day = last.date.precision >= model::Precision::kDay;
    ends_.push_back(std::move(last));
    return &ends_.back();
  }

  // The day of the word's clause that stands nearest to it.
  static std::optional<Spot> nearest(const Sentence& told, std::string_view lang, Range word,
                                     const std::vector<const Claim*>& claims) {
    const Range clause = clause_around(told.text, word);
    std::vector<Joint> joints;
    stance_cues(told.text, lang, &joints);
    const bool spaceless = text::is_spaceless(text::decode(told.text, word.begin).value);
    std::optional<Spot> out;
    for (const Claim* claim : claims) {
      Range at = claim->at.range;
      at.begin -= std::min(at.begin, told.range.begin);
      at.end -= std::min(at.end, told.range.begin);
      if (!clause.overlaps(at)) continue;
      // "Closed on Tuesday and reopens at the end of the week."
      const Range between{std::min(at.end, word.end), std::max(at.begin, word.begin)};
      if (std::any_of(joints.begin(), joints.end(),
                      [&](const Joint& joint) { return between.overlaps(joint.range); })) {
        continue;
      }
      const size_t distance = characters_between(told.text, at, word);
      if (distance > (spaceless ? kNearSpaceless : kNear)) continue;
      if (!out || distance < out->distance) out = Spot{claim, 0, false, distance};
    }

    return out;
  }

  using Told = std::map<uint32_t, Spot>;  // account -> where it tells it

  // An account that gives the moment two days says none.
  Told told_of(uint32_t moment) const {
    Told out;
    std::vector<uint32_t> torn;
    for (const Spot& spot : spots_) {
      if (spot.moment != moment) continue;
      const auto [kept, fresh] = out.try_emplace(spot.claim->account, spot);
      if (fresh) continue;
      if (match(*kept->second.claim, *spot.claim) == Match::kDifferent) {
        torn.push_back(spot.claim->account);
      } else if (kept->second.claim->sentence == 0) {
        kept->second = spot;  // the body tells it more fully than the title
      }
    }
    for (const uint32_t account : torn) out.erase(account);
    return out;
  }

  // The account of the first has the other's day, too, be it of something else; or its hour, where
  // the day is one.
  bool has(const Claim& own, const Claim& other) const {
    const bool hours = are_hours_apart(own, other);
    const auto& claims = input_.tellings[own.article].claims;
    return std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
      if (claim.slot != "date" || claim.norm != other.norm) return false;
      return !hours ||
             (claim.date.precision >= model::Precision::kHour && !are_hours_apart(claim, other));
    });
  }

  std::optional<Ranked> tell(uint32_t moment) const {
    const Told told = told_of(moment);
    if (told.size() < 2) return std::nullopt;
    // Each spot with those that say the same; the largest side against the largest of the rest.
    std::vector<std::vector<const Spot*>> sides;
    for (const auto& by_account : told) {
      const Spot& spot = by_account.second;
      const auto same = std::find_if(sides.begin(), sides.end(), [&](const auto& side) {
        return std::all_of(side.begin(), side.end(),
                           [&](const Spot* other) { return !differ(*other, spot); });
      });
      if (same == sides.end()) {
        sides.push_back({&spot});
      } else {
        same->push_back(&spot);
      }
    }
    std::stable_sort(sides.begin(), sides.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    for (size_t i = 1; i < sides.size(); ++i) {
      const bool all = std::all_of(sides[0].begin(), sides[0].end(), [&](const Spot* a) {
        return std::all_of(sides[i].begin(), sides[i].end(), [&](const Spot* b) {
          return differ(*a, *b) && !has(*a->claim, *b->claim) && !has(*b->claim, *a->claim);
        });
      });
      if (all) return fact_of(moment, sides[0], sides[i]);
    }
    return std::nullopt;
  }

  Ranked fact_of(uint32_t moment, const std::vector<const Spot*>& a,
                 const std::vector<const Spot*>& b) const {
    std::vector<model::FactValue> values;
    double salience = 0;
    const bool hours = are_hours_apart(*a[0]->claim, *b[0]->claim);
    for (const auto* side : {&a, &b}) {
      for (const Spot* spot : *side) {
        values.push_back(cell(input_, *spot->claim));
        if (hours) values.back().norm = values.back().name = model::iso(spot->claim->date);
        values.back().side = side == &a ? 0 : 1;
        salience = std::max(salience, spot->claim->salience);
      }
    }
    const double confidence = a.size() > 1 ? 0.85 : 0.65;
    return {make_fact("date", table().moments[moment], "differ", std::move(values), confidence,
                      hours ? "one moment of the event, at two hours"
                            : "one moment of the event, on two days"),
            salience};
  }

  const Input& input_;
  std::deque<Claim> ends_;  // of stretches: their last days
  std::vector<Spot> spots_;
};

}  // namespace

std::vector<Ranked> compare_moments(const Input& input, const Passages& passages) {
  if (input.accounts < 2 || input.accounts > kMostAccounts) return {};
  return Moments(input).compare(passages);
}

}  // namespace synoptic::compare
