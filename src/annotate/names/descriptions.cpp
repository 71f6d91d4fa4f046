// Descriptions of what has a name already: "the American company", "الشركة الأمريكية", "该公司",
// "the country". They name the only one that fits, or nobody.
#include <algorithm>
#include <map>
#include <set>

#include "annotate/names/mentions.h"
#include "base/strings.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

using knowledge::NameCue;
using model::EntityType;

struct Candidate {
  uint32_t text = 0, begin = 0;  // where it is named first
  std::string_view country;
  Draft draft;
};

class Describer {
 public:
  explicit Describer(Work& work) : work_(work) {
    for (const knowledge::Cue* cue : work.cues("mention_demonstrative")) {
      demonstratives_.push_back(cue->text);
      needs_demonstrative_ |= cue->value == "needed";
    }
    for (const auto* cue : work.cues("mention_plural_ending")) plurals_.push_back(cue->text);
  }

  void run() {
    collect();
    const size_t count = work_.drafts.size();
    for (uint32_t t = 0; t < work_.texts.size(); ++t) {
      for (const Piece& piece : work_.texts[t].pieces) {
        if (piece.has(NameCue::kDescription)) describe(t, piece, count);
      }
    }
  }

 private:
  std::string_view kind_of(const Draft& draft) const {
    return draft.entity < 0 ? std::string_view() : work_.entity(draft.entity).kind;
  }

  // Organisations that the article names, each once, where it comes first.
  void collect() {
    sort_drafts(work_);
    std::set<std::pair<int32_t, std::string>> seen;
    for (const Draft& draft : work_.drafts) {
      const EntityType type = draft.entity >= 0 ? work_.entity(draft.entity).type : draft.type;
      if (draft.dropped || type != EntityType::kOrg || draft.form == "composed") continue;
      const std::string name = draft.entity >= 0  ? std::string()
                               : draft.id.empty() ? draft.name
                                                  : draft.id;
      if (!seen.emplace(draft.entity, name).second) continue;
      const auto country = draft.entity >= 0 ? std::string_view(work_.entity(draft.entity).country)
                                             : std::string_view();
      organisations_.push_back({draft.text, draft.raw.begin, country, draft});
    }
  }

  void describe(uint32_t t, const Piece& piece, size_t count) {
    const Text& text = work_.texts[t];
    const auto [kinds, fixed] = split_value(piece.description);
    if (fixed == "this_country" ||
        (fixed == "country" && determined(text, piece, piece.word.begin, piece.word.end))) {
      describe_country(t, piece, count);
    }
    if (fixed.ends_with("country")) return;
    if (is_taken(t, piece.raw, count)) return;
    const Draft* land = land_beside(t, piece, count);
    Range range = piece.raw;
    if (land != nullptr) {
      range = {std::min(range.begin, land->raw.begin), std::max(range.end, land->raw.end)};
      const uint32_t begin = std::min(piece.word.begin, land->word.begin);
      const uint32_t end = std::max(piece.word.end, land->word.end);
      if (is_plural(land->raw.of(text.source.raw))) return;
      if (!determined(text, piece, begin, end) || named_beside(t, {begin, end}, count)) return;
    } else if (fixed != "alone") {
      return;
    }
    const Candidate* found = only_fit(t, range.begin, kinds, land);
    if (found == nullptr) return;
    if (land != nullptr) {
      work_.drafts[static_cast<size_t>(land - work_.drafts.data())].inside = true;
    }
    add(t, piece, range, found->draft, "only_organisation_that_fits");
  }

  // "company airline|alone": the kinds, and whether the words say "this" themselves.
  static std::pair<std::string_view, std::string_view> split_value(std::string_view value) {
    const size_t bar = value.find('|');
    if (bar == std::string_view::npos) return {value, {}};
    return {value.substr(0, bar), value.substr(bar + 1)};
  }

  const Candidate* only_fit(uint32_t t, uint32_t at, std::string_view kinds,
                            const Draft* land) const {
    const Candidate* found = nullptr;
    const auto wanted = split_trimmed(kinds, ' ');
    for (const Candidate& candidate : organisations_) {
      const std::string_view kind = kind_of(candidate.draft);
      const bool unknown = candidate.draft.entity < 0;
      if (!unknown && std::find(wanted.begin(), wanted.end(), kind) == wanted.end()) continue;
      if (land != nullptr && (unknown || candidate.country != work_.entity(land->entity).id)) {
        continue;
      }
      if (found != nullptr) return nullptr;
      found = &candidate;
    }
    const bool before =
        found != nullptr && (found->text < t || (found->text == t && found->begin < at));
    return before ? found : nullptr;
  }

  // The adjective or name of the country that the noun is bound to.
  const Draft* land_beside(uint32_t t, const Piece& piece, size_t count) const {
    const Text& text = work_.texts[t];
    const Draft* best = nullptr;
    for (auto draft = first_at(t, piece.word.begin > 64 ? piece.word.begin - 64 : 0, count);
         draft != work_.drafts.begin() + static_cast<ptrdiff_t>(count) && draft->text == t &&
         draft->raw.begin < piece.word.end + 64;
         ++draft) {
      if (draft->dropped || draft->inside || !is_country(work_, draft->entity)) continue;
      const bool adjective = draft->form == "adjective";
      if (const Link* link = link_between(work_, text, piece.word, draft->raw)) {
        if (adjective && link->adjective_after) best = &*draft;
      }
      for (const Range left : {draft->word, draft->raw}) {
        if (const Link* link = link_between(work_, text, left, piece.raw)) {
          if (adjective ? link->adjective_before : link->name_before) best = &*draft;
        }
      }
    }
    return best;
  }

  std::vector<Draft>::const_iterator first_at(uint32_t t, uint32_t at, size_t count) const {
    const auto end = work_.drafts.begin() + static_cast<ptrdiff_t>(count);
    return std::lower_bound(work_.drafts.begin(), end, std::pair{t, at},
                            [](const Draft& draft, const std::pair<uint32_t, uint32_t>& v) {
                              return std::pair{draft.text, draft.raw.begin} < v;
                            });
  }

  bool is_taken(uint32_t t, Range range, size_t count) const {
    for (auto draft = first_at(t, range.begin > 256 ? range.begin - 256 : 0, count);
         draft != work_.drafts.begin() + static_cast<ptrdiff_t>(count) && draft->text == t &&
         draft->raw.begin < range.end;
         ++draft) {
      if (!draft->dropped && draft->raw.overlaps(range)) return true;
    }
    return false;
  }

  // "the American company Acme": a name directly beside the phrase is whom it describes.
  bool named_beside(uint32_t t, Range phrase, size_t count) const {
    const Text& text = work_.texts[t];
    for (auto draft = first_at(t, phrase.end, count);
         draft != work_.drafts.begin() + static_cast<ptrdiff_t>(count) && draft->text == t;
         ++draft) {
      const std::string_view raw = text.source.raw;
      uint32_t at = phrase.end;
      while (at < draft->word.begin && at < raw.size()) {
        const text::CodePoint c = text::decode(raw, at);
        if (c.value != ' ' && c.value != '(' && c.value != '-' && !opens_quote(c.value)) break;
        at += c.length;
      }
      if (at >= draft->word.begin) return true;
      break;
    }
    // An unknown name: a capital or a quotation mark behind the phrase.
    const std::string_view raw = text.source.raw;
    size_t at = phrase.end;
    while (at < raw.size() && raw[at] == ' ') ++at;
    if (at >= raw.size()) return false;
    const char32_t next = text::decode(raw, at).value;
    return (text::is_upper(next) && !work_.capital_nouns) || opens_quote(next);
  }

  static bool opens_quote(char32_t c) {
    return c == '"' || c == U'“' || c == U'«' || c == U'「' || c == U'《' || c == U'„';
  }

  bool is_plural(std::string_view adjective) const {
    const std::string folded = text::fold_copy(adjective);
    return std::any_of(plurals_.begin(), plurals_.end(),
                       [&](const std::string& ending) { return folded.ends_with(ending); });
  }

  // An article where the language has them; else the "this" that the table asks for.
  bool determined(const Text& text, const Piece& piece, uint32_t begin, uint32_t end) const {
    if (piece.description.ends_with("|alone")) return true;
    if (says_this(text, begin, end)) return true;
    if (needs_demonstrative_) return false;
    Piece phrase;
    phrase.definite = piece.definite;
    phrase.raw = phrase.word = {begin, end};
    return is_definite(work_, text, phrase);
  }

  bool says_this(const Text& text, uint32_t begin, uint32_t end) const {
    const std::string_view raw = text.source.raw;
    constexpr uint32_t kReach = 24;
    uint32_t from = begin > kReach ? begin - kReach : 0;
    while (from < begin && (static_cast<unsigned char>(raw[from]) & 0xC0) == 0x80) ++from;
    uint32_t to = std::min<uint32_t>(end + kReach, static_cast<uint32_t>(raw.size()));
    while (to > end && to < raw.size() && (static_cast<unsigned char>(raw[to]) & 0xC0) == 0x80)
      --to;
    const std::string before = text::fold_copy(text::trim_space(raw.substr(from, begin - from)));
    const std::string after = text::fold_copy(text::trim_space(raw.substr(end, to - end)));
    for (const std::string& word : demonstratives_) {
      if (ends_with_word(before, word) || starts_with_word(after, word)) return true;
    }
    return false;
  }

  static bool ends_with_word(std::string_view text, std::string_view word) {
    if (!text.ends_with(word)) return false;
    if (text.size() == word.size() || text::is_spaceless(text::decode(word, 0).value)) return true;
    return !text::is_word(text::decode_before(text, text.size() - word.size()).value);
  }

  static bool starts_with_word(std::string_view text, std::string_view word) {
    if (!text.starts_with(word) || text::is_spaceless(text::decode(word, 0).value)) return false;
    return text.size() == word.size() || !text::is_word(text::decode(text, word.size()).value);
  }

  // "the country": the only one of its sentence so far, or of the sentence before.
  void describe_country(uint32_t t, const Piece& piece, size_t count) {
    if (is_taken(t, piece.raw, count) || named_beside(t, piece.word, count)) return;
    std::set<int32_t> here, above, bodies;
    for (auto draft = first_at(t, 0, count);
         draft != work_.drafts.begin() + static_cast<ptrdiff_t>(count) && draft->text == t &&
         draft->raw.begin < piece.raw.begin;
         ++draft) {
      const int32_t land = land_of(*draft);
      const bool near = draft->sentence == piece.sentence || draft->sentence + 1 == piece.sentence;
      if (const int32_t body = near ? land_of_body(*draft) : -1; body >= 0) bodies.insert(body);
      if (land < 0) continue;
      if (draft->sentence == piece.sentence) here.insert(land);
      if (draft->sentence + 1 == piece.sentence) above.insert(land);
    }
    const auto& lands = here.empty() ? above : here;
    if (lands.size() != 1) return;
    // A body of another land tells that more than one is spoken of.
    bodies.erase(*lands.begin());
    if (!bodies.empty()) return;
    // Of the sentence before only the land that the article speaks of most: an embassy's is none.
    if (here.empty() && !is_most_named(*lands.begin())) return;
    Draft target;
    target.entity = *lands.begin();
    add(t, piece, piece.raw, target, "country_last_spoken_of");
  }

  bool is_most_named(int32_t land) {
    if (counts_.empty()) {
      for (const Draft& draft : work_.drafts) {
        if (const int32_t named = land_of(draft); named >= 0) ++counts_[named];
      }
    }
    const size_t own = counts_[land];
    return std::ranges::none_of(counts_, [&](const auto& one) { return one.second > own; });
  }

  int32_t land_of(const Draft& draft) const {
    if (draft.dropped) return -1;
    if (is_country(work_, draft.entity)) return draft.entity;
    if (draft.country >= 0) return draft.country;
    if (draft.entity >= 0 && !work_.entity(draft.entity).country.empty() &&
        work_.entity(draft.entity).type != EntityType::kOrg) {
      return work_.names.entity_index(work_.entity(draft.entity).country);
    }
    return -1;
  }

  // "The Nigerian army": of which land a body of the state is.
  int32_t land_of_body(const Draft& draft) const {
    if (draft.dropped || draft.entity < 0) return -1;
    const knowledge::Entity& body = work_.entity(draft.entity);
    if (body.type != EntityType::kOrg || body.country.empty()) return -1;
    const bool of_state =
        std::ranges::any_of(work_.knowledge.institutions(), [&](const auto& kind) {
          const auto* own = work_.knowledge.institution(kind.id, body.country);
          return own != nullptr && own->id == body.id;
        });
    return of_state ? work_.names.entity_index(body.country) : -1;
  }

  void add(uint32_t t, const Piece& piece, Range range, const Draft& target,
           std::string_view rule) {
    Draft draft{.text = t, .raw = range, .word = range, .sentence = piece.sentence};
    draft.entity = target.entity;
    draft.id = target.id;
    draft.name = target.name;
    draft.type = target.type;
    draft.form = "description";
    draft.rule = rule;
    draft.prefixed = piece.prefixed;
    work_.drafts.push_back(std::move(draft));
  }

  Work& work_;
  std::vector<Candidate> organisations_;
  std::map<int32_t, size_t> counts_;  // how often lands are named
  std::vector<std::string> demonstratives_, plurals_;
  bool needs_demonstrative_ = false;
};

}  // namespace

void find_descriptions(Work& work) { Describer(work).run(); }

}  // namespace synoptic::annotate
