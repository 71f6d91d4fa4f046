#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "annotate/annotate.h"
#include "base/data.h"
#include "clean/clean.h"
#include "compare/compare.h"
#include "flow/flow.h"
#include "group/group.h"
#include "knowledge/pack.h"

namespace synoptic::flow {

Result<Engine> Engine::load(const std::vector<std::string>& packs) {
  auto languages = text::LanguageId::from_bytes(embedded_data("models/language_id.bin"));
  if (!languages) return tl::unexpected(languages.error());
  knowledge::Knowledge::Packs opened;
  for (const std::string& path : packs) {
    auto pack = knowledge::Pack::open(path);
    if (!pack) return tl::unexpected(pack.error());
    opened.push_back(std::move(*pack));
  }
  auto knowledge = knowledge::Knowledge::load(opened);
  if (!knowledge) return tl::unexpected(knowledge.error());
  return Engine{std::move(*knowledge),
                std::make_shared<const text::LanguageId>(std::move(*languages)), nullptr};
}

Document understand(const Engine& engine, model::Capture capture) {
  Document document{std::move(capture), {}};
  for (auto& article :
       clean::clean(document.capture, *engine.knowledge, *engine.languages, engine.sites.get())) {
    document.articles.push_back(annotate::annotate(std::move(article), *engine.knowledge));
  }
  return document;
}

namespace {

model::Synopsis synopsis_of(const model::Story& story,
                            const std::vector<const model::Annotated*>& members,
                            const knowledge::Knowledge& knowledge) {
  model::Synopsis synopsis = compare::compare(story, members, knowledge);
  for (const auto* member : members) {
    synopsis.sources.push_back(model::source_of(member->article));
  }
  return synopsis;
}

}  // namespace

model::Synopsis compare_story(const Engine& engine, const model::Story& story,
                              const std::vector<model::Annotated>& articles) {
  std::unordered_map<std::string_view, const model::Annotated*> by_id;
  for (const auto& annotated : articles) by_id.emplace(annotated.article.id, &annotated);
  std::vector<const model::Annotated*> members;
  for (const auto& id : story.articles) members.push_back(by_id.at(id));
  return synopsis_of(story, members, *engine.knowledge);
}

Grouped group_and_compare(const Engine& engine, const std::vector<model::Annotated>& articles) {
  group::Grouper grouper(engine.knowledge);
  std::unordered_map<std::string_view, const model::Annotated*> by_id;
  for (const auto& annotated : articles) {
    grouper.add(annotated);
    by_id.emplace(annotated.article.id, &annotated);
  }
  Grouped grouped{grouper.stories(), {}};
  for (auto& story : grouped.stories) {
    std::vector<const model::Annotated*> members;
    for (const auto& id : story.articles) members.push_back(by_id.at(id));
    story.evidence = group::evidence(members, *engine.knowledge);
    grouped.synopses.push_back(synopsis_of(story, members, *engine.knowledge));
  }
  return grouped;
}

namespace {

Result<std::shared_ptr<const clean::SiteMemory>> remember_sites(const store::Store& store) {
  const auto blocks = store.site_blocks(clean::SiteMemory::kLeastPages);
  if (!blocks) return tl::unexpected(blocks.error());
  auto sites = std::make_shared<clean::SiteMemory>();
  for (const auto& [host, block, pages] : *blocks) sites->add(host, block, pages);
  return sites;
}

Result<void> learn_sites(store::Store& store, const Document& document) {
  for (const auto& annotated : document.articles) {
    const clean::SiteBlocks learnt = clean::site_blocks(annotated.article);
    if (learnt.host.empty()) continue;
    if (auto done = store.learn_site(learnt.host, learnt.page, learnt.blocks); !done) return done;
  }
  return {};
}

// Articles of the story that left grouping's window stay in it, before the others.
void keep_older(const model::Story& stored, model::Story& story) {
  std::unordered_set<std::string_view> there(story.articles.begin(), story.articles.end());
  std::vector<std::string> articles;
  std::vector<std::vector<std::string>> accounts;
  for (const auto& account : stored.accounts) {
    std::vector<std::string> left;
    for (const auto& id : account) {
      if (!there.contains(id)) left.push_back(id);
    }
    articles.insert(articles.end(), left.begin(), left.end());
    if (!left.empty()) accounts.push_back(std::move(left));
  }
  if (articles.empty()) return;
  story.title = stored.title;
  if (!stored.first.empty()) story.first = std::min(stored.first, story.first);
  for (const auto& lang : stored.languages) story.languages.push_back(lang);
  std::sort(story.languages.begin(), story.languages.end());
  story.languages.erase(std::unique(story.languages.begin(), story.languages.end()),
                        story.languages.end());
  story.articles.insert(story.articles.begin(), articles.begin(), articles.end());
  story.accounts.insert(story.accounts.begin(), accounts.begin(), accounts.end());
}

// Gives the articles that are in no story yet to a grouper that stands where the last one stood;
// without its rows, or with those of another version, all articles are grouped anew.
Result<void> group_new(const Engine& engine, store::Store& store) {
  group::Grouper grouper(engine.knowledge);
  const auto kept = store.grouping();
  if (!kept) return tl::unexpected(kept.error());
  store::Store::Update update;
  update.everything = kept->rows.empty() || !grouper.restore(kept->first, kept->rows);
  const auto fresh = update.everything ? store.all_articles() : store.ungrouped_articles();
  if (!fresh) return tl::unexpected(fresh.error());
  std::unordered_map<std::string_view, const model::Annotated*> by_id;
  for (const auto& annotated : *fresh) {
    grouper.add(annotated);
    by_id.emplace(annotated.article.id, &annotated);
  }
  auto changes = grouper.take_changes();
  update.redirects = std::move(changes.redirects);
  update.rows = std::move(changes.rows);
  update.first_row = changes.first_row;
  update.oldest_row = changes.oldest_row;
  for (auto& story : changes.stories) {
    std::vector<std::string> before{story.id};
    for (const auto& [old, now] : update.redirects) {
      if (now == story.id) before.push_back(old);
    }
    for (const auto& id : before) {
      if (update.everything || changes.oldest_row == 0) break;  // nothing has left the window
      if (const auto stored = store.story(id)) keep_older(stored->story, story);
    }
    std::vector<model::Annotated> loaded;
    loaded.reserve(story.articles.size());
    std::vector<const model::Annotated*> members;
    for (const auto& id : story.articles) {
      const auto found = by_id.find(id);
      if (found == by_id.end()) {
        auto article = store.article(id);
        if (!article) return tl::unexpected(article.error());
        loaded.push_back(std::move(*article));
      }
      members.push_back(found == by_id.end() ? &loaded.back() : found->second);
    }
    story.evidence = group::evidence(members, *engine.knowledge);
    update.synopses.push_back(synopsis_of(story, members, *engine.knowledge));
    update.stories.push_back(std::move(story));
  }
  return store.update_stories(update);
}

}  // namespace

Result<Totals> add_all(const Engine& given, store::Store& store,
                       const std::vector<std::string>& paths, Options options,
                       const std::function<void(const Error&)>& failed,
                       const std::function<void(const Document&)>& added) {
  auto known = store.capture_ids();
  if (!known) return tl::unexpected(known.error());
  // Learnt by earlier runs only, so that the result does not hang on the order of this one.
  auto sites = remember_sites(store);
  if (!sites) return tl::unexpected(sites.error());
  Engine engine = given;
  engine.sites = std::move(*sites);
  options.known.insert(known->begin(), known->end());
  Result<void> stored;
  bool changed = false;
  const Totals totals = read_all(engine, paths, options, [&](Result<Document> result) {
    if (!result) return failed(result.error());
    if (result->known || !stored) return;
    const auto fresh = store.add(result->capture, result->articles);
    if (!fresh) {
      stored = tl::unexpected(fresh.error());
    } else if (*fresh) {
      changed = true;
      stored = learn_sites(store, *result);
      if (added) added(*result);
    }
  });
  if (!stored) return tl::unexpected(stored.error());
  if (!changed) return totals;
  if (auto done = group_new(engine, store); !done) return tl::unexpected(done.error());
  return totals;
}

}  // namespace synoptic::flow
