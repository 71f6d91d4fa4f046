#include "annotate/names/town_words.h"

#include "annotate/quantities/numerals.h"
#include "base/strings.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

using model::EntityType;

constexpr size_t kJoining = 3;  // letters of "von", "de", "al"

}  // namespace

// The words behind the first of persons who are named in full, but for those behind "of"; the
// first words of bodies.
void TownWords::collect() {
  constexpr float kSure = 0.5F;
  for (const Text& text : work_.texts) {
    for (const TaggedName& name : text.tagged) {
      if (name.type == NameType::kPlace) continue;
      if (name.type == NameType::kOrganisation) {
        const std::string_view written = name.range.of(text.source.raw);
        const size_t blank = written.find(' ');
        if (blank == std::string_view::npos) {
          bodies_.insert(text::fold_copy(written));
          continue;
        }
        const auto [kept, fresh] =
            clubs_.try_emplace(text::fold_copy(written.substr(0, blank)), written);
        if (!fresh && kept->second != written) kept->second = {};
        continue;
      }
      if (name.margin < kSure) continue;
      note_surnames(text::fold_copy(name.range.of(text.source.raw)));
    }
  }
}

void TownWords::note_surnames(const std::string& name) {
  // The dots of 卡洛斯·利马 part words, too.
  std::string parted;
  for (size_t at = 0; at < name.size();) {
    const text::CodePoint c = text::decode(name, at);
    const bool blank = c.value != '-' && knowledge::name_character(c.value) == ' ';
    parted.append(blank ? std::string_view(" ") : std::string_view(name).substr(at, c.length));
    at += c.length;
  }
  const auto words = split_trimmed(parted, ' ');
  for (size_t i = 1; i < words.size(); ++i) {
    const bool joined = i > 1 && text::count_code_points(words[i - 1]) <= kJoining &&
                        !text::is_spaceless(text::decode(words[i - 1], 0).value);
    if (!joined) surnames_.emplace(words[i]);
  }
}

// "Évora" where "Jorge Évora" is named, "lima orang": another word than the town.
bool TownWords::is_other_word(const Text& text, const Piece& piece) const {
  if (piece.entity < 0 || piece.words > 1 || work_.entity(piece.entity).type != EntityType::kCity) {
    return false;
  }
  const std::string folded = text::fold_copy(piece.raw.of(text.source.raw));
  if (surnames_.contains(folded)) return !stands_inside(work_, text, piece);
  if (is_number(folded)) {
    const bool first = &piece == text.pieces.data();
    const Piece* before = first ? nullptr : &piece - 1;
    const bool place = before != nullptr && before->has(knowledge::NameCue::kPlaceWord) &&
                       is_adjacent(text, before->word, piece.word);
    const bool parted =
        piece.word.end < text.source.raw.size() &&
        std::string_view(",)").find(text.source.raw[piece.word.end]) != std::string_view::npos;
    return !place && !parted;
  }
  return !work_.knowledge.is_of_tables(work_.entity(piece.entity)) &&
         is_plain_noun(work_, text, piece.raw);
}

// "Kashima" is the club where "Kashima Antlers" play, and are called so alone.
bool TownWords::name_club(const Text& text, Piece& piece) {
  if (piece.entity < 0 || piece.words > 1 || work_.entity(piece.entity).type != EntityType::kCity) {
    return false;
  }
  const auto club = clubs_.find(text::fold_copy(piece.raw.of(text.source.raw)));
  if (club == clubs_.end() || !bodies_.contains(club->first) || club->second.empty() ||
      stands_inside(work_, text, piece))
    return false;
  const TaggedName* around = tagged_around(text, piece.raw);
  if (around != nullptr && around->range.size() > piece.word.size()) return false;
  if (!work_.sport) work_.sport = speaks_of_sport(work_);
  if (!*work_.sport) return false;
  piece.entity = -1;
  piece.others.clear();
  piece.local = static_cast<int32_t>(add_local(work_, {.name = std::string(club->second),
                                                       .type = EntityType::kOrg,
                                                       .form = "short",
                                                       .rule = "part_of_fuller_name"}));
  return true;
}

bool TownWords::is_number(std::string_view folded) const {
  const auto number = Numerals::get().at(folded, 0, model::table_language(work_.article.lang));
  return number && !number->digits && number->range.size() == folded.size();
}

}  // namespace synoptic::annotate
