// Reads sets of documents all the way, proves every cell of what was told of them, and then tampers
// with what was told and with the documents: each lie must be found, and the cell be named.
//
//   verify_check NAME=FOLDER…      [--show N]: failures shown of each set
//
// A folder of .json files is one of golds: accounts of an event, each of which is read as a text
// with front matter.
#include <fmt/format.h>
#include <simdjson.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "flow/flow.h"
#include "verify/verify.h"

namespace {

using namespace synoptic;
namespace fs = std::filesystem;

int failed = 0;

void expect(bool claim, const std::string& what) {
  if (claim) return;
  std::printf("FAIL %s\n", what.c_str());
  failed = 1;
}

std::string text_of(simdjson::dom::element json, const char* key) {
  std::string_view text;
  return json[key].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

// The accounts of a gold as files, a folder for each event.
std::string written_golds(const std::string& folder, const std::string& target) {
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".json") continue;
    simdjson::dom::parser parser;
    simdjson::dom::element root = parser.load(entry.path().string());
    const fs::path event = fs::path(target) / entry.path().stem();
    fs::create_directories(event);
    simdjson::dom::array articles = root["articles"];
    for (const auto article : articles) {
      std::ofstream(event / (text_of(article, "id") + ".md"))
          << "---\ntitle: \"" << text_of(article, "title") << "\"\npublisher: \""
          << text_of(article, "publisher") << "\"\ndate: " << text_of(article, "published")
          << "\n---\n\n"
          << text_of(article, "text") << "\n";
    }
  }
  return target;
}

struct Set {
  std::string name;
  std::vector<model::Capture> captures;
  std::vector<model::Annotated> articles;
  flow::Grouped grouped;
};

Set read_set(const flow::Engine& engine, const std::string& name, const std::string& folder) {
  Set set;
  set.name = name;
  flow::read_all(engine, {folder}, {}, [&](Result<flow::Document> document) {
    if (!document) return;
    set.captures.push_back(std::move(document->capture));
    for (auto& article : document->articles) set.articles.push_back(std::move(article));
  });
  set.grouped = flow::group_and_compare(engine, set.articles);
  return set;
}

template <typename T>
std::string json_of(const T& item) {
  JsonWriter json;
  model::write_json(json, item);
  return json.take();
}

std::vector<verify::Report> proven(const std::vector<verify::Claims>& claims,
                                   const std::vector<model::Capture>& captures) {
  verify::Prover prover(claims);
  for (const auto& capture : captures) prover.offer(capture, capture.path);
  return prover.reports();
}

void show(const verify::Claims& claims, const verify::Failure& failure) {
  std::printf("  %s %s %s [%u,%u): %s\n    told   %s\n    stands %s\n",
              (claims.sources.empty() ? claims.id : claims.sources[0].path).c_str(),
              failure.fact.c_str(), failure.part.c_str(), failure.span.begin, failure.span.end,
              failure.reason.c_str(), failure.stated.c_str(), failure.stands.c_str());
}

void prove_set(const Set& set, size_t shown) {
  std::vector<verify::Claims> claims;
  for (const auto& synopsis : set.grouped.synopses) {
    claims.push_back(verify::read_claims(json_of(synopsis), set.name).value());
  }
  const size_t synopses = claims.size();
  for (const auto& article : set.articles) {
    claims.push_back(verify::read_claims(json_of(article), set.name).value());
  }
  const auto reports = proven(claims, set.captures);
  size_t cells[2] = {}, good[2] = {};
  for (size_t i = 0; i < reports.size(); ++i) {
    cells[i >= synopses] += reports[i].cells;
    good[i >= synopses] += reports[i].proven;
    if (!reports[i].failures.empty()) failed = 1;
    for (const auto& failure : reports[i].failures) {
      if (shown == 0) break;
      --shown;
      show(claims[i], failure);
    }
  }
  std::printf("%-8s %zu captures; synopses: %zu of %zu cells proven; articles: %zu of %zu\n",
              set.name.c_str(), set.captures.size(), good[0], cells[0], good[1], cells[1]);
  expect(cells[0] > 0 && cells[1] > 0, set.name + ": nothing to prove");
}

// --- Tampering ---

const model::Fact* first_fact(const model::Synopsis& synopsis) {
  for (const auto* list : {&synopsis.agree, &synopsis.differ}) {
    for (const auto& fact : *list) {
      if (fact.values.size() > 1) return &fact;
    }
  }
  return nullptr;
}

// The failures that a changed synopsis leads to.
std::vector<verify::Failure> failures_of(const Set& set, model::Synopsis changed) {
  const std::vector<verify::Claims> claims{verify::read_claims(json_of(changed), "t").value()};
  return proven(claims, set.captures)[0].failures;
}

bool is_named(const std::vector<verify::Failure>& failures, const std::string& fact,
              const std::string& article = "") {
  return std::any_of(failures.begin(), failures.end(), [&](const verify::Failure& failure) {
    return failure.fact == fact && (article.empty() || failure.article == article) &&
           !failure.reason.empty();
  });
}

void tamper_with_cells(const Set& set, size_t which) {
  const model::Synopsis& synopsis = set.grouped.synopses[which];
  const model::Fact* fact = first_fact(synopsis);
  if (fact == nullptr) return;
  const std::string name = fmt::format("{}, {} {}: ", set.name, synopsis.title, fact->id);
  const auto tamper = [&](const char* what, const std::function<void(model::Fact&)>& change) {
    model::Synopsis changed = synopsis;
    for (auto* list : {&changed.agree, &changed.differ}) {
      for (auto& other : *list) {
        if (other.id == fact->id) change(other);
      }
    }
    expect(is_named(failures_of(set, std::move(changed)), fact->id, fact->values[0].article),
           name + what);
  };
  tamper("a span that begins later", [](model::Fact& f) { ++f.values[0].span.begin; });
  tamper("a shifted span", [](model::Fact& f) {
    const uint32_t size = f.values[0].span.size();
    f.values[0].span.begin += size + 1, f.values[0].span.end += size + 1;
  });
  tamper("a span behind the capture", [](model::Fact& f) { f.values[0].span.end += 1 << 24; });
  tamper("a changed text", [](model::Fact& f) { f.values[0].text += "0"; });
  tamper("a text of one sign less", [](model::Fact& f) {
    std::string& text = f.values[0].text;
    do text.pop_back();
    while (!text.empty() && (text.back() & 0x80) != 0 && (text.back() & 0xC0) != 0xC0);
    if (!text.empty() && (text.back() & 0xC0) == 0xC0) text.pop_back();
  });
  tamper("another word in the evidence", [](model::Fact& f) { f.values[0].evidence += " not"; });
  tamper("an evidence from elsewhere", [](model::Fact& f) { f.values[0].evidence_span = {0, 4}; });
  tamper("another account", [](model::Fact& f) { f.values[0].account += 1; });
  tamper("another time", [](model::Fact& f) { f.values[0].time = "1999-01-01"; });
  tamper("swapped articles", [](model::Fact& f) {
    for (auto& value : f.values) {
      if (value.article != f.values[0].article)
        return std::swap(value.article, f.values[0].article);
    }
  });
  model::Synopsis changed = synopsis;
  for (auto* list : {&changed.agree, &changed.differ}) {
    for (auto& other : *list) {
      if (other.id == fact->id) other.verdict = "only";
    }
  }
  expect(is_named(failures_of(set, changed), fact->id), name + "a changed verdict");
  changed = synopsis;
  changed.sources[0].sha256[5] = changed.sources[0].sha256[5] == '0' ? '1' : '0';
  expect(!failures_of(set, changed).empty(), name + "another SHA-256");
}

// The same lie about every cell: none may be proven but the titles, of which it is not told.
void lie_of_all(const Set& set, const char* what,
                const std::function<void(model::FactValue&)>& change) {
  std::vector<verify::Claims> claims;
  for (model::Synopsis changed : set.grouped.synopses) {
    for (auto* list : {&changed.agree, &changed.only, &changed.differ, &changed.updates}) {
      for (auto& fact : *list) {
        for (auto& value : fact.values) change(value);
      }
    }
    claims.push_back(verify::read_claims(json_of(changed), "t").value());
  }
  const auto reports = proven(claims, set.captures);
  for (size_t i = 0; i < claims.size(); ++i) {
    const auto titles = static_cast<size_t>(
        std::count_if(claims[i].cells.begin(), claims[i].cells.end(),
                      [](const verify::Cell& cell) { return cell.fact == "title"; }));
    expect(reports[i].proven <= titles,
           fmt::format("{}, {}: {} of all cells", set.name, claims[i].title, what));
  }
}

void lie_of_all(const Set& set) {
  lie_of_all(set, "one sign more", [](model::FactValue& value) { value.text += "0"; });
  lie_of_all(set, "one sign less", [](model::FactValue& value) {
    do value.text.pop_back();
    while (!value.text.empty() && (value.text.back() & 0xC0) == 0x80);
  });
  lie_of_all(set, "a word more", [](model::FactValue& value) {
    value.text.insert(std::min(value.text.find(' '), value.text.size()), " not");
  });
  lie_of_all(set, "a word more around it", [](model::FactValue& value) {
    value.evidence.insert(std::min(value.evidence.find(' '), value.evidence.size()), " not");
  });
  lie_of_all(set, "a later begin", [](model::FactValue& value) { ++value.span.begin; });
  lie_of_all(set, "a later end", [](model::FactValue& value) { value.span.end += 2; });
  lie_of_all(set, "an earlier end", [](model::FactValue& value) { --value.span.end; });
}

// Changes one byte in a cell of a capture; the file of that name must be told, and the cell.
void tamper_with_capture(const Set& set, size_t which, const std::string& folder) {
  const model::Synopsis& synopsis = set.grouped.synopses[which];
  const model::Fact* fact = first_fact(synopsis);
  if (fact == nullptr) return;
  const model::FactValue& value = fact->values[0];
  const auto source = std::find_if(synopsis.sources.begin(), synopsis.sources.end(),
                                   [&](const auto& s) { return s.article == value.article; });
  const auto capture = std::find_if(set.captures.begin(), set.captures.end(),
                                    [&](const auto& c) { return c.sha256 == source->sha256; });
  if (!capture->raw.empty() || !capture->record.empty()) return;  // spans count elsewhere
  std::string bytes = capture->text;
  char& byte = bytes[value.span.begin];
  if ((byte & 0x80) != 0) return;  // part of a character
  byte = byte == 'x' ? 'y' : 'x';
  const fs::path file = fs::path(folder) / fs::path(capture->path).filename();
  std::ofstream(file, std::ios::binary) << bytes;
  const std::vector<verify::Claims> claims{verify::read_claims(json_of(synopsis), "t").value()};
  verify::Prover prover(claims);
  for (const auto& other : set.captures) {
    if (other.sha256 != capture->sha256) prover.offer(other, other.path);
  }
  prover.look_in({folder}, {}, [](const Error&) {});
  prover.look_for_changed({folder}, {});
  const auto report = prover.reports()[0];
  const std::string name = fmt::format("{}, {}: a changed byte ", set.name, synopsis.title);
  expect(is_named(report.failures, "", value.article), name + "in a capture");
  expect(is_named(report.failures, fact->id, value.article), name + "in a cell");
  fs::remove(file);
}

}  // namespace

int main(int argc, char** argv) {
  size_t shown = 10;
  std::vector<std::pair<std::string, std::string>> sets;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--show" && i + 1 < argc) {
      shown = std::strtoul(argv[++i], nullptr, 10);
    } else if (const size_t sign = word.find('='); sign != std::string::npos) {
      sets.emplace_back(word.substr(0, sign), word.substr(sign + 1));
    }
  }
  std::string pattern = (fs::temp_directory_path() / "synoptic_verify_XXXXXX").string();
  const std::string work = mkdtemp(pattern.data());
  const flow::Engine engine = flow::Engine::load().value();
  for (const auto& [name, folder] : sets) {
    bool golds = false;
    for (const auto& entry : fs::directory_iterator(folder)) {
      golds = golds || entry.path().extension() == ".json";
    }
    const Set set =
        read_set(engine, name, golds ? written_golds(folder, work + "/" + name) : folder);
    prove_set(set, shown);
    lie_of_all(set);
    fs::create_directories(work + "/changed");
    for (size_t i = 0; i < set.grouped.synopses.size(); ++i) {
      tamper_with_cells(set, i);
      tamper_with_capture(set, i, work + "/changed");
    }
  }
  fs::remove_all(work);
  std::puts(failed == 0 ? "all proven" : "not all is proven");
  return failed;
}
