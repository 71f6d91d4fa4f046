// synoptic stories: which articles report the same event. Articles are let go as they are grouped,
// so that folders of any size fit.
#include "cli/commands.h"
#include "cli/render.h"
#include "cli/terminal.h"
#include "flow/stories.h"

namespace synoptic::cli {
namespace {

struct StoriesOptions {
  InputOptions input;
  EmbeddingOptions embeddings;
  bool json = false;
};

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

Result<void> print_json(flow::StoryStream& stream, std::vector<model::Story>& stories) {
  print("{\"stories\":[");
  for (size_t i = 0; i < stories.size(); ++i) {
    if (auto done = stream.explain(stories[i]); !done) return done;
    JsonWriter json;
    model::write_json(json, stories[i]);
    print((i == 0 ? "" : ",") + json.text());
    stories[i] = {};
  }
  print("]}\n");
  return {};
}

int run(const StoriesOptions& options) {
  const auto embedding = options.embeddings.embedding();
  if (!embedding) return give_up(embedding.error());
  const auto engine = load_engine();
  if (!engine) return give_up(engine.error());
  ProgressBar bar;
  const auto failed = [&](const Error& error) {
    bar.finish();
    complain(error);
  };
  auto stream = flow::StoryStream::open(*engine, options.json, *embedding, failed);
  if (!stream) return give_up(stream.error());
  flow::Options flow_options = options.input.flow_options();
  flow_options.progress = [&](const flow::Progress& progress) { bar.update(progress); };
  Result<void> grouped;
  const auto totals = flow::read_all(*engine, options.input.inputs(), flow_options,
                                     [&](Result<flow::Document> result) {
                                       if (!result) return failed(result.error());
                                       if (!result->capture.warnings.empty()) bar.finish();
                                       tell_warnings(*result);
                                       for (auto& article : result->articles) {
                                         if (grouped) grouped = stream->add(std::move(article));
                                       }
                                     });
  bar.finish();
  tell_barren(totals);
  if (!grouped) return give_up(grouped.error());
  auto stories = stream->stories();
  if (!stories) return give_up(stories.error());
  if (options.input.stats) print_stats(totals);
  if (options.json) {
    if (auto done = print_json(*stream, *stories); !done) return give_up(done.error());
  } else {
    for (const auto& story : *stories) print(story_as_text(story));
  }
  return exit_code_of(totals);
}

}  // namespace

void add_stories_command(CLI::App& app, Program& program) {
  auto options = std::make_shared<StoriesOptions>();
  CLI::App* command = app.add_subcommand("stories", "Group the inputs into stories");
  options->input.add_to(*command, true);
  options->embeddings.add_to(*command);
  command->add_flag("--json", options->json, "One JSON object");
  command->callback([options, &program] { program.exit_code = run(*options); });
}

}  // namespace synoptic::cli
