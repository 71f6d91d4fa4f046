#include "flow/retell.h"

#include <algorithm>

#include "group/group.h"
#include "sheet/sheet.h"

namespace synoptic::flow {
namespace {

// What a fact answers, for those who read the log's lines.
std::string label_of(const model::Fact& fact, const std::vector<watch::Teller>& tellers) {
  return sheet::label(sheet::asked(fact, [&](std::string_view article) {
    const auto found = std::find_if(tellers.begin(), tellers.end(),
                                    [&](const auto& teller) { return teller.article == article; });
    return found == tellers.end() ? std::string() : found->lang;
  }));
}

}  // namespace

Result<Retold> retell(const Engine& engine, const store::Store& store, model::Story& story,
                      const AtHand& at_hand) {
  Retold out;
  std::vector<model::Annotated> loaded;
  loaded.reserve(story.articles.size());
  std::vector<const model::Annotated*> members;
  for (const auto& id : story.articles) {
    const model::Annotated* member = at_hand ? at_hand(id) : nullptr;
    if (member == nullptr) {
      auto read = store.article(id);
      if (!read) return tl::unexpected(read.error());
      loaded.push_back(std::move(*read));
      member = &loaded.back();
    }
    members.push_back(member);
    out.tellers.push_back(watch::teller_of(member->article));
  }
  story.evidence = group::evidence(members, *engine.knowledge);
  out.synopsis = compare_story(engine, story, members);
  return out;
}

watch::Step watch_story(std::vector<watch::Watched> known, const model::Story& story,
                        const model::Synopsis& synopsis, std::vector<watch::Teller> tellers,
                        std::unordered_map<std::string, std::string> renamed,
                        const std::string& time) {
  watch::Sight sight{&story, &synopsis, std::move(tellers), std::move(renamed), time, {}};
  sight.label = [&](const model::Fact& fact) { return label_of(fact, sight.tellers); };
  return watch::watch(std::move(known), sight);
}

}  // namespace synoptic::flow
