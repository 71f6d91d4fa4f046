#include "serve/search_names.h"

#include <algorithm>

#include "base/strings.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::serve {
namespace {

constexpr size_t kMostLettersOfName = 100;  // of a search that may be a name
constexpr size_t kMostMeant = 64;
constexpr size_t kShortestStem = 3;
constexpr size_t kMostTerms = 8;

void add(const knowledge::Knowledge& knowledge, std::string_view name,
         std::vector<std::string>& out) {
  for (const auto* entity : knowledge.find_by_name(name)) {
    if (out.size() == kMostMeant) return;
    if (std::find(out.begin(), out.end(), entity->id) == out.end()) out.push_back(entity->id);
  }
}

// What the name may be without an ending or a proclitic of a language.
void add_base_forms(const knowledge::Knowledge& knowledge, const std::string& name,
                    std::vector<std::string>& out) {
  for (const auto& language : knowledge.languages()) {
    for (const auto& suffix : language.suffixes) {
      if (!name.ends_with(suffix)) continue;
      const std::string stem = name.substr(0, name.size() - suffix.size());
      if (text::count_code_points(stem) < kShortestStem) continue;
      add(knowledge, stem, out);
      for (const auto& ending : language.droppable) add(knowledge, stem + ending, out);
    }
    for (const auto& prefix : language.prefixes) {
      if (!name.starts_with(prefix)) continue;
      const std::string rest = name.substr(prefix.size());
      if (text::count_code_points(rest) >= kShortestStem) add(knowledge, rest, out);
    }
  }
}

std::vector<std::string> meant_by(const knowledge::Knowledge& knowledge, std::string_view name) {
  std::vector<std::string> out;
  add(knowledge, name, out);
  if (out.empty()) add_base_forms(knowledge, text::fold_copy(name), out);
  return out;
}

// The words of a search; those in marks are one.
std::vector<std::string> cut_terms(std::string_view words) {
  std::vector<std::string> out(1);
  bool marked = false;
  for (size_t at = 0; at < words.size();) {
    const auto c = text::decode(words, at);
    if (c.value == '"' || c.value == 0x201C || c.value == 0x201D) {
      marked = !marked;
      if (!out.back().empty()) out.emplace_back();
    } else if (!marked && text::is_space(c.value)) {
      if (!out.back().empty()) out.emplace_back();
    } else {
      out.back() += words.substr(at, c.length);
    }
    at += c.length;
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

// The word with what may be written before it in one word, and without that.
std::vector<std::string> other_forms(const knowledge::Knowledge& knowledge,
                                     const std::string& word) {
  constexpr size_t kShortestCut = 2;  // letters; one may well be the word's own
  std::vector<std::string> out;
  const std::string folded = text::fold_copy(word);
  if (text::count_code_points(folded) < kShortestStem) return out;
  const auto script_of = [](std::string_view text) { return text::decode(text, 0).value >> 8; };
  const auto put = [&](std::string form) {
    if (std::find(out.begin(), out.end(), form) == out.end()) out.push_back(std::move(form));
  };
  for (const auto& language : knowledge.languages()) {
    for (const auto& prefix : language.prefixes) {
      // Words of their own before an apostrophe ("l'") are words of their own in the index, too.
      if (prefix.empty() || script_of(prefix) != script_of(folded)) continue;
      if (!text::is_word(text::decode_before(prefix, prefix.size()).value)) continue;
      put(prefix + folded);
      if (!folded.starts_with(prefix) || text::count_code_points(prefix) < kShortestCut) continue;
      if (std::string rest = folded.substr(prefix.size());
          text::count_code_points(rest) >= kShortestStem) {
        put(std::move(rest));
      }
    }
  }
  return out;
}

}  // namespace

store::Search search_for(const knowledge::Knowledge& knowledge, std::string_view words) {
  store::Search search;
  for (auto& word : cut_terms(words)) {
    if (search.terms.size() == kMostTerms) break;
    auto others = other_forms(knowledge, word);
    auto entities = entities_meant(knowledge, word);
    search.terms.push_back({std::move(word), std::move(others), std::move(entities)});
  }
  if (search.terms.size() > 1) search.entities = entities_meant(knowledge, words);
  return search;
}

std::vector<std::string> entities_meant(const knowledge::Knowledge& knowledge,
                                        std::string_view words) {
  const std::string name(trim(words));
  if (name.empty() || text::count_code_points(name) > kMostLettersOfName) return {};
  return meant_by(knowledge, name);
}

}  // namespace synoptic::serve
