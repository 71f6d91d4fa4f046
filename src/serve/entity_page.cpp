// The entity page: what a name is called elsewhere, and where it is spoken of.
#include <fmt/format.h>

#include "serve/page.h"

namespace synoptic::serve {
namespace {

constexpr size_t kMostArticles = 100;

std::string names_of(const Context& context, const knowledge::Entity& entity) {
  std::string out = "<dl class=\"facts-of\">\n";
  std::string lang, names;
  const auto flush = [&] {
    if (!names.empty()) {
      out += fmt::format(
          "<dt>{}</dt><dd lang=\"{}\">{}</dd>\n",
          lang == "*" ? "in any language" : escape(language_name(context.knowledge, lang)),
          lang == "*" ? "und" : escape(lang), names);
    }
    names.clear();
  };
  for (const auto& alias : entity.aliases) {
    if (alias.adjective) continue;
    if (alias.lang != lang) flush();
    lang = alias.lang;
    names += (names.empty() ? "" : ", ") + fmt::format("<bdi>{}</bdi>", escape(alias.text));
  }
  flush();
  return out + "</dl>\n";
}

std::string roles_of(const Context& context, const knowledge::Entity& entity) {
  std::string out;
  for (const auto& term : entity.roles) {
    const auto* role = context.knowledge.find_role(term.role);
    const auto* of = context.knowledge.find(term.of);
    std::string name = role != nullptr && !role->name.empty() ? role->name : term.role;
    if (const size_t at = name.find("{country}"); at != std::string::npos) {
      name.replace(at, 9, of != nullptr ? of->name : term.of);
    }
    out +=
        fmt::format("<li>{} <span class=\"quiet\">{} – {}</span></li>\n", escape(name),
                    term.from ? model::iso(*term.from) : "", term.to ? model::iso(*term.to) : "");
  }
  return out.empty() ? "" : "<h2>Roles</h2>\n<ul>\n" + out + "</ul>\n";
}

}  // namespace

Response entity_page(const Context& context, std::string_view id) {
  const auto row = context.store.entity(id);
  const auto* known = context.knowledge.find(id);
  if (!row && known == nullptr) return error_page(404, "There is no such name");
  const std::string name = known != nullptr ? known->name : row->name;
  const std::string type(known != nullptr ? model::entity_type_name(known->type)
                                          : std::string_view(row->type));
  std::string content = fmt::format("<h1>{}</h1>\n<p class=\"meta entity-type\">{}{}</p>\n",
                                    escape(name), escape(type),
                                    known != nullptr && !known->wikidata.empty()
                                        ? fmt::format(" · Wikidata {}", escape(known->wikidata))
                                        : "");
  const auto articles = context.store.articles_of_entity(id, kMostArticles);
  if (!articles) return error_page(articles.error());
  const size_t count = row ? row->articles : articles->size();
  content += fmt::format(
      "<section><h2>Spoken of in <span class=\"count\">{}</span></h2>\n{}<ul class=\"rows\">\n",
      count,
      count > articles->size()
          ? fmt::format("<p class=\"quiet\">The latest {} stand here. <a href=\"/articles?q={}\">"
                        "All of them</a></p>\n",
                        articles->size(), url_part(name))
          : "");
  for (const auto& article : *articles) {
    content += fmt::format(
        "<li>{} <a href=\"/article/{}\" lang=\"{}\" dir=\"{}\">{}</a> "
        "<span class=\"meta\">{} {} {}</span></li>\n",
        language_chip(context.knowledge, article.lang), url_part(article.id), escape(article.lang),
        escape(article.dir), escape(article.title), outlet(article.publisher, article.lang),
        article.published.empty() ? "no date" : date_text(article.published),
        article.story.empty()
            ? ""
            : fmt::format("<a href=\"/story/{}\">story</a>", url_part(article.story)));
  }
  content += "</ul></section>\n";
  if (known != nullptr)
    content += roles_of(context, *known) + "<h2>Names</h2>\n" + names_of(context, *known);
  return page(name + " — Synoptic", content);
}

}  // namespace synoptic::serve
