#include "compare/names/voices.h"

#include <algorithm>

#include "compare/names/cast.h"
#include "compare/names/part_of.h"
#include "text/fold.h"
#include "text/words.h"

namespace synoptic::compare {
namespace {

constexpr double kSameWord = 0.85;     // of a name, by its sounds
constexpr size_t kLongestInitial = 2;  // bytes

// The name is most of what stands there: "a spokesman for Anna Lind" is not Anna Lind.
bool names_a_person(const Telling& telling, const model::Argument& speaker) {
  const auto& mentions = telling.annotated->mentions;
  return std::any_of(mentions.begin(), mentions.end(), [&](const model::Mention& mention) {
    return mention.at.block == speaker.at.block && mention.at.range.overlaps(speaker.at.range) &&
           2 * mention.at.range.size() >= speaker.at.range.size() &&
           mention.type == model::EntityType::kPerson && mention.form != "role" &&
           mention.form != "adjective";
  });
}

// "norland" of "norland/trade-minister".
std::string_view body_of(std::string_view id) { return id.substr(0, id.find('/')); }

// "Tkachenko" is "Tkatschenko".
bool share_a_word(const Voice& a, const Voice& b) {
  const auto& x = a.sounds.words;
  const auto& y = b.sounds.words;
  return std::any_of(x.begin(), x.end(), [&](const std::string& word) {
    return word.size() > kLongestInitial && std::any_of(y.begin(), y.end(), [&](const auto& other) {
             return word == other || alike_in_sound(word, other) >= kSameWord;
           });
  });
}

bool is_within(const Voice& part, const Voice& whole) {
  return !part.words.empty() && std::includes(whole.words.begin(), whole.words.end(),
                                              part.words.begin(), part.words.end());
}

}  // namespace

Voice voice_of(const Input& input, const Telling& telling, const model::Quote& quote) {
  Voice voice;
  if (!quote.speaker) return voice;
  const model::Argument& speaker = *quote.speaker;
  voice.key = key_of(telling, speaker);
  voice.known = !speaker.entity.empty();
  const auto* found = voice.known ? input.knowledge->find(speaker.entity) : nullptr;
  const bool is_office = speaker.entity.find('/') != std::string::npos;
  voice.person = found != nullptr ? found->type == model::EntityType::kPerson
                                  : !is_office && names_a_person(telling, speaker);
  voice.sure = quote.rule.find("carried") == std::string::npos;
  const std::string folded = text::fold_copy(speaker.name.empty() ? speaker.text : speaker.name);
  for (const auto& word : text::words(folded)) {
    if (!word.spaceless && word.range.size() <= kLongestInitial) continue;
    voice.words.emplace_back(word.range.of(folded));
  }
  std::sort(voice.words.begin(), voice.words.end());
  voice.words.erase(std::unique(voice.words.begin(), voice.words.end()), voice.words.end());
  voice.sounds = sounds_of(folded);
  return voice;
}

// Strangers who say the same words are easily taken for one: there the names must show it.
bool are_one(const Voice& a, const Voice& b) {
  const bool same = a.key == b.key && (a.known || b.known || share_a_word(a, b));
  return same || is_within(a, b) || is_within(b, a);
}

bool are_two(const Input& input, const Voice& a, const Voice& b) {
  if (!a.sure || !b.sure || are_one(a, b) || share_a_word(a, b)) return false;
  if (a.person && b.person) return true;
  if (a.person || b.person || !a.known || !b.known) return false;
  const std::string_view x = body_of(a.key), y = body_of(b.key);
  if (x == y && (x == a.key || y == b.key)) return false;
  return x == y || (!includes(*input.knowledge, x, y) && !includes(*input.knowledge, y, x));
}

}  // namespace synoptic::compare
