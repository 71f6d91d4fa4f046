#include "flow/remove.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "flow/retell.h"
#include "flow/vectors.h"
#include "group/group.h"
#include "model/stamp.h"
#include "watch/removal.h"

namespace synoptic::flow {
namespace {

using Ids = std::unordered_set<std::string>;

Ids ids_of(const store::Removal& what) {
  Ids out;
  for (const auto& article : what.articles) out.insert(article.id);
  return out;
}

// Which stories and copies a removal touches.
Result<Removed> around(const store::Store& store, store::Removal what) {
  Removed out;
  const Ids gone = ids_of(what);
  std::set<std::string> stories;
  for (const auto& article : what.articles) {
    if (!article.story.empty()) stories.insert(article.story);
  }
  for (const auto& id : stories) {
    const auto row = store.story(id);
    if (!row) return tl::unexpected(row.error());
    const auto is_gone = [&](const std::string& article) { return gone.contains(article); };
    const auto& articles = row->story.articles;
    const bool empty = std::all_of(articles.begin(), articles.end(), is_gone);
    (empty ? out.empty : out.changed).push_back(id);
    Ids copies;
    for (const auto& account : row->story.accounts) {
      if (std::any_of(account.begin(), account.end(), is_gone)) {
        copies.insert(account.begin(), account.end());
      }
    }
    auto members = store.articles_of_story(id);
    if (!members) return tl::unexpected(members.error());
    for (auto& member : *members) {
      if (copies.contains(member.id) && !is_gone(member.id)) {
        out.copies.push_back(std::move(member));
      }
    }
  }
  out.what = std::move(what);
  return out;
}

// What is left, while the store still has all.
class Leaving {
 public:
  Leaving(const Engine& engine, store::Store& store, const std::string& time,
          const Removed& removed)
      : engine_(engine),
        store_(store),
        time_(time),
        removed_(removed),
        gone_(ids_of(removed.what)),
        grouper_(engine.knowledge) {}

  Result<store::Store::Rest> work() {
    const auto run = store_.begin_run(time_);
    if (!run) return tl::unexpected(run.error());
    rest_.update.run = *run;
    rest_.empty_stories = removed_.empty;
    if (auto done = find_vectors(); !done) return tl::unexpected(done.error());
    if (auto done = regroup(); !done) return tl::unexpected(done.error());
    for (const auto& id : removed_.changed) {
      if (auto done = tell(id); !done) return tl::unexpected(done.error());
    }
    if (auto done = relink(); !done) return tl::unexpected(done.error());
    return std::move(rest_);
  }

 private:
  Result<void> find_vectors() {
    const auto models = store_.vector_models();
    if (!models) return tl::unexpected(models.error());
    if (models->empty()) return {};
    for (const auto& id : gone_) {
      const auto article = store_.article(id);
      if (!article) return tl::unexpected(article.error());
      const std::string text = embedded_text(article->article);
      for (const auto& model : *models) rest_.vectors.push_back(embed::cache_key(model, text));
    }
    return {};
  }

  // Rows that cannot be read hold the articles' titles all the same.
  Result<void> regroup() {
    const auto kept = store_.grouping();
    if (!kept) return tl::unexpected(kept.error());
    if (kept->rows.empty()) return {};
    if (!grouper_.restore(kept->first, kept->rows, {}, gone_)) {
      rest_.forgets_grouping = true;
      return {};
    }
    auto changes = grouper_.take_changes();
    rest_.update.changed_rows = std::move(changes.changed_rows);
    rest_.update.oldest_row = changes.oldest_row;
    for (auto& story : changes.stories) grouped_.emplace(story.id, std::move(story));
    return {};
  }

  // As grouping sees it; its articles behind the window as they were, before the others.
  Result<model::Story> left_of(const model::Story& stored) const {
    model::Story story;
    Ids in_window;
    if (const auto grouped = grouped_.find(stored.id); grouped != grouped_.end()) {
      story = grouped->second;
      in_window.insert(story.articles.begin(), story.articles.end());
    } else {
      story = stored;
      story.articles.clear();
      story.accounts.clear();
    }
    const auto is_older = [&](const std::string& id) {
      return !gone_.contains(id) && !in_window.contains(id);
    };
    std::vector<std::string> articles;
    std::copy_if(stored.articles.begin(), stored.articles.end(), std::back_inserter(articles),
                 is_older);
    if (articles.empty()) return story;
    std::vector<std::vector<std::string>> accounts;
    for (const auto& account : stored.accounts) {
      std::vector<std::string> left;
      std::copy_if(account.begin(), account.end(), std::back_inserter(left), is_older);
      if (!left.empty()) accounts.push_back(std::move(left));
    }
    story.articles.insert(story.articles.begin(), articles.begin(), articles.end());
    story.accounts.insert(story.accounts.begin(), accounts.begin(), accounts.end());
    auto done = head(story);
    if (!done) return tl::unexpected(done.error());
    return story;
  }

  // What a story tells of its articles as a whole.
  Result<void> head(model::Story& story) const {
    std::set<std::string> languages;
    story.title.clear();
    story.first.clear();
    story.last.clear();
    for (const auto& id : story.articles) {
      const auto read = store_.article(id);
      if (!read) return tl::unexpected(read.error());
      const model::Article& article = read->article;
      if (id == story.articles.front()) story.title = article.title;
      const std::string language(model::primary_language(article.lang));
      if (!language.empty()) languages.insert(language);
      const std::string stamp = model::stamp_of(article);
      const auto at = model::minutes_of(stamp);
      if (!at) continue;
      if (story.first.empty() || *at < model::minutes_of(story.first)) story.first = stamp;
      if (story.last.empty() || *at >= model::minutes_of(story.last)) story.last = stamp;
    }
    story.languages.assign(languages.begin(), languages.end());
    return {};
  }

  void drop_links(model::Story& story) const {
    std::erase_if(story.links, [&](const auto& link) {
      return std::find(removed_.empty.begin(), removed_.empty.end(), link.story) !=
             removed_.empty.end();
    });
  }

  Result<void> tell(const std::string& id) {
    const auto stored = store_.story(id);
    if (!stored) return tl::unexpected(stored.error());
    auto story = left_of(stored->story);
    if (!story) return tl::unexpected(story.error());
    drop_links(*story);
    auto retold = retell(engine_, store_, *story);
    if (!retold) return tl::unexpected(retold.error());
    auto known = known_facts(id);
    if (!known) return tl::unexpected(known.error());
    const auto versions = store_.other_versions(story->articles);
    if (!versions) return tl::unexpected(versions.error());
    watch::Step step =
        watch_story(std::move(*known), *story, retold->synopsis, std::move(retold->tellers),
                    {versions->begin(), versions->end()}, time_);
    auto& update = rest_.update;
    std::move(step.facts.begin(), step.facts.end(), std::back_inserter(update.facts));
    std::move(step.entries.begin(), step.entries.end(), std::back_inserter(update.entries));
    update.synopses.push_back(std::move(retold->synopsis));
    update.stories.push_back(std::move(*story));
    return {};
  }

  // Without what the articles say: of facts that go with them nobody hears their words.
  Result<std::vector<watch::Watched>> known_facts(const std::string& story) const {
    auto facts = store_.watched(story);
    if (!facts) return facts;
    std::vector<watch::Watched> out;
    for (auto& fact : *facts) {
      if (auto left = watch::without(std::move(fact), gone_)) out.push_back(std::move(*left));
    }
    return out;
  }

  // Stories that were linked with one that is gone, or by an article that is.
  Result<void> relink() {
    std::set<std::string> done(removed_.changed.begin(), removed_.changed.end());
    done.insert(removed_.empty.begin(), removed_.empty.end());
    for (const auto& [id, grouped] : grouped_) {
      if (done.contains(id)) continue;
      auto stored = store_.story(id);
      if (!stored || stored->story.id != id || stored->story.links == grouped.links) continue;
      done.insert(id);
      stored->story.links = grouped.links;
      drop_links(stored->story);
      rest_.update.relinked.push_back(std::move(stored->story));
    }
    for (const auto& id : removed_.empty) {
      auto rows = store_.stories_linked_with(id);
      if (!rows) return tl::unexpected(rows.error());
      for (auto& row : *rows) {
        if (!done.insert(row.story.id).second) continue;
        drop_links(row.story);
        rest_.update.relinked.push_back(std::move(row.story));
      }
    }
    return {};
  }

  const Engine& engine_;
  store::Store& store_;
  const std::string& time_;
  const Removed& removed_;
  const Ids gone_;
  group::Grouper grouper_;
  std::unordered_map<std::string, model::Story> grouped_;
  store::Store::Rest rest_;
};

}  // namespace

Result<Removed> what_goes(const store::Store& store, const std::vector<std::string>& asked,
                          store::Take take) {
  auto what = store.what_goes(asked, take);
  if (!what) return tl::unexpected(what.error());
  return around(store, std::move(*what));
}

Result<Removed> remove(const Engine& engine, store::Store& store,
                       const std::vector<std::string>& asked, store::Take take,
                       const std::string& time) {
  Removed out;
  auto what =
      store.remove(asked, take, [&](const store::Removal& removal) -> Result<store::Store::Rest> {
        auto touched = around(store, removal);
        if (!touched) return tl::unexpected(touched.error());
        out = std::move(*touched);
        return Leaving(engine, store, time, out).work();
      });
  if (!what) return tl::unexpected(what.error());
  out.what = std::move(*what);
  return out;
}

}  // namespace synoptic::flow
