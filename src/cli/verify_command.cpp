// synoptic verify: does each cell stand at its bytes?
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>

#include "base/strings.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "cli/verify_again.h"
#include "verify/verify.h"

namespace synoptic::cli {
namespace {

namespace fs = std::filesystem;

struct VerifyOptions {
  std::vector<std::string> what, captures;
  std::string store;
  uint64_t max_megabytes = 64;
  bool json = false, quiet = false, again = false;
};

// What was told, and its JSON for those who compare anew.
struct Told {
  std::vector<verify::Claims> claims;
  std::vector<std::string> json;  // same order
  size_t failed = 0;              // files, lines and stories that could not be read
};

void take(Told& told, std::string json, const std::string& where, const std::string& folder,
          size_t max_bytes) {
  // What is told of a document takes up more than the document.
  constexpr size_t kToldPerByte = 32;
  max_bytes = max_bytes > SIZE_MAX / kToldPerByte ? max_bytes : max_bytes * kToldPerByte;
  auto claims = json.size() <= max_bytes
                    ? verify::read_claims(json, where)
                    : failure(ErrorCode::kTooLarge, where,
                              fmt::format("larger than the limit of {} MB", max_bytes >> 20));
  if (!claims) {
    ++told.failed;
    return complain(claims.error());
  }
  claims->folder = folder;
  told.claims.push_back(std::move(*claims));
  told.json.push_back(std::move(json));
}

Result<std::string> read_whole(const std::string& path) {
  std::ifstream file;
  std::error_code error;
  if (path != "-") {
    if (!fs::exists(path, error)) return failure(ErrorCode::kNotFound, path, "no such file");
    if (!fs::is_regular_file(path, error)) {
      return failure(ErrorCode::kUnreadable, path, "is not a regular file");
    }
    file.open(path, std::ios::binary);
    if (!file) return failure(ErrorCode::kUnreadable, path, "cannot be opened");
  }
  std::istream& stream = path == "-" ? std::cin : file;
  std::string bytes;
  std::string piece(1 << 17, '\0');
  while (stream.read(piece.data(), static_cast<std::streamsize>(piece.size())),
         stream.gcount() > 0) {
    bytes.append(piece, 0, static_cast<size_t>(stream.gcount()));
  }
  if (trim(bytes).empty()) return failure(ErrorCode::kEmpty, path, "is empty");
  return bytes;
}

// One JSON object in every line, or one over many lines.
void take_file(Told& told, const std::string& path, size_t max_bytes) {
  const auto bytes = read_whole(path);
  if (!bytes) {
    ++told.failed;
    return complain(bytes.error());
  }
  const std::string folder = path == "-" ? "" : fs::path(path).parent_path().string();
  const auto all = lines(*bytes);
  const auto first = std::find_if(all.begin(), all.end(),
                                  [](std::string_view line) { return !trim(line).empty(); });
  // One object over many lines begins in the first; what is none there is a broken line.
  if (trim(*first).starts_with('{') && !trim(*first).ends_with('}'))
    return take(told, *bytes, path, folder, max_bytes);
  for (size_t i = 0; i < all.size(); ++i) {
    if (trim(all[i]).empty()) continue;
    take(told, std::string(all[i]), fmt::format("{}:{}", path, i + 1), folder, max_bytes);
  }
}

void take_story(Told& told, const store::Store* store, const std::string& id,
                const std::string& where) {
  const auto json = store != nullptr ? store->synopsis_json(id)
                                     : failure(ErrorCode::kNotFound, where,
                                               "no such store (make one with 'synoptic add')");
  if (!json) {
    ++told.failed;
    return complain(json.error());
  }
  take(told, *json, id, "", json->size());
}

void look_in_store(verify::Prover& prover, const store::Store& store, const std::string& where) {
  for (const std::string& sha256 : prover.wanted()) {
    auto capture = store.capture(sha256);
    if (capture) prover.offer_bytes(std::move(capture->raw), capture->path, where);
  }
}

std::string counted(size_t count, const char* one, const char* many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

// The files that the captures were found in.
std::string places_of(const verify::Report& report) {
  constexpr size_t kMost = 8;
  std::set<std::string> places;
  for (const verify::Finding& finding : report.sources) {
    if (!finding.reason.empty() || finding.where.empty()) continue;
    places.insert(collect::file_of_many(finding.where).value_or(finding.where));
  }
  std::vector<std::string> shown;
  for (const std::string& place : places) {
    if (shown.size() < kMost) shown.push_back(place);
  }
  std::string out = join(shown, ", ");
  if (places.size() > kMost) out += fmt::format(" and {} more", places.size() - kMost);
  return out;
}

std::string as_text(const verify::Claims& claims, const verify::Report& report) {
  std::string out = fmt::format("{}  {}\n", bold(claims.id), isolate(one_line(claims.title)));
  const auto found = static_cast<size_t>(
      std::count_if(report.sources.begin(), report.sources.end(),
                    [](const verify::Finding& finding) { return finding.reason.empty(); }));
  out += fmt::format("  {}, {} found with the stated SHA-256\n",
                     counted(report.sources.size(), "capture", "captures"), found);
  out += fmt::format("  {} checked, {} proven, {} failed\n", counted(report.cells, "cell", "cells"),
                     report.proven, report.cells - report.proven);
  if (const std::string places = places_of(report); !places.empty()) {
    out += fmt::format("  found in: {}\n", isolate(one_line(places)));
  }
  for (const std::string& note : report.notes)
    out += fmt::format("  {}\n", isolate(one_line(note)));
  if (!report.again) {
    // What stands at its bytes may still be chosen, left out or laid out falsely.
    out += claims.kind == "article"
               ? "  proven: the words stand there. Not proven: what was made of them, what is told "
                 "without bytes, what is left out (--again)\n"
               : fmt::format(
                     "  proven: the words stand there. Not proven: the verdicts of {}, names and "
                     "norms that take knowledge, publishers, lineage, notes, what is left out "
                     "(--again)\n",
                     counted(claims.facts, "fact", "facts"));
  }
  for (const verify::Failure& failure : report.failures) {
    out += fmt::format("  FAILED  {}{}{}", failure.fact, failure.fact.empty() ? "" : " ",
                       failure.part);
    if (!failure.article.empty()) out += "  in " + failure.article;
    if (!failure.span.empty()) {
      out += fmt::format(" [{},{})", failure.span.begin, failure.span.end);
    }
    out += ": " + failure.reason + "\n";
    if (!failure.stated.empty()) {
      out += fmt::format("    told    {}\n", isolate(one_line(failure.stated)));
    }
    if (!failure.stands.empty()) {
      out += fmt::format("    stands  {}\n", isolate(one_line(failure.stands)));
    }
  }
  return out;
}

// The places that captures are looked for in; one that is not there is complained of.
std::vector<std::string> captures_of(const VerifyOptions& options, Told& told) {
  std::vector<std::string> paths;
  for (const std::string& path : options.captures) {
    std::error_code error;
    if (fs::exists(path, error)) {
      paths.push_back(path);
      continue;
    }
    ++told.failed;
    complain({ErrorCode::kNotFound, path, "no such file or folder (named by --captures)"});
  }
  return paths;
}

int run(const VerifyOptions& options) {
  collect::Limits limits;
  limits.max_bytes = options.max_megabytes << 20;
  const std::string store_path = store_or_default(options.store);
  auto store = store::Store::open(store_path, store::Mode::kReadOnly);
  if (!store && !options.store.empty()) {
    complain(store.error());
    return kNothing;
  }
  Told told;
  for (const std::string& what : options.what) {
    if (looks_like_id(what)) {
      take_story(told, store ? &*store : nullptr, what, store_path);
    } else {
      take_file(told, what, limits.max_bytes);
    }
  }
  if (told.claims.empty()) return kNothing;

  verify::Prover prover(told.claims);
  Captures captures;
  if (options.again) {
    prover.on_proven(
        [&](const model::Capture& capture) { captures[capture.sha256].push_back(capture); });
  }
  // Who names captures wants these proven, and no others that may lie elsewhere.
  if (options.captures.empty()) {
    if (store) look_in_store(prover, *store, store_path);
    prover.look_at_stated_paths(limits);
  } else {
    const std::vector<std::string> paths = captures_of(options, told);
    if (paths.empty())
      return kNothing;  // nothing to prove it by: that says nothing of what is told
    // A broken record among the captures is no harm where every cell is proven without it.
    prover.look_in(paths, limits, [](const Error& error) { complain(error); });
  }
  prover.look_for_changed(options.captures, limits);

  std::vector<verify::Report> reports = prover.reports();
  if (options.again) {
    const auto engine = load_engine();
    if (!engine) {
      complain(engine.error());
      return kNothing;
    }
    for (size_t i = 0; i < reports.size(); ++i) {
      compare_again(*engine, told.claims[i], told.json[i], captures, reports[i]);
    }
  }
  bool proven = true;
  for (size_t i = 0; i < reports.size(); ++i) {
    proven = proven && reports[i].failures.empty();
    if (options.quiet) continue;
    if (options.json) {
      JsonWriter json;
      verify::write_json(json, told.claims[i], reports[i]);
      std::puts(json.text().c_str());
    } else {
      std::fputs(shown(as_text(told.claims[i], reports[i])).c_str(), stdout);
    }
  }
  if (!proven) return kUnproven;
  return told.failed > 0 ? kSomeFailed : kDone;
}

}  // namespace

void add_verify_command(CLI::App& app, Program& program) {
  auto options = std::make_shared<VerifyOptions>();
  CLI::App* command = app.add_subcommand(
      "verify", "Prove again that each cell of a synopsis stands at its bytes of a capture");
  command
      ->add_option(
          "WHAT", options->what,
          "Synopses ('compare --json') or articles ('read') as JSON; '-' is standard input; "
          "or a story id of the store")
      ->required();
  command
      ->add_option("--captures", options->captures,
                   "Files, folders, files of pages or WARC files that hold the captures, under "
                   "whatever name, and no others; else the store and the stated paths")
      ->allow_extra_args(false);
  command->add_option("--store", options->store, "Store to look stories and captures up in");
  command->add_option("--max-size", options->max_megabytes, "Largest input in MB")
      ->capture_default_str()
      ->check(CLI::Range(uint64_t{1}, kMostMegabytes));
  command->add_flag(
      "--again", options->again,
      "Read, annotate and compare the captures anew: all that is told must come out the same");
  command->add_flag("--json", options->json, "One JSON object for each synopsis (NDJSON)");
  command->add_flag("-q,--quiet", options->quiet, "Print nothing; the exit code tells");
  command->callback([options, &program] { program.exit_code = run(*options); });
}

}  // namespace synoptic::cli
