// The name of an unknown person or body in the case that names have by themselves, where the
// article has that somewhere: "Марату Елибаеву" is "Марат Елибаев".
#include <algorithm>
#include <map>

#include "annotate/names/mentions.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::annotate {
namespace {

using model::EntityType;

constexpr size_t kMostNames = 128;  // of an article; of more the first are looked at
constexpr size_t kStem = 3;         // letters

struct Name {
  std::string folded;
  std::vector<std::string_view> words;
  EntityType type = EntityType::kPerson;
  std::string base;
};

class Cases {
 public:
  Cases(Work& work, const std::vector<std::string>& droppable)
      : work_(work), droppable_(droppable), suffixes_(work.rules.affixes->suffixes) {}

  void run() {
    collect();
    for (auto& [written, name] : names_) {
      for (const auto& [other, base] : names_) {
        if (other == written || base.type != name.type || !is_case_of(name, base)) continue;
        // Endings that both may have: the one that is told first in the table stands for itself.
        if (is_case_of(base, name) && rank(base) >= rank(name)) continue;
        name.base = other;
        break;
      }
    }
    for (Draft& draft : work_.drafts) {
      if (draft.entity >= 0 || !draft.id.empty()) continue;
      const auto found = names_.find(written(draft));
      if (found != names_.end() && !found->second.base.empty()) draft.name = found->second.base;
    }
  }

 private:
  std::string written(const Draft& draft) const {
    return draft.name.empty() ? std::string(work_.raw(draft)) : draft.name;
  }

  void collect() {
    for (const Draft& draft : work_.drafts) {
      if (draft.dropped || draft.entity >= 0 || !draft.id.empty() || draft.form != "name") continue;
      if (draft.type != EntityType::kPerson && draft.type != EntityType::kOrg) continue;
      if (names_.size() >= kMostNames) return;
      std::string own = written(draft);
      if (own.find(' ') == std::string::npos) continue;
      const auto [name, added] = names_.emplace(std::move(own), Name{});
      if (!added) continue;
      name->second.folded = text::fold_copy(name->first);
      name->second.type = draft.type;
      for (const text::Word& word : text::words(name->second.folded)) {
        name->second.words.push_back(word.range.of(name->second.folded));
      }
    }
  }

  bool is_case_of(const Name& name, const Name& base) const {
    if (name.words.size() != base.words.size()) return false;
    for (size_t i = 0; i < name.words.size(); ++i) {
      if (name.words[i] != base.words[i] && !is_case_of(name.words[i], base.words[i])) return false;
    }
    return true;
  }

  bool is_case_of(std::string_view word, std::string_view base) const {
    const auto fits = [&](std::string_view stem) {
      return word.starts_with(stem) && word.size() > stem.size() &&
             text::count_code_points(stem) >= kStem && suffixes_.contains(word.substr(stem.size()));
    };
    return fits(base) || std::ranges::any_of(droppable_, [&](const std::string& ending) {
             return base.ends_with(ending) && fits(base.substr(0, base.size() - ending.size()));
           });
  }

  size_t rank(const Name& name) const {
    size_t sum = 0;
    for (const std::string_view word : name.words) {
      const auto ending = std::ranges::find_if(
          droppable_, [&](const std::string& end) { return word.ends_with(end); });
      if (ending != droppable_.end()) sum += static_cast<size_t>(ending - droppable_.begin());
    }
    return sum;
  }

  Work& work_;
  const std::vector<std::string>& droppable_;
  const decltype(knowledge::NameAffixes::suffixes)& suffixes_;
  std::map<std::string, Name> names_;  // by what is written
};

}  // namespace

void settle_cases(Work& work) {
  const knowledge::Language* language = work.knowledge.language(work.article.lang);
  if (language == nullptr || language->droppable.empty()) return;
  Cases(work, language->droppable).run();
}

}  // namespace synoptic::annotate
