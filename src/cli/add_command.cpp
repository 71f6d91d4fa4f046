// synoptic add: the inputs into the store.
#include <fmt/format.h>

#include "base/clock.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "cli/watch_command.h"

namespace synoptic::cli {
namespace {

struct AddOptions {
  InputOptions input;
  EmbeddingOptions embeddings;
  std::string store, now, webhook, secret_file;
};

int run(const AddOptions& options) {
  const auto fail = [](const Error& error) { return give_up(error); };
  const auto misuse = [](const std::string& where, const char* why) {
    complain({ErrorCode::kUsage, where, why});
    return kUsage;
  };
  const auto now = options.now.empty() ? std::optional(unix_now()) : parse_utc(options.now);
  if (!now) return misuse(options.now, "is no time (2026-03-01T10:00:00Z, in UTC)");
  if (options.webhook.empty() != options.secret_file.empty()) {
    return misuse("", "--webhook needs --webhook-secret-file, and the other way round");
  }
  std::string secret;
  if (!options.webhook.empty()) {
    if (auto good = check_webhook(options.webhook); !good) return give_up(good.error());
    auto read = flow::read_secret(options.secret_file);
    if (!read) return fail(read.error());
    secret = std::move(*read);
  }
  auto embedding = options.embeddings.embedding();
  if (!embedding) return fail(embedding.error());
  auto store = store::Store::open(store_or_default(options.store), store::Mode::kReadWrite);
  if (!store) return give_up_writing(store.error());
  const auto engine = load_engine();
  if (!engine) return fail(engine.error());
  ProgressBar bar;
  flow::Options flow_options = options.input.flow_options();
  flow_options.time = utc_time(*now);
  flow_options.webhook = options.webhook;
  flow_options.embedding = std::move(*embedding);
  flow_options.progress = [&](const flow::Progress& progress) { bar.update(progress); };
  const auto totals = flow::add_all(
      *engine, *store, options.input.inputs(), flow_options,
      [&](const Error& error) {
        bar.finish();
        complain(error);
      },
      [&](const flow::Document& document) {
        if (!document.capture.warnings.empty()) bar.finish();
        tell_warnings(document);
      });
  bar.finish();
  const auto counts = store->counts();
  if (!totals && counts) {
    inform(fmt::format("synoptic: the store keeps what was written before: {} article{}",
                       counts->articles, counts->articles == 1 ? "" : "s"));
  }
  if (!totals) return give_up_writing(totals.error());
  tell_barren(*totals);
  if (!counts) return give_up_writing(counts.error());
  inform(
      fmt::format("{} read, {} known already, {} failed. The store has {} article{} in {} stor{}.",
                  totals->documents - totals->failed - totals->known, totals->known, totals->failed,
                  counts->articles, counts->articles == 1 ? "" : "s", counts->stories,
                  counts->stories == 1 ? "y" : "ies"));
  if (options.input.stats) print_stats(*totals);
  const int code = exit_code_of(*totals);
  if (options.webhook.empty()) return code;
  const int sent = send_outbox(*store, options.webhook, secret);
  return code == kDone ? sent : code;
}

}  // namespace

void add_add_command(CLI::App& app, Program& program) {
  auto options = std::make_shared<AddOptions>();
  CLI::App* command = app.add_subcommand("add", "Read the inputs into the store");
  options->input.add_to(*command, true);
  options->embeddings.add_to(*command);
  command->add_option("--store", options->store,
                      "The store (default: $XDG_DATA_HOME/synoptic/synoptic.db)");
  command->add_option("--now", options->now,
                      "The time of this run for the log, in UTC (default: the clock's)");
  command->add_option("--webhook", options->webhook,
                      "URL that gets what is new as JSON; what cannot be sent waits");
  command->add_option("--webhook-secret-file", options->secret_file,
                      "File whose first line is the key of the webhook's signatures");
  command->callback([options, &program] { program.exit_code = run(*options); });
}

}  // namespace synoptic::cli
