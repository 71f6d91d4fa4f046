// The work on an article's mentions, step by step; each step is a function of its own file.
// Private to the room.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "annotate/names/matcher.h"
#include "annotate/names/mention_cues.h"
#include "annotate/names/tagger.h"
#include "knowledge/knowledge.h"
#include "model/annotation.h"

namespace synoptic::annotate {

// Which order and gap of words the language binds with, from the cue table "mention_link".
struct Link {
  bool name_after = false, name_before = false;  // "government of Russia", "日本政府"
  bool adjective_after = false, adjective_before = false;  // "الحكومة اليابانية", "Russian army"
  bool person_after = false, person_before = false;  // "President X", "X大統領"
  bool both = false;                                 // "and"
};

// A name that only this article tells: an unknown one, or a short form of a known one.
// A country's team, or who works in a building: a body by the id of the place.
constexpr std::string_view kTeamRule = "team";

struct LocalName {
  int32_t entity = -1;  // index in the knowledge; -1: NIL
  std::string name;     // of a NIL
  model::EntityType type = model::EntityType::kOrg;
  std::string form, rule;
  bool weak = false;  // counts only once it is seen to act
  std::string id;     // that no index has: "russia/football-federation"
};

struct Draft {  // a mention in the making
  uint32_t text = 0;
  Range raw, word;
  uint32_t sentence = 0;
  int32_t entity = -1;   // index in the knowledge
  std::string id, name;  // where there is no such index
  model::EntityType type = model::EntityType::kOrg;
  std::string form, role, rule, stands_for;
  std::string role_id, of;       // of role phrases, and of persons whom the text gives a role
  Range titled;                  // the name with its role and whose that is; empty: no role
  std::string_view state;        // "former", "elect", "acting", "deputy": whether the role is held
  bool owner_told = false;       // the text says whose role it is
  int32_t country = -1;          // whom an institution or a role belongs to
  std::string_view institution;  // its kind, where the country stands beside it
  bool prefixed = false, definite = false;
  bool weak = false;  // an unknown name that only looks like a person's
  bool dropped = false;
  bool inside = false;  // part of a role phrase or an institution, and a mention of its own
};

struct Text {
  uint32_t block = 0;  // or model::kTitleBlock
  const Source& source;
  std::vector<Piece> pieces;
  bool title_case = false;         // most words begin with a capital: capitals tell nothing
  std::vector<TaggedName> tagged;  // names by the look of them
  std::vector<Range> rejected;     // doubtful names that nothing backed; in order
};

struct Work {
  const model::Article& article;
  const knowledge::Knowledge& knowledge;
  const knowledge::NameIndex& names;
  MatchRules rules;
  std::unordered_map<std::string, Link> links;  // by folded gap; "" = nothing between
  bool has_links = false;
  bool capital_nouns = false;
  bool kind_first = false;                   // "Universidad de X", not "X University"
  std::vector<std::string> purposes;         // "for": a body's name goes on with them, folded
  std::unordered_set<std::string> articles;  // definite articles as words of their own, folded
  std::vector<Text> texts;
  std::vector<LocalName> locals;
  std::unordered_map<std::string, uint32_t> local_index;
  std::vector<Draft> drafts;
  MentionCues* cue_lists = nullptr;
  std::optional<bool> sport;  // whether the article speaks of sport, once it is asked

  const knowledge::Entity& entity(int32_t index) const {
    return knowledge.entity(static_cast<uint32_t>(index));
  }
  // The rows of the article's language.
  const MentionCues::Cues& cues(std::string_view kind) const { return (*cue_lists)(kind); }
  std::string_view raw(const Draft& draft) const {
    return draft.raw.of(texts[draft.text].source.raw);
  }
};

// mentions.cpp
Work start_work(const model::Article& article, const Sources& sources,
                const knowledge::Knowledge& knowledge);
// By where they begin; of those that begin together in the order they were found in, or the longest
// first.
void sort_drafts(Work& work, bool longest_first = false);
const Link* link_between(const Work& work, const Text& text, Range left, Range right);
bool is_adjacent(const Text& text, Range left, Range right);  // nothing or one blank between
bool is_definite(const Work& work, const Text& text, const Piece& piece);
bool is_country(const Work& work, int32_t entity);
bool is_occupation(const Work& work, const Piece& role);  // told beside its bearer's name only
// 台軍 in 對台軍售: whether the last sign of the name begins another word.
bool is_of_longer_word(const Work& work, const Text& text, Range name);
uint32_t add_local(Work& work, LocalName local);
// The one entity of the type with a name that is one slip of the pen away; -1: none, or several.
int32_t near_entity(const Work& work, std::string_view written, model::EntityType type);

void drop_noise(Work& work);  // tagged_noise.cpp: days and common nouns that look like names
bool is_noun(const Work& work, std::string_view written);  // whether the word means a common noun
// The same of a town's name with a capital: "Lira". Not behind "in" or "the town of".
bool is_plain_noun(const Work& work, const Text& text, Range range);
void repair_tagged(Work& work);   // tagged_repairs.cpp: what the tagger cuts, and common nouns
void settle_titled(Work& work);   // titled_people.cpp: "엄기춘 씨", what stands beside a name
void settle_support(Work& work);  // support.cpp: which doubtful names count
void trim_tagged(const Work& work, Text& text);  // tagged_trim.cpp: what is no part of a name
void settle_cases(Work& work);  // name_cases.cpp: "Марату Елибаеву" → "Марат Елибаев"
// place_context.cpp
// "provincia de Córdoba", "大阪府": the town lends its name to something else.
bool names_another_thing(const Work& work, const Text& text, const Piece& piece);
// What its ending makes an adjective of: "Віденського", "کاشانی".
bool is_adjective_of_place(const Work& work, const Text& text, const Piece& piece);
// "delta du Niger": the river, not the land.
bool names_water(const Work& work, const Text& text, const Piece& piece);
// "governor of " + "Georgia".
bool follows_place_word(const Work& work, const Text& text, const Piece& piece);
// beside_words.cpp: the words of the cues stand right behind the name, or right before it.
bool has_tail(const Work& work, const Text& text, const Piece& piece, std::string_view kind);
bool has_head(const Work& work, const Text& text, const Piece& piece, std::string_view kind);
// A word for a part of a country stands beside the name.
bool stands_as_region(const Work& work, const Text& text, const Piece& piece);
// The name with that word, where the tagger takes them together: "محافظة حلب".
Range with_region_word(const Work& work, const Text& text, const Piece& piece);
// The part of the town's country that has its name; -1: none.
int32_t region_called_like(const Work& work, const Text& text, const Piece& piece);
bool has_place_ending(const Work& work, const Text& text, const Piece& piece);  // "Van'da"
// "in Lima", "लीमा में": what no person stands beside.
bool stands_inside(const Work& work, const Text& text, const Piece& piece);
// "ترمز" is a brake: where no capital tells a name, a word that the lexicon knows to mean something
// else, and that sounds otherwise, is a place only behind a word for one.
bool is_common_word(const Work& work, const Text& text, Range range);
// longer_names.cpp: "Aegean Lines", "马拉拉克": the known name is a part of another one.
bool is_in_longer_name(const Work& work, const Text& text, const Piece& piece);
bool speaks_of_sport(const Work& work);
void find_unknown_names(Work& work);  // nil_names.cpp: capitalised runs, quoted names
void take_heads(Work& work);          // headed_names.cpp: "clinique des Tilleuls"
void find_tagged_names(Work& work);   // tagged_names.cpp: unknown names that the tagger sees
void settle_types(Work& work);        // name_types.cpp: one name is one thing
// parted_bodies.cpp: the kind of the institution that the adjective of a land parts, and where all
// of it stands: "ministère nigérian des Affaires étrangères"; -1: none.
int32_t parted_body(const Work& work, const Text& text, const Piece& land, Range& range);
void settle_land_surnames(Work& work);  // land_surnames.cpp: "Portugal's Montenegro"
void settle_bodies(Work& work);         // bodies.cpp: "police", "Supreme Court" of which country
// tagged_ranges.cpp
bool fits_type(NameType seen, model::EntityType type);
// Whether the tagger sees a name of that type exactly there; `range` may have an ending cut off.
bool is_tagged(const Text& text, Range range, model::EntityType type);
// Whether all of it is a word that no unknown name has ("Monday"), or a name that was too doubtful
// and of which the tagger is not sure either.
bool is_stopped(const Text& text, const TaggedName& name);
const TaggedName* tagged_around(const Text& text, Range range);  // nullptr: none holds all of it
// "russe de l'Économie": an adjective written small begins no name, where names have capitals.
bool begins_small(const Text& text, Range range);
bool may_be_name(std::string_view raw, Range range);  // two letters at least
// A known name without the title or the common noun that its alias begins with: "Sir X" → "X".
Range bare_name(const Work& work, const Text& text, const Piece& piece);
void merge_pieces(Text& text, std::vector<Piece> found);  // in the place of what they cover
void compose_mentions(Work& work);    // compose.cpp: institutions and roles; then all other names
void settle_namesakes(Work& work);    // namesakes.cpp: a stranger of a famous surname
void carry_names(Work& work);         // carry.cpp: short forms, brackets, misspelt names
void carry_family_names(Work& work);  // family_names.cpp: "김민수 … 김 단장"
void settle_short_names(Work& work);  // short_names.cpp: "Hanbit" where "Hanbit Energy" is named
void resolve_roles(Work& work);  // carry_roles.cpp: who is meant by a role or a bare institution
// role_states.cpp
// What the words beside the role, or beside the role and its owner, say of it; empty: nothing.
std::string_view role_state(Work& work, const Text& text, Range group, Range role);
bool is_role_state(Work& work, std::string_view gap);
std::string with_state(std::string role, std::string_view state);
// role_owners.cpp
// What a role belongs to by its own words, folded: "association" of "the president of the
// association", "협회" of "협회 회장"; empty: nothing, or the state.
std::string_view owner_told(const Work& work, const Draft& role);
// The person named beside the body as the one who leads it: "gouvernement de François Bayrou".
const Draft* head_beside(const Work& work, size_t body);
bool is_of_part(const Work& work, const Draft& body);  // 北海道政府: a province's
bool stands_by_another_person(const Work& work, const Draft& role);  // "the president, Ana Prado,"
void find_descriptions(Work& work);  // descriptions.cpp: "the American company", "该公司"
void mark_metonyms(Work& work);      // metonyms.cpp: capitals that act

}  // namespace synoptic::annotate
