#include "compare/names/body_table.h"

#include "base/strings.h"
#include "base/table.h"

namespace synoptic::compare {
namespace {

BodyTable read_bodies() {
  BodyTable out;
  for (const TableRow row : DataTable::embedded("compare/bodies.tsv", 2)) {
    if (row[0] == "like") {
      const auto group = split_trimmed(row[1], ';');
      for (const auto other : group) {
        out.like.emplace(group[0], other);
        out.like.emplace(other, group[0]);
      }
      continue;
    }
    const auto index = static_cast<uint32_t>(out.bodies.size());
    out.bodies.push_back({std::string(row[0]), std::string(row[1])});
    for (size_t i = 2; i < row.size(); ++i) out.languages.add_cell(row[i], index);
  }
  return out;
}

}  // namespace

const BodyTable& body_table() {
  static const BodyTable table = read_bodies();
  return table;
}

bool is_body_sort(std::string_view sort) {
  return sort == "force" || sort == "people" || sort == "office" || sort == "court";
}

}  // namespace synoptic::compare
