// One document's way, composed: collect, clean, annotate on all cores, then group and compare in
// the order of the inputs, so that the result does not depend on the number of threads.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "clean/site_memory.h"
#include "collect/collect.h"
#include "embed/embed.h"
#include "knowledge/knowledge.h"
#include "model/model.h"
#include "store/store.h"
#include "text/language_id.h"

namespace synoptic::flow {

struct Engine {  // what every document needs, loaded once and shared
  std::shared_ptr<const knowledge::Knowledge> knowledge;
  std::shared_ptr<const text::LanguageId> languages;

  // What the store knows of the hosts; none: every page stands alone.
  std::shared_ptr<const clean::SiteMemory> sites;

  // `packs`: files of further names (knowledge/pack.h). Errors: one that cannot be read.
  static Result<Engine> load(const std::vector<std::string>& packs = {});
};

struct Document {  // one document, all the way through
  model::Capture capture;
  std::vector<model::Annotated> articles;  // none: not an article
  bool known = false;                      // was in Options::known: not read again
};

// capture -> clean -> annotate of bytes that were collected already.
Document understand(const Engine& engine, model::Capture capture);

struct Progress {
  double share = 0;  // of the inputs, 0 … 1
  uint64_t articles = 0, bytes = 0;
};

struct Embedding {  // a model server, asked for a vector of each article that is grouped
  embed::Options server;
  float weight = 2;  // a pair's score gets weight * (cosine - 0.5)
};

struct Options {
  unsigned threads = 0;  // 0: one per core
  collect::Limits limits;
  std::unordered_set<std::string> known;          // SHA-256 of captures that need no reading again
  std::function<void(const Progress&)> progress;  // called from the calling thread only
  // What people should know of the inputs before they are read; from the calling thread.
  std::function<void(const std::string&)> note;

  // Of add_all: the time of the run (ISO 8601 in UTC; the clock's when empty), and the URL of a
  // receiver for whom what is new is put into the outbox.
  std::string time, webhook;

  // Of add_all and StoryStream; none: grouping needs no vectors.
  std::optional<Embedding> embedding;
};

struct Totals {
  // A line of a file of pages is a document like any file.
  uint64_t documents = 0, failed = 0, known = 0, articles = 0, bytes = 0;
  uint64_t barren = 0;  // documents that were read and hold no article
  std::string first_barren;
  double seconds = 0;
};

// Reads all inputs and hands each result, in the order of the inputs, to `deliver` on the calling
// thread: a Document or the Error of that document. At most a few documents per thread are in
// memory.
Totals read_all(const Engine& engine, const std::vector<std::string>& paths, const Options& options,
                const std::function<void(Result<Document>)>& deliver);

struct Grouped {
  std::vector<model::Story> stories;
  std::vector<model::Synopsis> synopses;  // one per story, same order
};

// The synopsis of one story; `articles` holds at least those of the story.
model::Synopsis compare_story(const Engine& engine, const model::Story& story,
                              const std::vector<model::Annotated>& articles);
model::Synopsis compare_story(const Engine& engine, const model::Story& story,
                              const std::vector<const model::Annotated*>& members);

Grouped group_and_compare(const Engine& engine, const std::vector<model::Annotated>& articles);

// Reads the paths into the store; what is there already is passed over. Grouping continues
// where it stood; only the stories that the new articles touch are made anew. A page that was read
// before and has changed is a revision: its text takes the older one's place. What is new in the
// stories goes to the log. `failed` is called for every input that could not be read.
Result<Totals> add_all(const Engine& engine, store::Store& store,
                       const std::vector<std::string>& paths, Options options,
                       const std::function<void(const Error&)>& failed,
                       const std::function<void(const Document&)>& added = {});

}  // namespace synoptic::flow
