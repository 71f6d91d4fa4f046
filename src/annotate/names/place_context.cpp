// What stands around a town's name and tells that something else is named after the town, or that a
// doubtful name is a town's: "provincia de Córdoba", "大阪府", "Van'da".
#include <algorithm>

#include "annotate/names/mentions.h"
#include "base/strings.h"
#include "lexicon/lexicon.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

using model::EntityType;

constexpr uint32_t kReach = 40;  // bytes before or behind a name

bool goes_on(char32_t c) { return text::is_word(c) && !text::is_spaceless(c); }

// What stands right before the byte.
std::string_view front_of(std::string_view raw, uint32_t end, uint32_t reach = kReach) {
  uint32_t begin = end > reach ? end - reach : 0;
  while (begin < end && (static_cast<unsigned char>(raw[begin]) & 0xC0) == 0x80) ++begin;
  return raw.substr(begin, end - begin);
}

// "Suhail-2", شرکت «اورسا»: the name has a number of its own, or stands alone in marks behind a
// word for a thing that is named so.
bool names_thing(const Work& work, const Text& text, const Piece& piece) {
  const std::string_view raw = text.source.raw;
  const std::string_view behind = raw.substr(piece.word.end);
  const auto digit_at = [&](size_t at) {
    return at < behind.size() && text::is_digit(text::decode(behind, at).value);
  };
  if (behind.starts_with('-') && digit_at(1)) {
    // No score, "Riga-2:1", and no year.
    const size_t next = 1 + text::decode(behind, 1).length;
    const size_t last = digit_at(next) ? next + text::decode(behind, next).length : next;
    return !digit_at(last) && (last >= behind.size() ||
                               std::string_view(":-").find(behind[last]) == std::string_view::npos);
  }
  const auto& cues = work.cues("mention_thing_head");
  if (cues.empty() || piece.word.begin == 0) return false;
  constexpr std::u32string_view kOpen = U"\"'«“‘„「『《", kClose = U"\"'»”’“」』》";
  const text::CodePoint open = text::decode_before(raw, piece.word.begin);
  const char32_t close = behind.empty() ? 0 : text::decode(behind, 0).value;
  if (kOpen.find(open.value) == std::u32string_view::npos ||
      kClose.find(close) == std::u32string_view::npos) {
    return false;
  }
  const std::string before =
      text::fold_copy(front_of(raw, piece.word.begin - open.length, 2 * kReach));
  return std::ranges::any_of(cues, [&](const knowledge::Cue* cue) {
    for (size_t at = 0; (at = before.find(cue->text, at)) != std::string::npos; ++at) {
      const size_t end = at + cue->text.size();
      const bool whole = text::is_spaceless(text::decode(cue->text, 0).value) ||
                         ((at == 0 || !goes_on(text::decode_before(before, at).value)) &&
                          (end == before.size() || !goes_on(text::decode(before, end).value)));
      if (whole && before.find_first_of(".,;:!?", end) == std::string::npos) return true;
    }
    return false;
  });
}

// "Александр" is no case of "Александрия": what the name ends with tells what its cases end with.
bool is_no_case(const Work& work, const Text& text, const Piece& piece) {
  const auto& cues = work.cues("mention_case");
  if (cues.empty()) return false;
  if (!piece.inflected || piece.words > 1) return false;
  const std::string written = text::fold_copy(piece.word.of(text.source.raw));
  bool told = false;
  for (const knowledge::Alias& alias : work.entity(piece.entity).aliases) {
    if (knowledge::language_code(alias.lang) != work.rules.lang) continue;
    const std::string own = text::fold_copy(alias.text);
    size_t same = 0;
    while (same < own.size() && same < written.size() && own[same] == written[same]) ++same;
    while (same > 0 && same < own.size() &&
           (static_cast<unsigned char>(own[same]) & 0xC0) == 0x80) {
      --same;
    }
    const std::string_view ending = std::string_view(own).substr(same);
    if (ending.empty()) return false;
    const std::string_view found = std::string_view(written).substr(same);
    for (const knowledge::Cue* cue : cues) {
      if (cue->text != ending) continue;
      for (const std::string_view other : split_trimmed(cue->value, ' ')) {
        if (other == found || (other == "-" && found.empty())) return false;
      }
    }
    told = true;
  }
  return told;
}

// Where an apostrophe parts the endings of names, a word without one is another word: "Şelaleler".
bool lacks_apostrophe(const Work& work, const Text& text, const Piece& piece) {
  const auto& cues = work.cues("mention_place_ending");
  if (cues.empty()) return false;
  if (!piece.inflected) return false;
  const bool parted = std::ranges::any_of(
      cues, [&](const knowledge::Cue* cue) { return cue->text.starts_with('\''); });
  return parted && text::fold_copy(piece.word.of(text.source.raw)).find('\'') == std::string::npos;
}

// "マルタ・スプリシー氏", "马鲁基多尔": a part of a longer name that is written by its sound.
bool is_inside_longer(const Work& work, const Text& text, const Piece& piece) {
  constexpr uint16_t kShort = 3;  // letters
  const std::string_view raw = text.source.raw;
  const auto is_dot = [](char32_t c) { return c == 0x30FB || c == 0xB7; };
  const char32_t before =
      piece.word.begin > 0 ? text::decode_before(raw, piece.word.begin).value : 0;
  const char32_t behind = piece.word.end < raw.size() ? text::decode(raw, piece.word.end).value : 0;
  if (!text::is_spaceless(text::decode(raw, piece.word.begin).value)) return false;
  if (is_dot(before) || is_dot(behind)) return true;
  if (piece.letters > kShort) return false;
  const auto& cues = work.cues("mention_sound");
  return std::ranges::any_of(cues, [&](const knowledge::Cue* cue) {
    const char32_t sound = text::decode(cue->text, 0).value;
    return sound == before || sound == behind;
  });
}

// The land that the name is of: itself, or the one that a region lies in; -1: none.
int32_t land_of_place(const Work& work, int32_t index) {
  if (index < 0) return -1;
  const knowledge::Entity& entity = work.entity(index);
  if (entity.type == EntityType::kCountry) return index;
  if (entity.type != EntityType::kRegion || entity.country.empty()) return -1;
  return work.names.entity_index(entity.country);
}

// Whether a town of the one land may be said to lie in the other: what both claim.
bool is_claimed(const Work& work, std::string_view one, std::string_view other) {
  return std::ranges::any_of(work.knowledge.cues("mention_claimed"), [&](const auto& cue) {
    return (cue.text == one && cue.value == other) || (cue.text == other && cue.value == one);
  });
}

// ", ", " (", ", in ", " (штат ": what stands between a town and the land that it lies in.
bool parts_town_and_land(const Work& work, std::string_view gap) {
  const std::string folded = text::fold_copy(gap);
  std::string_view rest = text::trim_space(folded);
  bool mark = false;
  for (const std::string_view open : {",", "(", "（", "，", "،"}) {
    if (!rest.starts_with(open)) continue;
    rest.remove_prefix(open.size());
    mark = true;
    break;
  }
  if (!mark) return false;
  rest = text::trim_space(rest);
  if (rest.empty()) return true;
  const auto is_rest = [&](const knowledge::Cue* cue) { return cue->text == rest; };
  return std::ranges::any_of(work.cues("mention_within"), is_rest) ||
         std::ranges::any_of(work.cues("mention_place_head"), is_rest);
}

// Whether the land closes what is said of the town: "in Hyderabad, Pakistan, people …".
bool closes(std::string_view behind) {
  if (text::trim_space(behind).empty()) return true;
  for (const std::string_view mark : {",", ".", ")", ";", ":", "）", "，", "。", "،", "।"}) {
    if (behind.starts_with(mark)) return true;
  }
  return false;
}

// "Valencia, Venezuela", "Paris (Texas)", "阿根廷科尔多瓦": the land beside a town is another one
// than its own.
bool stands_in_other_land(const Work& work, const Text& text, const Piece& piece) {
  const std::string& own = work.entity(piece.entity).country;
  const auto is_other = [&](int32_t land) {
    return land >= 0 && !own.empty() && work.entity(land).id != own &&
           !is_claimed(work, work.entity(land).id, own);
  };
  const std::string_view raw = text.source.raw;
  auto next = piece_from(text.pieces, piece.word.end);
  while (next != text.pieces.end() && next->entity < 0 && next->adjective < 0) ++next;
  if (next != text.pieces.end() && next->word.begin - piece.word.end <= kReach &&
      is_other(land_of_place(work, next->entity)) &&
      parts_town_and_land(work, raw.substr(piece.word.end, next->word.begin - piece.word.end)) &&
      closes(raw.substr(next->word.end))) {
    // "Cairo, Israel, Qatar": a list.
    const auto after = next + 1;
    const bool list = after != text.pieces.end() && after->entity >= 0 &&
                      after->word.begin - next->word.end <= 2 &&
                      work.entity(after->entity).type != EntityType::kOrg &&
                      work.entity(after->entity).type != EntityType::kPerson;
    if (!list) return true;
  }
  const auto here = piece_from(text.pieces, piece.word.begin);
  if (here == text.pieces.begin() || work.cues("mention_land_before").empty()) return false;
  const Piece& before = *(here - 1);
  const bool spaceless = text::is_spaceless(text::decode(raw, piece.word.begin).value);
  if (spaceless ? before.word.end != piece.word.begin
                : before.adjective < 0 || !is_adjacent(text, before.word, piece.word)) {
    return false;
  }
  return is_other(land_of_place(work, before.entity >= 0 ? before.entity : before.adjective));
}

// "スペイン語", "bahasa Inggris": a language or a people.
bool is_people(const Work& work, const Text& text, const Piece& piece) {
  const auto& cues = work.cues("mention_people_tail");
  if (cues.empty()) return false;
  const std::string_view raw = text.source.raw;
  const std::string behind = text::fold_copy(raw.substr(piece.word.end, kReach));
  return std::ranges::any_of(cues, [&](const knowledge::Cue* cue) {
    if (!behind.starts_with(cue->text)) return false;
    const std::string_view rest = std::string_view(behind).substr(cue->text.size());
    const auto goes_on_with = split_trimmed(cue->value, ' ');  // "人质", "人口" are no people
    return std::none_of(goes_on_with.begin(), goes_on_with.end(),
                        [&](std::string_view other) { return rest.starts_with(other); });
  });
}

}  // namespace

// A town that is itself called like an adjective keeps its own ending.
bool is_adjective_of_place(const Work& work, const Text& text, const Piece& piece) {
  const auto& cues = work.cues("mention_place_adjective");
  if (cues.empty()) return false;
  if (!piece.inflected) return false;
  const std::string written = text::fold_copy(piece.word.of(text.source.raw));
  return std::ranges::any_of(cues, [&](const knowledge::Cue* cue) {
    if (!written.ends_with(cue->text)) return false;
    const auto& aliases = work.entity(piece.entity).aliases;
    return std::none_of(aliases.begin(), aliases.end(), [&](const knowledge::Alias& alias) {
      const std::string own = text::fold_copy(alias.text);
      return own.ends_with(cue->text) ||
             (!cue->value.empty() && own.find(cue->value) != std::string::npos);
    });
  });
}

bool names_water(const Work& work, const Text& text, const Piece& piece) {
  return work.entity(piece.entity).type == EntityType::kCountry &&
         (has_head(work, text, piece, "mention_water_head") ||
          has_tail(work, text, piece, "mention_water_tail"));
}

bool names_another_thing(const Work& work, const Text& text, const Piece& piece) {
  const EntityType type = work.entity(piece.entity).type;
  if (type == EntityType::kCountry) {
    return is_people(work, text, piece) || is_no_case(work, text, piece) ||
           has_head(work, text, piece, "mention_people_head");
  }
  if (is_adjective_of_place(work, text, piece) ||
      has_tail(work, text, piece, "mention_place_tail") ||
      has_head(work, text, piece, "mention_place_head") || is_no_case(work, text, piece)) {
    return true;
  }
  if (type == EntityType::kCity &&
      (stands_in_other_land(work, text, piece) || names_thing(work, text, piece))) {
    return true;
  }
  const bool doubtful = is_inside_longer(work, text, piece) || lacks_apostrophe(work, text, piece);
  return doubtful && !is_tagged(text, piece.raw, type);
}

bool is_common_word(const Work& work, const Text& text, Range range) {
  constexpr float kMeaning = 0.8F;  // weight of what the word means
  constexpr float kName = 0.25F;    // of what sounds like it: the place in English
  const std::string_view written = range.of(text.source.raw);
  const char32_t first = text::decode(written, 0).value;
  const bool cased = text::is_latin(first) || text::is_cyrillic(first);
  if (cased || text::is_spaceless(first) || text::is_hangul(first) ||
      written.find(' ') != std::string_view::npos) {
    return false;
  }
  const auto next = piece_from(text.pieces, range.begin);
  if (next != text.pieces.begin()) {
    const Piece& before = *(next - 1);
    if (before.has(knowledge::NameCue::kPlaceWord) && is_adjacent(text, before.word, range)) {
      return false;
    }
  }
  const lexicon::Lexicon& words = lexicon::Lexicon::load();
  const auto meanings = words.entry(written, work.article.lang);
  if (meanings.empty() || meanings.front().weight < kMeaning) return false;
  const std::string sounds = words.sounds_of(text::fold_copy(written));
  float name = 0;
  for (const lexicon::Translation& meaning : meanings) {
    if (words.sounds_of(meaning.word) == sounds) name += meaning.weight;
  }
  return name < kName;
}

bool stands_inside(const Work& work, const Text& text, const Piece& piece) {
  if (has_place_ending(work, text, piece)) return true;
  const std::string_view raw = text.source.raw;
  const std::string behind = text::fold_copy(raw.substr(piece.word.end, kReach));
  const std::string before = text::fold_copy(front_of(raw, piece.word.begin));
  return std::ranges::any_of(work.cues("mention_inside"), [&](const knowledge::Cue* cue) {
    const bool spaceless = text::is_spaceless(text::decode(cue->text, 0).value);
    if (cue->value == "behind") {
      const std::string_view rest = text::trim_space(behind);
      return rest.starts_with(cue->text) && (spaceless || rest.size() == cue->text.size() ||
                                             !goes_on(text::decode(rest, cue->text.size()).value));
    }
    const std::string_view rest = text::trim_space(before);
    if (!rest.ends_with(cue->text) || (!spaceless && !before.ends_with(' '))) return false;
    const size_t front = rest.size() - cue->text.size();
    return spaceless || front == 0 || !goes_on(text::decode_before(rest, front).value);
  });
}

bool has_place_ending(const Work& work, const Text& text, const Piece& piece) {
  const auto& cues = work.cues("mention_place_ending");
  if (cues.empty()) return false;
  if (!piece.inflected) return false;
  const std::string written = text::fold_copy(piece.word.of(text.source.raw));
  return std::ranges::any_of(
      cues, [&](const knowledge::Cue* cue) { return written.ends_with(cue->text); });
}

namespace {

// "2-1", "2:1"; not a clock's "12:30".
bool has_score(std::string_view folded) {
  constexpr size_t kMostDigits = 3;
  const auto digits_before = [&](size_t at) {
    size_t count = 0;
    while (count < at && text::is_digit(static_cast<unsigned char>(folded[at - count - 1])))
      ++count;
    return count;
  };
  const auto is_score = [&](size_t at) {
    size_t behind = 0;
    while (at + behind + 1 < folded.size() &&
           text::is_digit(static_cast<unsigned char>(folded[at + behind + 1]))) {
      ++behind;
    }
    const size_t before = digits_before(at);
    const bool clock = folded[at] == ':' && behind > 1;
    return before > 0 && before <= kMostDigits && behind > 0 && behind <= kMostDigits && !clock;
  };
  for (const char mark : {'-', ':'}) {
    for (size_t at = 0; (at = folded.find(mark, at)) != std::string_view::npos; ++at) {
      if (is_score(at)) return true;
    }
  }
  return false;
}

}  // namespace

bool speaks_of_sport(const Work& work) {
  const Fronts& words = work.cue_lists->fronts("mention_sport");
  return std::ranges::any_of(work.texts, [&](const Text& text) {
    return has_score(text.source.folded.text) || words.any_in(text.source);
  });
}

}  // namespace synoptic::annotate
