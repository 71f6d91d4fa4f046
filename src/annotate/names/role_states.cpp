// "Former president", "president-elect", "acting president", "deputy minister": what the words
// beside a role and in it say of whether somebody holds it.
#include <algorithm>

#include "annotate/names/mentions.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

bool goes_on_with(char32_t c) {  // a letter that a word goes on with
  return text::is_word(c) && !text::is_spaceless(c) && !text::is_hangul(c);
}

// The state and whether the cue's word may go on; "former stem" of the table.
struct StateCue {
  std::string_view state;
  bool stem = false;
};

StateCue read_cue(const knowledge::Cue& cue) {
  const std::string_view value = cue.value;
  const size_t blank = value.find(' ');
  if (blank == std::string_view::npos) return {value, false};
  return {value.substr(0, blank), true};
}

std::string_view named_state(std::string_view state) {
  return state == "none" ? std::string_view() : state;
}

class StateFinder {
 public:
  StateFinder(Work& work, const Text& text) : work_(work), text_(text.source.folded.text) {}

  std::string_view before(size_t at) const {
    std::string_view state = ends_at(at);
    if (!state.empty() || at == 0) return named_state(state);
    const char last = text_[at - 1];
    const char32_t mark = text::decode_before(text_, at).value;
    if (last == ' ' || last == '-' || mark == U'\u2011' || mark == U'\u200c') {
      state = ends_at(at - text::decode_before(text_, at).length);
    }
    return named_state(state);
  }

  std::string_view behind(size_t at) const {
    if (at < text_.size() && (text_[at] == ' ' || text_[at] == '-')) ++at;
    std::string_view best;
    size_t longest = 0;
    for (const knowledge::Cue* cue : work_.cues("mention_role_behind")) {
      const auto [state, stem] = read_cue(*cue);
      if (cue->text.size() <= longest || !text_.substr(at).starts_with(cue->text)) continue;
      const size_t end = at + cue->text.size();
      if (!stem && end < text_.size() && goes_on_with(text::decode(text_, end).value)) continue;
      best = state;
      longest = cue->text.size();
    }
    return named_state(best);
  }

  std::string_view inside(Range role) const {
    const std::string_view words = role.of(text_);
    for (const knowledge::Cue* cue : work_.cues("mention_role_inside")) {
      const size_t at = words.find(cue->text);
      if (at == std::string_view::npos) continue;
      const bool opens = at == 0 || !goes_on_with(text::decode_before(words, at).value);
      if (opens) return named_state(read_cue(*cue).state);
    }
    return {};
  }

 private:
  // Of the word or the words that end at the byte.
  std::string_view ends_at(size_t end) const {
    const std::string_view front = text_.substr(0, end);
    size_t word = end;
    while (word > 0) {
      const text::CodePoint c = text::decode_before(text_, word);
      if (!goes_on_with(c.value)) break;
      word -= c.length;
    }
    std::string_view best;
    size_t longest = 0;
    for (const knowledge::Cue* cue : work_.cues("mention_role_before")) {
      if (cue->text.size() <= longest) continue;
      const auto [state, stem] = read_cue(*cue);
      if (stem ? front.substr(word).starts_with(cue->text) : ends_in_word(front, cue->text)) {
        best = state;
        longest = cue->text.size();
      }
    }
    return best;
  }

  static bool ends_in_word(std::string_view front, std::string_view cue) {
    if (!front.ends_with(cue)) return false;
    const size_t at = front.size() - cue.size();
    return at == 0 || !goes_on_with(text::decode_before(front, at).value);
  }

  Work& work_;
  std::string_view text_;  // folded
};

}  // namespace

std::string_view role_state(Work& work, const Text& text, Range group, Range role) {
  const auto& origin = text.source.folded.origin;
  const auto folded = [&](uint32_t raw) {
    return static_cast<uint32_t>(std::ranges::lower_bound(origin, raw) - origin.begin());
  };
  const StateFinder finder(work, text);
  std::string_view state = finder.before(folded(role.begin));
  if (state.empty() && group.begin < role.begin) state = finder.before(folded(group.begin));
  if (state.empty()) state = finder.behind(folded(role.end));
  if (state.empty() && group.end > role.end) state = finder.behind(folded(group.end));
  if (state.empty()) state = finder.inside({folded(role.begin), folded(role.end)});
  return state;
}

// "문재인 [전] 대통령": nothing but the word stands between the name and the role.
bool is_role_state(Work& work, std::string_view gap) {
  const std::string words = text::fold_copy(text::trim_space(gap));
  if (words.empty()) return false;
  for (const std::string_view kind : {"mention_role_before", "mention_role_behind"}) {
    const bool known = std::ranges::any_of(work.cues(kind), [&](const knowledge::Cue* cue) {
      const auto [state, stem] = read_cue(*cue);
      if (state == "none") return false;
      return stem ? words.starts_with(cue->text) && words.find(' ') == std::string::npos
                  : words == cue->text;
    });
    if (known) return true;
  }
  return false;
}

std::string with_state(std::string role, std::string_view state) {
  if (state == "elect") {
    const size_t of = role.find(" of ");
    return of == std::string::npos ? role + "-elect" : role.insert(of, "-elect");
  }
  if (state == "former") return "Former " + role;
  if (state == "acting") return "Acting " + role;
  const bool second = role.starts_with("Deputy") || role.starts_with("Vice");
  return state == "deputy" && !second ? "Deputy " + role : role;
}

}  // namespace synoptic::annotate
