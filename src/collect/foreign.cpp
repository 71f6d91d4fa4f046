#include "collect/foreign.h"

#include <fmt/format.h>

#include "base/strings.h"

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

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  for (const std::string_view other : names) {
    if (name == other) return true;
  }
  return false;
}

}  // namespace

std::string why_foreign(std::string_view bytes, bool named_html) {
  if (bytes.starts_with("%PDF-")) return "is a PDF file; text and HTML are read";
  if (bytes.starts_with("WARC/1.") || bytes.starts_with("WARC/0.")) {
    return "is a WARC file: it is read under a name that ends in .warc or .warc.gz, or on standard "
           "input";
  }
  bool declared = false;
  const std::string root = root_of(bytes, declared);
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
