#include "clean/html/site_links.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/strings.h"
#include "clean/site.h"
#include "url/url.h"

namespace synoptic::clean {
namespace {

constexpr size_t kFewestSections = 4;
constexpr size_t kFewestHosts = 3;

// Words of addresses are English whatever the site's language is.
constexpr std::array<std::string_view, 5> kSkinKeys{"theme", "skin", "style", "colour", "color"};
constexpr std::array<std::string_view, 8> kTopicWords{"topic", "topics", "tag",      "tags",
                                                      "tid",   "search", "category", "section"};

struct QueryPart {
  std::string_view key, value;
};

// Calls visit(part) for each "key=value" of the query, until it returns true.
template <typename Visit>
void each_query_part(std::string_view query, Visit visit) {
  while (!query.empty()) {
    const std::string_view part = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(part.size() + 1, query.size()));
    const size_t equal = part.find('=');
    if (equal == std::string_view::npos) continue;
    if (visit(QueryPart{part.substr(0, equal), part.substr(equal + 1)})) return;
  }
}

bool is_feed(const SiteLink& link, std::string_view path) {
  // Most links end in nothing of the kind; lower case is made for those that may.
  const bool short_label = link.label.size() <= 4;
  const std::string_view tail = path.substr(path.size() - std::min<size_t>(path.size(), 10));
  const auto may_end_a_feed = [](char c) {
    const char lower = c | 0x20;
    return lower == 's' || lower == 'd' || lower == 'm' || lower == 'n';
  };
  if (!short_label && std::none_of(tail.begin(), tail.end(), may_end_a_feed)) return false;
  const std::string lower = ascii_lower(tail);
  if (lower.ends_with(".rss") || lower.ends_with(".atom") || lower.ends_with("/feed") ||
      lower.ends_with("/feed/") || lower.ends_with("/rss") || lower.ends_with("/feed.json")) {
    return true;
  }
  if (!short_label) return false;
  const std::string label = ascii_lower(link.label);
  if (label != "rss" && label != "atom" && label != "feed") return false;
  const std::string whole = ascii_lower(path);
  return lower.ends_with(".xml") || whole.find("rss") != std::string::npos ||
         whole.find("feed") != std::string::npos;
}

// The front page of a host, by the address as written.
bool leads_to_front(std::string_view address) {
  if (address.starts_with("https:")) address.remove_prefix(6);
  if (address.starts_with("http:")) address.remove_prefix(5);
  if (address.starts_with("//")) {
    const auto ends_host = [](char c) { return c == '/' || c == '?' || c == '#'; };
    const auto path = std::find_if(address.begin() + 2, address.end(), ends_host);
    address = path == address.end() ? "/" : address.substr(path - address.begin());
  }
  return address.empty() || address == "/" || address.starts_with("/?") ||
         address.starts_with("/#");
}

// "/?issue=20251005": eight digits that are a day.
void add_archive_day(const SiteLink& link, PageFacts& facts) {
  const std::string_view url = link.url;
  // Eight digits in a row have one in every eighth place.
  bool may_be = false;
  for (size_t at = 7; at < url.size(); at += 8) may_be |= url[at] >= '0' && url[at] <= '9';
  if (!may_be) return;
  const auto next_number = [&](size_t at) {
    while (at < url.size() && url[at] != '1' && url[at] != '2') ++at;
    return at;
  };
  for (size_t at = next_number(0); at < url.size();) {
    size_t end = at;
    while (end < url.size() && url[end] >= '0' && url[end] <= '9') ++end;
    const bool begins = at == 0 || url[at - 1] < '0' || url[at - 1] > '9';
    const std::string_view digits = url.substr(at, end - at);
    const size_t here = at;
    at = next_number(std::max(end, at + 1));
    if (!begins || digits.size() != 8) continue;
    model::DateEvidence evidence;
    evidence.value.year = std::stoi(std::string(digits.substr(0, 4)));
    evidence.value.month = std::stoi(std::string(digits.substr(4, 2)));
    evidence.value.day = std::stoi(std::string(digits.substr(6, 2)));
    if (evidence.value.year < 1990 || evidence.value.year > 2100 ||
        !model::is_valid(evidence.value)) {
      continue;
    }
    evidence.role = "navigation";
    evidence.where = "url";
    evidence.rule = "archive link";
    const auto begin = link.span.begin + static_cast<uint32_t>(here);
    evidence.span = {begin, begin + 8};
    facts.dates.push_back(std::move(evidence));
    return;
  }
}

void add_unique(std::vector<std::string>& list, std::string value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(std::move(value));
}

// A run of list items that lead to the site's own hosts: its sections.
void add_sections(const std::vector<SiteLink>& run, std::string_view page_url, PageFacts& facts) {
  if (run.size() < kFewestSections || facts.metadata.contains("site.sections")) return;
  const std::string own = site_of(page_url).domain;
  std::set<std::string> hosts;
  for (const SiteLink& link : run) {
    const std::string host = url::host_of(url::resolve(page_url, link.url));
    if (own.empty() || url::registrable_domain(host) != own) return;
    hosts.insert(host);
  }
  if (hosts.size() < kFewestHosts) return;
  for (const SiteLink& link : run) facts.metadata["site.sections"].emplace_back(link.label);
}

void add_topic(const SiteLink& link, const url::Url& target, PageFacts& facts) {
  bool topical = false;
  for (const std::string_view part : split_trimmed(target.path, '/')) {
    topical |= std::find(kTopicWords.begin(), kTopicWords.end(), part) != kTopicWords.end();
  }
  if (!topical || link.label.empty() || facts.metadata.contains("topic")) return;
  facts.metadata["topic"].emplace_back(link.label);
  facts.metadata["topic.url"].push_back(target.href());
  each_query_part(target.query, [&](const QueryPart& part) {
    if (!is_ascii_digits(part.value)) return false;
    facts.metadata["topic.id"].emplace_back(part.value);
    return true;
  });
}

}  // namespace

void collect_site_links(const std::vector<SiteLink>& links, std::string_view page_url,
                        PageFacts& facts) {
  std::vector<SiteLink> run;
  for (const SiteLink& link : links) {
    if (!link.image) add_archive_day(link, facts);
    // Without the page's own address only the query can be looked at.
    const auto target = [&] { return url::parse(url::resolve(page_url, link.url)); };
    const size_t mark = link.url.find('?');
    if (mark != std::string::npos) {
      each_query_part(link.url.substr(mark + 1), [&](const QueryPart& part) {
        if (std::find(kSkinKeys.begin(), kSkinKeys.end(), part.key) != kSkinKeys.end()) {
          add_unique(facts.metadata["site.skins"],
                     std::string(link.label) + " (" + std::string(part.value) + ")");
        }
        return false;
      });
    }
    if (link.image) {
      if (const auto whole = target()) add_topic(link, *whole, facts);
    } else if (is_feed(link, link.url.substr(0, mark))) {
      const auto whole = target();
      add_unique(facts.metadata["feed"], whole ? whole->href() : std::string(link.url));
    }
    if (link.item && !link.image && leads_to_front(link.url)) {
      run.push_back(link);
    } else {
      add_sections(run, page_url, facts);
      run.clear();
    }
  }
  add_sections(run, page_url, facts);
}

}  // namespace synoptic::clean
