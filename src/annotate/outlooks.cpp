// What the text says may come: cut out by the words that say so, with who expects it and whether it
// is expected not to be. Nothing of it is asserted, so the events told within it are not either.
#include <algorithm>

#include "annotate/grammar.h"
#include "annotate/outlooks_table.h"
#include "annotate/steps.h"
#include "text/fold.h"

namespace synoptic::annotate {
namespace {

using namespace syntax;

constexpr size_t kLongestContent = 60;       // tokens
constexpr size_t kLongestContentTight = 90;  // characters, in scripts without spaces
constexpr size_t kLongestGap = 14;
constexpr size_t kLongestHolder = 8;
constexpr size_t kLongestHolderTight = 16;
constexpr size_t kTopicReach = 5;  // words in which the one who expects is set off
constexpr size_t kNegationReach = 10;
constexpr size_t kNegationReachTight = 24;

struct Tokens {  // [begin, end)
  size_t begin = 0, end = 0;
  bool empty() const { return begin >= end; }
};

class OutlookReader {
 public:
  OutlookReader(const model::Annotated& annotated, const Passage& passage,
                const OutlookTable& table, const Grammar& rules)
      : annotated_(annotated), passage_(passage), table_(table), rules_(rules) {}

  void read(Range sentence, std::vector<model::Outlook>& found, std::vector<bool>& open) {
    sentence_ = {token_at(passage_.tokens, sentence.begin),
                 token_at(passage_.tokens, sentence.end)};
    size_t from = sentence_.begin;
    for (size_t at = sentence_.begin; at < sentence_.end;) {
      PhraseMatch match;
      if (!token(at).opens(Token::kOutlook) ||
          !table_.phrases.match(passage_.tokens, at, sentence_.end, match) || is_apart(match)) {
        ++at;
        continue;
      }
      const OutlookCue& cue = table_.cues[match.id];
      at = match.end;
      if (cue.frame == OutlookFrame::kNone) continue;
      const auto outlook = outlook_of(cue, match, from);
      if (!outlook) continue;
      at = std::max(at, token_at(passage_.tokens, outlook->at.range.end));
      from = at;
      found.push_back(*outlook);
      open.push_back(!cue.may_be_real);
    }
  }

 private:
  const Token& token(size_t at) const { return passage_.tokens[at]; }
  bool is_word(size_t at) const { return token(at).kind == TokenKind::kWord; }
  bool is_tight(Tokens range) const { return token(range.begin).spaceless; }
  bool starts(const PhraseTable& table, size_t at) const {
    PhraseMatch match;
    return table.match(passage_.tokens, at, sentence_.end, match);
  }
  bool starts(WordClass kind, size_t at) const {
    PhraseMatch match;
    return rules_.match(kind, passage_.tokens, at, sentence_.end, match);
  }
  // Ends whatever is told: "; … ", a closing bracket, a mark of quotation.
  bool is_break(size_t at) const {
    const TokenKind kind = token(at).kind;
    return kind == TokenKind::kStop || kind == TokenKind::kClose || kind == TokenKind::kOpen ||
           kind == TokenKind::kQuote;
  }

  // The two parts of a word stand too far from each other to be one.
  bool is_apart(const PhraseMatch& match) const {
    if (!match.has_gap()) return false;
    const size_t most = token(match.gap_begin).spaceless ? kLongestContentTight : kLongestGap;
    if (match.gap_end - match.gap_begin > most) return true;
    for (size_t at = match.gap_begin; at < match.gap_end; ++at) {
      if (is_break(at) || token(at).kind == TokenKind::kComma) return true;
    }
    return false;
  }

  std::optional<model::Outlook> outlook_of(const OutlookCue& cue, const PhraseMatch& match,
                                           size_t from) const {
    Tokens content, holder, about;
    const Tokens gap{match.gap_begin, match.has_gap() ? match.gap_end : match.gap_begin};
    const Tokens behind{match.end, sentence_.end};
    switch (cue.frame) {
      case OutlookFrame::kNone:
        return std::nullopt;
      case OutlookFrame::kClause:
        content = clause_in(behind);
        break;
      case OutlookFrame::kNoun:
        content = noun_in(behind, match);
        break;
      case OutlookFrame::kHolder:
        // "was expected in Beirut to": nobody is said to expect it.
        if (!gap.empty() && match.begin > from && starts(WordClass::kCopula, match.begin - 1)) {
          return std::nullopt;
        }
        content = clause_in(gap.empty() ? behind : Tokens{gap.begin, sentence_.end});
        holder = clause_before(match.begin, from);
        if (!can_expect(holder)) std::swap(holder, about);
        break;
      case OutlookFrame::kVerbFirst:
        content = clause_in(behind);
        holder = gap;
        break;
      case OutlookFrame::kAbout:
        content = clause_in(gap.empty() ? behind : gap);
        about = clause_before(match.begin, from);
        break;
      case OutlookFrame::kInside:
        // "не решила, исключит ли его": an open question goes on behind its word.
        content = cue.modality == "undecided" ? clause_in({gap.begin, sentence_.end}) : gap;
        about = clause_before(match.begin, from);
        break;
      case OutlookFrame::kBefore:
        content = clause_before(match.begin, from);
        break;
      case OutlookFrame::kBeforeHolder:
        content = long_before(match.begin, from);
        holder = topic_of(content);
        if (!holder.empty()) content.begin = behind_topic(holder);
        break;
    }
    content = trimmed(content);
    if (content.empty() || !ends_well(content, cue)) return std::nullopt;
    model::Outlook outlook;
    outlook.at = place(content);
    outlook.text = text_of(annotated_.article, outlook.at)
                       .substr(outlook.at.range.begin, outlook.at.range.size());
    outlook.modality = cue.modality;
    if (cue.negative != is_denied(content)) outlook.polarity = model::Polarity::kNegative;
    outlook.holder = holder_of(holder);
    if (const Tokens subject = trimmed(about); !subject.empty()) outlook.about = text(subject);
    outlook.cue = place({match.begin, match.end});
    outlook.rule = std::string(rule_name(cue.frame));
    return outlook;
  }

  static std::string_view rule_name(OutlookFrame frame) {
    switch (frame) {
      case OutlookFrame::kNoun:
        return "noun";
      case OutlookFrame::kHolder:
      case OutlookFrame::kVerbFirst:
      case OutlookFrame::kBeforeHolder:
        return "somebody expects it";
      case OutlookFrame::kAbout:
      case OutlookFrame::kInside:
        return "its subject stands before";
      default:
        return "clause";
    }
  }

  // Up to where another clause begins, or what is told ends.
  Tokens clause_in(Tokens range) const {
    Tokens clause{range.begin, range.begin};
    if (range.empty()) return clause;
    const size_t most = is_tight(range) ? kLongestContentTight : kLongestContent;
    const size_t last = std::min(range.end, range.begin + most);
    for (size_t at = range.begin; at < last; ++at) {
      if (is_break(at) && at > range.begin) break;
      if (at > range.begin && starts(table_.cuts, at)) break;
      if (token(at).kind == TokenKind::kComma && at > range.begin &&
          (token(at - 1).spaceless || at + 1 >= range.end || starts(table_.edges, at + 1))) {
        break;
      }
      clause.end = at + 1;
    }
    return clause;
  }

  // A noun with what belongs to it ends at a comma, and before the verb whose subject it is.
  Tokens noun_in(Tokens range, const PhraseMatch& match) const {
    Tokens noun = clause_in(range);
    const bool subject = match.begin <= sentence_.begin + 1;
    for (size_t at = noun.begin; at < noun.end; ++at) {
      if (token(at).kind == TokenKind::kComma ||
          (at > noun.begin && subject && starts(table_.verbs, at))) {
        noun.end = at;
      }
    }
    return noun;
  }

  // The words of the clause that ends at the token.
  Tokens clause_before(size_t end, size_t from) const { return walk_back(end, from, false); }

  // Over commas, too: the one who expects may be set off by one.
  Tokens long_before(size_t end, size_t from) const { return walk_back(end, from, true); }

  // What was quoted whole belongs to it.
  Tokens walk_back(size_t end, size_t from, bool over_commas) const {
    Tokens clause{end, end};
    int quoted = 0;
    while (clause.begin > from && end - clause.begin < kLongestContentTight) {
      const size_t at = clause.begin - 1;
      if (is_closing_mark(at)) {
        ++quoted;
      } else if (token(at).kind == TokenKind::kQuote && quoted > 0) {
        --quoted;
      } else if (is_break(at)) {
        break;
      } else if (quoted == 0 && !over_commas &&
                 (token(at).kind == TokenKind::kComma || starts(table_.cuts, at) ||
                  starts(WordClass::kBoundary, at))) {
        break;
      }
      clause.begin = at;
    }
    return clause;
  }
  bool is_closing_mark(size_t at) const {
    const std::string_view mark = token(at).at.of(passage_.text);
    return token(at).kind == TokenKind::kQuote &&
           (mark == "」" || mark == "』" || mark == "”" || mark == "»");
  }

  bool ends_topic(size_t at) const {
    if (starts(table_.topics, at)) return true;
    return std::ranges::any_of(table_.topic_endings, [&](const std::string& ending) {
      return token(at).folded.size() > ending.size() && token(at).folded.ends_with(ending);
    });
  }

  // "住民は、…": from the beginning up to the word or ending that sets it off.
  Tokens topic_of(Tokens clause) const {
    if (clause.empty()) return {};
    const size_t reach = is_tight(clause) ? kLongestHolderTight : kTopicReach;
    const size_t last = std::min(clause.end, clause.begin + reach);
    for (size_t at = clause.begin; at < last; ++at) {
      if (token(at).kind == TokenKind::kComma && !starts(table_.topics, at)) return {};
      if (starts(table_.topics, at)) return {clause.begin, at};
      if (is_word(at) && ends_topic(at)) return {clause.begin, at + 1};
    }
    return {};
  }

  size_t behind_topic(Tokens topic) const {
    size_t at = topic.end;
    while (at < sentence_.end && (token(at).kind == TokenKind::kComma ||
                                  (starts(table_.topics, at) && at < topic.end + 2))) {
      ++at;
    }
    return at;
  }

  Tokens trimmed(Tokens range) const {
    while (!range.empty() && !is_word(range.begin)) ++range.begin;
    while (!range.empty() && !is_word(range.end - 1) &&
           token(range.end - 1).kind != TokenKind::kOther) {  // "5.8%"
      --range.end;
    }
    return range;
  }

  bool ends_well(Tokens content, const OutlookCue& cue) const {
    const std::string_view last = token(content.end - 1).folded;
    return cue.content_endings.empty() ||
           std::ranges::any_of(cue.content_endings,
                               [&](const std::string& ending) { return last.ends_with(ending); });
  }

  bool is_denied(Tokens content) const {
    const size_t reach = is_tight(content) ? kNegationReachTight : kNegationReach;
    const size_t last = std::min(content.end, content.begin + reach);
    for (size_t at = content.begin; at < last; ++at) {
      PhraseMatch match;
      if (!table_.negations.match(passage_.tokens, at, sentence_.end, match)) continue;
      if (match.id == 0) return true;
      at = match.end - 1;
    }
    return false;
  }

  bool can_expect(Tokens range) const {
    range = trimmed(range);
    if (range.empty() || table_.who.empty()) return true;
    const Range bytes = bytes_of(passage_.tokens, range.begin, range.end);
    for (const auto* mention : mentions_in(passage_, bytes)) {
      if (mention->at.range.end == bytes.end && (mention->type == model::EntityType::kPerson ||
                                                 mention->type == model::EntityType::kOrg)) {
        return true;
      }
    }
    const std::string written = text::fold_copy(bytes.of(passage_.text));
    return std::ranges::any_of(table_.who,
                               [&](const std::string& word) { return written.ends_with(word); });
  }

  // A name right before the word, or what is said in a few words.
  std::optional<model::Argument> holder_of(Tokens range) const {
    range = trimmed(range);
    while (!range.empty() && starts(WordClass::kAdverb, range.end - 1)) --range.end;
    while (!range.empty() && starts(WordClass::kAnd, range.begin)) ++range.begin;
    if (range.empty()) return std::nullopt;
    const model::Mention* last = nullptr;
    const Range bytes = bytes_of(passage_.tokens, range.begin, range.end);
    for (const auto* mention : mentions_in(passage_, bytes)) {
      if (mention->form != "adjective" && mention->at.range.end <= bytes.end) last = mention;
    }
    if (last != nullptr && last->at.range.end >= token(range.end - 1).at.begin &&
        is_alone(range, *last)) {
      return model::Argument{last->text, last->stands_for.empty() ? last->entity : last->stands_for,
                             last->name, last->at};
    }
    const size_t most = is_tight(range) ? kLongestHolderTight : kLongestHolder;
    if (range.end - range.begin > most) return std::nullopt;
    model::Argument argument;
    argument.at = place(range);
    argument.text = argument.name = text(range);
    return argument;
  }

  // Not "the head of the Fund": nothing before the name says that it belongs to another.
  bool is_alone(Tokens range, const model::Mention& name) const {
    for (size_t at = range.begin; at < range.end && token(at).at.end <= name.at.range.begin; ++at) {
      if (starts(WordClass::kMarkerBefore, at)) return false;
    }
    return true;
  }

  model::Place place(Tokens range) const {
    return place_of(annotated_.article, passage_.block,
                    bytes_of(passage_.tokens, range.begin, range.end));
  }
  std::string text(Tokens range) const {
    return std::string(bytes_of(passage_.tokens, range.begin, range.end).of(passage_.text));
  }

  const model::Annotated& annotated_;
  const Passage& passage_;
  const OutlookTable& table_;
  const Grammar& rules_;
  Tokens sentence_;
};

// What is told within something expected is no more than expected.
void soften(const std::vector<model::Outlook>& outlooks, const std::vector<bool>& open,
            std::vector<model::Event>& events) {
  std::vector<const model::Outlook*> places;  // of one block none lies in another
  for (size_t i = 0; i < outlooks.size(); ++i) {
    if (open[i]) places.push_back(&outlooks[i]);
  }
  const auto key = [](const model::Place& at) { return std::pair{at.block, at.range.end}; };
  const auto key_of = [&](const model::Outlook* outlook) { return key(outlook->at); };
  std::ranges::sort(places, {}, key_of);
  for (model::Event& event : events) {
    const auto around = std::ranges::lower_bound(places, key(event.trigger), {}, key_of);
    if (around == places.end() || (*around)->at.block != event.trigger.block ||
        !(*around)->at.range.contains(event.trigger.range)) {
      continue;
    }
    const bool undecided = (*around)->modality == "undecided";
    if (undecided && event.modality != "background" && event.modality != "denied") {
      event.modality = "undecided";
      event.polarity = model::Polarity::kPositive;  // what is denied is that it is decided
    } else if (event.modality == "asserted") {
      event.modality = "expected";
    }
  }
}

}  // namespace

void find_outlooks(model::Annotated& annotated, const Passages& passages) {
  const OutlookTable* table = outlook_table(annotated.article.lang);
  const Grammar* rules = grammar(annotated.article.lang);
  if (table == nullptr || rules == nullptr) return;
  std::vector<bool> open;
  for (const Passage& passage : passages) {
    if (passage.kind == model::BlockKind::kCaption || passage.kind == model::BlockKind::kTable) {
      continue;  // captions repeat what the text tells
    }
    OutlookReader reader(annotated, passage, *table, *rules);
    for (const Range& sentence : passage.sentences) reader.read(sentence, annotated.outlooks, open);
  }
  soften(annotated.outlooks, open, annotated.events);
}

}  // namespace synoptic::annotate
