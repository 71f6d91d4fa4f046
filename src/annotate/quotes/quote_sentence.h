// What one sentence (or some, held together by quotation marks) says that somebody said. Private to
// the room.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "annotate/quotes/quote_gender.h"
#include "annotate/quotes/quote_marks.h"
#include "annotate/quotes/quote_speaker.h"

namespace synoptic::annotate::syntax {

constexpr size_t kSubjectReach = 24;  // tokens between a quotation and the cue behind it

bool is_dash(const Passage& p, size_t token);

struct Frame {  // a quotation among the passage's tokens
  Quotation marks;
  size_t open = 0, close = 0;  // tokens: first of the quotation, first behind it
  bool used = false;           // told by a saying
};

struct Saying {
  size_t cue_begin = 0, cue_end = 0;  // tokens; empty: no cue
  size_t begin = 0, end = 0;          // tokens of what is said, marks and all; empty: see the frame
  std::optional<model::Argument> speaker;
  bool carried = false;              // elided or a pronoun: the speaker before
  bool nobody = false;               // "it is said"
  bool doubted = false;              // what stands where the speaker should cannot be one
  Gender gender = Gender::kUnknown;  // of the pronoun that stands for the speaker
  bool hearsay = false;              // counts only behind speech: "… という"
  bool bare = false;                 // a cue alone: what it says is the quotation before it
  bool noun = false;                 // what is taken is a noun: "denied the charges"
  std::string medium, source;
  std::string_view rule;
};

// Those that lie inside tokens [begin, end).
std::span<Frame> frames_inside(std::vector<Frame>& frames, size_t begin, size_t end);

class SentenceReader {
 public:
  SentenceReader(const Passage& p, const QuoteCues& cues, const SpeakerFinder& speakers,
                 std::vector<Frame>& frames);

  // The sayings of tokens [begin, end), in reading order.
  std::vector<Saying> read(size_t begin, size_t end);
  // "The mayor told reporters:" at the end of what was read last: who is going to speak.
  std::optional<Saying> announced();

 private:
  struct Cue {
    CueClass kind = CueClass::kSay;
    size_t begin = 0, end = 0;
    size_t gap_begin = 0, gap_end = 0;
    bool has_gap() const { return gap_end > gap_begin; }
  };
  struct Start {  // of what is said behind a cue
    size_t at = 0;
    size_t stop = 0;  // where the words between cue and that end
  };

  void find_cues();
  bool is_negated(const Cue& cue) const;
  std::optional<Cue> cue_at(size_t at) const;
  std::span<Frame> frames_in(size_t begin, size_t end) {
    return frames_inside(frames_, begin, end);
  }
  Frame* frame_at(size_t token);                   // that opens there
  Frame* frame_before(size_t token, size_t from);  // last unused one that ends before it
  size_t clause_end(size_t from, size_t next_cue) const;
  bool is_relative(const Cue& cue, size_t at) const;
  std::optional<Start> content_behind(const Cue& cue, size_t index) const;
  std::optional<size_t> content_before(const Cue& cue, size_t& subject) const;
  bool is_joined(const Cue& cue) const;
  bool is_noun(const Cue& cue) const;
  bool is_capital(const Cue& cue) const;
  std::optional<model::Argument> paper(size_t begin, size_t end) const;
  bool is(CueClass kind, size_t at) const { return cues_.is(kind, p_.tokens, at, end_); }
  size_t words_in(size_t begin, size_t end) const;

  void read_medium();
  void read_citing();
  bool read_colon();
  void read_cue(size_t index);
  bool read_as(const Cue& cue);
  bool read_postposed(const Cue& cue);
  std::optional<model::Argument> quoted_by(const Cue& cue, size_t from,
                                           std::optional<model::Argument> who, std::string& source);
  void push_next(Saying more, const Cue& cue, size_t subject_end);
  std::optional<model::Argument> subject_around(const Cue& cue, const Start& start,
                                                bool joined) const;
  size_t content_end(const Cue& cue, size_t begin, size_t index);
  bool read_behind(const Cue& cue, size_t index);
  bool read_before(const Cue& cue, size_t index);
  bool read_object_first(const Cue& cue);
  void read_unknown();
  bool is_dateline(size_t begin, size_t end) const;
  bool parts_name(const Cue& cue) const;
  bool read_relative(const Cue& cue);
  struct Source {
    std::optional<model::Argument> who;
    size_t stop = 0;   // token where the phrase that tells it ends
    size_t after = 0;  // behind its name
  };
  Source source_of(const Cue& cue) const;
  void push_around(Saying said, const Cue& cue, size_t index, size_t after);
  size_t behind_source(const Cue& cue, const Source& source, Saying& said);
  void read_according(const Cue& cue, size_t index);
  bool acts(const model::Argument& person, size_t end) const;
  void read_according_after(const Cue& cue, size_t index);
  // Languages whose verb stands last.
  void read_last();
  void read_last_cue(size_t index);
  void read_according_last(const Cue& cue, size_t index, size_t citing);
  void read_rumour_last(const Cue& cue);
  void push_frame_last(Saying said, const Frame& frame, const Cue& cue, size_t index);
  size_t behind_head(size_t from, size_t end);
  size_t before_tail(size_t from, size_t to) const;
  size_t behind_listener(const Cue& cue, size_t from, size_t to) const;
  bool ends_as_said(const Cue& cue, size_t from, size_t to) const;
  bool read_headline();
  bool borders_words(size_t token) const;
  // The subject of tokens [from, end); `from` is moved to where what is said begins.
  std::optional<model::Argument> subject_of_last(size_t& from, size_t end, bool quoted);
  size_t subject_in_gap(const Cue& cue) const;  // where it ends; the gap's begin: there is none
  std::optional<model::Argument> subject_behind(const Frame* frame, const Cue& cue);
  bool follows_listener(const Cue& cue, size_t index) const;
  bool is_owned(size_t at) const;
  bool is_subject_first(const Cue& cue) const;
  bool ends_mention(size_t token) const;
  bool follows_lead(size_t token) const;
  std::optional<model::Argument> first_in_gap(const Cue& cue) const;
  std::optional<model::Argument> subject_behind_clause(const Cue& cue, size_t& end);

  Saying saying(const Cue& cue, std::string_view rule) const;
  Gender gender_of(const model::Argument& pronoun, const Saying& said) const;
  bool is_latter(const model::Argument& phrase) const;
  std::optional<model::Argument> named_before(uint32_t byte) const;
  std::optional<model::Argument> subject_of_sentence(size_t end) const;
  void name(Saying& said, std::optional<model::Argument> who) const;
  void push(Saying said, size_t begin, size_t end);

  const Passage& p_;
  const QuoteCues& cues_;
  const SpeakerFinder& speakers_;
  std::vector<Frame>& frames_;
  size_t begin_ = 0, end_ = 0;
  size_t free_ = 0;  // tokens from here on belong to no saying yet
  std::vector<Cue> found_;
  std::vector<Saying> sayings_;
  std::string medium_, source_;
  size_t citing_begin_ = 0, citing_end_ = 0;
};

}  // namespace synoptic::annotate::syntax
