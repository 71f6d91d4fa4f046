#include "gazetteer/forms.h"

#include <algorithm>

#include "base/strings.h"
#include "text/fold.h"

namespace synoptic::gazetteer {

bool Form::spaced() const { return before.ends_with(' ') || behind.starts_with(' '); }

Form form_of(std::string_view written) {
  const size_t at = written.find('_');
  if (at == std::string_view::npos) return {};
  return {std::string(written.substr(0, at)), std::string(written.substr(at + 1))};
}

std::optional<std::string> without(const Form& form, std::string_view name) {
  if (name.size() <= form.before.size() + form.behind.size()) return std::nullopt;
  const auto same = [](std::string_view one, std::string_view other) {
    return one == other || text::fold_copy(one) == text::fold_copy(other);
  };
  const std::string_view front = name.substr(0, form.before.size());
  const std::string_view back = name.substr(name.size() - form.behind.size());
  if (!same(front, form.before) || !same(back, form.behind)) return std::nullopt;
  name.remove_prefix(form.before.size());
  name.remove_suffix(form.behind.size());
  const std::string rest(trim(name));
  if (rest.empty()) return std::nullopt;
  return rest;
}

const Form* Kind::find(std::string_view lang, std::string_view name) const {
  const auto own = forms.find(lang);
  if (own == forms.end()) return nullptr;
  const Form* best = nullptr;
  const auto size = [](const Form& form) { return form.before.size() + form.behind.size(); };
  for (const Form& form : own->second) {
    if ((best == nullptr || size(form) > size(*best)) && without(form, name)) best = &form;
  }
  return best;
}

namespace {

std::vector<Form> forms_of(std::string_view cell) {
  std::vector<Form> forms;
  for (const auto form : split_trimmed(cell, ';')) forms.push_back(form_of(form));
  return forms;
}

}  // namespace

std::vector<Kind> read_kinds(std::string_view table) {
  std::vector<Kind> kinds;
  for (const auto line : lines(table)) {
    const auto cells = split(line, '\t');
    if (line.starts_with('#') || cells.size() != 4) continue;
    if (kinds.empty() || kinds.back().name != cells[0]) {
      kinds.push_back({std::string(cells[0]), std::string(cells[1]), {}});
    }
    kinds.back().forms[std::string(cells[2])] = forms_of(cells[3]);
  }
  return kinds;
}

FormsOfLanguages read_region_forms(std::string_view table) {
  FormsOfLanguages forms;
  for (const auto line : lines(table)) {
    const auto cells = split(line, '\t');
    if (line.starts_with('#') || cells.size() != 2) continue;
    forms[std::string(cells[0])] = forms_of(cells[1]);
  }
  return forms;
}

}  // namespace synoptic::gazetteer
