// Surnames that are names of lands: "ポルトガルのモンテネグロ首相", "Portugal's prime minister
// Montenegro" is who holds the office of the land beside it.
#include <algorithm>
#include <array>

#include "annotate/names/mentions.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

using model::EntityType;

class LandSurnames {
 public:
  explicit LandSurnames(Work& work) : work_(work) {}

  void run() {
    for (Text& text : work_.texts) {
      const auto named = named_in(text);
      for (size_t i = 0; i + 2 < named.size(); ++i) {
        settle(text, {named[i], named[i + 1], named[i + 2]});
      }
    }
    if (found_.empty()) return;
    for (Text& text : work_.texts) {
      const auto named = named_in(text);
      for (size_t i = 0; i + 1 < named.size(); ++i) settle_again(text, *named[i], *named[i + 1]);
    }
  }

 private:
  // Without the words that only tell something of their neighbours.
  static std::vector<Piece*> named_in(Text& text) {
    std::vector<Piece*> named;
    for (Piece& piece : text.pieces) {
      const bool any = piece.entity >= 0 || piece.adjective >= 0 || piece.role >= 0 ||
                       piece.institution >= 0 || piece.local >= 0;
      if (any) named.push_back(&piece);
    }
    return named;
  }

  bool is_role(const Piece& piece) const { return piece.role >= 0 && piece.entity < 0; }
  bool is_named_land(const Piece& piece) const {
    return piece.entity >= 0 && work_.entity(piece.entity).type == EntityType::kCountry;
  }
  const std::string& role_of(const Piece& piece) const {
    return work_.knowledge.roles()[static_cast<size_t>(piece.role)].id;
  }

  // Nothing, a comma, or what binds a name and an office stands between.
  bool is_joined(const Text& text, const Piece& left, const Piece& right) const {
    for (const Range end : {left.raw, left.word}) {
      if (right.raw.begin < end.end) continue;
      const std::string_view gap = Range{end.end, right.raw.begin}.of(text.source.raw);
      if (gap == ", " || gap == "، ") return true;
      const Link* link = link_between(work_, text, end, right.raw);
      if (link != nullptr && !link->both) return true;
    }
    return false;
  }

  // Three pieces in a row: an office, the land it is of, and the name of another land.
  void settle(const Text& text, const std::array<Piece*, 3>& three) {
    const auto role =
        std::ranges::find_if(three, [&](const Piece* piece) { return is_role(*piece); });
    if (role == three.end() || !is_joined(text, *three[0], *three[1]) ||
        !is_joined(text, *three[1], *three[2])) {
      return;
    }
    std::array<Piece*, 2> lands{};
    size_t count = 0;
    for (Piece* piece : three) {
      if (piece == *role) continue;
      if (!is_named_land(*piece) && (piece->entity >= 0 || piece->adjective < 0)) return;
      lands[count++] = piece;
    }
    for (const auto& [owner, name] : {std::pair{lands[0], lands[1]}, {lands[1], lands[0]}}) {
      if (!is_named_land(*name)) continue;
      const int32_t person = holder_called(text, *owner, **role, *name);
      if (person < 0) continue;
      found_[{text::fold_copy(name->raw.of(text.source.raw)), role_of(**role)}] = person;
      give(*name, person);
      return;
    }
  }

  int32_t holder_called(const Text& text, const Piece& owner, const Piece& role,
                        const Piece& name) const {
    const int32_t land = owner.entity >= 0 ? owner.entity : owner.adjective;
    if (land == name.entity) return -1;
    const model::DateValue* day =
        work_.article.published ? &work_.article.published->value : nullptr;
    const auto* holder = work_.knowledge.holder(role_of(role), work_.entity(land).id, day);
    if (holder == nullptr) return -1;
    const std::string word = text::fold_copy(name.raw.of(text.source.raw));
    const auto is_last = [&](std::string_view full) {
      const std::string folded = text::fold_copy(full);
      if (!folded.ends_with(word) || folded.size() == word.size()) return folded == word;
      return !text::is_letter(text::decode_before(folded, folded.size() - word.size()).value);
    };
    // Where the names of the table are in other languages, by those in ours.
    const std::string ours =
        " " + std::string(work_.entity(name.entity).name_in(knowledge::kCanonicalLanguage));
    const bool called = is_last(holder->name) || holder->name.ends_with(ours) ||
                        std::ranges::any_of(holder->aliases,
                                            [&](const auto& alias) { return is_last(alias.text); });
    return called ? work_.names.entity_index(holder->id) : -1;
  }

  // The same name beside the same office, with no land told.
  void settle_again(const Text& text, Piece& left, Piece& right) {
    if (is_role(left) == is_role(right) || !is_joined(text, left, right)) return;
    Piece& role = is_role(left) ? left : right;
    Piece& name = is_role(left) ? right : left;
    if (!is_named_land(name)) return;
    const auto known = found_.find({text::fold_copy(name.raw.of(text.source.raw)), role_of(role)});
    if (known != found_.end()) give(name, known->second);
  }

  static void give(Piece& name, int32_t person) {
    name.entity = person;
    name.adjective = -1;
    name.others.clear();
    name.strength = knowledge::Strength::kBound;
  }

  Work& work_;
  std::map<std::pair<std::string, std::string>, int32_t> found_;  // by word, folded, and office
};

}  // namespace

void settle_land_surnames(Work& work) { LandSurnames(work).run(); }

}  // namespace synoptic::annotate
