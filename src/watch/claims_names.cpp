// Names that the other version has nowhere, and direct quotes.
#include <algorithm>
#include <map>

#include "text/fold.h"
#include "watch/claims.h"

namespace synoptic::watch {
namespace {

constexpr double kSameQuote = 0.5;  // likeness of the words of a quote that was edited

std::string key_of(const model::Mention& mention) {
  return mention.entity.empty() ? "?" + text::fold_copy(mention.text) : mention.entity;
}

// What names somebody: "the president" and "Russian" do not.
bool names(const model::Mention& mention) {
  return mention.form != "role" && mention.form != "adjective" &&
         mention.type != model::EntityType::kConcept;
}

using Names = std::map<std::string, const model::Mention*>;  // first mention of each

Names names_of(const Version& version) {
  Names out;
  for (const auto& mention : version.annotated.mentions) out.try_emplace(key_of(mention), &mention);
  return out;
}

// The first mention of each name of `mine` that `other` does not have, in a sentence that changed,
// in the order of the text.
std::vector<const model::Mention*> missing(const Version& mine, const Version& other) {
  const Names there = names_of(other);
  Names found;
  for (const auto& mention : mine.annotated.mentions) {
    if (!names(mention) || there.contains(key_of(mention)) || !mine.changed(mention.at)) continue;
    if (!other.says(mention.text)) found.try_emplace(key_of(mention), &mention);
  }
  std::vector<const model::Mention*> out;
  for (const auto& [key, mention] : found) out.push_back(mention);
  std::stable_sort(out.begin(), out.end(), [&](const auto* a, const auto* b) {
    const uint32_t left = mine.unit_of(a->at), right = mine.unit_of(b->at);
    return left != right ? left < right : a->at.range.begin < b->at.range.begin;
  });
  return out;
}

Side side_of(const Version& version, const model::Mention& mention) {
  return version.side(mention.at, mention.text, mention.entity);
}

// The one mention of `list` of the same sort of thing in the sentence.
const model::Mention* only_in(const Version& version,
                              const std::vector<const model::Mention*>& list, uint32_t unit,
                              model::EntityType type) {
  const model::Mention* only = nullptr;
  for (const auto* mention : list) {
    if (version.unit_of(mention->at) != unit ||
        model::is_place(mention->type) != model::is_place(type))
      continue;
    if (only != nullptr) return nullptr;
    only = mention;
  }
  return only;
}

std::string speaker_of(const model::Quote& quote) {
  if (!quote.speaker) return "";
  return quote.speaker->entity.empty() ? text::fold_copy(quote.speaker->text)
                                       : quote.speaker->entity;
}

struct Said {
  const model::Quote* quote;
  std::string folded;
  std::vector<uint64_t> words;
  bool done = false;
};

std::vector<Said> said_in(const Version& version) {
  std::vector<Said> out;
  for (const auto& quote : version.annotated.quotes) {
    if (quote.form != "direct") continue;
    out.push_back(
        {&quote, text::fold_copy(quote.text), words_of(quote.text), !version.changed(quote.at)});
  }
  return out;
}

Side side_of(const Version& version, const model::Quote& quote) {
  return version.side(quote.at, quote.text, text::fold_copy(quote.text));
}

std::string about(const model::Quote& quote) { return quote.speaker ? quote.speaker->name : ""; }

void pair_quotes(const Pair& pair, std::vector<Said>& before, std::vector<Said>& after,
                 Changes& out) {
  for (Said& a : before) {
    if (a.done) continue;
    Said* best = nullptr;
    double like = kSameQuote;
    for (Said& b : after) {
      const double value = a.folded == b.folded ? 2 : likeness(a.words, b.words);
      if (b.done || value < like || (best != nullptr && value == like)) continue;
      best = &b;
      like = value;
    }
    if (best == nullptr) continue;
    a.done = best->done = true;
    const std::string old_speaker = speaker_of(*a.quote), new_speaker = speaker_of(*best->quote);
    const auto report = [&](const char* kind, const std::string& what) {
      out.push_back(make_change(kind, what, side_of(pair.before, *a.quote),
                                side_of(pair.after, *best->quote)));
    };
    if (a.folded != best->folded) report("quote_changed", about(*best->quote));
    if (!old_speaker.empty() && !new_speaker.empty() && old_speaker != new_speaker) {
      report("quote_speaker_changed", about(*a.quote) + " → " + about(*best->quote));
    }
  }
}

}  // namespace

void compare_names(const Pair& pair, Changes& out) {
  auto gone = missing(pair.before, pair.after), fresh = missing(pair.after, pair.before);
  Changes changed, rest;
  std::vector<const model::Mention*> replaced;
  for (const auto* old_name : gone) {
    const uint32_t unit = pair.before.unit_of(old_name->at);
    const auto twin = pair.before.units[unit].twin;
    const bool lone = only_in(pair.before, gone, unit, old_name->type) == old_name;
    const auto* new_name =
        twin && lone ? only_in(pair.after, fresh, *twin, old_name->type) : nullptr;
    const std::string sort = model::is_place(old_name->type) ? "place" : "name";
    if (new_name != nullptr) {
      replaced.push_back(new_name);
      changed.push_back(make_change(sort + "_changed", old_name->name,
                                    side_of(pair.before, *old_name),
                                    side_of(pair.after, *new_name)));
    } else {
      rest.push_back(make_change(sort + "_removed", old_name->name, side_of(pair.before, *old_name),
                                 std::nullopt));
    }
  }
  for (const auto* name : fresh) {
    if (std::find(replaced.begin(), replaced.end(), name) != replaced.end()) continue;
    rest.push_back(make_change(model::is_place(name->type) ? "place_added" : "name_added",
                               name->name, std::nullopt, side_of(pair.after, *name)));
  }
  out.insert(out.end(), changed.begin(), changed.end());
  out.insert(out.end(), rest.begin(), rest.end());
}

void compare_quotes(const Pair& pair, Changes& out) {
  auto before = said_in(pair.before), after = said_in(pair.after);
  pair_quotes(pair, before, after, out);
  for (const Said& said : before) {
    if (said.done || pair.after.says(said.quote->text)) continue;
    out.push_back(make_change("quote_removed", about(*said.quote),
                              side_of(pair.before, *said.quote), std::nullopt));
  }
  for (const Said& said : after) {
    if (said.done || pair.before.says(said.quote->text)) continue;
    out.push_back(make_change("quote_added", about(*said.quote), std::nullopt,
                              side_of(pair.after, *said.quote)));
  }
}

}  // namespace synoptic::watch
