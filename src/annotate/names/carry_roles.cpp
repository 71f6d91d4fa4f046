// Who is meant where only a role or a bare institution stands: the person whom the article names
// with the role, the holder of the office, the country that the sentence is about.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "annotate/names/article_countries.h"
#include "annotate/names/mentions.h"
#include "annotate/names/role_bearers.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

using model::EntityType;

class RoleCarrier {
 public:
  explicit RoleCarrier(Work& work) : work_(sorted(work)), countries_(work) {}

  void run() {
    collect_holders();
    for (Draft& draft : work_.drafts) {
      if (draft.rule == "role_of_owner" || draft.rule == "role_shared") resolve_phrase(draft);
    }
    for (size_t i = 0; i < work_.drafts.size(); ++i) {
      if (work_.drafts[i].rule == "bare_role") resolve_bare_role(work_.drafts[i]);
      if (work_.drafts[i].rule == "bare_institution") resolve_bare_institution(i);
    }
    spread_roles();
    std::erase_if(work_.drafts, [](const Draft& draft) { return draft.dropped; });
  }

 private:
  static Work& sorted(Work& work) {
    sort_drafts(work);
    return work;
  }

  const model::DateValue* published() const {
    return work_.article.published ? &work_.article.published->value : nullptr;
  }

  bool holds_now(const knowledge::RoleTerm& term, int32_t entity) const {
    const auto* holder = work_.knowledge.holder(term.role, term.of, published());
    return holder != nullptr && holder->id == work_.entity(entity).id;
  }

  std::string role_name(std::string_view role, std::string_view of) const {
    const auto* term = work_.knowledge.find_role(role);
    const auto* entity = work_.knowledge.find(of);
    if (term == nullptr) return std::string(role);
    std::string name = term->name;
    constexpr std::string_view kSlot = "{country}";
    if (const size_t at = name.find(kSlot); at != std::string::npos) {
      name.replace(at, kSlot.size(),
                   entity != nullptr ? entity->name_in(knowledge::kCanonicalLanguage) : of);
    }
    return name;
  }

  void collect_holders() {
    for (const Draft& draft : work_.drafts) {
      if (draft.dropped || draft.role_id.empty() || draft.form == "role" ||
          draft.form == "composed") {
        continue;
      }
      const Holder holder{draft.entity, draft.name, draft.role};
      const int32_t of = work_.names.entity_index(draft.of);
      told_.try_emplace({draft.role_id, draft.of, draft.state}, holder);
      bearers_.told(draft.role_id, draft.state,
                    {holder, place_of_first(draft), of, draft.owner_told});
      roles_.try_emplace({draft.entity, draft.name}, draft.role);
    }
    std::set<int32_t> seen;
    for (const Draft& draft : work_.drafts) {
      if (draft.dropped || draft.entity < 0 || !seen.insert(draft.entity).second) continue;
      const knowledge::Entity& entity = work_.entity(draft.entity);
      if (entity.type != EntityType::kPerson) continue;
      for (const auto& term : entity.roles) {
        if (!holds_now(term, draft.entity)) continue;
        const Holder holder{draft.entity, {}, role_name(term.role, term.of)};
        told_.try_emplace({term.role, term.of, std::string_view()}, holder);
        const int32_t of = work_.names.entity_index(term.of);
        bearers_.known(term.role, {holder, place_of_first(draft), of, false});
        roles_.try_emplace({draft.entity, std::string()}, holder.role);
      }
    }
  }

  // Where the person is first named.
  TextPlace place_of_first(const Draft& person) {
    if (first_named_.empty()) {
      for (const Draft& draft : work_.drafts) {
        if (draft.dropped || draft.form == "role") continue;
        const TextPlace place = place_in_text(work_, draft);
        const auto [known, fresh] = first_named_.try_emplace({draft.entity, draft.name}, place);
        if (!fresh) known->second = std::min(known->second, place);
      }
    }
    const auto found = first_named_.find({person.entity, person.name});
    return found != first_named_.end() ? found->second : place_in_text(work_, person);
  }

  void point_at(Draft& draft, const Holder& holder, std::string_view rule) const {
    draft.entity = holder.entity;
    draft.name = holder.name;
    draft.id.clear();
    if (draft.role.empty()) draft.role = holder.role;
    draft.rule = rule;
    draft.dropped = false;
  }

  void resolve_phrase(Draft& draft) {
    const auto told = told_.find({draft.role_id, draft.of, draft.state});
    if (told != told_.end()) {
      point_at(draft, told->second, "role_carried");
      return;
    }
    draft.id = fmt::format("{}/{}", draft.of, draft.role_id);
    draft.name = draft.role;
    if (!draft.state.empty() && draft.state != "acting") return;  // it is another's by now
    if (const auto* holder = work_.knowledge.holder(draft.role_id, draft.of, published())) {
      draft.stands_for = holder->id;
    }
  }

  void resolve_bare_role(Draft& draft) {
    if (!draft.definite) return;
    // A country first named behind it is not yet what the article is about.
    const TextPlace place = place_in_text(work_, draft);
    const int32_t dominant = countries_.dominant() >= 0 && countries_.dominant_from() < place
                                 ? countries_.dominant()
                                 : -1;
    const int32_t home = dominant >= 0 ? dominant : countries_.of_publisher();
    const auto found =
        bearers_.meant(draft.role_id, draft.state, place,
                       {dominant, home, work_.texts[draft.text].block == model::kTitleBlock});
    if (!found) return;
    if (before_name(draft) || stands_by_another_person(work_, draft)) return;
    const std::string_view owner = owner_told(work_, draft);
    if (!owner.empty() && !told_with(found->holder, draft.role_id, owner)) return;
    point_at(draft, found->holder, "role_carried");
  }

  // "Ana Prado, president of the club … the president of the club said": the same words again.
  bool told_with(const Holder& holder, const std::string& role, std::string_view owner) const {
    for (const Draft& draft : work_.drafts) {
      if (draft.role_id != role || !draft.of.empty() || draft.dropped || draft.form == "role" ||
          Holder{draft.entity, draft.name, draft.role} != holder) {
        continue;
      }
      const Source& source = work_.texts[draft.text].source;
      if (draft.sentence >= source.sentences.size()) continue;
      const Range sentence = source.sentences[draft.sentence];
      if (text::fold_copy(sentence.of(source.raw)).find(owner) != std::string::npos) return true;
    }
    return false;
  }

  // A role directly before a word that may be an unknown name tells of somebody else.
  bool before_name(const Draft& draft) const {
    const Text& text = work_.texts[draft.text];
    const std::string_view raw = text.source.raw;
    const size_t at = draft.word.end;
    if (at + 1 >= raw.size() || raw[at] != ' ') return false;
    const text::CodePoint next = text::decode(raw, at + 1);
    if (text::is_upper(next.value)) return true;
    if (!text::is_arabic(next.value)) return false;
    const auto piece = piece_from(text.pieces, draft.word.end);
    return piece == text.pieces.end() || piece->word.begin > at + 1;
  }

  // That of the one country whose body of the kind the article names in full; else of the one that
  // stands before it in its sentence; else of the article's, if there is but one.
  void resolve_bare_institution(size_t i) {
    Draft& draft = work_.drafts[i];
    if (!draft.definite || is_of_part(work_, draft)) return;
    static const std::set<int32_t> kNone;
    const bool part = is_of_longer_name(draft);
    const std::set<int32_t>& named = part ? kNone : countries_named_with(draft);
    if (named.empty() && !may_stand_bare(draft.role_id)) return;
    std::set<int32_t> before;
    for (size_t j = i; j-- > 0;) {
      const Draft& other = work_.drafts[j];
      if (other.text != draft.text || other.sentence != draft.sentence) break;
      if (const int32_t country = countries_.of(other); country >= 0) before.insert(country);
      if (const int32_t country = country_of_person(other); country >= 0) before.insert(country);
    }
    int32_t country = -1;
    std::string_view rule;
    if (const Draft* head = head_beside(work_, i)) {  // "gouvernement de François Bayrou"
      if (const int32_t led = country_of_person(*head); led >= 0) before = {led};
    }
    const bool of_own = is_abroad(draft.role_id) && countries_.of_publisher() >= 0;
    const bool ours = is_ours(draft);
    if (ours && countries_.of_publisher() < 0) return;
    if (ours) {
      country = countries_.of_publisher();
      rule = "institution_of_the_publishers_country";
    } else if (of_own && speaks_of_own_people(draft)) {
      country = countries_.of_publisher();
      rule = "institution_of_the_publishers_country";
    } else if (named.size() == 1 && is_meant(*named.begin(), before)) {
      country = *named.begin();
      rule = "institution_named_in_full";
    } else if (of_own && !part && named.empty() && before.empty() && names_own_people()) {
      country = countries_.of_publisher();
      rule = "institution_of_the_publishers_country";
    } else if (before.size() == 1) {
      country = *before.begin();
      rule = "institution_of_the_sentences_country";
    } else if (before.empty() && countries_.dominant() >= 0) {
      country = countries_.dominant();
      rule = "institution_of_the_articles_country";
    } else if (!part && named.empty() && before.empty() && may_be_publishers(draft.role_id)) {
      country = countries_.of_publisher();
      rule = "institution_of_the_publishers_country";
    }
    if (country < 0 || (!ours && !named.empty() && !named.contains(country))) return;
    const auto* term = work_.knowledge.find_institution(draft.role_id);
    if (term == nullptr) return;
    const knowledge::Entity& land = work_.entity(country);
    draft.rule = rule;
    draft.country = country;
    draft.dropped = false;
    draft.type = term->type;
    if (const auto* known = work_.knowledge.institution(term->id, land.id)) {
      draft.entity = work_.names.entity_index(known->id);
    } else {
      draft.id = fmt::format("{}/{}", land.id, term->id);
      draft.name = term->name;
      constexpr std::string_view kSlot = "{country}";
      if (const size_t at = draft.name.find(kSlot); at != std::string::npos) {
        draft.name.replace(at, kSlot.size(), land.name_in(knowledge::kCanonicalLanguage));
      }
    }
    draft.role_id.clear();
  }

  // "the European Parliament": a name of its own.
  bool is_of_longer_name(const Draft& draft) const {
    const Text& text = work_.texts[draft.text];
    const TaggedName* name = tagged_around(text, draft.raw);
    if (name != nullptr && name->range.begin < draft.word.begin) return true;
    const auto piece = piece_from(text.pieces, draft.word.begin);
    if (piece == text.pieces.begin()) return false;
    const Piece& before = *(piece - 1);
    return before.adjective >= 0 && is_adjacent(text, before.word, draft.word);
  }

  // In an article that names no land; a ministry that speaks of other lands, where the publisher's
  // is named among several.
  bool may_be_publishers(std::string_view kind) const {
    if (countries_.named().empty()) return true;
    return countries_.dominant() < 0 && countries_.named().contains(countries_.of_publisher()) &&
           is_abroad(kind);
  }

  // "우리 정부": our own land's, whichever the sentence is about.
  bool is_ours(const Draft& draft) const {
    constexpr uint32_t kLongest = 24;  // bytes
    const uint32_t end = draft.word.begin;
    const Range beside{end - std::min(end, kLongest), end};
    const std::string before = text::fold_copy(beside.of(work_.texts[draft.text].source.raw));
    return std::ranges::any_of(work_.cues("mention_ours"), [&](const knowledge::Cue* cue) {
      return before.ends_with(cue->text) || before.ends_with(cue->text + " ");
    });
  }

  bool is_abroad(std::string_view kind) const {
    const auto abroad = work_.knowledge.cues("mention_bare_abroad");
    return std::ranges::any_of(abroad, [&](const auto& cue) { return cue.text == kind; });
  }

  // 外務省によると、日本人が被害にあった…
  bool speaks_of_own_people(const Draft& draft) const {
    const Source& source = work_.texts[draft.text].source;
    const Range sentence = draft.sentence < source.sentences.size()
                               ? source.sentences[draft.sentence]
                               : Range{0, static_cast<uint32_t>(source.raw.size())};
    return holds_own_people(text::fold_copy(sentence.of(source.raw)));
  }

  // … anywhere: the ministry that a later sentence names alone is their own land's, too.
  bool names_own_people() {
    if (!own_people_) {
      own_people_ = std::ranges::any_of(
          work_.texts, [&](const Text& text) { return holds_own_people(text.source.folded.text); });
    }
    return *own_people_;
  }

  bool holds_own_people(std::string_view folded) const {
    return std::ranges::any_of(work_.cues("mention_own_people"), [&](const knowledge::Cue* cue) {
      return folded.find(cue->text) != std::string_view::npos;
    });
  }

  // Not where the sentence or the article is about another land, nor in the press of a land that
  // the article names as well: there the bare words may mean its own.
  bool is_meant(int32_t named, const std::set<int32_t>& before) {
    if (!before.empty() && !before.contains(named)) return false;
    if (countries_.dominant() >= 0) return countries_.dominant() == named;
    const int32_t home = countries_.of_publisher();
    return home < 0 || home == named || !countries_.named().contains(home);
  }

  // -1: a body of many countries that is called so, "Европарламент".
  const std::set<int32_t>& countries_named_with(const Draft& bare) {
    const std::string& kind = bare.role_id;
    const std::string word = text::fold_copy(work_.raw(bare));
    const auto [known, fresh] = named_.try_emplace({kind, word});
    std::set<int32_t>& countries = known->second;
    if (!fresh) return countries;
    for (const Draft& draft : work_.drafts) {
      if (draft.dropped) continue;
      if (draft.institution == kind && is_country(work_, draft.country)) {
        countries.insert(draft.country);
      }
      if (draft.entity < 0 || draft.form == "composed") continue;
      const knowledge::Entity& body = work_.entity(draft.entity);
      if (body.type != EntityType::kOrg) continue;
      if (body.country.empty()) {
        const std::string name = text::fold_copy(work_.raw(draft));
        if (name.size() > word.size() && name.find(word) != std::string::npos) countries.insert(-1);
        continue;
      }
      const auto* known = work_.knowledge.institution(kind, body.country);
      if (known != nullptr && known->id == body.id) {
        countries.insert(work_.names.entity_index(body.country));
      }
    }
    return countries;
  }

  // The rows of "mention_bare" are the kinds that news means when it says no country.
  bool may_stand_bare(std::string_view kind) const {
    const auto kinds = work_.knowledge.cues("mention_bare");
    return std::any_of(kinds.begin(), kinds.end(),
                       [&](const knowledge::Cue& cue) { return cue.text == kind; });
  }

  int32_t country_of_person(const Draft& draft) const {
    if (draft.dropped || draft.entity < 0) return -1;
    const knowledge::Entity& entity = work_.entity(draft.entity);
    if (entity.type != EntityType::kPerson) return -1;
    for (const auto& term : entity.roles) {
      const int32_t of = work_.names.entity_index(term.of);
      if (is_country(work_, of) && holds_now(term, draft.entity)) return of;
    }
    return -1;
  }

  // Later mentions of a person keep the role.
  void spread_roles() {
    for (Draft& draft : work_.drafts) {
      if (draft.dropped || !draft.role.empty()) continue;
      const EntityType type = draft.entity >= 0 ? work_.entity(draft.entity).type : draft.type;
      if (type != EntityType::kPerson) continue;
      const auto found =
          roles_.find({draft.entity, draft.entity >= 0 ? std::string() : draft.name});
      if (found != roles_.end()) draft.role = found->second;
    }
  }

  Work& work_;
  std::map<std::tuple<std::string, std::string, std::string_view>, Holder> told_;  // by role, owner
  RoleBearers bearers_;
  std::map<std::pair<int32_t, std::string>, TextPlace> first_named_;
  std::map<std::pair<int32_t, std::string>, std::string> roles_;
  std::map<std::pair<std::string, std::string>, std::set<int32_t>> named_;  // by kind and word
  ArticleCountries countries_;
  std::optional<bool> own_people_;  // named in the article
};

}  // namespace

void resolve_roles(Work& work) { RoleCarrier(work).run(); }

}  // namespace synoptic::annotate
