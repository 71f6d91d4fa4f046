// The subcommands of synoptic-eval.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "base/result.h"

namespace synoptic::eval {

constexpr int kMeasured = 0;
constexpr int kUsage = 1;
constexpr int kNothing = 2;  // nothing could be measured
constexpr int kBelow = 3;    // a figure is below its floor, or a line could not be read

void add_cleaning_command(CLI::App& app, int& exit_code);
void add_times_command(CLI::App& app, int& exit_code);
void add_quantities_command(CLI::App& app, int& exit_code);
void add_quotes_command(CLI::App& app, int& exit_code);
void add_events_command(CLI::App& app, int& exit_code);
void add_outlooks_command(CLI::App& app, int& exit_code);
void add_standings_command(CLI::App& app, int& exit_code);
void add_origins_command(CLI::App& app, int& exit_code);
void add_matters_command(CLI::App& app, int& exit_code);
void add_parts_command(CLI::App& app, int& exit_code);
void add_topics_command(CLI::App& app, int& exit_code);
void add_names_command(CLI::App& app, int& exit_code);
void add_links_command(CLI::App& app, int& exit_code);
void add_retrieval_command(CLI::App& app, int& exit_code);
void add_stories_command(CLI::App& app, int& exit_code);
void add_synopsis_command(CLI::App& app, int& exit_code);
void add_event_lines_command(CLI::App& app, int& exit_code);
void add_near_duplicates_command(CLI::App& app, int& exit_code);
void add_similarity_command(CLI::App& app, int& exit_code);

void complain(const Error& error);  // "synoptic-eval: PATH: what went wrong" on stderr
// Tells what is below its floor (eval/floors.h) on stderr. The exit code: kMeasured where nothing
// is and `all_well`, else kBelow.
int verdict_on(const std::vector<std::string>& below, bool all_well);

}  // namespace synoptic::eval
