// A piece with what the steps ask of it again and again: its folded form, its width, how it ends.
// Private to the room.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clean/draft.h"
#include "text/fold.h"

namespace synoptic::clean {

struct CueAt {
  const knowledge::Cue* cue;
  uint32_t at;    // in the folded text
  bool anywhere;  // its value is "any"
};

// The cues of a line, as they were first asked for (cue_match.h). Most lines have none, and no
// list.
struct LineCues {
  struct List {
    std::unique_ptr<CueAt[]> all;
    uint32_t count = 0;
    std::span<const CueAt> found() const { return {all.get(), count}; }
  };
  List inside, front;
  bool knows_inside = false, knows_front = false;
};

struct Line {
  Piece piece;
  std::string folded;  // of piece.text
  uint32_t width = 0;  // columns; a character of a script without spaces counts three
  uint32_t words = 0;
  bool full_stop = false;  // ends as a sentence does
  bool lead_in = false;    // ends with a colon
  bool prose = false;      // running text: long enough and ended like a sentence
  mutable LineCues cues;

  // From the folded text back to piece.text.
  Range to_source(Range in_folded) const;
  uint32_t to_source(uint32_t at_in_folded) const;

  // Letters and digits of the folded text: headlines are compared by it. Made when first asked for.
  const std::string& key() const;
  bool has_key() const;                        // !key().empty(), and makes none
  bool has_key(std::string_view other) const;  // key() == other, likewise
  bool has_key_of(const Line& other) const { return has_key(other.key()); }
  // The folded text gives its room back; the key stays if it is no longer than that. That of a much
  // longer text is not even made.
  void release_folded(size_t longest_key);

 private:
  mutable std::optional<std::string> key_;
  // nullptr: each byte stands where it stood.
  const text::Folded* way_back() const;
  mutable std::unique_ptr<text::Folded> way_back_;  // of few lines; made when first asked for
};

// The part of a map that `range` of the made text has.
void append_part(text::OffsetMap& to, const text::OffsetMap& from, Range range);

// The text between two bytes of the capture as a piece: white space collapsed, offsets kept.
Piece piece_of(std::string_view capture_text, Span span);
// A part of a piece, blanks cut at both ends; its links and offsets come along.
Piece cut(const Piece& piece, Range range);
// The same piece with one blank put in at each of `seams` (rising offsets).
Piece insert_blanks(const Piece& piece, const std::vector<uint32_t>& seams);

// The same piece without `gaps` (rising, not touching each other); a blank on both sides of a gap
// is one.
Piece without(const Piece& piece, const std::vector<Range>& gaps);

// Outside the text, and of a kind that says nothing of the article either: menus, scripts, teasers.
bool is_quiet(const Piece& piece);

// Of a quiet piece only `lead_in` is asked: the rest of its line stays empty.
Line measure(Piece piece);
Line line_of_words(std::string_view words);  // measured as if they stood alone
Line line_for_cues(std::string_view text);   // folded and no more: all that cue_match.h asks for
std::vector<Line> measure_all(std::vector<Piece> pieces);

uint32_t width_of(std::string_view text);
std::string key_of(std::string_view text);
// Could be a headline, a subhead or a link's words: one short line without a full stop.
bool is_title_like(const Line& line);
// Running text that nobody takes for a link or a caption.
bool is_strong_prose(const Line& line);

}  // namespace synoptic::clean
