#include "clean/html/html_listing.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

#include "clean/main_text/main_text_pieces.h"
#include "clean/page.h"
#include "clean/site.h"

namespace synoptic::clean {
namespace {

constexpr size_t kFewestTeasers = 6;
constexpr uint32_t kLeastHeadline = 15;  // letters
constexpr uint32_t kLeastBlurb = 30, kMostBlurb = 450;
constexpr uint32_t kLongText = 700;   // of its own that makes a page an article all the same
constexpr uint32_t kShortText = 120;  // under a headline of its own

class ListReader {
 public:
  explicit ListReader(const HtmlPage& page) : page_(page), domain_(site_of(page.base).domain) {}

  bool read() {
    collect();
    const size_t teasers = std::max(count_headed(), count_same_links());
    if (teasers < kFewestTeasers) return false;
    uint32_t own = 0, listed = 0, first = 0;
    bool begun = false, titled = false;
    for (size_t i = 0; i < seen_.size(); ++i) {
      const PagePiece& p = *seen_[i];
      begun |= taken_[i];
      if (!begun && p.piece.level == 1 && link_share(p) < 0.5) titled = true;
      if (!is_blurb(p)) continue;
      (taken_[i] ? listed : own) += p.weight;
      if (!begun && titled) first += p.weight;
    }
    if (titled && first > kShortText) return false;  // a short report above the others
    return own < kLongText && own * 2 < listed;
  }

 private:
  bool stands_beside(uint32_t node) const {
    for (uint32_t i = node; i != html::kNone; i = page_.document.nodes()[i].parent) {
      const ElementKind kind = page_.kinds[i];
      if (kind == "related" || kind == "sidebar" || kind == "footer" || kind == "navigation" ||
          kind == "comments" || page_.document.nodes()[i].tag == html::Tag::aside) {
        return true;
      }
    }
    return false;
  }

  void collect() {
    for (const PagePiece& p : page_.pieces) {
      const std::string_view reason = p.piece.reason;
      if (p.weight == 0 || reason == "script" || reason == "style" || reason == "control") continue;
      if (!stands_beside(p.node)) seen_.push_back(&p);
    }
    taken_.assign(seen_.size(), false);
  }

  static bool is_blurb(const PagePiece& p) {
    return p.weight >= kLeastBlurb && link_share(p) < 0.3 &&
           p.piece.kind != model::BlockKind::kHeading;
  }

  // Where on the site a link leads; empty: elsewhere, or to a place of this page.
  std::string_view target(const Link& link) const {
    const std::string_view address = link.url;
    if (address.empty() || address.front() == '#') return {};
    size_t host = address.find("://");
    if (host == std::string_view::npos) return address;
    host += 3;
    if (domain_.empty()) return {};
    const std::string_view name = address.substr(host, address.find_first_of("/?#", host) - host);
    return name.ends_with(domain_) ? address : std::string_view();
  }

  // The headline may be a line of its own, or the front of its blurb's.
  size_t count_headed() {
    std::set<std::string_view> leads;
    size_t headline = seen_.size();
    for (size_t i = 0; i < seen_.size(); ++i) {
      const PagePiece& p = *seen_[i];
      if (p.piece.links.empty()) {
        if (is_blurb(p) && p.weight < kMostBlurb && headline < i && i - headline <= 3) {
          leads.insert(target(seen_[headline]->piece.links.front()));
          taken_[i] = true;
          headline = seen_.size();
        }
        continue;
      }
      const Link& link = p.piece.links.front();
      if (link.range.begin > 2 || width_of(link.range.of(p.piece.text)) < kLeastHeadline ||
          target(link).empty()) {
        continue;
      }
      if (link_share(p) > 0.8) {
        headline = i;
      } else if (p.weight < kMostBlurb && p.piece.links.size() == 1) {
        leads.insert(target(link));
        taken_[i] = true;
      }
    }
    return leads.size();
  }

  // Where links of the same words lead.
  using Targets = std::unordered_map<std::string, std::set<std::string_view>>;
  Targets targets_by_words() const {
    constexpr size_t kLongestWords = 60;  // bytes
    Targets targets;
    for (const PagePiece* p : seen_) {
      for (const Link& link : p->piece.links) {
        const std::string_view words = link.range.of(p->piece.text);
        if (words.size() < kLongestWords) targets[key_of(words)].insert(target(link));
      }
    }
    return targets;
  }

  // "Read more", to another page each time, under a blurb.
  size_t count_same_links() {
    std::optional<Targets> targets;  // of few pages, since they cost more than all the rest
    size_t most = 0;
    for (size_t i = 1; i < seen_.size(); ++i) {
      const PagePiece& p = *seen_[i];
      if (p.piece.links.empty()) continue;
      const Link& link = p.piece.links.back();
      const bool own_line = link_share(p) > 0.8;
      const size_t blurb = own_line ? i - 1 : i;
      const bool fits = own_line ? is_blurb(*seen_[blurb]) : is_blurb(p);
      if (!fits || seen_[blurb]->weight >= kMostBlurb || target(link).empty()) continue;
      if (!targets) targets = targets_by_words();
      const auto leads = targets->find(key_of(link.range.of(p.piece.text)));
      if (leads == targets->end() || leads->second.size() < kFewestTeasers) continue;
      taken_[blurb] = true;
      ++most;
    }
    return most;
  }

  const HtmlPage& page_;
  const std::string domain_;  // of the site
  std::vector<const PagePiece*> seen_;
  std::vector<bool> taken_;  // blurbs
};

}  // namespace

bool is_list_of_teasers(const HtmlPage& page) { return ListReader(page).read(); }

}  // namespace synoptic::clean
