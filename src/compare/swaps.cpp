#include "compare/swaps.h"

#include <algorithm>
#include <map>
#include <set>

#include "compare/figures.h"

namespace synoptic::compare {
namespace {

using model::EntityType;
using Accounts = std::set<uint32_t>;

constexpr double kSameRole = 0.3;      // of the words around the two names
constexpr double kSameSpeaker = 0.11;  // two persons are rarely named for each other by chance
constexpr double kTitle = 1;
constexpr size_t kMostNames = 200;       // looked at in one story
constexpr size_t kMostAccounts = 40;     // in larger stories somebody names everything
constexpr size_t kMostOfOneAccount = 6;  // places where an account has the name

struct Named {
  std::string entity;
  EntityType type = EntityType::kOrg;
  std::vector<Claim> claims;  // places where it is named
  Accounts accounts;
};

bool is_compared(EntityType type) {
  return type == EntityType::kPerson || type == EntityType::kOrg || type == EntityType::kCountry ||
         type == EntityType::kCity || type == EntityType::kRegion || type == EntityType::kFacility;
}

bool is_origin(const model::Article& article, const model::Mention& mention) {
  return std::any_of(article.origins.begin(), article.origins.end(), [&](const auto& origin) {
    return !origin.span.empty() && origin.span.overlaps(mention.at.span);
  });
}

Claim claim_of(const Telling& telling, uint32_t article, const model::Mention& mention) {
  Claim claim;
  claim.article = article;
  claim.account = telling.account;
  claim.at = mention.at;
  claim.sentence = sentence_of(telling, mention.at);
  claim.entity = claim.norm = mention.entity;
  claim.text = mention.text;
  claim.name = mention.name;
  claim.salience = salience_at(telling, claim.sentence);
  const Sentence& sentence = telling.sentences[claim.sentence];
  claim.around = terms_around(
      sentence.text,
      {mention.at.range.begin - sentence.range.begin, mention.at.range.end - sentence.range.begin},
      telling.annotated->article.lang);
  return claim;
}

std::string slot_of(const Input& input, const Named& named) {
  for (const Claim& claim : named.claims) {
    const auto& annotated = *input.tellings[claim.article].annotated;
    for (const auto& quote : annotated.quotes) {
      if (quote.speaker && quote.speaker->entity == named.entity) return "attribution";
    }
    for (const auto& event : annotated.events) {
      for (const auto& actor : event.actor) {
        if (actor.entity == named.entity && actor.at.span == claim.at.span) return "actor";
      }
    }
  }
  const bool place = named.type == EntityType::kCity || named.type == EntityType::kRegion ||
                     named.type == EntityType::kFacility;
  return place ? "place" : "recipient";
}

class Swaps {
 public:
  explicit Swaps(const Input& input) : input_(input) {}

  std::vector<Ranked> find() {
    std::vector<Ranked> out;
    if (input_.accounts < 3 || input_.accounts > kMostAccounts) return out;
    collect();
    std::set<std::string> used;
    for (;;) {
      const auto [most, other] = best_pair(used);
      if (most == nullptr) return out;
      used.insert(most->entity);
      used.insert(other->entity);
      out.push_back(fact_of(*most, *other));
    }
  }

 private:
  void collect() {
    std::map<std::string, Named> by_entity;
    std::map<std::pair<std::string, uint32_t>, size_t> taken;
    for (uint32_t i = 0; i < input_.tellings.size(); ++i) {
      const auto& telling = input_.tellings[i];
      if (!telling.original) continue;
      for (const auto& mention : telling.annotated->mentions) {
        if (mention.entity.empty() || !is_compared(mention.type)) continue;
        if (is_little_known(*input_.knowledge, mention.entity)) continue;
        Named& named = by_entity[mention.entity];
        named.entity = mention.entity;
        named.type = mention.type;
        if (is_beyond(telling, mention.at) || is_origin(telling.annotated->article, mention))
          continue;
        if (++taken[{mention.entity, telling.account}] > kMostOfOneAccount) continue;
        named.claims.push_back(claim_of(telling, i, mention));
      }
    }
    for (auto& [entity, named] : by_entity) {
      if (named.claims.empty() || names_.size() == kMostNames) continue;
      named.accounts = input_.named_by.at(entity);
      names_.push_back(std::move(named));
    }
  }

  // Every account has one of the two, and none has both.
  bool exclude(const Named& a, const Named& b) const {
    if (a.type != b.type || a.accounts.size() < 2 || b.accounts.size() > a.accounts.size()) {
      return false;
    }
    if (a.accounts.size() + b.accounts.size() < input_.accounts) return false;
    if (is_office(a) != is_office(b)) return false;
    const bool both = std::any_of(b.accounts.begin(), b.accounts.end(),
                                  [&](uint32_t account) { return a.accounts.contains(account); });
    return !both && !includes(*input_.knowledge, a.entity, b.entity) &&
           !includes(*input_.knowledge, b.entity, a.entity);
  }

  // Made of a country and a role: the same as some body that has a name of its own.
  static bool is_office(const Named& named) { return named.entity.find('/') != std::string::npos; }

  static bool is_person(const Named& named) {
    return named.type == EntityType::kPerson && !is_office(named);
  }

  static double least_of(const Named& a, const Named& b) {
    return is_person(a) && is_person(b) ? kSameSpeaker : kSameRole;
  }

  double likeness_of(const Claim& a, const Claim& b) const {
    const auto& left = input_.tellings[a.article].sentences[a.sentence].terms;
    const auto& right = input_.tellings[b.article].sentences[b.sentence].terms;
    return 0.5 * likeness(a.around, b.around) + 0.5 * likeness(left, right) +
           0.2 * context(input_, a, b);
  }

  double likeness_of(const Named& a, const Named& b) const {
    double best = 0;
    for (const Claim& x : a.claims) {
      for (const Claim& y : b.claims) {
        best = std::max(best, likeness_of(x, y));
      }
    }
    return best;
  }

  std::pair<const Named*, const Named*> best_pair(const std::set<std::string>& used) const {
    std::pair<const Named*, const Named*> out{nullptr, nullptr};
    double best = 0;
    for (const Named& a : names_) {
      for (const Named& b : names_) {
        if (&a == &b || used.contains(a.entity) || used.contains(b.entity)) continue;
        if (!exclude(a, b)) continue;
        const double score = likeness_of(a, b);
        if (score < best || score < least_of(a, b)) continue;
        best = score;
        out = {&a, &b};
      }
    }
    return out;
  }

  // Of each account the place that is most like the other side's.
  void add_cells(const Named& own, const Named& other, uint32_t side,
                 std::vector<model::FactValue>& values) const {
    std::map<uint32_t, std::pair<double, const Claim*>> best;
    for (const Claim& claim : own.claims) {
      double score = 0;
      for (const Claim& across : other.claims) {
        score = std::max(score, likeness_of(claim, across) + 0.15 * claim.salience);
      }
      if (claim.sentence == 0) score -= kTitle;  // the body tells it in full
      const auto [kept, fresh] = best.try_emplace(claim.account, score, &claim);
      if (!fresh && kept->second.first < score) kept->second = {score, &claim};
    }
    for (const auto& [account, found] : best) {
      values.push_back(cell(input_, *found.second));
      values.back().side = side;
    }
  }

  Ranked fact_of(const Named& most, const Named& other) const {
    std::vector<model::FactValue> values;
    add_cells(most, other, 0, values);
    add_cells(other, most, 1, values);
    return {make_fact(input_, slot_of(input_, other), "event", "differ", std::move(values), 0.6,
                      "another name in the same words, and neither account has both"),
            0.8};
  }

  const Input& input_;
  std::vector<Named> names_;
};

}  // namespace

std::vector<Ranked> compare_names(const Input& input) { return Swaps(input).find(); }

}  // namespace synoptic::compare
