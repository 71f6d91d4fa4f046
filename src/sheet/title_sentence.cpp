#include "sheet/title_sentence.h"

#include <algorithm>

#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::sheet {
namespace {

constexpr uint32_t kBeforeName = 3;  // bytes of a title before who did it: a quotation mark
constexpr uint32_t kArticle = 5;     // "the ", "l’"

bool has_letter(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const auto sign = text::decode(text, at);
    if (text::is_letter(sign.value) || text::is_digit(sign.value)) return true;
    at += sign.length;
  }
  return false;
}

// Is the party nothing but the name that is shown of it, with an article perhaps?
bool is_name_alone(const model::Annotated& annotated, const model::Argument& party,
                   const model::FactValue& value) {
  const Range range = party.at.range;
  const std::string_view written = range.of(annotated.article.title);
  if (text::fold_copy(written) == text::fold_copy(value.name)) return true;
  const auto is_it = [&](const model::Mention& mention) {
    return mention.at.block == model::kTitleBlock && mention.form != "adjective" &&
           mention.at.range.end == range.end && mention.at.range.begin <= range.begin + kArticle &&
           (mention.entity == value.norm || mention.text == value.name);
  };
  return std::any_of(annotated.mentions.begin(), annotated.mentions.end(), is_it);
}

// Behind the name and the blanks or the colon that follow it.
uint32_t behind_name(std::string_view title, size_t at) {
  const auto skip_blanks = [&] {
    while (at < title.size() && title[at] == ' ') ++at;
  };
  skip_blanks();
  if (at < title.size() && title[at] == ':') ++at;
  skip_blanks();
  return static_cast<uint32_t>(at);
}

}  // namespace

std::optional<TitleSentence> title_sentence(const Accounts& accounts,
                                            const model::Annotated& annotated) {
  const model::Article& article = annotated.article;
  const std::string_view title = article.title;
  if (article.title_source.empty()) return std::nullopt;  // a part of it has no bytes
  for (const auto& event : annotated.events) {
    if (event.trigger.block != model::kTitleBlock || event.modality == "background") continue;
    const size_t object = event.object.empty() ? std::string::npos : title.find(event.object);
    const size_t deed = std::min<size_t>(event.trigger.range.begin, object);
    for (const auto& actor : event.actor) {
      const Range name = actor.at.range;
      if (actor.at.block != model::kTitleBlock || name.begin > kBeforeName || name.end > deed ||
          has_letter(title.substr(0, name.begin)) || !is_named(annotated, actor)) {
        continue;
      }
      const uint32_t rest = behind_name(title, name.end);
      auto value = value_of(accounts, annotated, actor);
      if (rest != deed || !is_name_alone(annotated, actor, value)) continue;
      const Range range{rest, static_cast<uint32_t>(title.size())};
      return TitleSentence{std::move(value),
                           {model::kTitleBlock, range, article.title_source.to_source(range)}};
    }
  }
  return std::nullopt;
}

}  // namespace synoptic::sheet
