// Who said what: words in quotation marks with a reporting cue beside them, and reported speech
// without marks. A speaker left out is the one before, across captions and headings.
#include <algorithm>

#include "annotate/quotes/quote_frames.h"
#include "annotate/quotes/quote_voices.h"
#include "annotate/steps.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

using namespace syntax;

constexpr uint32_t kCarryBlocks = 5;    // paragraphs over which a speaker is carried
constexpr uint32_t kLongestRest = 120;  // bytes of a sentence that only names the speaker
constexpr size_t kLongestNoun = 3;      // words of "the charges", of which nothing is told

class QuoteReader {
 public:
  QuoteReader(model::Annotated& annotated, const QuoteCues& cues)
      : annotated_(annotated), cues_(cues), speakers_(annotated, cues), people_(cues) {}

  void read_all(const std::vector<Passage>& all);

 private:
  struct Run {  // tokens of the sentences that quotation marks hold together
    size_t begin = 0, end = 0;
  };

  void read(const Passage& p);
  std::vector<Run> runs(const Passage& p);
  std::vector<Run> parted(const Passage& p, const std::vector<Run>& runs);
  void tell(const Passage& p, Saying saying);
  void resolve(const Passage& p, Saying& saying);
  void choose_by_gender(const Passage& p, Saying& saying) const;
  bool is_body(const model::Argument& speaker) const;
  bool is_person(const model::Argument& speaker) const;
  void read_rest(const Passage& p, const Run& run, bool silent);
  bool read_block_quotation(const Passage& p);
  void add(const Passage& p, Range words, std::string_view form, const Saying& saying);
  bool carries() const { return last_ && paragraph_ - last_paragraph_ <= kCarryBlocks; }
  size_t words_in(const Passage& p, size_t begin, size_t end) const;

  model::Annotated& annotated_;
  const QuoteCues& cues_;
  SpeakerFinder speakers_;
  PeopleTold people_;
  std::vector<Frame> frames_;
  std::optional<model::Argument> last_;    // who spoke
  std::optional<model::Argument> person_;  // of whom the sentence before tells
  std::optional<Saying> announced_;        // "the mayor said:", for the quotation that follows
  Frame* orphan_ = nullptr;                // a quotation that waits for its cue
  uint32_t paragraph_ = 0, last_paragraph_ = 0;
  bool spoke_ = false;     // the sentence before was speech
  bool indirect_ = false;  // without marks
  bool direct_ = false;    // in marks
  bool open_ = false;      // the last quotation goes on in the next paragraph
};

size_t QuoteReader::words_in(const Passage& p, size_t begin, size_t end) const {
  size_t words = 0, characters = 0;
  for (size_t at = begin; at < end; ++at) {
    if (p.tokens[at].kind != TokenKind::kWord) continue;
    p.tokens[at].spaceless ? ++characters : ++words;
  }
  return words + (characters + 1) / 2;
}

// Without a final comma or full stop.
Range trimmed(std::string_view text, Range words) {
  const auto drops = [](char32_t c) {
    constexpr std::u32string_view kDropped = U".,;:،؛。，；：、।۔–—-";
    return text::is_space(c) || kDropped.find(c) != std::u32string_view::npos;
  };
  while (words.size() > 0) {
    const text::CodePoint c = text::decode_before(text, words.end);
    if (!drops(c.value)) break;
    words.end -= c.length;
  }
  while (words.size() > 0) {
    const text::CodePoint c = text::decode(text, words.begin);
    if (!drops(c.value)) break;
    words.begin += c.length;
  }
  return words;
}

bool ends_sentence(std::string_view words) {
  if (words.empty()) return false;
  const char32_t last = text::decode_before(words, words.size()).value;
  constexpr std::u32string_view kEnds = U".!?…。！？؟۔।";
  return kEnds.find(last) != std::u32string_view::npos;
}

void QuoteReader::add(const Passage& p, Range words, std::string_view form, const Saying& saying) {
  words = trimmed(p.text, words);
  if (words.empty()) return;
  model::Quote quote;
  quote.at = place_of(annotated_.article, p.block, words);
  quote.text = words.of(p.text);
  quote.form = form;
  quote.speaker = saying.speaker;
  if (saying.cue_end > saying.cue_begin) {
    quote.cue = bytes_of(p.tokens, saying.cue_begin, saying.cue_end).of(p.text);
  }
  quote.medium = saying.medium;
  quote.source = saying.source;
  quote.rule = saying.rule;
  if (saying.carried) quote.rule += ", speaker carried";
  direct_ = form == "direct";
  indirect_ = !direct_;
  annotated_.quotes.push_back(std::move(quote));
}

// The speaker of a pronoun or of a cue without a subject.
void QuoteReader::resolve(const Passage& p, Saying& saying) {
  if (saying.nobody) return;
  if (saying.carried && !saying.speaker) {
    if (person_ && !spoke_)
      saying.speaker = person_;
    else if (carries())
      saying.speaker = last_;
    else if (person_)
      saying.speaker = person_;
    // "There was no warning, he said. Daniel Osei was fishing": the name may come after.
    if (!saying.speaker) {
      const size_t from = std::max(saying.cue_end, saying.end);
      saying.speaker = speakers_.person_in(p, from, p.tokens.size());
      const auto next = std::partition_point(
          p.sentences.begin(), p.sentences.end(),
          [&](const Range& one) { return token_at(p.tokens, one.begin) < from; });
      if (!saying.speaker && next != p.sentences.end()) {
        saying.speaker =
            speakers_.topic_of(p, token_at(p.tokens, next->begin), token_at(p.tokens, next->end));
      }
    }
  }
  if (saying.carried) choose_by_gender(p, saying);
  if (saying.speaker) {
    last_ = saying.speaker;
    last_paragraph_ = paragraph_;
  }
}

// "she said" behind a man's name, or behind a body's: the woman who was named last.
void QuoteReader::choose_by_gender(const Passage& p, Saying& saying) const {
  if (saying.gender == Gender::kUnknown) return;
  const Gender told = saying.speaker ? people_.of(*saying.speaker) : Gender::kUnknown;
  if (told == saying.gender) return;
  // Of whom nothing tells which it is: who has just been named goes on.
  if (saying.gender == Gender::kMan && told == Gender::kUnknown && saying.speaker &&
      is_person(*saying.speaker))
    return;
  const size_t at = std::min(saying.cue_begin, p.tokens.size() - 1);
  const model::Mention* other = people_.last(saying.gender, p, p.tokens[at].at.begin);
  if (other != nullptr) {
    saying.speaker = model::Argument{other->text, other->entity, other->name, other->at};
    if (saying.speaker->name.empty()) saying.speaker->name = other->text;
  } else if (told != Gender::kUnknown || (saying.speaker && is_body(*saying.speaker))) {
    saying.speaker.reset();
  }
}

// "She" is no agency and no country.
bool QuoteReader::is_body(const model::Argument& speaker) const {
  return std::any_of(annotated_.mentions.begin(), annotated_.mentions.end(),
                     [&](const model::Mention& mention) {
                       return mention.at.block == speaker.at.block &&
                              mention.at.range == speaker.at.range && mention.form != "role" &&
                              (mention.type == model::EntityType::kOrg ||
                               mention.type == model::EntityType::kCountry);
                     });
}

bool QuoteReader::is_person(const model::Argument& speaker) const {
  return std::ranges::any_of(annotated_.mentions, [&](const model::Mention& mention) {
    return mention.type == model::EntityType::kPerson && mention.form != "role" &&
           mention.at.block == speaker.at.block && mention.at.range.overlaps(speaker.at.range);
  });
}

void QuoteReader::tell(const Passage& p, Saying saying) {
  if (saying.bare) {
    if (orphan_ == nullptr) return;
    resolve(p, saying);
    orphan_->used = true;
    add(p, orphan_->marks.inner, "direct", saying);
    orphan_ = nullptr;
    return;
  }
  if (saying.hearsay && !(spoke_ && last_)) return;
  // "He denies the charges": who he is a guess would tell, and what the charges are nothing.
  if (saying.noun && saying.carried && words_in(p, saying.begin, saying.end) <= kLongestNoun) {
    return;
  }
  if (saying.doubted) {
    if (frames_inside(frames_, saying.begin, saying.end).empty()) return;
    // "a letter of 200 teachers"
    const char first = saying.speaker->text.front();
    if (first < '0' || first > '9') saying.speaker.reset();
  }
  resolve(p, saying);
  std::vector<Frame*> inside;
  for (Frame& frame : frames_inside(frames_, saying.begin, saying.end)) inside.push_back(&frame);
  size_t outside = 0, at = saying.begin, behind = 0;
  for (const Frame* frame : inside) {
    outside += words_in(p, at, frame->open);
    at = frame->close;
  }
  behind = words_in(p, at, saying.end);
  if (!inside.empty() && (outside + behind == 0 || (!cues_.whole && behind == 0))) {
    for (const Frame* frame : inside) {
      if (outside > 0 && frame != inside.back()) continue;
      add(p, frame->marks.inner, "direct", saying);
      open_ = !frame->marks.closed;
    }
    return;
  }
  add(p, bytes_of(p.tokens, saying.begin, saying.end), "indirect", saying);
}

std::vector<QuoteReader::Run> QuoteReader::runs(const Passage& p) {
  std::vector<Run> found;
  size_t frame = 0;
  for (const Range& sentence : p.sentences) {
    const size_t begin = token_at(p.tokens, sentence.begin);
    const size_t end = token_at(p.tokens, sentence.end);
    if (begin >= end) continue;
    while (frame < frames_.size() && frames_[frame].close <= begin) ++frame;
    bool joins = frame < frames_.size() && frames_[frame].open < begin && !found.empty();
    // "“… .” said X": the sentence goes on behind the mark.
    if (!joins && !found.empty() && frame > 0 && frames_[frame - 1].close == begin) {
      const Token& first = p.tokens[begin];
      const text::CodePoint c = text::decode(p.text, first.at.begin);
      joins = first.kind == TokenKind::kComma || c.value == U'–' || c.value == U'—' ||
              (text::is_letter(c.value) && !text::is_upper(c.value) &&
               sentence.size() <= kLongestRest &&
               (text::is_latin(c.value) || text::is_cyrillic(c.value) || !cues_.direct ||
                cues_.is(CueClass::kSay, p.tokens, begin, end)));
      if (first.spaceless) {  // "“…。”他说。": only words of the speaker
        joins = false;
        for (size_t at = begin; at < std::min(end, begin + 14) && !joins; ++at) {
          PhraseMatch cue;
          joins = cues_.any.match(p.tokens, at, end, cue) && end - at <= 6;
        }
        joins = joins && frames_[frame - 1].marks.closed;
      }
    }
    if (joins) {
      found.back().end = end;
    } else {
      found.push_back({begin, end});
    }
  }
  return parted(p, found);
}

// Each with one speaker, where no marks tell.
std::vector<QuoteReader::Run> QuoteReader::parted(const Passage& p, const std::vector<Run>& runs) {
  std::vector<Run> out;
  for (const Run& run : runs) {
    out.push_back(run);
    if (!frames_inside(frames_, run.begin, run.end).empty()) continue;
    for (const size_t at : second_voices(p, cues_, speakers_, run.begin, run.end)) {
      out.back().end = at - 1;  // without the comma
      out.push_back({at, run.end});
    }
  }
  return out;
}

// Quotations that no cue tells: they go on with the speaker before, or wait for one.
void QuoteReader::read_rest(const Passage& p, const Run& run, bool silent) {
  for (Frame& frame : frames_inside(frames_, run.begin, run.end)) {
    if (frame.used) continue;
    const bool starts = words_in(p, run.begin, frame.open) == 0;
    const bool alone = starts && words_in(p, frame.close, run.end) == 0;
    Saying more;
    more.speaker = last_;
    more.carried = true;
    more.rule = "goes on";
    if (open_ && frame.open == 0 && last_) {  // the last paragraph's speech goes on
      open_ = !frame.marks.closed;
    } else if (alone && silent && spoke_ && direct_ && carries()) {
    } else if (alone && silent && frame.open == 0 && carries() &&
               last_paragraph_ + 1 >= paragraph_ && words_in(p, frame.open, frame.close) >= 6) {
      more.rule = "alone";
    } else if (alone && frame.open == 0 && frame.close + 1 >= p.tokens.size() && silent &&
               ends_sentence(frame.marks.inner.of(p.text)) && frame.marks.closed &&
               words_in(p, frame.open, frame.close) >= 2) {
      if (!carries()) more = {};
      more.rule = "alone";
    } else if (alone && p.kind == model::BlockKind::kQuote) {
      more = {};
      more.rule = "block quotation";
    } else {
      if (alone) orphan_ = &frame;
      continue;
    }
    frame.used = true;
    add(p, frame.marks.inner, "direct", more);
    if (more.speaker) last_paragraph_ = paragraph_;
  }
}

// A block quotation behind "the mayor told reporters:" needs no marks.
bool QuoteReader::read_block_quotation(const Passage& p) {
  if (p.kind != model::BlockKind::kQuote) announced_.reset();
  if (!announced_) return false;
  Range words{0, static_cast<uint32_t>(p.text.size())};
  if (frames_.size() == 1 && words_in(p, 0, frames_[0].open) == 0 &&
      words_in(p, frames_[0].close, p.tokens.size()) == 0) {
    words = frames_[0].marks.inner;
  }
  add(p, words, "direct", *announced_);
  last_paragraph_ = paragraph_;
  spoke_ = true;
  return true;
}

void QuoteReader::read(const Passage& p) {
  ++paragraph_;
  frames_ = frames_of(p, cues_);
  if (read_block_quotation(p)) return;
  orphan_ = nullptr;
  person_.reset();
  if (paragraph_ - last_paragraph_ > 1) spoke_ = false;
  const size_t first = annotated_.quotes.size();
  SentenceReader sentences(p, cues_, speakers_, frames_);
  for (const Run& run : runs(p)) {
    const size_t before = annotated_.quotes.size();
    auto sayings = sentences.read(run.begin, run.end);
    const bool silent =
        std::all_of(sayings.begin(), sayings.end(), [](const Saying& one) { return one.bare; });
    PhraseMatch found;
    if (silent && spoke_ && indirect_ && last_ &&
        cues_.match(CueClass::kGoesOn, p.tokens, run.begin, run.end, found)) {
      Saying more;
      more.begin = run.begin;
      more.end = run.end;
      more.speaker = last_;
      more.carried = true;
      more.rule = "goes on";
      sayings.push_back(std::move(more));
    }
    for (Saying& saying : sayings) tell(p, std::move(saying));
    read_rest(p, run, silent);
    const bool waits = orphan_ != nullptr && orphan_->open >= run.begin;
    if (!waits) orphan_ = nullptr;
    spoke_ = annotated_.quotes.size() > before;
    if (!waits) person_ = speakers_.topic_of(p, run.begin, run.end);
    if (run.end + 1 < p.tokens.size()) continue;
    announced_ = sentences.announced();
    if (!announced_) continue;
    resolve(p, *announced_);
    announced_->cue_begin = announced_->cue_end = 0;  // they are of this passage
    // "Anna Holt, the union's head, said:": what stands before the cue was not said.
    annotated_.quotes.erase(
        std::remove_if(annotated_.quotes.begin() + static_cast<std::ptrdiff_t>(before),
                       annotated_.quotes.end(),
                       [](const model::Quote& quote) { return !quote.speaker; }),
        annotated_.quotes.end());
  }
  std::stable_sort(annotated_.quotes.begin() + static_cast<std::ptrdiff_t>(first),
                   annotated_.quotes.end(), [](const model::Quote& a, const model::Quote& b) {
                     return a.at.range.begin < b.at.range.begin;
                   });
}

void QuoteReader::read_all(const std::vector<Passage>& all) {
  for (const Passage& p : all) {
    speakers_.learn(p);
    people_.learn(p);
  }
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
