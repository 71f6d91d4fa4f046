// An article on its way through the room. The readers (html, markdown, plain) cut a capture into
// pieces in reading order and collect what the page says of itself; the shared steps (split,
// residue, title, dates, people, language) turn that into articles. Private to the room.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"
#include "model/article.h"
#include "model/capture.h"

namespace synoptic::clean {

struct Link {
  Range range;           // of the link's words in the piece's text
  std::string_view url;  // resolved against the capture's URL where there is one
  Span span;             // of the address in the capture
};

// One line or block-level element of the page.
struct Piece {
  model::BlockKind kind = model::BlockKind::kParagraph;
  int level = 0;     // of headings, as the page has it (1-6); 0 where it has none
  std::string text;  // white space collapsed, references and markup gone
  Span span;
  text::OffsetMap source;  // from `text` to the capture
  std::vector<Link> links;
  bool gap_before = false;      // a blank line or another block container stands before it
  bool rule_before = false;     // a rule ("---") stands before it
  bool begins_article = false;  // an element of its own says that it is another article's headline
  bool marked_heading = false;  // the markup says heading (h1-h6, #), not only the look
  bool outside = false;         // the reader already knows: not in the main text (nav, aside …)
  std::string_view reason;      // why it is out, a literal; empty = part of the article
};

struct TitleCandidate {
  std::string text;
  Span span;
  std::string where;  // h1, heading, title, og, json_ld, front_matter, first_line, twitter
  std::vector<std::string> parts;  // keys of what the elements in a heading say by themselves
};

// What a page says of itself outside its running text.
struct PageFacts {
  std::vector<TitleCandidate> titles;
  std::vector<model::DateEvidence> dates;  // roles and places set; scores are given later
  std::vector<model::Author> authors;
  // Every name that was stated, also those that were not believed; empty: the authors are all.
  std::vector<model::Statement> author_statements;
  std::optional<model::Publisher> publisher;
  std::string url;            // canonical, as the page states it
  std::string section, lang;  // lang: as declared (html lang), may be wrong
  std::vector<std::string> keywords;
  std::vector<model::Origin> origins;
  std::map<std::string, std::vector<std::string>> metadata;
  // Of a later article: when the one in front of it was published.
  std::optional<model::DateValue> beside;
  bool says_article = false;  // og:type, JSON-LD type, <article> …
  bool is_listing = false;    // front page, section, search
  bool is_teasers = false;    // of those, one with blurbs that read like text
};

struct Draft {
  PageFacts facts;
  std::vector<Piece> pieces;
  std::deque<std::string> addresses;  // of links, where the capture does not have them as they are
};

// The readers. Each gives the whole capture as one draft.
Draft read_html(const model::Capture& capture, const knowledge::Knowledge& knowledge);
Draft read_markdown(const model::Capture& capture, const knowledge::Knowledge& knowledge);
Draft read_plain(const model::Capture& capture, const knowledge::Knowledge& knowledge);

}  // namespace synoptic::clean
