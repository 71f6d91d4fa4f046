#include "cli/since.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>

#include "base/clock.h"
#include "base/strings.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "serve/history.h"

namespace synoptic::cli {
namespace {

// "90m", "2h", "3d", "1w" in seconds.
std::optional<int64_t> span_of(std::string_view text) {
  if (text.size() < 2 || text.size() > 6 || !is_ascii_digits(text.substr(0, text.size() - 1))) {
    return std::nullopt;
  }
  const int64_t count = std::stol(std::string(text.substr(0, text.size() - 1)));
  switch (text.back()) {
    case 'm':
      return 60 * count;
    case 'h':
      return 3600 * count;
    case 'd':
      return 86'400 * count;
    case 'w':
      return 7 * 86'400 * count;
    default:
      return std::nullopt;
  }
}

Result<store::LogQuery> query_of(const SinceOptions& options, const store::Store& store) {
  store::LogQuery query;
  query.story = options.story;
  if (options.since == "LAST") {
    auto run = store.last_run();
    if (!run) return tl::unexpected(run.error());
    query.run = *run;
    return query;
  }
  if (const auto span = span_of(options.since)) {
    const auto now = options.now.empty() ? std::optional(unix_now()) : parse_utc(options.now);
    if (!now) return failure(ErrorCode::kUsage, options.now, "is no time");
    query.since = utc_time(*now - *span);
    return query;
  }
  const auto time = parse_utc(options.since);
  if (!time) {
    return failure(ErrorCode::kUsage, options.since,
                   "is no time (2026-03-01, 2026-03-01T10:00:00Z, 90m, 2h, 3d, 1w or LAST)");
  }
  query.since = utc_time(*time);
  return query;
}

std::string summary_of(const std::string& json) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  std::string_view summary;
  if (parser.parse(json).get(root) != simdjson::SUCCESS) return "";
  return root["summary"].get(summary) == simdjson::SUCCESS ? std::string(summary) : "";
}

}  // namespace

int print_since(const SinceOptions& options) {
  const auto store = store::Store::open(store_or_default(options.store), store::Mode::kReadOnly);
  if (!store) return give_up(store.error());
  const auto query = query_of(options, *store);
  if (!query) {
    complain(query.error());
    return query.error().code == ErrorCode::kUsage ? kUsage : kNothing;
  }
  auto rows = store->log(*query);
  if (!rows) return give_up(rows.error());
  // Of a story that has gone into another one the log still tells.
  if (rows->empty() && !options.story.empty()) {
    if (const auto known = store->story(options.story); !known) return give_up(known.error());
  }
  std::reverse(rows->begin(), rows->end());
  // A clock may have been set back: then the order of the log is not that of the times.
  std::stable_sort(rows->begin(), rows->end(), [](const store::LogRow& a, const store::LogRow& b) {
    return a.entry.at < b.entry.at;
  });
  for (const auto& row : *rows) {
    if (options.json) {
      std::puts(row.entry.json.c_str());
      continue;
    }
    std::puts(fmt::format("{}  {}  {}", dim(row.entry.at), row.entry.story,
                          isolate(one_line(summary_of(row.entry.json))))
                  .c_str());
  }
  if (rows->empty() && !options.json) inform("Nothing is new.");
  return kDone;
}

int print_history(const std::string& article, const std::string& store_path, bool json) {
  const auto store = store::Store::open(store_or_default(store_path), store::Mode::kReadOnly);
  if (!store) return give_up(store.error());
  const auto history = serve::read_history(*store, article);
  if (!history) return give_up(history.error());
  if (json) {
    std::puts(serve::history_json(*history).c_str());
    return kDone;
  }
  for (const auto& version : history->versions) {
    const store::VersionRow& row = version.row;
    std::puts(fmt::format("{}  {}{}", bold(row.id), isolate(one_line(row.title)),
                          row.current ? "  (now)" : "")
                  .c_str());
    std::string when;
    if (!row.added.empty()) when += "  added " + row.added;
    if (!row.fetched.empty()) when += "  fetched " + row.fetched;
    if (row.same_text) when += "  the same text";
    if (!when.empty()) std::puts(dim(when).c_str());
    if (!version.revision) continue;
    for (const auto& change : version.revision->changes) {
      std::puts(("  " + isolate(one_line(watch::summary_of(change)))).c_str());
      const auto bytes = [](const char* name, const std::optional<watch::Side>& side) {
        return side ? fmt::format("  {} bytes {}-{}", name, side->at.span.begin, side->at.span.end)
                    : std::string();
      };
      std::puts(dim("  " + bytes("before", change.before) + bytes("after", change.after)).c_str());
    }
  }
  return kDone;
}

}  // namespace synoptic::cli
