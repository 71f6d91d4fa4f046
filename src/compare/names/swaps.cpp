#include "compare/names/swaps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "compare/names/beside.h"
#include "compare/names/han_readings.h"
#include "compare/names/name_rivals.h"
#include "compare/names/name_sorts.h"
#include "compare/statements/one_language.h"
#include "compare/word_patterns.h"
#include "text/characters.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr double kSure = 0.75;  // log-odds
constexpr Calibration kRight{0.95, -0.27};
constexpr double kInOneLanguage = 0.4;   // likeness of two sentences
constexpr size_t kMostClaims = 400;      // of one type, over all accounts
constexpr size_t kMostAccounts = 40;     // in larger stories somebody names everything
constexpr size_t kMostOfOneAccount = 4;  // places where an account has the name
constexpr double kTitle = 1;

Claim claim_of(const Telling& telling, uint32_t article, const model::Mention& mention,
               const std::string& key) {
  Claim claim;
  claim.article = article;
  claim.account = telling.account;
  claim.slot = "name";
  claim.sort = sort_of(mention.type);
  claim.at = mention.at;
  claim.sentence = sentence_of(telling, mention.at);
  claim.entity = claim.norm = key;
  claim.text = mention.text;
  claim.name = mention.name;
  claim.salience = salience_at(telling, claim.sentence);
  return claim;
}

// "Whole island": an unknown name in small letters is a common noun.
bool is_noun(const model::Mention& mention) {
  if (!mention.entity.empty()) return false;
  bool small = false;
  for (size_t at = 0; at < mention.text.size();) {
    const auto c = text::decode(mention.text, at);
    if (text::is_upper(c.value)) return false;
    small = small || text::is_cased(c.value);
    at += c.length;
  }
  return small;
}

// "Stolen in 1987 from a tomb in Lind": where something was years before the news.
bool is_of_past_year(const Telling& telling, const Claim& claim) {
  constexpr size_t kBeside = 40;  // characters
  const auto& annotated = *telling.annotated;
  if (!annotated.article.published || claim.at.block >= annotated.article.blocks.size()) {
    return false;
  }
  const std::string_view text = annotated.article.blocks[claim.at.block].text;
  const Range sentence = telling.sentences[claim.sentence].range;
  const model::TimeMention* nearest = nullptr;
  size_t least = kBeside + 1;
  for (const auto& time : annotated.times) {
    if (time.at.block != claim.at.block || !sentence.contains(time.at.range)) continue;
    const size_t apart = characters_between(text, time.at.range, claim.at.range);
    if (apart < least) nearest = &time, least = apart;
  }
  return nearest != nullptr && nearest->precision == "year" && nearest->to.year > 0 &&
         nearest->to.year < annotated.article.published->value.year;
}

// "The Norlandic Acme": where somebody with a name of its own is from.
bool is_beside_its_name(const Telling& telling, const Claim& claim) {
  const auto& mentions = telling.annotated->mentions;
  const auto own = std::find_if(mentions.begin(), mentions.end(), [&](const auto& mention) {
    return mention.at.block == claim.at.block && mention.at.range == claim.at.range;
  });
  if (own == mentions.end() || own->form != "adjective") return false;
  return std::any_of(mentions.begin(), mentions.end(), [&](const model::Mention& other) {
    const bool named = other.type == model::EntityType::kPerson || sort_of(other.type) == "org";
    return named && other.at.block == claim.at.block && !other.at.range.overlaps(claim.at.range) &&
           other.at.range.distance(claim.at.range) <= 1;
  });
}

class Swaps {
 public:
  Swaps(const Input& input, const Passages& passages, const SameStatement& sentences,
        const std::vector<OutcomeSpot>& outcomes, std::vector<const Claim*> claims)
      : input_(input),
        outcomes_(outcomes),
        claims_(std::move(claims)),
        contest_(input, passages, sentences, claims_) {}

  // Of other names in Han signs these tell how they are said.
  bool stands_in_japanese(std::string_view key) const {
    return std::ranges::any_of(input_.tellings, [&](const Telling& telling) {
      return model::table_language(telling.annotated->article.lang) == "ja" &&
             std::ranges::find(telling.keys, key) != telling.keys.end();
    });
  }

  // `told`: pairs of countries that were told as parties are not told again as places.
  std::vector<Ranked> find(std::set<std::pair<std::string, std::string>>& told) const {
    auto rivals = rivals_of(contest_);
    std::vector<double> odds;
    std::transform(rivals.begin(), rivals.end(), std::back_inserter(odds),
                   [](const NameRivals& one) { return one.odds(); });
    std::vector<size_t> order(rivals.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](size_t a, size_t b) { return odds[a] > odds[b]; });
    std::vector<Ranked> out;
    std::set<std::string_view> used;
    for (const size_t k : order) {
      if (odds[k] < kSure) break;
      const Claim& a = *claims_[rivals[k].i];
      const Claim& b = *claims_[rivals[k].j];
      if (used.contains(a.entity) || used.contains(b.entity)) continue;
      if (told.contains(std::minmax(a.entity, b.entity))) continue;
      const Read read = read_names(a.entity, a.text, b.entity, b.text);
      if (read == Read::kOne || (read == Read::kUnknown &&
                                 (stands_in_japanese(a.entity) || stands_in_japanese(b.entity)))) {
        continue;
      }
      auto fact = fact_of(rivals[k], odds[k]);
      if (!fact) continue;
      used.insert(a.entity);
      used.insert(b.entity);
      told.insert(std::minmax(a.entity, b.entity));
      out.push_back(std::move(*fact));
    }
    return out;
  }

 private:
  struct Witness {  // an account, and its place that is most like the other side's
    double odds = 0;
    uint32_t side = 0;
    const Claim* claim = nullptr;
  };
  using Witnesses = std::map<uint32_t, Witness>;

  // An account that has both names stands on the side where its words are nearer.
  void add_witnesses(std::string_view own, std::string_view other, uint32_t side,
                     Witnesses& witnesses) const {
    for (size_t i = 0; i < claims_.size(); ++i) {
      const Claim& claim = *claims_[i];
      if (claim.entity != own) continue;
      double odds = -kTitle;
      bool met = false;
      for (size_t j = 0; j < claims_.size(); ++j) {
        const auto rival =
            claims_[j]->entity == other ? contest_.odds(i, j) : std::optional<double>();
        if (!rival) continue;
        odds = met ? std::max(odds, *rival) : *rival;
        met = true;
      }
      if (claim.sentence == 0) odds -= kTitle;  // the body tells it in full
      Witness& kept = witnesses[claim.account];
      if (kept.claim == nullptr || kept.odds < odds) kept = {odds, side, &claim};
    }
  }

  struct Asked {
    std::string slot, about;
  };

  // By the part that either has in what is told; of which deed, where both are told with one.
  Asked asked(size_t i, size_t j) const {
    using Role = NameContest::Role;
    const auto has = [&](Role role) {
      return contest_.role(i) == role || contest_.role(j) == role;
    };
    if (has(Role::kSpeaker)) return {"attribution", "statement"};
    const std::string deed = contest_.common_deed(i, j);
    const std::string party = deed.empty() ? "named" : deed;
    if (has(Role::kActor)) return {"actor", party};
    if (has(Role::kRecipient)) return {"recipient", party};
    const std::string& sort = claims_[j]->sort;
    if (!is_place_sort(sort) && sort != "country") return {"actor", "named"};
    return {"place", has(Role::kPlace) && !deed.empty() ? deed : "mentioned"};
  }

  // Two speakers of whom each says the contrary of the other.
  bool say_contrary(const Claim& a, const Claim& b) const {
    const auto told = [&](const Claim& claim) {
      const auto& sentence = input_.tellings[claim.article].sentences[claim.sentence];
      return ToldAt{claim.article, claim.sentence, sentence.range};
    };
    return come_out_otherwise(outcomes_, told(a), told(b));
  }

  // Nothing where all accounts stand on one side.
  std::optional<Ranked> fact_of(const NameRivals& rivals, double odds) const {
    const Claim& a = *claims_[rivals.i];
    const Claim& b = *claims_[rivals.j];
    Witnesses witnesses;
    add_witnesses(a.entity, b.entity, 0, witnesses);
    add_witnesses(b.entity, a.entity, 1, witnesses);
    std::vector<model::FactValue> values;
    for (const uint32_t side : {0U, 1U}) {
      const std::string& key = (side == 0 ? a : b).entity;
      for (const auto& [account, witness] : witnesses) {
        if (witness.side != side) continue;
        values.push_back(cell(input_, *witness.claim));
        values.back().side = side;
        if (key.starts_with('?')) values.back().norm = text::fold_copy((side == 0 ? a : b).text);
      }
    }
    if (values.empty() || values.front().side == values.back().side) return std::nullopt;
    if (is_beside_its_name(input_.tellings[a.article], a) &&
        is_beside_its_name(input_.tellings[b.article], b)) {
      return std::nullopt;
    }
    std::array<std::vector<TellingPlace>, 2> told;
    for (const auto& [account, witness] : witnesses) {
      told[witness.side].push_back({witness.claim->article, witness.claim->sentence});
    }
    if (are_unlike_in_one_language(input_, told[0], told[1], kInOneLanguage)) return std::nullopt;
    const double confidence = kRight.right(odds);
    const auto [slot, about] = asked(rivals.i, rivals.j);
    if (slot == "attribution" && say_contrary(a, b)) return std::nullopt;
    return Ranked{make_fact(slot, about, "differ", std::move(values), confidence,
                            "another name in the same words"),
                  std::max(a.salience, b.salience)};
  }

  const Input& input_;
  const std::vector<OutcomeSpot>& outcomes_;
  std::vector<const Claim*> claims_;
  NameContest contest_;
};

}  // namespace

std::vector<Claim> collect_names(const Input& input) {
  std::vector<Claim> out;
  for (uint32_t i = 0; i < input.tellings.size(); ++i) {
    const auto& telling = input.tellings[i];
    if (!telling.original) continue;
    std::map<std::string_view, size_t> taken;
    const auto& mentions = telling.annotated->mentions;
    for (size_t j = 0; j < mentions.size(); ++j) {
      const auto& mention = mentions[j];
      const std::string& key = telling.keys[j];
      if (key.empty() || sort_of(mention.type).empty() || is_beyond(telling, mention.at) ||
          is_government(mention) || is_source(telling.annotated->article, mention)) {
        continue;
      }
      if (taken[key] >= kMostOfOneAccount || is_noun(mention)) continue;
      Claim claim = claim_of(telling, i, mention, key);
      if (is_place_sort(claim.sort) && (is_dateline(claim) || is_of_past_year(telling, claim))) {
        continue;
      }
      ++taken[key];
      out.push_back(std::move(claim));
    }
  }
  return out;
}

std::vector<std::vector<const Claim*>> name_kinds(const std::vector<Claim>& names) {
  std::vector<std::vector<const Claim*>> kinds(3);
  const auto add = [&](size_t kind, const Claim& claim) {
    if (kinds[kind].size() < kMostClaims) kinds[kind].push_back(&claim);
  };
  for (const Claim& claim : names) {
    if (claim.sort == "person") add(0, claim);
    if (claim.sort == "org" || claim.sort == "country") add(1, claim);
    if (claim.sort == "country" || is_place_sort(claim.sort)) add(2, claim);
  }
  return kinds;
}

std::vector<Ranked> compare_names(const Input& input, const Passages& passages,
                                  const SameStatement& sentences,
                                  const std::vector<OutcomeSpot>& outcomes) {
  std::vector<Ranked> out;
  if (input.accounts < 2 || input.accounts > kMostAccounts) return out;
  const auto names = collect_names(input);
  std::set<std::pair<std::string, std::string>> told;
  for (auto& claims : name_kinds(names)) {
    auto facts = Swaps(input, passages, sentences, outcomes, std::move(claims)).find(told);
    std::move(facts.begin(), facts.end(), std::back_inserter(out));
  }
  return out;
}

}  // namespace synoptic::compare
