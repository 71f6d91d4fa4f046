// synoptic add: the inputs into the store.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/terminal.h"

namespace synoptic::cli {
namespace {

struct AddOptions {
  InputOptions input;
  std::string store;
};

int run(const AddOptions& options) {
  const auto fail = [](const Error& error) {
    complain(error);
    return kNothing;
  };
  auto store = store::Store::open(store_or_default(options.store), store::Mode::kReadWrite);
  if (!store) return fail(store.error());
  const auto engine = load_engine();
  if (!engine) return fail(engine.error());
  ProgressBar bar;
  flow::Options flow_options = options.input.flow_options();
  flow_options.progress = [&](const flow::Progress& progress) { bar.update(progress); };
  const auto totals = flow::add_all(
      *engine, *store, options.input.inputs(), flow_options,
      [&](const Error& error) {
        bar.finish();
        complain(error);
      },
      [&](const flow::Document& document) {
        for (const auto& warning : document.capture.warnings) {
          bar.finish();
          inform(fmt::format("synoptic: {}: {}", document.capture.path, warning));
        }
      });
  bar.finish();
  if (!totals) return fail(totals.error());
  const auto counts = store->counts();
  if (!counts) return fail(counts.error());
  inform(
      fmt::format("{} read, {} known already, {} failed. The store has {} articles in {} stories.",
                  totals->documents - totals->failed - totals->known, totals->known, totals->failed,
                  counts->articles, counts->stories));
  if (options.input.stats) print_stats(*totals);
  return exit_code_of(*totals);
}

}  // namespace

void add_add_command(CLI::App& app, Program& program) {
  auto options = std::make_shared<AddOptions>();
  CLI::App* command = app.add_subcommand("add", "Read the inputs into the store");
  options->input.add_to(*command, true);
  command->add_option("--store", options->store,
                      "The store (default: $XDG_DATA_HOME/synoptic/synoptic.db)");
  command->callback([options, &program] { program.exit_code = run(*options); });
}

}  // namespace synoptic::cli
