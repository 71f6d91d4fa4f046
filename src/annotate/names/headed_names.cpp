// The common noun that a name of a body or a building begins or ends with, where the tagger or the
// tables see but the rest: "la clinique des |Tilleuls|", "|Inverness| Sheriff Court". A body whose
// name holds a town is no mention of the town.
#include <algorithm>

#include "annotate/letters.h"
#include "annotate/names/mentions.h"
#include "base/bytes.h"
#include "base/strings.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

using model::EntityType;

constexpr uint32_t kReach = 64;  // bytes before or behind a name

bool is_letter_at_end(std::string_view front) {
  return !front.empty() && text::is_letter(text::decode_before(front, front.size()).value);
}

class Heads {
 public:
  explicit Heads(Work& work)
      : work_(work),
        heads_(work.cues("mention_name_head")),
        links_(work.cues("mention_head_link")),
        adjectives_(work.cues("mention_head_adjective")),
        articles_(work.cues("mention_head_article")),
        ends_(work.cues("mention_name_end")) {}

  void run() {
    if (heads_.empty() && ends_.empty()) return;
    for (Text& text : work_.texts) {
      std::vector<TaggedName> found;
      for (const TaggedName& name : text.tagged) look_at(text, name, found);
      for (const Piece& piece : text.pieces) {
        if (!is_town(piece)) continue;
        if (tagged_around(text, piece.raw) != nullptr) continue;
        look_at(text, {.range = piece.raw, .type = NameType::kPlace}, found);
      }
      put(text, std::move(found));
    }
  }

 private:
  // "la fiscalía de Perú": of a land the composer tells whose body it is.
  bool is_town(const Piece& piece) const {
    if (piece.entity < 0) return false;
    const EntityType type = work_.entity(piece.entity).type;
    return model::is_place(type) && type != EntityType::kCountry;
  }

  void look_at(const Text& text, const TaggedName& name, std::vector<TaggedName>& found) const {
    TaggedName longer = name;
    longer.whole = take_head(text, longer) || take_end(text, longer);
    if (!longer.whole || is_told_otherwise(text, name.range, longer.range)) return;
    found.push_back(longer);
  }

  // The tables know the words, too: "ministère de l'Économie", "Universidad de Chile".
  bool is_told_otherwise(const Text& text, Range name, Range longer) const {
    const auto first = piece_from(text.pieces, longer.begin);
    for (auto piece = first; piece != text.pieces.end() && piece->word.begin < longer.end;
         ++piece) {
      const bool inside = name.contains(piece->raw);
      if (!inside && (piece->entity >= 0 || piece->institution >= 0 || piece->role >= 0)) {
        return true;
      }
      if (inside && is_country(work_, std::max(piece->entity, piece->adjective))) return true;
    }
    return false;
  }

  static void tell(const knowledge::Cue& cue, TaggedName& name) {
    const std::string_view kind = std::string_view(cue.value).substr(0, cue.value.find(' '));
    name.type = kind == "ORG" ? NameType::kOrganisation : NameType::kPlace;
  }

  bool take_head(const Text& text, TaggedName& name) const {
    if (heads_.empty() || name.range.begin == 0) return false;
    const std::string_view raw = text.source.raw;
    uint32_t begin = name.range.begin > kReach ? name.range.begin - kReach : 0;
    while (begin < name.range.begin && (static_cast<unsigned char>(raw[begin]) & 0xC0) == 0x80) {
      ++begin;
    }
    const text::Folded front = text::fold(raw.substr(begin, name.range.begin - begin));
    std::string_view rest = front.text;
    const bool linked = cut_link(rest);
    if (!linked && !cut_blank(rest)) return false;
    if (linked) cut_adjective(rest);
    for (const knowledge::Cue* cue : heads_) {
      if (!linked && !cue->value.ends_with("bare")) continue;
      if (!ends_with(rest, cue->text)) continue;
      rest.remove_suffix(cue->text.size());
      if (is_letter_at_end(rest) || is_any_such(rest)) return false;
      const auto at = static_cast<uint32_t>(rest.size());
      name.range.begin = begin + front.to_source({at, at + 1}).begin;
      tell(*cue, name);
      return true;
    }
    return false;
  }

  // "Un tribunal de Lyon": one of several, and no name.
  bool is_any_such(std::string_view front) const {
    return cut_blank(front) && std::ranges::any_of(articles_, [&](const knowledge::Cue* cue) {
             if (!front.ends_with(cue->text)) return false;
             return !is_letter_at_end(front.substr(0, front.size() - cue->text.size()));
           });
  }

  static bool cut_blank(std::string_view& rest) {
    if (!rest.ends_with(' ')) return false;
    rest.remove_suffix(1);
    return true;
  }

  bool cut_link(std::string_view& rest) const {
    for (const knowledge::Cue* cue : links_) {
      const bool bound = cue->text.ends_with('\'');
      std::string_view words = rest;
      if (!bound && !cut_blank(words)) continue;
      if (!words.ends_with(cue->text)) continue;
      words.remove_suffix(cue->text.size());
      if (!cut_blank(words)) continue;
      rest = words;
      return true;
    }
    return false;
  }

  void cut_adjective(std::string_view& rest) const {
    for (const knowledge::Cue* cue : adjectives_) {
      if (!rest.ends_with(cue->text)) continue;
      std::string_view words = rest.substr(0, rest.size() - cue->text.size());
      if (!cut_blank(words)) continue;
      rest = words;
      return;
    }
  }

  bool take_end(const Text& text, TaggedName& name) const {
    if (ends_.empty()) return false;
    const std::string_view raw = text.source.raw;
    if (name.range.end >= raw.size()) return false;
    const std::string_view behind = raw.substr(name.range.end, kReach);
    const bool blank = behind.starts_with(' ');
    const text::Folded folded = text::fold(behind.substr(blank ? 1 : 0));
    for (const knowledge::Cue* cue : ends_) {
      const bool tight = text::is_spaceless(text::decode(cue->text, 0).value);
      if (tight == blank || !folded.text.starts_with(cue->text)) continue;
      const std::string_view rest = std::string_view(folded.text).substr(cue->text.size());
      if (!tight && !rest.empty() && text::is_word(text::decode(rest, 0).value)) continue;
      const Range own = folded.to_source({0, static_cast<uint32_t>(cue->text.size())});
      const std::string_view written = behind.substr((blank ? 1 : 0), own.end);
      const char32_t first = text::decode(written, 0).value;
      if (is_cased(first) && (!text::is_upper(first) || text.title_case)) continue;
      name.range.end += own.end + (blank ? 1 : 0);
      tell(*cue, name);
      return true;
    }
    return false;
  }

  static void put(Text& text, std::vector<TaggedName> found) {
    if (found.empty()) return;
    std::erase_if(text.tagged, [&](const TaggedName& name) {
      return std::ranges::any_of(
          found, [&](const TaggedName& other) { return other.range.overlaps(name.range); });
    });
    for (TaggedName& name : found) text.tagged.push_back(name);
    std::ranges::sort(text.tagged, [](const TaggedName& a, const TaggedName& b) {
      return a.range.begin != b.range.begin ? a.range.begin < b.range.begin
                                            : a.range.end > b.range.end;
    });
    uint32_t end = 0;
    std::erase_if(text.tagged, [&](const TaggedName& name) {
      const bool inside = name.range.begin < end;
      end = std::max(end, name.range.end);
      return inside;
    });
  }

  Work& work_;
  const MentionCues::Cues &heads_, &links_, &adjectives_, &articles_, &ends_;
};

}  // namespace

void take_heads(Work& work) { Heads(work).run(); }

}  // namespace synoptic::annotate
