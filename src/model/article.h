// One news article found in a capture (a capture can hold several).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "model/date.h"
#include "text/offset_map.h"

namespace synoptic::model {

enum class BlockKind : uint8_t { kHeading, kParagraph, kListItem, kQuote, kCaption, kTable };

struct Block {
  BlockKind kind = BlockKind::kParagraph;
  int level = 0;           // headings: 1-6 (subheads of an article are 2); others 0
  std::string text;        // clean: white space collapsed, references decoded
  Span span;               // smallest span that holds the block
  text::OffsetMap source;  // from bytes of `text` to bytes of the capture

  Span to_capture(Range range) const { return source.to_source(range); }
};

struct Removed {
  std::string reason;  // navigation, related, repeated_headline, style, share, caption_credit …
  Span span;
  std::string text;  // the beginning of it, for people; at most a few hundred bytes
};

struct DateEvidence {
  DateValue value;
  std::string role;   // published, modified, event, navigation, copyright, fetched
  std::string where;  // byline, metadata, json_ld, time_element, url, front_matter, label, origin
  Span span;
  double score = 0;
  std::string rule;                    // which rule read it, for explain
  std::optional<bool> weekday_agrees;  // set where a weekday stands beside the date
};

struct InferredZone {      // a guess, kept apart from what the page says
  std::string zone;        // IANA name
  int offset_minutes = 0;  // at the published date
  std::string basis;       // "publisher country"
  std::string confidence;  // low, medium
};

struct Author {
  std::string name;
  std::string role;     // "editor" …; may be empty
  std::string url;      // profile
  std::string user_id;  // of the site; never a fact of the story
  Span span;
};

struct Publisher {
  std::string name;    // native, tagline cut
  std::string entity;  // id in the knowledge base; may be empty
  std::string tagline;
  std::string domain;
  Span span;
};

struct Origin {      // whom the article cites as its source
  std::string name;  // canonical name where known, else as written
  std::string url;
  std::string entity;
  std::string kind;  // label (a source line), link, dateline, text (cited in a sentence), hearsay
  Span span;
  std::optional<DateValue> date;  // of the cited report, where its URL tells
};

struct Statement {  // what one place of a page says its title or an author is
  std::string text;
  std::string where;  // h1, title, og, json_ld, front_matter, byline, page …
  Span span;
};

struct Article {
  std::string id;      // 16 hex digits: hash of capture SHA-256 and index
  uint32_t index = 0;  // position in its capture, from 0
  std::string path, capture_url, sha256, charset, fetched;  // of the capture
  uint64_t capture_bytes = 0;  // as received, what `sha256` is of; 0: not known
  std::string url;  // canonical, identity-carrying query kept
  std::string title;
  Span title_span;
  text::OffsetMap title_source;  // from bytes of `title` to bytes of the capture
  std::string lang;              // BCP 47: "ar", "zh-Hans", "und"
  std::string script;            // ISO 15924: "Arab"
  std::string dir;               // "ltr", "rtl"
  std::vector<Block> blocks;     // the body, title not in it
  std::optional<DateEvidence> published;
  std::optional<InferredZone> zone_inferred;
  std::optional<DateEvidence> modified;
  // Of a version that took an older one's place, as a stamp (stamp.h): since when it says what it
  // says. The store tells it of what it gives out; not at rest.
  std::string revised;
  std::vector<DateEvidence> dates;  // every candidate
  bool date_conflict = false;
  std::vector<Author> authors;
  std::optional<Publisher> publisher;
  std::string section;
  std::vector<std::string> keywords;
  std::vector<Origin> origins;
  std::vector<Removed> removed;
  // Every candidate, for those who ask why; not kept at rest.
  std::vector<Statement> title_statements, author_statements;
  // Everything else that the page states: "front_matter.title", "views", "department",
  // "site.sections", "feed" … A key may have several values.
  std::map<std::string, std::vector<std::string>> metadata;
};

std::string_view block_kind_name(BlockKind kind);
std::string body_text(const Article& article);  // blocks joined by blank lines
std::string main_text(const Article& article);  // the same without captions: what the article says
std::string article_id(std::string_view sha256, uint32_t index);
// The text's main language without script or region: "zh" of "zh-Hans".
std::string_view primary_language(std::string_view tag);
// Whose words a text is read by: its own language's, for Malay those of Indonesian.
std::string_view table_language(std::string_view tag);

}  // namespace synoptic::model
