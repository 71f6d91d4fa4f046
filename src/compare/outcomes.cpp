#include "compare/outcomes.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace synoptic::compare {
namespace {

// How alike clauses about one thing are (Passages::tie).
constexpr double kNearest = 0.3;     // … whose sentences are each other's nearest
constexpr double kNearLoose = 0.32;  // … where the matter's words stand in every text
constexpr double kOneThing = 0.36;   // … where several accounts say it one way
constexpr double kSameSide = 0.2;    // … of accounts that say alike
constexpr double kItself = 2;
// An account that says the contrary of what is so alike says both.
constexpr double kSaysBoth = 0.12;
constexpr size_t kFewCharacters = 16;
constexpr size_t kMostSpots = 200;
constexpr size_t kFewSpots = 30;  // of more, only sentences that are near each other are compared

using Spot = OutcomeSpot;

class Reader {
 public:
  Reader(const Input& input, const Passages& passages) : input_(input), passages_(passages) {}

  std::vector<Spot> read() {
    for (uint32_t i = 0; i < input_.tellings.size(); ++i) {
      if (input_.tellings[i].original) read(i);
    }
    return std::move(spots_);
  }

 private:
  void read(uint32_t index) {
    const auto& telling = input_.tellings[index];
    const auto lang = model::table_language(telling.annotated->article.lang);
    const auto end = std::min<size_t>(telling.sentences.size(), passages_.read_of(index));
    for (uint32_t j = 0; j < end; ++j) {
      const auto& sentence = telling.sentences[j];
      if (sentence.past) continue;
      for (const auto& cue : outcome_cues(sentence.text, lang)) {
        Spot spot{index,      telling.account, j,         cue.matter, cue.outcome,
                  cue.denied, false,           cue.range, cue.clause};
        for (Range* range : {&spot.word, &spot.clause}) {
          range->begin += sentence.range.begin;
          range->end += sentence.range.begin;
        }
        spot.quoted = is_quoted(spot);
        spots_.push_back(std::move(spot));
      }
    }
  }

  bool is_quoted(const Spot& spot) const {
    const auto& telling = input_.tellings[spot.article];
    const uint32_t block = telling.sentences[spot.sentence].block;
    return std::any_of(telling.annotated->quotes.begin(), telling.annotated->quotes.end(),
                       [&](const auto& quote) {
                         return quote.form == "direct" && quote.at.block == block &&
                                quote.at.range.contains(spot.word);
                       });
  }

  const Input& input_;
  const Passages& passages_;
  std::vector<Spot> spots_;
};

// The clauses of one matter, whatever they say of it.
class Matter {
 public:
  Matter(const Input& input, const Passages& passages, std::vector<Spot> spots)
      : input_(input), passages_(passages), spots_(std::move(spots)), rests_(spots_.size()) {
    const std::string_view name = spots_.empty() ? "" : spots_[0].matter;
    loose_ = has_flag(name, MatterFlag::kLoose);
    sole_ = has_flag(name, MatterFlag::kSole);
    sole_denied_ = has_flag(name, MatterFlag::kDenied);
    for (const Spot& spot : spots_) (is_yes(spot) ? yes_ : no_).insert(spot.account);
  }

  const std::vector<Spot>& spots() const { return spots_; }

  struct Pair {
    size_t yes = 0, no = 0;
    double alike = 0;
  };

  // The two clauses that say the contrary of one thing most clearly.
  std::optional<Pair> contraries() {
    std::optional<Pair> best;
    for (size_t i = 0; i < spots_.size(); ++i) {
      for (size_t j = 0; j < spots_.size(); ++j) {
        if (!is_yes(spots_[i]) || is_yes(spots_[j]) || !may_differ(i, j)) continue;
        const double alike = tie(i, j);
        if (best && alike <= best->alike) continue;
        if (are_contrary(i, j, alike)) best = Pair{i, j, alike};
      }
    }
    return best;
  }

  // One clause of each account that says the one or the other; the likest.
  std::map<uint32_t, size_t> witnesses(const Pair& pair) {
    std::map<uint32_t, std::pair<double, size_t>> found;
    std::set<uint32_t> both;
    for (size_t i = 0; i < spots_.size(); ++i) {
      const Spot& spot = spots_[i];
      const size_t own = is_yes(spot) ? pair.yes : pair.no;
      const size_t other = is_yes(spot) ? pair.no : pair.yes;
      if (spot.account == spots_[other].account) continue;
      if (spot.account == spots_[own].account && i != own) continue;
      double alike = i == own ? kItself : std::max(tie(i, own), tie(i, other));
      const bool same = (sole_ || sole_denied_) && !says_both(spot.account);
      if (alike < kSameSide && !same) continue;
      if (spot.sentence == 0) alike /= 2;  // the body tells it in full
      const auto [kept, fresh] = found.try_emplace(spot.account, alike, i);
      if (fresh) continue;
      if (is_yes(spots_[kept->second.second]) != is_yes(spot)) both.insert(spot.account);
      if (alike > kept->second.first) kept->second = {alike, i};
    }
    std::map<uint32_t, size_t> out;
    for (const auto& [account, kept] : found) {
      if (!both.contains(account)) out.emplace(account, kept.second);
    }
    return out;
  }

 private:
  static bool is_yes(const Spot& spot) { return spot.outcome == Outcome::kYes; }

  bool says_both(uint32_t account) const { return yes_.contains(account) && no_.contains(account); }

  // How many say it one way only, of the side that has more.
  size_t most_of_one_side() const {
    size_t yes = 0, no = 0;
    for (const uint32_t account : yes_) yes += no_.contains(account) ? 0 : 1;
    for (const uint32_t account : no_) no += yes_.contains(account) ? 0 : 1;
    return std::max(yes, no);
  }

  bool anybody_says_both() const {
    return std::any_of(yes_.begin(), yes_.end(),
                       [&](uint32_t account) { return no_.contains(account); });
  }

  bool is_title(const Spot& spot) const {
    return spot.sentence == 0 && input_.tellings[spot.article].sentences.size() > 1;
  }

  const Twin* twin(size_t a, size_t b) const {
    for (const Twin& one : passages_.twins(spots_[a].article, spots_[a].sentence)) {
      if (one.article == spots_[b].article && one.sentence == spots_[b].sentence) return &one;
    }
    return nullptr;
  }

  bool may_differ(size_t a, size_t b) const {
    if (spots_[a].account == spots_[b].account) return false;
    if (is_title(spots_[a]) || is_title(spots_[b])) return false;
    return spots_.size() <= kFewSpots || twin(a, b) != nullptr;
  }

  bool are_contrary(size_t a, size_t b, double alike) {
    const Spot& x = spots_[a];
    const Spot& y = spots_[b];
    const bool both = says_both(x.account) || says_both(y.account);
    const size_t most = most_of_one_side();
    const bool alone = most < 2 && input_.accounts > 2;
    const bool sole = sole_ || (sole_denied_ && y.denied);
    if (sole && !alone && !anybody_says_both()) return true;
    const Twin* near = twin(a, b);
    const bool nearest = near != nullptr && near->mutual;
    // Words that somebody is quoted with, about others: a figure of speech.
    if ((x.quoted || y.quoted) && are_rivals(x, y)) return false;
    if (loose_) return nearest && alike >= kNearLoose && !alone && !both;
    if (!(nearest && alike >= kNearest) && !(alike >= kOneThing && !alone)) return false;
    return !both || (contrary_within(a, b) < kSaysBoth && contrary_within(b, a) < kSaysBoth);
  }

  // How much the account of one clause says elsewhere what the other says.
  double contrary_within(size_t spot, size_t other) {
    double most = 0;
    for (size_t i = 0; i < spots_.size(); ++i) {
      if (spots_[i].account != spots_[spot].account || is_yes(spots_[i]) != is_yes(spots_[other])) {
        continue;
      }
      most = std::max(most, tie(i, other));
    }
    return most;
  }

  std::set<std::string_view> named_in(const Spot& spot) const {
    std::set<std::string_view> out;
    const auto& telling = input_.tellings[spot.article];
    const uint32_t block = telling.sentences[spot.sentence].block;
    for (const auto& mention : telling.annotated->mentions) {
      if (mention.at.block == block && !mention.entity.empty() &&
          spot.clause.contains(mention.at.range)) {
        out.insert(mention.entity);
      }
    }
    return out;
  }

  bool are_rivals(const Spot& a, const Spot& b) const {
    const auto x = named_in(a), y = named_in(b);
    return !x.empty() && !y.empty() &&
           std::none_of(x.begin(), x.end(), [&](std::string_view one) { return y.contains(one); });
  }

  // "But they reached no agreement": of what, the rest of the sentence says.
  Range told_around(const Spot& spot) const {
    const auto& sentence = input_.tellings[spot.article].sentences[spot.sentence];
    size_t characters = 0;
    for (uint32_t at = spot.clause.begin; at < spot.clause.end; ++at) {
      const bool begins = (sentence.text[at - sentence.range.begin] & 0xC0) != 0x80;
      if (begins && !spot.word.contains(Range{at, at + 1})) ++characters;
    }
    return characters < kFewCharacters ? sentence.range : spot.clause;
  }

  const Passages::Bag& rest_of(size_t spot) {
    if (!rests_[spot]) {
      const Spot& of = spots_[spot];
      rests_[spot] = passages_.bag_without(of.article, of.sentence, told_around(of), of.word);
    }
    return *rests_[spot];
  }

  // How likely two clauses are about one thing; 0 … 1.1
  double tie(size_t a, size_t b) {
    const Spot& x = spots_[a];
    const Spot& y = spots_[b];
    return passages_.tie({x.article, x.sentence, rest_of(a)}, {y.article, y.sentence, rest_of(b)});
  }

  const Input& input_;
  const Passages& passages_;
  std::vector<Spot> spots_;
  std::vector<std::optional<Passages::Bag>> rests_;  // what else each clause says
  std::set<uint32_t> yes_, no_;                      // accounts
  bool loose_ = false, sole_ = false, sole_denied_ = false;
};

class Outcomes {
 public:
  Outcomes(const Input& input, const Passages& passages, const std::vector<Spot>& spots)
      : input_(input), passages_(passages), spots_(spots) {}

  std::vector<Ranked> compare() {
    std::map<std::string_view, std::vector<Spot>> matters;
    for (const Spot& spot : spots_) matters[spot.matter].push_back(spot);
    for (auto& [name, spots] : matters) {
      const bool yes = std::any_of(spots.begin(), spots.end(), is_yes);
      const bool no = !std::all_of(spots.begin(), spots.end(), is_yes);
      if (!yes || !no || spots.size() > kMostSpots) continue;
      Matter matter(input_, passages_, std::move(spots));
      if (const auto pair = matter.contraries()) judge(matter, *pair);
    }
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Found& a, const Found& b) { return a.alike > b.alike; });
    std::vector<Ranked> out;
    std::set<std::set<Where>> told;  // "stopped", "ended": two words for one matter
    for (Found& found : found_) {
      if (told.insert(found.where).second) out.push_back(std::move(found.fact));
    }
    return out;
  }

 private:
  using Where = std::pair<uint32_t, uint32_t>;  // article, sentence

  struct Found {
    double alike = 0;
    std::set<Where> where;
    Ranked fact;
  };

  static bool is_yes(const Spot& spot) { return spot.outcome == Outcome::kYes; }

  void judge(Matter& matter, const Matter::Pair& pair) {
    const auto& spots = matter.spots();
    const auto said = matter.witnesses(pair);
    std::vector<model::FactValue> values;
    double salience = 0;
    std::map<uint32_t, const Spot*> witnesses;
    for (const auto& [account, index] : said) {
      const Spot& spot = spots[index];
      witnesses.emplace(account, &spot);
      values.push_back(cell_of(spot));
      values.back().side = is_yes(spot) == is_yes(spots[said.begin()->second]) ? 0 : 1;
      salience = std::max(salience, salience_at(input_.tellings[spot.article], spot.sentence));
    }
    const std::string_view name = spots[0].matter;
    const bool update = is_turn(name, witnesses);
    const bool certainty = has_flag(name, MatterFlag::kCertainty);
    Found found;
    found.alike = pair.alike;
    for (const size_t one : {pair.yes, pair.no}) {
      found.where.insert({spots[one].article, spots[one].sentence});
    }
    found.fact = {make_fact(input_, certainty ? "certainty" : "outcome", std::string(name),
                            update ? "update" : "differ", std::move(values), 0.65,
                            update ? "a state that changed from the earlier accounts to the later"
                                   : "one matter, and it came out otherwise"),
                  salience};
    found_.push_back(std::move(found));
  }

  // All accounts that say it one way are earlier than all that say it the other.
  bool is_turn(std::string_view matter, const std::map<uint32_t, const Spot*>& said) const {
    const bool once = has_flag(matter, MatterFlag::kOnce);
    if (!once && !has_flag(matter, MatterFlag::kState)) return false;
    constexpr int64_t kLaterMinutes = 30;
    std::optional<int64_t> first[2], last[2];
    for (const auto& [account, spot] : said) {
      const auto& minutes = input_.tellings[spot->article].minutes;
      if (!minutes) return false;
      const size_t side = spot->outcome == Outcome::kYes ? 1 : 0;
      first[side] = std::min(first[side].value_or(*minutes), *minutes);
      last[side] = std::max(last[side].value_or(*minutes), *minutes);
    }
    if (*first[1] - *last[0] >= kLaterMinutes) return true;
    return !once && *first[0] - *last[1] >= kLaterMinutes;
  }

  model::FactValue cell_of(const Spot& spot) const {
    const auto& telling = input_.tellings[spot.article];
    const auto& sentence = telling.sentences[spot.sentence];
    Claim claim;
    claim.article = spot.article;
    claim.account = spot.account;
    claim.sentence = spot.sentence;
    claim.at = {sentence.block, spot.clause, span_in_capture(telling, sentence.block, spot.clause)};
    claim.text = std::string(slice(telling.annotated->article, claim.at));
    claim.norm = spot.outcome == Outcome::kYes  ? "yes"
                 : spot.outcome == Outcome::kNo ? "no"
                                                : "open";
    // By its own words: "yes" says little of a matter like "arrested or fled".
    const std::string_view words = claim.text;
    claim.name = beginning_of(words.substr(0, words.find_last_not_of(" .;:!?") + 1));
    return cell(input_, claim);
  }

  const Input& input_;
  const Passages& passages_;
  const std::vector<Spot>& spots_;
  std::vector<Found> found_;
};

}  // namespace

std::vector<OutcomeSpot> read_outcomes(const Input& input, const Passages& passages) {
  return Reader(input, passages).read();
}

std::vector<Ranked> compare_outcomes(const Input& input, const Passages& passages,
                                     const std::vector<OutcomeSpot>& spots) {
  return Outcomes(input, passages, spots).compare();
}

}  // namespace synoptic::compare
