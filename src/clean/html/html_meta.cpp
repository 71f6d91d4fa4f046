#include "clean/html/html_meta.h"

#include <array>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/table.h"

namespace synoptic::clean {
namespace {

constexpr std::array<std::pair<std::string_view, MetaFact>, 20> kMetaKinds{
    {{"published", MetaFact::kPublished},
     {"modified", MetaFact::kModified},
     {"title", MetaFact::kTitle},
     {"og_title", MetaFact::kOgTitle},
     {"twitter_title", MetaFact::kTwitterTitle},
     {"site_name", MetaFact::kSiteName},
     {"application", MetaFact::kApplication},
     {"url", MetaFact::kUrl},
     {"type", MetaFact::kType},
     {"locale", MetaFact::kLocale},
     {"author", MetaFact::kAuthor},
     {"section", MetaFact::kSection},
     {"keyword", MetaFact::kKeyword},
     {"keywords", MetaFact::kKeywords},
     {"description", MetaFact::kDescription},
     {"image", MetaFact::kImage},
     {"access", MetaFact::kAccess},
     {"paid", MetaFact::kPaid},
     {"free", MetaFact::kFree},
     {"comments", MetaFact::kComments}}};

struct MetaNames {
  std::unordered_map<std::string_view, MetaFact> facts;
  std::vector<std::pair<std::string_view, std::string_view>> prefixes;  // and what stands for them

  static const MetaNames& get() {
    static const MetaNames names = read();
    return names;
  }

 private:
  static MetaNames read() {
    MetaNames out;
    const DataTable table = DataTable::embedded("clean/meta_names.tsv", 2);
    for (const TableRow row : table) {
      if (row[0] == "prefix") {
        out.prefixes.emplace_back(row[1], row[2]);
        continue;
      }
      MetaFact fact = MetaFact::kNone;
      for (const auto& [name, kind] : kMetaKinds) {
        if (name == row[0]) fact = kind;
      }
      if (fact == MetaFact::kNone) table.refuse(row, "unknown kind");
      for (const auto name : row.words(1)) {
        if (!out.facts.emplace(name, fact).second) table.refuse(row, "a name that stands twice");
      }
    }
    return out;
  }
};

}  // namespace

MetaFact meta_fact(std::string_view name) {
  const MetaNames& names = MetaNames::get();
  std::string joined;
  for (const auto& [prefix, instead] : names.prefixes) {
    if (!name.starts_with(prefix)) continue;
    joined.append(instead).append(name.substr(prefix.size()));
    name = joined;
    break;
  }
  const auto found = names.facts.find(name);
  return found == names.facts.end() ? MetaFact::kNone : found->second;
}

}  // namespace synoptic::clean
