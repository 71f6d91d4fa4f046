#include "watch/entry.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/hash.h"
#include "text/utf8.h"

namespace synoptic::watch {
namespace {

constexpr size_t kMostValues = 4;    // in a line for people
constexpr size_t kMostLetters = 80;  // of a value there

constexpr std::array<std::string_view, 7> kNames{
    "new_difference", "difference_gone", "new_single", "single_confirmed",
    "updated",        "verdict_changed", "revision"};

std::string cut(std::string_view text) {
  std::string out;
  size_t count = 0;
  for (size_t at = 0; at < text.size();) {
    const auto c = text::decode(text, at);
    if (++count > kMostLetters) return out + "…";
    // Line breaks and controls would tear the line.
    out += c.value < 0x20 ? std::string(" ") : std::string(text.substr(at, c.length));
    at += c.length;
  }
  return out;
}

// Text between FSI and PDI (UAX #9), so that its direction cannot disturb the line around it.
std::string isolated(std::string_view text, std::string_view dir) {
  return dir == "rtl" ? fmt::format("\u2068{}\u2069", text) : std::string(text);
}

const Teller* find(const std::vector<Teller>& tellers, std::string_view article) {
  const auto found = std::find_if(tellers.begin(), tellers.end(),
                                  [&](const Teller& teller) { return teller.article == article; });
  return found == tellers.end() ? nullptr : &*found;
}

std::string_view words_for(Kind kind) {
  switch (kind) {
    case Kind::kNewDifference:
      return "They differ";
    case Kind::kDifferenceGone:
      return "No longer a difference";
    case Kind::kNewSingle:
      return "Only one says";
    case Kind::kSingleConfirmed:
      return "A second account says it too";
    case Kind::kUpdated:
      return "Updated";
    case Kind::kVerdictChanged:
      return "Seen otherwise now";
    case Kind::kRevision:
      return "Changed its text";
  }
  return "";
}

// Values with who gives them; equal ones once, with the number of accounts.
std::string values_of(const model::Fact& fact, const std::vector<Teller>& tellers) {
  struct Shown {
    std::string text, who;
    std::string norm;
    size_t more = 0;
  };
  std::vector<Shown> shown;
  for (const auto& value : fact.values) {
    const auto same = std::find_if(shown.begin(), shown.end(),
                                   [&](const Shown& s) { return s.norm == value.norm; });
    if (same != shown.end()) {
      ++same->more;
      continue;
    }
    const Teller* teller = find(tellers, value.article);
    const std::string_view dir = teller != nullptr ? std::string_view(teller->dir) : "";
    std::string who = teller == nullptr           ? ""
                      : teller->publisher.empty() ? teller->url
                                                  : teller->publisher;
    shown.push_back({isolated(cut(value.text), dir), isolated(cut(who), dir), value.norm, 0});
  }
  std::string out;
  for (size_t i = 0; i < shown.size() && i < kMostValues; ++i) {
    out += (i == 0 ? "" : " | ") + shown[i].text;
    if (!shown[i].who.empty()) out += fmt::format(" ({})", shown[i].who);
    if (shown[i].more > 0) out += fmt::format(" +{}", shown[i].more);
  }
  return shown.size() > kMostValues ? out + " | …" : out;
}

void write(JsonWriter& json, const Teller& teller) {
  json.begin_object().field("article", teller.article).field("title", teller.title);
  json.field_or_null("publisher", teller.publisher).field_or_null("url", teller.url);
  json.field("lang", teller.lang).field("dir", teller.dir).end_object();
}

// What all entries begin with.
JsonWriter begin(const Entry& entry, const model::Story& story, std::string_view summary) {
  JsonWriter json;
  json.begin_object().field("id", entry.id).field("kind", kind_name(entry.kind));
  json.field("at", entry.at).field("summary", summary);
  json.key("story").begin_object().field("id", story.id).field("title", story.title).end_object();
  return json;
}

}  // namespace

std::string_view kind_name(Kind kind) { return kNames[static_cast<size_t>(kind)]; }

std::optional<Kind> kind_from_name(std::string_view name) {
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Kind>(found - kNames.begin());
}

std::string urn_of(std::string_view text) {
  std::string hex = sha256_hex(text).substr(0, 32);
  hex[12] = '8';
  hex[16] = "89ab"[static_cast<unsigned char>(hex[16]) & 3];
  return fmt::format("urn:uuid:{}-{}-{}-{}-{}", hex.substr(0, 8), hex.substr(8, 4),
                     hex.substr(12, 4), hex.substr(16, 4), hex.substr(20));
}

Teller teller_of(const model::Article& article) {
  return {article.id,
          article.title,
          article.publisher ? article.publisher->name : "",
          article.url.empty() ? article.capture_url : article.url,
          article.lang,
          article.dir};
}

Entry fact_entry(Kind kind, const Watched& fact, const model::Fact* now, const std::string& before,
                 const Sight& sight) {
  Entry entry;
  entry.kind = kind;
  entry.at = sight.time;
  entry.story = sight.story->id;
  entry.fact = fact.id;
  const std::string verdict = now == nullptr ? "gone" : now->verdict;
  entry.id = urn_of(fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}", kind_name(kind), entry.story, fact.id,
                                entry.at, before, verdict, fact.json));
  const std::string about = now != nullptr && sight.label ? sight.label(*now)
                            : fact.about.empty()          ? fact.slot
                                                          : fact.about;
  std::string summary = fmt::format("{}: {}", words_for(kind), cut(about));
  if (kind == Kind::kVerdictChanged || kind == Kind::kDifferenceGone) {
    summary += fmt::format(", {} → {}", before, verdict);
  }
  if (now != nullptr) summary += ": " + values_of(*now, sight.tellers);
  JsonWriter json = begin(entry, *sight.story, summary);
  json.field_or_null("before", before).field("verdict", verdict).field("watch", fact.id);
  json.field("first_seen", fact.first_seen).key("fact").raw(fact.json);
  json.key("tellers").begin_array();
  std::vector<std::string_view> told;
  for (const auto& cell : fact.cells) {
    const Teller* teller = find(sight.tellers, cell.article);
    if (teller == nullptr || std::find(told.begin(), told.end(), cell.article) != told.end()) {
      continue;
    }
    told.push_back(cell.article);
    write(json, *teller);
  }
  json.end_array().end_object();
  entry.json = json.take();
  return entry;
}

Entry revision_entry(const Revision& revision, const model::Story& story, const Teller& teller,
                     const std::string& time) {
  Entry entry;
  entry.kind = Kind::kRevision;
  entry.at = time;
  entry.story = story.id;
  entry.article = revision.after;
  entry.id = urn_of(fmt::format("revision\n{}\n{}", revision.before, revision.after));
  const std::string who = teller.publisher.empty() ? teller.title : teller.publisher;
  JsonWriter json = begin(entry, story,
                          fmt::format("{}: {}: {}", words_for(entry.kind),
                                      isolated(cut(who), teller.dir), summary_of(revision)));
  json.key("revision");
  write_json(json, revision);
  json.key("tellers").begin_array();
  write(json, teller);
  json.end_array().end_object();
  entry.json = json.take();
  return entry;
}

}  // namespace synoptic::watch
