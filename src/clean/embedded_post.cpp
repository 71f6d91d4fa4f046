#include "clean/embedded_post.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/strings.h"
#include "url/url.h"

namespace synoptic::clean {
namespace {

constexpr size_t kLongestName = 60;  // longer ones are made by machines

template <size_t kCount>
bool has_one(std::string_view name, const std::array<std::string_view, kCount>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return name.find(word) != std::string_view::npos;
  });
}

bool names_network(std::string_view name) {
  // Two letters are one where a seam parts them from the next word.
  constexpr std::array<std::string_view, 4> kShort{"fb-", "fb_", "vk-", "vk_"};
  constexpr std::array<std::string_view, 14> kLong{
      "twitter",  "tweet",    "instagram", "tiktok", "bluesky", "bsky",        "mastodon",
      "facebook", "telegram", "tgme",      "weibo",  "reddit",  "truthsocial", "vkontakte"};
  for (const std::string_view word : kShort) {
    const size_t at = name.find(word);
    if (at != name.npos && (at == 0 || name[at - 1] == '-' || name[at - 1] == '_')) return true;
  }
  return has_one(name, kLong);
}

bool names_post(std::string_view name, bool quote) {
  constexpr std::array<std::string_view, 10> kShapes{"embed",  "post",  "tweet", "media",  "card",
                                                     "widget", "quote", "xfbml", "message"};
  // Buttons and streams; a class that says what is inside.
  constexpr std::array<std::string_view, 10> kOthers{
      "share", "follow", "button", "icon", "timeline", "feed", "login", "has-", "with-", "count"};
  if (name == "text-post-media") return true;  // of Threads
  return names_network(name) && (quote || has_one(name, kShapes)) && !has_one(name, kOthers);
}

}  // namespace

bool names_embedded_post(std::string_view names, bool quote) {
  std::string lower;
  for (size_t at = 0; at < names.size();) {
    const size_t end = std::min(names.find(' ', at), names.size());
    const std::string_view name = names.substr(at, end - at);
    at = end + 1;
    if (name.size() < 5 || name.size() > kLongestName) continue;
    lower = ascii_lower(name);
    if (names_post(lower, quote)) return true;
  }
  return false;
}

bool leads_to_post(std::string_view address) {
  struct Site {
    std::string_view host, path;
  };
  constexpr std::array<Site, 15> kSites{{{"twitter.com", "/status/"},
                                         {"x.com", "/status/"},
                                         {"instagram.com", "/p/"},
                                         {"instagram.com", "/reel/"},
                                         {"facebook.com", "/posts/"},
                                         {"facebook.com", "/permalink"},
                                         {"tiktok.com", "/video/"},
                                         {"bsky.app", "/post/"},
                                         {"threads.net", "/post/"},
                                         {"threads.com", "/post/"},
                                         {"vk.com", "/wall"},
                                         {"truthsocial.com", "/posts/"},
                                         {"reddit.com", "/comments/"},
                                         {"t.me", "/"},
                                         {"weibo.com", "/"}}};
  const auto parsed = url::parse(address);
  if (!parsed) return false;
  std::string_view host = parsed->host;
  for (const std::string_view front : {"www.", "m.", "mobile."}) {
    if (host.starts_with(front)) host.remove_prefix(front.size());
  }
  return std::any_of(kSites.begin(), kSites.end(), [&](const Site& site) {
    if (host != site.host || parsed->path.find(site.path) == std::string::npos) return false;
    // A channel, or a post of it.
    return site.path != "/" || std::count(parsed->path.begin(), parsed->path.end(), '/') == 2;
  });
}

bool is_embedded_post(const html::Document& document, uint32_t node) {
  using html::Tag;
  const html::Node& element = document.nodes()[node];
  const bool quote = element.tag == Tag::blockquote;
  if (!quote && element.tag != Tag::div && element.tag != Tag::figure &&
      element.tag != Tag::section) {
    return false;
  }
  const std::string_view names = document.attribute_value(element, "class");
  return !names.empty() && names_embedded_post(names, quote);
}

}  // namespace synoptic::clean
