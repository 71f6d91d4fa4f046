// What many accounts say and few want to read row by row: names that are named, places that are
// mentioned, deeds that are told. A line for all of them, which opens to who says each.
#include <fmt/format.h>

#include <algorithm>

#include "serve/story_parts.h"

namespace synoptic::serve {
namespace {

struct Kind {
  std::string_view word;  // "Named by", before who does
  bool (*is)(const model::Fact& fact);
};

bool is_named(const model::Fact& fact) { return fact.about == "named"; }

bool is_mentioned_place(const model::Fact& fact) {
  return fact.slot == "place" && (fact.about == "mentioned" || fact.about.empty());
}

// "kill: yes": that it happened; who and how many have rows of their own.
bool is_told_deed(const model::Fact& fact) {
  return fact.slot == "outcome" && !fact.about.empty() && fact.about != "statement" &&
         std::all_of(fact.values.begin(), fact.values.end(), [](const model::FactValue& value) {
           return value.norm == "yes" || value.norm.ends_with(": yes");
         });
}

constexpr Kind kKinds[] = {{"Named by", is_named},
                           {"Places named by", is_mentioned_place},
                           {"That it happened, say", is_told_deed}};

std::string name_of_fact(const StoryView& view, const model::Fact& fact) {
  if (is_told_deed(fact)) {
    const sheet::Asked asked = sheet::asked(view.accounts, fact);
    return escape(asked.about.empty() ? asked.question : asked.about);
  }
  Values values;
  for (const auto& value : fact.values) values.push_back(&value);
  return side_words(values, sheet::languages_of(view.accounts));
}

}  // namespace

std::vector<Fold> take_folds(sheet::Section& section) {
  const std::string_view id = section.id;
  std::vector<Fold> folds;
  if (id != "agree" && id != "several") return folds;
  for (const Kind& kind : kKinds) {
    Fold fold{fmt::format("{} {}", kind.word, id == "agree" ? "all" : "several"), {}};
    std::erase_if(section.facts, [&](const model::Fact* fact) {
      if (!kind.is(*fact)) return false;
      fold.facts.push_back(fact);
      return true;
    });
    if (!fold.facts.empty()) folds.push_back(std::move(fold));
  }
  return folds;
}

std::string fold_html(StoryView& view, const Fold& fold) {
  std::string names, list;
  for (const auto* fact : fold.facts) {
    const std::string name = name_of_fact(view, *fact);
    names += (names.empty() ? "" : ", ") + name;
    std::string chips;
    std::vector<uint32_t> seen;
    for (const auto& value : fact->values) {
      if (std::find(seen.begin(), seen.end(), value.account) != seen.end()) continue;
      seen.push_back(value.account);
      const model::Article* article = view.accounts.article(value.article);
      if (article == nullptr) continue;
      chips += "<li>" + value_cell(view, outlet_of(*article), {&value}) + "</li>\n";
    }
    list += fmt::format(
        "<li id=\"{0}\"><b>{1}</b> <span class=\"quiet\">{2}</span> <a class=\"anchor\" "
        "href=\"#{0}\" title=\"confidence {3:.2f}\" aria-label=\"Link to this fact\">#</a>\n<ul "
        "class=\"chips\">\n{4}</ul></li>\n",
        escape(fact->id), name,
        sheet::counted(sheet::tellers_of(view.accounts, fact->values), view.accounts.count()),
        fact->confidence, chips);
  }
  return fmt::format(
      "<details class=\"fold-of\"><summary>{}</summary>\n<ul class=\"plain\">\n{}"
      "</ul></details>",
      names, list);
}

}  // namespace synoptic::serve
