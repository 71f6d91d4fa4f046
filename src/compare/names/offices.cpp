#include "compare/names/offices.h"

#include <algorithm>

#include "knowledge/name_index.h"
#include "text/characters.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {

using knowledge::NameEntry;

Offices::Offices(const Input& input, const std::vector<CastName>& cast)
    : knowledge_(*input.knowledge), cast_(cast) {
  offices_.reserve(cast.size());
  for (const CastName& name : cast) offices_.push_back(read(name));
  const bool any = std::ranges::any_of(offices_, [](const Office& one) { return one.bare; });
  if (any) note_lands(input);
}

Offices::Office Offices::read(const CastName& name) const {
  Office out;
  if (name.spelling.person || knowledge_.institutions().size() == 0) return out;
  const std::string_view written = name.spelling.folded;
  const uint32_t lang = knowledge::language_code(model::table_language(name.spelling.lang));
  const knowledge::NameTrie& trie = knowledge_.names().trie();
  for (size_t begin = 0; begin < written.size();) {
    uint32_t node = knowledge::NameTrie::kRoot;
    size_t end = begin;
    while (end < written.size()) {
      const text::CodePoint c = text::decode(written, end);
      node = trie.step(node, knowledge::name_character(c.value));
      if (node == knowledge::NameTrie::kNone) break;
      end += c.length;
      const bool word_ends = end == written.size() ||
                             !text::is_letter(text::decode(written, end).value) ||
                             text::is_packed(c.value);
      if (!word_ends || !trie.ends(node)) continue;
      for (const NameEntry& entry : trie.entries(node)) {
        if (entry.kind != NameEntry::Kind::kInstitution || entry.lang != lang) continue;
        out.kinds.insert(entry.target);
        out.bare |= begin == 0 && end == written.size();
      }
    }
    // The next word; in a script without blanks, the next character.
    const text::CodePoint first = text::decode(written, begin);
    begin += first.length;
    if (text::is_packed(first.value)) continue;
    while (begin < written.size() && text::is_letter(text::decode_before(written, begin).value)) {
      begin += text::decode(written, begin).length;
    }
  }
  return out;
}

void Offices::note_lands(const Input& input) {
  lands_.resize(input.accounts);
  for (const Telling& telling : input.tellings) {
    for (const auto& mention : telling.annotated->mentions) {
      const auto* entity = mention.entity.empty() ? nullptr : knowledge_.find(mention.entity);
      if (entity == nullptr) continue;
      const bool land = entity->type == model::EntityType::kCountry;
      const std::string& id = land ? entity->id : entity->country;
      if (!id.empty()) lands_[telling.account].insert(id);
    }
  }
}

bool Offices::may_be_one(size_t i, size_t j) const {
  for (const auto& pair : {std::pair{i, j}, std::pair{j, i}}) {
    const size_t one = pair.first, other = pair.second;
    // The bare one is strange, or it is the known one that is written so.
    if (!offices_[one].bare) continue;
    if (!cast_[one].entity.empty()) {
      const bool shared = std::ranges::any_of(
          offices_[other].kinds, [&](uint32_t kind) { return offices_[one].kinds.contains(kind); });
      if (!shared) return false;
    } else if (!cast_[other].entity.empty() && !fits(cast_[one], offices_[one], cast_[other])) {
      return false;
    }
  }
  return true;
}

bool Offices::fits(const CastName& bare, const Office& office, const CastName& known) const {
  const auto* entity = knowledge_.find(known.entity);
  const size_t slash = known.entity.find('/');
  const std::string_view land = entity != nullptr ? std::string_view(entity->country)
                                : slash == std::string::npos
                                    ? std::string_view()
                                    : std::string_view(known.entity).substr(0, slash);
  if (land.empty()) return true;
  const bool of_kind = std::ranges::any_of(office.kinds, [&](uint32_t index) {
    const std::string& kind = knowledge_.institutions()[index].id;
    if (slash != std::string::npos) return known.entity.substr(slash + 1) == kind;
    const auto* own = knowledge_.institution(kind, land);
    return own != nullptr && own->id == known.entity;
  });
  return of_kind && (lands_[bare.account].contains(land) || is_at_home(bare, land));
}

bool Offices::is_at_home(const CastName& bare, std::string_view land) const {
  const auto* known = knowledge_.find(land);
  if (known == nullptr || known->iso.empty()) return false;
  const std::string iso = text::fold_copy(known->iso);
  const std::string_view lang = model::table_language(bare.spelling.lang);
  return std::ranges::any_of(knowledge_.cues("mention_home"), [&](const knowledge::Cue& cue) {
    return cue.lang == lang && cue.text == iso;
  });
}

}  // namespace synoptic::compare
