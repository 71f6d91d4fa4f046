// Who said what: words in quotation marks with a reporting cue beside them, and reported speech
// without marks. A speaker left out is the one before, across captions and headings.
#include <algorithm>

#include "annotate/quote_marks.h"
#include "annotate/quote_speaker.h"
#include "annotate/steps.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

using namespace syntax;

constexpr size_t kLeastWords = 4;       // of a quotation that is speech without a colon
constexpr size_t kLeastCharacters = 7;  // in scripts without spaces
constexpr size_t kCueReach = 30;        // tokens between a cue and its quotation
constexpr size_t kThatReach = 26;       // tokens between a cue and its "that"
constexpr uint32_t kCarryBlocks = 5;    // paragraphs over which a speaker is carried

class QuoteReader {
 public:
  QuoteReader(model::Annotated& annotated, const QuoteCues& cues)
      : annotated_(annotated), cues_(cues), speakers_(annotated, cues) {}

  void read_all(const std::vector<Passage>& all);

 private:
  struct Frame {  // a quotation among the passage's tokens
    Quotation marks;
    size_t open = 0, close = 0;  // tokens: first of the quotation, first behind it
    size_t left = 0, right = 0;  // tokens: where the words around it begin and end
  };

  void read(const Passage& p);
  std::vector<Frame> frames(const Passage& p) const;
  bool is_speech(const Passage& p, const Frame& frame, bool announced) const;
  std::optional<Speech> speech_around(const Passage& p, const Frame& frame, bool& announced) const;
  void read_direct(const Passage& p, const std::vector<Frame>& frames);
  void read_indirect(const Passage& p, const std::vector<Frame>& frames);
  bool indirect_before(const Passage& p, size_t begin, size_t end);
  bool indirect_last(const Passage& p, size_t begin, size_t end);
  bool indirect_behind(const Passage& p, size_t begin, size_t end);
  bool according(const Passage& p, size_t begin, size_t end);
  bool settle(Speech& speech) const;
  void add(const Passage& p, Range words, std::string_view form, const Speech& speech,
           std::string_view rule);
  bool carries() const;

  model::Annotated& annotated_;
  const QuoteCues& cues_;
  SpeakerFinder speakers_;
  std::optional<model::Argument> last_;
  uint32_t paragraph_ = 0, last_paragraph_ = 0;
  bool open_ = false;  // the last quotation goes on in the next paragraph
};

size_t size_in_words(const Passage& p, Range range, bool& tight) {
  size_t words = 0, characters = 0;
  for (size_t at = token_at(p.tokens, range.begin);
       at < p.tokens.size() && p.tokens[at].at.begin < range.end; ++at) {
    if (p.tokens[at].kind != TokenKind::kWord) continue;
    ++words;
    characters += p.tokens[at].spaceless;
  }
  tight = characters * 2 > words;
  return words;
}

bool QuoteReader::carries() const { return last_ && paragraph_ - last_paragraph_ <= kCarryBlocks; }

std::vector<QuoteReader::Frame> QuoteReader::frames(const Passage& p) const {
  std::vector<Frame> found;
  for (const Quotation& marks : quotations(p.text)) {
    Frame frame;
    frame.marks = marks;
    frame.open = token_at(p.tokens, marks.outer.begin);
    frame.close = token_at(p.tokens, marks.outer.end);
    found.push_back(frame);
  }
  for (size_t i = 0; i < found.size(); ++i) {
    Frame& frame = found[i];
    const uint32_t floor = i > 0 ? found[i - 1].marks.outer.end : 0;
    const uint32_t ceiling = i + 1 < found.size() ? found[i + 1].marks.outer.begin
                                                  : static_cast<uint32_t>(p.text.size());
    const auto holds = [](uint32_t at) {
      return [at](const Range& sentence) { return sentence.end <= at; };
    };
    const auto first = std::partition_point(p.sentences.begin(), p.sentences.end(),
                                            holds(frame.marks.outer.begin));
    const uint32_t left = first == p.sentences.end()
                              ? frame.marks.outer.begin
                              : std::min(first->begin, frame.marks.outer.begin);
    const auto last = std::partition_point(p.sentences.begin(), p.sentences.end(),
                                           holds(frame.marks.outer.end - 1));
    uint32_t right = last == p.sentences.end() ? frame.marks.outer.end : last->end;
    // "… ." She said so.: where the sentence ends with the mark, a short next one may hold the cue.
    if (right <= frame.marks.outer.end + 1 && last != p.sentences.end() &&
        last + 1 != p.sentences.end() && (last + 1)->size() <= 120) {
      right = (last + 1)->end;
    }
    frame.left = token_at(p.tokens, std::max(left, floor));
    frame.right = token_at(p.tokens, std::min(std::max(right, frame.marks.outer.end), ceiling));
  }
  return found;
}

// A name or a title in marks is no speech: speech has some words, or is announced by a colon.
bool QuoteReader::is_speech(const Passage& p, const Frame& frame, bool announced) const {
  bool tight = false;
  const size_t words = size_in_words(p, frame.marks.inner, tight);
  if (announced) return words >= 2;
  return words >= (tight ? kLeastCharacters : kLeastWords);
}

std::optional<Speech> QuoteReader::speech_around(const Passage& p, const Frame& frame,
                                                 bool& announced) const {
  const size_t left = std::max(frame.left, frame.open > kCueReach ? frame.open - kCueReach : 0);
  const size_t right = std::min(frame.right, frame.close + kCueReach);
  const auto text_of = [&](size_t at) { return p.tokens[at].folded; };
  announced = frame.open > left && text_of(frame.open - 1) == ":";
  const auto left_cue = speakers_.last_cue(p, left, frame.open);
  const auto right_cue = speakers_.first_cue(p, frame.close, right);
  if (cues_.order == CueOrder::kCueLast && right_cue && !announced) {
    Speech speech = speakers_.behind_quote(p, frame.close, right, *right_cue);
    // The subject stands before the quotation, unless a full one stands behind it.
    if (!speech.speaker || right_cue->begin <= frame.close + 2) {
      auto subject = speakers_.leading_subject(p, frame.left, frame.open);
      if (subject) {
        speech.carried = speakers_.is_pronoun(p, *subject);
        speech.speaker.reset();
        if (!speech.carried) speech.speaker = std::move(subject);
      } else if (right_cue->begin <= frame.close + 2) {
        speech.speaker.reset();
        const auto behind = speakers_.phrase_from(p, right_cue->end, right);
        if (behind) speech.speaker = behind;
        speech.carried = !speech.speaker;
      }
    }
    return speech;
  }
  const bool near_right = right_cue && right_cue->begin <= frame.close + 12;
  if (near_right && !announced && !(left_cue && frame.open - left_cue->end <= 2)) {
    return speakers_.behind_quote(p, frame.close, right, *right_cue);
  }
  if (left_cue) return speakers_.before_quote(p, left, frame.open, *left_cue);
  if (right_cue && !announced) return speakers_.behind_quote(p, frame.close, right, *right_cue);
  if (announced) {  // "The minister: «…»"
    const auto speaker = speakers_.phrase_from(p, left, frame.open);
    if (speaker && !speaker->entity.empty()) {
      return Speech{frame.open, frame.open, speaker, false, false};
    }
  }
  return std::nullopt;
}

bool QuoteReader::settle(Speech& speech) const {
  if (speech.vague) return false;
  if (speech.carried && carries()) speech.speaker = last_;
  return true;
}

void QuoteReader::add(const Passage& p, Range words, std::string_view form, const Speech& speech,
                      std::string_view rule) {
  if (words.empty()) return;
  model::Quote quote;
  quote.at = place_of(annotated_.article, p.block, words);
  quote.text = words.of(p.text);
  quote.form = form;
  quote.speaker = speech.speaker;
  if (speech.cue_end > speech.cue_begin) {
    quote.cue = bytes_of(p.tokens, speech.cue_begin, speech.cue_end).of(p.text);
  }
  quote.rule = rule;
  if (speech.carried) quote.rule += ", speaker carried";
  if (speech.speaker) {
    last_ = speech.speaker;
    last_paragraph_ = paragraph_;
  }
  annotated_.quotes.push_back(std::move(quote));
}

void QuoteReader::read_direct(const Passage& p, const std::vector<Frame>& frames) {
  for (size_t i = 0; i < frames.size(); ++i) {
    const Frame& frame = frames[i];
    if (open_ && i == 0 && frame.open == 0 && last_) {  // the last paragraph's speech goes on
      open_ = !frame.marks.closed;
      add(p, frame.marks.inner, "direct", {0, 0, last_, true, false}, "goes on");
      continue;
    }
    bool announced = false;
    auto speech = speech_around(p, frame, announced);
    if (speech && is_speech(p, frame, announced)) {
      if (!settle(*speech)) continue;
      add(p, frame.marks.inner, "direct", *speech, announced ? "colon" : "marks and cue");
      open_ = !frame.marks.closed;
      continue;
    }
    // A whole paragraph, or all that is left of one, in marks goes on with the speaker before.
    const bool alone = frame.left >= frame.open && frame.close + 1 >= frame.right;
    bool tight = false;
    if (!speech && alone && carries() && last_paragraph_ + 1 >= paragraph_ &&
        size_in_words(p, frame.marks.inner, tight) >= 6) {
      add(p, frame.marks.inner, "direct", {0, 0, last_, true, false}, "alone");
    } else if (!speech && p.kind == model::BlockKind::kQuote) {
      add(p, frame.marks.inner, "direct", {0, 0, std::nullopt, false, false}, "block quotation");
    }
  }
}

// "X said [on Monday] that …"
bool QuoteReader::indirect_before(const Passage& p, size_t begin, size_t end) {
  for (size_t at = begin; at < end; ++at) {
    PhraseMatch cue;
    if (!cues_.match(CueClass::kSay, p.tokens, at, end, cue)) continue;
    if (at > begin && cues_.is(CueClass::kBecause, p.tokens, at - 1, end)) continue;
    size_t that = cue.end;
    PhraseMatch found;
    const size_t last = std::min(end, cue.end + kThatReach);
    bool has_that = false;
    for (; that < last; ++that) {
      if (p.tokens[that].kind == TokenKind::kStop && p.tokens[that].folded != ":") break;
      if (p.tokens[that].kind == TokenKind::kQuote) break;
      if (cues_.match(CueClass::kThat, p.tokens, that, end, found)) {
        has_that = true;
        break;
      }
    }
    if (!has_that && (!cues_.direct || cue.end >= end || cue.end == at)) continue;
    const size_t content = has_that ? found.end : cue.end;
    if (content >= end) continue;
    if (!has_that && (p.tokens[cue.end].kind != TokenKind::kWord ||
                      cues_.is(CueClass::kCut, p.tokens, cue.end, end))) {
      continue;
    }
    bool tight = false;
    const Range words = bytes_of(p.tokens, content, end);
    const size_t size = size_in_words(p, words, tight);
    if (size < (tight ? kLeastCharacters : 3)) continue;
    Speech speech = speakers_.before_quote(p, begin, has_that ? that : cue.end, cue);
    if (!settle(speech)) return false;
    if (!speech.speaker) continue;
    // Without a word between, only "X said …" is sure; "said X" may be the end of a sentence.
    if (!has_that && (size < 5 || (!speech.carried && speech.speaker->at.range.begin >
                                                          p.tokens[cue.begin].at.begin))) {
      continue;
    }
    Range trimmed = words;
    while (trimmed.size() > 0) {  // without the closing point
      const text::CodePoint c = text::decode_before(p.text, trimmed.end);
      if (text::is_letter(c.value) || text::is_digit(c.value) || c.value == '%' ||
          !text::is_punctuation(c.value)) {
        break;
      }
      trimmed.end -= c.length;
    }
    add(p, trimmed, "indirect", speech, "that");
    return true;
  }
  return false;
}

// "… , X said." at the end of a sentence.
bool QuoteReader::indirect_behind(const Passage& p, size_t begin, size_t end) {
  if (cues_.order == CueOrder::kCueLast) return false;
  const auto cue = speakers_.last_cue(p, begin, end);
  if (!cue || cue->begin <= begin + 4) return false;
  size_t comma = cue->begin;
  while (comma > begin && p.tokens[comma - 1].kind != TokenKind::kComma) --comma;
  if (comma <= begin + 4 || comma == cue->end) return false;
  // Nothing but the speaker, a day or a place may follow the cue.
  if (end - cue->end > 12) return false;
  for (size_t at = cue->end; at < end; ++at) {
    if (p.tokens[at].kind == TokenKind::kComma || cues_.is(CueClass::kThat, p.tokens, at, end)) {
      return false;
    }
  }
  if (cues_.is(CueClass::kBecause, p.tokens, comma, end)) return false;
  Speech speech = speakers_.behind_quote(p, comma, end, *cue);
  if (!settle(speech) || !speech.speaker || speech.carried) return false;
  add(p, bytes_of(p.tokens, begin, comma - 1), "indirect", speech, "cue behind");
  return true;
}

// Verb-last languages: "X-subject … -that said".
bool QuoteReader::indirect_last(const Passage& p, size_t begin, size_t end) {
  if (cues_.order != CueOrder::kCueLast) return false;
  const auto cue = speakers_.last_cue(p, begin, end);
  if (!cue || end - cue->end > 3 || cue->begin <= begin + 4) return false;
  auto subject = speakers_.leading_subject(p, begin, cue->begin);
  if (!subject) return false;
  size_t content = token_at(p.tokens, subject->at.range.end);
  while (content < cue->begin && (p.tokens[content].kind != TokenKind::kWord ||
                                  cues_.is(CueClass::kSubject, p.tokens, content, end) ||
                                  cues_.is(CueClass::kThat, p.tokens, content, end))) {
    ++content;
  }
  if (content >= cue->begin) return false;
  Speech speech{cue->begin, cue->end, std::move(subject), false, false};
  for (size_t at = begin; at < content; ++at) {
    if (cues_.is(CueClass::kVague, p.tokens, at, content)) return false;
  }
  add(p, bytes_of(p.tokens, content, cue->begin), "indirect", speech, "cue last");
  return true;
}

// "According to the minister, …": only of people; papers and agencies are origins.
bool QuoteReader::according(const Passage& p, size_t begin, size_t end) {
  PhraseMatch found;
  if (!cues_.match(CueClass::kAccording, p.tokens, begin, end, found)) return false;
  const auto speaker = speakers_.phrase_from(p, found.end, end);
  if (!speaker) return false;
  const bool person =
      std::any_of(p.mentions.begin(), p.mentions.end(), [&](const model::Mention* mention) {
        return mention->at.range.overlaps(speaker->at.range) &&
               (mention->type == model::EntityType::kPerson || mention->form == "role");
      });
  size_t content = token_at(p.tokens, speaker->at.range.end);
  while (content < end && p.tokens[content].kind != TokenKind::kWord) ++content;
  if (!person || content + 3 >= end) return false;
  Speech speech{found.begin, found.end, speaker, false, false};
  add(p, bytes_of(p.tokens, content, end), "indirect", speech, "according to");
  return true;
}

void QuoteReader::read_indirect(const Passage& p, const std::vector<Frame>& frames) {
  for (const Range& sentence : p.sentences) {
    const bool quoted = std::any_of(frames.begin(), frames.end(), [&](const Frame& frame) {
      if (!frame.marks.outer.overlaps(sentence)) return false;
      bool tight = false;
      return size_in_words(p, frame.marks.inner, tight) >= kLeastWords;
    });
    if (quoted) continue;
    const size_t begin = token_at(p.tokens, sentence.begin);
    const size_t end = token_at(p.tokens, sentence.end);
    if (begin >= end) continue;
    if (according(p, begin, end) || indirect_last(p, begin, end) ||
        indirect_before(p, begin, end)) {
      continue;
    }
    indirect_behind(p, begin, end);
  }
}

void QuoteReader::read(const Passage& p) {
  ++paragraph_;
  const std::vector<Frame> found = frames(p);
  // In reading order, so that a speaker named in reported speech is carried to the next words.
  const size_t first = annotated_.quotes.size();
  if (found.empty() || found.front().open > 0) {
    // Reported speech before the first mark comes first.
    read_indirect(p, found);
    read_direct(p, found);
  } else {
    read_direct(p, found);
    read_indirect(p, found);
  }
  std::stable_sort(annotated_.quotes.begin() + static_cast<std::ptrdiff_t>(first),
                   annotated_.quotes.end(), [](const model::Quote& a, const model::Quote& b) {
                     return a.at.range.begin < b.at.range.begin;
                   });
}

void QuoteReader::read_all(const std::vector<Passage>& all) {
  for (const Passage& p : all) speakers_.learn(p);
  for (const Passage& p : all) {
    // Captions repeat, headings cut short: neither is speech, neither ends a speaker's turn.
    if (p.kind == model::BlockKind::kCaption || p.kind == model::BlockKind::kHeading ||
        p.kind == model::BlockKind::kTable) {
      continue;
    }
    read(p);
  }
}

}  // namespace

void find_quotes(model::Annotated& annotated, const Passages& passages) {
  const QuoteCues* cues = quote_cues(annotated.article.lang);
  if (cues == nullptr) return;
  QuoteReader(annotated, *cues).read_all(passages);
}

}  // namespace synoptic::annotate
