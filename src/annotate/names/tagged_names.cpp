// Names that the knowledge does not hold and the tagger sees: they become NIL, with the type that
// the tagger tells. A known name keeps its id, unless it is only a part of a longer one.
#include <algorithm>
#include <span>

#include "annotate/letters.h"
#include "annotate/names/mentions.h"
#include "annotate/names/tagged_known.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::annotate {
namespace {

using knowledge::NameCue;
using model::EntityType;

class TaggedFinder {
 public:
  TaggedFinder(Work& work, Text& text)
      : work_(work),
        text_(text),
        raw_(text.source.raw),
        known_(work, text),
        parted_marks_(raw_.find(" , ") != std::string_view::npos || raw_.ends_with(" .")) {}

  void run() {
    for (const TaggedName& name : text_.tagged) {
      if (name.type == NameType::kPlace) {
        accept_places(name);
      } else {
        accept(name);
      }
    }
    merge_pieces(text_, std::move(found_));
  }

 private:
  // "Tulsa, Oklahoma" are two places. Where marks are parted from words by blanks, as in texts cut
  // into tokens, the tagger has learnt that both are one.
  void accept_places(TaggedName name) {
    const std::string_view written = name.range.of(raw_);
    size_t comma = written.find(", ");
    if (comma == std::string_view::npos || comma == 0 || written[comma - 1] == ' ') {
      accept(name);
      return;
    }
    const Range whole = name.range;
    for (size_t begin = 0; begin < written.size();) {
      const size_t end = std::min(comma, written.size());
      name.range = {whole.begin + static_cast<uint32_t>(begin),
                    whole.begin + static_cast<uint32_t>(end)};
      accept(name);
      begin = end + 2;
      comma = begin < written.size() ? written.find(", ", begin) : written.size();
    }
  }

  // "analyst Jane Roe of Vandelay Corp": the title is of a person, who is of something else.
  void split_behind_title(TaggedName& name) {
    if (name.type == NameType::kPlace) return;
    const auto pieces = known_.pieces_from(name.range.begin);
    const auto at = static_cast<size_t>(pieces.data() - text_.pieces.data());
    if (at == 0 || !is_adjacent(text_, text_.pieces[at - 1].word, name.range)) return;
    const Piece& before = text_.pieces[at - 1];
    if (before.role < 0 && !before.has(NameCue::kPersonMark)) return;
    for (const Piece& piece : pieces) {
      if (piece.word.begin >= name.range.end) break;
      if (!piece.has(NameCue::kJoin) || piece.raw.of(raw_) != "of") continue;
      const Range person{name.range.begin, piece.word.begin - 1};
      if (person.empty() || person.of(raw_).find(' ') == std::string_view::npos) return;
      const Range rest{piece.word.end + 1, name.range.end};
      const auto next = known_.pieces_from(rest.begin);
      const bool known = !next.empty() && counts(next.front()) && next.front().raw.begin < rest.end;
      if (name.type == NameType::kPerson && known) return;  // "Queen Mary Ann of Scotland"
      add(person, EntityType::kPerson);
      name.range = rest;
      name.type = NameType::kOrganisation;
      return;
    }
  }

  // "The Southern Cross Shearers' Union": at a sentence's begin the article has a capital too. Not
  // "Los Angeles Dodgers", since a known name begins with the article.
  void cut_article(TaggedName& name) const {
    if (name.type != NameType::kOrganisation || work_.articles.empty()) return;
    const auto& sentences = text_.source.sentences;
    if (sentences.empty() ||
        sentences[sentence_of(text_.source, name.range.begin)].begin != name.range.begin) {
      return;
    }
    const std::string_view written = name.range.of(raw_);
    const size_t blank = written.find(' ');
    if (blank == std::string_view::npos || written.find(' ', blank + 1) == std::string_view::npos ||
        !work_.articles.contains(text::fold_copy(written.substr(0, blank)))) {
      return;
    }
    const auto first = known_.pieces_from(name.range.begin);
    const auto behind = name.range.begin + static_cast<uint32_t>(blank) + 1;
    if (!first.empty() && first.front().raw.begin == name.range.begin && counts(first.front()) &&
        first.front().raw.end > behind) {
      return;
    }
    name.range.begin = behind;
  }

  // "estadio Monumental de Lima": a long word written small before a name is none of it, but may
  // tell what the name is of.
  void cut_common_noun(TaggedName& name) const {
    constexpr size_t kLong = 5;  // letters; "von", "al-" and the like are shorter
    const std::string_view written = name.range.of(raw_);
    const size_t blank = written.find(' ');
    if (blank == std::string_view::npos || blank + 1 >= written.size()) return;
    const std::string_view first = written.substr(0, blank);
    const char32_t own = text::decode(first, 0).value;
    const char32_t next = text::decode(written, blank + 1).value;
    if (!is_cased(own) || text::is_upper(own) || !text::is_upper(next)) return;
    if (text::count_code_points(first) < kLong) return;
    const auto pieces = known_.pieces_from(name.range.begin);
    if (!pieces.empty() && pieces.front().raw.begin == name.range.begin &&
        pieces.front().has(NameCue::kKind)) {
      const auto told = model::entity_type_from_name(pieces.front().cue_value);
      if (told && fits_type(NameType::kPlace, *told)) name.type = NameType::kPlace;
    }
    name.range.begin += static_cast<uint32_t>(blank) + 1;
  }

  // "صادق در سخنانی": of a script without capitals; no person is called "in" or "that".
  void cut_at_stop(TaggedName& name) const {
    if (name.type != NameType::kPerson || is_cased(text::decode(raw_, name.range.begin).value)) {
      return;
    }
    for (const Piece& piece : known_.pieces_from(name.range.begin)) {
      if (piece.word.begin >= name.range.end) return;
      const bool inside = piece.word.begin > name.range.begin + 1 && piece.raw == piece.word &&
                          raw_[piece.word.begin - 1] == ' ';
      if (!inside || piece.entity >= 0 || piece.words > 1 || !piece.has(NameCue::kStop)) continue;
      name.range.end = piece.word.begin - 1;
      return;
    }
  }

  // "商务部24日": a number and its unit behind a name are none of it.
  void cut_day(TaggedName& name) const {
    const std::string_view written = name.range.of(raw_);
    const text::CodePoint unit = text::decode_before(written, written.size());
    if (!text::is_spaceless(unit.value)) return;
    size_t end = written.size() - unit.length;
    const size_t digits = end;
    while (end > 0) {
      const text::CodePoint digit = text::decode_before(written, end);
      if (!text::is_digit(digit.value)) break;
      end -= digit.length;
    }
    if (end == 0 || end == digits) return;
    name.range.end = name.range.begin + static_cast<uint32_t>(end);
  }

  // Whether blanks stand where no writer puts them.
  bool is_cut_into_tokens(Range range) const {
    const std::string_view written = range.of(raw_);
    return written.find(" , ") != std::string_view::npos ||
           written.find(" ( ") != std::string_view::npos;
  }

  void accept(TaggedName name) {
    if (name.whole) {
      keep_town(name);
      return add(name.range, type_of_whole(name));
    }
    if (is_stopped(text_, name) || known_.is_description(name)) return;
    split_behind_title(name);
    cut_article(name);
    cut_common_noun(name);
    cut_day(name);
    cut_at_stop(name);
    Range range = name.range;
    const Piece* longest = nullptr;
    bool institution = false;
    for (const Piece& piece : known_.pieces_from(range.begin)) {
      if (piece.word.begin >= range.end) break;
      const bool title = (piece.role >= 0 && piece.entity < 0) ||
                         (piece.has(NameCue::kPersonMark) && name.type == NameType::kPerson &&
                          piece.raw != range && piece.entity < 0);
      if (!counts(piece) && !title) continue;
      // What the knowledge reads further than the tagger stays as it is, and so does a name with an
      // ending where nothing but endings tells where names end: "인도네시아는 세계 4위의".
      if (!range.contains(piece.raw)) return;
      if (piece.inflected && piece.entity >= 0 && piece.word.end < range.end &&
          !is_cased(text::decode(raw_, piece.raw.begin).value)) {
        return;
      }
      if (title) {
        if (is_surname(piece, range, name.type)) continue;
        if (!cut(piece, range) && piece.role >= 0) return;
        continue;
      }
      institution |= piece.institution >= 0;
      if (longest == nullptr || longest->raw.size() < piece.raw.size()) longest = &piece;
    }
    if (range.empty() || begins_small(text_, range)) return;
    if (longest != nullptr && longest->raw == range && is_team(*longest, name)) {
      add_team(*longest);
      return;
    }
    // The known name is the whole one, but for words that only describe it.
    if (longest != nullptr && (longest->raw.contains(range) || longest->word.contains(range)))
      return;
    if (longest != nullptr && is_cut_into_tokens(range)) {
      add(range, entity_type(name.type));
      return;
    }
    if (longest != nullptr && known_.is_longer_place(*longest, name, range)) {
      add(range, EntityType::kRegion);
      return;
    }
    if (longest != nullptr && !known_.has_more_names(range, institution)) {
      extend(name, range);
      return;
    }
    if (!may_be_name(raw_, range)) return;
    if (name.type == NameType::kPlace && is_common_word(work_, text_, range)) return;
    if (name.type == NameType::kOrganisation &&
        (known_.hides_slip(range) ||
         (longest != nullptr && known_.is_announced(*longest, range)))) {
      return;
    }
    add(range, type_told_by_kind(range, name.type));
  }

  // "aeropuerto de Bilbao": the town stays a mention inside the longer one, as lands do.
  void keep_town(const TaggedName& name) {
    for (const Piece& piece : known_.pieces_from(name.range.begin)) {
      if (piece.word.begin >= name.range.end) return;
      if (piece.entity < 0 || !name.range.contains(piece.raw) ||
          !fits_type(NameType::kPlace, work_.entity(piece.entity).type)) {
        continue;
      }
      Draft draft{.text = static_cast<uint32_t>(&text_ - work_.texts.data()),
                  .raw = piece.raw,
                  .word = piece.word,
                  .sentence = piece.sentence,
                  .entity = piece.entity};
      draft.form = "name";
      draft.rule = "inside_phrase";
      draft.inside = true;
      work_.drafts.push_back(std::move(draft));
    }
  }

  static EntityType type_of_whole(const TaggedName& name) {
    return name.type == NameType::kPlace ? EntityType::kFacility : EntityType::kOrg;
  }

  // "England beat Serbia": a team that is called like its place is another thing than the place. A
  // role, an institution or a person right beside it is of the place. Who works in a building is
  // called by it, too: "the White House said".
  bool is_team(const Piece& piece, const TaggedName& name) {
    constexpr float kSure = 0.0F;
    if (name.type != NameType::kOrganisation || name.margin < kSure || piece.entity < 0 ||
        !fits_type(NameType::kPlace, work_.entity(piece.entity).type)) {
      return false;
    }
    const auto at = static_cast<size_t>(&piece - text_.pieces.data());
    for (const size_t other : {at - 1, at + 1}) {
      if (other >= text_.pieces.size()) continue;
      const Piece& beside = text_.pieces[other];
      const bool left = other < at;
      if (!is_adjacent(text_, left ? beside.word : piece.word, left ? piece.word : beside.word)) {
        continue;
      }
      if (beside.role >= 0 || beside.institution >= 0 || beside.adjective >= 0) return false;
    }
    if (!work_.sport) work_.sport = speaks_of_sport(work_);
    // "UAE" looks like a body's name by its letters alone.
    constexpr float kVerySure = 5.0F;
    return *work_.sport || (!piece.acronym && !piece.inflected && name.margin > kVerySure);
  }

  // "أرامكو السعودية": the known organisation's name goes on with its country's.
  void extend(const TaggedName& name, Range range) {
    constexpr float kSure = 4.0F;
    if (name.type == NameType::kPlace) return;
    const Piece* head = nullptr;
    std::string_view land;
    size_t others = 0;
    for (const Piece& piece : known_.pieces_from(range.begin)) {
      if (piece.word.begin >= range.end) break;
      if (!range.contains(piece.raw) || !counts(piece)) continue;
      const bool own = piece.entity >= 0 && fits_type(name.type, work_.entity(piece.entity).type);
      if (piece.institution >= 0 || piece.role >= 0 || piece.local >= 0) return;
      if (own && head != nullptr) return;
      if (own) head = &piece;
      others += !own && piece.entity >= 0;
      if (!own) land = work_.entity(std::max(piece.entity, piece.adjective)).id;
    }
    // "Sofia of Greece": neither the city nor the country. But "Tbilisi as Georgia" are both.
    if (head == nullptr && others > 1 && name.margin > kSure && known_.is_joined(range)) {
      add(range, entity_type(name.type));
      return;
    }
    if (head == nullptr || name.type != NameType::kOrganisation || head->raw.begin != range.begin ||
        head->raw.end >= range.end) {
      return;
    }
    if (work_.entity(head->entity).country != land) {  // "Supreme Court" of another country
      add(range, EntityType::kOrg);
      return;
    }
    Piece piece = *head;
    piece.raw = piece.word = range;
    piece.local = static_cast<int32_t>(
        add_local(work_, {.entity = head->entity, .form = "name", .rule = "alias_with_country"}));
    piece.entity = -1;
    found_.push_back(std::move(piece));
  }

  // "… Street", "Stadion …": the word for what it is tells more than the look of it.
  EntityType type_told_by_kind(Range range, NameType seen) const {
    const EntityType type = entity_type(seen);
    if (seen == NameType::kPerson || range.size() == raw_.size() || parted_marks_) return type;
    for (const Piece& piece : known_.pieces_from(range.begin)) {
      if (piece.word.begin >= range.end) break;
      if (!range.contains(piece.raw) || !piece.has(NameCue::kKind)) continue;
      const bool edge =
          work_.kind_first ? piece.raw.begin == range.begin : piece.raw.end == range.end;
      const auto told = model::entity_type_from_name(piece.cue_value);
      const char32_t first = text::decode(raw_, piece.raw.begin).value;
      if (is_cased(first) && !text::is_upper(first)) continue;
      if (edge && told && (fits_type(NameType::kPlace, *told) || *told == EntityType::kOrg))
        return *told;
    }
    return type;
  }

  // "Antoine Rey": a word for a role with a capital, behind a given name, where roles stand in
  // front of names.
  bool is_surname(const Piece& piece, Range range, NameType type) const {
    if (type != NameType::kPerson || piece.role < 0 || text_.title_case) return false;
    if (piece.raw.begin == range.begin || piece.raw.end != range.end) return false;
    const auto link = work_.links.find("");
    const bool behind = link == work_.links.end() || link->second.person_before;
    const std::string_view written = piece.raw.of(raw_);
    for (auto other = piece_from(text_.pieces, range.begin);
         other != text_.pieces.end() && other->word.begin < piece.word.begin; ++other) {
      if (other->has(NameCue::kStop)) return false;  // "Not My King"
    }
    return !behind && text::is_upper(text::decode(written, 0).value) &&
           written.find(' ') == std::string_view::npos && raw_[piece.raw.begin - 1] == ' ';
  }

  // "President Roe", "普京总统": a role at the edge is no part of the name.
  bool cut(const Piece& piece, Range& range) const {
    if (piece.raw.begin == range.begin) {
      range.begin = piece.word.end;
    } else if (piece.raw.end == range.end) {
      range.end = piece.word.begin;
    } else {
      return false;
    }
    if (range.begin >= range.end) return false;
    while (range.begin < range.end && raw_[range.begin] == ' ') ++range.begin;
    while (range.begin < range.end && raw_[range.end - 1] == ' ') --range.end;
    cut_small_word(range);
    return !range.empty();
  }

  // "المحكمة إن [الوزير]": where no capital tells, a small word behind the name is none of it.
  void cut_small_word(Range& range) const {
    const std::string_view written = range.of(raw_);
    const size_t blank = written.rfind(' ');
    if (blank == std::string_view::npos || blank == 0) return;
    const char32_t first = text::decode(written, blank + 1).value;
    if (text::is_latin(first) || text::is_cyrillic(first)) return;
    const uint32_t begin = range.begin + static_cast<uint32_t>(blank) + 1;
    for (auto piece = piece_from(text_.pieces, begin);
         piece != text_.pieces.end() && piece->word.begin < range.end; ++piece) {
      if (piece->word.end == range.end && piece->has(NameCue::kStop)) {
        range.end = begin - 1;
        return;
      }
    }
  }

  // A country's team goes by the country's id; the club of a town is none of the town.
  void add_team(const Piece& place) {
    const EntityType type = work_.entity(place.entity).type;
    if (type != EntityType::kCountry && type != EntityType::kFacility) {
      add(place.raw, EntityType::kOrg);
      return;
    }
    // A stadium of the pack stays one.
    const bool stadium =
        type == EntityType::kFacility && !work_.knowledge.is_of_tables(work_.entity(place.entity));
    add(place.raw, {.entity = place.entity,
                    .form = "name",
                    .rule = stadium ? "alias" : std::string(kTeamRule)});
  }

  void add(Range range, EntityType type) {
    add(range,
        {.name = std::string(range.of(raw_)), .type = type, .form = "name", .rule = "tagger"});
  }

  void add(Range range, LocalName name) {
    Piece piece;
    piece.raw = piece.word = range;
    piece.local = static_cast<int32_t>(add_local(work_, std::move(name)));
    piece.capital = text::is_upper(text::decode(raw_, range.begin).value);
    piece.sentence = sentence_of(text_.source, range.begin);
    found_.push_back(std::move(piece));
  }

  Work& work_;
  Text& text_;
  std::string_view raw_;
  KnownWithin known_;
  bool parted_marks_;  // blanks before marks: a text that was cut into tokens
  std::vector<Piece> found_;
};

}  // namespace

void find_tagged_names(Work& work) {
  for (Text& text : work.texts) TaggedFinder(work, text).run();
}

}  // namespace synoptic::annotate
