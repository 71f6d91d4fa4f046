// Annotated -> Story: a stream, not a batch. An article joins a story or founds one as it arrives;
// copies are folded into one account. What evidence weighs is learnt (data/group/weights.md).
// One writer; the same articles in the same order give the same stories.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/result.h"
#include "group/vector.h"
#include "knowledge/knowledge.h"
#include "model/annotation.h"
#include "model/story.h"

namespace synoptic::group {

struct Change {       // what an article did to the stories
  std::string story;  // where it is now
  bool founded = false;
  std::vector<std::string> merged;  // stories that were merged into `story`; their ids redirect
  // Earlier articles that it showed to be in another story than was told: ids, and where each is.
  std::vector<std::pair<std::string, std::string>> moved;
};

struct Draft;  // an article as the room sees it (fingerprint.h)
struct Model;  // what evidence weighs (pair.h)
class Fingerprint;

class Grouper {
 public:
  explicit Grouper(std::shared_ptr<const knowledge::Knowledge> knowledge);
  // With another model than the shipped one, for training.
  Grouper(std::shared_ptr<const knowledge::Knowledge> knowledge, const Model& model);
  Grouper(Grouper&&) noexcept;
  Grouper& operator=(Grouper&&) noexcept;
  ~Grouper();

  // Keeps what it needs of the article, not the article. An id it has seen is passed over.
  // `sketch`: where to put what evidence() needs of the article, if anywhere.
  Change add(const model::Annotated& annotated, Vector vector = {}, std::string* sketch = nullptr);
  // The same, made beforehand; drafts can be made on any thread.
  Change add(Draft draft, Vector vector = {});

  std::vector<model::Story> stories() const;  // latest first; without evidence

  // What has changed since the last call (or since restore): for a store to keep.
  struct Changes {
    std::vector<model::Story> stories;  // as they are now, and those linked with them
    std::vector<std::pair<std::string, std::string>> redirects;  // an id that is gone, and where to
    std::vector<std::string> rows;  // one per new article, to be given to `restore`
    uint32_t first_row = 0;         // number of the first; numbers rise by one
    uint32_t oldest_row = 0;        // rows before it are of no more use
    // Rows of articles that were revised or taken out (see restore), with their numbers.
    std::vector<std::pair<uint32_t, std::string>> changed_rows;
  };
  Changes take_changes();

  // Continues where the grouper that gave these rows stood. `first`: the number of the first row.
  // Errors: rows of another version; then all has to be grouped anew.
  // `revised`: articles by the id of the version that they take the place of; each stays where that
  // one was, and is what later articles are compared with.
  // `removed`: ids of articles that are taken out. All others stay where they were placed; nothing
  // is left of these but their numbers, and what they told of the others: which stories and
  // accounts are one. A story without articles is gone.
  using Revised = std::unordered_map<std::string, const model::Annotated*>;
  using Removed = std::unordered_set<std::string>;
  Result<void> restore(uint32_t first, const std::vector<std::string>& rows,
                       const Revised& revised = {}, const Removed& removed = {});
  // Follows redirects; empty when there is no such story.
  std::string resolve(std::string_view story) const;

  const Fingerprint* find(std::string_view article) const;  // nullptr: not in the window
  const Vector* vector_of(std::string_view article) const;  // nullptr: none
  // What changes is not kept for take_changes(): for stories that are told once, at the end.
  void forget_changes();
  size_t window_size() const;  // articles
  const Model& model() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Why these articles, those of one story, belong together: a line each, the weightiest first.
std::vector<std::string> evidence(const std::vector<const model::Annotated*>& members,
                                  const knowledge::Knowledge& knowledge);
// The same from what `add` gave of them.
std::vector<std::string> evidence(const std::vector<std::string>& sketches);

}  // namespace synoptic::group
