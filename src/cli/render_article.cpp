// An article as Markdown, as text and as a row of a table.
#include <fmt/format.h>

#include "base/strings.h"
#include "cli/evidence.h"
#include "cli/render.h"
#include "cli/terminal.h"
#include "text/controls.h"
#include "text/words.h"

namespace synoptic::cli {
namespace {

// A YAML double-quoted scalar: right for every string.
std::string yaml(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text::printable(text)) {  // YAML 1.2, 5.1
    if (c == '"' || c == '\\') quoted += '\\';
    if (c == '\n' || c == '\r' || c == '\t')
      quoted += c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t";
    else
      quoted += c;
  }
  return quoted + "\"";
}

std::string yaml_list(const std::vector<std::string>& items) {
  std::vector<std::string> quoted;
  for (const auto& item : items) quoted.push_back(yaml(item));
  return "[" + join(quoted, ", ") + "]";
}

void add_front_matter(const model::Article& article, std::string& out) {
  const auto line = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) out += fmt::format("{}: {}\n", key, yaml(value));
  };
  out += "---\n";
  line("title", article.title);
  line("url", article.url);
  if (article.publisher) line("source", article.publisher->name);
  if (article.published) line("date", model::iso(article.published->value));
  if (article.published) line("date_zone", article.published->value.zone);
  line("fetch_date", article.fetched);
  line("lang", article.lang);
  line("section", article.section);
  std::vector<std::string> names;
  for (const auto& author : article.authors) names.push_back(author.name);
  if (!names.empty()) out += "author: " + yaml_list(names) + "\n";
  if (!article.keywords.empty()) out += "tags: " + yaml_list(article.keywords) + "\n";
  names.clear();
  for (const auto& origin : article.origins) {
    // Hearsay names nobody.
    const std::string& name = origin.url.empty() ? origin.name : origin.url;
    if (!name.empty()) names.push_back(name);
  }
  if (!names.empty()) out += "origins: " + yaml_list(names) + "\n";
  line("sha256", article.sha256);
  line("id", article.id);
  out += "---\n\n";
}

// Text that would be read as markup at the front of a line.
std::string escaped(const std::string& text) {
  constexpr std::string_view kMarks = "#>*+-=`~|<";
  if (!text.empty() && kMarks.find(text[0]) != std::string_view::npos) return "\\" + text;
  // "2025. Another year" is no list.
  const size_t digits = text.find_first_not_of("0123456789");
  if (digits == 0 || digits == std::string::npos) return text;
  if (text[digits] != '.' && text[digits] != ')') return text;
  return text.substr(0, digits) + "\\" + text.substr(digits);
}

std::string_view place_name(uint32_t block) {
  return block == model::kTitleBlock ? "title" : "text";
}

}  // namespace

std::string article_as_markdown(const model::Article& article) {
  std::string out;
  add_front_matter(article, out);
  out += "# " + article.title + "\n";
  bool list = false;
  for (const auto& block : article.blocks) {
    const bool item = block.kind == model::BlockKind::kListItem;
    if (!(item && list)) out += "\n";
    list = item;
    switch (block.kind) {
      case model::BlockKind::kHeading:
        out +=
            std::string(static_cast<size_t>(std::clamp(block.level, 2, 6)), '#') + " " + block.text;
        break;
      case model::BlockKind::kListItem:
        out += "- " + escaped(block.text);
        break;
      case model::BlockKind::kQuote:
        out += "> " + escaped(block.text);
        break;
      case model::BlockKind::kCaption:
        out += "*" + block.text + "*";
        break;
      default:
        out += escaped(block.text);
    }
    out += "\n";
  }
  return text::printable(out);
}

std::string article_as_text(const model::Article& article) {
  return article.title + "\n\n" + model::main_text(article) + "\n";
}

std::string article_table_head() {
  return bold(fmt::format("{:<16} {:<8} {:<20} {:<48} {:>6}  {}", "date", "language", "publisher",
                          "title", "words", "path"));
}

std::string article_as_table_row(const model::Article& article) {
  const std::string published =
      article.published ? model::iso(article.published->value).substr(0, 16) : "—";
  const std::string publisher = article.publisher ? article.publisher->name : "—";
  const size_t words = text::words(model::main_text(article)).size();
  return fmt::format("{} {} {} {} {:>6}  {}", fit(published, 16), fit(article.lang, 8),
                     fit(one_line(publisher), 20), fit(one_line(article.title), 48), words,
                     isolate(one_line(article.path)));
}

std::string removed_as_text(const model::Article& article) {
  std::string out;
  for (const auto& removed : article.removed) {
    out += fmt::format("  {:<20} {:>7}-{:<7} {}\n", removed.reason, removed.span.begin,
                       removed.span.end, fit(one_line(removed.text), 60));
  }
  return out.empty() ? "  nothing\n" : out;
}

std::string removed_as_markdown(const model::Article& article) {
  std::string out = "\n## Removed\n\n";
  for (const auto& removed : article.removed) {
    out += fmt::format("- `{}` {}-{}: {}\n", removed.reason, removed.span.begin, removed.span.end,
                       one_line(removed.text));
  }
  return out;
}

std::string article_explained(const model::Annotated& annotated) {
  const model::Article& article = annotated.article;
  std::string out = bold(isolate(article.title)) + "\n";
  out += fmt::format("{} of {} (sha256 {})\n", article.index, article.path, article.sha256);
  out += fmt::format("language {} ({}), {} blocks, {} removed\n", article.lang, article.script,
                     article.blocks.size(), article.removed.size());
  out += "\n" + evidence_as_text(article);
  out += "\n" + bold("Removed") + "\n" + removed_as_text(article);
  out += "\n" + bold("Mentions") + "\n";
  for (const auto& mention : annotated.mentions) {
    out += fmt::format("  {:<5} {:>7}-{:<7} {} -> {} ({}, {}{}{})\n", place_name(mention.at.block),
                       mention.at.span.begin, mention.at.span.end, isolate(mention.text),
                       mention.entity.empty() ? "NIL" : mention.entity, mention.name, mention.form,
                       mention.rule.empty() ? "" : ", ", mention.rule);
  }
  out += "\n" + bold("Events") + "\n";
  const auto names = [](const std::vector<model::Argument>& list) {
    std::vector<std::string> parts;
    for (const auto& argument : list) parts.push_back(argument.name);
    return parts.empty() ? std::string("—") : join(parts, " + ");
  };
  for (const auto& event : annotated.events) {
    out += fmt::format("  {:<10} {:<9} {} -> {}{}  {}{}  confidence {:.2f}  bytes {}-{}  {}\n",
                       event.action, event.type, names(event.actor), names(event.recipient),
                       event.partner.empty() ? "" : " with " + names(event.partner),
                       event.polarity == model::Polarity::kNegative ? "not, " : "", event.modality,
                       event.confidence, event.at.span.begin, event.at.span.end, event.rule);
  }
  out += "\n" + bold("Expected, feared, hoped") + "\n";
  for (const auto& outlook : annotated.outlooks) {
    out += fmt::format("  {}{}{}: {}  bytes {}-{}  {}\n", outlook.modality,
                       outlook.polarity == model::Polarity::kNegative ? " not to be" : "",
                       outlook.holder ? " by " + isolate(outlook.holder->name) : "",
                       isolate(outlook.text), outlook.at.span.begin, outlook.at.span.end,
                       outlook.rule);
  }
  out += "\n" + bold("First of its kind") + "\n";
  for (const auto& standing : annotated.standings) {
    out += fmt::format("  {}: {} {} of {}, place {}  {}  bytes {}-{}  {}\n", standing.subject.name,
                       standing.order, standing.kind, standing.place.name, standing.rank,
                       isolate(standing.text), standing.at.span.begin, standing.at.span.end,
                       standing.rule);
  }
  out += "\n" + bold("Topics") + "\n";
  for (const auto& topic : annotated.topics) {
    out += fmt::format("  {}{} {:.3f}  {}\n", topic.parent.empty() ? "" : "  ", topic.id,
                       topic.score, isolate(join(topic.words, "; ")));
  }
  return out;
}

}  // namespace synoptic::cli
