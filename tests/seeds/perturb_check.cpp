// The seed documents with other numbers, months, officials and institutions, with blocks moved and
// the glued articles the other way round: the results must follow. What is replaced is found by the
// checklist's spans and the knowledge's names, so that nothing of the documents stands here.
//
//   perturb_check DOCUMENTS CHECKLIST.jsonl
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/strings.h"
#include "world.h"

namespace {

using namespace synoptic;
using namespace synoptic::seeds;
namespace fs = std::filesystem;

int failures = 0;

void expect(bool good, const char* claim) {
  std::printf("%s  %s\n", good ? "ok  " : "FAIL", claim);
  failures += good ? 0 : 1;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); !from.empty() && at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

struct Seeds {
  std::vector<Row> rows;
  std::vector<std::pair<std::string, std::string>> files;  // name, text; sorted by name

  const Row& row(std::string_view id) const {
    for (const auto& row : rows) {
      if (row.id == id) return row;
    }
    throw std::runtime_error("the checklist lacks row " + std::string(id));
  }
  const std::string& span(std::string_view id, size_t i = 0) const { return row(id).spans[i].text; }
};

// The documents with one change, all the way through.
World changed(const Seeds& seeds, const std::function<void(std::vector<std::string>&)>& change) {
  std::vector<std::string> texts;
  for (const auto& [name, text] : seeds.files) texts.push_back(text);
  change(texts);
  std::string pattern = (fs::temp_directory_path() / "synoptic_seeds_XXXXXX").string();
  const fs::path folder = mkdtemp(pattern.data());
  for (size_t i = 0; i < texts.size(); ++i) {
    std::ofstream(folder / seeds.files[i].first, std::ios::binary) << texts[i];
  }
  auto world = make_world(folder.string());
  fs::remove_all(folder);
  if (!world) throw std::runtime_error(world.error().message());
  return std::move(*world);
}

const model::Article& article(const World& world, const char* doc) {
  const auto* found = world.article(doc);
  static const model::Article none;
  return found == nullptr ? none : found->article;
}

std::string published(const World& world, const char* doc) {
  const auto& date = article(world, doc).published;
  return date ? model::iso(date->value) : "none";
}

void other_dates(const Seeds& seeds) {
  const World world = changed(seeds, [&](auto& texts) {
    replace_all(texts[0], seeds.span("A03"), "19 مارس 2026 07:45");
    replace_all(texts[1], seeds.span("B05"), "2026年03月20日 09时30分 星期五");
    replace_all(texts[1], seeds.span("B06"), "date: 2026-03-21");
  });
  expect(published(world, "A") == "2026-03-19T07:45", "another date in the Arabic dateline");
  expect(published(world, "B") == "2026-03-20T09:30", "another date in the Chinese byline");
  expect(article(world, "B").date_conflict, "front matter of another day still conflicts");
}

void other_months(const Seeds& seeds) {
  const World world = changed(seeds, [&](auto& texts) {
    replace_all(texts[2], "January 2025", "August 2026");
    replace_all(texts[2], seeds.span("C20"), "في مارس");
  });
  expect(published(world, "C") == "2026-08-15", "an English month in an Arabic page");
  bool march = false;
  for (const auto& time : world.article("C")->times) march |= model::iso(time.from) == "2026-03";
  expect(march, "a month of the past is the latest such month before publication");
}

void other_numbers(const Seeds& seeds) {
  const World world = changed(seeds, [&](auto& texts) {
    std::string rank = seeds.span("B28");
    replace_all(rank, "83", "97");
    replace_all(rank, "31", "42");
    replace_all(texts[1], seeds.span("B28"), rank);
  });
  bool found = false;
  for (const auto& quantity : world.article("B")->quantities) {
    found |= quantity.kind == "rank" && quantity.value == 42 && quantity.of == 97.0;
  }
  expect(found, "another rank among another number");
  bool fact = false;
  for (const auto& only : world.synopsis_of("B")->only) fact |= only.slot == "rank";
  expect(fact, "the rank is still what only one says");
}

// Every name of `from` in the language becomes the name of `to`.
void swap_names(const World& world, const char* from, const char* to, const char* lang,
                std::string& text) {
  const auto* old_entity = world.engine.knowledge->find(from);
  const auto* new_entity = world.engine.knowledge->find(to);
  if (old_entity == nullptr || new_entity == nullptr) throw std::runtime_error("no such entity");
  std::vector<std::string> names;
  for (const auto& alias : old_entity->aliases) {
    if (!alias.adjective && (alias.lang == lang || alias.lang == "en")) names.push_back(alias.text);
  }
  std::sort(names.begin(), names.end(),
            [](const auto& a, const auto& b) { return a.size() > b.size(); });
  for (const auto& name : names) replace_all(text, name, new_entity->name_in(lang));
}

bool has_name(const model::Fact& fact, const std::string& article, std::string_view entity) {
  for (const auto& value : fact.values) {
    if (value.article == article && value.norm.find(entity) != std::string::npos) return true;
  }
  return false;
}

void other_officials(const Seeds& seeds, const World& original) {
  const World world = changed(seeds, [&](auto& texts) {
    swap_names(original, "vladimir-putin", "recep-tayyip-erdogan", "ar", texts[0]);
    replace_all(texts[0], "روسي", "تركي");  // the noun and all forms of the adjective
    swap_names(original, "vladimir-putin", "recep-tayyip-erdogan", "zh", texts[1]);
    swap_names(original, "sberbank", "hsbc", "zh", texts[1]);
    swap_names(original, "russia", "turkey", "zh", texts[1]);
  });
  expect(world.story_of("A") != nullptr && world.story_of("A") == world.story_of("B"),
         "other officials: the two accounts are still one story");
  bool found = false;
  for (const auto& fact : world.synopsis_of("A")->differ) {
    const std::string a = article(world, "A").id, b = article(world, "B").id;
    const auto* bank = world.engine.knowledge->institution("central-bank", "turkey");
    found |= fact.slot == "recipient" && bank != nullptr && has_name(fact, a, bank->id) &&
             has_name(fact, b, "turkey/government") && has_name(fact, b, "hsbc");
  }
  expect(found, "other officials and institutions: the difference follows");
}

std::string lines_from(const std::vector<std::string_view>& all, size_t first, size_t last) {
  std::string out;
  for (size_t i = first; i <= last && i <= all.size(); ++i) out += std::string(all[i - 1]) + "\n";
  return out;
}

void other_article_first(const Seeds& seeds) {
  const Row& row = seeds.row("C01");
  const Expected expected(row.expected);
  const size_t boundary = static_cast<size_t>(expected.number("boundary_line"));
  const World world = changed(seeds, [&](auto& texts) {
    const auto all = lines(texts[2]);
    texts[2] = lines_from(all, boundary + 1, all.size()) + lines_from(all, boundary, boundary) +
               lines_from(all, 1, boundary - 1);
  });
  // The documents are lettered in the order they stand: C is now what was D.
  expect(article(world, "C").title == Expected(seeds.row("D01").expected).text() &&
             article(world, "D").title == Expected(seeds.row("C02").expected).text(),
         "the other article first: both are found");
  expect(published(world, "C") == "none" && published(world, "D") == "2025-01-15",
         "the other article first: the date stays with its own article");
}

void blocks_moved(const Seeds& seeds) {
  const Row& heads = seeds.row("A09");
  const size_t first = static_cast<size_t>(heads.spans[0].line);
  const size_t other = static_cast<size_t>(heads.spans[3].line);
  const World world = changed(seeds, [&](auto& texts) {
    const auto all = lines(texts[0]);
    // Two sections of a heading and a paragraph each change places.
    texts[0] = lines_from(all, 1, first - 1) + lines_from(all, other, other + 1) +
               lines_from(all, first + 2, other - 1) + lines_from(all, first, first + 1) +
               lines_from(all, other + 2, all.size());
  });
  size_t headings = 0;
  for (const auto& block : article(world, "A").blocks) {
    headings += block.kind == model::BlockKind::kHeading ? 1 : 0;
  }
  expect(headings == heads.spans.size(), "sections in another order: the headings are the same");
  bool order = false;
  for (const auto& event : world.article("A")->events) {
    if (event.action != "order") continue;
    for (const auto& recipient : event.recipient) {
      order |= recipient.entity == "bank-of-russia";
    }
  }
  expect(order, "sections in another order: the order is still understood");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: perturb_check DOCUMENTS CHECKLIST.jsonl\n", stderr);
    return 2;
  }
  try {
    auto rows = read_rows(argv[2]);
    if (!rows) throw std::runtime_error(rows.error().message());
    Seeds seeds{std::move(*rows), {}};
    for (const auto& path : collect::list_inputs({argv[1]}).files) {
      std::ifstream in(path, std::ios::binary);
      std::stringstream bytes;
      bytes << in.rdbuf();
      seeds.files.emplace_back(path.substr(path.rfind('/') + 1), bytes.str());
    }
    const World original = changed(seeds, [](auto&) {});
    other_dates(seeds);
    other_months(seeds);
    other_numbers(seeds);
    other_officials(seeds, original);
    other_article_first(seeds);
    blocks_moved(seeds);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "perturb_check: %s\n", error.what());
    return 2;
  }
  return failures == 0 ? 0 : 1;
}
