#include "eval/figures.h"

#include <fmt/format.h>

#include "base/json.h"

namespace synoptic::eval {
namespace {

struct Column {
  std::string_view name;   // in JSON and in floors
  std::string_view title;  // in the table
};

constexpr Column kColumns[] = {{"f1", "F1"},
                               {"precision", "P"},
                               {"recall", "R"},
                               {"f1_of_means", "F1mean"},
                               {"f1_titled", "F1titl"},
                               {"exact", "exact"},
                               {"title", "title"},
                               {"title_near", "near"},
                               {"day", "day"},
                               {"day_f1", "dayF1"},
                               {"authors", "authors"},
                               {"with", "with"},
                               {"without", "without"}};

// As htmldate counts: 2 tp / (2 tp + fp + fn), where a wrong day is an fp only and a missing one an
// fn only. So each page that is not right counts once, and the figure follows from the accuracy.
double f1_of_days(const Mean& right) {
  const double wrong_or_missing = static_cast<double>(right.count) - right.sum;
  const double all = 2 * right.sum + wrong_or_missing;
  return all > 0 ? 2 * right.sum / all : 0;
}

void write_figures(JsonWriter& json, const Figures& figures) {
  json.field("pages", figures.pages);
  json.field("none", static_cast<size_t>(figures.none.sum));
  json.key("figures").begin_object();
  for (const auto& [name, value] : figures.named()) json.field(name, value);
  json.end_object();
}

}  // namespace

void Figures::add(const Figures& other) {
  pages += other.pages;
  constexpr Mean Figures::*kMeans[] = {
      &Figures::none,   &Figures::f1,      &Figures::f1_titled,  &Figures::precision,
      &Figures::recall, &Figures::exact,   &Figures::title,      &Figures::title_near,
      &Figures::day,    &Figures::authors, &Figures::with_found, &Figures::without_absent};
  for (const auto mean : kMeans) (this->*mean).add(other.*mean);
}

std::vector<std::pair<std::string_view, double>> Figures::named() const {
  std::vector<std::pair<std::string_view, double>> list;
  const auto put = [&](std::string_view name, const Mean& mean) {
    if (mean.count > 0) list.emplace_back(name, mean.value());
  };
  put("f1", f1);
  put("precision", precision);
  put("recall", recall);
  if (f1.count > 0) {
    list.emplace_back("f1_of_means", harmonic_mean(precision.value(), recall.value()));
  }
  put("f1_titled", f1_titled);
  put("exact", exact);
  put("title", title);
  put("title_near", title_near);
  put("day", day);
  if (day.count > 0) list.emplace_back("day_f1", f1_of_days(day));
  put("authors", authors);
  put("with", with_found);
  put("without", without_absent);
  return list;
}

std::optional<double> Figures::find(std::string_view name) const {
  for (const auto& [key, value] : named()) {
    if (key == name) return value;
  }
  return std::nullopt;
}

std::string figures_head() {
  std::string line = fmt::format("{:<16}{:>6}{:>6}", "set", "pages", "none");
  for (const auto& column : kColumns) line += fmt::format("{:>8}", column.title);
  return line + "\n";
}

std::string figures_as_text(const std::string& name, const Figures& figures) {
  std::string line =
      fmt::format("{:<16}{:>6}{:>6}", name, figures.pages, static_cast<size_t>(figures.none.sum));
  for (const auto& column : kColumns) {
    const auto value = figures.find(column.name);
    line += value ? fmt::format("{:>8.4f}", *value) : fmt::format("{:>8}", "-");
  }
  return line + "\n";
}

std::string figures_as_json(const SetFigures& set, bool by_language) {
  JsonWriter json;
  json.begin_object().field("set", set.name);
  write_figures(json, set.all);
  if (by_language) {
    json.key("languages").begin_object();
    for (const auto& [language, figures] : set.by_language) {
      json.key(language).begin_object();
      write_figures(json, figures);
      json.end_object();
    }
    json.end_object();
  }
  return json.end_object().take() + "\n";
}

}  // namespace synoptic::eval
