// Whom the article cites as its source inside its sentences: "according to Reuters",
// "据路透社报道". Labels, links and datelines are found by cleaning; here a name that is known as
// an outlet and a word of citing beside it do.
#include <algorithm>

#include "annotate/steps.h"
#include "base/strings.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr size_t kReach = 90;  // bytes on either side that are looked at

bool speaks(const knowledge::Cue& cue, std::string_view lang) {
  return cue.lang == "*" || cue.lang == lang;
}

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

// The longest cue of the kind that the folded text ends with; its length, 0 when there is none.
size_t cue_at_end(std::span<const knowledge::Cue> cues, std::string_view lang,
                  std::string_view folded) {
  for (const auto& cue : cues) {
    if (speaks(cue, lang) && folded.ends_with(cue.text) &&
        is_border(folded, folded.size() - cue.text.size())) {
      return cue.text.size();
    }
  }
  return 0;
}

bool cited_before(const knowledge::Knowledge& knowledge, std::string_view lang,
                  std::string_view before) {
  std::string folded = text::fold_copy(before);
  std::string_view rest = text::trim_space(folded);
  while (!rest.empty() && (rest.back() == '"' || rest.back() == '\'')) rest.remove_suffix(1);
  if (const size_t noun = cue_at_end(knowledge.cues("origin_noun"), lang, rest)) {
    rest = text::trim_space(rest.substr(0, rest.size() - noun));
  }
  return cue_at_end(knowledge.cues("origin_before"), lang, rest) > 0;
}

bool cited_behind(const knowledge::Knowledge& knowledge, std::string_view lang,
                  std::string_view behind) {
  const std::string folded = text::fold_copy(behind);
  std::string_view rest = text::trim_space(folded);
  while (!rest.empty() && (rest.front() == '"' || rest.front() == '\'')) rest.remove_prefix(1);
  rest = text::trim_space(rest);
  for (const auto& cue : knowledge.cues("origin_after")) {
    if (speaks(cue, lang) && rest.starts_with(cue.text)) return true;
  }
  return false;
}

// Cuts at a character, not inside one.
std::string_view window(std::string_view text, size_t begin, size_t end) {
  while (begin < end && (text[begin] & 0xC0) == 0x80) ++begin;
  while (end > begin && end < text.size() && (text[end] & 0xC0) == 0x80) --end;
  return text.substr(begin, end - begin);
}

bool is_known(const model::Article& article, std::string_view entity) {
  if (article.publisher && article.publisher->entity == entity) return true;
  return std::any_of(article.origins.begin(), article.origins.end(),
                     [&](const auto& origin) { return origin.entity == entity; });
}

}  // namespace

void find_origins(model::Annotated& annotated, const knowledge::Knowledge& knowledge) {
  model::Article& article = annotated.article;
  const std::string_view lang = model::table_language(article.lang);
  for (const auto& mention : annotated.mentions) {
    if (mention.at.block == model::kTitleBlock || is_known(article, mention.entity)) continue;
    // Whose a picture is says nothing of the text.
    if (article.blocks[mention.at.block].kind == model::BlockKind::kCaption) continue;
    if (!is_outlet(knowledge, mention)) continue;
    const std::string& text = article.blocks[mention.at.block].text;
    const size_t begin = mention.at.range.begin, end = mention.at.range.end;
    const auto before = window(text, begin - std::min(begin, kReach), begin);
    const auto behind = window(text, end, std::min(end + kReach, text.size()));
    if (!cited_before(knowledge, lang, before) && !cited_behind(knowledge, lang, behind)) continue;
    article.origins.push_back({mention.name, "", mention.entity, "text", mention.at.span, {}});
  }
}

}  // namespace synoptic::annotate
