#include "clean/html_authors.h"

#include <algorithm>

#include "clean/byline.h"
#include "clean/page.h"
#include "clean/people.h"
#include "text/utf8.h"
#include "url/url.h"

namespace synoptic::clean {
namespace {

constexpr size_t kMaxAuthors = 30;

}  // namespace

void AuthorNotes::add(std::string_view words, Span span, Source source, std::string_view lang,
                      std::string profile) {
  words = text::trim_space(words);
  if (words.empty() || words.size() > 200) return;
  if (authors_[static_cast<size_t>(source)].size() >= kMaxAuthors) return;
  // "By Name", "Reporter: Name": the by-line's own words go.
  Piece line;
  line.text = words;
  line.span = span;
  if (span.size() == words.size())
    line.source.append_linear(span.size(), span.begin);
  else
    line.source.append_whole(static_cast<uint32_t>(words.size()), span);
  const auto found = parse_byline(measure(line), knowledge_, lang);
  if (found && !found->authors.empty()) {
    for (const auto& author : found->authors) {
      add_name(author.name, author.span, source, profile);
    }
    return;
  }
  for (const Range part : names_in(words)) {
    add_name(part.of(words), line.source.to_source(part), source, profile);
  }
}

// "A Name and Another Name", "A Name, Another Name": only where every part looks like a name.
std::vector<Range> AuthorNotes::names_in(std::string_view words) const {
  std::vector<Range> parts = {{0, static_cast<uint32_t>(words.size())}};
  std::vector<std::string> joints = {", ", " & ", " / "};
  for (const auto& cue : knowledge_.cues("name_joiner")) joints.push_back(" " + cue.text + " ");
  for (const std::string& joint : joints) {
    std::vector<Range> finer;
    for (const Range part : parts) {
      uint32_t begin = part.begin;
      for (size_t at; (at = words.find(joint, begin)) < part.end;) {
        finer.push_back({begin, static_cast<uint32_t>(at)});
        begin = static_cast<uint32_t>(at + joint.size());
      }
      finer.push_back({begin, part.end});
    }
    const bool all = std::all_of(finer.begin(), finer.end(),
                                 [&](Range part) { return looks_like_person(part.of(words)); });
    if (all) parts = std::move(finer);
  }
  return parts;
}

void AuthorNotes::add_name(std::string_view words, Span span, Source source, std::string profile) {
  if (words.ends_with(')')) words = words.substr(0, words.find('('));  // initials, a role
  words = text::trim_space(words);
  // Addresses, handles and whole sentences are no names.
  if (words.empty() || words.size() > 120 || url::is_web(words) ||
      words.find_first_of("@/0123456789<>{}:=\"") != std::string_view::npos) {
    return;
  }
  auto& list = authors_[static_cast<size_t>(source)];
  const bool known = std::any_of(list.begin(), list.end(),
                                 [&](const auto& a) { return key_of(a.name) == key_of(words); });
  if (known || list.size() >= kMaxAuthors) return;
  model::Author author;
  author.name = words;
  author.url = std::move(profile);
  author.span = span;
  list.push_back(std::move(author));
}

std::vector<model::Author> AuthorNotes::settle(const std::vector<std::string>& sites) {
  for (auto& list : authors_) {
    std::erase_if(list, [&](const model::Author& author) {
      const std::string key = key_of(author.name);
      return names_outlet(knowledge_, author.name) ||
             std::any_of(sites.begin(), sites.end(),
                         [&](const auto& site) { return key_of(site) == key; });
    });
    if (!list.empty()) return std::move(list);
  }
  return {};
}

}  // namespace synoptic::clean
