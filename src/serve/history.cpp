#include "serve/history.h"

#include "base/json.h"
#include "model/stamp.h"

namespace synoptic::serve {

Result<History> read_history(const store::Store& store, std::string_view article) {
  auto rows = store.history(article);
  if (!rows) return tl::unexpected(rows.error());
  History out;
  std::optional<model::Annotated> before;
  for (auto& row : *rows) {
    if (row.current) out.article = row.id;
    Version version{std::move(row), "", std::nullopt};
    if (!version.row.same_text) {
      auto text = store.article(version.row.id);
      if (!text) return tl::unexpected(text.error());
      if (text->article.modified) {
        version.modified = model::stamp_of(text->article.modified->value);
      }
      if (before) version.revision = watch::diff(*before, *text);
      before = std::move(*text);
    }
    out.versions.push_back(std::move(version));
  }
  return out;
}

std::string history_json(const History& history) {
  JsonWriter json;
  json.begin_object().field("article", history.article).key("versions").begin_array();
  for (const Version& version : history.versions) {
    const store::VersionRow& row = version.row;
    json.begin_object().field("id", row.id).field("sha256", row.sha256).field("title", row.title);
    json.field("lang", row.lang);
    model::write_stamp(json, "published", row.published);
    json.field_or_null("fetched", row.fetched).field_or_null("added", row.added);
    json.field("current", row.current).field("same_text", row.same_text).key("revision");
    version.revision ? watch::write_json(json, *version.revision) : void(json.null());
    json.end_object();
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace synoptic::serve
