// Cleans one saved page and prints its title, its day and its blocks.
//   clean_page PAGE.html
#include <iostream>

#include "clean/clean.h"
#include "collect/collect.h"

int main(int argc, char** argv) {
  using namespace synoptic;
  const auto knowledge = knowledge::Knowledge::load();
  const auto languages = text::LanguageId::embedded();
  const auto page = collect::read_file(argc > 1 ? argv[1] : "-");
  if (!knowledge || !languages || !page) {
    std::cerr << (page ? "the knowledge cannot be read" : page.error().message()) << "\n";
    return 2;
  }
  for (const model::Article& article : clean::clean(*page, **knowledge, *languages)) {
    std::cout << article.title << "\n";
    if (article.published) std::cout << model::iso(article.published->value) << "\n";
    for (const model::Block& block : article.blocks) std::cout << "\n" << block.text << "\n";
  }
}
