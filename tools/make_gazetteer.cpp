// Makes data/gazetteer/gazetteer.bin, the pack of parts of countries, of waters, mountains and
// islands, and of organisations. Its card, data/gazetteer/gazetteer.md, tells of the sources.
//
//   make_gazetteer NAMES_FOLDER NAMES_ORGANISATIONS_FOLDER TOOLS_FOLDER OUT.bin
//
// Deterministic.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "base/data.h"
#include "gazetteer/features.h"
#include "gazetteer/maker.h"
#include "gazetteer/regions.h"
#include "gazetteer/register.h"
#include "knowledge/knowledge.h"
#include "knowledge/pack.h"
#include "read_file.h"
#include "towns/titles.h"

int main(int argc, char** argv) {
  using namespace synoptic;
  if (argc != 5) {
    fmt::print(stderr, "usage: make_gazetteer NAMES ORGANISATIONS TOOLS OUT.bin\n");
    return 1;
  }
  // Without the pack that is made now.
  std::vector<std::pair<std::string_view, std::string_view>> tables;
  for (const std::string_view path : embedded_paths("")) {
    if (!path.starts_with("gazetteer/")) tables.emplace_back(path, embedded_data(path));
  }
  const auto known = knowledge::Knowledge::from_tables(tables);
  if (!known) {
    fmt::print(stderr, "{}\n", known.error().message());
    return 2;
  }
  const std::string names = argv[1], organisations = argv[2], tools = argv[3];
  const std::string titles_path = names + "/gaz/wikipedia_titles_2016.tsv";
  const std::vector<towns::Row> rows = towns::read_table(titles_path);
  const towns::Titles titles(titles_path);
  gazetteer::Phrases phrases(rows);
  const std::string words = tools::read_file(tools + "/gazetteer_words.tsv");
  const std::string town_words = tools::read_file(tools + "/towns_words.tsv");
  gazetteer::Maker maker(**known, titles, phrases, words, town_words);
  gazetteer::add_regions(
      maker, rows, towns::read_table(names + "/gaz/subdivisions_cldr.tsv"),
      gazetteer::read_region_forms(tools::read_file(tools + "/gazetteer_regions.tsv")));
  const std::string organisations_table = tools::read_file(organisations + "/gaz/ror_names.tsv");
  maker.set_register(gazetteer::english_labels(organisations_table));
  gazetteer::add_features(maker, rows,
                          gazetteer::read_kinds(tools::read_file(tools + "/gazetteer_kinds.tsv")));
  gazetteer::add_register(maker, organisations_table);
  const std::vector<knowledge::PackEntity> made = maker.take();
  size_t count = 0;
  for (const knowledge::PackEntity& entity : made) count += entity.names.size();
  fmt::print("{} entities, {} names\n", made.size(), count);
  std::ofstream(argv[4], std::ios::binary) << knowledge::make_pack(made, **known);
  return 0;
}
