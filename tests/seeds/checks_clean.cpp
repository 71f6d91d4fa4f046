// Checks of cleaning: text, title, dates, people, what was removed.
#include <cmath>

#include "text/fold.h"
#include "text/sentences.h"
#include "text/utf8.h"
#include "world.h"

namespace synoptic::seeds {
namespace {

const model::Article* article_of(const World& world, const Row& row) {
  const auto* annotated = world.article(row.doc);
  return annotated == nullptr ? nullptr : &annotated->article;
}

size_t count(const model::Article& article, model::BlockKind kind) {
  return static_cast<size_t>(std::count_if(article.blocks.begin(), article.blocks.end(),
                                           [&](const auto& block) { return block.kind == kind; }));
}

bool has_block(const model::Article& article, model::BlockKind kind, std::string_view text) {
  return std::any_of(article.blocks.begin(), article.blocks.end(),
                     [&](const auto& block) { return block.kind == kind && block.text == text; });
}

bool has_metadata(const model::Article& article, const std::string& value) {
  for (const auto& [key, values] : article.metadata) {
    if (std::find(values.begin(), values.end(), value) != values.end()) return true;
  }
  return false;
}

size_t metadata_count(const model::Article& article, const std::string& key) {
  const auto found = article.metadata.find(key);
  return found == article.metadata.end() ? 0 : found->second.size();
}

bool docs(const World& world, const Row& row, const Expected& expected) {
  const auto& file = world.documents.at(row.doc).first;
  const auto& articles = world.by_file.at(file);
  if (static_cast<double>(articles.size()) != expected.number("count")) return false;
  const double chars = expected.number("chars");
  if (!std::isnan(chars) &&
      static_cast<double>(text::count_code_points(world.captures.at(file).text)) != chars) {
    return false;
  }
  if (row.spans.empty()) return true;
  // The marker is in neither article.
  for (const auto& annotated : articles) {
    for (const auto& block : annotated.article.blocks) {
      if (block.span.overlaps(row.spans[0].span)) return false;
    }
  }
  return articles[0].article.blocks.back().span.end <= row.spans[0].span.begin &&
         articles[1].article.title_span.begin >= row.spans[0].span.end;
}

bool title(const World& world, const Row& row, const Expected& expected) {
  const auto* article = article_of(world, row);
  if (article == nullptr || article->title != expected.text()) return false;
  for (const auto& block : article->blocks) {
    if (block.text == article->title) return false;
  }
  const std::string& text = world.capture(row.doc).text;
  return text.substr(article->title_span.begin, article->title_span.size()) == article->title;
}

bool published(const World& world, const Row& row, const Expected& expected) {
  const auto* article = article_of(world, row);
  if (article == nullptr) return false;
  if (expected.is_null()) return !article->published.has_value();
  if (!article->published) return false;
  const auto& date = *article->published;
  const std::string wanted =
      expected.text("local").empty() ? expected.text("date") : expected.text("local");
  const std::string zone = expected.text("tz");
  if (model::iso(date.value) != wanted || date.value.zone != zone) return false;
  if (model::precision_name(date.value.precision) != expected.text("precision")) return false;
  const std::string inferred = Expected(expected.text("tz_inferred")).text("zone");
  return inferred.empty() || (article->zone_inferred && article->zone_inferred->zone == inferred);
}

bool publisher(const World& world, const Row& row, const Expected& expected) {
  const auto* article = article_of(world, row);
  if (article == nullptr || !article->publisher) return false;
  const auto& publisher = *article->publisher;
  if (publisher.name != expected.text("native")) return false;
  for (const auto& author : article->authors) {
    if (author.name == publisher.name) return false;
  }
  return expected.text("tagline").empty() || (publisher.tagline == expected.text("tagline") &&
                                              publisher.domain == expected.text("domain"));
}

bool author(const World& world, const Row& row, const Expected& expected) {
  const auto* article = article_of(world, row);
  if (article == nullptr) return false;
  if (expected.is_null()) return article->authors.empty();
  return article->authors.size() == 1 && article->authors[0].name == expected.text("name") &&
         article->authors[0].url == expected.text("profile") &&
         article->authors[0].user_id == expected.text("user_id");
}

bool lang(const World& world, const Row& row, const Expected& expected) {
  const auto* article = article_of(world, row);
  const std::string tag =
      expected.text("bcp47").empty() ? expected.text("lang") : expected.text("bcp47");
  return article != nullptr && article->lang == tag && article->script == expected.text("script") &&
         article->dir == expected.text("dir");
}

bool body_not_contains(const World& world, const Row& row, const Expected&) {
  const auto* article = article_of(world, row);
  if (article == nullptr) return false;
  for (const auto& span : row.spans) {
    bool removed = false;
    for (const auto& block : article->blocks) {
      if (block.text.find(span.text) != std::string::npos) return false;
    }
    for (const auto& piece : article->removed) removed |= piece.span.overlaps(span.span);
    if (!removed) return false;
  }
  return true;
}

bool caption(const World& world, const Row& row, const Expected& expected) {
  const auto* article = article_of(world, row);
  if (article == nullptr) return false;
  if (const std::string text = expected.text("caption"); !text.empty()) {
    return std::any_of(article->blocks.begin(), article->blocks.end(), [&](const auto& block) {
      return block.kind == model::BlockKind::kCaption && block.text.starts_with(text);
    });
  }
  // A line that stands again as the residue of a caption is out; the others stay.
  for (const auto& block : article->blocks) {
    if (block.kind != model::BlockKind::kCaption && block.text == row.spans[0].text) return false;
  }
  return true;
}

bool subheads(const World& world, const Row& row, const Expected& expected) {
  const auto* article = article_of(world, row);
  if (article == nullptr) return false;
  for (const auto& span : row.spans) {
    if (!has_block(*article, model::BlockKind::kHeading, span.text)) return false;
  }
  return static_cast<double>(count(*article, model::BlockKind::kHeading)) ==
         expected.number("count");
}

bool list(const World& world, const Row& row, const Expected& expected) {
  const auto* article = article_of(world, row);
  if (article == nullptr) return false;
  for (const auto& span : row.spans) {
    if (!has_block(*article, model::BlockKind::kListItem, span.text)) return false;
  }
  return static_cast<double>(count(*article, model::BlockKind::kListItem)) ==
         expected.number("items");
}

bool body_paragraphs(const World& world, const Row& row, const Expected& expected) {
  const auto* article = article_of(world, row);
  if (article == nullptr || article->blocks.empty()) return false;
  const auto equal = [&](model::BlockKind kind, const char* key) {
    const double wanted = expected.number(key);
    return std::isnan(wanted) || static_cast<double>(count(*article, kind)) == wanted;
  };
  return equal(model::BlockKind::kParagraph, "paragraphs") &&
         equal(model::BlockKind::kHeading, "subheads") &&
         equal(model::BlockKind::kListItem, "list_items") &&
         article->blocks.front().text.starts_with(expected.text("first_starts")) &&
         article->blocks.back().text.ends_with(expected.text("last_ends"));
}

bool body(const World& world, const Row& row, const Expected& expected) {
  const auto* article = article_of(world, row);
  if (article == nullptr || article->blocks.size() != 1) return false;
  const std::string& text = article->blocks[0].text;
  return static_cast<double>(text::sentences(text).size()) == expected.number("sentences") &&
         text.ends_with(expected.text("last_ends")) && text.starts_with(row.spans[0].text);
}

bool origin(const World& world, const Row& row, const Expected& expected) {
  const auto* article = article_of(world, row);
  if (article == nullptr) return false;
  if (expected.is_null()) return article->origins.empty();
  for (const auto& origin : article->origins) {
    if (!row.spans.empty() && !origin.span.overlaps(row.spans[0].span)) continue;
    const std::string name = expected.text("publisher").empty() ? expected.text("canonical")
                                                                : expected.text("publisher");
    if (name.empty()) return origin.kind == "hearsay";
    if (!is_entity(world, origin.entity, origin.name, name, expected.text("wikidata"))) continue;
    const std::string date = expected.text("date_from_url");
    return date.empty() || (origin.date && model::iso(*origin.date) == date);
  }
  return false;
}

bool front_matter(const World& world, const Row& row, const Expected& expected) {
  const auto& capture = world.capture(row.doc);
  for (const auto& key : expected.texts("keys")) {
    if (model::find_front_matter(capture, key) == nullptr) return false;
  }
  for (const auto& span : row.spans) {
    const size_t colon = span.text.find(": ");
    const auto* field = model::find_front_matter(capture, span.text.substr(0, colon));
    if (field == nullptr || field->value != span.text.substr(colon + 2)) return false;
  }
  return true;
}

bool url(const World& world, const Row& row, const Expected& expected) {
  const auto* article = article_of(world, row);
  return article != nullptr && article->url == expected.text("canonical");
}

bool published_conflict(const World& world, const Row& row, const Expected& expected) {
  const auto* article = article_of(world, row);
  if (article == nullptr || !article->date_conflict || !article->published) return false;
  const bool other = std::any_of(article->dates.begin(), article->dates.end(), [&](const auto& d) {
    return model::iso(d.value) == expected.text("other") && d.where == "front_matter";
  });
  return other && model::iso(article->published->value) == expected.text("chosen") &&
         article->published->where == expected.text("from_chosen");
}

bool fetched_at(const World& world, const Row& row, const Expected& expected) {
  const auto* article = article_of(world, row);
  return article != nullptr && article->fetched == expected.text("local") &&
         (!article->published || model::iso(article->published->value).substr(0, 10) !=
                                     expected.text("local").substr(0, 10));
}

bool not_a_date(const World& world, const Row& row, const Expected& expected) {
  const auto* article = article_of(world, row);
  if (article == nullptr) return false;
  for (const auto& date : article->dates) {
    if (date.role == "published" &&
        model::iso(date.value).starts_with(expected.text("archive_day"))) {
      return false;
    }
  }
  return true;
}

bool dept(const World& world, const Row& row, const Expected& expected) {
  const auto* article = article_of(world, row);
  return article != nullptr && has_metadata(*article, expected.text("department"));
}

bool topic_site(const World& world, const Row& row, const Expected& expected) {
  const auto* article = article_of(world, row);
  return article != nullptr && has_metadata(*article, expected.text("label"));
}

bool metrics(const World& world, const Row& row, const Expected& expected) {
  const auto* article = article_of(world, row);
  return article != nullptr && has_metadata(*article, expected.text("views"));
}

bool site_map(const World& world, const Row& row, const Expected& expected) {
  const auto* article = article_of(world, row);
  return article != nullptr && static_cast<double>(metadata_count(*article, "site.sections")) ==
                                   expected.number("sections");
}

bool site_skins(const World& world, const Row& row, const Expected& expected) {
  const auto* article = article_of(world, row);
  return article != nullptr &&
         static_cast<double>(metadata_count(*article, "site.skins")) == expected.number("skins");
}

bool feed_discovery(const World& world, const Row& row, const Expected& expected) {
  const auto* article = article_of(world, row);
  return article != nullptr && has_metadata(*article, expected.text("feed"));
}

bool keywords(const World& world, const Row& row, const Expected& expected) {
  const auto* article = article_of(world, row);
  return article != nullptr && article->keywords == expected.texts();
}

bool subhead_unglue(const World& world, const Row& row, const Expected& expected) {
  const auto* article = article_of(world, row);
  if (article == nullptr) return false;
  for (size_t i = 0; i + 1 < article->blocks.size(); ++i) {
    if (article->blocks[i].text == expected.text("subhead")) {
      return article->blocks[i].kind == model::BlockKind::kHeading &&
             article->blocks[i + 1].text.starts_with(expected.text("paragraph_starts"));
    }
  }
  return false;
}

bool whitespace(const World& world, const Row& row, const Expected&) {
  // No-break and ideographic blanks do not reach the clean text.
  const auto* article = article_of(world, row);
  return article != nullptr && model::body_text(*article).find("\u00A0") == std::string::npos &&
         model::body_text(*article).find("\u3000") == std::string::npos;
}

bool search_fold(const World&, const Row& row, const Expected& expected) {
  const auto wanted = expected.texts("query_without_marks_matches");
  for (size_t i = 0; i < row.spans.size() && i < wanted.size(); ++i) {
    if (text::fold_copy(row.spans[i].text) != text::fold_copy(wanted[i])) return false;
  }
  return wanted.size() == row.spans.size();
}

}  // namespace

void add_clean_checks(std::map<std::string, Check>& checks) {
  checks["docs"] = docs;
  checks["title"] = title;
  checks["published"] = published;
  checks["publisher"] = publisher;
  checks["author"] = author;
  checks["lang"] = lang;
  checks["body_not_contains"] = body_not_contains;
  checks["caption"] = caption;
  checks["subheads"] = subheads;
  checks["list"] = list;
  checks["body_paragraphs"] = body_paragraphs;
  checks["body"] = body;
  checks["origin"] = origin;
  checks["front_matter"] = front_matter;
  checks["url"] = url;
  checks["published_conflict"] = published_conflict;
  checks["fetched_at"] = fetched_at;
  checks["not_a_date"] = not_a_date;
  checks["dept"] = dept;
  checks["topic_site"] = topic_site;
  checks["metrics"] = metrics;
  checks["site_map"] = site_map;
  checks["site_skins"] = site_skins;
  checks["feed_discovery"] = feed_discovery;
  checks["keywords"] = keywords;
  checks["subhead_unglue"] = subhead_unglue;
  checks["whitespace"] = whitespace;
  checks["search_fold"] = search_fold;
}

}  // namespace synoptic::seeds
