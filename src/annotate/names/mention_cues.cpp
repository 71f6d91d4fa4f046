#include "annotate/names/mention_cues.h"

#include <algorithm>
#include <map>

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

bool Fronts::any_in(const Source& source) const {
  constexpr size_t kStem = 5;  // letters of a word that may go on
  const std::string_view folded = source.folded.text;
  const auto goes_on = [](char32_t c) { return text::is_word(c) && !text::is_spaceless(c); };
  const auto is_word = [&](size_t at, std::string_view text) {
    if (!folded.substr(at).starts_with(text)) return false;
    if (at > 0 && goes_on(text::decode_before(folded, at).value)) return false;
    const size_t end = at + text.size();
    return text::count_code_points(text) >= kStem || end >= folded.size() ||
           !goes_on(text::decode(folded, end).value);
  };
  for (const uint32_t at : source.starts) {
    if (at + size_t{2} > folded.size()) break;
    const unsigned front = first_two(folded.substr(at));
    if (!first_two_[front]) continue;
    auto text = std::ranges::lower_bound(texts_, front, {}, [](const auto& t) { return t.first; });
    for (; text != texts_.end() && text->first == front; ++text) {
      if (is_word(at, text->second)) return true;
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
