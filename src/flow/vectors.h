// Vectors of articles, by a model server and the store's cache. Private to the room.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "embed/embed.h"
#include "flow/flow.h"
#include "group/vector.h"

namespace synoptic::flow {

// The text whose vector stands for an article: the title, and the beginning of its body.
std::string embedded_text(const model::Article& article);

class Vectors {
 public:
  // `cache`: may be null. `failed` hears of the server's first failure; after that it is not asked
  // again, and articles have no vectors.
  Vectors(const std::optional<Embedding>& embedding, store::Store* cache,
          std::function<void(const Error&)> failed);

  bool wanted() const { return client_.has_value(); }
  size_t batch() const;  // articles that are best asked for together
  // One an article, in their order; empty where there is none.
  std::vector<group::Vector> of(const std::vector<const model::Annotated*>& articles);

 private:
  Result<std::vector<embed::Vector>> find(const std::vector<std::string>& texts);

  std::optional<embed::Client> client_;
  float weight_ = 0;
  store::Store* cache_;
  std::function<void(const Error&)> failed_;
};

}  // namespace synoptic::flow
