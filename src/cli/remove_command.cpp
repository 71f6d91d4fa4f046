// synoptic remove: articles out of the store, for good.
#include <fmt/format.h>

#include <filesystem>

#include "base/clock.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "flow/remove.h"

namespace synoptic::cli {
namespace {

struct RemoveOptions {
  std::vector<std::string> asked;
  std::string store, now;
  bool dry_run = false, capture = false;
};

void show(std::string_view line) { std::puts(shown(line).c_str()); }

std::string count(size_t number, std::string_view thing) {
  if (thing == "story") return fmt::format("{} {}", number, number == 1 ? "story" : "stories");
  return fmt::format("{} {}{}", number, thing, number == 1 ? "" : "s");
}

std::string named(const std::string& title, const std::string& publisher) {
  return one_line(title) + (publisher.empty() ? "" : " (" + one_line(publisher) + ")");
}

// What goes, and what else has to do with it.
void list(const flow::Removed& removed) {
  for (const auto& article : removed.what.articles) {
    show(fmt::format("article  {}  {}{}", article.id, named(article.title, article.publisher),
                     article.told ? "" : ", another version"));
  }
  for (const auto& capture : removed.what.captures) {
    show(fmt::format("capture  {}  {}", capture.sha256, one_line(capture.path)));
  }
  for (const auto& story : removed.empty) show(fmt::format("story    {}", story));
}

void warn(const flow::Removed& removed, bool dry_run) {
  for (const auto& capture : removed.what.holding) {
    inform(fmt::format(
        "synoptic: {}: {} in the store for {} that {} from it, and its bytes hold the text "
        "still ('--capture' takes all of them out)",
        one_line(capture.path), dry_run ? "would stay" : "stays", count(capture.others, "article"),
        capture.others == 1 ? "is" : "are"));
  }
  for (const auto& copy : removed.copies) {
    inform(fmt::format("synoptic: {}: tells the same text and {}: {}", copy.id,
                       dry_run ? "would stay" : "stays", named(copy.title, copy.publisher)));
  }
}

int sweep(store::Store& store) {
  const auto done = store.sweep();
  if (done) return kDone;
  Error error = done.error();
  error.why +=
      "; what was removed is told nowhere any more, but its bytes may still lie in the file: run "
      "'synoptic remove' without a name to wipe them";
  complain(error);
  return error.code == ErrorCode::kTooLarge ? kUnwritten : kSomeFailed;
}

int run_dry(const RemoveOptions& options, store::Take take) {
  const auto store = store::Store::open(store_or_default(options.store), store::Mode::kReadOnly);
  if (!store) return give_up(store.error());
  const auto removed = flow::what_goes(*store, options.asked, take);
  if (!removed) return give_up(removed.error());
  for (const auto& word : removed->what.unknown) {
    complain({ErrorCode::kNotFound, word, "no such article, capture or address in the store"});
  }
  list(*removed);
  warn(*removed, true);
  const auto& what = removed->what;
  if (what.unknown.empty()) return kDone;
  return what.unknown.size() == options.asked.size() ? kNothing : kSomeFailed;
}

int run(const RemoveOptions& options) {
  const auto misuse = [](const std::string& where, const char* why) {
    complain({ErrorCode::kUsage, where, why});
    return kUsage;
  };
  const auto now = options.now.empty() ? std::optional(unix_now()) : parse_utc(options.now);
  if (!now) return misuse(options.now, "is no time (2026-03-01T10:00:00Z, in UTC)");
  const auto take = options.capture ? store::Take::kCaptures : store::Take::kArticles;
  const std::string path = store_or_default(options.store);
  std::error_code error;
  if (!std::filesystem::exists(path, error)) {
    return give_up({ErrorCode::kNotFound, path, "no such store (make one with 'synoptic add')"});
  }
  if (options.dry_run && !options.asked.empty()) return run_dry(options, take);
  auto store = store::Store::open(path, store::Mode::kReadWrite);
  if (!store) return give_up_writing(store.error());
  const auto swept = store->is_swept();
  if (!swept) return give_up_writing(swept.error());
  if (options.asked.empty()) {
    if (*swept) return misuse("", "remove needs an article's id, a SHA-256 or an address");
    const int code = options.dry_run ? kDone : sweep(*store);
    if (code != kDone) return code;
    inform(options.dry_run ? "What was removed before would be wiped from the file."
                           : "What was removed before is wiped from the file.");
    return kDone;
  }
  const auto engine = load_engine();
  if (!engine) return give_up(engine.error());
  const auto removed = flow::remove(*engine, *store, options.asked, take, utc_time(*now));
  if (!removed) return give_up_writing(removed.error());
  const auto& what = removed->what;
  for (const auto& word : what.unknown) {
    complain({ErrorCode::kNotFound, word, "no such article, capture or address in the store"});
  }
  list(*removed);
  warn(*removed, false);
  const bool any = !what.articles.empty() || !what.captures.empty();
  const int wiped = any || !*swept ? sweep(*store) : kDone;
  if (wiped != kDone || !any) return wiped != kDone ? wiped : kNothing;
  const auto counts = store->counts();
  if (!counts) return give_up_writing(counts.error());
  inform(fmt::format("{} removed with {}; {} told anew, {} gone. The store has {} in {}.",
                     count(what.articles.size(), "article"), count(what.captures.size(), "capture"),
                     count(removed->changed.size(), "story"), count(removed->empty.size(), "story"),
                     count(counts->articles, "article"), count(counts->stories, "story")));
  return what.unknown.empty() ? kDone : kSomeFailed;
}

}  // namespace

void add_remove_command(CLI::App& app, Program& program) {
  auto options = std::make_shared<RemoveOptions>();
  CLI::App* command = app.add_subcommand("remove", "Take articles out of the store, for good");
  command->add_option("WHAT", options->asked, "Ids of articles, SHA-256s or addresses of captures");
  command->add_option("--store", options->store,
                      "The store (default: $XDG_DATA_HOME/synoptic/synoptic.db)");
  command->add_flag("--dry-run", options->dry_run, "Only tell what would go");
  command->add_flag("--capture", options->capture,
                    "Take out all other articles of the same captures, too");
  command->add_option("--now", options->now,
                      "The time of this run for the log, in UTC (default: the clock's)");
  command->callback([options, &program] { program.exit_code = run(*options); });
}

}  // namespace synoptic::cli
