#include "watch/identity.h"

#include <algorithm>
#include <unordered_set>

#include "base/hash.h"
#include "base/strings.h"
#include "model/stamp.h"
#include "text/fold.h"
#include "text/words.h"
#include "url/url.h"

namespace synoptic::watch {
namespace {

constexpr size_t kPhrase = 3;             // words
constexpr double kLeastShared = 1.0 / 3;  // of the shorter text's phrases
constexpr double kNearlyAll = 0.8;

std::string site_of(std::string_view address) {
  return url::registrable_domain(url::host_of(address));
}

// A copy names the original's address as canonical; it is another page all the same.
bool is_of_another_site(const model::Article& article) {
  if (article.url.empty() || article.capture_url.empty()) return false;
  const std::string own = site_of(article.url), from = site_of(article.capture_url);
  return !own.empty() && !from.empty() && own != from;
}

// Some sites name their home page as the canonical address of every article.
bool is_home_page(const std::string& address) {
  const auto parsed = url::parse(address);
  return parsed && (parsed->path.empty() || parsed->path == "/") && parsed->query.empty();
}

std::unordered_set<uint64_t> phrases(const model::Article& article) {
  std::unordered_set<uint64_t> out;
  const std::string folded = text::fold_copy(model::body_text(article));
  const auto words = text::words(folded);
  for (size_t i = 0; i + kPhrase <= words.size(); ++i) {
    uint64_t hash = fnv1a("");
    for (size_t j = i; j < i + kPhrase; ++j) hash = fnv1a(words[j].range.of(folded), hash) * 31;
    out.insert(hash);
  }
  return out;
}

// How many of the shorter text's phrases stand in the other one, 0 … 1.
double shared(const model::Article& before, const model::Article& after) {
  const auto a = phrases(before), b = phrases(after);
  const auto& small = a.size() < b.size() ? a : b;
  const auto& large = a.size() < b.size() ? b : a;
  if (small.empty()) return 0;
  const auto both = std::count_if(small.begin(), small.end(),
                                  [&](uint64_t phrase) { return large.contains(phrase); });
  return static_cast<double>(both) / static_cast<double>(small.size());
}

bool is_same_title(const model::Article& a, const model::Article& b) {
  return !a.title.empty() && text::fold_copy(a.title) == text::fold_copy(b.title);
}

// Where a page lay: its address, else the name of its file. Empty: that tells nothing, as of
// standard input and of a line in a file of pages.
std::string place_of(const model::Article& article, bool by_address) {
  if (by_address) return url::canonical(article.capture_url);
  const size_t colon = article.path.rfind(':');
  const bool is_line =
      colon != std::string::npos && is_ascii_digits(article.path.substr(colon + 1));
  return is_line || article.path == "-" ? "" : article.path.substr(article.path.rfind('/') + 1);
}

// The last minute that the value covers.
int64_t end_of(const model::DateValue& value) {
  if (value.precision >= model::Precision::kHour) return model::minutes_since_epoch(value);
  return model::minutes_since_epoch(model::last_day(value)) + 24 * 60 - 1;
}

bool is_before(const model::DateValue& a, const model::DateValue& b) {
  return end_of(a) < model::minutes_since_epoch(b);
}

}  // namespace

std::string identity_of(const model::Article& article, bool alone) {
  if (!article.url.empty() && !is_home_page(article.url) && !is_of_another_site(article)) {
    return "url:" + url::canonical(article.url) +
           (alone ? "" : "#" + std::to_string(article.index));
  }
  return identity_by_place(article);
}

std::string identity_by_place(const model::Article& article) {
  const std::string place = "#" + std::to_string(article.index);
  if (!article.capture_url.empty()) return "capture:" + url::canonical(article.capture_url) + place;
  if (article.path.empty() || article.path == "-" || article.path.starts_with("-:")) return "";
  return "path:" + article.path + place;
}

bool is_weak(std::string_view identity) {
  return !identity.starts_with("url:") || identity.find('#') != std::string_view::npos;
}

bool is_one_page(const model::Article& before, const model::Article& after) {
  const bool by_address = !before.capture_url.empty() && !after.capture_url.empty();
  const std::string left = place_of(before, by_address), right = place_of(after, by_address);
  const bool are_known = !left.empty() && !right.empty();
  if (left == right && are_known) return true;
  const bool is_titled_alike = is_same_title(before, after);
  if (!are_known && is_titled_alike) return true;
  const bool is_near = is_titled_alike || !are_known;
  return shared(before, after) >= (is_near ? kLeastShared : kNearlyAll);
}

bool is_edited(const model::Article& before, const model::Article& after) {
  return is_same_title(before, after) || shared(before, after) >= kLeastShared;
}

bool is_same_text(const model::Article& a, const model::Article& b) {
  return a.title == b.title &&
         std::equal(a.blocks.begin(), a.blocks.end(), b.blocks.begin(), b.blocks.end(),
                    [](const model::Block& left, const model::Block& right) {
                      return left.kind == right.kind && left.text == right.text;
                    });
}

bool is_older(const model::Article& a, const model::Article& b) {
  const auto left = model::parse_iso(a.fetched), right = model::parse_iso(b.fetched);
  if (left && right) {
    if (is_before(*left, *right)) return true;
    if (is_before(*right, *left)) return false;
  }
  return a.modified && b.modified && is_before(a.modified->value, b.modified->value);
}

std::string revised_at(const model::Article& article) {
  const auto& published = article.published;
  if (article.modified && (!published || is_before(published->value, article.modified->value))) {
    model::Article dated;  // for the zone, which is guessed as that of the first date is
    dated.published = article.modified;
    dated.zone_inferred = article.zone_inferred;
    return model::stamp_of(dated);
  }
  const auto fetched = model::parse_iso(article.fetched);
  if (!fetched || (published && is_before(*fetched, published->value))) return {};
  return model::stamp_of(*fetched);
}

}  // namespace synoptic::watch
