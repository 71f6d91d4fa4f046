#include <algorithm>
#include <deque>
#include <functional>
#include <string>
#include <utility>

#include "clean/draft.h"
#include "clean/html/html_page.h"
#include "clean/page.h"
#include "text/utf8.h"
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
  const auto base = url::parse(page.base);
  const auto resolve = [&](std::string_view address) {
    if (!base) return url::resolve(page.base, address);
    const auto target = url::parse(address, *base);
    return target ? target->href() : std::string();
  };
  for (PagePiece& p : page.pieces) {
    if (!are_asked_for(p.piece)) continue;
    for (Link& link : p.piece.links) {
      std::string whole = resolve(link.url);
      link.url = addresses.emplace_back(whole.empty() ? std::string(link.url) : std::move(whole));
    }
  }
}

// The addresses as written go with the document, but for those that are the capture's own bytes.
void keep_addresses(const model::Capture& capture, std::vector<PagePiece>& pieces,
                    std::deque<std::string>& addresses) {
  const char* const begin = capture.text.data();
  const std::less<> before;  // of any two pointers
  const auto is_captured = [&](std::string_view address) {
    return !before(address.data(), begin) && before(address.data(), begin + capture.text.size());
  };
  for (PagePiece& p : pieces) {
    Piece& piece = p.piece;
    if (are_asked_for(piece)) continue;
    if (is_quiet(piece)) piece.links = {};
    for (Link& link : piece.links) {
      if (!is_captured(link.url)) link.url = addresses.emplace_back(link.url);
    }
  }
}

// The longest line of the page that the page's title has between its separators ("Paper - Headline
// - Science"): the headline, where no heading says one.
std::string_view line_of_title(const std::vector<PagePiece>& pieces, std::string_view title) {
  constexpr uint32_t kNarrowest = 20, kWidest = 250;
  constexpr std::string_view kParting =
      "-|:/\u2013\u2014\u2012\u00b7\u2022\u00bb\u203a\u00ab\u2039\uff5c_ \t\n";
  std::string_view best;
  for (const PagePiece& p : pieces) {
    const std::string_view line = p.piece.text;
    if (p.weight < kNarrowest || p.weight > kWidest || line.size() <= best.size()) continue;
    const size_t at = title.find(line);
    if (at == title.npos) continue;
    const auto parts = [&](std::string_view rest) {
      return rest.empty() || kParting.find(rest) != kParting.npos;
    };
    const std::string_view before = title.substr(0, at), behind = title.substr(at + line.size());
    const size_t last = before.empty() ? 0 : text::decode_before(before, before.size()).length;
    if (!parts(before.substr(before.size() - last)) ||
        !parts(behind.substr(0, behind.empty() ? 0 : text::decode(behind, 0).length))) {
      continue;
    }
    best = line;
  }
  return best;
}

// Fills the draft's facts and addresses. The pieces need the tree no more.
std::vector<PagePiece> read_page(const html::Document& document, const model::Capture& capture,
                                 const knowledge::Knowledge& knowledge, Draft& draft) {
  ElementLists lists;
  HtmlPage page{document, element_kinds(document, lists), {}, {}, {}};
  page.lists = std::move(lists);
  PageWords words;
  draft.facts = collect_facts(page, capture, knowledge, words.body);
  page.base = base_of(document, capture, draft.facts.url);
  cut_pieces(page);
  for (const auto& title : draft.facts.titles) {
    words.titles.push_back(title.text);
    if (title.where != "h1" && title.where != "heading") words.stated_titles.push_back(title.text);
  }
  const auto page_title = draft.facts.metadata.find("html.title");
  if (words.titles.size() == words.stated_titles.size() &&
      page_title != draft.facts.metadata.end()) {
    const std::string_view line = line_of_title(page.pieces, page_title->second.front());
    if (!line.empty()) words.titles.emplace_back(line);
  }
  const auto description = draft.facts.metadata.find("description");
  if (description != draft.facts.metadata.end()) words.description = description->second.front();
  for (const auto& author : draft.facts.authors) words.authors.push_back(author.name);
  mark_content(page, words, knowledge);
  resolve_links(page, draft.addresses);
  add_facts_of_lines(page, knowledge, draft.facts);
  keep_addresses(capture, page.pieces, draft.addresses);
  return std::move(page.pieces);
}

std::vector<PagePiece> read_tree(const model::Capture& capture,
                                 const knowledge::Knowledge& knowledge, Draft& draft) {
  // Front matter before the page is blanked, so that offsets stay those of the capture.
  std::string blanked;
  if (capture.body_begin > 0) {
    blanked.assign(std::min<size_t>(capture.body_begin, capture.text.size()), ' ');
    blanked += std::string_view(capture.text).substr(blanked.size());
  }
  // As a browser that runs scripts sees it: what is in noscript is a copy, or a note, for others.
  const html::ParseOptions options{.scripting = true, .context = {}, .asks_for = is_read_attribute};
  const auto document =
      html::Document::parse_view(blanked.empty() ? capture.text : blanked, options);
  return document ? read_page(*document, capture, knowledge, draft) : std::vector<PagePiece>();
}

}  // namespace

Draft read_html(const model::Capture& capture, const knowledge::Knowledge& knowledge) {
  Draft draft;
  std::vector<PagePiece> pieces = read_tree(capture, knowledge, draft);
  draft.pieces.reserve(pieces.size());
  for (PagePiece& p : pieces) draft.pieces.push_back(std::move(p.piece));
  return draft;
}

}  // namespace synoptic::clean
