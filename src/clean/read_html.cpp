#include <algorithm>
#include <deque>
#include <string>
#include <utility>

#include "clean/draft.h"
#include "clean/html_page.h"
#include "clean/page.h"
#include "url/url.h"

namespace synoptic::clean {
namespace {

// Relative links are seen from the page, or from what its <base> says.
std::string base_of(const html::Document& document, const model::Capture& capture,
                    const std::string& stated) {
  std::string base = capture.url.empty() ? stated : capture.url;
  const uint32_t element = document.find("base");
  if (element == html::kNone) return base;
  const auto href = document.attribute_value(document.nodes()[element], "href");
  const std::string resolved = href.empty() ? std::string() : url::resolve(base, href);
  return resolved.empty() ? base : resolved;
}

// The text's, and those of lines that may name people and sources.
bool are_asked_for(const Piece& piece) {
  return !piece.outside || piece.reason == "byline" || piece.reason == "date" ||
         piece.reason == "boilerplate" || piece.reason == "author_box";
}

// A page's menus have hundreds of links that nobody asks for; only the others are made whole.
void resolve_links(HtmlPage& page, std::deque<std::string>& addresses) {
  for (PagePiece& p : page.pieces) {
    if (!are_asked_for(p.piece)) continue;
    for (Link& link : p.piece.links) {
      std::string whole = url::resolve(page.base, link.url);
      link.url = addresses.emplace_back(whole.empty() ? std::string(link.url) : std::move(whole));
    }
  }
}

// The addresses as written go with the document.
void keep_addresses(std::vector<Piece>& pieces, std::deque<std::string>& addresses) {
  for (Piece& piece : pieces) {
    if (are_asked_for(piece)) continue;
    if (is_quiet(piece)) piece.links = {};
    for (Link& link : piece.links) link.url = addresses.emplace_back(link.url);
  }
}

}  // namespace

Draft read_html(const model::Capture& capture, const knowledge::Knowledge& knowledge) {
  // Front matter before the page is blanked, so that offsets stay those of the capture.
  std::string blanked;
  if (capture.body_begin > 0) {
    blanked.assign(std::min<size_t>(capture.body_begin, capture.text.size()), ' ');
    blanked += std::string_view(capture.text).substr(blanked.size());
  }
  // As a browser that runs scripts sees it: what is in noscript is a copy, or a note, for others.
  const html::ParseOptions options{.scripting = true, .context = {}};
  const auto document =
      html::Document::parse_view(blanked.empty() ? capture.text : blanked, options);
  Draft draft;
  if (!document) return draft;
  HtmlPage page{*document, element_kinds(*document), {}, {}};
  PageWords words;
  draft.facts = collect_facts(page, capture, knowledge, words.body);
  page.base = base_of(*document, capture, draft.facts.url);
  cut_pieces(page);
  for (const auto& title : draft.facts.titles) {
    words.titles.push_back(title.text);
    if (title.where != "h1") words.stated_titles.push_back(title.text);
  }
  const auto description = draft.facts.metadata.find("description");
  if (description != draft.facts.metadata.end()) words.description = description->second.front();
  for (const auto& author : draft.facts.authors) words.authors.push_back(author.name);
  mark_content(page, words, knowledge);
  resolve_links(page, draft.addresses);
  add_facts_of_lines(page, knowledge, draft.facts);
  draft.pieces.reserve(page.pieces.size());
  for (auto& piece : page.pieces) draft.pieces.push_back(std::move(piece.piece));
  keep_addresses(draft.pieces, draft.addresses);
  return draft;
}

}  // namespace synoptic::clean
