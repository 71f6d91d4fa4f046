// synoptic backup: a copy of the store, whoever reads or writes it meanwhile.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/terminal.h"

namespace synoptic::cli {
namespace {

int back_up(const std::string& from, const std::string& to) {
  const auto store = store::Store::open(from, store::Mode::kReadOnly);
  if (!store) return give_up(store.error());
  if (auto done = store->back_up(to); !done) return give_up_writing(done.error());
  const auto copy = store::Store::open(to, store::Mode::kReadOnly);
  if (!copy) return give_up(copy.error());
  const auto damage = copy->damage();
  if (!damage) return give_up(damage.error());
  if (!damage->empty()) {
    return give_up({ErrorCode::kStore, to, "is damaged (" + one_line(*damage) + ")"});
  }
  const auto counts = copy->counts();
  if (!counts) return give_up(counts.error());
  inform(fmt::format("{}: {} article{} in {} stor{}", to, counts->articles,
                     counts->articles == 1 ? "" : "s", counts->stories,
                     counts->stories == 1 ? "y" : "ies"));
  return kDone;
}

}  // namespace

void add_backup_command(CLI::App& app, Program& program) {
  struct Options {
    std::string store, to;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("backup", "Write the store as it is now to a new file, and check it");
  command->add_option("FILE", options->to, "The new file; one that is there is not replaced")
      ->required();
  command->add_option("--store", options->store,
                      "The store (default: $XDG_DATA_HOME/synoptic/synoptic.db)");
  command->callback([options, &program] {
    program.exit_code = back_up(store_or_default(options->store), options->to);
  });
}

}  // namespace synoptic::cli
