// What stands around a town's name and tells that something else is named after the town, or that a
// doubtful name is a town's: "provincia de Córdoba", "大阪府", "Van'da".
#include <algorithm>

#include "annotate/mentions.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr uint32_t kReach = 40;  // bytes before or behind a name

bool mine(const Work& work, const knowledge::Cue& cue) {
  return knowledge::language_code(cue.lang) == work.rules.lang;
}

bool goes_on(char32_t c) { return text::is_word(c) && !text::is_spaceless(c); }

// "大阪" + "府", "Washington" + " state": the tail begins right behind, or behind a blank.
bool has_tail(const Work& work, const Text& text, const Piece& piece) {
  const std::string_view raw = text.source.raw;
  const std::string behind = text::fold_copy(raw.substr(piece.word.end, kReach));
  const auto cues = work.knowledge.cues("mention_place_tail");
  return std::any_of(cues.begin(), cues.end(), [&](const knowledge::Cue& cue) {
    if (!mine(work, cue)) return false;
    std::string_view rest = behind;
    if (!text::is_spaceless(text::decode(cue.text, 0).value)) {
      if (!rest.starts_with(' ')) return false;
      rest.remove_prefix(1);
    }
    if (!rest.starts_with(cue.text)) return false;
    rest.remove_prefix(cue.text.size());
    return rest.empty() || !goes_on(text::decode_before(cue.text, cue.text.size()).value) ||
           !goes_on(text::decode(rest, 0).value);
  });
}

// "provincia de " + "Córdoba": the words stand right before, each with its joining words.
bool has_head(const Work& work, const Text& text, const Piece& piece) {
  const std::string_view raw = text.source.raw;
  uint32_t begin = piece.word.begin > kReach ? piece.word.begin - kReach : 0;
  while (begin < piece.word.begin && (static_cast<unsigned char>(raw[begin]) & 0xC0) == 0x80) {
    ++begin;
  }
  const std::string before =
      text::fold_copy(raw.substr(begin, piece.word.begin - begin));
  if (!before.ends_with(' ')) return false;
  const std::string_view words = std::string_view(before).substr(0, before.size() - 1);
  const auto cues = work.knowledge.cues("mention_place_head");
  return std::any_of(cues.begin(), cues.end(), [&](const knowledge::Cue& cue) {
    if (!mine(work, cue) || !words.ends_with(cue.text)) return false;
    const std::string_view rest = words.substr(0, words.size() - cue.text.size());
    return rest.empty() || !goes_on(text::decode_before(rest, rest.size()).value);
  });
}

// What its ending makes an adjective of: "Віденського", "کاشانی". A town that is itself called like
// one keeps its own ending.
bool is_adjective(const Work& work, const Text& text, const Piece& piece) {
  if (!piece.inflected) return false;
  const std::string written = text::fold_copy(piece.word.of(text.source.raw));
  const auto cues = work.knowledge.cues("mention_place_adjective");
  return std::any_of(cues.begin(), cues.end(), [&](const knowledge::Cue& cue) {
    if (!mine(work, cue) || !written.ends_with(cue.text)) return false;
    const auto& aliases = work.entity(piece.entity).aliases;
    return std::none_of(aliases.begin(), aliases.end(), [&](const knowledge::Alias& alias) {
      const std::string own = text::fold_copy(alias.text);
      return own.ends_with(cue.text) ||
             (!cue.value.empty() && own.find(cue.value) != std::string::npos);
    });
  });
}

}  // namespace

bool names_another_thing(const Work& work, const Text& text, const Piece& piece) {
  return is_adjective(work, text, piece) || has_tail(work, text, piece) ||
         has_head(work, text, piece);
}

bool has_place_ending(const Work& work, const Text& text, const Piece& piece) {
  if (!piece.inflected) return false;
  const std::string written = text::fold_copy(piece.word.of(text.source.raw));
  const auto cues = work.knowledge.cues("mention_place_ending");
  return std::any_of(cues.begin(), cues.end(), [&](const knowledge::Cue& cue) {
    return mine(work, cue) && written.ends_with(cue.text);
  });
}

namespace {

// "2-1"; a clock's "12:30" too, which does no harm.
bool has_score(std::string_view folded) {
  constexpr size_t kMostDigits = 3;
  const auto digits_before = [&](size_t at) {
    size_t count = 0;
    while (count < at && text::is_digit(static_cast<unsigned char>(folded[at - count - 1]))) ++count;
    return count;
  };
  for (size_t at = folded.find_first_of("-:"); at != std::string_view::npos;
       at = folded.find_first_of("-:", at + 1)) {
    size_t behind = 0;
    while (at + behind + 1 < folded.size() &&
           text::is_digit(static_cast<unsigned char>(folded[at + behind + 1]))) {
      ++behind;
    }
    const size_t before = digits_before(at);
    if (before > 0 && before <= kMostDigits && behind > 0 && behind <= kMostDigits) return true;
  }
  return false;
}

}  // namespace

bool speaks_of_sport(const Work& work) {
  const auto cues = work.knowledge.cues("mention_sport");
  return std::any_of(work.texts.begin(), work.texts.end(), [&](const Text& text) {
    const std::string& folded = text.source.folded.text;
    if (has_score(folded)) return true;
    return std::any_of(cues.begin(), cues.end(), [&](const knowledge::Cue& cue) {
      if (!mine(work, cue)) return false;
      for (size_t at = folded.find(cue.text); at != std::string::npos;
           at = folded.find(cue.text, at + 1)) {
        if (at == 0 || !goes_on(text::decode_before(folded, at).value)) return true;
      }
      return false;
    });
  });
}

}  // namespace synoptic::annotate
