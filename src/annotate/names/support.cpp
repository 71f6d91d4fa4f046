// Which doubtful names count. A plain name stands for itself; a bound one ("Xi") needs the full
// name in the article; an ambiguous one ("Apple") needs something around it, once in the article.
#include <algorithm>

#include "annotate/names/mentions.h"
#include "annotate/names/town_words.h"
#include "base/strings.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr uint16_t kAnyWord = 5;   // letters that any word has, where letters have no case
constexpr size_t kPairReach = 18;  // bytes behind a pair of countries

using knowledge::NameCue;
using knowledge::Strength;
using model::EntityType;

bool is_maker(EntityType type) {  // what the words for companies and agencies stand beside
  return type == EntityType::kOrg || type == EntityType::kProduct || type == EntityType::kWork;
}

class Support {
 public:
  explicit Support(Work& work) : work_(work), towns_(work) {}

  void run() {
    collect_plain();
    for (Text& text : work_.texts) {
      for (size_t i = 0; i < text.pieces.size(); ++i) choose(text, i);
    }
    for (Text& text : work_.texts) {
      for (size_t i = 0; i < text.pieces.size(); ++i) look_around(text, i);
    }
    for (Text& text : work_.texts) {
      for (size_t i = 0; i < text.pieces.size(); ++i) drop_unsupported(text, i);
      for (Piece& piece : text.pieces) {
        drop_given_name(text, piece);
        drop_occupation(text, piece);
      }
      std::erase_if(text.pieces, [](const Piece& piece) { return !piece.found(); });
    }
  }

 private:
  // Other words that name nothing by themselves cannot carry a name's weight.
  static bool counts_alone(const Piece& piece) {
    return piece.strength == Strength::kPlain && !piece.has(NameCue::kStop);
  }

  void collect_plain() {
    for (const Text& text : work_.texts) {
      for (const Piece& piece : text.pieces) {
        if (!counts_alone(piece)) continue;
        if (piece.entity >= 0) {
          plain_.insert(piece.entity);
          if (!work_.entity(piece.entity).kind.empty())
            kinds_[work_.entity(piece.entity).kind].insert(piece.entity);
        }
        if (piece.adjective >= 0) plain_.insert(piece.adjective);
      }
    }
  }

  // Of several entities of the same name, the one that the article names otherwise too, or that
  // is native to a country of the article.
  void choose(Text& text, size_t i) {
    Piece& piece = text.pieces[i];
    if (piece.entity >= 0) choose_region(text, piece);
    if (piece.entity < 0 || piece.others.empty()) return;
    const auto score = [&](int32_t entity) {
      const knowledge::Entity& e = work_.entity(entity);
      int points = 0;
      if (plain_.contains(entity) && piece.strength != Strength::kPlain) points += 8;
      if (e.type == EntityType::kPerson && person_context(text, i)) points += 6;
      if (!e.country.empty()) {
        const int32_t country = work_.names.entity_index(e.country);
        if (country >= 0 && plain_.contains(country)) points += 2;
      }
      if (e.type == EntityType::kCountry || (e.type == EntityType::kCity && is_native(e))) {
        points += 1;
      }
      if (e.type == EntityType::kCity && stands_by_land(text, i, e)) points += 4;
      if (e.type == EntityType::kCountry && names_capital(e)) points += 3;
      if (e.type == EntityType::kRegion && is_among_regions(text, i, e)) points += 4;
      return points;
    };
    int32_t best = piece.entity;
    for (const uint32_t other : piece.others) {
      if (score(static_cast<int32_t>(other)) > score(best)) best = static_cast<int32_t>(other);
    }
    piece.entity = best;
    // What stands around it tells for the article's others, too.
    if (work_.entity(best).type == EntityType::kRegion &&
        is_among_regions(text, i, work_.entity(best))) {
      plain_.insert(best);
    }
  }

  // "Malatya ili", "ولاية ملاطية": the province, not the town.
  void choose_region(const Text& text, Piece& piece) {
    const EntityType type = work_.entity(piece.entity).type;
    if (type != EntityType::kCity && type != EntityType::kRegion) return;
    if (!stands_as_region(work_, text, piece)) return;
    if (type == EntityType::kCity) {
      const int32_t region = region_called_like(work_, text, piece);
      if (region < 0) return;
      piece.entity = region;
      piece.others.clear();
    }
    // "Florida State" may be its university.
    if (type == EntityType::kCity || !piece.capital) {
      piece.raw = with_region_word(work_, text, piece);
    }
    plain_.insert(piece.entity);
  }

  // "Córdoba, Argentina", 西班牙科尔多瓦.
  bool stands_by_land(const Text& text, size_t i, const knowledge::Entity& town) const {
    constexpr uint32_t kGap = 6;  // bytes
    for (const int step : {-1, 1}) {
      const Piece* other = neighbour(text, i, step);
      if (other == nullptr) continue;
      const Range left = step < 0 ? other->word : text.pieces[i].word;
      const Range right = step < 0 ? text.pieces[i].word : other->word;
      if (right.begin < left.end || right.begin - left.end > kGap) continue;
      const int32_t land = other->entity >= 0 ? other->entity : other->adjective;
      if (land >= 0 && work_.entity(land).id == town.country) return true;
    }
    return false;
  }

  bool names_capital(const knowledge::Entity& land) const {
    return !land.capital.empty() && plain_.contains(work_.names.entity_index(land.capital));
  }

  // "Georgia, Arizona and Nevada", "the governor of Georgia".
  bool is_among_regions(const Text& text, size_t i, const knowledge::Entity& region) const {
    if (follows_place_word(work_, text, text.pieces[i])) return true;
    constexpr uint32_t kGap = 6;  // bytes: " and "
    for (const int step : {-1, 1}) {
      const Piece* other = neighbour(text, i, step);
      if (other == nullptr || other->entity < 0) continue;
      const Range left = step < 0 ? other->word : text.pieces[i].word;
      const Range right = step < 0 ? text.pieces[i].word : other->word;
      if (right.begin < left.end || right.begin - left.end > kGap) continue;
      const knowledge::Entity& e = work_.entity(other->entity);
      if (e.type == EntityType::kRegion && e.country == region.country) return true;
    }
    return false;
  }

  const Piece* neighbour(const Text& text, size_t i, int step) const {
    const auto j = static_cast<ptrdiff_t>(i) + step;
    if (j < 0 || j >= static_cast<ptrdiff_t>(text.pieces.size())) return nullptr;
    return &text.pieces[static_cast<size_t>(j)];
  }

  bool adjacent(const Text& text, size_t i, int step) const {
    const Piece* other = neighbour(text, i, step);
    if (other == nullptr) return false;
    return step < 0 ? is_adjacent(text, other->word, text.pieces[i].word)
                    : is_adjacent(text, text.pieces[i].word, other->word);
  }

  bool person_context(const Text& text, size_t i) const {
    for (const int step : {-1, 1}) {
      if (!adjacent(text, i, step)) continue;
      const Piece* other = neighbour(text, i, step);
      if (other->role >= 0 || other->has(NameCue::kPersonMark)) return true;
    }
    return false;
  }

  bool maker_context(const Text& text, size_t i) const {
    for (const int step : {-1, 1}) {
      if (!adjacent(text, i, step)) {
        if (step > 0 || !quoted_behind_paper(text, i)) continue;
        return true;
      }
      const Piece* other = neighbour(text, i, step);
      if (other->has(NameCue::kOrganisation) || other->has(NameCue::kPaper)) return true;
      if (other->role >= 0 && other->has(NameCue::kOrganisation)) return true;
    }
    return false;
  }

  // A company or newspaper word, then the name in quotation marks.
  bool quoted_behind_paper(const Text& text, size_t i) const {
    const Piece* before = neighbour(text, i, -1);
    if (before == nullptr ||
        !(before->has(NameCue::kPaper) || before->has(NameCue::kOrganisation))) {
      return false;
    }
    constexpr uint32_t kGap = 5;
    return text.pieces[i].word.begin - before->word.end <= kGap;
  }

  bool beside_its_kind(const Text& text, size_t i) const {
    const Piece& piece = text.pieces[i];
    for (const int step : {-1, 1}) {
      const Piece* other = neighbour(text, i, step);
      if (other == nullptr || other->entity < 0 || !counts_alone(*other)) continue;
      if (work_.entity(other->entity).type != work_.entity(piece.entity).type) continue;
      const Range left = step < 0 ? other->word : piece.word;
      const Range right = step < 0 ? piece.word : other->word;
      const Link* link = link_between(work_, text, left, right);
      const std::string_view gap =
          right.begin >= left.end ? text.source.raw.substr(left.end, right.begin - left.end) : "?";
      if ((link != nullptr && link->both) || gap == ", " || gap == "、" || gap == "، " ||
          gap == "،") {
        return true;
      }
    }
    return false;
  }

  void look_around(Text& text, size_t i) {
    const Piece& piece = text.pieces[i];
    const int32_t target = piece.entity >= 0 ? piece.entity : piece.adjective;
    if (target < 0 || piece.strength != Strength::kAmbiguous) return;
    if (piece.entity < 0) return;
    const knowledge::Entity& entity = work_.entity(piece.entity);
    // "Apple harvest begins": every word has a capital at the begin of a sentence.
    const bool by_grammar = piece.sentence_start && piece.capital && is_maker(entity.type);
    bool supported =
        beside_its_kind(text, i) || (!by_grammar && is_tagged(text, piece.raw, entity.type));
    if (is_maker(entity.type)) {
      supported |= maker_context(text, i);
      if (!entity.kind.empty()) {
        const auto kin = kinds_.find(entity.kind);
        supported |= kin != kinds_.end() && !kin->second.empty();
      }
    } else if (model::is_land(entity.type)) {
      const Piece* before = neighbour(text, i, -1);
      supported |= before != nullptr && before->has(NameCue::kPlaceWord) && adjacent(text, i, -1) &&
                   (piece.capital || piece.letters > 3);
      const bool telling = piece.capital || piece.letters > kAnyWord;  // capitals tell much
      supported |= (telling && related_place_named(entity)) || has_place_ending(work_, text, piece);
    } else if (entity.type == EntityType::kPerson) {
      supported |= person_context(text, i);
    }
    if (supported) supported_.insert(piece.entity);
  }

  // A country's capital or a city's country stands in the article.
  bool related_place_named(const knowledge::Entity& entity) const {
    const auto named = [&](const std::string& id) {
      const int32_t index = id.empty() ? -1 : work_.names.entity_index(id);
      return index >= 0 && plain_.contains(index);
    };
    return named(entity.capital) || named(entity.country) || named(entity.part_of);
  }

  bool compound_of_countries(const Text& text, size_t i) const {
    for (const int step : {-1, 1}) {
      const Piece* other = neighbour(text, i, step);
      if (other == nullptr || !adjacent(text, i, step)) continue;
      if (other->institution >= 0 || other->role >= 0) return step > 0;
      if (is_country(work_, other->entity)) return true;
    }
    return false;
  }

  // 中美关系: two countries of one letter each, and behind them what is between the two.
  bool in_pair(const Text& text, size_t i) const {
    if (!is_letter_of_country(text.pieces[i])) return false;
    size_t last = i;
    for (const int step : {-1, 1}) {
      const Piece* other = neighbour(text, i, step);
      if (other == nullptr || !adjacent(text, i, step) || !is_letter_of_country(*other)) continue;
      if (step > 0) ++last;
      const std::string_view rest =
          std::string_view(text.source.raw).substr(text.pieces[last].word.end);
      const std::string behind = text::fold_copy(rest.substr(0, kPairReach));
      if (plain_.contains(other->entity) || begins_with_pair_word(behind)) return true;
    }
    return false;
  }

  bool is_letter_of_country(const Piece& piece) const {
    return piece.strength == Strength::kBound && piece.letters == 1 &&
           is_country(work_, piece.entity);
  }

  bool begins_with_pair_word(std::string_view folded) const {
    return std::ranges::any_of(work_.cues("mention_pair_word"), [&](const knowledge::Cue* cue) {
      return folded.starts_with(cue->text);
    });
  }

  // "Para o lugar" is not "Pará": a small word of the language with the capital of the sentence,
  // which is written otherwise than the name.
  bool is_opener(const Text& text, const Piece& piece) const {
    if (!piece.has(NameCue::kStop) || !piece.sentence_start || piece.entity < 0) return false;
    const std::string_view written = piece.raw.of(text.source.raw);
    return std::ranges::none_of(work_.entity(piece.entity).aliases,
                                [&](const auto& alias) { return alias.text == written; });
  }

  void drop_unsupported(Text& text, size_t i) {
    Piece& piece = text.pieces[i];
    const int32_t target = piece.entity >= 0 ? piece.entity : piece.adjective;
    if (target < 0) return;
    bool keep = true;
    if (piece.strength == Strength::kBound) {
      keep = plain_.contains(target) || in_pair(text, i);
      // One Han letter for a country is read only beside its like: 中美, 俄总统.
      if (keep && piece.letters == 1 && is_country(work_, piece.entity)) {
        keep = compound_of_countries(text, i);
      }
    } else if (piece.strength == Strength::kAmbiguous || piece.has(NameCue::kStop)) {
      keep = (plain_.contains(target) || supported_.contains(target)) && !is_opener(text, piece);
    }
    if (keep && is_side_of_place(text, i)) keep = false;
    if (piece.has(NameCue::kTrap) && piece.strength != Strength::kPlain) keep = false;
    if (keep && is_town_or_land(piece) && is_tagged_person(text, piece)) keep = false;
    if (keep && towns_.name_club(text, piece)) return;
    if (keep && towns_.is_other_word(text, piece)) keep = false;
    if (keep && is_town_or_land(piece) && names_another_thing(work_, text, piece)) keep = false;
    // Nor is an adjective the region: "Бискайский залив" has its own name.
    const bool of_gazetteer = is_of_gazetteer(piece);
    if (keep && of_gazetteer && is_adjective_of_place(work_, text, piece)) keep = false;
    if (keep && of_gazetteer && is_in_body(text, piece)) keep = false;
    if (keep && is_in_longer_name(work_, text, piece)) keep = false;
    if (keep && is_town_or_land(piece) && names_water(work_, text, piece)) {
      keep = false;  // nor is its name alone one of a place
      std::erase_if(text.tagged, [&](const TaggedName& name) {
        return name.range.begin == piece.raw.begin && name.range.end <= piece.word.end;
      });
    }
    if (keep) return;
    // What the tagger takes for a name may be another's of that name.
    if (!of_gazetteer || tagged_around(text, piece.raw) == nullptr) {
      text.rejected.push_back(piece.raw);
    }
    piece.entity = piece.adjective = -1;
    piece.others.clear();
  }

  // "سردار اوچار" in Turkey: a name, and only in some lands a general.
  void drop_given_name(const Text& text, Piece& piece) const {
    if (piece.role < 0 || piece.entity >= 0) return;
    for (const knowledge::Cue* cue : work_.cues("mention_given_name")) {
      if (cue->text != text::fold_copy(piece.raw.of(text.source.raw))) continue;
      const auto lands = split_trimmed(cue->value, ' ');
      const bool named = std::ranges::any_of(lands, [&](std::string_view land) {
        return plain_.contains(work_.names.entity_index(land));
      });
      if (!named) piece.role = -1;
    }
  }

  // "भारतीय किसान यूनियन", "Consejo de Investigaciones Científicas": in the name of a body or place
  // the word is of the name.
  void drop_occupation(const Text& text, Piece& piece) const {
    if (piece.role < 0 || !is_occupation(work_, piece)) return;
    const TaggedName* name = tagged_around(text, piece.raw);
    const bool person = name == nullptr || name->type == NameType::kPerson;
    if (!person && name->range != piece.raw) piece.role = -1;
  }

  // "West Sulawesi", "Célebes Occidental": the side of a place, not the Western world.
  bool is_side_of_place(const Text& text, size_t i) const {
    const Piece& piece = text.pieces[i];
    const std::string& id = work_.entity(std::max(piece.entity, piece.adjective)).id;
    const auto sides = work_.knowledge.cues("mention_compass");
    if (std::ranges::none_of(sides, [&](const auto& cue) { return cue.text == id; })) return false;
    // "the West Yorkshire Police": where capitals tell names, it goes on with one.
    const std::string_view raw = text.source.raw;
    if (!text.title_case && !work_.capital_nouns && piece.entity >= 0 &&
        piece.word.end + 1 < raw.size() && raw[piece.word.end] == ' ' &&
        text::is_upper(text::decode(raw, piece.word.end + 1).value)) {
      const Piece* next = neighbour(text, i, 1);
      const bool known = next != nullptr && next->word.begin == piece.word.end + 1 &&
                         (next->role >= 0 || next->institution >= 0);
      if (!known) return true;
    }
    for (const int step : {-1, 1}) {
      const Piece* other = neighbour(text, i, step);
      if (other == nullptr || other->entity < 0 ||
          !model::is_land(work_.entity(other->entity).type)) {
        continue;
      }
      const Range& left = step < 0 ? other->word : piece.word;
      const Range& right = step < 0 ? piece.word : other->word;
      if (left.end + 1 == right.begin && text.source.raw[left.end] == ' ') return true;
    }
    return false;
  }

  // A surname that is called like a town or a land.
  static bool is_tagged_person(const Text& text, const Piece& piece) {
    constexpr float kSure = 2.5F;
    const TaggedName* name = tagged_around(text, piece.raw);
    return name != nullptr && name->type == NameType::kPerson && name->margin >= kSure;
  }

  // "cour d'assises du Rhône": the region is of the body's name.
  bool is_in_body(const Text& text, const Piece& piece) const {
    if (!model::is_land(work_.entity(piece.entity).type)) return false;
    const TaggedName* name = tagged_around(text, piece.raw);
    return name != nullptr && name->type == NameType::kOrganisation &&
           name->range.begin < piece.raw.begin && name->range.size() > piece.raw.size();
  }

  // Of a pack, but no town.
  bool is_of_gazetteer(const Piece& piece) const {
    return piece.entity >= 0 && work_.entity(piece.entity).type != EntityType::kCity &&
           !work_.knowledge.is_of_tables(work_.entity(piece.entity));
  }

  bool is_town_or_land(const Piece& piece) const {
    if (piece.entity < 0) return false;
    const EntityType type = work_.entity(piece.entity).type;
    return type == EntityType::kCity || type == EntityType::kCountry;
  }

  // Whether the country's news is in the article's language: a town of it is the likelier one.
  bool is_native(const knowledge::Entity& entity) const {
    const int32_t country = work_.names.entity_index(entity.country);
    if (country < 0) return false;
    const std::string& iso = work_.entity(country).iso;
    const auto& homes = work_.cues("mention_home");
    if (homes.empty()) return false;
    const std::string folded = text::fold_copy(iso);
    return std::ranges::any_of(homes, [&](const auto* cue) { return cue->text == folded; });
  }

  Work& work_;
  TownWords towns_;
  std::unordered_set<int32_t> plain_, supported_;
  std::unordered_map<std::string, std::unordered_set<int32_t>> kinds_;
};

}  // namespace

void settle_support(Work& work) { Support(work).run(); }

}  // namespace synoptic::annotate
