#include "compare/names/speakers.h"

#include <algorithm>
#include <map>
#include <set>

#include "compare/names/han_readings.h"
#include "compare/names/sounds.h"
#include "compare/rules.h"
#include "text/fold.h"

namespace synoptic::compare {
namespace {

constexpr size_t kMostOfOne = 12;  // statements of one account
constexpr size_t kMostInAll = 250;
constexpr double kSameWords = 0.18;      // of two statements
constexpr double kSameSaying = 0.16;     // … that are the nearest to each other in both accounts
constexpr double kSameWordsOfOne = 0.4;  // … of one language
constexpr size_t kShortest = 12;         // bytes
constexpr double kSameName = 0.6;        // by its sounds

struct Said {
  uint32_t article = 0, account = 0, sentence = 0;
  const model::Quote* quote = nullptr;
  std::string speaker;  // what the name goes by in all accounts
  bool person = false;
  Passages::Bag bag;
};

class Speakers {
 public:
  Speakers(const Input& input, const Passages& passages) : input_(input), passages_(passages) {}

  std::vector<Ranked> compare() {
    for (uint32_t i = 0; i < input_.tellings.size(); ++i) {
      if (input_.tellings[i].original) read(i);
    }
    std::vector<bool> used(said_.size(), false);
    for (size_t i = 0; i < said_.size(); ++i) {
      if (!used[i]) gather(i, used);
    }
    return std::move(facts_);
  }

 private:
  void read(uint32_t index) {
    const auto& telling = input_.tellings[index];
    size_t count = 0;
    for (const auto& key : telling.keys) {
      if (!key.empty()) named_[telling.account].insert(key);
    }
    for (const auto& quote : telling.annotated->quotes) {
      if (!quote.speaker) continue;
      const auto [speaker, person] = who_is(telling, *quote.speaker);
      if (speaker.empty()) continue;
      named_[telling.account].insert(speaker);
      if (quote.text.size() < kShortest || is_beyond(telling, quote.at)) continue;
      const uint32_t sentence = sentence_of(telling, quote.at);
      if (sentence == 0 || sentence >= passages_.read_of(index)) continue;
      if (++count > kMostOfOne || said_.size() >= kMostInAll) return;
      said_.push_back({index, telling.account, sentence, &quote, speaker, person,
                       passages_.bag_of(index, sentence, quote.at.range)});
    }
  }

  // A name without an id goes by what the story calls it.
  std::pair<std::string, bool> who_is(const Telling& telling,
                                      const model::Argument& speaker) const {
    if (!speaker.entity.empty()) return {speaker.entity, is_person(speaker.entity)};
    const auto& mentions = telling.annotated->mentions;
    for (size_t i = 0; i < mentions.size(); ++i) {
      if (mentions[i].at.block != speaker.at.block || mentions[i].form == "adjective") continue;
      if (!mentions[i].at.range.overlaps(speaker.at.range) || telling.keys[i].empty()) continue;
      return {telling.keys[i], mentions[i].type == model::EntityType::kPerson};
    }
    return {};
  }

  bool say_the_same(const Said& a, const Said& b) const {
    if (a.account == b.account) return false;
    const double likeness = Passages::likeness(a.bag, b.bag);
    if (likeness >= kSameWords) return true;
    const auto& twins = passages_.twins(a.article, a.sentence);
    return likeness >= kSameWords / 2 &&
           std::any_of(twins.begin(), twins.end(), [&](const Twin& twin) {
             return twin.article == b.article && twin.sentence == b.sentence && twin.mutual &&
                    twin.likeness >= kSameSaying;
           });
  }

  // The statements of other accounts that say what this one says.
  void gather(size_t first, std::vector<bool>& used) {
    std::map<uint32_t, size_t> group{{said_[first].account, first}};
    for (size_t j = first + 1; j < said_.size(); ++j) {
      if (used[j] || group.contains(said_[j].account) || !say_the_same(said_[first], said_[j])) {
        continue;
      }
      group.emplace(said_[j].account, j);
    }
    if (group.size() < 2) return;
    std::map<std::string, std::vector<size_t>> by_speaker;
    for (const auto& [account, index] : group) {
      used[index] = true;
      by_speaker[said_[index].speaker].push_back(index);
    }
    for (const auto& [speaker, all] : by_speaker) {
      if (all.size() > 1) tell("agree", all, {}, 0.8, rules::kOneStatement);
    }
    if (by_speaker.size() == 2) differ(by_speaker);
  }

  bool is_person(const std::string& entity) const {
    const auto* found = input_.knowledge->find(entity);
    return found != nullptr && found->type == model::EntityType::kPerson;
  }

  // Two names without an id, one of which may be the other's in another script, or a part of it.
  static bool may_be_one(const Said& a, const Said& b) {
    const Read read =
        read_names(a.speaker, a.quote->speaker->name, b.speaker, b.quote->speaker->name);
    if (read == Read::kUnknown || read == Read::kOne) return true;
    const auto sounds = [](const Said& said) {
      return sounds_of(text::fold_copy(said.quote->speaker->name));
    };
    return likest_span(sounds(a), sounds(b)).alike >= kSameName;
  }

  // In one language words that were given to somebody else are the same ones, and in marks. Two
  // people whom reporters quote in words of their own may both have told it.
  bool may_be_two_sources(const std::vector<size_t>& by_one,
                          const std::vector<size_t>& by_other) const {
    const auto lang = [&](size_t i) {
      return model::table_language(input_.tellings[said_[i].article].annotated->article.lang);
    };
    return std::any_of(by_one.begin(), by_one.end(), [&](size_t i) {
      return std::any_of(by_other.begin(), by_other.end(), [&](size_t j) {
        return lang(i) == lang(j) &&
               (said_[i].quote->form != "direct" || said_[j].quote->form != "direct" ||
                Passages::likeness(said_[i].bag, said_[j].bag) < kSameWordsOfOne);
      });
    });
  }

  // Two people; no account names both.
  void differ(const std::map<std::string, std::vector<size_t>>& by_speaker) {
    const auto& [one, by_one] = *by_speaker.begin();
    const auto& [other, by_other] = *std::next(by_speaker.begin());
    if (!said_[by_one[0]].person || !said_[by_other[0]].person) return;
    if (may_be_one(said_[by_one[0]], said_[by_other[0]])) return;
    if (may_be_two_sources(by_one, by_other)) return;
    if (by_one.size() + by_other.size() < 3 && input_.accounts > 2) return;
    const auto names = [&](const std::vector<size_t>& all, const std::string& entity) {
      return std::any_of(all.begin(), all.end(), [&](size_t i) {
        // "?": unknown names that may be one keep to their own accounts.
        const uint32_t account = said_[i].account;
        return named_.at(account).contains(entity) ||
               (entity.starts_with('?') && compare::names(input_, account, entity));
      });
    };
    if (names(by_one, other) || names(by_other, one)) return;
    const bool first_leads = by_one.size() >= by_other.size();
    tell("differ", first_leads ? by_one : by_other, first_leads ? by_other : by_one, 0.65,
         "one statement, given to two speakers");
  }

  void tell(std::string verdict, const std::vector<size_t>& by_one,
            const std::vector<size_t>& by_other, double confidence, std::string rule) {
    std::vector<model::FactValue> values;
    double salience = 0;
    const auto add = [&](size_t index, uint32_t side) {
      const Said& said = said_[index];
      Claim claim;
      claim.article = said.article;
      claim.account = said.account;
      claim.at = said.quote->speaker->at;
      // Who speaks may be named before what is said: the evidence is where the name stands.
      claim.sentence = sentence_of(input_.tellings[said.article], claim.at);
      claim.text = said.quote->speaker->text;
      const model::Argument& speaker = *said.quote->speaker;
      const bool known = !speaker.entity.empty();
      claim.norm = known ? speaker.entity : text::fold_copy(speaker.name);
      claim.claimant = known ? speaker.entity : speaker.name;
      claim.name = said.quote->speaker->name;
      values.push_back(cell(input_, claim));
      values.back().side = side;
      salience = std::max(salience, salience_at(input_.tellings[said.article], said.sentence));
    };
    for (const size_t index : by_one) add(index, 0);
    for (const size_t index : by_other) add(index, 1);
    facts_.push_back({make_fact("attribution", "statement", std::move(verdict), std::move(values),
                                confidence, std::move(rule)),
                      salience});
  }

  const Input& input_;
  const Passages& passages_;
  std::vector<Said> said_;
  std::map<uint32_t, std::set<std::string>> named_;
  std::vector<Ranked> facts_;
};

}  // namespace

std::vector<Ranked> compare_speakers(const Input& input, const Passages& passages) {
  return Speakers(input, passages).compare();
}

}  // namespace synoptic::compare
