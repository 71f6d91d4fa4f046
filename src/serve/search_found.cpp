#include "serve/search_found.h"

#include <fmt/format.h>

#include <algorithm>

#include "serve/page.h"
#include "sheet/sheet.h"
#include "text/characters.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::serve {
namespace {

constexpr size_t kBefore = 60, kBehind = 90;  // letters around what was found

std::string_view text_at(const model::Article& article, uint32_t block) {
  return block == model::kTitleBlock ? article.title : article.blocks[block].text;
}

bool begins_word(std::string_view folded, size_t at) {
  if (at == 0) return true;
  const auto in_run = [](char32_t c) { return text::is_packed(c); };
  const char32_t before = text::decode_before(folded, at).value;
  return !text::is_word(before) || in_run(before) || in_run(text::decode(folded, at).value);
}

Range range_of(const text::Folded& folded, const std::string& word) {
  for (size_t at = folded.text.find(word); at != std::string::npos && !word.empty();
       at = folded.text.find(word, at + 1)) {
    if (!begins_word(folded.text, at)) continue;
    return folded.to_source({static_cast<uint32_t>(at), static_cast<uint32_t>(at + word.size())});
  }
  return {};
}

bool is_meant(const model::Mention& mention, const store::Search& search) {
  const auto among = [&](const std::vector<std::string>& ids) {
    return !mention.entity.empty() &&
           std::find(ids.begin(), ids.end(), mention.entity) != ids.end();
  };
  return among(search.entities) ||
         std::any_of(search.terms.begin(), search.terms.end(),
                     [&](const store::SearchTerm& term) { return among(term.entities); });
}

model::Place place_at(const model::Article& article, uint32_t block, Range range) {
  const text::OffsetMap& map =
      block == model::kTitleBlock ? article.title_source : article.blocks[block].source;
  return {block, range, map.to_source(range)};
}

// So many letters before and behind, cut at blanks where there are some.
Range around(std::string_view text, Range range) {
  size_t begin = range.begin, end = range.end;
  for (size_t i = 0; i < kBefore && begin > 0; ++i) {
    begin -= text::decode_before(text, begin).length;
  }
  for (size_t i = 0; i < kBehind && end < text.size(); ++i) end += text::decode(text, end).length;
  if (begin > 0) {
    const size_t blank = text.find(' ', begin);
    if (blank < range.begin) begin = blank + 1;
  }
  if (end < text.size()) {
    const size_t blank = text.rfind(' ', end);
    if (blank != std::string_view::npos && blank > range.end) end = blank;
  }
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

}  // namespace

std::optional<model::Place> place_of(const model::Annotated& annotated,
                                     const store::Search& search) {
  const model::Article& article = annotated.article;
  std::vector<std::string> words;
  for (const auto& term : search.terms) {
    words.push_back(text::fold_copy(term.word));
    for (const auto& other : term.others) words.push_back(text::fold_copy(other));
  }
  const auto look_in = [&](uint32_t block) -> std::optional<model::Place> {
    const text::Folded folded = text::fold(text_at(article, block));
    for (const auto& word : words) {
      const Range range = range_of(folded, word);
      if (!range.empty()) return place_at(article, block, range);
    }
    return std::nullopt;
  };
  for (uint32_t block = 0; block < article.blocks.size(); ++block) {
    if (auto place = look_in(block)) return place;
  }
  const auto mention =
      std::find_if(annotated.mentions.begin(), annotated.mentions.end(),
                   [&](const model::Mention& known) { return is_meant(known, search); });
  if (mention != annotated.mentions.end()) return mention->at;
  return look_in(model::kTitleBlock);
}

std::string found_html(const model::Annotated& annotated, const store::Search& search) {
  const model::Article& article = annotated.article;
  const std::string name = outlet(sheet::publisher_of(article), article.lang);
  const auto place = place_of(annotated, search);
  if (!place) return fmt::format("<a href=\"{}\">{}</a>", evidence_link(article.id, {}), name);
  const std::string_view text = text_at(article, place->block);
  const Range range = around(text, place->range);
  const auto part = [&](size_t begin, size_t end) {
    return escape(text.substr(begin, end - begin));
  };
  return fmt::format(
      "<a href=\"{}\">{}</a> <span class=\"snippet\" lang=\"{}\" dir=\"{}\">{}{}"
      "<mark>{}</mark>{}{}</span>",
      evidence_link(article.id, place->span), name,
      escape(article.lang.empty() ? "und" : article.lang),
      article.dir.empty() ? "auto" : escape(article.dir), range.begin > 0 ? "…" : "",
      part(range.begin, place->range.begin), part(place->range.begin, place->range.end),
      part(place->range.end, range.end), range.end < text.size() ? "…" : "");
}

}  // namespace synoptic::serve
