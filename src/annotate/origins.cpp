// Whom the article cites as its source inside its sentences: "according to Reuters",
// "据路透社报道". Labels, links and datelines are found by cleaning; here a name that is known as
// an outlet, or that a noun calls one ("the daily X"), and a word of citing beside it do.
#include <algorithm>
#include <array>

#include "annotate/steps.h"
#include "base/strings.h"
#include "text/fold.h"
#include "text/sentences.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr size_t kReach = 90;  // bytes on either side that are looked at
constexpr size_t kFront = 40;  // bytes before the subject of a sentence

bool is_outlet(const knowledge::Knowledge& knowledge, const model::Mention& mention) {
  const auto* entity = knowledge.find(mention.entity);
  if (entity == nullptr || entity->kind.empty()) return false;
  const auto kinds = knowledge.cues("origin_kind");
  return std::any_of(kinds.begin(), kinds.end(),
                     [&](const auto& kind) { return kind.text == entity->kind; });
}

// Is `at` between two words? Scripts without blanks have borders everywhere.
bool is_border(std::string_view text, size_t at) {
  if (at == 0 || at >= text.size()) return true;
  const char32_t before = text::decode_before(text, at).value, after = text::decode(text, at).value;
  return !text::is_letter(before) || !text::is_letter(after) || text::is_spaceless(before);
}

// The words of one language beside a name.
class Beside {
 public:
  Beside(const knowledge::Knowledge& knowledge, std::string_view lang)
      : knowledge_(knowledge), lang_(lang), language_(knowledge.language(lang)) {}

  // "according to the agency X", "told the paper X".
  bool cited_before(std::string_view before) const {
    const std::string folded = text::fold_copy(before);
    std::string_view rest = cut_behind(folded, kMarks);
    const std::string_view bare = cut_from_end("origin_noun", rest);
    const std::string_view uncalled =
        cut_from_end("origin_noun", cut_from_end("origin_called", rest));
    const auto cites = [&](std::string_view front) {
      return ends_with("origin_before", front) > 0 || told_before(front);
    };
    return cites(bare) || cites(uncalled) || cites(rest);
  }

  // "the daily X", "X gazetesi": a word says that the name is an outlet's.
  bool is_called(std::string_view before, std::string_view behind) const {
    const std::string front = text::fold_copy(before), rear = text::fold_copy(behind);
    return ends_with("origin_called", cut_behind(front, kMarks)) > 0 ||
           starts_with("origin_called_behind", behind_name(rear)) > 0;
  }

  // "X reported", "X (XYZ) reported", "X'in haberine göre".
  bool cited_behind(std::string_view behind) const {
    const std::string folded = text::fold_copy(behind);
    const std::string_view rest = behind_name(folded);
    const std::string_view uncalled =
        text::trim_space(rest.substr(starts_with("origin_called_behind", rest)));
    return starts_with("origin_after", rest) || starts_with("origin_after", uncalled) ||
           told_behind(rest) || told_behind(text::trim_space(folded));
  }

  // Where the verb stands last: "요미우리신문은 … 보도했다". The name may have its ending in it,
  // and the verb the end of what is reported.
  bool cited_at_end(std::string_view name, std::string_view behind) const {
    const std::string folded = text::fold_copy(behind), subject = text::fold_copy(name);
    const std::string_view rest = cut_behind(folded, kStops);
    return !rest.empty() && closes("origin_end", rest) &&
           (starts_with("origin_subject", behind_name(folded)) ||
            closes("origin_subject", subject));
  }

 private:
  static constexpr std::array<std::string_view, 10> kMarks{"\"", "'", "«",  "»",  "“",
                                                           "”",  "„", "《", "》", "」"};
  static constexpr std::array<std::string_view, 4> kStops{".", "。", "।", "．"};

  template <typename Signs>
  static std::string_view cut_behind(std::string_view rest, const Signs& signs) {
    rest = text::trim_space(rest);
    for (size_t i = 0; i < signs.size(); ++i) {
      if (!rest.ends_with(signs[i])) continue;
      rest = text::trim_space(rest.substr(0, rest.size() - signs[i].size()));
      i = static_cast<size_t>(-1);
    }
    return rest;
  }

  // Behind the closing mark of a name, its short form in brackets, its ending set off.
  static std::string_view behind_name(std::string_view rest) {
    rest = text::trim_space(rest);
    for (const auto& [open, close] : {std::pair{"(", ")"}, std::pair{"（", "）"}}) {
      if (!rest.starts_with(open)) continue;
      const size_t end = rest.find(close);
      if (end == std::string_view::npos || end > kLongestBracket) continue;
      rest = text::trim_space(rest.substr(end + std::string_view(close).size()));
    }
    if (!rest.empty() && rest.front() == '\'') {
      const size_t end = rest.find(' ');
      if (end != std::string_view::npos && end <= kLongestEnding)
        rest = text::trim_space(rest.substr(end));
    }
    for (size_t i = 0; i < kMarks.size(); ++i) {
      if (!rest.starts_with(kMarks[i])) continue;
      rest = text::trim_space(rest.substr(kMarks[i].size()));
      i = static_cast<size_t>(-1);
    }
    return rest;
  }

  bool speaks(const knowledge::Cue& cue) const { return cue.lang == "*" || cue.lang == lang_; }

  // A word begins at the byte, or behind what is written together with it: "و" + "ذكرت".
  bool is_begin(std::string_view text, size_t at) const {
    if (is_border(text, at)) return true;
    if (language_ == nullptr) return false;
    const std::string_view front = text.substr(0, at);
    return std::any_of(language_->prefixes.begin(), language_->prefixes.end(), [&](const auto& p) {
      return front.ends_with(p) && is_border(text, at - p.size());
    });
  }

  // The longest cue of the kind that the folded text ends with; its length, 0: none.
  size_t ends_with(std::string_view kind, std::string_view folded) const {
    for (const auto& cue : knowledge_.cues(kind)) {
      if (speaks(cue) && folded.ends_with(cue.text) &&
          is_begin(folded, folded.size() - cue.text.size())) {
        return cue.text.size();
      }
    }
    return 0;
  }

  // The text ends with a word of the kind, whatever it is written together with.
  bool closes(std::string_view kind, std::string_view folded) const {
    const auto& cues = knowledge_.cues(kind);
    return std::any_of(cues.begin(), cues.end(), [&](const knowledge::Cue& cue) {
      return speaks(cue) && folded.size() > cue.text.size() && folded.ends_with(cue.text);
    });
  }

  std::string_view cut_from_end(std::string_view kind, std::string_view folded) const {
    return text::trim_space(folded.substr(0, folded.size() - ends_with(kind, folded)));
  }

  // The length of the longest cue of the kind at the front; 0: none.
  size_t starts_with(std::string_view kind, std::string_view folded) const {
    for (const auto& cue : knowledge_.cues(kind)) {
      if (speaks(cue) && folded.starts_with(cue.text)) return cue.text.size();
    }
    return 0;
  }

  // The first or last place where a word of the kind stands whole; npos: nowhere.
  size_t find_word(std::string_view kind, std::string_view folded, bool last) const {
    size_t best = std::string_view::npos;
    for (const auto& cue : knowledge_.cues(kind)) {
      if (!speaks(cue)) continue;
      for (size_t at = folded.find(cue.text); at != std::string_view::npos;
           at = folded.find(cue.text, at + 1)) {
        if (!is_begin(folded, at) || !is_border(folded, at + cue.text.size())) continue;
        if (best == std::string_view::npos || (last ? at > best : at < best)) best = at;
      }
    }
    return best;
  }

  // "disse o prefeito ao [jornal] X": the verb, who says it, and to whom.
  bool told_before(std::string_view folded) const {
    const size_t to = ends_with("origin_to", folded);
    if (to == 0) return false;
    const std::string_view front = folded.substr(0, folded.size() - to);
    const size_t verb = find_word("origin_say", front, true);
    if (verb == std::string_view::npos) return false;
    const std::string_view between = front.substr(verb);
    return between.find_first_of(",;:.") == std::string_view::npos &&
           find_word("origin_stop", between, false) == std::string_view::npos;
  }

  // "Xの取材に…語った": to whom, and the verb of saying behind it.
  bool told_behind(std::string_view folded) const {
    const size_t to = starts_with("origin_to_after", folded);
    return to > 0 && find_word("origin_say", folded.substr(to), false) != std::string_view::npos;
  }

  static constexpr size_t kLongestBracket = 24, kLongestEnding = 8;  // bytes

  const knowledge::Knowledge& knowledge_;
  std::string_view lang_;
  const knowledge::Language* language_;
};

// Cuts at a character, not inside one.
std::string_view window(std::string_view text, size_t begin, size_t end) {
  while (begin < end && (text[begin] & 0xC0) == 0x80) ++begin;
  while (end > begin && end < text.size() && (text[end] & 0xC0) == 0x80) --end;
  return text.substr(begin, end - begin);
}

// What follows a name that stands near the beginning of its sentence, up to the sentence's end.
std::string_view to_sentence_end(std::string_view text, Range name) {
  for (const Range& sentence : text::sentences(text)) {
    if (name.begin < sentence.begin || name.end > sentence.end) continue;
    if (name.begin - sentence.begin > kFront) return {};
    return text.substr(name.end, sentence.end - name.end);
  }
  return {};
}

bool is_known(const model::Article& article, std::string_view entity) {
  if (article.publisher && article.publisher->entity == entity) return true;
  return std::any_of(article.origins.begin(), article.origins.end(),
                     [&](const auto& origin) { return origin.entity == entity; });
}

}  // namespace

void find_origins(model::Annotated& annotated, const knowledge::Knowledge& knowledge) {
  model::Article& article = annotated.article;
  const Beside beside(knowledge, model::table_language(article.lang));
  for (const auto& mention : annotated.mentions) {
    if (mention.at.block == model::kTitleBlock || is_known(article, mention.entity)) continue;
    // Whose a picture is says nothing of the text.
    if (article.blocks[mention.at.block].kind == model::BlockKind::kCaption) continue;
    const bool known = is_outlet(knowledge, mention);
    if (!known && !mention.entity.empty()) continue;
    const std::string& text = article.blocks[mention.at.block].text;
    const Range name = mention.at.range;
    const auto before = window(text, name.begin - std::min<size_t>(name.begin, kReach), name.begin);
    const auto behind = window(text, name.end, std::min<size_t>(name.end + kReach, text.size()));
    if (!known && !beside.is_called(before, behind)) continue;
    if (!beside.cited_before(before) && !beside.cited_behind(behind) &&
        !beside.cited_at_end(name.of(text), to_sentence_end(text, name))) {
      continue;
    }
    article.origins.push_back({mention.name, "", mention.entity, "text", mention.at.span, {}});
  }
}

}  // namespace synoptic::annotate
