// synoptic doctor: is the installation whole?
#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>

#include "cli/commands.h"
#include "cli/terminal.h"

namespace synoptic::cli {
namespace {

void print_check(const char* how, std::string_view what, std::string_view detail) {
  fmt::print("{}  {:<12} {}\n", how, what, detail);
}

bool report(bool good, std::string_view what, std::string_view detail) {
  print_check(good ? "ok  " : "FAIL", what, detail);
  return good;
}

// Nothing is broken, but something is left to be done.
bool unfinished_work = false;

void leave_open(std::string_view what, std::string_view detail) {
  print_check("warn", what, detail);
  unfinished_work = true;
}

std::string how_many(size_t count, const char* one, const char* many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

bool check_engine() {
  const auto engine = load_engine();
  if (!engine) return report(false, "knowledge", engine.error().message());
  bool good =
      report(true, "knowledge",
             fmt::format("{} entities, {} more in packs, {} languages",
                         engine->knowledge->entities().size(), engine->knowledge->pack_entities(),
                         engine->knowledge->languages().size()));
  const auto guess = engine->languages->identify("The doctor looks whether all is well.");
  good &= report(guess.language == "en", "language id",
                 fmt::format("English read as '{}'", guess.language));
  return good;
}

bool check_store(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) {
    return report(true, "store", path + ": none yet ('synoptic add' makes it)");
  }
  const auto store = store::Store::open(path, store::Mode::kReadOnly);
  if (!store) return report(false, "store", store.error().message());
  const auto damage = store->damage();
  if (!damage) return report(false, "store", damage.error().message());
  if (!damage->empty()) {
    return report(false, "store", fmt::format("{}: is damaged ({})", path, one_line(*damage)));
  }
  const auto counts = store->counts();
  if (!counts) return report(false, "store", counts.error().message());
  report(true, "store",
         fmt::format("{}: {}, {}, {}", path, how_many(counts->captures, "capture", "captures"),
                     how_many(counts->articles, "article", "articles"),
                     how_many(counts->stories, "story", "stories")));
  const auto swept = store->is_swept();
  if (!swept) return report(false, "removed", swept.error().message());
  if (!*swept) {
    leave_open(
        "removed",
        "bytes of what was removed may lie in the file still, since a 'remove' was stopped: run "
        "'synoptic remove' without a name to wipe them");
  }
  const auto behind = store->has_ungrouped();
  if (!behind) return report(false, "stories", behind.error().message());
  if (*behind) {
    leave_open(
        "stories",
        "some articles are in none yet, since an 'add' was stopped: the next one mends that; "
        "run it again");
  }
  return true;
}

bool check_memory() {
  const long pages = sysconf(_SC_PHYS_PAGES), size = sysconf(_SC_PAGE_SIZE);
  const double gigabytes = static_cast<double>(pages) * static_cast<double>(size) / 1e9;
  return report(
      gigabytes > 1, "machine",
      fmt::format("{:.1f} GB of memory, {} processors", gigabytes, sysconf(_SC_NPROCESSORS_ONLN)));
}

}  // namespace

void add_doctor_command(CLI::App& app, Program& program) {
  auto store = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("doctor", "Check the installation");
  command->add_option("--store", *store, "The store to check");
  command->callback([store, &program] {
    bool good = report(true, "version", SYNOPTIC_VERSION);
    good &= check_engine();
    good &= check_store(store_or_default(*store));
    good &= check_memory();
    program.exit_code = !good ? kNothing : unfinished_work ? kSomeFailed : kDone;
  });
}

}  // namespace synoptic::cli
