// synoptic knowledge: further names for the program, and what it knows by a name.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/strings.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "collect/names.h"

namespace synoptic::cli {
namespace {

struct ImportOptions {
  std::string source, target;
  collect::NamesOptions names;
};

int import_names(const ImportOptions& options) {
  const auto known = knowledge::Knowledge::load();
  if (!known) {
    complain(known.error());
    return kNothing;
  }
  const std::string target = options.target.empty() ? default_pack() : options.target;
  ProgressBar bar;
  const auto totals = collect::import_names(
      options.source, target, **known, options.names,
      [&](const collect::NamesProgress& progress) {
        bar.update(progress.share,
                   fmt::format("{} lines  {} entities", progress.lines, progress.entities));
      },
      [&](const Error& error) {
        bar.finish();
        complain(error);
      });
  bar.finish();
  if (!totals) {
    complain(totals.error());
    return kNothing;
  }
  if (totals->resumed > 0) inform(fmt::format("Went on behind line {}.", totals->resumed));
  if (totals->entities == 0) {
    inform(fmt::format("{}: holds no entity ({} lines, {} broken); nothing was written",
                       options.source, totals->lines, totals->failed));
    return kNothing;
  }
  inform(fmt::format("{}: {} entities from {} lines, {} lines broken.", target, totals->entities,
                     totals->lines, totals->failed));
  return totals->failed > 0 ? kSomeFailed : kDone;
}

bool is_wikidata_id(std::string_view name) {
  return name.size() > 1 && name[0] == 'Q' && is_ascii_digits(name.substr(1));
}

// Everything that has the name, and what is known of it.
int find_name(const std::string& name) {
  const auto engine = load_engine();
  if (!engine) {
    complain(engine.error());
    return kNothing;
  }
  auto found = engine->knowledge->find_by_name(name);
  const auto* with_id = engine->knowledge->find(name);
  if (with_id == nullptr && is_wikidata_id(name)) {
    for (const knowledge::Entity& entity : engine->knowledge->entities()) {
      if (entity.wikidata == name) with_id = &entity;
    }
  }
  if (with_id != nullptr && std::find(found.begin(), found.end(), with_id) == found.end()) {
    found.push_back(with_id);
  }
  for (const knowledge::Entity* entity : found) {
    fmt::print("{}  {}  {}{}{}\n", bold(entity->id), model::entity_type_name(entity->type),
               entity->name, entity->wikidata.empty() ? "" : "  " + entity->wikidata,
               entity->country.empty() ? "" : "  in " + entity->country);
    for (const auto& alias : entity->aliases) {
      constexpr std::string_view kMarks[] = {"", "!", "?"};
      fmt::print("  {:<8} {}{}{}\n", alias.lang, isolate(alias.text),
                 kMarks[static_cast<size_t>(alias.strength)],
                 alias.adjective ? " (adjective)" : "");
    }
    for (const auto& role : entity->roles) {
      fmt::print("  {} of {} {}..{}\n", role.role, role.of, role.from ? model::iso(*role.from) : "",
                 role.to ? model::iso(*role.to) : "");
    }
  }
  if (found.empty()) complain({ErrorCode::kNotFound, name, "nothing is known by this name"});
  return found.empty() ? kNothing : kDone;
}

}  // namespace

void add_knowledge_command(CLI::App& app, Program& program) {
  CLI::App* command = app.add_subcommand("knowledge", "Names that the program knows");
  command->require_subcommand(1);

  auto options = std::make_shared<ImportOptions>();
  CLI::App* import = command->add_subcommand(
      "import", "Make a pack of names from a Wikidata dump or a table of your own");
  import
      ->add_option("SOURCE", options->source,
                   "A Wikidata JSON dump (.json, .json.bz2, .json.gz, .json.zst), or a table: "
                   "id, type, language, names; ... parted by tabs")
      ->required();
  import->add_option("--to", options->target,
                     "The pack (default: $XDG_DATA_HOME/synoptic/knowledge.pack, which all "
                     "commands read)");
  import
      ->add_option("--languages", options->names.languages,
                   "Languages whose names are taken (default: the fifteen)")
      ->delimiter(',');
  import
      ->add_option("--min-sitelinks", options->names.least_sitelinks,
                   "Pass over items with fewer Wikipedia pages")
      ->capture_default_str();
  import->callback([options, &program] { program.exit_code = import_names(*options);
});

auto name = std::make_shared<std::string>();
CLI::App* find = command->add_subcommand("find", "Print what is known by a name or an id");
find->add_option("NAME", *name, "A name in any language, or an id")->required();
find->callback([name, &program] { program.exit_code = find_name(*name); });
}  // namespace synoptic::cli

}  // namespace synoptic::cli
