// A story laid out for people: what its page, its Markdown and its JSON show beside the facts. Made
// from the synopsis and the annotated articles; nothing is generated, every cell is a FactValue
// with the bytes it stands in.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/json.h"
#include "knowledge/knowledge.h"
#include "model/model.h"

namespace synoptic::sheet {

// A synopsis with the articles it speaks of. Holds references; cheap to pass around.
class Accounts {
 public:
  // `articles` may hold others as well.
  Accounts(const model::Synopsis& synopsis, const std::vector<model::Annotated>& articles,
           const knowledge::Knowledge& knowledge);

  const model::Synopsis& synopsis() const { return synopsis_; }
  const knowledge::Knowledge& knowledge() const { return knowledge_; }
  // nullptr for what is no article of the story (an outlet's name).
  const model::Annotated* annotated(std::string_view id) const;
  const model::Article* article(std::string_view id) const;
  size_t count() const { return synopsis_.accounts.size(); }
  // The article that speaks for an account: the original of its copies.
  const model::Annotated* original(size_t account) const;
  std::optional<size_t> account_of(std::string_view article) const;

 private:
  const model::Synopsis& synopsis_;
  const knowledge::Knowledge& knowledge_;
  std::unordered_map<std::string_view, const model::Annotated*> by_id_;
  std::unordered_map<std::string_view, size_t> account_of_;
};

std::string_view publisher_of(const model::Article& article);  // or its file's name
std::string published_of(const model::Article& article);       // stamp, or empty
const char* question(std::string_view slot);                   // "how many"
// Does the fact lay whole sentences side by side, in which other things may differ?
bool is_alike(const model::Fact& fact);

struct Quote {  // an article's own words, with its language
  std::string text, lang;
};
// What a fact answers: "how many killed", "to whom: rescue", "in other words". `question` and
// `about` are in the interface's language.
struct Asked {
  std::string question;
  std::string about;  // may be empty; of a `word` its gloss
  Quote word;         // what is counted, where only an article has a name for it
  Quote around;       // which day or place is meant: the words around it in one account, without it
};
using LanguageOf = std::function<std::string(std::string_view article)>;
Asked asked(const model::Fact& fact, const LanguageOf& language = {});
Asked asked(const Accounts& accounts, const model::Fact& fact);
std::string label(const Asked& asked);  // as plain text
// The facts in the order they are shown: where accounts differ, what changed, what all say, what
// several do, what one alone says,
// and sentences on one point, which need not say the same in all. Sections without facts are left
// out.
struct Section {
  const char* id;     // differ, updates, agree, several, alike, only
  const char* title;  // "They differ"
  std::vector<const model::Fact*> facts;
};
std::vector<Section> sections(const Accounts& accounts);
const char* verdict_text(const model::Fact& fact);  // "differ by who says it"
// A difference whose confidence says that fewer than three of four such are right.
bool is_doubtful(const model::Fact& fact);
std::string shown(const model::FactValue& value);  // name or text, digits in groups, "at least"
// In whose name a value is given, for people; empty: in the article's, or it is the speaker itself.
std::string claimant_of(const Accounts& accounts, const model::FactValue& value);
// What else limits a value: "planned", "background"; empty where nothing does.
std::string qualifiers(const model::FactValue& value);
// Is it said by a copy of the account's article, and not by that one? Then it must be shown as the
// copy's: both stand in one account.
bool is_of_copy(const Accounts& accounts, const model::FactValue& value);
// Is there anything to lay side by side: a second account, or a copy that changed something?
bool has_two_sides(const model::Synopsis& synopsis);
// Who gives the values: accounts, sorted, each once; and copies where their originals do not. A
// copy is no second account, and what it changed is not its original's.
struct Tellers {
  std::vector<size_t> accounts;
  std::vector<std::string_view> copies;  // articles
};
Tellers tellers_of(const Accounts& accounts, const std::vector<const model::FactValue*>& values);
Tellers tellers_of(const Accounts& accounts, const std::vector<model::FactValue>& values);
// "2 of 3", "2 of 3 and a copy", "2 copies".
std::string counted(const Tellers& tellers, size_t all);
// The accounts of a fact by what they say, those who say the same together; in the order of the
// fact's values, of what grew with time in the order it was told. An account that names two parties
// says both; what its copy changed is a side of its own.
std::vector<std::vector<const model::FactValue*>> sides(const model::Fact& fact);
// What a side says: the names of its first account's values, " + " between, of figures ", ".
std::string shown(const std::vector<const model::FactValue*>& side);
// The same by an account that writes the reader's language, where one of the side does.
std::string shown(const std::vector<const model::FactValue*>& side, const LanguageOf& language);
// The values that are shown then, each name once.
std::vector<const model::FactValue*> spokesman(const std::vector<const model::FactValue*>& side,
                                               const LanguageOf& language);
LanguageOf languages_of(const Accounts& accounts);
bool is_read(std::string_view lang);  // by those whom the interface is for

// What must be said before the facts: a single account, no dates, two events … in plain words.
std::vector<std::string> notes(const Accounts& accounts);

// --- the event in one line ------------------------------------------------------------------

enum class Role : uint8_t { kWho, kWhat, kWhom, kWhere, kWhen, kHowMany };
std::string_view role_name(Role role);  // "who"

struct LineCell {
  Role role = Role::kWho;
  std::string shown;
  std::vector<model::FactValue> values;  // who gives it, best told first
  std::vector<std::string> others;       // other values that the accounts give for the cell
  std::string fact;                      // id of the synopsis' fact it was taken from; may be empty
  std::string verdict;                   // of that fact
  std::string lang;   // of the shown text; empty: a canonical name, a figure, a day
  std::string about;  // of a figure: what it counts, as the fact has it
  Asked asked;        // "to whom", "how many killed"
};

struct EventLine {
  std::string action, type;  // of the deed, where one is known
  bool denied = false;       // the accounts say that it did not happen
  std::vector<LineCell> cells;
};

EventLine event_line(const Accounts& accounts);
// Whether the cell is what the story is called, so that people have read it already.
bool is_title(const Accounts& accounts, const LineCell& cell);

// --- who had it from whom -------------------------------------------------------------------

struct Report {
  std::string who;                 // article id, or the name of an outlet outside the story
  bool outside = false;            // no article of the story
  std::optional<size_t> account;   // of an article
  bool copy = false;               // folded into another article's account
  bool first = false;              // the first known report
  bool unattributed = false;       // cites nobody
  std::string date;                // ISO, may be empty
  std::optional<size_t> distance;  // steps to where it had it from in the end; 0: cites nobody
  std::string origin;              // who that is
};

struct Lineage {
  std::vector<Report> reports;  // oldest first, undated ones last
  struct Edge {
    size_t from = 0, to = 0;  // indices of reports
    std::string kind;         // cites, copies, first_report
    Span span;
  };
  std::vector<Edge> edges;
};

Lineage lineage(const Accounts& accounts);

// What the first known report is called, by how sure it is.
const char* first_report(const Accounts& accounts);

// --- who to whom ----------------------------------------------------------------------------

struct Deed {
  std::string actor, recipient;            // entity id, or the folded name
  std::string actor_name, recipient_name;  // for people
  std::string type, action;
  bool denied = false;                   // said not to have happened
  bool mutual = false;                   // done with each other: who is named first tells nothing
  bool differs = false;                  // accounts contradict each other about it
  std::vector<model::FactValue> values;  // a clause an account
  std::vector<size_t> accounts;
};

std::vector<Deed> deeds(const Accounts& accounts);  // those most accounts tell first

// --- when what became known -----------------------------------------------------------------

struct Moment {
  std::string date;  // stamp; empty: not known
  std::string who;   // article id or outlet
  bool first = false;
  bool revised = false;  // its text was corrected: what it says now it says since then
  struct News {          // a value that nobody said before
    const model::Fact* fact = nullptr;
    const model::FactValue* value = nullptr;
  };
  std::vector<News> news;
};

std::vector<Moment> timeline(const Accounts& accounts);

// --- the same as text -----------------------------------------------------------------------

std::string markdown(const Accounts& accounts);
// The synopsis' JSON object with "event", "lineage", "deeds" and "timeline" added.
std::string with_sheet(std::string synopsis_json, const Accounts& accounts);

}  // namespace synoptic::sheet
