#include "compare/figures/directions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "compare/figures/direction_words.h"
#include "compare/outcomes/polarity.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr double kLike = 0.12;       // clauses less alike say two things
constexpr double kLikeSmall = 0.45;  // … where the figure is one that many things have
constexpr size_t kFewWords = 6;
constexpr double kLikely = 0.8, kPerhaps = 0.65;  // confidence
constexpr size_t kMostFigureSpots = 60;           // of one figure

bool is_figure(const Claim& claim) {
  return (claim.slot == "quantity" || claim.slot == "money") && claim.value > 0 &&
         claim.sort != "score" && !claim.instead;
}

struct Figure {
  uint32_t article = 0, account = 0, sentence = 0;
  std::string_view slot, sort;
  double value = 0;
  Range at;  // in the sentence
};

// Figures that many things have: "5 %", "200 jobs".
bool is_common(double value) {
  int digits = 0;
  double rest = value;
  while (rest < 1e6 && std::abs(rest - std::round(rest)) > 1e-6 * rest) rest *= 10;
  auto whole = static_cast<int64_t>(std::llround(std::min(rest, 1e17)));
  while (whole > 0 && whole % 10 == 0) whole /= 10;
  for (; whole > 0; whole /= 10) ++digits;
  return digits < 2;
}

// "88.90 to the dollar": numbers with a part behind the point, which nothing is said to be counted
// by.
void add_decimals(std::string_view text, const std::vector<Range>& taken, const Figure& like,
                  std::vector<Figure>& out) {
  const auto digits = [&](size_t& at, double& value) {
    size_t count = 0;
    while (at < text.size()) {
      const auto c = text::decode(text, at);
      const int digit = text::digit_value(c.value);
      if (digit < 0) break;
      value = value * 10 + digit;
      at += c.length;
      ++count;
    }
    return count;
  };
  constexpr size_t kMostWhole = 6;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    double whole = 0, part = 0;
    const size_t before = digits(at, whole);
    if (before == 0) {
      at += text::decode(text, at).length;
      continue;
    }
    if (before > kMostWhole || at >= text.size()) continue;
    const auto point = text::decode(text, at);
    if (point.value != U'.' && point.value != U',' && point.value != U'٫') continue;
    at += point.length;
    const size_t behind = digits(at, part);
    const auto next = at < text.size() ? text::decode(text, at).value : U' ';
    const bool goes_on = (next == U'.' || next == U',' || next == U':') && at + 1 < text.size() &&
                         text::digit_value(text::decode(text, at + 1).value) >= 0;
    if (behind == 0 || behind == 3 || behind > 4 || goes_on) continue;  // "1,200", "3.10.2026"
    Figure figure = like;
    figure.at = {static_cast<uint32_t>(begin), static_cast<uint32_t>(at)};
    figure.value = whole + part / std::pow(10, behind);
    const bool known = std::any_of(taken.begin(), taken.end(),
                                   [&](const Range& other) { return other.overlaps(figure.at); });
    if (!known) out.push_back(figure);
  }
}

struct FigureSpot {
  const Figure* figure = nullptr;
  Direction direction;
  Range told;  // word and figure, in the block
  Passages::Bag rest;
};

class Directions {
 public:
  Directions(const Input& input, const Passages& passages) : input_(input), passages_(passages) {
    for (uint32_t i = 0; i < input.tellings.size(); ++i) {
      if (input.tellings[i].original) read(i);
    }
    for (size_t i = 0; i < figures_.size(); ++i) {
      by_sentence_[{figures_[i].article, figures_[i].sentence}].push_back(&figures_[i]);
    }
  }

  std::vector<Ranked> compare() const {
    std::map<double, std::vector<const Figure*>> values;
    for (const Figure& figure : figures_) values[figure.value].push_back(&figure);
    std::vector<Ranked> out;
    for (const auto& value : values) {
      const auto& figures = value.second;
      const bool shared = std::any_of(figures.begin(), figures.end(), [&](const Figure* figure) {
        return figure->account != figures.front()->account;
      });
      if (!shared || figures.size() > kMostFigureSpots) continue;
      for (const Axis axis : {Axis::kChange, Axis::kResult}) {
        if (auto fact = compare(figures, axis)) out.push_back(std::move(*fact));
      }
    }
    return out;
  }

 private:
  void read(uint32_t index) {
    const Telling& telling = input_.tellings[index];
    const size_t end = std::min<size_t>(telling.sentences.size(), passages_.read_of(index));
    for (const Claim& claim : telling.claims) {
      if (!is_figure(claim) || claim.sentence >= end) continue;
      const Sentence& sentence = telling.sentences[claim.sentence];
      if (sentence.block != claim.at.block || !sentence.range.contains(claim.at.range)) continue;
      figures_.push_back({index,
                          claim.account,
                          claim.sentence,
                          claim.slot,
                          claim.sort,
                          claim.value,
                          {claim.at.range.begin - sentence.range.begin,
                           claim.at.range.end - sentence.range.begin}});
    }
    std::map<uint32_t, std::vector<Range>> taken;  // in the block
    for (const auto& quantity : telling.annotated->quantities) {
      taken[quantity.at.block].push_back(quantity.at.range);
    }
    for (uint32_t j = 0; j < end; ++j) {
      const Sentence& sentence = telling.sentences[j];
      std::vector<Range> here;
      for (const Range& range : taken[sentence.block]) {
        if (!sentence.range.contains(range)) continue;
        here.push_back({range.begin - sentence.range.begin, range.end - sentence.range.begin});
      }
      add_decimals(sentence.text, here, {index, telling.account, j, "quantity", "", 0, {}},
                   figures_);
    }
  }

  const Sentence& sentence_of(const Figure& figure) const {
    return input_.tellings[figure.article].sentences[figure.sentence];
  }

  // A sum: "a profit of 24 million" may leave out of what.
  static bool may_result(const Figure& figure) {
    constexpr double kSum = 1e5;
    return figure.slot == "money" || (figure.sort == "count" && figure.value >= kSum);
  }

  std::vector<FigureSpot> spots_of(const std::vector<const Figure*>& figures, Axis axis) const {
    std::vector<FigureSpot> out;
    for (const Figure* figure : figures) {
      if (axis == Axis::kResult && !may_result(*figure)) continue;
      const Telling& telling = input_.tellings[figure->article];
      const Sentence& sentence = sentence_of(*figure);
      std::vector<Range> others;
      for (const Figure* other : by_sentence_.at({figure->article, figure->sentence})) {
        if (!other->at.overlaps(figure->at)) others.push_back(other->at);
      }
      const auto lang = model::table_language(telling.annotated->article.lang);
      const auto direction = direction_of(sentence.text, lang, figure->at, axis, others);
      if (!direction) continue;
      const auto in_block = [&](Range range) {
        return Range{range.begin + sentence.range.begin, range.end + sentence.range.begin};
      };
      FigureSpot spot{figure,
                      *direction,
                      in_block({std::min(direction->word.begin, figure->at.begin),
                                std::max(direction->word.end, figure->at.end)}),
                      {}};
      spot.rest =
          passages_.bag_without(figure->article, figure->sentence,
                                in_block(clause_around(sentence.text, figure->at)), spot.told);
      out.push_back(std::move(spot));
    }
    return out;
  }

  static bool may_be_one(const FigureSpot& a, const FigureSpot& b, Axis axis) {
    const Figure& x = *a.figure;
    const Figure& y = *b.figure;
    if (x.account == y.account) return false;
    if (axis == Axis::kResult) return x.sort == y.sort || x.slot != y.slot;
    if (x.slot != y.slot || x.sort != y.sort) return false;
    if (a.direction.level != b.direction.level) return false;
    // A toll that rose to 12 or was put down to 12 is the same toll.
    return x.sort != "count" || !a.direction.level;
  }

  // Names that are known, of one kind, and other ones here than there.
  bool speak_of_others(const FigureSpot& a, const FigureSpot& b) const {
    const auto names_of = [&](const FigureSpot& spot) {
      const auto& telling = input_.tellings[spot.figure->article];
      const Sentence& sentence = sentence_of(*spot.figure);
      std::set<std::string_view> out;
      for (const auto& mention : telling.annotated->mentions) {
        const bool here = mention.at.block == sentence.block && !mention.entity.empty() &&
                          sentence.range.contains(mention.at.range) &&
                          mention.type != model::EntityType::kCountry;
        if (here) out.insert(mention.entity);
      }
      return out;
    };
    const auto x = names_of(a), y = names_of(b);
    return !x.empty() && !y.empty() && std::none_of(x.begin(), x.end(), [&](std::string_view name) {
      return y.contains(name);
    });
  }

  // Clauses that say nothing else cannot be unlike: "the share rose 2.4 %".
  bool may_say_one_thing(const FigureSpot& a, const FigureSpot& b, double alike) const {
    if (is_common(a.figure->value)) return alike >= kLikeSmall;
    return alike >= kLike || std::min(a.rest.size(), b.rest.size()) <= kFewWords;
  }

  double tie(const FigureSpot& a, const FigureSpot& b) const {
    return passages_.tie({a.figure->article, a.figure->sentence, a.rest},
                         {b.figure->article, b.figure->sentence, b.rest});
  }

  std::optional<Ranked> compare(const std::vector<const Figure*>& figures, Axis axis) const {
    std::vector<FigureSpot> spots = spots_of(figures, axis);
    // Who tells it both ways speaks of two things.
    std::array<std::set<uint32_t>, 2> accounts;
    for (const FigureSpot& spot : spots) accounts[spot.direction.up].insert(spot.figure->account);
    std::erase_if(spots, [&](const FigureSpot& spot) {
      return accounts[0].contains(spot.figure->account) &&
             accounts[1].contains(spot.figure->account);
    });
    const FigureSpot *up = nullptr, *down = nullptr;
    double best = -1;
    for (const FigureSpot& a : spots) {
      for (const FigureSpot& b : spots) {
        if (!a.direction.up || b.direction.up || !may_be_one(a, b, axis)) continue;
        const double alike = tie(a, b);
        if (alike <= best || !may_say_one_thing(a, b, alike) || speak_of_others(a, b)) continue;
        best = alike;
        up = &a;
        down = &b;
      }
    }
    if (up == nullptr) return std::nullopt;
    return tell(spots, *up, *down, axis, best >= kLike ? kLikely : kPerhaps);
  }

  Ranked tell(const std::vector<FigureSpot>& spots, const FigureSpot& up, const FigureSpot& down,
              Axis axis, double confidence) const {
    std::map<uint32_t, const FigureSpot*> told{{up.figure->account, &up},
                                               {down.figure->account, &down}};
    for (const FigureSpot& spot : spots) {
      if (may_be_one(spot, spot.direction.up ? down : up, axis)) {
        told.try_emplace(spot.figure->account, &spot);
      }
    }
    std::vector<model::FactValue> values;
    double salience = 0;
    const bool first = told.begin()->second->direction.up;
    for (const auto& [account, spot] : told) {
      const Figure& figure = *spot->figure;
      values.push_back(cell_of(*spot));
      values.back().side = spot->direction.up == first ? 0 : 1;
      salience = std::max(salience, salience_at(input_.tellings[figure.article], figure.sentence));
    }
    return {make_fact("outcome", axis == Axis::kChange ? "rise" : "profit", "differ",
                      std::move(values), confidence, "one figure, and it goes the other way"),
            salience};
  }

  model::FactValue cell_of(const FigureSpot& spot) const {
    const Telling& telling = input_.tellings[spot.figure->article];
    const uint32_t block = sentence_of(*spot.figure).block;
    Claim claim = claim_at(telling, spot.figure->article,
                           {block, spot.told, span_in_capture(telling, block, spot.told)});
    claim.text = std::string(slice(telling.annotated->article, claim.at));
    claim.norm = spot.direction.up ? "yes" : "no";
    claim.name = beginning_of(claim.text);
    return cell(input_, claim);
  }

  const Input& input_;
  const Passages& passages_;
  std::vector<Figure> figures_;
  std::map<std::pair<uint32_t, uint32_t>, std::vector<const Figure*>> by_sentence_;
};

bool share_place(const model::FactValue& a, const model::FactValue& b) {
  return a.article == b.article && a.span.overlaps(b.span);
}

// How many sides of the first fact have a place of the other.
size_t shared_sides(const model::Fact& fact, const model::Fact& other) {
  std::set<uint32_t> sides;
  for (const auto& value : fact.values) {
    for (const auto& same : other.values) {
      if (share_place(value, same)) sides.insert(value.side);
    }
  }
  return sides.size();
}

}  // namespace

std::vector<Ranked> compare_directions(const Input& input, const Passages& passages) {
  return input.accounts < 2 ? std::vector<Ranked>{} : Directions(input, passages).compare();
}

void drop_against(const std::vector<Ranked>& directions, std::vector<Ranked>& facts) {
  std::erase_if(facts, [&](const Ranked& ranked) {
    const bool outcome = ranked.fact.slot == "outcome" && ranked.fact.verdict == "differ";
    if (ranked.fact.verdict != "agree" && !outcome) return false;
    return std::any_of(directions.begin(), directions.end(), [&](const Ranked& one) {
      return (!outcome || one.fact.about == ranked.fact.about) &&
             shared_sides(one.fact, ranked.fact) > 1;
    });
  });
}

}  // namespace synoptic::compare
