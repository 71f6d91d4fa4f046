#include "clean/main_text/main_text_json.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "clean/html/script_text.h"
#include "clean/main_text/main_text_pieces.h"
#include "clean/page.h"
#include "clean/topic_words.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

using html::Tag;
using model::BlockKind;

constexpr uint32_t kLeastText = 700;  // letters worth looking further for
constexpr uint32_t kShortText = 200;
constexpr uint32_t kShortBody = 60;     // where the data call it the article's text
constexpr uint32_t kEnoughText = 2500;  // elements with that much hold the article themselves

struct Found {
  ScriptText text;
  uint32_t script;  // the element
};

bool is_prose(const PagePiece& p) {
  return !p.piece.outside && p.piece.kind != BlockKind::kHeading &&
         p.piece.kind != BlockKind::kCaption && p.weight > 40;
}

std::string keys_of(const ScriptText& text) {
  std::string body;
  for (const Piece& piece : text.paragraphs) body += key_of(piece.text);
  return body;
}

bool repeats(const PagePiece& p, const std::string& body) {
  constexpr size_t kCompared = 60;
  const std::string key = key_of(p.piece.text);
  return body.find(std::string_view(key).substr(0, kCompared)) != std::string::npos;
}

// The elements' paragraphs are the beginning of the data's, or there are none.
bool is_same_article(const HtmlPage& page, const std::string& body) {
  size_t seen = 0, found = 0;
  for (const PagePiece& p : page.pieces) {
    if (!is_prose(p)) continue;
    ++seen;
    found += repeats(p, body);
  }
  return found * 2 >= seen;
}

// The heaviest first.
std::vector<Found> find_texts(const HtmlPage& page, bool thorough) {
  const auto& nodes = page.document.nodes();
  std::vector<Found> found;
  for (uint32_t i = 0; i + 1 < nodes.size(); ++i) {
    const html::Node& text = nodes[i + 1];
    if (nodes[i].tag != Tag::script || text.kind != html::NodeKind::kText || !text.verbatim)
      continue;
    for (ScriptText& held : texts_of_script(text.text(), text.span.begin, thorough)) {
      found.push_back({std::move(held), i});
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.text.weight > b.text.weight; });
  return found;
}

// What has no certain name takes up words of the headline: scripts hold rules and help as well.
bool is_on_topic(const ScriptText& text, const std::vector<std::string>& titles) {
  constexpr double kOnTopic = 0.25;
  constexpr size_t kMostTitles = 6, kMostParagraphs = 200;
  if (!text.is_guess || titles.empty()) return true;
  std::vector<std::string> words;
  for (size_t i = 0; i < std::min(text.paragraphs.size(), kMostParagraphs); ++i) {
    for (std::string& word : topic_words(line_of_words(text.paragraphs[i].text))) {
      words.push_back(std::move(word));
    }
  }
  return std::any_of(
      titles.begin(),
      titles.begin() + static_cast<std::ptrdiff_t>(std::min(titles.size(), kMostTitles)),
      [&](const std::string& title) {
        return overlap(topic_words(line_of_words(title)), words) >= kOnTopic;
      });
}

// The text's paragraphs stand where the elements' copies of them begin, or at the end.
void put_in(HtmlPage& page, Found found, const std::string& body) {
  size_t at = page.pieces.size();
  for (size_t i = page.pieces.size(); i-- > 0;) {
    PagePiece& p = page.pieces[i];
    if (!is_prose(p) || !repeats(p, body)) continue;
    p.piece.outside = true;
    p.piece.reason = "repeated";
    at = i;
  }
  std::vector<PagePiece> pieces;
  for (Piece& piece : found.text.paragraphs) {
    PagePiece made;
    made.node = found.script;
    made.weight = static_cast<uint32_t>(text::count_code_points(piece.text));
    made.piece = std::move(piece);
    pieces.push_back(std::move(made));
  }
  page.pieces.insert(page.pieces.begin() + static_cast<std::ptrdiff_t>(at),
                     std::make_move_iterator(pieces.begin()),
                     std::make_move_iterator(pieces.end()));
}

}  // namespace

void take_text_of_scripts(HtmlPage& page, const std::vector<std::string>& titles) {
  uint32_t kept = 0;
  for (const PagePiece& p : page.pieces) kept += is_prose(p) ? p.weight : 0;
  if (kept > kEnoughText) return;
  // A line or two that ask for patience or for a browser are no article. Short news count where
  // the elements hold nothing else.
  constexpr uint32_t kNotice = 200, kOutweighs = 5;
  const bool thorough = kept <= kNotice;
  const uint32_t least =
      thorough ? std::max(kShortText, kOutweighs * kept) : std::max(kLeastText, 2 * kept);
  const uint32_t least_body = kept == 0 ? kShortBody : least;
  for (Found& found : find_texts(page, thorough)) {
    if (found.text.weight < (found.text.is_body ? least_body : least)) continue;
    if (!is_on_topic(found.text, titles)) continue;
    const std::string body = keys_of(found.text);
    if (!is_same_article(page, body)) {
      if (!thorough) continue;
      for (PagePiece& p : page.pieces) {
        if (is_prose(p) && !repeats(p, body)) put_out(p, "boilerplate");
      }
    }
    put_in(page, std::move(found), body);
    return;
  }
}

}  // namespace synoptic::clean
