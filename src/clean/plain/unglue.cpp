#include "clean/plain/unglue.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/position.h"
#include "base/strings.h"
#include "clean/page.h"
#include "clean/plain/seam_table.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;

constexpr uint32_t kFewestHeadWords = 2;
constexpr uint32_t kMostHeadWords = 14;
constexpr size_t kHeadBytes = 600;        // so many words and more
constexpr size_t kShortestHalf = 3;       // letters on either side of a seam
constexpr uint32_t kParagraphWidth = 45;  // of what must follow a glued subhead

class Ungluer {
 public:
  Ungluer(const Knowledge& knowledge, std::string_view lang, const std::vector<Piece>& pieces,
          model::Format format)
      : knowledge_(knowledge),
        lang_(lang),
        table_(seam_table(lang)),
        pieces_(pieces),
        format_(format) {}

  // Where the paragraph begins in a piece that opens with a glued subhead; 0 if it does not.
  uint32_t head_seam(const Piece& piece) const {
    const std::string_view sentence = first_sentence(piece.text);
    if (table_.finals.empty() && shows_no_seam(sentence)) return 0;
    const auto words = text::words(sentence);
    for (uint32_t i = 0; i < words.size() && i <= kMostHeadWords; ++i) {
      if (words[i].spaceless) return 0;
      if (i + 1 < kFewestHeadWords) continue;
      const uint32_t seam = word_seam(words[i].range.of(piece.text));
      if (seam == 0) continue;
      const uint32_t at = words[i].range.begin + seam;
      if (format_ == model::Format::kHtml && !parted_by_markup(piece, at)) return 0;
      if (width_of(std::string_view(piece.text).substr(at)) < kParagraphWidth) return 0;
      return at;
    }
    return 0;
  }

  bool knows_inner_seams() const { return !table_.articles.empty() || !table_.finals.empty(); }

  // Seams inside words of running text: a name with the next word's article behind it.
  std::vector<uint32_t> inner_seams(const Piece& piece) const {
    std::vector<uint32_t> seams;
    if (!knows_inner_seams()) return seams;
    for (const text::Word& word : text::words(piece.text)) {
      if (word.spaceless) continue;
      const std::string_view text = word.range.of(piece.text);
      for (const std::string& article : table_.articles) {
        const size_t at = text.find(article, 1);
        if (at == std::string_view::npos || !is_name(text.substr(0, at)) ||
            letters(text.substr(at)) < kShortestHalf + 2) {
          continue;
        }
        seams.push_back(word.range.begin + static_cast<uint32_t>(at));
        break;
      }
      if (const uint32_t at = final_seam(text); at > 0) {
        if (seams.empty() || seams.back() < word.range.begin) {
          seams.push_back(word.range.begin + at);
        }
      }
    }
    return seams;
  }

 private:
  // Up to the first sign behind a word that a subhead has not inside.
  static std::string_view first_sentence(std::string_view text) {
    text = text.substr(0, kHeadBytes);
    size_t at = 0;
    while (at < text.size()) {
      const text::CodePoint c = text::decode(text, at);
      if (text::is_word(c.value)) break;
      at += c.length;
    }
    const auto ends = [](char c) {
      return c == '.' || c == '!' || c == '?' || c == ';' || c == ':';
    };
    const auto end = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), ends);
    return text.substr(0, static_cast<size_t>(end - text.begin()));
  }

  // Words of scripts with capitals, none of which has a capital behind a small letter: most lines,
  // told without cutting them into words. What stands behind a character of a script without spaces
  // is not looked at.
  static bool shows_no_seam(std::string_view text) {
    char32_t before = 0;  // in the same word
    for (size_t at = 0; at < text.size();) {
      const char byte = text[at];
      if (text::is_ascii(byte)) {
        ++at;
        const bool capital = byte >= 'A' && byte <= 'Z', small = byte >= 'a' && byte <= 'z';
        if (!capital && !small && !(byte >= '0' && byte <= '9')) {
          before = 0;
          continue;
        }
        if (before == 0 ? !capital && !small : capital && is_small(before)) return false;
        before = static_cast<unsigned char>(byte);
        continue;
      }
      const text::CodePoint c = text::decode(text, at);
      at += c.length;
      if (text::is_spaceless(c.value)) return true;
      if (!text::is_word(c.value)) {
        before = 0;
        continue;
      }
      if (before == 0 ? !is_cased(c.value) : text::is_upper(c.value) && is_small(before)) {
        return false;
      }
      before = c.value;
    }
    return true;
  }

  static bool is_small(char32_t c) {
    if (c < 0x80) return c >= 'a' && c <= 'z';
    return text::is_letter(c) && !text::is_upper(c);
  }

  // May the word begin a sentence?
  bool opens(std::string_view folded) const {
    if (!openers_) {
      openers_.emplace();
      for (const knowledge::Cue& cue : knowledge_.cues("sentence_opener")) {
        if (cue.lang == lang_) openers_->emplace_back(cue.text);
      }
      std::sort(openers_->begin(), openers_->end());
    }
    return std::binary_search(openers_->begin(), openers_->end(), folded);
  }

  // On a page what was a subhead had an element; "iPhone" and "ClassPass" have none inside.
  static bool parted_by_markup(const Piece& piece, uint32_t at) {
    const bool cased = is_cased(text::decode_before(piece.text, at).value);
    return !cased ||
           piece.source.to_source({at - 1, at}).end < piece.source.to_source({at, at + 1}).begin;
  }

  // How often the page's own words have that one, as far as `most`: a half of a glued word is sure
  // to be one when it stands elsewhere alone. Most pages have no seam to ask it for, others few;
  // where many are asked for, all words are counted once.
  size_t times(std::string_view folded, size_t most) const {
    constexpr size_t kMostSearches = 16;
    if (++searches_ > kMostSearches) {
      const auto found = known().find(folded);
      return found == known().end() ? 0 : found->second;
    }
    if (!is_one_word(folded)) return 0;
    const std::string_view text = page_text();
    size_t count = 0;
    for (size_t at = position_of(text, folded); at != text.npos && count < most;
         at = position_of(text, folded, at + 1)) {
      const size_t end = at + folded.size();
      const bool begins = at == 0 || !is_of_word(text::decode_before(text, at).value);
      count += begins && (end == text.size() || !is_of_word(text::decode(text, end).value));
    }
    return count;
  }

  const std::unordered_map<std::string_view, uint32_t>& known() const {
    if (known_) return *known_;
    known_.emplace();
    const std::string_view text = page_text();
    text::each_word(text, [&](const text::Word& word) {
      if (!word.spaceless) ++(*known_)[word.range.of(text)];
    });
    return *known_;
  }

  const std::string& page_text() const {
    if (!folded_.empty()) return folded_;
    for (const Piece& piece : pieces_) {
      if (piece.outside) continue;
      folded_ += text::fold_copy(piece.text);
      folded_ += '\n';
    }
    return folded_;
  }

  static bool is_of_word(char32_t c) { return text::is_word(c) && !text::is_spaceless(c); }
  static bool is_one_word(std::string_view text) {
    for (size_t at = 0; at < text.size();) {
      const text::CodePoint c = text::decode(text, at);
      if (!is_of_word(c.value)) return false;
      at += c.length;
    }
    return !text.empty();
  }

  static size_t letters(std::string_view word) { return text::count_code_points(word); }

  bool is_name(std::string_view word) const {
    if (letters(word) < kShortestHalf) return false;
    return !knowledge_.find_by_name(word).empty();
  }

  // Behind a letter that ends words, with a word's worth of letters after it.
  uint32_t final_seam(std::string_view word) const {
    for (const std::string& final : table_.finals) {
      const size_t at = word.find(final);
      if (at == std::string_view::npos || letters(word.substr(0, at)) < 2) continue;
      size_t end = at + final.size();
      // Vowel marks belong to the letter before them.
      while (end < word.size() && is_mark(text::decode(word, end).value)) {
        end += text::decode(word, end).length;
      }
      if (letters(word.substr(end)) >= kShortestHalf) return static_cast<uint32_t>(end);
    }
    return 0;
  }

  static bool is_cased(char32_t c) { return text::is_latin(c) || text::is_cyrillic(c); }
  static bool is_mark(char32_t c) { return c >= 0x064B && c <= 0x065F; }

  // Inside one word: the byte where the second word begins; 0 if it is one word.
  uint32_t word_seam(std::string_view word) const {
    if (const uint32_t at = final_seam(word); at > 0) return at;
    if (const uint32_t at = case_seam(word); at > 0) return at;
    // Scripts with capitals show a seam by them; in others both halves must be known words.
    if (is_cased(text::decode(word, 0).value)) return 0;
    const text::Folded folded = text::fold(word);
    for (size_t at = 1; at < folded.text.size(); ++at) {
      if ((folded.text[at] & 0xC0) == 0x80) continue;
      const std::string_view left = std::string_view(folded.text).substr(0, at);
      const std::string_view right = std::string_view(folded.text).substr(at);
      if (letters(left) <= kShortestHalf) continue;
      if (letters(right) < kShortestHalf) break;
      if (opens(right) && stands_alone(left)) {
        return comes_again(folded.text) ? 0 : folded.origin[at];
      }
    }
    return 0;
  }

  bool comes_again(std::string_view folded) const { return times(folded, 2) > 1; }

  // "talksThe": a capital behind a small letter, in scripts that have both.
  uint32_t case_seam(std::string_view word) const {
    char32_t before = 0;
    for (size_t at = 0; at < word.size();) {
      const text::CodePoint c = text::decode(word, at);
      if (at > 0 && text::is_upper(c.value) && text::is_letter(before) && !text::is_upper(before) &&
          !text::is_spaceless(before)) {
        const std::string_view left = word.substr(0, at), right = word.substr(at);
        const std::string folded = text::fold_copy(right);
        const bool sure =
            opens(folded) || (stands_alone(text::fold_copy(left)) && stands_alone(folded));
        // "YouTube" and "McDonald" are one word: such a name comes again, or is known.
        if (letters(left) >= kShortestHalf && letters(right) >= 1 && sure &&
            !comes_again(text::fold_copy(word)) && knowledge_.find_by_name(word).empty()) {
          return static_cast<uint32_t>(at);
        }
      }
      before = c.value;
      at += c.length;
    }
    return 0;
  }

  bool stands_in_text(std::string_view folded) const { return times(folded, 1) > 0; }

  bool stands_alone(std::string_view folded) const {
    if (!knowledge_.find_by_name(folded).empty() || stands_in_text(folded)) return true;
    // With the article or without it.
    for (const std::string& article : table_.articles) {
      const std::string bare = text::fold_copy(article);
      if (folded.starts_with(bare) && stands_in_text(folded.substr(bare.size()))) {
        return true;
      }
      if (stands_in_text(bare + std::string(folded))) return true;
    }
    return false;
  }

  const Knowledge& knowledge_;
  const std::string_view lang_;
  const SeamTable& table_;
  mutable std::optional<std::vector<std::string_view>> openers_;  // once they were asked for
  const std::vector<Piece>& pieces_;
  const model::Format format_;
  mutable std::string folded_;  // all text of the page, once it was asked for
  mutable size_t searches_ = 0;
  mutable std::optional<std::unordered_map<std::string_view, uint32_t>> known_;  // its words
};

}  // namespace

std::vector<Piece> part_glued(std::vector<Piece> pieces, const Knowledge& knowledge,
                              std::string_view lang, model::Format format) {
  const Ungluer ungluer(knowledge, lang, pieces, format);
  std::vector<uint32_t> heads(pieces.size());
  for (size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    if (piece.outside || piece.marked_heading) continue;
    if (piece.kind == model::BlockKind::kParagraph) heads[i] = ungluer.head_seam(piece);
  }
  const bool no_head = std::all_of(heads.begin(), heads.end(), [](uint32_t at) { return at == 0; });
  if (no_head && !ungluer.knows_inner_seams()) return pieces;
  std::vector<Piece> parted;
  parted.reserve(pieces.size());
  for (size_t i = 0; i < pieces.size(); ++i) {
    Piece& piece = pieces[i];
    if (piece.outside || piece.marked_heading) {
      parted.push_back(std::move(piece));
      continue;
    }
    if (const uint32_t seam = heads[i]; seam > 0) {
      Piece head = cut(piece, {0, seam});
      head.kind = model::BlockKind::kHeading;
      head.level = 2;
      head.marked_heading = true;
      parted.push_back(std::move(head));
      piece = cut(piece, {seam, static_cast<uint32_t>(piece.text.size())});
      piece.gap_before = false;
    }
    const auto seams = ungluer.inner_seams(piece);
    parted.push_back(seams.empty() ? std::move(piece) : insert_blanks(piece, seams));
  }
  return parted;
}

}  // namespace synoptic::clean
