#include "flow/grow.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "flow/parcels.h"
#include "flow/retell.h"
#include "group/group.h"
#include "model/stamp.h"
#include "watch/log.h"
#include "watch/revision.h"

namespace synoptic::flow {
namespace {

// Both are stamps; one without a date is before none.
bool is_before(const std::string& a, const std::string& b) {
  const auto left = model::minutes_of(a), right = model::minutes_of(b);
  return left && (!right || *left < *right);
}

// An article that came in anew: its versions, oldest first; the last is its text now.
struct Renewed {
  std::vector<std::string> chain;
  size_t placed = 0;  // version that a story has; chain.size(): none
  std::string story;  // that one
};

class Growth {
 public:
  Growth(const Engine& engine, store::Store& store, const Run& run, Vectors& vectors)
      : engine_(engine), store_(store), run_(run), vectors_(vectors), grouper_(engine.knowledge) {
    update_.run = run.number;
  }

  // False: the store was written to meanwhile; nothing has changed.
  Result<bool> work() {
    auto made = make();
    if (!made) return tl::unexpected(made.error());
    return store_.update_stories(update_);
  }

 private:
  Result<void> make() {
    const auto seen = store_.last_run();
    if (!seen) return tl::unexpected(seen.error());
    update_.seen_run = *seen;
    if (auto done = find_renewed(); !done) return done;
    if (auto done = restore(); !done) return done;
    if (auto done = group(); !done) return done;
    if (!update_.everything) set_aside_unchanged();
    for (auto& story : stories_) {
      if (auto done = compare(story); !done) return done;
    }
    if (auto done = watch_all(); !done) return done;
    if (!run_.webhook.empty())
      update_.parcels = parcels_of(update_.entries, run_.webhook, run_.time);
    return {};
  }

  Result<const model::Annotated*> article(const std::string& id) {
    const auto found = articles_.find(id);
    if (found != articles_.end()) return &found->second;
    auto read = store_.article(id);
    if (!read) return tl::unexpected(read.error());
    return &articles_.emplace(id, std::move(*read)).first->second;
  }

  Result<void> find_renewed() {
    auto chains = store_.new_revisions();
    if (!chains) return tl::unexpected(chains.error());
    for (auto& chain : *chains) {
      Renewed renewed{std::move(chain), 0, ""};
      renewed.placed = renewed.chain.size();
      for (size_t i = renewed.chain.size() - 1; i-- > 0 && renewed.story.empty();) {
        auto story = store_.story_of_article(renewed.chain[i]);
        if (!story) return tl::unexpected(story.error());
        if (story->empty()) continue;
        renewed.placed = i;
        renewed.story = std::move(*story);
      }
      for (const auto& id : renewed.chain) now_[id] = renewed.chain.back();
      renewed_.push_back(std::move(renewed));
    }
    return {};
  }

  Result<void> restore() {
    const auto kept = store_.grouping();
    if (!kept) return tl::unexpected(kept.error());
    group::Grouper::Revised revised;
    for (const auto& renewed : renewed_) {
      if (renewed.story.empty()) continue;
      const auto newest = article(renewed.chain.back());
      if (!newest) return tl::unexpected(newest.error());
      revised.emplace(renewed.chain[renewed.placed], *newest);
    }
    update_.everything = kept->rows.empty() || !grouper_.restore(kept->first, kept->rows, revised);
    return {};
  }

  Result<void> group() {
    auto fresh = update_.everything ? store_.all_articles() : store_.ungrouped_articles();
    if (!fresh) return tl::unexpected(fresh.error());
    std::unordered_set<std::string_view> placed;
    for (const auto& renewed : renewed_) {
      if (!renewed.story.empty()) placed.insert(renewed.chain.back());
    }
    std::vector<const model::Annotated*> arrivals;
    for (const auto& annotated : *fresh) {
      if (now(annotated.article.id) != annotated.article.id) continue;  // a newer version is there
      if (update_.everything || !placed.contains(annotated.article.id)) {
        arrivals.push_back(&annotated);
      }
    }
    auto vectors = vectors_.of(arrivals);
    for (size_t i = 0; i < arrivals.size(); ++i) {
      grouper_.add(*arrivals[i], std::move(vectors[i]));
    }
    for (auto& annotated : *fresh) {
      if (now(annotated.article.id) != annotated.article.id) continue;
      const std::string id = annotated.article.id;
      articles_.insert_or_assign(id, std::move(annotated));
    }
    auto changes = grouper_.take_changes();
    update_.redirects = std::move(changes.redirects);
    update_.rows = std::move(changes.rows);
    update_.changed_rows = std::move(changes.changed_rows);
    update_.first_row = changes.first_row;
    update_.oldest_row = changes.oldest_row;
    stories_ = std::move(changes.stories);
    if (!update_.everything && changes.oldest_row > 0) keep_older();
    return update_.everything ? Result<void>{} : add_stories_behind_the_window();
  }

  // What has left grouping's window stays in its story; what is in it may have gone to another one.
  void keep_older() {
    std::unordered_set<std::string> in_window;
    for (const auto& story : stories_)
      in_window.insert(story.articles.begin(), story.articles.end());
    for (auto& story : stories_) {
      for (const auto& id : former_ids(story)) {
        if (const auto stored = store_.story(id)) keep_older(stored->story, in_window, story);
      }
    }
  }

  std::vector<std::string> former_ids(const model::Story& story) const {
    std::vector<std::string> out{story.id};
    for (const auto& [old, now] : update_.redirects) {
      if (now == story.id) out.push_back(old);
    }
    return out;
  }

  std::string now(const std::string& id) const {
    const auto found = now_.find(id);
    return found == now_.end() ? id : found->second;
  }

  // Before the others.
  void keep_older(const model::Story& stored, const std::unordered_set<std::string>& in_window,
                  model::Story& story) const {
    std::vector<std::string> articles;
    std::vector<std::vector<std::string>> accounts;
    for (const auto& account : stored.accounts) {
      std::vector<std::string> left;
      for (const auto& id : account) {
        if (!in_window.contains(now(id))) left.push_back(now(id));
      }
      articles.insert(articles.end(), left.begin(), left.end());
      if (!left.empty()) accounts.push_back(std::move(left));
    }
    if (articles.empty()) return;
    story.title = stored.title;
    if (is_before(stored.first, story.first)) story.first = stored.first;
    for (const auto& lang : stored.languages) story.languages.push_back(lang);
    std::sort(story.languages.begin(), story.languages.end());
    story.languages.erase(std::unique(story.languages.begin(), story.languages.end()),
                          story.languages.end());
    story.articles.insert(story.articles.begin(), articles.begin(), articles.end());
    story.accounts.insert(story.accounts.begin(), accounts.begin(), accounts.end());
  }

  // Grouping no longer knows an article that left its window; its new version stays in its story.
  Result<void> add_stories_behind_the_window() {
    for (const auto& renewed : renewed_) {
      if (renewed.story.empty()) continue;
      const std::string& newest = renewed.chain.back();
      const bool there = std::any_of(stories_.begin(), stories_.end(), [&](const auto& story) {
        return std::find(story.articles.begin(), story.articles.end(), newest) !=
               story.articles.end();
      });
      if (there) continue;
      auto stored = store_.story(renewed.story);
      if (!stored) return tl::unexpected(stored.error());
      for (auto& id : stored->story.articles) id = now(id);
      for (auto& account : stored->story.accounts) {
        for (auto& id : account) id = now(id);
      }
      stories_.push_back(std::move(stored->story));
    }
    return {};
  }

  // A story that a newcomer is only linked with has been compared: its synopsis stays.
  void set_aside_unchanged() {
    std::vector<model::Story> changed;
    for (auto& story : stories_) {
      auto stored = store_.story(story.id);
      if (!stored || !is_told_alike(stored->story, story)) {
        changed.push_back(std::move(story));
      } else if (stored->story.links != story.links) {
        story.evidence = std::move(stored->story.evidence);
        update_.relinked.push_back(std::move(story));
      }
    }
    stories_ = std::move(changed);
  }

  static bool is_told_alike(const model::Story& a, const model::Story& b) {
    return a.id == b.id && a.title == b.title && a.articles == b.articles &&
           a.accounts == b.accounts && a.first == b.first && a.last == b.last &&
           a.languages == b.languages;
  }

  Result<void> compare(model::Story& story) {
    auto retold = retell(engine_, store_, story, [&](const std::string& id) {
      const auto found = articles_.find(id);
      return found == articles_.end() ? nullptr : &found->second;
    });
    if (!retold) return tl::unexpected(retold.error());
    update_.synopses.push_back(std::move(retold->synopsis));
    update_.stories.push_back(std::move(story));
    tellers_.push_back(std::move(retold->tellers));
    return {};
  }

  // What is known of the stories, each fact with the story that has its article now.
  Result<std::vector<std::vector<watch::Watched>>> known_facts(
      const std::unordered_map<std::string, size_t>& story_of_article) {
    std::vector<watch::Watched> pool;
    const auto take = [&](Result<std::vector<watch::Watched>> facts) -> Result<void> {
      if (!facts) return tl::unexpected(facts.error());
      std::move(facts->begin(), facts->end(), std::back_inserter(pool));
      return {};
    };
    std::unordered_map<std::string, size_t> by_id;
    if (update_.everything) {
      if (auto done = take(store_.all_watched()); !done) return tl::unexpected(done.error());
    }
    for (size_t i = 0; i < update_.stories.size(); ++i) {
      for (const auto& id : former_ids(update_.stories[i])) {
        by_id[id] = i;
        if (update_.everything) continue;
        if (auto done = take(store_.watched(id)); !done) return tl::unexpected(done.error());
      }
    }
    std::vector<std::vector<watch::Watched>> out(update_.stories.size());
    for (auto& fact : pool) {
      std::optional<size_t> home;
      if (const auto story = by_id.find(fact.story); story != by_id.end()) home = story->second;
      for (const auto& cell : fact.cells) {
        const auto found = story_of_article.find(cell.article);
        if (found == story_of_article.end()) continue;
        home = found->second;
        break;
      }
      if (home) out[*home].push_back(std::move(fact));
    }
    return out;
  }

  Result<void> watch_all() {
    std::unordered_map<std::string, size_t> story_of_article;
    std::vector<std::unordered_map<std::string, std::string>> renamed(update_.stories.size());
    for (size_t i = 0; i < update_.stories.size(); ++i) {
      const auto versions = store_.other_versions(update_.stories[i].articles);
      if (!versions) return tl::unexpected(versions.error());
      for (const auto& [old, now] : *versions) {
        renamed[i].emplace(old, now);
        story_of_article.emplace(old, i);
      }
      for (const auto& id : update_.stories[i].articles) story_of_article.emplace(id, i);
    }
    if (auto done = log_revisions(story_of_article); !done) return done;
    auto known = known_facts(story_of_article);
    if (!known) return tl::unexpected(known.error());
    for (size_t i = 0; i < update_.stories.size(); ++i) {
      watch::Step step =
          watch_story(std::move((*known)[i]), update_.stories[i], update_.synopses[i],
                      std::move(tellers_[i]), std::move(renamed[i]), run_.time);
      std::move(step.facts.begin(), step.facts.end(), std::back_inserter(update_.facts));
      std::move(step.entries.begin(), step.entries.end(), std::back_inserter(update_.entries));
    }
    return {};
  }

  // What each version changed, from the one that the story had.
  Result<void> log_revisions(const std::unordered_map<std::string, size_t>& story_of_article) {
    for (const auto& renewed : renewed_) {
      const auto story = story_of_article.find(renewed.chain.back());
      if (story == story_of_article.end()) continue;
      const size_t from = renewed.story.empty() ? 0 : renewed.placed;
      for (size_t i = from; i + 1 < renewed.chain.size(); ++i) {
        const auto before = article(renewed.chain[i]);
        if (!before) return tl::unexpected(before.error());
        const auto after = article(renewed.chain[i + 1]);
        if (!after) return tl::unexpected(after.error());
        const watch::Revision revision = watch::diff(**before, **after);
        if (revision.changes.empty()) continue;
        update_.entries.push_back(watch::revision_entry(revision, update_.stories[story->second],
                                                        watch::teller_of((*after)->article),
                                                        run_.time));
      }
    }
    return {};
  }

  const Engine& engine_;
  store::Store& store_;
  const Run& run_;
  Vectors& vectors_;
  group::Grouper grouper_;
  std::vector<Renewed> renewed_;
  std::unordered_map<std::string, std::string> now_;            // of versions that were replaced
  std::unordered_map<std::string, model::Annotated> articles_;  // that came in, and their versions
  std::vector<std::vector<watch::Teller>> tellers_;             // per story of the update
  std::vector<model::Story> stories_;
  store::Store::Update update_;
};

}  // namespace

Result<void> group_new(const Engine& engine, store::Store& store, const Run& run,
                       Vectors& vectors) {
  // Another run, of a removal perhaps, may begin meanwhile: then what was read is of no use.
  constexpr int kMostTries = 5;
  for (int i = 0; i < kMostTries; ++i) {
    const auto before = store.last_run();
    if (!before) return tl::unexpected(before.error());
    const auto done = Growth(engine, store, run, vectors).work();
    if (done && *done) return {};
    const auto after = store.last_run();
    if (!done && after && *after == *before) return tl::unexpected(done.error());
  }
  return failure(ErrorCode::kStore, "", "other runs write to the store all the time");
}

}  // namespace synoptic::flow
