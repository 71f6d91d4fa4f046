// Annotated -> Story: a stream, not a batch. An article joins a story or founds one as it arrives;
// copies are folded into one account. Weights and thresholds stand in one place (group/score.h).
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
  std::string merged;  // a story that was merged into `story`; its id redirects there
};

class Grouper {
 public:
  explicit Grouper(std::shared_ptr<const knowledge::Knowledge> knowledge);
  Grouper(Grouper&&) noexcept;
  Grouper& operator=(Grouper&&) noexcept;
  ~Grouper();

  // Keeps what it needs of the article, not the article. An id it has seen is passed over.
  Change add(const model::Annotated& annotated);

  std::vector<model::Story> stories() const;  // latest first
  // Follows redirects; empty when there is no such story.
  std::string resolve(std::string_view story) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace synoptic::group
