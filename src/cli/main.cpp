// The program: parses the command line and hands over to a subcommand.
#include <csignal>
#include <exception>

#include "base/memory.h"
#include "cli/commands.h"
#include "cli/terminal.h"

int main(int argc, char** argv) {
  using namespace synoptic::cli;
  synoptic::keep_freed_memory();
  std::signal(SIGPIPE, SIG_DFL);  // "synoptic read … | head" ends quietly
  CLI::App app{"Reads news in many languages and lays the accounts of one event side by side.",
               "synoptic"};
  app.set_version_flag("--version", SYNOPTIC_VERSION);
  app.require_subcommand(1);
  app.fallthrough();
  add_knowledge_option(app);
  app.footer(
      "Exit codes: 0 all done, 1 usage, 2 nothing could be read, 3 some inputs failed,\n"
      "4 verify: something is not proven.\n"
      "NO_COLOR=1 switches colours off. The manual: man synoptic");
  Program program;
  add_read_command(app, program);
  add_stories_command(app, program);
  add_compare_command(app, program);
  add_add_command(app, program);
  add_serve_command(app, program);
  add_explain_command(app, program);
  add_doctor_command(app, program);
  add_knowledge_command(app, program);
  add_verify_command(app, program);
  add_watch_command(app, program);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kUsage;
  } catch (const std::exception& error) {
    complain({synoptic::ErrorCode::kMalformed, "", error.what()});
    return kNothing;
  }
  return program.exit_code;
}
