#include "watch/revision.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "text/utf8.h"
#include "watch/claims.h"
#include "watch/units.h"

namespace synoptic::watch {
namespace {

void write_side(JsonWriter& json, std::string_view key, const std::optional<Side>& side) {
  json.key(key);
  if (!side) {
    json.null();
    return;
  }
  const auto span = [&](std::string_view name, Span range) {
    json.key(name).begin_array().value(range.begin).value(range.end).end_array();
  };
  json.begin_object().field("article", side->article);
  span("span", side->at.span);
  json.key("at").begin_array();
  side->at.block == model::kTitleBlock ? json.value(-1) : json.value(side->at.block);
  json.value(side->at.range.begin).value(side->at.range.end).end_array();
  json.field("text", side->text).field("norm", side->norm).field("evidence", side->evidence);
  span("evidence_span", side->evidence_span);
  json.end_object();
}

std::string cut(std::string_view text, size_t most) {
  std::string out;
  size_t count = 0;
  for (size_t at = 0; at < text.size();) {
    const auto c = text::decode(text, at);
    if (++count > most) return out + "…";
    out += text.substr(at, c.length);
    at += c.length;
  }
  return out;
}

}  // namespace

Change make_change(std::string kind, std::string about, std::optional<Side> before,
                   std::optional<Side> after) {
  return {std::move(kind), std::move(about), {}, std::move(before), std::move(after)};
}

Revision diff(const model::Annotated& before, const model::Annotated& after) {
  Version old_version(before), new_version(after);
  align(old_version, new_version);
  const Pair pair{old_version, new_version};
  Revision out{before.article.id, after.article.id, {}};
  compare_titles(pair, out.changes);
  compare_published(pair, out.changes);
  compare_figures(pair, out.changes);
  compare_tone(pair, out.changes);
  compare_dates(pair, out.changes);
  compare_names(pair, out.changes);
  compare_quotes(pair, out.changes);
  compare_text(pair, out.changes);
  return out;
}

void write_json(JsonWriter& json, const Revision& revision) {
  json.begin_object().field("before", revision.before).field("after", revision.after);
  json.key("changes").begin_array();
  for (const Change& change : revision.changes) {
    json.begin_object().field("kind", change.kind).field("about", change.about);
    if (!change.signs.empty()) {
      json.key("signs").begin_array();
      for (const auto& sign : change.signs) json.value(sign);
      json.end_array();
    }
    write_side(json, "before", change.before);
    write_side(json, "after", change.after);
    json.end_object();
  }
  json.end_array().end_object();
}

std::string summary_of(const Change& change, size_t most) {
  std::string kind = change.kind;
  for (char& c : kind) {
    if (c == '_') c = ' ';
  }
  const std::string before = change.before ? cut(change.before->text, most) : "";
  const std::string after = change.after ? cut(change.after->text, most) : "";
  std::string out = kind;
  if (!change.about.empty()) out += fmt::format(" ({})", cut(change.about, most));
  if (change.before && change.after) return fmt::format("{}: {} → {}", out, before, after);
  return fmt::format("{}: {}", out, change.before ? before : after);
}

std::string summary_of(const Revision& revision, size_t most_changes) {
  constexpr size_t kMostOfChange = 60;
  std::vector<std::string> told;  // what changed alike in the title and the text, once
  for (const Change& change : revision.changes) {
    std::string words = summary_of(change, kMostOfChange);
    if (std::ranges::find(told, words) == told.end()) told.push_back(std::move(words));
  }
  const size_t shown = std::min(told.size(), most_changes);
  std::string out = fmt::format("{}", fmt::join(told.begin(), told.begin() + shown, "; "));
  if (told.size() > shown) out += fmt::format("; {} more", told.size() - shown);
  return out;
}

}  // namespace synoptic::watch
