// synoptic watch: what waits to be sent to webhooks, and sending it.
#include "cli/watch_command.h"

#include <fmt/format.h>

#include <csignal>
#include <filesystem>

#include "cli/commands.h"
#include "cli/terminal.h"

namespace synoptic::cli {
namespace {

struct WatchOptions {
  std::string store, webhook, secret_file;
};

// To write in, but not to be made: what waits stands in one that is there.
Result<store::Store> open_existing(const std::string& name) {
  const std::string path = store_or_default(name);
  std::error_code error;
  if (!std::filesystem::exists(path, error)) {
    return failure(ErrorCode::kNotFound, path, "no such store (make one with 'synoptic add')");
  }
  return store::Store::open(path, store::Mode::kReadWrite);
}

// An address that was mistyped has nothing waiting, and would be taken for one that has been
// served.
Result<void> check(const WatchOptions& options) {
  return options.webhook.empty() ? Result<void>() : check_webhook(options.webhook);
}

int run_deliver(const WatchOptions& options) {
  if (auto good = check(options); !good) return give_up(good.error());
  auto secret = flow::read_secret(options.secret_file);
  if (!secret) return give_up(secret.error());
  auto store = open_existing(options.store);
  if (!store) return give_up(store.error());
  return send_outbox(*store, options.webhook, *secret);
}

int run_outbox(const WatchOptions& options) {
  if (auto good = check(options); !good) return give_up(good.error());
  const auto store = store::Store::open(store_or_default(options.store), store::Mode::kReadOnly);
  if (!store) return give_up(store.error());
  const auto parcels = store->outbox(options.webhook);
  if (!parcels) return give_up(parcels.error());
  if (parcels->empty()) inform("Nothing waits.");
  for (const auto& parcel : *parcels) {
    std::puts(fmt::format("{}  {}  {}  {} bytes  tried {}{}", parcel.made, parcel.id,
                          one_line(parcel.url), parcel.body.size(),
                          parcel.tries == 1 ? "once" : fmt::format("{} times", parcel.tries),
                          parcel.error.empty() ? "" : ": " + one_line(parcel.error))
                  .c_str());
  }
  return kDone;
}

int run_drop(const WatchOptions& options) {
  if (auto good = check(options); !good) return give_up(good.error());
  auto store = open_existing(options.store);
  if (!store) return give_up(store.error());
  const auto parcels = store->outbox(options.webhook);
  if (!parcels) return give_up(parcels.error());
  for (const auto& parcel : *parcels) {
    if (auto done = store->delivered(parcel.number); !done) return give_up(done.error());
  }
  if (parcels->empty()) {
    return give_up({ErrorCode::kNotFound, options.webhook, "nothing waits for this receiver"});
  }
  inform(fmt::format("{} dropped.", parcels->size()));
  return kDone;
}

}  // namespace

int send_outbox(store::Store& store, const std::string& url, const std::string& secret) {
  std::signal(SIGPIPE, SIG_IGN);  // a receiver that hangs up is an error like others
  flow::Delivery delivery;
  delivery.url = url;
  delivery.secret = secret;
  const auto done = flow::deliver(store, delivery);
  if (!done) return give_up(done.error());
  if (done->sent + done->waiting > 0) {
    inform(fmt::format("{} sent, {} waiting.", done->sent, done->waiting));
  }
  if (done->error.empty()) return kDone;
  complain({ErrorCode::kNetwork, "", done->error});
  return kSomeFailed;
}

void add_watch_command(CLI::App& app, Program& program) {
  auto options = std::make_shared<WatchOptions>();
  CLI::App* command = app.add_subcommand("watch", "What is new, sent to webhooks");
  command->require_subcommand(1);
  const auto common = [&](CLI::App* sub) {
    sub->add_option("--store", options->store,
                    "The store (default: $XDG_DATA_HOME/synoptic/synoptic.db)");
    sub->add_option("--webhook", options->webhook, "This receiver's only");
  };
  CLI::App* deliver = command->add_subcommand("deliver", "Send what waits in the outbox");
  common(deliver);
  deliver
      ->add_option("--webhook-secret-file", options->secret_file,
                   "File whose first line is the key of the signatures")
      ->required();
  deliver->callback([options, &program] { program.exit_code = run_deliver(*options); });
  CLI::App* outbox = command->add_subcommand("outbox", "List what waits");
  common(outbox);
  outbox->callback([options, &program] { program.exit_code = run_outbox(*options); });
  CLI::App* drop = command->add_subcommand("drop", "Forget what waits for a receiver");
  common(drop);
  drop->get_option("--webhook")->required();
  drop->callback([options, &program] { program.exit_code = run_drop(*options); });
}

}  // namespace synoptic::cli
