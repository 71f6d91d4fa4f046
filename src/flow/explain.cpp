#include "flow/explain.h"

#include <unordered_map>

#include "group/group.h"

namespace synoptic::flow {
namespace {

std::vector<const model::Annotated*> members_of(const ExplainedStory& story) {
  std::vector<const model::Annotated*> members;
  for (const auto& article : story.articles) members.push_back(&article);
  return members;
}

}  // namespace

ExplainedStory explain_story(const Engine& engine, const model::Story& story,
                             const std::vector<model::Annotated>& articles) {
  group::Grouper grouper(engine.knowledge);
  std::unordered_map<std::string_view, const model::Annotated*> by_id;
  for (const auto& annotated : articles) {
    grouper.add(annotated);
    by_id.emplace(annotated.article.id, &annotated);
  }
  ExplainedStory out{story, {}, {}};
  for (const auto& id : story.articles) out.articles.push_back(*by_id.at(id));
  out.explanation = group::explain(members_of(out), *engine.knowledge, &grouper);
  return out;
}

Result<ExplainedStory> explain_story(const Engine& engine, const store::Store& store,
                                     const std::string& story) {
  auto row = store.story(story);
  if (!row) return tl::unexpected(row.error());
  ExplainedStory out{std::move(row->story), {}, {}};
  for (const auto& id : out.story.articles) {
    auto article = store.article(id);
    if (!article) return tl::unexpected(article.error());
    out.articles.push_back(std::move(*article));
  }
  const auto kept = store.grouping();
  if (!kept) return tl::unexpected(kept.error());
  group::Grouper grouper(engine.knowledge);
  const bool placed = grouper.restore(kept->first, kept->rows).has_value();
  out.explanation = group::explain(members_of(out), *engine.knowledge, placed ? &grouper : nullptr);
  return out;
}

}  // namespace synoptic::flow
