// How sure a version is: the title, deeds that were denied or came true, and words of doubt.
#include <algorithm>
#include <map>

#include "text/fold.h"
#include "text/utf8.h"
#include "watch/claims.h"
#include "watch/tone.h"

namespace synoptic::watch {
namespace {

// Higher is surer; background and what is not known have no place in the order.
int certainty_of(const model::Event& event) {
  static const std::map<std::string, int, std::less<>> kOrder{
      {"rumoured", 1}, {"expected", 2}, {"planned", 2}, {"asserted", 3}};
  const auto found = kOrder.find(event.modality);
  return found == kOrder.end() ? 0 : found->second;
}

std::string deed_of(const model::Event& event) {
  return event.action.empty() ? event.type : event.action;
}

// What is in `mine` and not in `other`.
std::vector<std::string> gained(const std::vector<std::string>& mine,
                                const std::vector<std::string>& other) {
  std::vector<std::string> out;
  for (const auto& word : mine) {
    if (std::find(other.begin(), other.end(), word) == other.end()) out.push_back(word);
  }
  return out;
}

struct Signs {
  std::vector<std::string> soft, sharp;

  // A sign of doubt that came is soft, one that went is sharp.
  void note(const std::string& name, size_t before, size_t after) {
    if (after > before) soft.push_back(name + "_added");
    if (after < before) sharp.push_back(name + "_removed");
  }
  std::vector<std::string> all() const {
    auto out = soft;
    out.insert(out.end(), sharp.begin(), sharp.end());
    return out;
  }
  std::string verdict() const {  // empty: neither, or both
    if (soft.empty() == sharp.empty()) return "";
    return soft.empty() ? "sharpened" : "softened";
  }
};

size_t count_in_title(const Version& version) {
  const auto& all = version.annotated.quantities;
  return static_cast<size_t>(std::count_if(all.begin(), all.end(), [](const auto& quantity) {
    return quantity.at.block == model::kTitleBlock;
  }));
}

bool has_any(std::string_view text, std::u32string_view characters) {
  for (size_t at = 0; at < text.size();) {
    const auto c = text::decode(text, at);
    if (characters.find(c.value) != std::u32string_view::npos) return true;
    at += c.length;
  }
  return false;
}

void note_words(const Tone& before, const Tone& after, Signs& signs) {
  const auto note = [&](const char* name, const auto& old_words, const auto& new_words) {
    signs.note(name, gained(old_words, new_words).size(), gained(new_words, old_words).size());
  };
  note("hedge", before.hedges, after.hedges);
  note("attribution", before.attributions, after.attributions);
}

void note_events(const Pair& pair, uint32_t a, uint32_t b, Signs& signs) {
  for (const auto& before : pair.before.annotated.events) {
    if (pair.before.unit_of(before.at) != a) continue;
    for (const auto& after : pair.after.annotated.events) {
      if (pair.after.unit_of(after.at) != b || deed_of(before) != deed_of(after)) continue;
      if (model::is_denied(before) != model::is_denied(after)) {
        (model::is_denied(after) ? signs.soft : signs.sharp)
            .push_back(model::is_denied(after) ? "denial_added" : "denial_removed");
      }
      const int was = certainty_of(before), is = certainty_of(after);
      if (was != 0 && is != 0 && was != is) {
        (is < was ? signs.soft : signs.sharp).push_back(before.modality + "_to_" + after.modality);
      }
      signs.note("attribution", before.claimant.empty() ? 0 : 1, after.claimant.empty() ? 0 : 1);
      break;
    }
  }
}

void unique(std::vector<std::string>& list) {
  std::vector<std::string> out;
  for (auto& item : list) {
    if (std::find(out.begin(), out.end(), item) == out.end()) out.push_back(std::move(item));
  }
  list = std::move(out);
}

Signs signs_of(const Pair& pair, uint32_t a, uint32_t b) {
  const Unit& before = pair.before.units[a];
  const Unit& after = pair.after.units[b];
  Signs signs;
  note_words(tone_of(before.text, pair.before.annotated.article.lang),
             tone_of(after.text, pair.after.annotated.article.lang), signs);
  note_events(pair, a, b, signs);
  unique(signs.soft);
  unique(signs.sharp);
  return signs;
}

}  // namespace

void compare_titles(const Pair& pair, Changes& out) {
  const auto& before = pair.before.annotated.article.title;
  const auto& after = pair.after.annotated.article.title;
  if (text::collapse_space(before) == text::collapse_space(after)) return;
  Signs signs = signs_of(pair, 0, 0);
  const size_t old_figures = count_in_title(pair.before), new_figures = count_in_title(pair.after);
  if (new_figures < old_figures) signs.soft.emplace_back("figure_removed");
  if (new_figures > old_figures) signs.sharp.emplace_back("figure_added");
  constexpr std::u32string_view kQuestions = U"?？؟", kQuotes = U"\"“”„«»「『‘";
  signs.note("question", has_any(before, kQuestions), has_any(after, kQuestions));
  signs.note("quotation_marks", has_any(before, kQuotes), has_any(after, kQuotes));
  const std::string verdict = signs.verdict();
  auto change =
      make_change("title_" + (verdict.empty() ? "changed" : verdict), "",
                  pair.before.side(pair.before.units[0]), pair.after.side(pair.after.units[0]));
  change.signs = signs.all();
  out.push_back(std::move(change));
}

void compare_tone(const Pair& pair, Changes& out) {
  for (uint32_t i = 1; i < pair.before.units.size(); ++i) {
    const Unit& unit = pair.before.units[i];
    if (!unit.twin || unit.same) continue;
    Signs signs = signs_of(pair, i, *unit.twin);
    const auto denial = [](const std::string& sign) { return sign.starts_with("denial_"); };
    const auto report = [&](const std::string& kind) {
      auto change = make_change(kind, "", pair.before.side(unit),
                                pair.after.side(pair.after.units[*unit.twin]));
      change.signs = signs.all();
      out.push_back(std::move(change));
    };
    if (std::any_of(signs.soft.begin(), signs.soft.end(), denial) ||
        std::any_of(signs.sharp.begin(), signs.sharp.end(), denial)) {
      report("polarity_changed");
    } else if (const std::string verdict = signs.verdict(); !verdict.empty()) {
      report(verdict);
    }
  }
}

}  // namespace synoptic::watch
