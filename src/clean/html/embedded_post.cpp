#include "clean/html/embedded_post.h"

#include <algorithm>
#include <array>
#include <cstdint>
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

// Two letters in a row of each word above, rare ones: few lists of names have any of them.
bool may_name_network(std::string_view names) {
  constexpr std::array<std::string_view, 11> kPairs{"fb", "vk", "tw", "am", "ok", "ky",
                                                    "do", "gm", "ib", "dd", "hs"};
  constexpr uint32_t kNoLetter = 31;
  constexpr auto letter_of = [](char c) {
    const auto letter = static_cast<unsigned char>((c | 0x20) - 'a');
    return letter < 26 ? uint32_t{letter} : kNoLetter;
  };
  constexpr auto kBehind = [=] {  // by a pair's first letter, a bit for each second one
    std::array<uint32_t, 32> behind{};
    for (const std::string_view pair : kPairs) {
      behind[letter_of(pair[0])] |= 1u << letter_of(pair[1]);
    }
    return behind;
  }();
  uint32_t wanted = 0;
  for (const char c : names) {
    const uint32_t letter = letter_of(c);
    if ((wanted >> letter & 1) != 0) return true;
    wanted = kBehind[letter];
  }
  return false;
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
  if (!may_name_network(names) && names.find("xt-post-media") == names.npos) return false;
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
  // <amp-twitter>, <twitter-embed>: elements of their own.
  const std::string_view own = element.tag == Tag::unknown ? element.name() : std::string_view();
  if (own.find('-') != own.npos && names_network(own)) return true;
  const bool quote = element.tag == Tag::blockquote;
  if (!quote && element.tag != Tag::div && element.tag != Tag::figure &&
      element.tag != Tag::section) {
    return false;
  }
  const std::string_view names = document.attribute_value(element, "class");
  return !names.empty() && names_embedded_post(names, quote);
}

}  // namespace synoptic::clean
