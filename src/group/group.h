// Annotated -> Story: a stream, not a batch. An article joins a story or founds one as it arrives;
// copies are folded into one account. What evidence weighs is learnt (data/group/weights.md).
// One writer; the same articles in the same order give the same stories.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"
#include "model/annotation.h"
#include "model/story.h"

namespace synoptic::group {

struct Change {       // what an article did to the stories
  std::string story;  // where it is now
  bool founded = false;
  std::vector<std::string> merged;  // stories that were merged into `story`; their ids redirect
};

struct Draft;  // an article as the room sees it (fingerprint.h)
struct Model;  // what evidence weighs (pair.h)

class Grouper {
 public:
  explicit Grouper(std::shared_ptr<const knowledge::Knowledge> knowledge);
  // With another model than the shipped one, for training.
  Grouper(std::shared_ptr<const knowledge::Knowledge> knowledge, const Model& model);
  Grouper(Grouper&&) noexcept;
  Grouper& operator=(Grouper&&) noexcept;
  ~Grouper();

  // Keeps what it needs of the article, not the article. An id it has seen is passed over.
  Change add(const model::Annotated& annotated);
  Change add(Draft draft);  // the same, made beforehand; drafts can be made on any thread

  std::vector<model::Story> stories() const;  // latest first; without evidence
  // Follows redirects; empty when there is no such story.
  std::string resolve(std::string_view story) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Why these articles, those of one story, belong together: a line each, the weightiest first.
std::vector<std::string> evidence(const std::vector<const model::Annotated*>& members,
                                  const knowledge::Knowledge& knowledge);

}  // namespace synoptic::group
