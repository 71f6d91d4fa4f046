// Which page answers a request. Thread-safe: every thread has its own connection to the store.
// Private to the room.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "knowledge/knowledge.h"
#include "serve/http.h"
#include "serve/page_memory.h"
#include "serve/story_memory.h"
#include "store/store.h"

namespace synoptic::serve {

class Router {
 public:
  static Result<Router> make(std::string store_path,
                             std::shared_ptr<const knowledge::Knowledge> knowledge);
  Response handle(const Request& request) const;

 private:
  Response make_page(const Request& request, const store::Store& store) const;

  std::string store_path_;
  std::shared_ptr<const knowledge::Knowledge> knowledge_;
  std::shared_ptr<PageMemory> memory_;
  std::shared_ptr<StoryMemory> stories_;
};

}  // namespace synoptic::serve
