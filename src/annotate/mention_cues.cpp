#include "annotate/mention_cues.h"

#include <algorithm>

#include "knowledge/name_index.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

unsigned first_two(std::string_view text) {
  return static_cast<unsigned char>(text[0]) | static_cast<unsigned char>(text[1]) << 8;
}

}  // namespace

Fronts::Fronts(const std::vector<const knowledge::Cue*>& cues) {
  for (const knowledge::Cue* cue : cues) {
    if (cue->text.size() < 2) continue;  // a letter tells nothing
    first_two_[first_two(cue->text)] = true;
    texts_.emplace_back(first_two(cue->text), cue->text);
  }
  std::ranges::sort(texts_);
}

bool Fronts::any_in(std::string_view folded) const {
  const auto begins_word = [&](size_t at) {
    if (at == 0) return true;
    const char32_t before = text::decode_before(folded, at).value;
    return !text::is_word(before) || text::is_spaceless(before);
  };
  // A short one is a whole word: "гол" begins "голова".
  const auto ends_word = [&](std::string_view word, size_t end) {
    constexpr size_t kStem = 5;  // letters of a word that may go on
    if (end >= folded.size() || text::count_code_points(word) >= kStem) return true;
    const char32_t behind = text::decode(folded, end).value;
    return !text::is_word(behind) || text::is_spaceless(behind);
  };
  for (size_t at = 0; at + 2 <= folded.size(); ++at) {
    const unsigned front = first_two(folded.substr(at));
    if (!first_two_[front]) continue;
    auto text = std::ranges::lower_bound(texts_, front, {}, [](const auto& t) { return t.first; });
    for (; text != texts_.end() && text->first == front; ++text) {
      if (folded.substr(at).starts_with(text->second) && begins_word(at) &&
          ends_word(text->second, at + text->second.size())) {
        return true;
      }
    }
  }
  return false;
}

MentionCues& MentionCues::of(const knowledge::Knowledge& knowledge, uint32_t lang) {
  thread_local uint64_t number = 0;
  thread_local std::map<uint32_t, MentionCues> by_language;
  if (number != knowledge.names().number()) {
    number = knowledge.names().number();
    by_language.clear();
  }
  MentionCues& cues = by_language[lang];
  cues.knowledge_ = &knowledge;
  cues.lang_ = lang;
  return cues;
}

MentionCues::Kind& MentionCues::kind(std::string_view name) {
  const auto known = kinds_.find(name);
  if (known != kinds_.end()) return known->second;
  Kind& kind = kinds_[std::string(name)];
  for (const knowledge::Cue& cue : knowledge_->cues(name)) {
    if (knowledge::language_code(cue.lang) == lang_) kind.cues.push_back(&cue);
  }
  return kind;
}

const MentionCues::Cues& MentionCues::operator()(std::string_view kind) {
  return this->kind(kind).cues;
}

const Fronts& MentionCues::fronts(std::string_view kind) {
  Kind& found = this->kind(kind);
  if (!found.fronts) found.fronts = std::make_unique<const Fronts>(found.cues);
  return *found.fronts;
}

}  // namespace synoptic::annotate
