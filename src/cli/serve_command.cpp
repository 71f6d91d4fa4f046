// synoptic serve: the pages over a store.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/terminal.h"
#include "serve/serve.h"

namespace synoptic::cli {

void add_serve_command(CLI::App& app, Program& program) {
  auto options = std::make_shared<serve::Options>();
  CLI::App* command = app.add_subcommand("serve", "Serve the store's pages");
  command->add_option("--store", options->store,
                      "The store (default: $XDG_DATA_HOME/synoptic/synoptic.db)");
  command->add_option("--address", options->address, "Address to listen on")->capture_default_str();
  command->add_option("--port", options->port, "Port; 0 takes a free one")->capture_default_str();
  command
      ->add_option("--host", options->hosts,
                   "A name that it answers to beside localhost and addresses; several can be given")
      ->type_name("NAME");
  command->callback([options, &program] {
    options->store = store_or_default(options->store);
    options->ready = [](const std::string& url) {
      inform(fmt::format("Serving at {}  (stop with Ctrl-C)", url));
    };
    const auto engine = load_engine();
    Result<void> served;
    if (engine) {
      options->knowledge = engine->knowledge;
      served = serve::serve(*options);
    } else {
      served = tl::unexpected(engine.error());
    }
    if (!served) complain(served.error());
    program.exit_code = served ? kDone : kNothing;
  });
}

}  // namespace synoptic::cli
