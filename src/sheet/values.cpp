#include "sheet/values.h"

#include <algorithm>

#include "model/stamp.h"
#include "text/fold.h"
#include "text/sentences.h"
#include "text/utf8.h"

namespace synoptic::sheet {

model::FactValue value_at(const Accounts& accounts, const model::Annotated& annotated,
                          const model::Place& at) {
  const model::Article& article = annotated.article;
  const std::string& text = model::text_of(article, at);
  model::FactValue value;
  value.article = article.id;
  value.account = static_cast<uint32_t>(accounts.account_of(article.id).value_or(0));
  value.text = std::string(at.range.of(text));
  value.norm = text::fold_copy(value.text);
  value.name = value.text;
  value.time = model::told_at(article);
  value.span = at.span;
  const bool title = at.block == model::kTitleBlock;
  const Range sentence = title ? Range{0, static_cast<uint32_t>(text.size())}
                               : text::sentence_at(text, at.range.begin);
  value.evidence = std::string(sentence.of(text));
  value.evidence_span = title ? article.title_span : article.blocks[at.block].to_capture(sentence);
  return value;
}

namespace {

// "Hanwoo of South Korea": where it is at home is not who it is.
bool is_home_of(const model::Mention& mention, const model::Place& party) {
  const bool spot = model::is_land(mention.type);
  constexpr uint32_t kArticle = 5;  // "the ", "l’"
  return spot && mention.at.range.begin > party.range.begin + kArticle;
}

// The longest of the names in a phrase; "Kenyan" in "the Kenyan engineer X" is not who it is.
const model::Mention* mention_in(const model::Annotated& annotated, const model::Place& at) {
  const model::Mention* found = nullptr;
  for (const auto& mention : annotated.mentions) {
    if (mention.at.block != at.block || !mention.at.range.overlaps(at.range)) continue;
    if (mention.form == "adjective" || is_home_of(mention, at)) continue;
    if (found == nullptr || mention.at.range.size() > found->at.range.size()) found = &mention;
  }
  return found;
}

// A part of a name that the article gives in full elsewhere ("Lula"); only where it is one
// person's.
const model::Mention* full_name(const model::Annotated& annotated, std::string_view folded) {
  const model::Mention* found = nullptr;
  for (const auto& mention : annotated.mentions) {
    if (mention.entity.empty() || mention.type != model::EntityType::kPerson) continue;
    if (!has_whole_word(text::fold_copy(mention.text), folded)) continue;
    if (found != nullptr && found->entity != mention.entity) return nullptr;
    found = &mention;
  }
  return found;
}

}  // namespace

model::FactValue value_of(const Accounts& accounts, const model::Annotated& annotated,
                          const model::Argument& argument) {
  model::FactValue value = value_at(accounts, annotated, argument.at);
  value.text = argument.text;
  value.name = argument.name;
  std::string entity_id = argument.entity;
  if (entity_id.empty()) {
    if (const auto* mention = mention_in(annotated, argument.at)) {
      value.name = mention->text;
      entity_id = mention->form == "name" ? mention->entity : "";
    }
    const auto* full = full_name(annotated, text::fold_copy(value.name));
    if (full != nullptr) entity_id = full->entity;
  }
  value.norm = entity_id.empty() ? text::fold_copy(value.name) : entity_id;
  const knowledge::Entity* entity = accounts.knowledge().find(entity_id);
  if (entity != nullptr) value.name = entity->name;
  return value;
}

bool is_named(const model::Annotated& annotated, const model::Argument& argument) {
  return !argument.entity.empty() || mention_in(annotated, argument.at) != nullptr;
}

double prominence(const model::Place& at) {
  if (at.block == model::kTitleBlock) return 1.4;
  if (at.block == 0) return 1;
  return at.block == 1 ? 0.6 : 0.3;
}

bool has_whole_word(std::string_view text, std::string_view word) {
  const auto is_letter = [](char32_t c) { return text::is_letter(c) && !text::is_spaceless(c); };
  for (size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const size_t end = at + word.size();
    const bool begins = at == 0 || !is_letter(text::decode_before(text, at).value);
    if (begins && (end == text.size() || !is_letter(text::decode(text, end).value))) return true;
  }
  return false;
}

}  // namespace synoptic::sheet
