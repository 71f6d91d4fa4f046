// Stories over more articles than memory holds: each is grouped as it comes and let go; what tells
// why they belong together waits in a temporary file.
#pragma once

#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "flow/flow.h"
#include "group/group.h"

namespace synoptic::flow {

class Vectors;

class StoryStream {
 public:
  // `with_evidence`: explain() will be asked. `failed` hears of a model server that fails.
  // Errors: kUnreadable when there is no place for the temporary file.
  static Result<StoryStream> open(const Engine& engine, bool with_evidence,
                                  const std::optional<Embedding>& embedding,
                                  std::function<void(const Error&)> failed);
  StoryStream(StoryStream&&) noexcept;
  ~StoryStream();

  // Articles in the order of the inputs; one that was there already is passed over.
  Result<void> add(model::Annotated annotated);
  Result<std::vector<model::Story>> stories();  // latest first; without evidence
  Result<void> explain(model::Story& story);    // puts its evidence

 private:
  StoryStream(const Engine& engine);
  Result<void> group(const std::vector<model::Annotated>& articles);

  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  struct Place {
    uint64_t offset = 0;
    uint32_t size = 0;
  };
  group::Grouper grouper_;
  std::unique_ptr<Vectors> vectors_;
  std::vector<model::Annotated> waiting_;  // for a batch to be full
  std::unique_ptr<std::FILE, Close> sketches_;
  uint64_t written_ = 0;
  std::unordered_map<std::string, Place> places_;  // by article
};

}  // namespace synoptic::flow
