#include "collect/foreign.h"

#include <fmt/format.h>

#include <utility>

#include "base/strings.h"
#include "collect/charset.h"

namespace synoptic::collect {
namespace {

// The name of the root element, lower case, with what an XML document may have before it passed
// over; empty: none begins there. `declared`: "<?xml" stands in front.
std::string root_of(std::string_view text, bool& declared) {
  constexpr size_t kMostBefore = 1 << 16, kLongest = 40;
  text = text.substr(0, kMostBefore);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (;;) {
    text = trim(text);
    if (!text.starts_with('<')) return {};
    std::string_view end;
    if (text.starts_with("<?")) {
      declared = declared || text.starts_with("<?xml");
      end = "?>";
    } else if (text.starts_with("<!--")) {
      end = "-->";
    } else if (text.starts_with("<!")) {
      // A document type may hold declarations, each with its own end.
      const size_t inside = text.find_first_of("[>");
      const bool holds = inside != std::string_view::npos && text[inside] == '[';
      if (holds) text.remove_prefix(std::min(text.find(']', inside), text.size()));
      end = ">";
    } else {
      break;
    }
    const size_t at = text.find(end);
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + end.size());
  }
  text.remove_prefix(1);
  return ascii_lower(text.substr(0, std::min(text.find_first_of(" \t\r\n/>"), kLongest)));
}

// The head of a text in UTF-16 or UTF-32, as far as it is ASCII; of another text itself.
std::string narrow_head(std::string_view bytes) {
  constexpr size_t kMost = 1 << 16;
  const bool marked = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  std::string head(bytes.substr(0, kMost));
  if (!marked && utf16_without_mark(bytes).empty() && utf32_by_mark(bytes).empty()) return head;
  std::erase_if(head, [](char c) { return c == '\0' || (c & 0x80) != 0; });
  return head;
}

// "From desk@example.org Tue Mar  3 08:00:00 2026", and a field of a head below it (RFC 4155).
bool is_mbox(std::string_view text) {
  if (!text.starts_with("From ")) return false;
  const auto all = lines(text.substr(0, 1 << 12));
  if (all.size() < 2) return false;
  const std::string_view first = all[0], field = all[1].substr(0, all[1].find(':'));
  const bool sender = first.find('@') != std::string_view::npos ||
                      first.find("MAILER-DAEMON") != std::string_view::npos;
  const bool clock = first.find(':') != std::string_view::npos;
  return sender && clock && field.size() < all[1].size() && !field.empty() &&
         field.find_first_of(" \t") == std::string_view::npos;
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  for (const std::string_view other : names) {
    if (name == other) return true;
  }
  return false;
}

// ZIP archives begin with the head of their first file: its name stands behind 30 bytes.
std::string why_zip(std::string_view bytes) {
  const std::string_view name = bytes.substr(std::min<size_t>(bytes.size(), 30), 100);
  if (name.starts_with("mimetypeapplication/epub")) {
    return "is an EPUB book; text and HTML are read";
  }
  // Office programs put this list at any place; the archive's own list at its end names it.
  constexpr std::string_view kParts = "[Content_Types].xml";
  if (bytes.find(kParts) != std::string_view::npos ||
      name.starts_with("mimetypeapplication/vnd.oasis")) {
    return "is an office document (docx, odt …); text and HTML are read: save it as HTML";
  }
  return "is a ZIP archive: unpack it (unzip) and read the pages in it";
}

// What packed and binary files begin with.
std::string why_no_text(std::string_view bytes) {
  using namespace std::string_view_literals;
  constexpr size_t kTarMark = 257;
  static constexpr std::pair<std::string_view, std::string_view> kMarks[] = {
      {"%PDF-", "is a PDF file; text and HTML are read"},
      {"7z\xBC\xAF\x27\x1C", "is a 7z archive: unpack it and read the pages in it"},
      {"Rar!\x1A\x07", "is a RAR archive: unpack it and read the pages in it"},
      {"\xFD"
       "7zXZ\0"sv,
       "is packed with xz: unpack it (xz -d), or pack it with gzip, bzip2 or Zstandard"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
       "is an office document; text and HTML are read: save it as HTML"},
      {"{\\rtf", "is an RTF document; text and HTML are read: save it as HTML"},
      {"\x89PNG\r\n", "is a picture, no text"},
      {"\xFF\xD8\xFF", "is a picture, no text"},
      {"GIF87a", "is a picture, no text"},
      {"GIF89a", "is a picture, no text"},
  };
  if (bytes.starts_with("PK\x03\x04")) return why_zip(bytes);
  if (bytes.substr(std::min(bytes.size(), kTarMark)).starts_with("ustar")) {
    return "is a tar archive: unpack it (tar -xf) and read the pages in it";
  }
  for (const auto& [mark, why] : kMarks) {
    if (bytes.starts_with(mark)) return std::string(why);
  }
  return {};
}

}  // namespace

std::string why_foreign(std::string_view bytes, bool named_html) {
  if (std::string why = why_no_text(bytes); !why.empty()) return why;
  if (bytes.starts_with("WARC/1.") || bytes.starts_with("WARC/0.")) {
    return "is a WARC file: it is read under a name that ends in .warc or .warc.gz, or on standard "
           "input";
  }
  if (is_mbox(bytes)) return "is a box of mails (mbox): save its mails one by one (.eml)";
  bool declared = false;
  const std::string whole = root_of(narrow_head(bytes), declared);
  const size_t colon = whole.find(':');
  // Any prefix may stand before the names of a feed.
  const std::string root =
      colon == std::string::npos || whole == "rdf:rdf" ? whole : whole.substr(colon + 1);
  if (is_one_of(root, {"rss", "feed", "rdf:rdf", "opml"})) {
    return "is a feed, no page: fetch the pages that it names (curl -O, wget) and read these";
  }
  if (is_one_of(root, {"urlset", "sitemapindex"})) {
    return "is a sitemap, no page: fetch the pages that it names (curl -O, wget) and read these";
  }
  // Pages that say "<?xml" begin with some element of HTML, and be it a wrong one.
  const bool of_html = is_one_of(root, {"html", "head", "body", "div", "p", "title", "meta", "link",
                                        "script", "article", "table", "center", "a", ""});
  if (declared && !named_html && !of_html) return fmt::format("is XML (<{}>), no page", root);
  return {};
}

}  // namespace synoptic::collect
