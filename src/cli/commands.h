// The subcommands: each file adds one to the program and says what it prints. A command sets
// `exit_code`; see the codes below (they are in the manual too).
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "flow/flow.h"

namespace synoptic::cli {

constexpr int kDone = 0;        // all done
constexpr int kUsage = 1;       // the command line made no sense
constexpr int kNothing = 2;     // nothing could be read, or the work could not be done at all
constexpr int kSomeFailed = 3;  // some inputs failed; the rest is done
constexpr int kUnwritten = 5;   // the output could not be written whole
constexpr int kUnproven = 4;    // verify: something told does not stand where it is said to stand

struct Program {
  int exit_code = kDone;
};

void add_read_command(CLI::App& app, Program& program);
void add_stories_command(CLI::App& app, Program& program);
void add_compare_command(CLI::App& app, Program& program);
void add_add_command(CLI::App& app, Program& program);
void add_remove_command(CLI::App& app, Program& program);
void add_backup_command(CLI::App& app, Program& program);
void add_serve_command(CLI::App& app, Program& program);
void add_explain_command(CLI::App& app, Program& program);
void add_doctor_command(CLI::App& app, Program& program);
void add_verify_command(CLI::App& app, Program& program);
void add_knowledge_command(CLI::App& app, Program& program);
void add_watch_command(CLI::App& app, Program& program);

// The options --knowledge and --lexicon, for every command that reads: packs beside the program's
// own names, and a lexicon in place of its own.
void add_knowledge_option(CLI::App& app);
std::string default_pack();          // where 'knowledge import' writes
Result<flow::Engine> load_engine();  // with the packs that were asked for, or the default one

constexpr uint64_t kMostMegabytes = 1 << 20;  // of --max-size

// Options that all reading commands have.
struct InputOptions {
  std::vector<std::string> paths;
  unsigned threads = 0;
  uint64_t max_megabytes = 64;
  bool stats = false;

  void add_to(CLI::App& command, bool paths_required);
  flow::Options flow_options() const;
  // Standard input when no path was named and something is piped in.
  std::vector<std::string> inputs() const;
};

// Options of commands that group: a model server for one more similarity (docs/embeddings.md).
struct EmbeddingOptions {
  std::string url, model, key_file;
  float weight = 2;
  unsigned seconds = 30, batch = 32;

  void add_to(CLI::App& command);
  // None when no server was named. Errors: kUsage; those of the key's file.
  Result<std::optional<flow::Embedding>> embedding() const;
};

// Says which documents hold no article.
void tell_barren(const flow::Totals& totals);
// Says what was odd in a document that was read.
void tell_warnings(const flow::Document& document);
// The code for what a run could read.
int exit_code_of(const flow::Totals& totals);
void print_stats(const flow::Totals& totals);  // on stderr

// All articles of the paths in memory, with their stories; complains of what cannot be read.
struct Library {
  flow::Engine engine;
  std::vector<model::Annotated> articles;
  flow::Grouped grouped;
  flow::Totals totals;
};
Result<Library> read_library(const InputOptions& options);

// Where the store is: --store, else the default place.
std::string store_or_default(const std::string& path);
// A receiver's address, for options that take one. Error: kUsage.
Result<void> check_webhook(const std::string& url);
// A story id or a fact or an article id as we make them: what is no path on disk but looks like
// one.
bool looks_like_id(const std::string& word);

}  // namespace synoptic::cli
