#include "clean/clean.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "clean/assemble.h"
#include "clean/classify.h"
#include "clean/front_matter_facts.h"
#include "clean/headline_lines.h"
#include "clean/missing_page.h"
#include "clean/people/picture_credit.h"
#include "clean/plain/leaked_code.h"
#include "clean/plain/plain_boxes.h"
#include "clean/plain/plain_markup.h"
#include "clean/plain/plain_residue.h"
#include "clean/plain/plain_seams.h"
#include "clean/plain/plain_shapes.h"
#include "clean/plain/plain_wrappers.h"
#include "clean/plain/timed_items.h"
#include "clean/plain/unglue.h"
#include "clean/split.h"
#include "url/url.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;
using model::Capture;
using model::Format;

Draft read(const Capture& capture, const Knowledge& knowledge) {
  switch (capture.format) {
    case Format::kHtml:
      return read_html(capture, knowledge);
    case Format::kMarkdown:
      return read_markdown(capture, knowledge);
    case Format::kPlain:
      break;
  }
  return read_plain(capture, knowledge);
}

// The language that most of the page's running text is in, for the steps before an article
// has its own language.
text::LanguageGuess page_language(const std::vector<Piece>& pieces,
                                  const text::LanguageId& languages) {
  constexpr size_t kEnough = 6000;
  std::string sample;
  for (const Piece& piece : pieces) {
    if (piece.outside || sample.size() > kEnough) continue;
    sample += piece.text;
    sample += '\n';
  }
  return languages.identify(sample);
}

// Blocks that the host's other articles have as well. A memory that would take most of the page is
// not believed.
void mark_repeated(const SiteMemory& sites, std::string_view host, Page& page) {
  if (host.empty() || sites.empty()) return;
  std::vector<size_t> repeated;
  uint32_t all = 0, taken = 0;
  for (size_t i = 0; i < page.lines.size(); ++i) {
    const Line& line = page.lines[i];
    if (line.piece.outside || !page.marks[i].reason.empty()) continue;
    all += line.width;
    if (!sites.repeats(host, block_key(line.piece.text))) continue;
    taken += line.width;
    repeated.push_back(i);
  }
  if (taken * 5 > all * 2) return;
  for (const size_t i : repeated) page.marks[i].reason = "repeated_on_site";
}

// What stands in the second article's part is not the first one's.
void drop_facts_of_others(const std::vector<Page>& parts, PageFacts& facts) {
  if (parts.size() < 2 || parts[1].lines.empty()) return;
  const uint32_t end = parts[1].lines.front().piece.span.begin;
  const auto is_of_others = [&](const auto& fact) { return fact.span.begin >= end; };
  if (parts[0].lines.empty() || parts[0].lines.front().piece.span.begin >= end) return;
  std::erase_if(facts.authors, is_of_others);
  std::erase_if(facts.dates, is_of_others);
  std::erase_if(facts.titles, [&](const TitleCandidate& title) {
    return title.where == "h1" && is_of_others(title);
  });
}

// Of the page's first article the reader has told who wrote it and when; under the headline of
// another one that is read from lines that are put out for their elements' names.
void read_head(const Knowledge& knowledge, std::string_view lang, Page& part) {
  constexpr size_t kMostLines = 8;
  if (part.lines.empty() || !part.lines.front().piece.begins_article) return;
  for (size_t i = 1; i < std::min(part.lines.size(), kMostLines); ++i) {
    const Line& line = part.lines[i];
    Mark& mark = part.marks[i];
    if (!line.piece.outside) {
      if (line.prose) return;
      continue;
    }
    if (mark.byline || mark.role != LineRole::kText) continue;
    auto byline = parse_byline(line, knowledge, lang);
    if (!byline) continue;
    mark.byline = std::make_unique<Byline>(std::move(*byline));
    mark.role = LineRole::kByline;
  }
}

}  // namespace

std::vector<model::Article> clean(const Capture& capture, const Knowledge& knowledge,
                                  const text::LanguageId& languages, const SiteMemory* sites) {
  Draft draft = read(capture, knowledge);
  add_front_matter(capture, knowledge, draft.facts);
  // The address is the first article's as well.
  if (draft.facts.url.empty()) draft.facts.url = capture.url;
  if (capture.format != Format::kHtml) {
    draft.pieces = mend_plain_markup(std::move(draft.pieces));
    take_wrappers(draft, knowledge);
    part_timed_items(draft);
  }
  draft.pieces = part_leaked_code(std::move(draft.pieces));
  const text::LanguageGuess guess = page_language(draft.pieces, languages);
  const std::string lang(model::primary_language(guess.language));
  if (capture.format != Format::kHtml) {
    draft.pieces = part_plain_seams(std::move(draft.pieces), knowledge);
  }
  draft.pieces = part_glued(std::move(draft.pieces), knowledge, lang, capture.format);
  std::vector<Line> lines = measure_all(std::move(draft.pieces));
  name_picture_lines(knowledge, lines);
  if (capture.format != Format::kHtml) {
    mark_plain_shapes(lines);
    mark_plain_boxes(knowledge, lines);
    mark_plain_residue(knowledge, lines);
  }
  Page page = classify_all(std::move(lines), knowledge, lang);
  if (capture.format != Format::kHtml) {
    date_timed_items(page, draft.facts.publisher);
  }
  keep_headlines(knowledge, draft.facts, page);

  if (sites != nullptr) mark_repeated(*sites, url::host_of(draft.facts.url), page);

  std::vector<model::Article> articles;
  bool first = true;
  std::optional<model::Publisher> publisher;
  std::vector<Page> parts = split_articles(std::move(page), capture.format == Format::kHtml);
  drop_facts_of_others(parts, draft.facts);
  const text::LanguageGuess* page_guess = parts.size() == 1 ? &guess : nullptr;
  for (Page& part : parts) {
    if (!first) read_head(knowledge, lang, part);
    // What the page says of itself is about its first article; the others inherit nothing but, on
    // a page whose elements hold them all, whose page it is.
    PageFacts facts;
    if (std::exchange(first, false)) {
      publisher = draft.facts.publisher;
      facts = std::move(draft.facts);
    } else if (capture.format == Format::kHtml) {
      facts.publisher = publisher;
    }
    if (!articles.empty() && articles.front().published) {
      facts.beside = articles.front().published->value;
    }
    auto article = assemble(std::move(part), facts, capture, knowledge, languages, page_guess);
    if (!article || is_missing_page(*article, knowledge)) continue;
    article->index = static_cast<uint32_t>(articles.size());
    article->id = model::article_id(capture.sha256, article->index);
    articles.push_back(std::move(*article));
  }
  return articles;
}

}  // namespace synoptic::clean
