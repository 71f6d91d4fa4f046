#include "clean/people/byline_facts.h"

#include "clean/people/origins.h"
#include "clean/people/people.h"
#include "text/utf8.h"

namespace synoptic::clean {

Range BylineFacts::range_in_line(std::string_view words) const {
  const auto begin = static_cast<uint32_t>(words.data() - line_.piece.text.data());
  return {begin, begin + static_cast<uint32_t>(words.size())};
}

Span BylineFacts::span_of(std::string_view words) const {
  return line_.piece.source.to_source(range_in_line(words));
}

void BylineFacts::add_date(const knowledge::DateMatch& match, std::string_view role) {
  model::DateEvidence evidence;
  evidence.value = match.value;
  evidence.role = role.empty() ? "published" : role;
  evidence.where = role.empty() ? "byline" : "label";
  evidence.span = line_.piece.source.to_source(match.range);
  evidence.rule = match.rule;
  evidence.weekday_agrees = match.weekday_agrees;
  found.dates.push_back(std::move(evidence));
}

void BylineFacts::add_author(std::string_view name, model::Author author) {
  const Range range = range_in_line(name);
  author.name = std::string(name);
  author.span = span_of(name);
  for (const Link& link : line_.piece.links) {
    if (!link.range.overlaps(range)) continue;
    author.url = link.url;
    // A job stands behind the link.
    const std::string_view words = text::trim_space(link.range.of(line_.piece.text));
    if (words.size() < name.size() && name.starts_with(words) && looks_like_person(words)) {
      author.name = std::string(words);
      author.span = span_of(words);
    }
  }
  found.authors.push_back(std::move(author));
}

void BylineFacts::add_editor(std::string_view name) {
  model::Author editor;
  editor.name = std::string(name);
  editor.role = "editor";
  editor.span = span_of(name);
  found.editors.push_back(std::move(editor));
}

void BylineFacts::add_origin(std::string_view name) {
  name = without_rest_of_label(name);
  model::Origin origin;
  origin.name = std::string(name);
  origin.kind = "label";
  origin.span = span_of(name);
  for (const Link& link : line_.piece.links) {
    if (link.range.overlaps(range_in_line(name))) origin.url = link.url;
  }
  found.origins.push_back(std::move(origin));
}

void BylineFacts::set_publisher(std::string_view name) {
  found.publisher = publisher_of(name, span_of(name));
}

}  // namespace synoptic::clean
