// Who wrote an article and who published it: gathered while its lines are read, settled when its
// text stands. Private to the room.
#pragma once

#include <optional>
#include <vector>

#include "clean/classify.h"
#include "clean/title.h"
#include "knowledge/knowledge.h"
#include "model/article.h"
#include "model/capture.h"

namespace synoptic::clean {

class Credits {
 public:
  // All of them have to outlive the credits.
  Credits(const Page& page, const PageFacts& facts, model::Format format,
          const knowledge::Knowledge& knowledge)
      : page_(page), facts_(facts), format_(format), knowledge_(knowledge) {}

  // Of a by-line its people and its outlet.
  void take_byline(const Byline& byline);
  // A line that names the outlet, or "Name - Outlet" under the headline.
  void take_outlet(const Line& line);
  // Who signs behind the last sentence: asked where nothing above the text names a writer.
  void take_sign_off(Byline byline) { sign_off_ = std::move(byline); }
  // Whom the page's copyright sign names: the last resort for a publisher.
  void take_owner(std::optional<model::Publisher> owner) { owner_ = std::move(owner); }
  bool has_owner() const { return owner_.has_value(); }

  const std::vector<model::Author>& byline_authors() const { return byline_authors_; }

  // Publisher and authors of an article that has its text, its language and what the page says of
  // itself. Gives the line of the text that turns out to be a by-line; kNoLine: there is none.
  size_t settle(const Title& title, model::Article& article);

 private:
  void settle_publisher(const Title& title, model::Article& article);
  size_t settle_authors(const Title& title, model::Article& article);
  size_t take_lone_names(const Title& title, model::Article& article);
  bool is_better_known(const std::optional<model::Publisher>& owner,
                       const model::Publisher& outlet) const;
  std::optional<model::Publisher> site_of_title(const Title& title) const;

  const Page& page_;
  const PageFacts& facts_;
  const model::Format format_;
  const knowledge::Knowledge& knowledge_;
  std::vector<model::Author> byline_authors_, editors_;
  std::optional<model::Publisher> outlet_, owner_;
  std::optional<Byline> sign_off_;
};

}  // namespace synoptic::clean
