// Names that the knowledge does not hold: runs of capitalised words, quoted names behind a word
// for newspapers or companies. They become NIL, never the nearest known name. Precision comes
// first: capitals that grammar asks for are no names.
#include <algorithm>

#include "annotate/names/mentions.h"
#include "text/fold.h"
#include "text/name_marks.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::annotate {
namespace {

using knowledge::NameCue;
using model::EntityType;

constexpr size_t kLongestRun = 6;  // words
constexpr size_t kLongestPerson = 4;

struct Token {
  Range range;
  const Piece* piece = nullptr;  // the known stretch that holds it
  bool upper = false, all_caps = false, latin = false, joins = false;
  uint16_t letters = 0;
};

bool is_mark_inside_name(std::string_view gap) {
  return gap == " " || gap == "-" || gap == "'" || gap == "’" || gap == "." || gap == ". " ||
         gap == " & " || gap == "&";
}

class RunFinder {
 public:
  RunFinder(Work& work, Text& text, std::unordered_set<std::string>& known)
      : work_(work), text_(text), raw_(text.source.raw), known_(known) {}

  void run() {
    read_tokens();
    for (size_t i = 0; i < tokens_.size();) {
      const size_t end = run_end(i);
      if (end > i) accept(i, end);
      i = std::max(end, i + 1);
    }
    merge();
  }

 private:
  void read_tokens() {
    size_t p = 0;
    const auto& pieces = text_.pieces;
    tokens_.reserve(text_.source.starts.size());
    text::each_word(raw_, [&](const text::Word& word) {
      if (word.spaceless) return;
      Token token{.range = word.range};
      const char32_t first = text::decode(raw_, word.range.begin).value;
      token.latin = text::is_latin(first);
      token.upper = text::is_upper(first);
      if (!token.latin && !token.upper && !work_.rules.latin_text && !cased(first)) return;
      if (token.upper || foreign(token))
        count_letters(token);  // of others where they are asked for
      while (p < pieces.size() && pieces[p].word.end <= word.range.begin) ++p;
      if (p < pieces.size() && pieces[p].word.overlaps(word.range)) token.piece = &pieces[p];
      own_capitals_ |= token.upper && !token.latin;
      token.joins = token.piece != nullptr && token.piece->has(NameCue::kJoin);
      tokens_.push_back(token);
    });
  }

  void count_letters(Token& token) const {
    token.letters = 0;
    token.all_caps = true;
    for (uint32_t at = token.range.begin; at < token.range.end;) {
      const text::CodePoint c = text::decode(raw_, at);
      if (text::is_letter(c.value)) {
        ++token.letters;
        token.all_caps &= text::is_upper(c.value);
      }
      at += c.length;
    }
  }

  uint16_t letters_of(size_t i) {
    if (tokens_[i].letters == 0) count_letters(tokens_[i]);
    return tokens_[i].letters;
  }

  static bool cased(char32_t c) { return text::is_cyrillic(c) || (c >= 0x370 && c < 0x400); }

  bool foreign(const Token& token) const { return token.latin && !work_.rules.latin_text; }

  // A word that may be part of an unknown name.
  bool belongs(size_t i, bool first) const {
    const Token& token = tokens_[i];
    if (!token.upper && !(foreign(token) && !first && token.letters == 0)) return false;
    const Piece* piece = token.piece;
    if (piece == nullptr) return true;
    if (piece->role >= 0 || piece->institution >= 0 || piece->local >= 0) return false;
    if (piece->has(NameCue::kStop) || piece->has(NameCue::kPersonMark) ||
        piece->has(NameCue::kTrap)) {
      return false;
    }
    if (piece->entity >= 0) {
      // "AI" may be the first word of a longer foreign name; other known names stand alone.
      return foreign(token) && work_.entity(piece->entity).type == EntityType::kConcept;
    }
    // "German" behind a role is a given name; elsewhere it is the adjective.
    if (piece->adjective >= 0) return foreign(token) || after_role(i);
    return true;
  }

  bool after_role(size_t i) const {
    const Piece* before = piece_before(tokens_[i].range);
    return before != nullptr && before->role >= 0;
  }

  std::string_view gap(size_t left, size_t right) const {
    return raw_.substr(tokens_[left].range.end,
                       tokens_[right].range.begin - tokens_[left].range.end);
  }

  size_t run_end(size_t begin) {
    if (!belongs(begin, true)) return begin;
    size_t end = begin + 1;
    const Piece* before = piece_before(tokens_[begin].range);
    const bool person =
        before != nullptr && (before->role >= 0 || before->has(NameCue::kPersonMark));
    while (end < tokens_.size() && end - begin < kLongestRun + 2) {
      if (!is_mark_inside_name(gap(end - 1, end))) break;
      if (gap(end - 1, end).starts_with('.') && letters_of(end - 1) > 1) break;
      if (belongs(end, false)) {
        ++end;
        continue;
      }
      // "Ursula van der Waal": small words only between capitals.
      size_t next = end;
      while (next < tokens_.size() && tokens_[next].joins && next - end < 2 &&
             gap(next - 1, next) == " ") {
        ++next;
      }
      if (next == end || next >= tokens_.size() || gap(next - 1, next) != " " ||
          !belongs(next, false)) {
        break;
      }
      // "Analyst Jane Roe of Acme": a person is of something else.
      if (person && parts_from_person(tokens_[end])) break;
      end = next + 1;
    }
    return end;
  }

  bool parts_from_person(const Token& token) const {
    return std::ranges::any_of(
        work_.knowledge.cues("mention_person_of"),
        [&](const knowledge::Cue& cue) { return cue.text == token.range.of(raw_); });
  }

  const Piece* piece_before(Range range) const {
    auto next = piece_from(text_.pieces, range.begin);
    if (next == text_.pieces.begin()) return nullptr;
    --next;
    return is_adjacent(text_, next->word, range) ? &*next : nullptr;
  }

  const Piece* piece_after(Range range) const {
    const auto next = piece_from(text_.pieces, range.end);
    if (next == text_.pieces.end() || !is_adjacent(text_, range, next->word)) return nullptr;
    return &*next;
  }

  void accept(size_t begin, size_t end) {
    size_t known = 0, unknown = 0, capitals = 0, letters = 0;
    std::string_view kind;
    for (size_t i = begin; i < end; ++i) {
      const Piece* piece = tokens_[i].piece;
      (piece != nullptr && (piece->entity >= 0 || piece->adjective >= 0) ? known : unknown) += 1;
      letters += letters_of(i);
      capitals += tokens_[i].all_caps && tokens_[i].letters > 1 ? 1 : 0;
      if (piece != nullptr && piece->has(NameCue::kKind) && !piece->cue_value.empty() &&
          (i == begin || !work_.kind_first)) {
        kind = piece->cue_value;
      }
    }
    if (unknown == 0) return;  // "AI" alone
    const Range range{tokens_[begin].range.begin, tokens_[end - 1].range.end};
    const Piece* before = piece_before(range);
    const Piece* after = piece_after(range);
    const bool person =
        (before != nullptr && (before->role >= 0 || before->has(NameCue::kPersonMark))) ||
        (after != nullptr && after->role >= 0 && before == nullptr && work_.links.contains("") &&
         work_.links.at("").person_before);
    const bool organisation =
        (before != nullptr && before->has(NameCue::kOrganisation) && before->role < 0) ||
        (after != nullptr && after->has(NameCue::kOrganisation));
    // "Алма-Ата" is one word.
    const bool parted = range.of(raw_).find(' ') != std::string_view::npos;
    const size_t words = parted ? end - begin : 1;
    const bool is_foreign = foreign(tokens_[begin]);
    if (letters < 3) return;
    if (capitals == words && !organisation && words < 3 && kind.empty()) return;  // GPU, CEO
    if (words == 1 && !kind.empty()) return;  // "Bank" alone names nothing
    if (!is_foreign) {
      if (words == 1 && (capital_by_grammar(range) || has_ending_behind(range))) return;
      if (words == 1 && !person && !organisation) return;
      if (!person && !organisation && work_.capital_nouns && kind.empty()) return;
      if (text_.title_case && !told_elsewhere(range)) return;
    }
    EntityType type = EntityType::kOrg;
    bool weak = false;
    if (const auto told = model::entity_type_from_name(kind)) {
      type = *told;
    } else if (person || is_author(range)) {
      type = EntityType::kPerson;
    } else if (!is_foreign && !organisation && words <= kLongestPerson && capitals == 0 &&
               !behind_article(range)) {
      type = EntityType::kPerson;
      weak = !beside_will(range) && !behind_plain_word(range);
    }
    // The tagger tells names of texts with capitals better than the capitals alone do.
    if (!person && (!is_foreign || own_capitals_) && Tagger::embedded() != nullptr) return;
    add(range, type, is_foreign ? "foreign_capitals" : "capitals", weak);
  }

  // A capital that the sentence's begin asks for.
  bool capital_by_grammar(Range range) const {
    const auto& sentences = text_.source.sentences;
    if (sentences.empty()) return true;
    uint32_t at = sentences[sentence_of(text_.source, range.begin)].begin;
    while (at < range.begin) {
      const text::CodePoint c = text::decode(raw_, at);
      if (text::is_word(c.value)) return false;
      at += c.length;
    }
    return true;
  }

  // "Bakanı Ankara'da": an ending that no person takes beside a role.
  bool has_ending_behind(Range range) const {
    const std::string_view rest = raw_.substr(range.end, 4);
    const bool mark = rest.starts_with('\'') || rest.starts_with("’");
    return mark && text::genitive_length(rest) == 0;
  }

  bool told_elsewhere(Range range) const { return known_.contains(std::string(range.of(raw_))); }

  bool is_author(Range range) const {
    return std::any_of(work_.article.authors.begin(), work_.article.authors.end(),
                       [&](const model::Author& author) { return author.name == range.of(raw_); });
  }

  bool behind_article(Range range) const {
    Piece piece;
    piece.raw = piece.word = range;
    return !work_.articles.empty() && is_definite(work_, text_, piece);
  }

  // "engineer Amina Odhiambo": a small word that announces no place stands before it.
  bool behind_plain_word(Range range) const {
    if (range.begin < 2 || raw_[range.begin - 1] != ' ' || piece_before(range) != nullptr) {
      return false;
    }
    const char32_t last = text::decode_before(raw_, range.begin - 1).value;
    return text::is_letter(last) && !text::is_upper(last);
  }

  bool beside_will(Range range) const {
    const Piece* before = piece_before(range);
    const Piece* after = piece_after(range);
    return (before != nullptr && before->has(NameCue::kWill)) ||
           (after != nullptr && after->has(NameCue::kWill));
  }

  void add(Range range, EntityType type, std::string_view rule, bool weak = false) {
    known_.insert(std::string(range.of(raw_)));
    Piece piece;
    piece.raw = piece.word = range;
    piece.local = static_cast<int32_t>(add_local(work_, {.name = std::string(range.of(raw_)),
                                                         .type = type,
                                                         .form = "name",
                                                         .rule = "nil_" + std::string(rule),
                                                         .weak = weak}));
    piece.capital = true;
    piece.sentence = sentence_of(text_.source, range.begin);
    found_.push_back(std::move(piece));
  }

  void merge() { merge_pieces(text_, std::move(found_)); }

 public:
  // `صحيفة "نيكاي"`, «газета "Заря"»: a name in quotation marks behind its kind.
  void find_quoted() {
    for (const Piece& piece : text_.pieces) {
      if (!piece.has(NameCue::kPaper) && !piece.has(NameCue::kOrganisation)) continue;
      size_t at = piece.word.end;
      if (at < raw_.size() && raw_[at] == ' ') ++at;
      if (at >= raw_.size()) continue;
      const text::CodePoint open = text::decode(raw_, at);
      const std::string_view close = closing(open.value);
      if (close.empty()) continue;
      const auto begin = static_cast<uint32_t>(at + open.length);
      const size_t end = raw_.find(close, begin);
      constexpr size_t kLongestName = 64;
      if (end == std::string_view::npos || end - begin > kLongestName || end == begin) continue;
      const Range range{begin, static_cast<uint32_t>(end)};
      bool known = false;
      for (auto p = piece_from(text_.pieces, begin);
           p != text_.pieces.end() && p->word.begin < range.end; ++p) {
        known |= p->entity >= 0 || p->adjective >= 0 || p->local >= 0;
      }
      if (!known && text::words(range.of(raw_)).size() <= kLongestRun * 2) {
        add(range, EntityType::kOrg, "quoted");
      }
    }
    merge();
  }

 private:
  static std::string_view closing(char32_t open) {
    switch (open) {
      case '"':
        return "\"";
      case U'“':
        return "”";
      case U'«':
        return "»";
      case U'„':
        return "“";
      case U'「':
        return "」";
      case U'『':
        return "』";
      case U'《':
        return "》";
      default:
        return {};
    }
  }

  Work& work_;
  Text& text_;
  std::string_view raw_;
  std::unordered_set<std::string>& known_;  // names found so far in the article
  std::vector<Token> tokens_;
  bool own_capitals_ = false;  // of another script than Latin
  std::vector<Piece> found_;
};

}  // namespace

void merge_pieces(Text& text, std::vector<Piece> found) {
  if (found.empty()) return;
  std::vector<Piece> merged;
  merged.reserve(text.pieces.size() + found.size());
  size_t next = 0;
  for (Piece& piece : text.pieces) {
    while (next < found.size() && found[next].word.begin <= piece.word.begin) {
      merged.push_back(std::move(found[next++]));
    }
    const bool covered =
        !merged.empty() && merged.back().local >= 0 && merged.back().word.overlaps(piece.word);
    const bool covers = next < found.size() && found[next].word.overlaps(piece.word);
    if (!covered && !covers) merged.push_back(std::move(piece));
  }
  while (next < found.size()) merged.push_back(std::move(found[next++]));
  text.pieces = std::move(merged);
}

void find_unknown_names(Work& work) {
  std::unordered_set<std::string> known;
  // Texts whose capitals tell nothing come last: they only repeat names.
  for (const bool title_case : {false, true}) {
    for (Text& text : work.texts) {
      if (text.title_case != title_case) continue;
      RunFinder(work, text, known).find_quoted();
      RunFinder(work, text, known).run();
    }
  }
}

}  // namespace synoptic::annotate
