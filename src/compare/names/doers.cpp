#include "compare/names/doers.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "compare/names/body_table.h"
#include "compare/names/doer_table.h"
#include "compare/names/name_sorts.h"
#include "compare/names/part_of.h"
#include "compare/outcomes/polarity.h"
#include "compare/statements/one_language.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr size_t kNear = 70, kNearSpaceless = 24;  // characters between the word and the name
constexpr size_t kNearSided = 40, kNearSidedSpaceless = 14;  // … where its side is written
constexpr uint32_t kOfPlace = 16;                // bytes between a place and what it lies in
constexpr size_t kOutside = 1000, kBeside = 30;  // … of a name outside of the word's clause
constexpr double kInOneLanguage = 0.25;          // likeness of two sentences
constexpr uint32_t kMostAccounts = 40;           // in larger stories somebody names everything
constexpr size_t kMostSpots = 1200;
constexpr std::string_view kPersonSort = "person";

struct Named {
  const model::Mention* mention = nullptr;
  std::string key, sort;
};

struct Spot {  // where an account tells who has a part
  uint32_t article = 0, account = 0, sentence = 0, part = 0;
  const Named* named = nullptr;
  size_t distance = 0;
  Range clause;  // in the sentence, of the word and the name
};

bool is_denied(std::string_view sentence, std::string_view lang, Range word) {
  const Range clause = clause_around(sentence, word);
  const auto cues = stance_cues(sentence, lang);
  return std::any_of(cues.begin(), cues.end(), [&](const StanceCue& cue) {
    return (cue.stance == Stance::kNot || cue.stance == Stance::kDeny) &&
           clause.overlaps(cue.range) && !word.overlaps(cue.range);
  });
}

class Doers {
 public:
  explicit Doers(const Input& input) : input_(input), names_(input.tellings.size()) {}

  std::vector<Ranked> compare(const Passages& passages) {
    for (uint32_t i = 0; i < input_.tellings.size(); ++i) {
      if (input_.tellings[i].original) read(i, passages.read_of(i));
    }
    std::vector<Ranked> out;
    if (spots_.size() > kMostSpots) return out;
    for (uint32_t part = 0; part < doer_table().parts.size(); ++part) {
      if (auto fact = tell(part)) out.push_back(std::move(*fact));
    }
    return out;
  }

 private:
  using BySentence = std::vector<std::vector<Named>>;

  void read_names(uint32_t index) {
    const auto& telling = input_.tellings[index];
    BySentence& names = names_[index];
    names.resize(telling.sentences.size());
    const auto& mentions = telling.annotated->mentions;
    for (size_t i = 0; i < mentions.size() && i < telling.keys.size(); ++i) {
      const auto sort = sort_of(mentions[i].type);
      if (sort.empty() || telling.keys[i].empty() || is_beyond(telling, mentions[i].at) ||
          is_government(mentions[i]) || is_source(telling.annotated->article, mentions[i])) {
        continue;
      }
      names[sentence_of(telling, mentions[i].at)].push_back(
          {&mentions[i], telling.keys[i], std::string(sort)});
    }
  }

  void read(uint32_t index, uint32_t sentences) {
    const auto& telling = input_.tellings[index];
    const auto lang = model::table_language(telling.annotated->article.lang);
    const WordPatterns* parts = words_of(doer_table().languages, lang);
    const WordPatterns* deeds = words_of(doer_table().of_bodies, lang);
    const WordPatterns* bodies = words_of(body_table().languages, lang);
    read_names(index);
    for (uint32_t j = 0; j < sentences && spots_.size() <= kMostSpots; ++j) {
      const auto& sentence = telling.sentences[j];
      if (sentence.past) continue;
      const text::Folded folded = text::fold(sentence.text);
      const auto hits = deeds != nullptr && bodies != nullptr ? deeds->find_longest(folded.text)
                                                              : std::vector<WordPatterns::Hit>{};
      // First of all: what is found of names points to them.
      if (!hits.empty()) read_bodies(index, j, folded, *bodies);
      add_all(index, j, folded, hits);
      if (parts == nullptr || names_[index][j].empty()) continue;
      add_all(index, j, folded, parts->find_longest(folded.text));
    }
  }

  static const WordPatterns* words_of(const LanguagePatterns& languages, std::string_view lang) {
    const auto found = languages.find(lang);
    return found == languages.end() ? nullptr : &found->second;
  }

  void add_all(uint32_t index, uint32_t sentence, const text::Folded& folded,
               const std::vector<WordPatterns::Hit>& hits) {
    const auto& telling = input_.tellings[index];
    const auto lang = model::table_language(telling.annotated->article.lang);
    for (const auto& hit : hits) {
      const Range word = folded.to_source(hit.range);
      if (is_denied(telling.sentences[sentence].text, lang, word)) continue;
      add(index, sentence, hit.value / kDoerSides, static_cast<DoerSide>(hit.value % kDoerSides),
          word);
    }
  }

  // Bodies without a name of their own; a named one that the word tells the kind of is both.
  void read_bodies(uint32_t index, uint32_t sentence, const text::Folded& folded,
                   const WordPatterns& words) {
    const auto& telling = input_.tellings[index];
    const Sentence& told = telling.sentences[sentence];
    for (const auto& hit : words.find_longest(folded.text)) {
      const Body& body = body_table().bodies[hit.value];
      model::Mention& made = bodies_.emplace_back();
      const Range word = folded.to_source(hit.range);
      made.at.block = told.block;
      made.at.range = {told.range.begin + word.begin, told.range.begin + word.end};
      made.at.span = span_in_capture(telling, told.block, made.at.range);
      made.text = std::string(word.of(told.text));
      made.name = body.name;
      names_[index][sentence].push_back({&made, body.name, body.sort});
    }
  }

  // Of the names that can have the part the nearest; one of the clause before all others.
  void add(uint32_t index, uint32_t sentence, uint32_t part, DoerSide side, Range word) {
    const auto& telling = input_.tellings[index];
    const auto& told = telling.sentences[sentence];
    const Range clause =
        clause_around(told.text, side == DoerSide::kBehind ? with_comma(told.text, word) : word);
    const bool spaceless = text::is_spaceless(text::decode(told.text, word.begin).value);
    const bool sided = side != DoerSide::kAny;
    const size_t near =
        spaceless ? (sided ? kNearSidedSpaceless : kNearSpaceless) : (sided ? kNearSided : kNear);
    Spot spot{index, telling.account, sentence, part, nullptr, 0, clause};
    for (const Named& named : names_[index][sentence]) {
      if (!doer_table().parts[part].sorts.contains(named.sort)) continue;
      // "Qatari mediation" tells who, but "a Qatari camp" is not where.
      if (named.mention->form == "adjective" && doer_table().parts[part].slot != "actor") continue;
      const Range at = within(spot, named);
      size_t distance = characters_between(told.text, at, word);
      if (distance > near || is_on_other_side(at, word, side)) continue;
      if (sided && !clause.overlaps(at)) continue;
      if (!clause.overlaps(at)) distance += kOutside;
      // "from Nagoya bound for Durban": of two beside the word the one behind it.
      const bool tie = spot.named != nullptr && distance == spot.distance && word.end <= at.begin;
      if (spot.named == nullptr || distance < spot.distance || tie) {
        spot.named = &named;
        spot.distance = distance;
      }
    }
    if (spot.named == nullptr) return;
    if (doer_table().parts[part].slot == "place") spot.named = narrowest(spot);
    spots_.push_back(spot);
  }

  // "In Urumqi, China": of two right beside each other the one that lies in the other.
  const Named* narrowest(const Spot& spot) const {
    const Named* out = spot.named;
    for (const Named& named : names_[spot.article][spot.sentence]) {
      if (!doer_table().parts[spot.part].sorts.contains(named.sort)) continue;
      if (named.mention->at.range.distance(spot.named->mention->at.range) > kOfPlace) continue;
      if (contains(*input_.knowledge, out->key, named.key)) out = &named;
    }
    return out;
  }

  // "The new coach, Rosa Vidal": the name behind the comma is still of the clause.
  static Range with_comma(std::string_view sentence, Range word) {
    for (const std::string_view comma : {",", "،"}) {
      if (sentence.substr(word.end).starts_with(comma)) {
        word.end += static_cast<uint32_t>(comma.size());
      }
    }
    return word;
  }

  // A name between the words' parts stands on either side: "von Otokar gebaut".
  static bool is_on_other_side(Range name, Range word, DoerSide side) {
    if (side == DoerSide::kBehind) return name.end <= word.begin;
    return side == DoerSide::kBefore && word.end <= name.begin;
  }

  using Told = std::map<uint32_t, Spot>;  // account -> where it tells it

  // One place of each account: the body tells it more fully than the title.
  Told best_of(uint32_t part) const {
    Told out;
    for (const Spot& spot : spots_) {
      if (spot.part != part) continue;
      const auto [kept, fresh] = out.try_emplace(spot.account, spot);
      const auto rank = [](const Spot& one) { return std::pair(one.sentence == 0, one.distance); };
      if (!fresh && rank(spot) < rank(kept->second)) kept->second = spot;
    }
    if (doer_table().parts[part].among_others) choose_among_others(part, out);
    return out;
  }

  // Where two sign, or one hands something to another, all accounts have one of the two alike; the
  // other one is compared.
  void choose_among_others(uint32_t part, Told& told) const {
    std::map<uint32_t, std::map<std::string_view, const Named*>> names;
    for (const auto& [account, spot] : told) {
      for (const Named& named : names_[spot.article][spot.sentence]) {
        if (doer_table().parts[part].sorts.contains(named.sort))
          names[account].emplace(named.key, &named);
      }
    }
    std::map<std::string_view, size_t> holders;
    for (const auto& [account, own] : names) {
      for (const auto& [key, named] : own) ++holders[key];
    }
    const auto common = std::find_if(holders.begin(), holders.end(), [&](const auto& entry) {
      return entry.second == told.size();
    });
    for (auto at = told.begin(); at != told.end();) {
      const auto& own = names[at->first];
      if (common == holders.end() || own.size() != 2) {
        at = told.erase(at);
        continue;
      }
      const bool first = own.begin()->first == common->first;
      at->second.named = (first ? std::next(own.begin()) : own.begin())->second;
      ++at;
    }
  }

  // The account names it in the clause where it tells of the part.
  bool has_beside(uint32_t account, uint32_t part, std::string_view key) const {
    return std::any_of(spots_.begin(), spots_.end(), [&](const Spot& spot) {
      if (spot.part != part || spot.account != account) return false;
      const auto& names = names_[spot.article][spot.sentence];
      return std::any_of(names.begin(), names.end(), [&](const Named& named) {
        const bool one = named.key == key || body_table().may_be_one(named.key, std::string(key)) ||
                         contains(*input_.knowledge, named.key, key) ||
                         contains(*input_.knowledge, key, named.key);
        return one && (spot.sentence == 0 || doer_table().parts[part].one_of_two ||
                       spot.clause.overlaps(within(spot, named)));
      });
    });
  }

  Range within(const Spot& spot, const Named& named) const {
    const auto& sentence = input_.tellings[spot.article].sentences[spot.sentence];
    Range at = named.mention->at.range;
    at.begin -= std::min(at.begin, sentence.range.begin);
    at.end -= std::min(at.end, sentence.range.begin);
    return at;
  }

  bool has(uint32_t account, std::string_view key) const {
    for (size_t i = 0; i < input_.tellings.size(); ++i) {
      if (input_.tellings[i].account != account) continue;
      for (const auto& names : names_[i]) {
        if (std::any_of(names.begin(), names.end(),
                        [&](const Named& named) { return named.key == key; })) {
          return true;
        }
      }
    }
    return false;
  }

  // Whether it may be another spelling of a name of the account's.
  bool may_be_there(uint32_t account, std::string_view key) const {
    return names(input_, account, key) && !has(account, key);
  }

  // A town and a land that it does not lie in are two places.
  bool are_of_a_sort(const Spot& a, const Spot& b) const {
    const std::string &one = a.named->sort, &other = b.named->sort;
    const auto is_place = [](std::string_view sort) {
      return is_place_sort(sort) || sort == "country";
    };
    if (is_body(a)) return is_body(b) && !body_table().may_be_one(a.named->key, b.named->key);
    if (one == other || (is_place_sort(one) && is_place_sort(other))) return true;
    const bool known = !a.named->key.starts_with('?') && !b.named->key.starts_with('?');
    return known && doer_table().parts[a.part].slot == "place" && is_place(one) &&
           is_place(other) && !contains(*input_.knowledge, a.named->key, b.named->key) &&
           !contains(*input_.knowledge, b.named->key, a.named->key);
  }

  static bool is_body(const Spot& spot) { return is_body_sort(spot.named->sort); }

  // A street or quarter without an id may lie in the town that the account names, too.
  bool may_lie_in(const Spot& a, const Spot& b) const {
    return is_place_sort(a.named->sort) && a.named->key.starts_with('?') &&
           !b.named->key.starts_with('?') && has(a.account, b.named->key);
  }

  // An account that does not tell who has the part names both people: two films, two directors.
  bool is_both(const Spot& a, const Spot& b) const {
    if (a.named->sort != kPersonSort || b.named->sort != kPersonSort) return false;
    for (uint32_t account = 0; account < input_.accounts; ++account) {
      const bool tells = std::any_of(spots_.begin(), spots_.end(), [&](const Spot& spot) {
        return spot.part == a.part && spot.account == account;
      });
      if (!tells && has(account, a.named->key) && has(account, b.named->key)) return true;
    }
    return false;
  }

  // "The mayor of Pokhara" may be the very man whom the other account names.
  static bool is_office(const Spot& spot) { return spot.named->key.find('/') != std::string::npos; }

  bool differ(const Spot& a, const Spot& b) const {
    return !may_lie_in(a, b) && !may_lie_in(b, a) && are_of_a_sort(a, b) &&
           is_office(a) == is_office(b) && a.named->key != b.named->key &&
           !has_beside(b.account, b.part, a.named->key) &&
           !has_beside(a.account, a.part, b.named->key) && !may_be_there(b.account, a.named->key) &&
           !may_be_there(a.account, b.named->key);
  }

  std::optional<Ranked> tell(uint32_t part) const {
    const auto told = best_of(part);
    if (told.size() < 2) return std::nullopt;
    std::map<std::string_view, std::vector<const Spot*>> sides;
    for (const auto& [account, spot] : told) sides[spot.named->key].push_back(&spot);
    const std::vector<const Spot*>* most = nullptr;
    for (const auto& [key, side] : sides) {
      if (most == nullptr || side.size() > most->size()) most = &side;
    }
    // Two accounts agree on one; another gives it to somebody else.
    if (most->size() < 2 && doer_table().parts[part].two_agree) return std::nullopt;
    if (most->size() < 2 && input_.accounts > 2) return tell_of_two(part, told);
    const std::vector<const Spot*>* other = nullptr;
    for (const auto& by_key : sides) {
      const auto& side = by_key.second;
      if (&side == most || (other != nullptr && other->size() >= side.size())) continue;
      // Alone a name outside of the clause may be that of somebody else.
      if (side.size() == 1 && side.front()->distance >= kOutside + kBeside) continue;
      const bool all = std::all_of(most->begin(), most->end(), [&](const Spot* a) {
        return std::all_of(side.begin(), side.end(), [&](const Spot* b) { return differ(*a, *b); });
      });
      if (all && !is_both(*most->front(), *side.front())) other = &side;
    }
    if (other == nullptr || are_unlike(*most, *other)) return std::nullopt;
    return fact_of(part, *most, *other);
  }

  // Where no two accounts agree, of those that have the name beside the word the first two that
  // differ; where that can be said of others as well nothing is sure.
  std::optional<Ranked> tell_of_two(uint32_t part, const Told& told) const {
    if (!doer_table().parts[part].one_each || told.size() > 2) return std::nullopt;
    const Spot &a = told.begin()->second, &b = std::next(told.begin())->second;
    const auto is_plain = [](const Spot& spot) {
      return spot.distance < kBeside && !is_office(spot);
    };
    if (!is_plain(a) || !is_plain(b) || !differ(a, b) || are_unlike({&a}, {&b})) {
      return std::nullopt;
    }
    return fact_of(part, {&a}, {&b});
  }

  // "Had handed eight over in May" is told of another time, whatever the words say.
  bool are_unlike(const std::vector<const Spot*>& a, const std::vector<const Spot*>& b) const {
    const auto places = [](const std::vector<const Spot*>& side) {
      std::vector<TellingPlace> out;
      for (const Spot* spot : side) out.push_back({spot->article, spot->sentence});
      return out;
    };
    return are_unlike_in_one_language(input_, places(a), places(b), kInOneLanguage);
  }

  Ranked fact_of(uint32_t part, const std::vector<const Spot*>& a,
                 const std::vector<const Spot*>& b) const {
    std::vector<model::FactValue> values;
    double salience = 0;
    for (const auto* side : {&a, &b}) {
      for (const Spot* spot : *side) {
        values.push_back(cell_of(*spot, *side->front()));
        values.back().side = side == &a ? 0 : 1;
        salience = std::max(salience, salience_at(input_.tellings[spot->article], spot->sentence));
      }
    }
    const double confidence = a.size() > 1 ? 0.85 : 0.65;  // of ten told nine were right
    return {make_fact(doer_table().parts[part].slot, doer_table().parts[part].name, "differ",
                      std::move(values), confidence, "one part of the event, given to two"),
            salience};
  }

  model::FactValue cell_of(const Spot& spot, const Spot& first) const {
    Claim claim = claim_at(input_.tellings[spot.article], spot.article, spot.named->mention->at);
    const std::string& key = first.named->key;
    claim.norm = key.starts_with('?') ? text::fold_copy(first.named->mention->text) : key;
    claim.text = spot.named->mention->text;
    claim.name = spot.named->mention->name;
    return cell(input_, claim);
  }

  const Input& input_;
  std::vector<BySentence> names_;      // per telling
  std::deque<model::Mention> bodies_;  // what bodies without a name go by
  std::vector<Spot> spots_;
};

}  // namespace

std::vector<Ranked> compare_doers(const Input& input, const Passages& passages) {
  if (input.accounts < 2 || input.accounts > kMostAccounts) return {};
  return Doers(input).compare(passages);
}

}  // namespace synoptic::compare
