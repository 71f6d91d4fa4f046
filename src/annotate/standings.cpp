// "Sberbank is the country's largest bank": a rank, a kind of thing and a place make a phrase, and
// a name that is set equal to it is its subject. Whatever else stands between them is not taken for
// that, so that wishes, questions, denials and "one of the largest" are never told.
#include <algorithm>

#include "annotate/standings_country.h"
#include "annotate/standings_table.h"
#include "annotate/steps.h"

namespace synoptic::annotate {
namespace {

using namespace syntax;
using model::EntityType;
using model::Mention;

constexpr size_t kBeforePlace = 4;  // words between a place and the rank behind it
constexpr size_t kBehindPlace = 5;  // words between the kind and its place
constexpr size_t kObjectWords = 3;  // of them, what it is a producer of
constexpr size_t kToSubject = 7;    // tokens between the subject and the phrase
constexpr size_t kAmongReach = 4;   // tokens between "one of" and the rank
constexpr size_t kAmongBehind = 6;
constexpr size_t kLongestGapOfOrder = 5;

struct Tokens {  // [begin, end)
  size_t begin = 0, end = 0;
};

struct Where {
  Tokens at;
  const Mention* mention = nullptr;
  std::string whole;  // world country home
};

struct Who {
  const Mention* mention = nullptr;
  std::string_view rule;
};

bool is_place(const Mention& mention) {
  return !mention.entity.empty() && model::is_land(mention.type);
}

class StandingReader {
 public:
  StandingReader(const model::Annotated& annotated, const Passage& passage,
                 const StandingTable& table, const knowledge::Knowledge& knowledge)
      : annotated_(annotated), passage_(passage), table_(table), knowledge_(knowledge) {}

  void read(Range sentence, std::vector<model::Standing>& found) {
    sentence_ = {token_at(passage_.tokens, sentence.begin),
                 token_at(passage_.tokens, sentence.end)};
    for (size_t at = sentence_.begin; at < sentence_.end;) {
      PhraseMatch order;
      if (!token(at).opens(Token::kStanding) ||
          !table_.orders.match(passage_.tokens, at, sentence_.end, order) ||
          (order.has_gap() && order.gap_end - order.gap_begin > kLongestGapOfOrder)) {
        ++at;
        continue;
      }
      if (auto standing = standing_of(order)) found.push_back(std::move(*standing));
      at = order.has_gap() ? order.begin + 1 : order.end;
    }
  }

 private:
  const Token& token(size_t at) const { return passage_.tokens[at]; }
  bool is_word(size_t at) const { return token(at).kind == TokenKind::kWord; }
  bool is_break(size_t at) const {
    const TokenKind kind = token(at).kind;
    return kind == TokenKind::kStop || kind == TokenKind::kComma || kind == TokenKind::kOpen ||
           kind == TokenKind::kClose;
  }
  bool is_dash(size_t at) const {
    const std::string_view text = token(at).folded;
    return text == "—" || text == "–" || text == "-";
  }
  bool starts(const PhraseTable& table, size_t at, PhraseMatch& match) const {
    return at < sentence_.end && table.match(passage_.tokens, at, sentence_.end, match);
  }
  // A word that says nothing of its own begins at the token, and ends there.
  size_t behind_near(size_t at) const {
    PhraseMatch match;
    if (starts(table_.near, at, match) || starts(table_.articles, at, match)) return match.end;
    return at;
  }
  std::optional<size_t> before_near(size_t end) const {
    if (const auto begin = ends_before(table_.near, end)) return begin;
    return ends_before(table_.articles, end);
  }
  // A phrase of the table that ends right before the token; its first one.
  std::optional<size_t> ends_before(const PhraseTable& table, size_t end) const {
    constexpr size_t kLongest = 6;
    for (size_t at = end; at-- > sentence_.begin && end - at <= kLongest;) {
      PhraseMatch match;
      if (table.match(passage_.tokens, at, end, match) && match.end == end) return at;
    }
    return std::nullopt;
  }

  // A name that begins (or ends) at the token, of those outside the phrase that are known or named.
  const Mention* mention_from(size_t at) const {
    if (at >= sentence_.end) return nullptr;
    for (const auto* mention : mentions_in(passage_, token(at).at)) {
      // A clitic may stand before the name in its word.
      if (mention->at.range.begin >= token(at).at.begin) return mention;
    }
    return nullptr;
  }
  const Mention* mention_to(size_t end) const {
    if (end <= sentence_.begin) return nullptr;
    for (const auto* mention : mentions_in(passage_, token(end - 1).at)) {
      if (mention->at.range.end <= token(end - 1).at.end) return mention;
    }
    return nullptr;
  }
  Tokens tokens_of(const Mention& mention) const {
    size_t begin = token_at(passage_.tokens, mention.at.range.begin);
    if (begin > 0 && token(begin - 1).at.end > mention.at.range.begin) --begin;
    return {begin, token_at(passage_.tokens, mention.at.range.end)};
  }

  std::optional<model::Standing> standing_of(const PhraseMatch& order) const {
    PhraseMatch kind;
    if (!kind_beside(order, kind)) return std::nullopt;
    const Tokens core{std::min(order.begin, kind.begin), std::max(order.end, kind.end)};
    const auto& kind_of = table_.kind_of[kind.id];
    const auto& order_of = table_.order_of[order.id];
    if (order_of.ranked && !kind_of.ranked) return std::nullopt;
    const auto where = place_of_core(core, kind_of.has_object);
    if (!where) return std::nullopt;
    const Tokens whole{std::min(core.begin, where->at.begin), std::max(core.end, where->at.end)};
    if (is_one_of(core, whole)) return std::nullopt;
    if (where->at.end <= core.end && !is_whole(core.end)) return std::nullopt;
    const auto who = subject_of(whole, kind_of, *where);
    if (!who) return std::nullopt;

    model::Standing standing;
    standing.at = place_of(annotated_.article, passage_.block,
                           bytes_of(passage_.tokens, whole.begin, whole.end));
    standing.text = std::string(standing.at.range.of(passage_.text));
    standing.subject = argument(*who->mention);
    standing.order = order_of.name;
    standing.rank = order_of.rank;
    standing.kind = kind_of.name;
    standing.rule = std::string(who->rule);
    standing.place = place_argument(*where, *who->mention, standing.rule);
    return standing;
  }

  // The kind of thing: behind the rank, before it in some languages, or within its two words.
  bool kind_beside(const PhraseMatch& order, PhraseMatch& kind) const {
    if (order.has_gap()) {
      for (size_t at = order.gap_begin; at < order.gap_end; ++at) {
        if (table_.kinds.match(passage_.tokens, at, order.gap_end, kind)) return true;
      }
      return false;
    }
    size_t words = 0;
    for (size_t at = order.end; at < sentence_.end && words <= table_.kind_behind; ++at) {
      if (is_break(at)) break;
      // "bank" of "bank robbery" is none; a longer kind may follow.
      if (starts(table_.kinds, at, kind) &&
          (is_whole(kind.end) || place_at(kind.end) || table_.kind_of[kind.id].has_object)) {
        return true;
      }
      if (behind_near(at) > at || place_at(at)) continue;
      ++words;
      if (!is_between(at)) break;
    }
    words = 0;
    for (size_t at = order.begin; at-- > sentence_.begin && words < table_.kind_before;) {
      if (is_break(at)) break;
      if (table_.kinds.match(passage_.tokens, at, order.begin, kind)) return true;
      if (behind_near(at) == at) ++words;
    }
    return false;
  }

  // Of languages where adjectives tell themselves by their endings, a word that may be one.
  bool is_between(size_t at) const {
    return table_.between.empty() ||
           std::ranges::any_of(table_.between, [&](const std::string& ending) {
             return token(at).folded.ends_with(ending);
           });
  }

  bool place_at(size_t at) const {
    PhraseMatch match;
    if (starts(table_.whole, at, match)) return true;
    const Mention* mention = mention_from(at);
    return mention != nullptr && is_place(*mention);
  }

  // Nothing that would make another thing of the kind follows: "the largest bank robbery".
  bool is_whole(size_t end) const {
    if (end >= sentence_.end || !is_word(end)) return true;
    PhraseMatch match;
    return starts(table_.behind, end, match) || behind_near(end) > end ||
           starts(table_.copulas, end, match) || mention_from(end) != nullptr;
  }

  std::optional<Where> place_of_core(Tokens core, bool has_object) const {
    if (table_.place_first) {
      if (auto before = place_before(core.begin)) return before;
    }
    for (size_t at = core.begin; at < core.end; ++at) {
      if (auto inside = where_at(at)) return inside;
    }
    size_t words = 0;
    for (size_t at = core.end; at < sentence_.end && at < core.end + kBehindPlace + 1; ++at) {
      if (is_break(at)) break;
      if (auto behind = where_at(at)) return behind;
      if (const size_t next = behind_near(at); next > at) {
        at = next - 1;
      } else if (!is_word(at) || ++words > (has_object ? kObjectWords : table_.place_words)) {
        break;
      }
    }
    return std::nullopt;
  }

  std::optional<Where> where_at(size_t at) const {
    PhraseMatch match;
    if (const Mention* mention = mention_from(at); mention != nullptr && is_place(*mention)) {
      return Where{tokens_of(*mention), mention, {}};
    }
    if (starts(table_.whole, at, match)) {
      return Where{{match.begin, match.end}, nullptr, table_.whole_of[match.id]};
    }
    return std::nullopt;
  }

  // "Nigeria's largest", 巴西最大, "the world's second-largest".
  std::optional<Where> place_before(size_t end) const {
    size_t at = end;
    for (size_t passed = 0; passed <= kBeforePlace && at > sentence_.begin; ++passed) {
      if (const auto begin = ends_before(table_.whole, at)) {
        PhraseMatch match;
        table_.whole.match(passage_.tokens, *begin, at, match);
        return Where{{*begin, end}, nullptr, table_.whole_of[match.id]};
      }
      const Mention* mention = mention_to(at);
      if (mention != nullptr && is_place(*mention)) {
        return Where{{tokens_of(*mention).begin, end}, mention, {}};
      }
      if (const auto begin = before_near(at)) {
        at = *begin;
      } else if (token(at - 1).kind == TokenKind::kOther && !is_dash(at - 1)) {
        --at;
      } else {
        break;
      }
    }
    return std::nullopt;
  }

  // "one of the largest", "最大の港の一つ"
  bool is_one_of(Tokens core, Tokens whole) const {
    for (const size_t begin : {core.begin, whole.begin}) {
      for (size_t passed = 0; passed < kAmongReach && begin - passed > sentence_.begin; ++passed) {
        if (ends_before(table_.among, begin - passed)) return true;
      }
    }
    for (size_t at = core.end; at < std::min(sentence_.end, whole.end + kAmongBehind); ++at) {
      PhraseMatch match;
      if (is_break(at) && at >= whole.end) break;
      if (starts(table_.among_behind, at, match)) return true;
    }
    return false;
  }

  bool fits(const Mention& mention, const StandingTable::Kind& kind, const Where& where) const {
    if (mention.form == "adjective" || mention.form == "role" || mention.form == "composed") {
      return false;
    }
    if (where.mention != nullptr && !mention.entity.empty() &&
        mention.entity == where.mention->entity) {
      return false;
    }
    return (kind.types >> static_cast<unsigned>(mention.type) & 1) != 0;
  }

  std::optional<Who> subject_of(Tokens whole, const StandingTable::Kind& kind,
                                const Where& where) const {
    if (auto before = subject_before(whole, kind, where)) return before;
    return subject_behind(whole, kind, where);
  }

  // "X, the largest …", "X is the largest …", where verbs are last "X the largest … is".
  std::optional<Who> subject_before(Tokens whole, const StandingTable::Kind& kind,
                                    const Where& where) const {
    size_t at = whole.begin;
    bool equal = table_.adjacent, comma = false;
    while (at > sentence_.begin && whole.begin - at <= kToSubject) {
      if (const Mention* mention = mention_to(at); mention != nullptr && equal) {
        if (fits(*mention, kind, where)) return Who{mention, comma ? "beside it" : "is"};
        return std::nullopt;
      }
      if (const auto copula = ends_before(table_.copulas, at)) {
        equal = true;
        at = *copula;
      } else if (const auto article = ends_before(table_.articles, at)) {
        at = *article;
      } else if (!comma && (token(at - 1).kind == TokenKind::kComma || is_dash(at - 1) ||
                            token(at - 1).kind == TokenKind::kOpen)) {
        equal = comma = true;
        --at;
      } else if (token(at - 1).kind == TokenKind::kQuote ||
                 token(at - 1).kind == TokenKind::kClose) {
        --at;
      } else {
        break;
      }
    }
    return std::nullopt;
  }

  // "the largest … X", "the largest …, X, …", "the largest … is X"
  std::optional<Who> subject_behind(Tokens whole, const StandingTable::Kind& kind,
                                    const Where& where) const {
    size_t at = whole.end;
    bool comma = false;
    while (at < sentence_.end && at - whole.end <= kToSubject) {
      PhraseMatch match;
      if (const Mention* mention = mention_from(at)) {
        if (!fits(*mention, kind, where)) return std::nullopt;
        const size_t end = tokens_of(*mention).end;
        // Between two commas it is the same thing; "…, Peru's president" is not.
        if (comma && end < sentence_.end && !is_break(end) &&
            token(end).kind != TokenKind::kQuote) {
          return std::nullopt;
        }
        return Who{mention, comma ? "beside it" : "named behind it"};
      }
      if (starts(table_.copulas, at, match) || starts(table_.articles, at, match)) {
        at = match.end;
      } else if (!comma && (token(at).kind == TokenKind::kComma || is_dash(at))) {
        comma = true;
        ++at;
      } else if (token(at).kind == TokenKind::kQuote || token(at).kind == TokenKind::kOpen) {
        ++at;
      } else {
        break;
      }
    }
    return std::nullopt;
  }

  static model::Argument argument(const Mention& mention) {
    return {mention.text, mention.entity, mention.name.empty() ? mention.text : mention.name,
            mention.at};
  }

  model::Argument place_argument(const Where& where, const Mention& subject,
                                 std::string& rule) const {
    if (where.mention != nullptr) return argument(*where.mention);
    model::Argument place;
    place.at = place_of(annotated_.article, passage_.block,
                        bytes_of(passage_.tokens, where.at.begin, where.at.end));
    place.text = place.name = std::string(place.at.range.of(passage_.text));
    if (where.whole == "world") {
      place.name = "world";
      return place;
    }
    const auto [country, why] = country_meant(annotated_.article, passage_,
                                              token(sentence_.end - 1).at.end, subject, knowledge_);
    if (country == nullptr) return place;
    place.entity = country->id;
    place.name = country->name;
    rule += why;
    return place;
  }

  const model::Annotated& annotated_;
  const Passage& passage_;
  const StandingTable& table_;
  const knowledge::Knowledge& knowledge_;
  Tokens sentence_;
};

}  // namespace

void find_standings(model::Annotated& annotated, const Passages& passages,
                    const knowledge::Knowledge& knowledge) {
  const StandingTable* table = standing_table(annotated.article.lang);
  if (table == nullptr) return;
  for (const Passage& passage : passages) {
    if (passage.kind == model::BlockKind::kCaption || passage.kind == model::BlockKind::kTable) {
      continue;  // captions repeat what the text tells
    }
    StandingReader reader(annotated, passage, *table, knowledge);
    for (const Range& sentence : passage.sentences) reader.read(sentence, annotated.standings);
  }
}

}  // namespace synoptic::annotate
