#include "annotate/quotes/quote_frames.h"

#include <algorithm>

#include "text/utf8.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kTitleReach = 3;      // tokens between "film" and its name
constexpr size_t kLongestIncise = 40;  // tokens of ", said the mayor, who …,"
constexpr size_t kLongestName = 10;    // words of a title in marks

Frame frame_of(const Passage& p, const Quotation& marks) {
  Frame frame;
  frame.marks = marks;
  frame.open = token_at(p.tokens, marks.outer.begin);
  frame.close = token_at(p.tokens, marks.outer.end);
  return frame;
}

// A piece of a quotation, from token to token.
Frame piece_of(const Passage& p, size_t begin, size_t end, bool closed) {
  Frame frame;
  frame.open = begin;
  frame.close = end;
  const Range range = bytes_of(p.tokens, begin, end);
  frame.marks = {range, range, closed};
  return frame;
}

// "Ил-76": a thing, a body or a place that has a name, and not a word more; a model's number.
bool is_all_named(const Passage& p, const Frame& frame) {
  const Range inner = frame.marks.inner;
  for (const auto* mention : mentions_in(p, inner)) {
    if (mention->type != model::EntityType::kPerson && mention->at.range.begin <= inner.begin &&
        mention->at.range.end >= inner.end) {
      return true;
    }
  }
  const std::string_view written = inner.of(p.text);
  if (written.empty() || written.find(' ') != std::string_view::npos) return false;
  const bool digit = std::ranges::any_of(written, [](char c) { return c >= '0' && c <= '9'; });
  return digit && text::is_upper(text::decode(written, 0).value) &&
         written.find('-') != std::string_view::npos;
}

// "Одна из них — «Ладога Транс» — подала иск": between two dashes, all of it in capitals.
bool is_name_aside(const Passage& p, const Frame& frame) {
  if (frame.open < 2 || frame.close >= p.tokens.size()) return false;
  if (!is_dash(p, frame.open - 1) || !is_dash(p, frame.close) ||
      p.tokens[frame.open - 2].kind != TokenKind::kWord) {
    return false;
  }
  for (size_t at = frame.open; at < frame.close; ++at) {
    if (p.tokens[at].kind != TokenKind::kWord) continue;
    if (!text::is_upper(text::decode(p.text, p.tokens[at].at.begin).value)) return false;
  }
  return true;
}

bool is_name(const Passage& p, const QuoteCues& cues, const Frame& frame) {
  size_t words = 0;
  for (size_t at = frame.open; at < frame.close; ++at) {
    words += p.tokens[at].kind == TokenKind::kWord ? 1 : 0;
  }
  const bool tight = frame.open + 1 < frame.close && p.tokens[frame.open + 1].spaceless;
  if (words > (tight ? 2 * kLongestName : kLongestName)) return false;
  if (is_all_named(p, frame) || is_name_aside(p, frame)) return true;
  PhraseMatch found;
  const size_t first = frame.open > kTitleReach ? frame.open - kTitleReach : 0;
  for (size_t at = first; at < frame.open; ++at) {
    const TokenKind kind = p.tokens[at].kind;
    if (kind == TokenKind::kStop || kind == TokenKind::kComma) continue;
    for (const CueClass kind_of_name : {CueClass::kTitle, CueClass::kCalled}) {
      if (!cues.match(kind_of_name, p.tokens, at, frame.open, found)) continue;
      if (found.end == frame.open) return true;
      // A star's rest or an article may stand between.
      bool bare = true;
      for (size_t i = found.end; i < frame.open; ++i) {
        bare = bare && (p.tokens[i].kind == TokenKind::kWord
                            ? cues.is(CueClass::kGeneric, p.tokens, i, frame.open)
                            : p.tokens[i].kind == TokenKind::kOther);
      }
      if (bare) return true;
    }
  }
  size_t behind = frame.close;
  while (behind < p.tokens.size() && p.tokens[behind].kind == TokenKind::kOther) ++behind;
  return behind < p.tokens.size() &&
         cues.is(CueClass::kTitleAfter, p.tokens, behind, p.tokens.size());
}

// A verb of saying follows the marks that close at `end`.
bool is_told_behind(const Passage& p, const QuoteCues& cues, size_t end) {
  size_t at = end;
  while (at < p.tokens.size() && p.tokens[at].kind != TokenKind::kWord &&
         p.tokens[at].kind != TokenKind::kStop) {
    ++at;
  }
  PhraseMatch cue;
  return at < p.tokens.size() && cues.match(CueClass::kSay, p.tokens, at, p.tokens.size(), cue);
}

// "«We won, he said, and …»": the pieces around the cues inside.
bool split_at_cues(const Passage& p, const QuoteCues& cues, const Frame& frame, size_t first,
                   std::vector<Frame>& found) {
  size_t end = token_at(p.tokens, frame.marks.inner.end);
  size_t piece = first;
  bool cut = false;
  for (size_t at = first + 1; at + 1 < end; ++at) {
    const Token& token = p.tokens[at];
    const bool dash =
        is_dash(p, at) && (token.kind == TokenKind::kStop || token.at.begin == 0 ||
                           text::is_space(text::decode_before(p.text, token.at.begin).value));
    const bool comma = token.kind == TokenKind::kComma;
    if (!dash && !comma) continue;
    size_t cue_at = at + 1;
    while (cue_at < end && p.tokens[cue_at].kind != TokenKind::kWord) ++cue_at;
    PhraseMatch cue;
    if (!cues.match(CueClass::kSay, p.tokens, cue_at, end, cue)) {
      // "— he said —": a pronoun between.
      PhraseMatch pronoun;
      if (!dash || !cues.match(CueClass::kPronoun, p.tokens, cue_at, end, pronoun) ||
          !cues.match(CueClass::kSay, p.tokens, pronoun.end, end, cue)) {
        continue;
      }
    }
    if (cue.has_gap()) continue;
    size_t behind = cue.end;
    size_t stop = end;
    while (behind < std::min(end, cue.end + kLongestIncise)) {
      const bool closes = dash && is_dash(p, behind) && p.tokens[behind].kind == TokenKind::kStop;
      const std::string_view mark = p.tokens[behind].at.of(p.text);
      const bool initial = mark == "." && p.tokens[behind - 1].at.size() <= 2;
      if (closes || (!initial && mark == ".") ||
          (!dash && p.tokens[behind].kind == TokenKind::kComma)) {
        stop = behind;
        break;
      }
      ++behind;
    }
    // "He rang late, she said the sea was high," said X: words of X.
    if (!dash && stop + 1 >= end && is_told_behind(p, cues, end)) continue;
    // "Sarah Quint, the union's delegate. Nobody …": an apposition belongs to the cue.
    if (!dash && stop < end && p.tokens[stop].kind == TokenKind::kComma) {
      for (size_t i = stop + 1; i < std::min(end, stop + 8); ++i) {
        if (p.tokens[i].kind == TokenKind::kComma) break;
        if (p.tokens[i].at.of(p.text) == "." && i + 1 < end) {
          const char32_t letter = text::decode(p.text, p.tokens[stop + 1].at.begin).value;
          if (text::is_letter(letter)) stop = i;
          break;
        }
      }
    }
    size_t back = at;
    while (back > piece && p.tokens[back - 1].kind == TokenKind::kComma) --back;
    if (back > piece) found.push_back(piece_of(p, piece, back, true));
    cut = true;
    piece = stop;
    while (piece < end && p.tokens[piece].kind != TokenKind::kWord) ++piece;
    at = piece;
  }
  if (cut && piece < end) found.push_back(piece_of(p, piece, end, frame.marks.closed));
  return cut;
}

}  // namespace

std::vector<Frame> frames_of(const Passage& p, const QuoteCues& cues) {
  std::vector<Frame> found;
  // A paragraph of a dialogue begins with a dash.
  if (cues.incise && p.tokens.size() > 3 && is_dash(p, 0)) {
    Frame all = piece_of(p, 1, p.tokens.size(), true);
    if (split_at_cues(p, cues, all, 1, found)) return found;
  }
  for (const Quotation& marks : quotations(p.text)) {
    const Frame frame = frame_of(p, marks);
    if (is_name(p, cues, frame)) continue;
    const size_t first = token_at(p.tokens, marks.inner.begin);
    if (cues.incise && split_at_cues(p, cues, frame, first, found)) continue;
    found.push_back(frame);
  }
  return found;
}

}  // namespace synoptic::annotate::syntax
