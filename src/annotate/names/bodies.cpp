// Bodies that every country has ("the Supreme Court", "police"): not those of another country than
// the one the article is about, and none where words beside them say that they are no such body.
#include <algorithm>
#include <map>
#include <set>

#include "annotate/names/mentions.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

using model::EntityType;

class BodySettler {
 public:
  explicit BodySettler(Work& work) : work_(work) {}

  void run() {
    count_countries();
    for (const Text& text : work_.texts) collect_told(text);
    for (Text& text : work_.texts) {
      for (Piece& piece : text.pieces) {
        if (piece.institution < 0) continue;
        if (piece.entity < 0) {
          if (is_no_body(text, piece)) piece.institution = -1;
          if (piece.institution >= 0) name_party(text, piece);
        } else {
          move_home(text, piece);
        }
      }
    }
  }

 private:
  void count_countries() {
    for (const Text& text : work_.texts) {
      for (const Piece& piece : text.pieces) {
        const int32_t named = piece.entity >= 0 ? piece.entity : piece.adjective;
        if (named < 0 || (piece.entity >= 0 && piece.institution >= 0)) continue;
        const knowledge::Entity& entity = work_.entity(named);
        if (entity.type == EntityType::kCountry) {
          ++counts_[entity.id];
        } else if (!entity.country.empty()) {
          ++counts_[entity.country];
        }
      }
    }
    int best = 0;
    for (const auto& [country, count] : counts_) {
      if (count > best) home_ = country;
      best = std::max(best, count);
    }
  }

  // インドネシア国会: the words name a body of the article's country once.
  void collect_told(const Text& text) {
    for (size_t i = 1; i < text.pieces.size(); ++i) {
      const Piece& land = text.pieces[i - 1];
      const Piece& body = text.pieces[i];
      const int32_t named = land.entity >= 0 ? land.entity : land.adjective;
      if (body.institution < 0 || named < 0 || work_.entity(named).id != home_) continue;
      if (!is_adjacent(text, land.word, body.word)) continue;
      told_of_home_.insert(text::fold_copy(body.raw.of(text.source.raw)));
    }
  }

  // "Congress" in India is a party.
  void name_party(const Text& text, Piece& piece) const {
    const std::string_view written = piece.raw.of(text.source.raw);
    if (home_.empty() || !text::is_upper(text::decode(written, 0).value)) return;
    for (const knowledge::Entity* named : work_.knowledge.find_by_name(text::fold_copy(written))) {
      if (named->country != home_ || named->kind != "party") continue;
      piece.entity = work_.names.entity_index(named->id);
      piece.institution = -1;
      return;
    }
  }

  // Countries whose body of the kind is named with its country: "بانک مرکزی ترکیه".
  const std::set<std::string>& told_in_full(const std::string& kind) {
    const auto [known, fresh] = told_in_full_.try_emplace(kind);
    std::set<std::string>& countries = known->second;
    if (!fresh) return countries;
    const auto note = [&](std::string_view country) {
      if (!country.empty()) countries.emplace(country);
    };
    for (const Text& text : work_.texts) {
      for (size_t i = 0; i < text.pieces.size(); ++i) {
        const Piece& piece = text.pieces[i];
        if (piece.institution < 0 && piece.entity >= 0) {
          const knowledge::Entity& body = work_.entity(piece.entity);
          if (body.type != EntityType::kOrg || body.country.empty()) continue;
          const auto* known = work_.knowledge.institution(kind, body.country);
          if (known != nullptr && known->id == body.id) note(body.country);
        } else if (piece.institution >= 0 && kind_of(piece) == kind) {
          if (i > 0) note(country_beside(text, text.pieces[i - 1], piece));
          if (i + 1 < text.pieces.size()) note(country_beside(text, text.pieces[i + 1], piece));
        }
      }
    }
    return countries;
  }

  const std::string& kind_of(const Piece& body) const {
    return work_.knowledge.institutions()[static_cast<size_t>(body.institution)].id;
  }

  std::string_view country_beside(const Text& text, const Piece& land, const Piece& body) const {
    const int32_t named = land.entity >= 0 ? land.entity : land.adjective;
    if (named < 0 || work_.entity(named).type != EntityType::kCountry) return {};
    const bool before = land.word.begin < body.word.begin;
    if (!is_adjacent(text, before ? land.word : body.word, before ? body.word : land.word))
      return {};
    return work_.entity(named).id;
  }

  // "local authorities", 反政府武装
  bool is_no_body(const Text& text, const Piece& piece) const {
    constexpr uint32_t kReach = 24;
    const std::string_view raw = text.source.raw;
    const uint32_t begin = piece.word.begin > kReach ? piece.word.begin - kReach : 0;
    const std::string before = text::fold_copy(raw.substr(begin, piece.word.begin - begin));
    const std::string behind = text::fold_copy(raw.substr(piece.word.end, kReach));
    for (const auto* cue : work_.cues("mention_not_body")) {
      if (cue->value == "behind") {
        if (std::string_view(behind).starts_with(" " + cue->text)) return true;
      } else if (before.ends_with(cue->text + " ") || before.ends_with(cue->text)) {
        return true;
      }
    }
    return false;
  }

  // A name that a body of one country shares with those of others, in an article that never names
  // the country.
  void move_home(const Text& text, Piece& piece) {
    const knowledge::Entity& body = work_.entity(piece.entity);
    const bool doubtful = piece.strength == knowledge::Strength::kAmbiguous;
    if (doubtful) {
      const auto& told = told_in_full(kind_of(piece));
      if (told.size() == 1 && *told.begin() != body.country && !body.country.empty()) {
        give(piece, *told.begin());
        return;
      }
      // "संसद" in news of Japan that names India once, too.
      const auto own = counts_.find(body.country);
      const auto bare = work_.knowledge.cues("mention_bare");
      if (body.type == EntityType::kOrg && own != counts_.end() && home_ != body.country &&
          counts_[home_] >= 2 * own->second && told.empty() &&
          std::ranges::any_of(bare, [&](const auto& cue) { return cue.text == kind_of(piece); })) {
        give(piece, home_);
        return;
      }
    }
    const bool shared =
        doubtful || told_of_home_.contains(text::fold_copy(piece.raw.of(text.source.raw)));
    if (!shared || body.type != EntityType::kOrg || body.country.empty() || home_.empty() ||
        body.country == home_ || counts_.contains(body.country)) {
      return;
    }
    give(piece, home_);
  }

  void give(Piece& piece, const std::string& country) {
    const auto* own = work_.knowledge.institution(kind_of(piece), country);
    piece.entity = own != nullptr ? work_.names.entity_index(own->id) : -1;
  }

  Work& work_;
  std::map<std::string, int>
      counts_;  // by the country's id: how often it or a place of it is named
  std::map<std::string, std::set<std::string>> told_in_full_;  // by the kind of body
  std::string home_;
  std::unordered_set<std::string> told_of_home_;  // words of bodies, folded
};

}  // namespace

void settle_bodies(Work& work) { BodySettler(work).run(); }

}  // namespace synoptic::annotate
