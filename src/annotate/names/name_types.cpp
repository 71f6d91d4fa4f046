// One name is one thing in an article: the type of unknown names by all of their mentions, and by
// the words in front of them.
#include <algorithm>
#include <map>

#include "annotate/names/mentions.h"
#include "base/bytes.h"
#include "base/sorted.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

using model::EntityType;

class TypeSettler {
 public:
  explicit TypeSettler(Work& work) : work_(work) {}

  void run() {
    for (const Text& text : work_.texts) {
      for (const Piece& piece : text.pieces) count(text, piece);
    }
    if (counts_.empty()) return;
    std::ranges::sort(surnames_);
    for (Text& text : work_.texts) {
      for (Piece& piece : text.pieces) settle(text, piece);
    }
  }

 private:
  struct Counts {
    int person = 0, org = 0, place = 0;
    bool company = false;  // words of firms stand in front of it
    bool bought = false;   // … or words of buying
  };

  const LocalName* unknown(const Piece& piece) const {
    if (piece.local < 0) return nullptr;
    const LocalName& local = work_.locals[static_cast<size_t>(piece.local)];
    return local.entity < 0 && local.form == "name" ? &local : nullptr;
  }

  void count(const Text& text, const Piece& piece) {
    const LocalName* name = unknown(piece);
    if (name == nullptr) return;
    const std::string key = text::fold_copy(piece.raw.of(text.source.raw));
    Counts& counts = counts_[key];
    counts.person += name->type == EntityType::kPerson;
    counts.org += name->type == EntityType::kOrg;
    counts.place += name->type == EntityType::kRegion;
    read_front(text, piece.raw, counts);
    const size_t blank = key.find_last_of(' ');
    if (name->type == EntityType::kPerson && blank != std::string::npos) {
      surnames_.push_back(key.substr(blank + 1));
    }
    if (name->type == EntityType::kOrg) count_short(key);
  }

  // 诺德韦克公司: what is left without the word for a firm is the firm, too.
  void count_short(const std::string& key) {
    for (const auto* cue : work_.cues("mention_company_behind")) {
      if (key.size() <= cue->text.size() || !ends_with(key, cue->text)) continue;
      counts_[key.substr(0, key.size() - cue->text.size())].company = true;
      return;
    }
  }

  // "the pump maker X", "buy X", "Aktien von X".
  void read_front(const Text& text, Range range, Counts& counts) const {
    constexpr uint32_t kReach = 40;
    const uint32_t begin = range.begin > kReach ? range.begin - kReach : 0;
    std::string front = text::fold_copy(text.source.raw.substr(begin, range.begin - begin));
    if (!front.ends_with(' ')) return;
    front.pop_back();
    for (const auto* cue : work_.cues("mention_company_before")) {
      if (!ends_with(front, cue->text)) continue;
      const size_t at = front.size() - cue->text.size();
      const bool letter = at > 0 && text::is_letter(text::decode_before(front, at).value);
      if (letter != (cue->value == "ending")) continue;
      (cue->value == "deal" ? counts.bought : counts.company) = true;
      return;
    }
  }

  // "Tavares" of "Helena Tavares"; of Slavic names an ending may differ: "Коваленко", "Коваленка".
  bool is_surname(const std::string& key) const {
    constexpr size_t kStem = 8, kEnding = 4;  // bytes
    if (std::ranges::binary_search(surnames_, key)) return true;
    if (!text::is_cyrillic(text::decode(key, 0).value)) return false;
    // Those with the same stem stand together.
    const auto same_stem = those_with(
        surnames_, key.substr(0, kStem),
        [](const std::string& surname) { return std::string_view(surname).substr(0, kStem); });
    return std::ranges::any_of(same_stem, [&](const std::string& surname) {
      const auto [a, b] = std::ranges::mismatch(surname, key);
      const auto same = static_cast<size_t>(a - surname.begin());
      return same >= kStem && surname.size() - same <= kEnding && key.size() - same <= kEnding;
    });
  }

  void settle(const Text& text, Piece& piece) {
    const LocalName* name = unknown(piece);
    if (name == nullptr) return;
    const std::string key = text::fold_copy(piece.raw.of(text.source.raw));
    const Counts& counts = counts_[key];
    const bool one_word = key.find(' ') == std::string::npos;
    EntityType type = name->type;
    if (counts.company || (counts.bought && !is_sport())) {
      type = EntityType::kOrg;
    } else if (type == EntityType::kRegion && one_word &&
               (counts.person > counts.place || is_surname(key))) {
      type = EntityType::kPerson;
    } else if (type == EntityType::kRegion && counts.org > counts.place) {
      type = EntityType::kOrg;
    }
    if (type == name->type) return;
    LocalName other = *name;
    other.type = type;
    piece.local = static_cast<int32_t>(add_local(work_, std::move(other)));
  }

  // There players are bought, too.
  bool is_sport() {
    if (!work_.sport) work_.sport = speaks_of_sport(work_);
    return *work_.sport;
  }

  Work& work_;
  std::map<std::string, Counts> counts_;
  std::vector<std::string> surnames_;  // sorted, once all are counted
};

}  // namespace

void settle_types(Work& work) { TypeSettler(work).run(); }

}  // namespace synoptic::annotate
