// The walk through the name tries along a text. Private to the room.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "annotate/names/matcher.h"
#include "annotate/names/matcher_pieces.h"
#include "annotate/names/name_words.h"
#include "annotate/plain_words.h"
#include "text/utf8.h"

namespace synoptic::annotate {

enum class Looking : uint8_t { kAll, kNames, kRoles };

class Matcher {
  using NameStem = knowledge::NameStem;
  using NameTrie = knowledge::NameTrie;
  static constexpr size_t kMostWords = 12;   // of one name; bounds the recursion
  static constexpr uint32_t kGluedRest = 5;  // letters that a glued word must have at least

 public:
  Matcher(const Source& source, std::span<const knowledge::NameSource> names,
          const MatchRules& rules, std::vector<Piece>& pieces, uint64_t index, const FewNames* few)
      : source_(source),
        text_(source.folded.text),
        names_(names),
        rules_(rules),
        pieces_(pieces),
        maker_(source, names, rules),
        index_(index),
        few_(few) {}

  void run() {
    for (uint32_t at = 0; at < text_.size();) {
      const text::CodePoint c = text::decode(text_, at);
      if (!text::is_word(c.value)) {
        at += c.length;
        continue;
      }
      if (c.value == 'h' && is_address(text_, at)) {
        at = static_cast<uint32_t>(std::min(text_.find(' ', at), text_.size()));
        continue;
      }
      const std::string_view word = letters_at(at);
      letters_end_ = static_cast<uint32_t>(at + word.size());
      if (few_ != nullptr && !word.empty() && !may_begin(at, c)) {
        at = word_end_from(text_, letters_end_);
        continue;
      }
      const bool alone = index_ != 0 && !word.empty() && stands_alone();
      if (alone) {
        const auto known = memory_.name_steps(index_, rules_.lang, word);
        if (known && !(known->no_capitals && has_inner_capital(word))) {
          at = std::max(letters_end_, match_again(at, *known));
          continue;
        }
      }
      steps_.clear();
      next_ = 0;
      looked_at_capitals_ = false;
      noting_ = alone;
      const uint32_t end = match_at(at, c.value);
      noting_ = false;
      if (alone && !(looked_at_capitals_ && has_inner_capital(word))) {
        memory_.keep_names(rules_.lang, word, {steps_, next_, looked_at_capitals_});
      }
      // Digits one by one: "15日本报" hides a day.
      const bool step = text::is_spaceless(c.value) || text::is_digit(c.value);
      at = end > at ? end : step ? at + c.length : run_end_;
    }
  }

 private:
  // Whether nothing of a word stands behind the letters at hand.
  bool stands_alone() const {
    return letters_end_ >= text_.size() || !text::is_word(text::decode(text_, letters_end_).value);
  }

  bool has_inner_capital(std::string_view word) const {
    const auto begin = static_cast<size_t>(word.data() - text_.data());
    const size_t end = begin + word.size();
    const uint32_t raw_begin = source_.folded.origin[begin];
    const uint32_t raw_end = end < source_.folded.origin.size()
                                 ? source_.folded.origin[end]
                                 : static_cast<uint32_t>(source_.raw.size());
    for (uint32_t at = raw_begin; at < raw_end;) {
      const text::CodePoint c = text::decode(source_.raw, at);
      if (at > raw_begin && text::is_upper(c.value)) return true;
      at += c.length;
    }
    return false;
  }

  // A bit for the two characters at the byte.
  uint64_t front_at(uint32_t at) const {
    if (at >= text_.size()) return front_bit(0, 0);
    const text::CodePoint first = text::decode(text_, at);
    const size_t behind = at + first.length;
    const char32_t second = behind < text_.size() ? text::decode(text_, behind).value : 0;
    return front_bit(knowledge::name_character(first.value), knowledge::name_character(second));
  }

  // False: none of the few names begins with the word that begins at the byte, nor with what a
  // proclitic may leave of it.
  bool may_begin(uint32_t at, text::CodePoint first) const {
    if (few_may_begin(at)) return true;
    if (rules_.affixes == nullptr) return false;
    const auto last_byte = static_cast<unsigned char>(text_[at + first.length - 1]);
    for (const uint16_t i : rules_.affixes->prefixes_by_byte[last_byte]) {
      const std::string& prefix = rules_.affixes->prefixes[i].text;
      if (text_.compare(at, prefix.size(), prefix) != 0) continue;
      const bool hides = std::ranges::any_of(
          rules_.elisions, [&](const auto& elision) { return prefix.ends_with(elision.first); });
      if (hides || few_may_begin(at + prefix.size())) return true;
    }
    return false;
  }

  // By the three characters at the byte.
  bool few_may_begin(size_t at) const {
    if (at >= text_.size()) return false;
    std::array<char32_t, 3> front{};
    for (char32_t& character : front) {
      if (at >= text_.size()) break;
      const text::CodePoint c = text::decode(text_, at);
      character = knowledge::name_character(c.value);
      at += c.length;
    }
    return few_->may_begin(front[0], front[1], front[2]);
  }

  // The letters that begin at the byte; empty where they do not tell all.
  std::string_view letters_at(uint32_t at) {
    while (start_ < source_.starts.size() && source_.starts[start_] < at) ++start_;
    return start_ < source_.starts.size() && source_.starts[start_] == at ? source_.word(start_)
                                                                          : std::string_view();
  }

  uint32_t match_at(uint32_t at, char32_t first) {
    if (at > 0 && text::is_katakana(first) &&
        text::is_katakana(text::decode_before(text_, at).value)) {
      return at;  // inside a longer word
    }
    candidates_.clear();
    spaceless_ = text::is_spaceless(first);
    word_begin_ = run_begin_ = at;
    run_end_ = spaceless_ ? at : word_end_from(text_, std::max(at, letters_end_));
    from_root(at, {.begin = at});
    if (!spaceless_ && rules_.affixes != nullptr && !rules_.affixes->prefixes.empty()) {
      strip_proclitics(at, run_end_);
    }
    return take(at);
  }

  // match_at() where the steps as far as the letters go are known.
  uint32_t match_again(uint32_t at, const PlainWords::NameSteps& known) {
    if (known.steps.empty()) return at;
    candidates_.clear();
    spaceless_ = false;
    word_begin_ = run_begin_ = at;
    run_end_ = letters_end_;
    const bool go_on = may_go_on(known.next);
    for (const NameStep& step : known.steps) {
      const bool name = step.kind == NameStep::Kind::kName;
      if (!name && !go_on) continue;
      const Candidate state = moved(step.state, at);
      trie_ = names_[state.source].trie;
      if (name) {
        candidates_.push_back(state);
      } else if (step.kind == NameStep::Kind::kBlankWay) {
        this->go_on(state.node, letters_end_, state, 0);
      } else if (uint32_t node = state.node, end = letters_end_; step_on(node, end)) {
        walk(node, end, state, 0);
      }
    }
    return take(at);
  }

  // Whether a way behind the letters may lead to a name.
  bool may_go_on(uint64_t next) const {
    if (letters_end_ >= text_.size()) return false;
    const text::CodePoint c = text::decode(text_, letters_end_);
    return knowledge::name_character(c.value) != ' ' ||
           (next & front_at(letters_end_ + c.length)) != 0;
  }

  static Candidate moved(Candidate state, uint32_t by) {
    state.begin += by;
    state.end += by;
    state.word_end += by;
    state.matched += by;
    return state;
  }

  void note(NameStep::Kind kind, uint32_t node, const Candidate& state) {
    NameStep& step = steps_.emplace_back(NameStep{kind, moved(state, 0 - word_begin_)});
    step.state.node = node;
    if (kind == NameStep::Kind::kName || next_ == ~uint64_t{0}) return;
    const uint32_t blank = trie_->step_blank(node);
    if (blank != NameTrie::kNone) next_ |= fronts_behind(*trie_, blank);
  }

  // The end of the first candidate that is a name; `at`: none is.
  uint32_t take(uint32_t at) {
    if (candidates_.size() > 1) std::stable_sort(candidates_.begin(), candidates_.end(), better);
    for (const Candidate& candidate : candidates_) {
      Piece piece;
      const uint32_t end = std::max(candidate.end, candidate.word_end);
      if (!looked_for(end) || !maker_.make(candidate, word_begin_, spaceless_, piece)) continue;
      if (looking_for_ == Looking::kNames && (piece.entity < 0 || piece.role >= 0)) continue;
      if (looking_for_ == Looking::kRoles && piece.role < 0) continue;
      pieces_.push_back(std::move(piece));
      return inside_ ? end : look_again(at, end);
    }
    return at;
  }

  bool looked_for(uint32_t end) const { return looking_for_ != Looking::kRoles || end <= limit_; }

  // In matcher_inside.cpp:
  uint32_t match_inside(uint32_t at, Looking looking_for);
  uint32_t look_again(uint32_t at, uint32_t end);
  uint32_t behind_article(uint32_t at) const;
  uint32_t without_article(uint32_t rest, uint32_t end);
  bool begins_body(uint32_t end);
  uint32_t part_body(uint32_t at, uint32_t end);
  Piece behind_body(Piece role, const Piece& body) const;
  Piece before_body(Piece role, uint32_t at, uint32_t body);

  void strip_proclitics(uint32_t at, uint32_t word_end) {
    const std::string_view word = std::string_view(text_).substr(at, word_end - at);
    if (word.empty()) return;
    const uint32_t first_length = text::decode(word, 0).length;
    const auto& list =
        rules_.affixes->prefixes_by_byte[static_cast<unsigned char>(word[first_length - 1])];
    for (const uint16_t i : list) {
      const std::string& prefix = rules_.affixes->prefixes[i].text;
      if (prefix.size() >= word.size() || !word.starts_with(prefix)) continue;
      const auto rest = static_cast<uint32_t>(at + prefix.size());
      const auto article = std::find_if(rules_.articles.begin(), rules_.articles.end(),
                                        [&](const auto& a) { return prefix.ends_with(a); });
      const auto elision = std::find_if(rules_.elisions.begin(), rules_.elisions.end(),
                                        [&](const auto& e) { return prefix.ends_with(e.first); });
      const bool has_article = article != rules_.articles.end() || elision != rules_.elisions.end();
      const size_t noun = article != rules_.articles.end()   ? article->size()
                          : elision != rules_.elisions.end() ? elision->first.size()
                                                             : 0;
      from_root(rest, {.begin = rest,
                       .article = static_cast<uint32_t>(noun),
                       .proclitics = 1,
                       .definite = has_article});
      for (const auto& [written, hidden] : rules_.elisions) {
        if (!prefix.ends_with(written)) continue;
        const auto begin = static_cast<uint32_t>(rest - written.size());
        for (uint8_t i = 0; i < names_.size(); ++i) {
          trie_ = names_[i].trie;
          const uint32_t node = trie_->walk(hidden);
          if (node == NameTrie::kNone) continue;
          walk(node, rest,
               {.begin = begin, .source = i, .proclitics = 1, .elided = true, .definite = true}, 0);
        }
      }
    }
  }

  void from_root(uint32_t at, Candidate state) {
    if (at >= text_.size()) return;
    const text::CodePoint c = text::decode(text_, at);
    const char32_t character = knowledge::name_character(c.value);
    for (uint8_t i = 0; i < names_.size(); ++i) {
      const uint32_t node = names_[i].trie->step(NameTrie::kRoot, character);
      if (node == NameTrie::kNone) continue;
      trie_ = names_[i].trie;
      state.source = i;
      walk(node, at + c.length, state, 0);
    }
  }

  void walk(uint32_t node, uint32_t at, const Candidate& state, size_t words) {
    if (words > kMostWords) return;
    do {
      visit(node, at, state, words);
      if (noting_ && at == letters_end_) note(NameStep::Kind::kWay, node, state);
    } while (step_on(node, at));
  }

  // One character on; false: the text ends, or no name goes on so.
  bool step_on(uint32_t& node, uint32_t& at) const {
    if (at >= text_.size()) return false;
    const text::CodePoint c = text::decode(text_, at);
    node = trie_->step(node, knowledge::name_character(c.value));
    at += c.length;
    return node != NameTrie::kNone;
  }

  // Within the run of word characters walked last, which is of no script without spaces.
  bool inside_run(uint32_t at) const { return at > run_begin_ && at < run_end_; }

  bool behind_blank(uint32_t at) const {
    return knowledge::name_character(text::decode_before(text_, at).value) == ' ';
  }

  void visit(uint32_t node, uint32_t at, const Candidate& state, size_t words) {
    if (at == state.begin) return;
    bool ends = trie_->ends(node);
    bool stem = trie_->has_stems(node);
    // A few names of the tables end with a blank. What is remembered of a word tells only what
    // words may stand behind its blank, so such a name would be found or not by what was read
    // before.
    if ((ends || stem) && behind_blank(at)) ends = stem = false;
    if (!ends && !stem &&
        (spaceless_ ? !in_word(text_, at) : !inside_run(at) && ends_word(text_, at))) {
      return;
    }
    // Where nothing ends a name can only go on, behind an ending and a blank.
    if (!ends && !stem && trie_->step_blank(node) == NameTrie::kNone) return;
    const bool boundary = !inside_run(at) && ends_word(text_, at);
    if (ends && boundary) add(state, node, at, at, at, Ending::kWhole, 0);
    if (spaceless_ && !in_word(text_, at)) return;
    if (boundary && !stem) return;
    const uint32_t rest_end = inside_run(at) ? run_end_ : word_end_from(text_, at);
    const std::string_view rest = std::string_view(text_).substr(at, rest_end - at);
    if (!boundary && is_ending(rules_.affixes, rest)) {
      if (ends) add(state, node, at, at, rest_end, Ending::kInflected, 0);
      go_on(node, rest_end, state, words);
    }
    if (stem && (rest.empty() || is_ending(rules_.affixes, rest))) {
      for (const NameStem& s : trie_->stems(node)) {
        if (s.lang != rules_.lang) continue;
        if (rest.empty() && s.letters <= kShortName) continue;
        if (trie_->ends(s.target)) {
          add(state, s.target, at, rest_end, rest_end, Ending::kInflected, s.letters);
        }
        go_on(s.target, rest_end, state, words);
      }
    }
    if (ends && !boundary && words == 0 && shows_glue(at, rest)) {
      add(state, node, at, at, at, Ending::kGlued, 0);
    }
  }

  // The name's next word, behind a blank.
  void go_on(uint32_t node, uint32_t at, const Candidate& state, size_t words) {
    if (noting_ && at == letters_end_) note(NameStep::Kind::kBlankWay, node, state);
    if (at >= text_.size()) return;
    const text::CodePoint c = text::decode(text_, at);
    if (knowledge::name_character(c.value) != ' ') return;
    const uint32_t next = trie_->step_blank(node);
    if (next != NameTrie::kNone) walk(next, at + c.length, state, words + 1);
  }

  void add(const Candidate& state, uint32_t node, uint32_t matched, uint32_t end, uint32_t word_end,
           Ending ending, uint32_t stem_letters) {
    Candidate found = state;
    found.node = node;
    found.matched = matched;
    found.end = end;
    found.word_end = word_end;
    found.ending = ending;
    found.stem_letters = stem_letters;
    candidates_.push_back(found);
    if (noting_ && matched <= letters_end_) note(NameStep::Kind::kName, node, found);
  }

  // Does a new word begin here although no blank stands before it?
  bool shows_glue(uint32_t at, std::string_view rest) {
    if (text::count_code_points(rest) < kGluedRest) return false;
    looked_at_capitals_ = true;  // which folded letters have not
    for (const auto& article : rules_.articles) {
      if (rest.starts_with(article)) return true;
    }
    const uint32_t raw = source_.folded.origin[at];
    if (raw == 0) return false;  // inside what one letter folded to: "İ" becomes two
    const char32_t before = text::decode_before(source_.raw, raw).value;
    return text::is_upper(text::decode(source_.raw, raw).value) && text::is_letter(before) &&
           !text::is_upper(before);
  }

  const Source& source_;
  const std::string& text_;
  std::span<const knowledge::NameSource> names_;
  const NameTrie* trie_ = nullptr;  // the one that is walked
  const MatchRules& rules_;
  std::vector<Piece>& pieces_;
  PieceMaker maker_;
  std::vector<Candidate> candidates_;
  bool spaceless_ = false;
  uint32_t word_begin_ = 0;
  uint32_t run_begin_ = 0, run_end_ = 0;  // of the word at hand
  const uint64_t index_;                  // that the names are of; 0: nothing is remembered of them
  const FewNames* const few_;             // the names, where they are few
  PlainWords& memory_ = PlainWords::of_thread();
  size_t start_ = 0;          // of the source's starts, the first not passed yet
  uint32_t letters_end_ = 0;  // of the letters that begin where a match is looked for
  // Of the letters at hand, where they are to be remembered:
  bool noting_ = false;
  std::vector<NameStep> steps_;
  uint64_t next_ = 0;  // bits of what may stand behind them and a blank
  bool looked_at_capitals_ = false;
  Looking looking_for_ = Looking::kAll;
  bool inside_ = false;  // of a match that is looked through again
  uint32_t limit_ = 0;   // where a role ends at the latest
};

}  // namespace synoptic::annotate
