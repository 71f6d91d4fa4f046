// The parts of a story's page, a file each, in the order of the page. Private to the room.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "serve/page.h"
#include "sheet/sheet.h"
#include "watch/revision.h"

namespace synoptic::serve {

// A story as the store has it, compared. Accounts point into it: it stays where it is.
struct LoadedStory {
  model::Story story;
  std::vector<model::Annotated> articles;
  model::Synopsis synopsis;
  // Of articles that took an older version's place: what that one said.
  std::map<std::string, watch::Revision, std::less<>> revisions;
};

// What the parts share while a page is made.
struct StoryView {
  const Context& context;
  const LoadedStory& loaded;
  const sheet::Accounts& accounts;
  size_t glosses_left = 0;  // a page of a hundred accounts shows its glosses with the articles only
};

using Values = std::vector<const model::FactValue*>;

std::string story_head(StoryView& view);  // title, what must be said first, the event in one line
// A page shows so many reports one by one. What is left out stands
// in the JSON, to which a last row leads.
constexpr size_t kMostReports = 200;
std::string more_html(const StoryView& view, size_t all, std::string_view what);

std::string story_links(const StoryView& view);  // to what is near
std::string story_facts(StoryView& view);
std::string story_timeline(StoryView& view);
std::string story_provenance(StoryView& view);
std::string first_badge(const StoryView& view);  // of the first known report
std::string story_parties(StoryView& view);
std::string story_articles(StoryView& view);

// Which of the fact's sides the value is on, that of most accounts first: its colour.
size_t side_of(const model::Fact& fact, const model::FactValue& value);
void put_most_first(const model::Fact& fact, std::vector<Values>& sides);
// A story's sections have rows that tell a reader little: names that all name, deeds that all tell.
// They share a line, which opens to them.
struct Fold {
  std::string title;  // "Named by all"
  std::vector<const model::Fact*> facts;
};
std::vector<Fold> take_folds(sheet::Section& section);
std::string fold_html(StoryView& view, const Fold& fold);
// The article whose title the page has: of those that the reader can read the story's own, else the
// first; where there is none, the story's own. nullptr: none has the story's title.
const model::Annotated* title_teller(const LoadedStory& loaded);
const model::Article* story_title_article(const LoadedStory& loaded);  // whose title is the story's
// The same of a list's row.
const store::ArticleRow* title_row(const model::Story& story,
                                   const std::vector<store::ArticleRow>& articles);
// One report that has it from nobody else's has neither order nor source to show.
bool has_timeline(const StoryView& view);
bool has_provenance(const StoryView& view);
// "said 17 before", where the values' article was corrected; else empty.
std::string was_html(const StoryView& view, const Values& values);
// A mark of a corrected article, that leads to its history; empty where it is none.
std::string revised_html(const StoryView& view, const model::Article& article);
// What a fact answers; an article's own words in it are marked as a quote.
std::string label_html(const sheet::Asked& asked);

// A value that opens to its evidence: on hover, focus, tap, Enter; no script. `shown` is HTML.
// The values stand in one sentence.
enum class Evidence { kFolded, kOpen };
std::string value_cell(StoryView& view, std::string_view shown, const Values& values,
                       Evidence evidence = Evidence::kFolded);
// What limits a value and is read beside it: that it is background, and in whose name it is given
// ("says the agency"); mostly empty.
std::string says_html(const StoryView& view, const model::FactValue& value);
// What the sides of a fact say, one against the other; each stays in one piece.
std::string against(const std::vector<std::string>& says);
// The values of one sentence together.
std::vector<Values> by_sentence(const Values& values);
// Words about a value, in the language of its article where they are that one's.
std::string words_in(const StoryView& view, const model::FactValue& value,
                     const std::string& shown);
// What is shown of a value: a canonical name, a figure, or the article's words in its language.
std::string name_of(const StoryView& view, const model::FactValue& value);
std::string names_of(const StoryView& view, const Values& values);
// The same of one side of a fact, by an account that the reader can read where one has it.
std::string side_words(const Values& side, const sheet::LanguageOf& language);

// The sentence word for word in the reader's language, words in `marks` (of the sentence) marked;
// empty where that has no use.
std::string gloss_of(const model::Annotated& annotated, const model::Place& sentence,
                     const std::vector<Range>& marks = {});
std::string gloss_of(std::string_view text, std::string_view lang, std::string_view dir);

std::string outlet_of(const model::Article& article);  // its name, or its file's
// A report, an account, an outlet: a link where it is an article of the story.
std::string who_is(const StoryView& view, std::string_view who);

// Drawings. Colours stand in attributes for a drawing that is saved, and in classes for the page.
std::string provenance_svg(const sheet::Accounts& accounts);
std::string parties_svg(const sheet::Accounts& accounts);  // empty: no deeds

}  // namespace synoptic::serve
