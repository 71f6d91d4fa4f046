#include "clean/people/author_address.h"

#include <algorithm>
#include <vector>

#include "base/table.h"

namespace synoptic::clean {
namespace {

struct AddressParts {
  std::vector<std::string_view> author, user;

  static const AddressParts& get() {
    static const AddressParts parts = read();
    return parts;
  }

 private:
  static AddressParts read() {
    AddressParts out;
    const DataTable table = DataTable::embedded("clean/addresses.tsv", 2);
    for (const TableRow row : table) {
      for (const auto part : row.words(1)) {
        if (part.size() < 2) table.refuse(row, "a part of one byte");
        if (row[0] == "author") {
          out.author.push_back(part);
        } else if (row[0] == "user") {
          out.user.push_back(part);
        } else {
          table.refuse(row, "unknown kind");
        }
      }
    }
    return out;
  }
};

}  // namespace

bool leads_to_author(std::string_view address) {
  const auto& parts = AddressParts::get().author;
  for (size_t at = 0; at + 1 < address.size(); ++at) {
    if (address[at] != '/' && address[at] != '?') continue;
    const std::string_view rest = address.substr(at);
    for (const std::string_view part : parts) {
      if (rest[1] == part[1] && rest.starts_with(part)) return true;
    }
  }
  return false;
}

bool leads_to_user(std::string_view path) {
  return std::ranges::any_of(AddressParts::get().user, [&](std::string_view part) {
    return path.find(part) != std::string_view::npos;
  });
}

}  // namespace synoptic::clean
