#include "clean/people/credits.h"

#include <algorithm>
#include <utility>

#include "clean/people/lone_names.h"
#include "clean/people/name_places.h"
#include "clean/people/name_words.h"
#include "clean/people/people.h"
#include "clean/people/press_release.h"
#include "clean/people/report_heads.h"
#include "clean/section_trail.h"
#include "clean/site.h"
#include "url/url.h"

namespace synoptic::clean {

using model::Article;

namespace {

// "Harbour Times Bureau": the paper alone; "New York Bureau" names none.
void drop_desk(const knowledge::Knowledge& knowledge, model::Publisher& publisher) {
  const std::string_view name = publisher.name, rest = without_desk(name);
  if (rest.size() == name.size() || names_place(knowledge, rest)) return;
  const auto begin = static_cast<uint32_t>(rest.data() - name.data());
  const auto end = begin + static_cast<uint32_t>(rest.size());
  if (publisher.span.size() == name.size()) {
    publisher.span = {publisher.span.begin + begin, publisher.span.begin + end};
  }
  publisher.name = std::string(rest);
}

// "harbourtimes" of harbour-times.example.org.
std::string label_of(std::string_view domain) {
  std::string label;
  for (const char c : domain.substr(0, domain.find('.'))) {
    if (c != '-') label += c;
  }
  return label;
}

// The address, or one that the page leads to, is written like the name.
bool names_site(const Page& page, std::string_view domain, std::string_view name) {
  constexpr size_t kMostLines = 400;
  const std::string key = key_of(name);
  if (key.empty()) return false;
  if (!domain.empty()) return label_of(domain) == key;
  for (size_t i = 0; i < page.lines.size() && i < kMostLines; ++i) {
    for (const Link& link : page.lines[i].piece.links) {
      if (label_of(site_of(link.url).domain) == key) return true;
    }
  }
  return false;
}

// "Harbour Times Media" of harbourtimes.com: the company is called so, the site goes without.
void shorten_to_site(const Page& page, std::string_view domain, model::Publisher& publisher) {
  std::string_view name = publisher.name;
  for (;;) {
    const std::string_view rest = without_company_word(name);
    if (rest.size() == name.size()) return;
    name = rest;
    if (names_site(page, domain, name)) break;
  }
  if (publisher.span.size() == publisher.name.size() && publisher.name.starts_with(name)) {
    publisher.span.end = publisher.span.begin + static_cast<uint32_t>(name.size());
  }
  publisher.name = std::string(name);
}

// "Town of Somewhere - 2 May": beside a writer with a page of their own, what the text speaks of.
void drop_places_told(const std::vector<model::Block>& blocks,
                      std::vector<model::Author>& authors) {
  const auto is_linked = [](const model::Author& author) { return !author.url.empty(); };
  if (std::ranges::none_of(authors, is_linked)) return;
  std::erase_if(authors, [&](const model::Author& author) {
    return !is_linked(author) && author.role.empty() &&
           std::ranges::any_of(blocks, [&](const model::Block& block) {
             return block.text.find(author.name) != std::string::npos;
           });
  });
}

}  // namespace

void Credits::take_byline(const Byline& byline) {
  for (const auto& author : byline.authors) byline_authors_.push_back(author);
  for (const auto& editor : byline.editors) editors_.push_back(editor);
  // A name that the page's elements call an author's is no outlet's.
  const auto names_it = [&](const model::Author& author) {
    return author.role.empty() && key_of(author.name) == key_of(byline.publisher->name);
  };
  if (byline.publisher && std::any_of(facts_.authors.begin(), facts_.authors.end(), names_it)) {
    return;
  }
  if (byline.publisher && (!outlet_ || is_better_known(byline.publisher, *outlet_))) {
    outlet_ = byline.publisher;
  }
}

void Credits::take_outlet(const Line& line) {
  if (const auto both = person_and_outlet(knowledge_, line.piece.text)) {
    model::Author author;
    author.name = both->person.of(line.piece.text);
    author.span = line.piece.source.to_source(both->person);
    byline_authors_.push_back(std::move(author));
    // The name of a section above the headline may have been taken for the outlet's.
    if (outlet_ && (!outlet_->entity.empty() || names_outlet(knowledge_, outlet_->name))) return;
    outlet_ =
        publisher_of(both->outlet.of(line.piece.text), line.piece.source.to_source(both->outlet));
    return;
  }
  model::Publisher named = publisher_of(line.piece.text, line.piece.span);
  // "صحيفة الميناء" says what it is, "أخبار البحر" above it may be a section.
  const bool better = outlet_ && outlet_->entity.empty() &&
                      begins_as_outlet(knowledge_, named.name) &&
                      !begins_as_outlet(knowledge_, outlet_->name);
  if (!outlet_ || better) outlet_ = std::move(named);
}

size_t Credits::settle(const Title& title, Article& article) {
  SectionTrail trail;
  if (format_ != model::Format::kHtml) trail = section_trail(page_, title, knowledge_);
  if (article.section.empty()) article.section = std::move(trail.section);
  if (!outlet_) outlet_ = std::move(trail.publisher);
  settle_publisher(title, article);
  return settle_authors(title, article);
}

void Credits::settle_publisher(const Title& title, Article& article) {
  auto& publisher = article.publisher;
  if (!publisher) publisher = outlet_;
  if (!publisher) publisher = site_of_title(title);
  if (!publisher && format_ != model::Format::kHtml) {
    size_t line = bare_outlet(page_, title, byline_authors_, knowledge_);
    if (line == kNoLine && format_ == model::Format::kPlain && !owner_) {
      line = outlet_at_top(page_, title, knowledge_);
    }
    if (line != kNoLine) take_outlet(page_.lines[line]);
    publisher = outlet_;
  }
  const std::string domain = site_of(article.url).domain;
  if (!publisher && !domain.empty()) {
    if (const auto* entity = knowledge_.find_by_domain(domain)) {
      publisher =
          model::Publisher{std::string(entity->name_in(model::primary_language(article.lang))),
                           entity->id,
                           "",
                           domain,
                           {}};
    }
  }
  if (!publisher && format_ != model::Format::kHtml) publisher = host_written_out(page_, domain);
  if (!publisher) publisher = issuer_of(article.blocks);
  if (!publisher || is_better_known(owner_, *publisher)) {
    publisher = owner_;
    if (publisher) shorten_to_site(page_, domain, *publisher);
  }
  if (!publisher) return;
  if (publisher->entity.empty() && known_outlet(knowledge_, publisher->name) == nullptr) {
    drop_desk(knowledge_, *publisher);
  }
  if (url::is_web(publisher->name)) {
    publisher->name = url::registrable_domain(url::host_of(publisher->name));
  }
  if (publisher->domain.empty()) publisher->domain = domain;
  link_publisher(knowledge_, *publisher);
}

size_t Credits::settle_authors(const Title& title, Article& article) {
  auto& authors = article.authors;
  // What a page's data say was weighed against its by-lines already; a line may add a profile and
  // a number to a known name.
  const bool told = format_ == model::Format::kHtml && !authors.empty();
  for (const auto& author : byline_authors_) {
    const bool known = std::any_of(authors.begin(), authors.end(), [&](const auto& other) {
      return key_of(other.name) == key_of(author.name);
    });
    if (!told || known) authors.push_back(author);
  }
  if (format_ != model::Format::kHtml) drop_places_told(article.blocks, authors);
  authors = people_only(knowledge_, std::move(authors), article.publisher);
  std::vector<model::Author> desks;  // a person's name is better
  if (std::all_of(authors.begin(), authors.end(),
                  [](const auto& author) { return author.role == "organisation"; })) {
    desks.swap(authors);
  }
  const size_t line = authors.empty() ? take_lone_names(title, article) : kNoLine;
  if (authors.empty() || (!desks.empty() && authors.front().role == "editor")) desks.swap(authors);
  authors = people_only(knowledge_, std::move(authors), article.publisher);
  return line;
}

// Who wrote it, by the place of a name, where nothing labels one; else who answers for the text.
// Gives the line that held the name and nothing else.
size_t Credits::take_lone_names(const Title& title, Article& article) {
  auto& authors = article.authors;
  size_t line = kNoLine;
  const auto lang = model::primary_language(article.lang);
  auto behind = std::exchange(sign_off_, std::nullopt);
  if (!behind) behind = names_behind_text(article.blocks, knowledge_, lang);
  if (behind) {
    authors = std::move(behind->authors);
    for (auto& editor : behind->editors) editors_.push_back(std::move(editor));
  }
  if (authors.empty()) {
    authors = reporters_at_head(article.blocks, knowledge_, format_ != model::Format::kHtml);
  }
  if (authors.empty() && format_ != model::Format::kHtml) {
    authors = reporters_below_text(page_, knowledge_);
  }
  if (authors.empty()) {
    NamesAbove above = names_above_text(page_, title, knowledge_);
    authors = std::move(above.authors);
    line = above.line;
    if (authors.size() == 1 && closes_dateline(article.blocks, authors[0].name)) {
      if (!article.publisher) {
        article.publisher = publisher_of(authors[0].name, authors[0].span);
        link_publisher(knowledge_, *article.publisher);
      }
      authors.clear();
    }
  }
  if (authors.empty() && article.publisher) {
    auto name = name_in_dateline(article.blocks, knowledge_, article.publisher->name);
    if (name) authors.push_back(std::move(*name));
  }
  if (authors.empty()) {
    auto name = name_behind_outlet(article.blocks, knowledge_,
                                   article.publisher ? article.publisher->name : "");
    if (name) authors.push_back(std::move(*name));
  }
  if (authors.empty()) {
    const bool html = format_ == model::Format::kHtml;
    auto name = name_below_text(page_, article.blocks, knowledge_, html);
    if (name) authors.push_back(std::move(*name));
  }
  if (authors.empty()) authors = editors_;
  return line;
}

// In a text without markup any line above the headline may look like the outlet's.
bool Credits::is_better_known(const std::optional<model::Publisher>& owner,
                              const model::Publisher& outlet) const {
  if (!owner || format_ != model::Format::kPlain || !outlet.entity.empty()) return false;
  model::Publisher known = *owner, line = outlet;
  link_publisher(knowledge_, known);
  link_publisher(knowledge_, line);
  return !known.entity.empty() && line.entity.empty();
}

// "Headline - Outlet" in what the page says of itself.
std::optional<model::Publisher> Credits::site_of_title(const Title& title) const {
  for (const TitleCandidate& candidate : facts_.titles) {
    std::string outlet;
    const std::string text = without_site_name(candidate.text, page_, knowledge_, outlet);
    if (!outlet.empty() && key_of(text) == title.key && width_of(outlet) <= 45) {
      return publisher_of(outlet, candidate.span);
    }
  }
  return std::nullopt;
}

}  // namespace synoptic::clean
