// The program: parses the command line and hands over to a subcommand.
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <iostream>
#include <new>
#include <string>
#include <system_error>

#include "base/memory.h"
#include "cli/commands.h"
#include "cli/terminal.h"

namespace {

bool is_command(const CLI::App& app, const std::string& name) {
  const auto commands = app.get_subcommands([](const CLI::App*) { return true; });
  return std::any_of(commands.begin(), commands.end(),
                     [&](const CLI::App* command) { return command->check_name(name); });
}

// What was printed may still be on its way; on a full disk it does not arrive. Whatever the command
// did, half an answer is none.
int flushed(int exit_code) {
  using namespace synoptic::cli;
  std::cout.flush();
  errno = 0;
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0 && std::cout.good()) return exit_code;
  const std::string why = errno != 0 ? std::string(" (") + std::strerror(errno) + ")" : "";
  complain({synoptic::ErrorCode::kUnreadable, "standard output", "cannot be written" + why});
  return kUnwritten;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace synoptic::cli;
  synoptic::keep_freed_memory();
  std::signal(SIGPIPE, SIG_DFL);  // "synoptic read … | head" ends quietly
  std::signal(SIGXFSZ, SIG_IGN);  // a file over its limit is an error of writing, told as such
  CLI::App app{"Reads news in many languages and lays the accounts of one event side by side.",
               "synoptic"};
  app.set_version_flag("--version", SYNOPTIC_VERSION);
  app.require_subcommand(1);
  app.fallthrough();
  add_knowledge_option(app);
  app.footer(
      "Exit codes: 0 all done, 1 usage, 2 nothing could be read, 3 some inputs failed,\n"
      "4 verify: something is not proven, 5 the output could not be written.\n"
      "NO_COLOR=1 switches colours off. The manual: man synoptic");
  Program program;
  add_read_command(app, program);
  add_stories_command(app, program);
  add_compare_command(app, program);
  add_add_command(app, program);
  add_remove_command(app, program);
  add_backup_command(app, program);
  add_serve_command(app, program);
  add_explain_command(app, program);
  add_doctor_command(app, program);
  add_knowledge_command(app, program);
  add_verify_command(app, program);
  add_watch_command(app, program);
  if (argc > 1 && argv[1][0] != '-' && !is_command(app, argv[1])) {
    complain({synoptic::ErrorCode::kUsage, argv[1], "is no command (synoptic --help lists them)"});
    return kUsage;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return flushed(app.exit(error) == 0 ? kDone : kUsage);
  } catch (const std::system_error& error) {
    // fmt throws where it cannot print.
    if (std::ferror(stdout) != 0) return flushed(kDone);
    complain({synoptic::ErrorCode::kMalformed, "", error.what()});
    return kNothing;
  } catch (const std::bad_alloc&) {
    complain({synoptic::ErrorCode::kTooLarge, "", "there is not enough memory for this work"});
    return kNothing;
  } catch (const std::exception& error) {
    complain({synoptic::ErrorCode::kMalformed, "", error.what()});
    return kNothing;
  }
  return flushed(program.exit_code);
}
