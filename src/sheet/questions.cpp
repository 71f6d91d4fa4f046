// What a fact answers: "how many killed", "how long", "when: fire". A label is whole in the
// interface's language; an article's own word in it is marked as one.
#include <algorithm>
#include <unordered_map>

#include "base/strings.h"
#include "base/table.h"
#include "gloss/gloss.h"
#include "lexicon/lexicon.h"
#include "sheet/surroundings.h"
#include "sheet/values.h"

namespace synoptic::sheet {
namespace {

struct Question {
  std::string text;
  bool says_it = false;  // what is counted is in the question already
  bool whole = false;    // one knows by it which figure is meant
};

using Questions = std::unordered_map<std::string, Question, TransparentHash, std::equal_to<>>;

const Questions& questions() {
  static const Questions read = [] {
    Questions out;
    for (const TableRow row : DataTable::embedded("sheet/questions.tsv", 2)) {
      for (const size_t column : {1, 2}) {
        for (const auto name : row.words(column)) {
          out[std::string(name)] = {std::string(row[0]), column == 2, row[3] == "whole"};
        }
      }
    }
    return out;
  }();
  return read;
}

// What a matter of data/compare/outcomes.tsv asks; empty: a deed, or none that is known.
std::string_view matter_question(std::string_view about) {
  using Matters = std::unordered_map<std::string, std::string, TransparentHash, std::equal_to<>>;
  static const Matters matters = [] {
    Matters out;
    for (const TableRow row : DataTable::embedded("sheet/matters.tsv", 2)) {
      out.emplace(row[0], row[1]);
    }
    return out;
  }();
  const auto found = matters.find(about);
  return found == matters.end() ? std::string_view() : found->second;
}

// A deed of the sentence is not what a sum is of.
bool is_said(const model::Fact& fact, std::string_view word) {
  return std::any_of(fact.values.begin(), fact.values.end(),
                     [&](const auto& value) { return has_whole_word(value.evidence, word); });
}

// The language of a word that one of the accounts counts with; empty: the interface's, or unknown.
std::string language_of(const model::Fact& fact, const LanguageOf& language) {
  std::string found;
  for (const auto& value : fact.values) {
    if (!has_whole_word(value.evidence, fact.about)) continue;
    std::string lang = language(value.article);
    if (model::table_language(lang) == gloss::kReader) return {};
    if (found.empty()) found = std::move(lang);
  }
  return found;
}

// The word by the lexicon; empty where it does not know all of it, or is not sure.
std::string gloss_of(std::string_view word, std::string_view lang) {
  std::string out;
  for (const auto& part : gloss::words(word, lang)) {
    if (part.kind != gloss::Kind::kWord) return {};
    out += (out.empty() ? "" : " ") + part.text;
  }
  return out;
}

// "Two of them": such a word does not say what is counted.
bool says_nothing(std::string_view word, std::string_view lang) {
  constexpr float kLeastRarity = 3.1F;
  const auto& lexicon = lexicon::Lexicon::load();
  const auto readings = lexicon.readings(word, lang);
  const auto heaviest =
      std::max_element(readings.begin(), readings.end(),
                       [](const auto& a, const auto& b) { return a.weight < b.weight; });
  return heaviest != readings.end() && lexicon.rarity(heaviest->term) < kLeastRarity;
}

// A share of what is counted otherwise by the piece: "57 % of the company" is no number of
// companies.
bool is_share(const model::Fact& fact, const Question& asked) {
  return asked.text == "how many" && !fact.values.empty() && fact.values[0].norm.ends_with('%');
}

Asked asked_of_figure(const model::Fact& fact, std::string about, const LanguageOf& language) {
  const auto around = [&] { return language ? surroundings(fact, language) : Quote(); };
  auto known = questions().find(about);
  if (known != questions().end()) {
    if (is_share(fact, known->second)) known = questions().find("percent");
    const Question& found = known->second;
    return {
        found.text, found.says_it ? "" : std::move(about), {}, found.whole ? Quote() : around()};
  }
  std::string how = question(fact.slot);
  if (fact.slot == "money") {
    if (!is_said(fact, about)) about.clear();
    return {how + (about.empty() ? "" : ":"), std::move(about), {}, around()};
  }
  std::string lang = language ? language_of(fact, language) : "";
  if (says_nothing(about, lang.empty() ? gloss::kReader : lang)) return {how, {}, {}, around()};
  if (lang.empty()) return {how, std::move(about), {}, around()};
  std::string gloss = gloss_of(fact.about, lang);
  return {how, std::move(gloss), {fact.about, std::move(lang)}, around()};
}

}  // namespace

const char* question(std::string_view slot) {
  if (slot == "quantity") return "how many";
  if (slot == "money") return "how much";
  if (slot == "rank") return "which rank";
  if (slot == "date") return "when";
  if (slot == "place") return "where";
  if (slot == "actor") return "who";
  if (slot == "recipient") return "to whom";
  if (slot == "attribution") return "who said it";
  if (slot == "outcome") return "did it happen";
  if (slot == "certainty") return "how sure";
  return "what";
}

Asked asked(const Accounts& accounts, const model::Fact& fact) {
  return asked(fact, [&](std::string_view id) {
    const model::Article* article = accounts.article(id);
    return article == nullptr ? std::string() : article->lang;
  });
}

Asked asked(const model::Fact& fact, const LanguageOf& language) {
  std::string about = fact.about;
  std::replace(about.begin(), about.end(), '_', ' ');
  if (fact.slot == "quantity" || fact.slot == "money" || fact.slot == "rank") {
    return asked_of_figure(fact, std::move(about), language);
  }
  if (fact.slot == "place") {
    if (about == "felt") return {"where felt", {}, {}, {}};
    // Each may name it in another sense: the words of one do not say what all say.
    if (about == "mentioned" && fact.verdict == "agree") return {"place named", {}, {}, {}};
  }
  if (language && (fact.slot == "date" || fact.slot == "place")) {
    // Surer than the deed, which is the sentence's, and need not be the one that the day is of.
    Quote around = surroundings(fact, language);
    if (!around.text.empty()) return {question(fact.slot), {}, {}, std::move(around)};
  }
  if (about == "act") return {"which act", {}, {}, {}};
  if (about == "list" && fact.slot == "outcome") return {"a list", {}, {}, {}};
  if (about == "concern") return {"a worry or reproach", {}, {}, {}};
  if (about == "named") {
    return {"who is named", {}, {}, language ? surroundings(fact, language) : Quote()};
  }
  if (about == "mentioned") return {fact.slot == "date" ? "day named" : "place named", {}, {}, {}};
  if (about.starts_with("cause") || about.starts_with("reason")) return {"why", {}, {}, {}};
  const bool plain = about.empty() || about == "event" || about == "statement";
  std::string how = question(fact.slot);
  if (fact.slot == "outcome") {
    if (about == "statement")
      return {fact.verdict == "only"                       ? "one statement"
              : is_alike(fact) || fact.verdict == "differ" ? "on one point"
                                                           : "in other words",
              {},
              {},
              {}};
    if (const auto asks = matter_question(fact.about); !asks.empty()) {
      return {std::string(asks), {}, {}, {}};
    }
  }
  if (plain) {
    const bool voice = language && fact.slot == "attribution";  // beside what was said
    return {std::move(how), {}, {}, voice ? surroundings(fact, language) : Quote()};
  }
  return {how + ":", std::move(about), {}, {}};
}

std::string label(const Asked& asked) {
  std::string out = asked.question;
  if (!asked.word.text.empty()) out += " “" + asked.word.text + "”";
  if (!asked.about.empty()) {
    out += asked.word.text.empty() ? " " + asked.about : " (" + asked.about + ")";
  }
  if (!asked.around.text.empty()) out += " “" + asked.around.text + "”";
  return out;
}

}  // namespace synoptic::sheet
