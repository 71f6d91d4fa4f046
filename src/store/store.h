// Captures, articles and stories at rest, in one file (SQLite in WAL mode). What was acknowledged
// survives a crash. One Store per thread of work; readers do not block the writer.
//
// The format on disk: docs/store.md.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/model.h"

namespace synoptic::store {

enum class Mode { kReadWrite, kReadOnly };

struct ArticleRow {  // what lists show, without reading the whole article
  std::string id, title, lang, dir, publisher, published, url, story;
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

class Store {
 public:
  // Creates the file and its folder in kReadWrite. Errors: kStore, kNotFound (kReadOnly).
  static Result<Store> open(const std::string& path, Mode mode);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // True when the bytes were new; false when the same SHA-256 is there already. The capture and its
  // articles go in together or not at all.
  Result<bool> add(const model::Capture& capture, const std::vector<model::Annotated>& articles);
  Result<bool> has_capture(std::string_view sha256) const;
  Result<std::vector<std::string>> capture_ids() const;  // SHA-256 of all captures

  // Counts the blocks of one article of the host; an article that is there again (the same `page`)
  // counts once.
  Result<void> learn_site(std::string_view host, uint64_t page,
                          const std::vector<uint64_t>& blocks);
  Result<std::vector<SiteBlock>> site_blocks(uint32_t least_pages) const;

  // Replaces all stories and synopses in one transaction.
  Result<void> put_stories(const std::vector<model::Story>& stories,
                           const std::vector<model::Synopsis>& synopses);

  // What has changed, in one transaction: stories put in or replaced, ids that lead elsewhere now,
  // and grouping's rows (by number, `oldest_row` on).
  struct Update {
    std::vector<model::Story> stories;
    std::vector<model::Synopsis> synopses;  // same order
    std::vector<std::pair<std::string, std::string>> redirects;
    std::vector<std::string> rows;
    uint32_t first_row = 0, oldest_row = 0;
    bool everything = false;  // what is not among `stories` is gone
  };
  Result<void> update_stories(const Update& update);
  struct GroupingRows {
    uint32_t first = 0;  // number of the first
    std::vector<std::string> rows;
  };
  Result<GroupingRows> grouping() const;
  // Articles in no story yet, in the order they came in.
  Result<std::vector<model::Annotated>> ungrouped_articles() const;

  Result<std::vector<StoryRow>> stories(size_t limit, size_t offset) const;  // latest first
  Result<StoryRow> story(std::string_view id) const;                         // kNotFound
  Result<std::string> synopsis_json(std::string_view story) const;
  Result<model::Annotated> article(std::string_view id) const;  // kNotFound
  Result<std::string> article_json(std::string_view id) const;
  Result<std::vector<ArticleRow>> articles(size_t limit, size_t offset) const;  // latest first
  Result<std::vector<ArticleRow>> articles_of_story(std::string_view story) const;
  Result<std::vector<ArticleRow>> articles_of_entity(std::string_view entity, size_t limit) const;
  Result<EntityRow> entity(std::string_view id) const;
  Result<std::vector<EntityRow>> entities(size_t limit) const;      // most articles first
  struct StoredCapture {
    std::string path, raw;  // `raw`: as received; of a file of pages the whole line
  };
  Result<StoredCapture> capture(std::string_view sha256) const;
  Result<std::string> capture_text(std::string_view sha256) const;  // UTF-8, for evidence
  // All articles in the order they came in, for grouping anew.
  Result<std::vector<model::Annotated>> all_articles() const;

  struct Counts {
    size_t captures = 0, articles = 0, stories = 0;
  };
  Result<Counts> counts() const;

 private:
  struct Impl;
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// $XDG_DATA_HOME/synoptic/synoptic.db, or ~/.local/share/synoptic/synoptic.db.
std::string default_path();

}  // namespace synoptic::store
