#include "compare/names/cast.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "compare/names/heads.h"
#include "compare/names/name_sorts.h"
#include "compare/names/offices.h"
#include "compare/names/same_name.h"
#include "compare/names/spelling.h"
#include "compare/names/two_names.h"
#include "text/fold.h"

namespace synoptic::compare {
namespace {

constexpr uint32_t kLarge = 40;    // accounts; in larger stories only strange names are joined
constexpr size_t kMostNames = 40;  // strange ones of an account
constexpr size_t kMostNamesInAll = 1600;
constexpr size_t kLongestName = 80;      // bytes
constexpr double kOneName = 0.45;        // how alike two spellings of one name are
constexpr double kKnownName = 0.6;       // … of a strange name and of a known one
constexpr double kMaybe = 0.3;           // may be one name: neither stands against the other
constexpr size_t kMostSideBySide = 400;  // names of a story; of more only those spelt alike are
constexpr double kSame = 0.7, kMaybeSame = -1;  // log-odds of the model
constexpr double kSameOfTwoSorts = 1.7;         // … of a person and something else
constexpr std::string_view kPerson = "person";
constexpr size_t kMostSpellings = 2;  // of one name in one account

class Cast {
 public:
  explicit Cast(Input& input) : input_(input) {}

  void read_all() {
    for (uint32_t i = 0; i < input_.tellings.size(); ++i) read(i);
  }
  std::vector<CastName> take_names() { return std::move(names_); }

  void assign() {
    read_all();
    join();
    number();
    for (size_t i = 0; i < input_.tellings.size(); ++i) write(i);
    note_likely();
  }

 private:
  struct Tie {
    double likeness;
    uint32_t a, b;
  };

  void read(uint32_t index) {
    const Telling& telling = input_.tellings[index];
    auto& own = names_of_.emplace_back();
    if (!telling.original) return;
    std::map<std::string, uint32_t> here;
    size_t strange = 0;
    for (const auto& mention : telling.annotated->mentions) {
      const bool fits = !sort_of(mention.type).empty() && mention.text.size() <= kLongestName &&
                        (mention.entity.empty() || input_.accounts <= kLarge);
      if (!fits || is_beyond(telling, mention.at)) {
        own.push_back(kNone);
        continue;
      }
      const std::string& text =
          mention.entity.empty() && !mention.name.empty() ? mention.name : mention.text;
      const auto key = mention.entity.empty() ? "?" + text::fold_copy(text) : mention.entity;
      const bool full = strange >= kMostNames || names_.size() >= kMostNamesInAll;
      if (mention.entity.empty() && !here.contains(key) && full) {
        own.push_back(kNone);
        continue;
      }
      const auto [kept, fresh] = here.try_emplace(key, static_cast<uint32_t>(names_.size()));
      if (fresh) {
        strange += mention.entity.empty() ? 1 : 0;
        auto spelling = spelling_of(text, telling.annotated->article.lang,
                                    mention.type == model::EntityType::kPerson);
        auto sounds = sounds_of(spelling.folded);
        names_.push_back({telling.account,
                          mention.entity,
                          sort_of(mention.type),
                          std::move(spelling),
                          std::move(sounds),
                          {},
                          index});
      }
      own.push_back(kept->second);
      names_[kept->second].places.push_back(mention.at);
    }
  }

  // Pairs of names of two accounts that may be one, at least one of them strange.
  void find_ties() {
    if (names_.size() <= kMostSideBySide) {
      lay_side_by_side();
    } else {
      look_up();
    }
    std::sort(ties_.begin(), ties_.end(), [](const Tie& x, const Tie& y) {
      if (x.likeness != y.likeness) return x.likeness > y.likeness;
      return x.a != y.a ? x.a < y.a : x.b < y.b;
    });
  }

  void lay_side_by_side() {
    const SameName same(input_, names_);
    const Offices& offices = offices_.emplace(input_, names_);
    count_fuller();
    for (uint32_t i = 0; i < names_.size(); ++i) {
      for (uint32_t j = i + 1; j < names_.size(); ++j) {
        if (!same.may_be_one(i, j) || !offices.may_be_one(i, j)) continue;
        double odds = same.odds(i, j);
        if (are_fuller(i, j)) odds = std::max(odds, kSame);
        const CastName& one = names_[i];
        const CastName& other = names_[j];
        if (odds < kMaybeSame || are_two_by_rest(one, other) || are_two_by_sound(one, other))
          continue;
        // A person is no body or place, unless all speaks for it: the tagger may have erred.
        const bool people = one.sort == kPerson && other.sort == kPerson;
        const bool person = one.sort == kPerson || other.sort == kPerson;
        if (person && !people && odds < kSameOfTwoSorts) odds = std::min(odds, kMaybeSame);
        if (are_unlike_in_latin(one, other) || are_unlike_places(one, other) ||
            are_two_by_word(one, other)) {
          odds = std::min(odds, kMaybeSame);
        }
        // On the scale of likeness(), by which names of large stories are joined.
        const double likeness = odds >= kSame ? kKnownName + odds : kMaybe;
        ties_.push_back({likeness, i, j});
      }
    }
  }

  // How many persons of each account have the name's words, and more or fewer of them.
  void count_fuller() {
    fuller_.assign(names_.size(), {});
    for (uint32_t i = 0; i < names_.size(); ++i) {
      for (uint32_t j = i + 1; j < names_.size(); ++j) {
        if (names_[i].account == names_[j].account || !is_longer(i, j)) continue;
        ++fuller_[i][names_[j].account];
        ++fuller_[j][names_[i].account];
      }
    }
  }

  bool is_longer(uint32_t i, uint32_t j) const {
    return is_fuller(names_[i].spelling, names_[j].spelling) ||
           is_fuller(names_[j].spelling, names_[i].spelling);
  }

  bool are_fuller(uint32_t i, uint32_t j) const {
    const auto only = [&](uint32_t one, uint32_t account) {
      const auto found = fuller_[one].find(account);
      return found != fuller_[one].end() && found->second == 1;
    };
    return only(i, names_[j].account) && only(j, names_[i].account) && is_longer(i, j);
  }

  void look_up() {
    std::unordered_map<uint64_t, std::vector<uint32_t>> holders;
    std::vector<uint32_t> others, met(names_.size(), kNone);  // met: by which name last
    for (uint32_t i = 0; i < names_.size(); ++i) {
      others.clear();
      for (const uint64_t key : keys_to_find(names_[i].spelling)) {
        auto& list = holders[key];
        for (const uint32_t j : list) {
          if (std::exchange(met[j], i) != i) others.push_back(j);
        }
        list.push_back(i);
      }
      for (const uint32_t j : others) {
        const bool known = !names_[i].entity.empty() && !names_[j].entity.empty();
        if (known || names_[i].account == names_[j].account) continue;
        const double likeness = compare::likeness(names_[i].spelling, names_[j].spelling);
        if (likeness >= kMaybe && !are_two(names_[i].spelling, names_[j].spelling) &&
            !are_two_by_rest(names_[i], names_[j])) {
          ties_.push_back({likeness, j, i});
        }
      }
    }
  }

  void join() {
    head_.resize(names_.size());
    std::iota(head_.begin(), head_.end(), 0);
    std::vector<std::vector<uint32_t>> members(names_.size());
    for (uint32_t i = 0; i < names_.size(); ++i) members[i] = {i};
    find_ties();
    for (const Tie& tie : ties_) {
      const uint32_t a = head_[tie.a], b = head_[tie.b];
      if (a == b || !are_one(members[a], members[b], tie.likeness)) continue;
      for (const uint32_t i : members[b]) head_[i] = a;
      members[a].insert(members[a].end(), members[b].begin(), members[b].end());
      members[b].clear();
    }
    keys_.resize(names_.size());
    for (uint32_t i = 0; i < names_.size(); ++i) {
      if (!names_[i].entity.empty()) keys_[head_[i]] = names_[i].entity;
    }
  }

  // What is like either of two names does not make them one where they are not.
  bool are_apart(uint32_t i, uint32_t j) const {
    return compare::are_apart(names_[i], names_[j]) || !offices_->may_be_one(i, j);
  }

  bool are_one(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b,
               double likeness) const {
    const auto is_apart_from_b = [&](uint32_t i) {
      return std::any_of(b.begin(), b.end(), [&](uint32_t j) {
        const bool known = !names_[i].entity.empty() && !names_[j].entity.empty();
        return !known && names_[i].account != names_[j].account && are_apart(i, j);
      });
    };
    if (offices_ && std::any_of(a.begin(), a.end(), is_apart_from_b)) return false;
    std::map<uint32_t, size_t> spellings;
    std::string_view entity;
    for (const auto* list : {&a, &b}) {
      for (const uint32_t i : *list) {
        if (++spellings[names_[i].account] > kMostSpellings) return false;
        if (names_[i].entity.empty()) continue;
        if (!entity.empty() && entity != names_[i].entity) return false;
        entity = names_[i].entity;
      }
    }
    return likeness >= (entity.empty() ? kOneName : kKnownName);
  }

  void number() {
    for (uint32_t i = 0; i < names_.size(); ++i) {
      auto& key = keys_[head_[i]];
      if (key.empty()) key = "?" + std::to_string(i);
    }
  }

  void write(size_t index) {
    Telling& telling = input_.tellings[index];
    const auto& mentions = telling.annotated->mentions;
    telling.keys.resize(mentions.size());
    for (size_t i = 0; i < mentions.size(); ++i) {
      telling.keys[i] = mentions[i].entity;
      if (i >= names_of_[index].size() || names_of_[index][i] == kNone) continue;
      telling.keys[i] = keys_[head_[names_of_[index][i]]];
      if (is_government(mentions[i])) continue;
      input_.named_by[telling.keys[i]].insert(telling.account);
    }
  }

  // An account that may have the name in another spelling does not lack it.
  void note_likely() {
    std::map<uint32_t, std::vector<uint32_t>> members;  // head -> those that are one with it
    for (uint32_t i = 0; i < names_.size(); ++i) members[head_[i]].push_back(i);
    std::set<std::pair<uint32_t, uint32_t>> tied;
    for (const Tie& tie : ties_) tied.insert(std::minmax(tie.a, tie.b));
    // Letters that tell little of a sound tie it to a name whose other spellings have nothing of
    // it.
    const auto is_refuted = [&](uint32_t of_one, uint32_t other) {
      const auto& all = members.at(head_[of_one]);
      return std::any_of(all.begin(), all.end(), [&](uint32_t i) {
        return names_[i].account != names_[other].account &&
               !tied.contains(std::minmax(i, other)) &&
               (are_two_by_sound(names_[i], names_[other]) ||
                are_unlike_in_latin(names_[i], names_[other]) ||
                are_two_by_word(names_[i], names_[other]));
      });
    };
    for (const Tie& tie : ties_) {
      const bool two =
          head_[tie.a] != head_[tie.b] && (is_refuted(tie.a, tie.b) || is_refuted(tie.b, tie.a));
      if (two) continue;
      input_.named_by[keys_[head_[tie.a]]].insert(names_[tie.b].account);
      input_.named_by[keys_[head_[tie.b]]].insert(names_[tie.a].account);
    }
  }

  static constexpr uint32_t kNone = 0xFFFFFFFF;

  Input& input_;
  std::vector<CastName> names_;
  std::vector<std::vector<uint32_t>> names_of_;     // per telling: of each mention
  std::optional<Offices> offices_;                  // where the names were laid side by side
  std::vector<Tie> ties_;                           // the likest first
  std::vector<std::map<uint32_t, size_t>> fuller_;  // per name: by account
  std::vector<uint32_t> head_;     // per name: the first of those that are one with it
  std::vector<std::string> keys_;  // … of the first
};

}  // namespace

void assign_keys(Input& input) { Cast(input).assign(); }

std::vector<CastName> cast_of(Input& input) {
  Cast cast(input);
  cast.read_all();
  return cast.take_names();
}

std::string key_of(const Telling& telling, const model::Argument& argument) {
  if (!argument.entity.empty()) return argument.entity;
  const auto& mentions = telling.annotated->mentions;
  const std::string* key = nullptr;
  bool is_person = false;
  for (size_t i = 0; i < mentions.size() && i < telling.keys.size(); ++i) {
    const model::Place& at = mentions[i].at;
    const bool inside = at.block == argument.at.block && argument.at.range.contains(at.range);
    if (!inside || telling.keys[i].empty()) continue;
    // "Milltown's mayor Robert Finch": who has the office, not where; a body only by its whole
    // name.
    const bool person = mentions[i].type == model::EntityType::kPerson;
    const bool most = 2 * at.range.size() > argument.at.range.size();
    if ((person && !is_person) || (most && key == nullptr)) {
      key = &telling.keys[i];
      is_person = person;
    }
  }
  return key != nullptr ? *key : "?" + text::fold_copy(argument.text);
}

}  // namespace synoptic::compare
