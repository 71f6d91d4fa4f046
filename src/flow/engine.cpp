// One document's way through the stages, and stories out of many.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <iterator>
#include <unordered_map>

#include "annotate/annotate.h"
#include "base/clock.h"
#include "clean/clean.h"
#include "compare/compare.h"
#include "flow/flow.h"
#include "flow/grow.h"
#include "flow/understand.h"
#include "group/group.h"
#include "knowledge/pack.h"
#include "url/credentials.h"

namespace synoptic::flow {

Result<Engine> Engine::load(const std::vector<std::string>& packs) {
  auto languages = text::LanguageId::embedded();
  if (!languages) return tl::unexpected(languages.error());
  knowledge::Knowledge::Packs opened;
  for (const std::string& path : packs) {
    auto pack = knowledge::Pack::open(path);
    if (!pack) return tl::unexpected(pack.error());
    opened.push_back(std::move(*pack));
  }
  auto knowledge = knowledge::Knowledge::load(opened);
  if (!knowledge) return tl::unexpected(knowledge.error());
  return Engine{std::move(*knowledge),
                std::make_shared<const text::LanguageId>(std::move(*languages)), nullptr};
}

Cleaned clean_capture(const Engine& engine, model::Capture capture) {
  Cleaned cleaned{std::move(capture), {}};
  cleaned.capture.url = url::without_credentials(cleaned.capture.url);
  cleaned.articles =
      clean::clean(cleaned.capture, *engine.knowledge, *engine.languages, engine.sites.get());
  const auto textless =
      std::ranges::count_if(cleaned.articles, [](const auto& one) { return one.blocks.empty(); });
  if (textless > 0) {
    cleaned.capture.warnings.push_back(
        textless == 1 && cleaned.articles.size() == 1
            ? "holds the title of an article, but no text"
            : fmt::format("{} of its {} articles have no text", textless, cleaned.articles.size()));
  }
  return cleaned;
}

std::vector<Document> annotate_all(const Engine& engine, std::vector<Cleaned> cleaned) {
  std::vector<model::Article> articles;
  for (Cleaned& one : cleaned) {
    std::move(one.articles.begin(), one.articles.end(), std::back_inserter(articles));
  }
  std::vector<model::Annotated> annotated =
      annotate::annotate(std::move(articles), *engine.knowledge);
  std::vector<Document> documents;
  documents.reserve(cleaned.size());
  auto next = annotated.begin();
  for (Cleaned& one : cleaned) {
    Document& document = documents.emplace_back(Document{std::move(one.capture), {}, one.known});
    const auto end = next + static_cast<std::ptrdiff_t>(one.articles.size());
    document.articles.assign(std::move_iterator(next), std::move_iterator(end));
    next = end;
  }
  return documents;
}

Document understand(const Engine& engine, model::Capture capture) {
  std::vector<Cleaned> one;
  one.push_back(clean_capture(engine, std::move(capture)));
  return std::move(annotate_all(engine, std::move(one)).front());
}

model::Synopsis compare_story(const Engine& engine, const model::Story& story,
                              const std::vector<const model::Annotated*>& members) {
  model::Synopsis synopsis = compare::compare(story, members, *engine.knowledge);
  for (const auto* member : members) {
    synopsis.sources.push_back(model::source_of(member->article));
  }
  return synopsis;
}

model::Synopsis compare_story(const Engine& engine, const model::Story& story,
                              const std::vector<model::Annotated>& articles) {
  std::unordered_map<std::string_view, const model::Annotated*> by_id;
  for (const auto& annotated : articles) by_id.emplace(annotated.article.id, &annotated);
  std::vector<const model::Annotated*> members;
  for (const auto& id : story.articles) members.push_back(by_id.at(id));
  return compare_story(engine, story, members);
}

Grouped group_and_compare(const Engine& engine, const std::vector<model::Annotated>& articles) {
  group::Grouper grouper(engine.knowledge);
  std::unordered_map<std::string_view, const model::Annotated*> by_id;
  for (const auto& annotated : articles) {
    grouper.add(annotated);
    by_id.emplace(annotated.article.id, &annotated);
  }
  Grouped grouped{grouper.stories(), {}};
  for (auto& story : grouped.stories) {
    std::vector<const model::Annotated*> members;
    for (const auto& id : story.articles) members.push_back(by_id.at(id));
    story.evidence = group::evidence(members, *engine.knowledge);
    grouped.synopses.push_back(compare_story(engine, story, members));
  }
  return grouped;
}

namespace {

Result<std::shared_ptr<const clean::SiteMemory>> remember_sites(const store::Store& store) {
  const auto blocks = store.site_blocks(clean::SiteMemory::kLeastPages);
  if (!blocks) return tl::unexpected(blocks.error());
  auto sites = std::make_shared<clean::SiteMemory>();
  for (const auto& [host, block, pages] : *blocks) sites->add(host, block, pages);
  return sites;
}

Result<void> learn_sites(store::Store& store, const Document& document) {
  for (const auto& annotated : document.articles) {
    const clean::SiteBlocks learnt = clean::site_blocks(annotated.article);
    if (learnt.host.empty()) continue;
    // What all versions of a page say is no note of its site.
    const auto first = store.is_first_version(annotated.article.id);
    if (!first) return tl::unexpected(first.error());
    if (!*first) continue;
    if (auto done = store.learn_site(learnt.host, learnt.page, learnt.blocks); !done) return done;
  }
  return {};
}

// Documents on their way into the store: some go in together, since each transaction waits for the
// disk. Nothing is locked while others are read.
class Inlet {
 public:
  using OnError = std::function<void(const Error&)>;
  using OnAdded = std::function<void(const Document&)>;
  Inlet(store::Store& store, std::string time, OnError failed, OnAdded added)
      : store_(store),
        time_(std::move(time)),
        failed_(std::move(failed)),
        added_(std::move(added)) {}

  void take(Result<Document> result) {
    if (waiting_.empty()) since_ = Clock::now();
    if (result) bytes_ += result->capture.bytes().size();
    waiting_.push_back(std::move(result));
    const bool full = waiting_.size() >= kMostTogether || bytes_ >= kMostBytesTogether;
    if (full || Clock::now() - since_ > kLongestTogether) flush();
  }

  // All that waits is written; what is told of it is told in the order it came.
  void flush() {
    std::vector<bool> fresh;
    const auto any = [](const auto& result) { return result.has_value(); };
    if (stored_ && std::any_of(waiting_.begin(), waiting_.end(), any)) {
      stored_ = store_.in_one([&]() -> Result<void> {
        for (const auto& result : waiting_) {
          const auto put = result ? put_in(*result) : Result<bool>(false);
          if (!put) return tl::unexpected(put.error());
          fresh.push_back(*put);
        }
        return {};
      });
    }
    for (size_t i = 0; i < waiting_.size(); ++i) {
      if (!waiting_[i]) {
        failed_(waiting_[i].error());
      } else if (i < fresh.size()) {
        tell(*waiting_[i], fresh[i]);
      }
    }
    waiting_.clear();
    bytes_ = 0;
  }

  const Result<void>& stored() const { return stored_; }
  bool has_changed() const { return changed_; }
  uint64_t came_back() const { return came_back_; }
  uint64_t came_twice() const { return came_twice_; }

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr size_t kMostTogether = 64;
  static constexpr size_t kMostBytesTogether = 8 << 20;  // of captures
  static constexpr auto kLongestTogether = std::chrono::seconds(1);

  Result<bool> put_in(const Document& document) {
    auto fresh = store_.add(document.capture, document.articles, time_);
    if (!fresh || !*fresh || document.known) return fresh;
    if (auto done = learn_sites(store_, document); !done) return tl::unexpected(done.error());
    return fresh;
  }

  void tell(const Document& document, bool fresh) {
    changed_ = changed_ || fresh;
    if (document.known) {
      came_back_ += fresh ? 1 : 0;
    } else if (!fresh) {
      ++came_twice_;  // in this run, or in another one's meanwhile
    } else if (added_) {
      added_(document);
    }
  }

  store::Store& store_;
  const std::string time_;
  const OnError failed_;
  const OnAdded added_;
  std::vector<Result<Document>> waiting_;
  size_t bytes_ = 0;
  Clock::time_point since_;
  Result<void> stored_;
  bool changed_ = false;
  uint64_t came_back_ = 0, came_twice_ = 0;
};

}  // namespace

Result<Totals> add_all(const Engine& given, store::Store& store,
                       const std::vector<std::string>& paths, Options options,
                       const std::function<void(const Error&)>& failed,
                       const std::function<void(const Document&)>& added) {
  auto known = store.capture_ids();
  if (!known) return tl::unexpected(known.error());
  // Learnt by earlier runs only, so that the result does not hang on the order of this one.
  auto sites = remember_sites(store);
  if (!sites) return tl::unexpected(sites.error());
  Engine engine = given;
  engine.sites = std::move(*sites);
  options.known.insert(known->begin(), known->end());
  Run run{0, options.time.empty() ? utc_time(unix_now()) : options.time, options.webhook};
  const auto number = store.begin_run(run.time);
  if (!number) return tl::unexpected(number.error());
  run.number = *number;
  Inlet inlet(store, run.time, failed, added);
  Totals totals = read_all(engine, paths, options,
                           [&](Result<Document> result) { inlet.take(std::move(result)); });
  inlet.flush();
  if (!inlet.stored()) return tl::unexpected(inlet.stored().error());
  totals.known += inlet.came_twice();
  totals.known -= inlet.came_back();
  if (!inlet.has_changed()) {
    // A run that was cut short may have left articles without a story.
    const auto left = store.has_ungrouped();
    if (!left) return tl::unexpected(left.error());
    if (!*left) return totals;
  }
  Vectors vectors(options.embedding, &store, failed);
  if (auto done = group_new(engine, store, run, vectors); !done) {
    return tl::unexpected(done.error());
  }
  return totals;
}

}  // namespace synoptic::flow
