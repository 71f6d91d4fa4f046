// Whether two accounts tell of one deed, though they call its parties differently. Private to the
// room.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "sheet/sheet.h"

namespace synoptic::sheet {

class SameDeed {
 public:
  explicit SameDeed(const Accounts& accounts);

  // A name that the synopsis has found to be another's ("محسن پاک‌نژاد", "Mohsen
  // Paknejad") becomes that one.
  void call_alike(model::FactValue& party) const;
  // Told by other accounts, with one party the same and the other not known to be a different one.
  bool is_same(const Deed& a, const Deed& b) const;
  // `into` is told by those of `other` as well; the parties have the names of both.
  void take_in(Deed& into, Deed& other) const;

 private:
  struct Party {
    std::string norm, name;
  };
  bool may_be_one(std::string_view a, std::string_view b) const;
  void join(std::string& party, std::string& name, const std::string& other,
            const std::string& other_name) const;
  static bool is_state(std::string_view party, std::string_view home);
  std::string_view home_of(std::string_view party) const;  // its country; empty: not known

  const Accounts& accounts_;
  std::unordered_map<std::string, Party> called_;  // by norm
};

}  // namespace synoptic::sheet
