#include "annotate/annotate.h"
#include "base/data.h"
#include "clean/clean.h"
#include "compare/compare.h"
#include "flow/flow.h"
#include "group/group.h"

namespace synoptic::flow {

Result<Engine> Engine::load() {
  auto languages = text::LanguageId::from_bytes(embedded_data("models/language_id.bin"));
  if (!languages) return tl::unexpected(languages.error());
  auto knowledge = knowledge::Knowledge::load();
  if (!knowledge) return tl::unexpected(knowledge.error());
  return Engine{std::move(*knowledge),
                std::make_shared<const text::LanguageId>(std::move(*languages))};
}

Document understand(const Engine& engine, model::Capture capture) {
  Document document{std::move(capture), {}};
  for (auto& article : clean::clean(document.capture, *engine.knowledge, *engine.languages)) {
    document.articles.push_back(annotate::annotate(std::move(article), *engine.knowledge));
  }
  return document;
}

Grouped group_and_compare(const Engine& engine, const std::vector<model::Annotated>& articles) {
  group::Grouper grouper(engine.knowledge);
  std::unordered_map<std::string_view, const model::Annotated*> by_id;
  for (const auto& annotated : articles) {
    grouper.add(annotated);
    by_id.emplace(annotated.article.id, &annotated);
  }
  Grouped grouped{grouper.stories(), {}};
  for (const auto& story : grouped.stories) {
    std::vector<const model::Annotated*> members;
    for (const auto& id : story.articles) members.push_back(by_id.at(id));
    grouped.synopses.push_back(compare::compare(story, members, *engine.knowledge));
  }
  return grouped;
}

}  // namespace synoptic::flow
