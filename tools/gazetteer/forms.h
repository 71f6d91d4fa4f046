// Words that stand before or behind a name and tell what it names: "_ Sea", "provincia de _",
// "_海".
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic::gazetteer {

// A name within its words; `_` stands for it.
struct Form {
  std::string before, behind;  // with their blank
  bool spaced() const;         // parted from the name by a blank
  std::string of(std::string_view name) const { return before + std::string(name) + behind; }
};

Form form_of(std::string_view written);

// What is left of the name without the words; none: it does not have them.
std::optional<std::string> without(const Form& form, std::string_view name);

using FormsOfLanguages = std::map<std::string, std::vector<Form>, std::less<>>;

struct Kind {
  std::string name, type;
  FormsOfLanguages forms;
  // The longest form that the name has.
  const Form* find(std::string_view lang, std::string_view name) const;
};

std::vector<Kind> read_kinds(std::string_view table);        // kind, type, language, forms
FormsOfLanguages read_region_forms(std::string_view table);  // language, forms

}  // namespace synoptic::gazetteer
