#include "clean/html/html_titles.h"

#include <algorithm>
#include <array>

#include "clean/html/html_cues.h"
#include "clean/page.h"
#include "knowledge/calendar.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

constexpr std::array<std::string_view, 24> kSeparators = {
    " | ", " - ", " – ", " — ", " :: ", " · ", " • ", " » ", " « ", " / ", " // ", " ~ ",
    " < ", " ― ", "｜",  "丨",  "_",    "|",   "——",  "--",  "—",   "-",   " : ",  ": "};
// The site's name is shorter than this many columns (a character without spaces counts three).
constexpr uint32_t kWidestSite = 40;
constexpr uint32_t kWidestNamedSite = 80;  // where its address says that it is one

constexpr size_t kMostParts = 12;
constexpr size_t kMostTitles = 60;

struct Part {
  size_t begin, end;
};

// Dashes without blanks stand inside words too ("COVID-19"): only between ideographs are they
// taken for separators.
bool parts_words(std::string_view text, size_t at, std::string_view separator) {
  if (separator != "-" && separator != "--" && separator != "—") return true;
  if (at == 0 || at + separator.size() >= text.size()) return false;
  const char32_t next = text::decode(text, at + separator.size()).value;
  const bool opens = next == 0x300A || next == 0x3010 || next == 0x300C;  // 《, 【, 「
  const char32_t before = text::decode_before(text, at).value;
  const bool closes = before == 0x300B || before == 0x3011 || before == 0x300D ||
                      (separator == "--" && (before == 0x201D || before == 0xFF1F));
  return (closes || text::is_spaceless(before)) && (opens || text::is_spaceless(next));
}

// By its first bytes: most blanks stand between words.
bool may_begin_separator(std::string_view text, size_t at) {
  const auto is_one_of = [](std::string_view bytes, char c) {
    bool found = false;
    for (const char byte : bytes) found |= byte == c;
    return found;
  };
  if (text[at] == ' ') {
    return at + 1 < text.size() && is_one_of("|-:/~<\xC2\xE2", text[at + 1]);
  }
  return is_one_of("_|-:\xE2\xE4\xEF", text[at]);
}

std::vector<Part> parts_of(std::string_view text) {
  std::vector<Part> parts;
  size_t begin = 0;
  for (size_t i = 0; i < text.size();) {
    if (!may_begin_separator(text, i)) {
      ++i;
      continue;
    }
    const auto found = std::find_if(kSeparators.begin(), kSeparators.end(), [&](auto separator) {
      return text.substr(i).starts_with(separator) && parts_words(text, i, separator);
    });
    if (found == kSeparators.end()) {
      ++i;
      continue;
    }
    parts.push_back({begin, i});
    i += found->size();
    begin = i;
  }
  parts.push_back({begin, text.size()});
  return parts;
}

// "Site, 14.03.2025": the day is not of its name.
StatedValue site_piece(const StatedValue& whole, size_t begin, size_t end) {
  constexpr size_t kLongestDay = 30;  // bytes
  const std::string_view words = std::string_view(whole.text).substr(begin, end - begin);
  const size_t comma = words.rfind(',');
  if (comma == words.npos || comma == 0 || words.size() - comma > kLongestDay) {
    return part_of(whole, begin, end);
  }
  const bool dated = knowledge::parse_date(text::trim_space(words.substr(comma + 1))).has_value();
  return part_of(whole, begin, dated ? begin + comma : end);
}

bool holds(const std::vector<std::string>& keys, const std::string& key) {
  return !key.empty() && std::find(keys.begin(), keys.end(), key) != keys.end();
}

std::vector<std::string> keys_of(const std::vector<std::string>& names) {
  std::vector<std::string> keys;
  for (const std::string& name : names) keys.push_back(key_of(name));
  return keys;
}

// "The Quay Post and Advertiser of Elm" of quaypost.example.
bool holds_name(std::string_view words, const std::vector<std::string>& sites) {
  constexpr size_t kShortest = 6;
  const std::string key = key_of(words);
  return std::ranges::any_of(keys_of(sites), [&](const std::string& site) {
    return site.size() >= kShortest && key.find(site) != std::string::npos;
  });
}

bool is_headline(html::Tag tag) {
  return tag == html::Tag::h1 || tag == html::Tag::h2 || tag == html::Tag::h3 ||
         tag == html::Tag::h4;
}

// Links to sections carry names of their own; a site's name leads to its front page or nowhere.
bool names_the_site(const html::Document& document, uint32_t text) {
  const auto& nodes = document.nodes();
  int steps = 0;
  for (uint32_t i = nodes[text].parent; i != html::kNone && ++steps < 6; i = nodes[i].parent) {
    if (nodes[i].tag == html::Tag::title || nodes[i].tag == html::Tag::script ||
        is_headline(nodes[i].tag)) {
      return false;
    }
    if (nodes[i].tag != html::Tag::a) continue;
    const std::string_view address = document.attribute_value(nodes[i], "href");
    const size_t scheme = address.find("://");
    const size_t path = address.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
    return path == std::string_view::npos ? scheme != std::string_view::npos
                                          : path + 1 == address.size();
  }
  return true;
}

// <span id="news-title">: the headline of a page without headings.
bool stands_as_title(const html::Document& document, uint32_t text) {
  const uint32_t parent = document.nodes()[text].parent;
  if (parent == html::kNone) return false;
  const html::Node& node = document.nodes()[parent];
  return kind_of_names(document.attribute_value(node, "id")) == "+title" ||
         kind_of_names(document.attribute_value(node, "class")) == "+title";
}

}  // namespace

StatedValue part_of(const StatedValue& whole, size_t begin, size_t end) {
  const std::string_view text = std::string_view(whole.text).substr(begin, end - begin);
  const std::string_view inner = text::trim_space(text);
  StatedValue out{std::string(inner), whole.span};
  // Exact only where the bytes of the source are those of the text.
  if (whole.span.size() == whole.text.size() && !inner.empty()) {
    const auto at = static_cast<uint32_t>(inner.data() - whole.text.data());
    out.span = {whole.span.begin + at, whole.span.begin + at + static_cast<uint32_t>(inner.size())};
  }
  return out;
}

SeenNames names_on_page(const html::Document& document, const StatedValue& page_title,
                        bool site_known) {
  SeenNames seen;
  const std::string_view title = page_title.text;
  const std::vector<Part> parts = parts_of(title);
  if (parts.size() < 2 || parts.size() > kMostParts) return seen;
  const auto words_at = [&](const Part& part) {
    return title.substr(part.begin, part.end - part.begin);
  };
  // What stands before a colon is the headline's own subject, as a rule.
  const bool colon =
      title.substr(parts[0].end, parts[1].begin - parts[0].end).find(':') != std::string_view::npos;
  const std::string first = colon ? std::string() : key_of(words_at(parts.front()));
  const std::string last = key_of(words_at(parts.back()));
  // Folding every short text of a page costs more than all the rest: most differ in length.
  const auto is_as_long = [](std::string_view words, const std::string& key) {
    return !key.empty() && words.size() + 2 >= key.size() && words.size() <= key.size() + 12;
  };
  const size_t shortest = first.empty()  ? last.size()
                          : last.empty() ? first.size()
                                         : std::min(first.size(), last.size());
  const auto& nodes = document.nodes();
  bool has_heading = false, titled = false;
  for (uint32_t i = 0; i < nodes.size(); ++i) {
    has_heading |= nodes[i].tag == html::Tag::h1;
    if (is_headline(nodes[i].tag) && seen.titles.size() < kMostTitles &&
        nodes[i].subtree_end - i < 50) {
      seen.titles.push_back(document.text_content(i));
    }
    if (site_known || nodes[i].kind != html::NodeKind::kText || nodes[i].text().size() > 200 ||
        nodes[i].text().size() + 2 < shortest) {
      continue;
    }
    const std::string_view words = text::trim_space(nodes[i].text());
    if (words.empty() || seen.sites.size() >= 4) continue;
    if (!is_as_long(words, first) && !is_as_long(words, last)) continue;
    const std::string key = key_of(words);
    titled |= key == first && stands_as_title(document, i);
    if (!key.empty() && (key == first || key == last) && width_of(words) <= kWidestSite &&
        names_the_site(document, i)) {
      seen.sites.emplace_back(words);
    }
  }
  // "Site: Headline" of a page without headings: its longer part, alone in an element, is the
  // headline and not the site.
  if (colon && !has_heading && parts.size() == 2 &&
      width_of(words_at(parts.back())) > width_of(words_at(parts.front()))) {
    seen.titles.insert(seen.titles.end(), seen.sites.begin(), seen.sites.end());
    seen.sites.clear();
  }
  // "Headline--Section--Site": in front stands the headline where its element says so or it is
  // much the wider.
  titled |= 2 * width_of(words_at(parts.front())) > 3 * width_of(words_at(parts.back()));
  if (!colon && !has_heading && titled) {
    for (const std::string& site : seen.sites) {
      if (key_of(site) == first) seen.titles.push_back(site);
    }
    std::erase_if(seen.sites, [&](const std::string& site) { return key_of(site) == first; });
  }
  return seen;
}

StatedTitle cut_page_title(const StatedValue& page_title, const std::vector<std::string>& sites,
                           const std::vector<std::string>& titles, bool known_only) {
  StatedTitle out{page_title, {}};
  const std::string_view text = page_title.text;
  // "Headline-Site": a dash without blanks is one before a known name only.
  if (const size_t dash = text.rfind('-'); dash != text.npos && dash > 0 && text[dash - 1] != '-' &&
                                           holds(keys_of(sites), key_of(text.substr(dash + 1)))) {
    StatedTitle rest = cut_page_title(part_of(page_title, 0, dash), sites, titles, known_only);
    if (rest.site.text.empty()) rest.site = site_piece(page_title, dash + 1, text.size());
    if (!rest.title.text.empty()) return rest;
  }
  const std::vector<Part> parts = parts_of(text);
  if (parts.size() < 2 || parts.size() > kMostParts) return out;
  const auto key = [&](size_t first, size_t last) {
    return key_of(text.substr(parts[first].begin, parts[last].end - parts[first].begin));
  };
  size_t first = 0, last = parts.size() - 1;
  const std::vector<std::string> title_keys = keys_of(titles), site_keys = keys_of(sites);
  // The longest run of parts that is a headline of the page.
  for (size_t end = parts.size(); end-- > 0;) {
    if (!holds(title_keys, key(0, end)) || end == last) continue;
    out.title = part_of(page_title, parts[0].begin, parts[end].end);
    out.site = site_piece(page_title, parts[last].begin, parts[last].end);
    return out;
  }
  // The same with the site's name in front.
  const bool site_first = std::ranges::any_of(site_keys, [&](const std::string& site) {
    return !site.empty() && key(0, 0).starts_with(site);
  });
  for (size_t begin = 1; begin <= last && (!known_only || site_first); ++begin) {
    if (!holds(title_keys, key(begin, last))) continue;
    // "Headline :: Site", and the heading holds the site's name.
    const auto width = [&](size_t from, size_t to) {
      return width_of(text.substr(parts[from].begin, parts[to].end - parts[from].begin));
    };
    if (width(0, begin - 1) > 2 * width(begin, last)) continue;
    out.title = part_of(page_title, parts[begin].begin, parts[last].end);
    out.site = site_piece(page_title, parts[0].begin, parts[0].end);
    return out;
  }
  const auto is_date = [&](size_t part) {
    const auto words = text.substr(parts[part].begin, parts[part].end - parts[part].begin);
    return words.size() <= 30 && knowledge::parse_date(words).has_value();
  };
  while (last > first) {
    if (holds(site_keys, key(last, last)))
      out.site = site_piece(page_title, parts[last].begin, parts[last].end);
    else if (!is_date(last))
      break;
    --last;
  }
  if (first < last && out.site.text.empty() && holds(site_keys, key(0, 0))) {
    out.site = site_piece(page_title, parts[0].begin, parts[0].end);
    ++first;
  }
  // Nothing known: short parts behind a long one are section and site.
  if (!known_only && (out.site.text.empty() || last > first)) {
    const bool named = !out.site.text.empty();
    while (last > first) {
      const StatedValue tail = site_piece(page_title, parts[last].begin, parts[last].end);
      const uint32_t head =
          width_of(text.substr(parts[first].begin, parts[last - 1].end - parts[first].begin));
      // A colon parts a headline as often as it parts the site from it.
      if (text.substr(parts[last - 1].end).starts_with(": ") ||
          text.substr(parts[last - 1].end).starts_with(" : ")) {
        break;
      }
      const bool by_address = last == parts.size() - 1 && holds_name(tail.text, sites);
      const uint32_t widest = named ? kWidestSite / 2 : by_address ? kWidestNamedSite : kWidestSite;
      const double narrower = by_address ? 1.0 : 1.2;  // than what stands in front
      if (width_of(tail.text) > widest || head < narrower * width_of(tail.text)) break;
      if (out.site.text.empty()) out.site = tail;
      --last;
      // "Headline | Part | Section | Site": strokes part nothing else.
      const bool stroke = text.substr(parts[last].end).starts_with(" | ");
      if (named && !stroke) break;
    }
  }
  out.title = part_of(page_title, parts[first].begin, parts[last].end);
  return out;
}

}  // namespace synoptic::clean
