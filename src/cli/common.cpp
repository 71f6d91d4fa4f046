// What the subcommands share: the knowledge they load, the inputs they take, how they end.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "cli/commands.h"
#include "cli/terminal.h"
#include "flow/deliver.h"
#include "lexicon/lexicon.h"
#include "url/url.h"

namespace synoptic::cli {
namespace {

std::vector<std::string>& asked_packs() {
  static std::vector<std::string> packs;
  return packs;
}

std::string& asked_lexicon() {
  static std::string path;
  return path;
}

}  // namespace

void add_knowledge_option(CLI::App& app) {
  app.add_option("--knowledge", asked_packs(),
                 "Packs of further names (default: $XDG_DATA_HOME/synoptic/knowledge.pack where it "
                 "is; 'none': without)")
      ->allow_extra_args(false);
  app.add_option("--lexicon", asked_lexicon(),
                 "A lexicon of your own instead of the program's (made by tools/lexicon)");
}

std::string default_pack() {
  return (std::filesystem::path(store::default_path()).parent_path() / "knowledge.pack").string();
}

Result<flow::Engine> load_engine() {
  if (!asked_lexicon().empty()) {
    static std::string installed;
    if (installed != asked_lexicon()) {
      if (auto done = lexicon::Lexicon::install(asked_lexicon()); !done) {
        return tl::unexpected(done.error());
      }
      installed = asked_lexicon();
    }
  }
  std::vector<std::string> packs = asked_packs();
  std::error_code error;
  if (packs.empty() && std::filesystem::exists(default_pack(), error)) packs = {default_pack()};
  if (packs == std::vector<std::string>{"none"}) packs.clear();
  return flow::Engine::load(packs);
}

void InputOptions::add_to(CLI::App& command, bool paths_required) {
  auto* option = command.add_option("PATH", paths, "Files or folders; '-' is standard input");
  if (paths_required && isatty(STDIN_FILENO) == 1) option->required();
  command.add_option("--threads", threads, "Threads (default: one per core)");
  command.add_option("--max-size", max_megabytes, "Largest input in MB")
      ->capture_default_str()
      ->check(CLI::Range(uint64_t{1}, kMostMegabytes));
  command.add_flag("--stats", stats, "Print articles/s and MB/s on stderr at the end");
}

void EmbeddingOptions::add_to(CLI::App& command) {
  command.add_option(
      "--embeddings", url,
      "Address of a model server (POST /v1/embeddings), asked for a vector an article");
  command.add_option("--embeddings-model", model, "The model's name on that server");
  command.add_option("--embeddings-weight", weight, "What the vectors' cosine is worth")
      ->capture_default_str();
  command.add_option("--embeddings-key-file", key_file,
                     "File whose first line is the server's key");
  command.add_option("--embeddings-timeout", seconds, "Seconds for one answer")
      ->capture_default_str()
      ->check(CLI::Range(1U, 3600U));
  command.add_option("--embeddings-batch", batch, "Texts of one request")
      ->capture_default_str()
      ->check(CLI::Range(1U, 2048U));
}

Result<std::optional<flow::Embedding>> EmbeddingOptions::embedding() const {
  if (!std::isfinite(weight)) {
    return failure(ErrorCode::kUsage, "--embeddings-weight", "is no number");
  }
  if (url.empty()) return std::optional<flow::Embedding>();
  if (auto endpoint = embed::endpoint_of(url); !endpoint) return tl::unexpected(endpoint.error());
  if (model.empty())
    return failure(ErrorCode::kUsage, url, "--embeddings needs --embeddings-model");
  flow::Embedding out;
  out.server.url = url;
  out.server.model = model;
  out.server.batch = batch;
  out.server.seconds_a_try = seconds;
  out.weight = weight;
  if (!key_file.empty()) {
    auto key = flow::read_secret(key_file);
    if (!key) return tl::unexpected(key.error());
    out.server.key = std::move(*key);
  }
  return std::optional(std::move(out));
}

flow::Options InputOptions::flow_options() const {
  flow::Options options;
  options.threads = threads;
  options.limits.max_bytes = max_megabytes << 20;
  options.note = [](const std::string& note) { inform("synoptic: " + note); };
  return options;
}

std::vector<std::string> InputOptions::inputs() const {
  return paths.empty() ? std::vector<std::string>{"-"} : paths;
}

void tell_barren(const flow::Totals& totals) {
  if (totals.barren == 0) return;
  inform(totals.barren == 1
             ? fmt::format("synoptic: {}: holds no article", totals.first_barren)
             : fmt::format("synoptic: {} documents hold no article ({} is the first)",
                           totals.barren, totals.first_barren));
}

void tell_warnings(const flow::Document& document) {
  for (const auto& warning : document.capture.warnings) {
    inform(fmt::format("synoptic: {}: {}", document.capture.path, warning));
  }
}

int exit_code_of(const flow::Totals& totals) {
  if (totals.failed == 0) return kDone;
  return totals.failed >= totals.documents ? kNothing : kSomeFailed;
}

void print_stats(const flow::Totals& totals) {
  const double megabytes = static_cast<double>(totals.bytes) / 1e6;
  const double seconds = std::max(totals.seconds, 1e-9);
  inform(fmt::format(
      "{} documents, {} articles, {:.2f} MB in {:.3f} s: {:.0f} articles/s, {:.2f} MB/s",
      totals.documents, totals.articles, megabytes, totals.seconds,
      static_cast<double>(totals.articles) / seconds, megabytes / seconds));
}

Result<Library> read_library(const InputOptions& input) {
  auto engine = load_engine();
  if (!engine) return tl::unexpected(engine.error());
  Library library{std::move(*engine), {}, {}, {}};
  ProgressBar bar;
  flow::Options options = input.flow_options();
  options.progress = [&](const flow::Progress& progress) { bar.update(progress); };
  library.totals =
      flow::read_all(library.engine, input.inputs(), options, [&](Result<flow::Document> result) {
        if (!result) {
          bar.finish();
          return complain(result.error());
        }
        if (!result->capture.warnings.empty()) bar.finish();
        tell_warnings(*result);
        for (auto& article : result->articles) library.articles.push_back(std::move(article));
      });
  bar.finish();
  tell_barren(library.totals);
  // The same document under two paths is one capture.
  std::unordered_set<std::string> seen;
  std::erase_if(library.articles, [&](const model::Annotated& annotated) {
    return !seen.insert(annotated.article.id).second;
  });
  library.grouped = flow::group_and_compare(library.engine, library.articles);
  if (input.stats) print_stats(library.totals);
  return library;
}

std::string store_or_default(const std::string& path) {
  return path.empty() ? store::default_path() : path;
}

Result<void> check_webhook(const std::string& url) {
  if (url::is_web(url) && url::parse(url)) return {};
  return failure(ErrorCode::kUsage, url, "is no http: or https: address");
}

bool looks_like_id(const std::string& word) {
  std::error_code error;
  if (word.empty() || word == "-" || std::filesystem::exists(word, error)) return false;
  return word.find('.') == std::string::npos && word.size() >= 9 && word.size() <= 40 &&
         std::all_of(word.begin(), word.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '/';
         });
}

}  // namespace synoptic::cli
