// What the tagger sees put right before anything is made of it: common nouns that have capitals as
// all nouns do, transliterated names of which it cuts a letter off.
#include <algorithm>

#include "annotate/names/mentions.h"
#include "lexicon/lexicon.h"
#include "text/fold.h"
#include "text/fold_dots.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr std::string_view kDot = "·";  // between the parts of a transliterated name

// The word before the byte, without its blank; empty: none.
std::string_view word_before(std::string_view raw, uint32_t at) {
  std::string_view front = raw.substr(0, at);
  if (!front.ends_with(' ')) return {};
  front.remove_suffix(1);
  size_t begin = front.size();
  while (begin > 0) {
    const text::CodePoint c = text::decode_before(front, begin);
    if (!text::is_letter(c.value)) break;
    begin -= c.length;
  }
  return front.substr(begin);
}

class Repairs {
 public:
  explicit Repairs(Work& work) : work_(work) {
    for (const auto* cue : work.cues("mention_sound")) sounds_ += cue->text;
  }

  void run() {
    if (work_.capital_nouns) {
      std::unordered_set<std::string_view> nouns;  // one is a noun in headlines, too
      for (const Text& text : work_.texts) {
        for (const TaggedName& name : text.tagged) {
          const std::string_view written = name.range.of(text.source.raw);
          if (!nouns.contains(written) && is_noun(text, name)) nouns.insert(written);
        }
      }
      for (Text& text : work_.texts) {
        std::erase_if(text.tagged, [&](const TaggedName& name) {
          return name.type == NameType::kPlace && nouns.contains(name.range.of(text.source.raw));
        });
      }
    }
    for (Text& text : work_.texts) {
      for (TaggedName& name : text.tagged) part_position(text, name);
      std::erase_if(text.tagged, [&](const TaggedName& name) {
        return is_front_of_rank(text, name) || is_parted_body(text, name);
      });
    }
    if (!work_.cues("mention_not_and").empty()) {
      for (Text& text : work_.texts) {
        for (TaggedName& name : text.tagged) take_and(text, name);
      }
    }
    if (sounds_.empty()) return;
    for (Text& text : work_.texts) {
      for (TaggedName& name : text.tagged) reach_left(text, name);
    }
    for (const Text& text : work_.texts) collect_parts(text);
    for (Text& text : work_.texts) {
      for (TaggedName& name : text.tagged) reach_right(text, name);
      drop_inside(text);
    }
  }

 private:
  // "DFクリバリ": the letters say where a player stands, and that it is one.
  void part_position(const Text& text, TaggedName& name) const {
    const std::string_view written = name.range.of(text.source.raw);
    for (const auto* cue : work_.cues("mention_position")) {
      const size_t letters = cue->text.size();  // folded
      if (written.size() <= letters || text::fold_copy(written.substr(0, letters)) != cue->text ||
          !text::is_spaceless(text::decode(written, letters).value)) {
        continue;
      }
      name.range.begin += static_cast<uint32_t>(letters);
      name.type = NameType::kPerson;
      return;
    }
  }

  // The composer names these, with their land.
  bool is_parted_body(const Text& text, const TaggedName& name) const {
    if (name.type != NameType::kOrganisation) return false;
    for (auto piece = piece_from(text.pieces, name.range.begin);
         piece != text.pieces.end() && piece->word.begin < name.range.end; ++piece) {
      Range body;
      if (piece->adjective >= 0 && parted_body(work_, text, *piece, body) >= 0) {
        return body.contains(name.range);
      }
    }
    return false;
  }

  // "Rear" of "Rear Admiral Ana Prado": a word in front of a rank, and the rank of a name.
  bool is_front_of_rank(const Text& text, const TaggedName& name) const {
    const std::string_view raw = text.source.raw, written = name.range.of(raw);
    if (name.type != NameType::kPerson || written.find(' ') != std::string_view::npos ||
        !text::is_upper(text::decode(written, 0).value) || is_known(text, name.range)) {
      return false;
    }
    const auto rank = piece_from(text.pieces, name.range.end);
    if (rank == text.pieces.end() || rank->word.begin != name.range.end + 1 ||
        !(rank->role >= 0 || rank->has(knowledge::NameCue::kPersonMark)) ||
        raw[name.range.end] != ' ' || !text::is_upper(text::decode(raw, rank->word.begin).value)) {
      return false;
    }
    return std::ranges::any_of(text.tagged, [&](const TaggedName& other) {
      return other.type == NameType::kPerson && other.range.begin == rank->word.end + 1;
    });
  }

  // "铃木宪和签署": no verb stands behind "and", so that it is the last letter of the name.
  void take_and(const Text& text, TaggedName& name) const {
    if (name.type != NameType::kPerson || is_known(text, name.range)) return;
    const std::string_view rest = text.source.raw.substr(name.range.end);
    for (const auto* cue : work_.cues("mention_not_and")) {
      if (!rest.starts_with(cue->text)) continue;
      name.range.end += static_cast<uint32_t>(cue->value.size());
      return;
    }
  }

  static bool is_known(const Text& text, Range range) {
    for (auto piece = piece_from(text.pieces, range.begin > 0 ? range.begin - 1 : 0);
         piece != text.pieces.end() && piece->word.begin < range.end; ++piece) {
      if (piece->word.overlaps(range) &&
          (piece->entity >= 0 || piece->adjective >= 0 || piece->has(knowledge::NameCue::kKind))) {
        return true;
      }
    }
    return false;
  }

  // "in Brand", "einer Fabrik": a place of one word that the lexicon has as a common noun, or whose
  // parts it has and that stands behind "a" or "no". A name means itself, or another name.
  bool is_noun(const Text& text, const TaggedName& name) {
    constexpr float kSure = 0.25F, kCommon = 8.9F;
    if (name.type != NameType::kPlace) return false;
    const std::string_view raw = text.source.raw, written = name.range.of(raw);
    if (written.find_first_of(" -'.") != std::string_view::npos || is_known(text, name.range)) {
      return false;
    }
    const auto& lexicon = lexicon::Lexicon::load();
    const std::string folded = text::fold_with_dots(written);
    const auto means = [&](const std::vector<lexicon::Translation>& words) {
      constexpr size_t kAlike = 4;
      const bool other = !words.empty() && words[0].weight >= kSure &&
                         words[0].word.substr(0, kAlike) != folded.substr(0, kAlike) &&
                         work_.knowledge.find(words[0].word) == nullptr;
      return other ? words[0].word : std::string();
    };
    if (const std::string word = means(lexicon.entry(folded, work_.article.lang)); !word.empty()) {
      const auto term = lexicon.readings(word, lexicon::kPivot);
      if (!term.empty() && lexicon.rarity(term[0].term) < kCommon) return true;
    }
    return !means(lexicon.translations(folded, work_.article.lang)).empty() &&
           stands_behind_article(written);
  }

  // Anywhere in the article, since a headline leaves articles out.
  bool stands_behind_article(std::string_view word) {
    constexpr int kMostWords = 64;  // looked for in one article
    if (++looked_for_ > kMostWords) return false;
    for (const Text& text : work_.texts) {
      const std::string_view raw = text.source.raw;
      for (size_t at = raw.find(word); at != std::string_view::npos; at = raw.find(word, at + 1)) {
        if (behind_article(raw, static_cast<uint32_t>(at))) return true;
      }
    }
    return false;
  }

  // An adjective may stand between: "einer großen Fabrik".
  bool behind_article(std::string_view raw, uint32_t at) const {
    constexpr int kWords = 2;
    for (int i = 0; i < kWords; ++i) {
      const std::string_view word = word_before(raw, at);
      if (word.empty() || (i > 0 && text::is_upper(text::decode(word, 0).value))) return false;
      const std::string folded = text::fold_copy(word);
      for (const auto* cue : work_.cues("mention_noun_article")) {
        if (cue->text == folded) return true;
      }
      if (text::is_upper(text::decode(word, 0).value)) return false;
      at = static_cast<uint32_t>(word.data() - raw.data());
    }
    return false;
  }

  bool is_sound(std::string_view letter) const {
    return sounds_.find(text::fold_copy(letter)) != std::string::npos;
  }

  bool all_sounds(std::string_view written) const {
    size_t letters = 0;
    for (size_t at = 0; at < written.size();) {
      const uint32_t length = text::decode(written, at).length;
      if (written.substr(at, length) != kDot && !is_sound(written.substr(at, length))) return false;
      at += length;
      ++letters;
    }
    return letters >= 2;
  }

  // 代表格|蕾丝·阿巴洛: the name begins behind the last letter that no name is written with.
  void reach_left(const Text& text, TaggedName& name) const {
    constexpr int kMost = 3;
    const std::string_view raw = text.source.raw, written = name.range.of(raw);
    if (written.find(kDot) == std::string_view::npos && !all_sounds(written)) return;
    for (int i = 0; i < kMost && name.range.begin > 0; ++i) {
      const text::CodePoint c = text::decode_before(raw, name.range.begin);
      const Range before{name.range.begin - c.length, name.range.begin};
      if (!is_sound(before.of(raw)) || is_held(text, before)) return;
      name.range.begin = before.begin;
    }
  }

  // Part of a word that is known to be one.
  static bool is_held(const Text& text, Range letter) {
    const auto piece = piece_from(text.pieces, letter.begin > 32 ? letter.begin - 32 : 0);
    for (auto at = piece; at != text.pieces.end() && at->word.begin <= letter.begin; ++at) {
      if (at->word.overlaps(letter) && at->found()) return true;
    }
    return false;
  }

  void collect_parts(const Text& text) {
    constexpr size_t kMostParts = 256;
    for (const TaggedName& name : text.tagged) {
      std::string_view rest = name.range.of(text.source.raw);
      if (rest.find(kDot) == std::string_view::npos || parts_.size() >= kMostParts) continue;
      while (!rest.empty()) {
        const size_t dot = rest.find(kDot);
        const std::string_view part = rest.substr(0, dot);
        if (text::count_code_points(part) >= 2) parts_.push_back({part, name.type});
        rest = dot == std::string_view::npos ? std::string_view() : rest.substr(dot + kDot.size());
      }
    }
  }

  // 莫莱|费 where the article has 塔博·莫莱费.
  void reach_right(const Text& text, TaggedName& name) const {
    const std::string_view raw = text.source.raw, written = name.range.of(raw);
    if (written.find(kDot) != std::string_view::npos) return;
    if (name.type == NameType::kPerson && all_sounds(written) && reach_day(text, name)) return;
    for (const auto& [part, type] : parts_) {
      if (!part.starts_with(written) || !raw.substr(name.range.begin).starts_with(part)) continue;
      name.range.end = name.range.begin + static_cast<uint32_t>(part.size());
      name.type = type;
      return;
    }
  }

  // 苏哈延|多10日说: the last letter of a name that the tagger takes for a part of the date.
  bool reach_day(const Text& text, TaggedName& name) const {
    const std::string_view rest = text.source.raw.substr(name.range.end);
    for (const auto* cue : work_.cues("mention_sound_end")) {
      if (!rest.starts_with(cue->text) || cue->text.size() >= rest.size()) continue;
      size_t at = cue->text.size();
      const size_t digits = at;
      while (at < rest.size() && text::is_digit(text::decode(rest, at).value)) {
        at += text::decode(rest, at).length;
      }
      const bool date = at > digits && begins_with(rest.substr(at), "mention_sound_day");
      const std::string_view next = rest.substr(digits);
      if (!date && !begins_with(next, "mention_will") && !begins_with(next, "mention_sound_told")) {
        continue;
      }
      name.range.end += static_cast<uint32_t>(cue->text.size());
      return true;
    }
    return false;
  }

  bool begins_with(std::string_view text, std::string_view kind) const {
    return std::ranges::any_of(work_.cues(kind),
                               [&](const auto* cue) { return text.starts_with(cue->text); });
  }

  static void drop_inside(Text& text) {
    uint32_t end = 0;
    std::erase_if(text.tagged, [&](const TaggedName& name) {
      const bool inside = name.range.begin < end;
      end = std::max(end, name.range.end);
      return inside;
    });
  }

  struct Part {
    std::string_view text;
    NameType type;
  };
  Work& work_;
  int looked_for_ = 0;
  std::string sounds_;  // letters that names are transliterated with
  std::vector<Part> parts_;
};

}  // namespace

void repair_tagged(Work& work) { Repairs(work).run(); }

}  // namespace synoptic::annotate
