// Captures, articles and stories at rest, in one file (SQLite in WAL mode). What was acknowledged
// survives a crash. One Store per thread of work; readers do not block the writer.
//
// The format on disk: docs/store.md.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/model.h"
#include "watch/log.h"

namespace synoptic::store {

enum class Mode { kReadWrite, kReadOnly };

struct ArticleRow {  // what lists show, without reading the whole article
  std::string id, title, lang, dir, publisher, published, url, story;
};

// A word that is looked for: in the title, the outlet, the text and the names of an article.
struct SearchTerm {
  std::string word;                   // as typed; its beginning is enough
  std::vector<std::string> others;    // forms that will do, too
  std::vector<std::string> entities;  // whom it means: a mention will do, whatever it is called
};

// What a list is narrowed to; empty fields narrow nothing.
struct Search {
  std::vector<SearchTerm> terms;  // one article has all of them
  // Or one of these: whom all the words together mean.
  std::vector<std::string> entities;
  std::string language;           // tag
  bool differing = false;         // stories only: with differences
  bool most_differences = false;  // stories only: those first, else the latest
};

struct StoryRow {
  model::Story story;
  size_t differences = 0, agreements = 0, singles = 0;  // facts of its synopsis
};

struct EntityRow {
  std::string id, name, type;
  size_t articles = 0;
};

struct SiteBlock {  // a block of text that stood in so many articles of a host
  std::string host;
  uint64_t block = 0;
  uint32_t pages = 0;
};

struct VersionRow {  // an article as it was fetched once
  std::string id, sha256, title, lang, dir, published, fetched;
  std::string added;       // time of the run that brought it; empty in stores of old
  bool current = false;    // the account's text now
  bool same_text = false;  // only the bytes around the text differ from an earlier version
};

struct LogRow {
  int64_t number = 0, run = 0;
  watch::Entry entry;
};

struct LogQuery {
  std::string since;               // entries at this time or later; empty: all
  std::string story;               // by its id now
  std::string id, fact;            // of one entry; of one fact (watch::Watched::id)
  std::vector<watch::Kind> kinds;  // empty: all
  std::optional<int64_t> run;
  int64_t before = INT64_MAX;  // numbers below it
  size_t limit = SIZE_MAX;
};

struct Parcel {  // a body that waits to be sent
  int64_t number = 0;
  std::string id, url, made, body;
  int64_t tries = 0;
  std::string error;  // of the last try
};

enum class Take {
  kArticles,  // a capture goes with the last of its articles
  kCaptures,  // and all of a capture's articles with any one of them
};

struct Removal {  // what `remove` takes out of the store
  struct Article {
    std::string id, sha256, title, publisher, story;
    bool told = false;  // the account's text; else another version
  };
  struct Capture {
    std::string sha256, path, url;
    size_t others = 0;  // articles of it that stay
  };
  std::vector<Article> articles;     // with all their versions, as they came in
  std::vector<Capture> captures;     // go, too
  std::vector<Capture> holding;      // stay, for the sake of others, and hold the text still
  std::vector<std::string> unknown;  // of what was asked for: not in the store
};

class Store {
 public:
  // Creates the file and its folder in kReadWrite. Errors: kStore, kNotFound (kReadOnly),
  // kTooLarge (it may not be written).
  static Result<Store> open(const std::string& path, Mode mode);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // True when something is new; false when the same SHA-256 is there already. The capture and its
  // articles go in together or not at all. An article that is there in another version takes its
  // place, or (with the same text, or fetched earlier) is filed behind it; nothing is lost. Bytes
  // that are there, fetched again after a newer version, bring their articles back (docs/watch.md);
  // then `articles` may be empty.
  Result<bool> add(const model::Capture& capture, const std::vector<model::Annotated>& articles,
                   std::string_view time = {});
  // What `work` writes goes to the disk at once; other writers wait as long. Where it fails, what
  // it had written whole before stays.
  Result<void> in_one(const std::function<Result<void>()>& work);
  Result<bool> is_first_version(std::string_view article) const;
  // All versions of the article, oldest first; one for an article that never changed. kNotFound.
  Result<std::vector<VersionRow>> history(std::string_view article) const;
  // Ids of all other versions of these articles, with the article that stands for them.
  Result<std::vector<std::pair<std::string, std::string>>> other_versions(
      const std::vector<std::string>& articles) const;
  Result<bool> has_capture(std::string_view sha256) const;
  Result<std::vector<std::string>> capture_ids() const;  // SHA-256 of all captures

  // Counts the blocks of one article of the host; an article that is there again (the same `page`)
  // counts once.
  Result<void> learn_site(std::string_view host, uint64_t page,
                          const std::vector<uint64_t>& blocks);
  Result<std::vector<SiteBlock>> site_blocks(uint32_t least_pages) const;

  // What has changed, in one transaction: stories put in or replaced, ids that lead elsewhere now,
  // and grouping's rows (by number, `oldest_row` on).
  struct Update {
    std::vector<model::Story> stories;
    std::vector<model::Synopsis> synopses;  // same order
    std::vector<model::Story> relinked;     // nothing but their links is new
    std::vector<std::pair<std::string, std::string>> redirects;
    std::vector<std::string> rows;
    uint32_t first_row = 0, oldest_row = 0;
    std::vector<std::pair<uint32_t, std::string>> changed_rows;  // of revised articles
    bool everything = false;  // what is not among `stories` is gone

    // Written with the rest: what is watched of these stories (facts by id; all there are when
    // `everything`), the log, and its parcels.
    std::vector<watch::Watched> facts;
    std::vector<watch::Entry> entries;
    std::vector<Parcel> parcels;
    int64_t run = 0;

    // The last run when all of this was read. Where another one has begun since, an article may
    // have been removed: nothing is written, and all has to be read again.
    std::optional<int64_t> seen_run;
  };
  Result<bool> update_stories(const Update& update);  // false: nothing was written

  // What goes with these: ids of articles, SHA-256s and addresses of captures. An article goes with
  // all of its versions, a capture with all of its articles.
  Result<Removal> what_goes(const std::vector<std::string>& asked, Take take) const;
  struct Rest {  // what is left, to be written with a removal
    Update update;
    std::vector<std::string> empty_stories;  // ids; without an article now
    std::vector<std::string> vectors;        // keys that go
    bool forgets_grouping = false;           // its rows cannot be read: all is grouped anew later
  };
  // Takes it out, in one transaction: nothing of the removed text is left in any table. `rest` is
  // called in it (other writers wait), before anything is gone. What SQLite leaves in the file goes
  // with sweep().
  Result<Removal> remove(const std::vector<std::string>& asked, Take take,
                         const std::function<Result<Rest>(const Removal&)>& rest);
  // Writes the file anew, without what was deleted from it, and empties its log (-wal). Errors:
  // kTooLarge (there must be room for the file once more), kStore (somebody still reads the old
  // one).
  Result<void> sweep();
  Result<bool> is_swept() const;  // false: something was removed since the last sweep
  struct GroupingRows {
    uint32_t first = 0;  // number of the first
    std::vector<std::string> rows;
  };
  Result<GroupingRows> grouping() const;
  // Articles in no story yet, in the order they came in; older versions are not among them.
  Result<std::vector<model::Annotated>> ungrouped_articles() const;
  Result<bool> has_ungrouped() const;
  // Of the articles in no story yet: newer versions of others, with all that came before, oldest
  // first.
  Result<std::vector<std::vector<std::string>>> new_revisions() const;

  // A run of `add` at this time; returns its number.
  Result<int64_t> begin_run(std::string_view time);
  Result<int64_t> last_run() const;           // 0: none
  Result<std::string> last_run_time() const;  // empty: none
  Result<std::vector<watch::Watched>> watched(std::string_view story) const;
  Result<std::vector<watch::Watched>> all_watched() const;
  Result<std::vector<LogRow>> log(const LogQuery& query) const;  // newest first
  Result<std::string> first_entry() const;  // id of the log's first; empty: none yet
  // What waits to be sent, oldest first; to all receivers when `url` is empty.
  Result<std::vector<Parcel>> outbox(std::string_view url = {}) const;
  Result<void> delivered(int64_t parcel);
  Result<void> not_delivered(int64_t parcel, std::string_view error);

  // Vectors of texts that a model server was asked for, by their keys (embed/embed.h).
  Result<std::vector<float>> vector(std::string_view key) const;  // empty: not there
  struct VectorRow {
    std::string key;
    std::vector<float> vector;
  };
  Result<void> put_vectors(std::string_view model, const std::vector<VectorRow>& rows);
  Result<std::vector<std::string>> vector_models() const;

  Result<std::vector<StoryRow>> stories(size_t limit, size_t offset,
                                        const Search& search = {}) const;  // latest first
  Result<StoryRow> story(std::string_view id) const;                       // kNotFound
  Result<std::vector<StoryRow>> stories_linked_with(std::string_view id) const;
  Result<std::string> synopsis_json(std::string_view story) const;
  // The first differences of its synopsis: slot, about, id, verdict, and of values what is
  // shown, and where it stands.
  Result<std::vector<model::Fact>> differences(std::string_view story, size_t most) const;
  Result<model::Annotated> article(std::string_view id) const;  // kNotFound
  Result<std::string> article_json(std::string_view id) const;
  Result<std::vector<ArticleRow>> articles(size_t limit, size_t offset,
                                           const Search& search = {}) const;  // latest first
  // Of the articles of these stories those that have what is looked for: ids by story, in the
  // story's order.
  Result<std::vector<std::pair<std::string, std::string>>> found_in(
      const std::vector<std::string>& stories, const Search& search) const;
  // The story that has the article now; empty: none.
  Result<std::string> story_of_article(std::string_view id) const;
  // Of the articles, and how many each has; by tag.
  Result<std::vector<std::pair<std::string, size_t>>> languages() const;
  Result<std::vector<ArticleRow>> articles_of_story(std::string_view story) const;
  Result<std::vector<ArticleRow>> articles_of_entity(std::string_view entity, size_t limit) const;
  Result<EntityRow> entity(std::string_view id) const;
  // Most articles first; of those with the words in their names, and of `ids`.
  Result<std::vector<EntityRow>> entities(size_t limit, size_t offset, std::string_view words = {},
                                          const std::vector<std::string>& ids = {}) const;
  struct StoredCapture {
    std::string path, raw;  // `raw`: as received; of a file of pages the whole line
  };
  Result<StoredCapture> capture(std::string_view sha256) const;
  Result<std::string> capture_text(std::string_view sha256) const;  // UTF-8, for evidence
  // All articles in the order they came in; older versions only where a story still has them.
  Result<std::vector<model::Annotated>> all_articles() const;

  struct Counts {
    size_t captures = 0, articles = 0, stories = 0;
  };
  Result<Counts> counts() const;
  // What is wrong with the file itself, as SQLite finds it (quick_check); empty: nothing.
  Result<std::string> damage() const;
  // Another file, or none, stands at the store's path now: what is read here is no longer it.
  bool was_moved() const;
  // Writes the store as it is now to a new file, while others read and write it. Errors: kUsage
  // (there is such a file), kStore, kTooLarge (no room, or it may not be written).
  Result<void> back_up(const std::string& to) const;
  // Another number than before when another connection has written meanwhile. Says nothing about
  // writes of its own, and nothing to other connections.
  Result<int64_t> data_version() const;

 private:
  struct Impl;
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// $XDG_DATA_HOME/synoptic/synoptic.db, or ~/.local/share/synoptic/synoptic.db.
std::string default_path();

}  // namespace synoptic::store
