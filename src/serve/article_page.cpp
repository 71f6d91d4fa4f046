// The article page: the clean text with its names marked, where it came from, what was left out.
#include <fmt/format.h>

#include <algorithm>

#include "model/stamp.h"
#include "serve/story_parts.h"

namespace synoptic::serve {
namespace {

struct Mark {
  Range range;
  std::string open, close;
  int rank = 0;  // of two marks at one place the lower rank is outside
};

// The range of the text whose bytes stand in `span` of the capture; empty when none do.
Range range_of(const text::OffsetMap& map, const std::string& text, Span span) {
  Range found;
  bool any = false;
  const auto& pieces = map.pieces();
  for (size_t i = 0; i < pieces.size(); ++i) {
    const auto& piece = pieces[i];
    const uint32_t end = i + 1 < pieces.size() ? pieces[i + 1].begin : map.size();
    if (!piece.source.overlaps(span)) continue;
    Range part{piece.begin, end};
    if (piece.linear) {
      if (span.begin > piece.source.begin) part.begin += span.begin - piece.source.begin;
      if (span.end < piece.source.end) part.end -= piece.source.end - span.end;
    }
    if (!any) found = part;
    found.end = part.end;
    any = true;
  }
  found.end = std::min<uint32_t>(found.end, static_cast<uint32_t>(text.size()));
  found.begin = std::min(found.begin, found.end);
  return found;
}

// Writes the text with its marks; marks that would cross one another are cut at the border.
std::string marked(const std::string& text, std::vector<Mark> marks) {
  std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    if (a.range.begin != b.range.begin) return a.range.begin < b.range.begin;
    return a.rank < b.rank;
  });
  std::string out;
  std::vector<const Mark*> open;
  uint32_t at = 0;
  const auto write_to = [&](uint32_t end) {
    out += escape(std::string_view(text).substr(at, end - at));
    at = end;
  };
  const auto close_until = [&](uint32_t position) {
    while (!open.empty() && open.back()->range.end <= position) {
      write_to(open.back()->range.end);
      out += open.back()->close;
      open.pop_back();
    }
  };
  for (const Mark& mark : marks) {
    close_until(mark.range.begin);
    const bool fits = open.empty() || mark.range.end <= open.back()->range.end;
    if (mark.range.begin < at || !fits || mark.range.empty()) continue;
    write_to(mark.range.begin);
    out += mark.open;
    open.push_back(&mark);
  }
  close_until(static_cast<uint32_t>(text.size()));
  write_to(static_cast<uint32_t>(text.size()));
  return out;
}

Mark mention_mark(const model::Mention& mention) {
  if (mention.entity.empty()) {
    return {mention.at.range, "<span class=\"nil\" title=\"A name that is not known\">", "</span>",
            2};
  }
  const std::string role = mention.role.empty() ? "" : ", " + mention.role;
  return {mention.at.range,
          fmt::format("<a class=\"name {}\" href=\"/entity/{}\" title=\"{}{}\">",
                      model::entity_type_name(mention.type), url_part(mention.entity),
                      escape(mention.name), escape(role)),
          "</a>", 2};
}

const char* tag_of(const model::Block& block) {
  switch (block.kind) {
    case model::BlockKind::kHeading:
      return "h2";
    case model::BlockKind::kListItem:
      return "li";
    case model::BlockKind::kQuote:
      return "blockquote";
    case model::BlockKind::kCaption:
      return "figcaption";
    default:
      return "p";
  }
}

std::string block_text(const model::Annotated& annotated, uint32_t index, Span evidence,
                       bool& shown) {
  const model::Block& block = annotated.article.blocks[index];
  std::vector<Mark> marks;
  for (const auto& mention : annotated.mentions) {
    if (mention.at.block == index) marks.push_back(mention_mark(mention));
  }
  if (!evidence.empty() && block.span.overlaps(evidence)) {
    const Range range = range_of(block.source, block.text, evidence);
    marks.push_back({range, shown ? "<mark>" : "<mark id=\"evidence\">", "</mark>", 0});
    shown |= !range.empty();
  }
  return marked(block.text, std::move(marks));
}

// `gloss` stands below the block whose words are marked first.
std::string body(const model::Annotated& annotated, Span evidence, const std::string& gloss) {
  std::string out;
  bool in_list = false, shown = false, glossed = false;
  for (uint32_t i = 0; i < annotated.article.blocks.size(); ++i) {
    const model::Block& block = annotated.article.blocks[i];
    const bool item = block.kind == model::BlockKind::kListItem;
    if (item != in_list) out += item ? "<ul>\n" : "</ul>\n";
    in_list = item;
    const char* tag = tag_of(block);
    const bool caption = block.kind == model::BlockKind::kCaption;
    out += fmt::format("{0}<{1} id=\"b{2}\">{3}</{1}>{4}\n", caption ? "<figure>" : "", tag, i,
                       block_text(annotated, i, evidence, shown), caption ? "</figure>" : "");
    if (shown && !glossed && !in_list) {
      out += gloss;
      glossed = true;
    }
  }
  return out + (in_list ? "</ul>\n" : "");
}

std::string fact_line(const char* name, const std::string& value) {
  return value.empty() ? "" : fmt::format("<dt>{}</dt><dd>{}</dd>\n", name, value);
}

std::string link_to(const std::string& url, std::string_view text) {
  const bool web = url.starts_with("http://") || url.starts_with("https://");
  if (!web) return fmt::format("<bdi>{}</bdi>", escape(text));
  return fmt::format("<a href=\"{}\" rel=\"noreferrer nofollow\"><bdi>{}</bdi></a>", escape(url),
                     escape(text));
}

std::string facts_of(const Context& context, const model::Article& article, size_t versions) {
  std::string authors, origins, keywords;
  for (const auto& author : article.authors) {
    authors += (authors.empty() ? "" : ", ") + link_to(author.url, author.name);
  }
  for (const auto& origin : article.origins) {
    origins += (origins.empty() ? "" : ", ") + link_to(origin.url, origin.name);
    if (origin.date) origins += " (" + date_text(model::iso(*origin.date)) + ")";
  }
  for (const auto& keyword : article.keywords) {
    keywords += fmt::format("<span class=\"badge\" dir=\"auto\">{}</span> ", escape(keyword));
  }
  std::string out = "<dl class=\"facts-of\">\n";
  out += fact_line("Publisher", article.publisher
                                    ? fmt::format("<bdi>{}</bdi>", escape(article.publisher->name))
                                    : "<span class=\"quiet\">not stated</span>");
  out += fact_line("Published", date_text(article));
  if (article.modified) {
    out += fact_line("Changed", date_text(model::stamp_of(article.modified->value)));
  }
  if (versions > 1) {
    out += fact_line("Versions", fmt::format("<a href=\"/article/{}/history\">{}, what each changed"
                                             "</a>",
                                             url_part(article.id), versions));
  }
  out += fact_line("Language", escape(language_name(context.knowledge, article.lang)));
  out += fact_line("Authors", authors);
  out += fact_line("Cites",
                   origins.empty() ? "<span class=\"quiet\">no other report</span>" : origins);
  out += fact_line("Keywords", keywords);
  out += fact_line("Address", article.url.empty() ? "" : link_to(article.url, article.url));
  out += fact_line("Read from", fmt::format("<code>{}</code>", escape(article.path)));
  out +=
      fact_line("SHA-256", fmt::format("<code class=\"hash\">{}</code>", escape(article.sha256)));
  return out + "</dl>\n";
}

std::string dates_of(const model::Article& article) {
  if (article.dates.empty()) return "";
  std::string out = "<section id=\"dates\"><h2>Dates found</h2>\n";
  if (article.date_conflict) {
    out += "<p class=\"badge differ\">the page disagrees with itself</p>\n";
  }
  out += "<ul class=\"rows\">\n";
  for (const auto& date : article.dates) {
    const bool chosen = article.published && article.published->span == date.span &&
                        model::iso(article.published->value) == model::iso(date.value);
    std::string weekday;
    if (date.weekday_agrees)
      weekday = *date.weekday_agrees ? ", weekday agrees" : ", weekday differs";
    out += fmt::format(
        "<li{}>{}{} <span class=\"meta\">{}, {}: {}{}; score {:.0f}; bytes {}–{}</span>"
        "</li>\n",
        chosen ? " class=\"chosen\"" : "", date_text(model::stamp_of(date.value)),
        chosen ? " <span class=\"badge\">chosen</span>" : "", escape(date.role), escape(date.where),
        escape(date.rule), weekday, date.score, date.span.begin, date.span.end);
  }
  return out + "</ul></section>\n";
}

std::string removed_of(const model::Article& article) {
  if (article.removed.empty()) return "";
  std::string out = fmt::format(
      "<section id=\"removed\"><details><summary><h2>Left out <span "
      "class=\"count\">{}</span></h2></summary>\n<ul class=\"removed\">\n",
      article.removed.size());
  for (const auto& removed : article.removed) {
    out += fmt::format(
        "<li><span class=\"slot\">{}</span> <bdi>{}</bdi> <span class=\"quiet\">bytes "
        "{}–{}</span></li>\n",
        escape(removed.reason), escape(removed.text), removed.span.begin, removed.span.end);
  }
  return out + "</ul></details></section>\n";
}

std::string names_in(const std::vector<model::Argument>& list) {
  std::string out;
  for (const auto& argument : list) {
    out += (out.empty() ? "" : ", ") + fmt::format("<bdi>{}</bdi>", escape(argument.name));
  }
  return out;
}

std::string events_of(const model::Annotated& annotated) {
  if (annotated.events.empty()) return "";
  std::string out = fmt::format(
      "<section id=\"events\"><details><summary><h2>Who did what to whom <span "
      "class=\"count\">{}</span></h2></summary>\n<ul class=\"rows\">\n",
      annotated.events.size());
  for (const auto& event : annotated.events) {
    const bool negative = event.polarity == model::Polarity::kNegative;
    out += fmt::format(
        "<li>{} {}<strong>{}</strong> {}{}{} <span class=\"meta\">{}{}{}; confidence {:.2f}"
        "</span></li>\n",
        names_in(event.actor), negative ? "<strong>not</strong> " : "", escape(event.action),
        names_in(event.recipient), event.partner.empty() ? "" : " with ", names_in(event.partner),
        escape(event.type), event.type.empty() ? "" : "; ", escape(event.modality),
        event.confidence);
  }
  return out + "</ul></details></section>\n";
}

using Versions = Result<std::vector<store::VersionRow>>;

// The version that stands for the article now.
std::string newest_of(const Versions& history, std::string_view id) {
  if (history) {
    for (const auto& row : *history) {
      if (row.current) return row.id;
    }
  }
  return std::string(id);
}

std::string old_version_note(const Versions& history, std::string_view id) {
  const std::string newest = newest_of(history, id);
  if (newest == id) return "";
  return fmt::format(
      "<div class=\"notes\" role=\"note\"><p>This is an old version. <a href=\"/article/{0}\">What "
      "the article says now</a> · <a href=\"/article/{0}/history\">what changed</a></p></div>\n",
      url_part(newest));
}

// The marked words, word for word in the reader's language.
std::string gloss_of_evidence(const model::Annotated& annotated, Span evidence) {
  const model::Article& article = annotated.article;
  if (evidence.empty()) return "";
  std::string gloss;
  if (article.title_span.overlaps(evidence)) {
    const Range range = range_of(article.title_source, article.title, evidence);
    gloss = gloss_of(annotated, {model::kTitleBlock, range, evidence});
  }
  for (uint32_t i = 0; gloss.empty() && i < article.blocks.size(); ++i) {
    const model::Block& block = article.blocks[i];
    if (!block.span.overlaps(evidence)) continue;
    gloss = gloss_of(annotated, {i, range_of(block.source, block.text, evidence), evidence});
  }
  return gloss.empty() ? "" : "<div id=\"gloss\" lang=\"en\" dir=\"ltr\">" + gloss + "</div>\n";
}

}  // namespace

Response article_page(const Context& context, std::string_view id) {
  const auto annotated = context.store.article(id);
  if (!annotated) return error_page(annotated.error());
  const model::Article& article = annotated->article;
  const Span evidence{static_cast<uint32_t>(context.request.number("from", 0)),
                      static_cast<uint32_t>(context.request.number("to", 0))};
  std::vector<Mark> marks;
  for (const auto& mention : annotated->mentions) {
    if (mention.at.block == model::kTitleBlock) marks.push_back(mention_mark(mention));
  }
  bool in_title = false;
  if (!evidence.empty() && article.title_span.overlaps(evidence)) {
    in_title = true;
    marks.push_back({range_of(article.title_source, article.title, evidence),
                     "<mark id=\"evidence\">", "</mark>", 0});
  }
  const auto history = context.store.history(id);
  const size_t versions = history ? history->size() : 1;
  std::string content =
      old_version_note(history, id) +
      fmt::format("<div class=\"beside\">\n<article lang=\"{}\" dir=\"{}\">\n<h1>{}</h1>\n",
                  escape(article.lang), escape(article.dir),
                  marked(article.title, std::move(marks)));
  const std::string gloss = gloss_of_evidence(*annotated, evidence);
  content += (in_title ? gloss : "") + body(*annotated, in_title ? Span{} : evidence, gloss);
  content += "</article>\n<aside>\n";
  const auto story = context.store.story_of_article(newest_of(history, id));
  if (story && !story->empty()) {
    content += fmt::format("<p><a href=\"/story/{}\">The story, with the other accounts</a></p>\n",
                           url_part(*story));
  }
  content += facts_of(context, article, versions) + dates_of(article) + events_of(*annotated) +
             removed_of(article);
  content += fmt::format(
      "<p><a href=\"/article/{0}/history\">Versions</a> · <a "
      "href=\"/api/article/{0}\">JSON</a></p>\n</aside>\n</div>\n",
      url_part(id));
  return page(article.title + " — Synoptic", content);
}

}  // namespace synoptic::serve
