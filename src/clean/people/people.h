// Who wrote, who published: a publisher is never an author, and an author is a person.
// Private to the room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clean/page.h"
#include "knowledge/knowledge.h"

namespace synoptic::clean {

// "Name – tagline", the two parted.
model::Publisher publisher_of(std::string_view words, Span span);
// Adds what the knowledge holds: the entity, by name or by domain.
void link_publisher(const knowledge::Knowledge& knowledge, model::Publisher& publisher);

// The organisation that the words name, as they are or without the word for what it is ("agence
// X").
const knowledge::Entity* known_outlet(const knowledge::Knowledge& knowledge, std::string_view name);
// Looks like the name of an outlet: a known organisation, or a word such as "News", "日报" in it.
bool names_outlet(const knowledge::Knowledge& knowledge, std::string_view words);
// One word that ends like outlets are called, in languages that write such names together:
// "Hafenkurier", "한강신문". Beside a date only: other words end so, too.
bool ends_as_outlet(const knowledge::Knowledge& knowledge, std::string_view words);
// "صحيفة الميناء": a paper that nobody knows, in scripts whose names have no capitals, told from a
// person by the word for what it is.
bool begins_as_outlet(const knowledge::Knowledge& knowledge, std::string_view words);
// A short sentence with its full stop: whatever outlet it speaks of, it is no outlet's name.
bool is_sentence(const knowledge::Knowledge& knowledge, const Line& line);
// A news agency that the knowledge has.
bool names_agency(const knowledge::Knowledge& knowledge, std::string_view words);
// An agency, a paper, a broadcaster, a site of news that the knowledge has.
bool names_known_medium(const knowledge::Knowledge& knowledge, std::string_view words);
// "with Agency", "avec AFP.": the agency; empty where it is none or no joining word stands there.
std::string_view agency_behind_joiner(const knowledge::Knowledge& knowledge,
                                      std::string_view words);
// "Name - Outlet", "Name / Outlet": a person's name and an outlet's, and nothing else.
struct PersonAndOutlet {
  Range person, outlet;
};
std::optional<PersonAndOutlet> person_and_outlet(const knowledge::Knowledge& knowledge,
                                                 std::string_view words);
// A known country, region or city.
bool names_place(const knowledge::Knowledge& knowledge, std::string_view words);
// "Staff", "Newsroom", "Редакция": nobody, and no organisation's name either.
bool is_desk(const knowledge::Knowledge& knowledge, std::string_view words);
// Two to four words that begin with capitals; in scripts without capitals no guess is made.
bool looks_like_person(std::string_view words);

// Authors without doubles, without the publisher and other organisations.
std::vector<model::Author> people_only(const knowledge::Knowledge& knowledge,
                                       std::vector<model::Author> authors,
                                       const std::optional<model::Publisher>& publisher);

// Names and entities of origins: by name, else by the domain of the link; doubles dropped. An
// article does not cite its own publisher.
std::vector<model::Origin> settle_origins(const knowledge::Knowledge& knowledge,
                                          std::vector<model::Origin> origins,
                                          const std::optional<model::Publisher>& publisher,
                                          std::string_view page_url);

}  // namespace synoptic::clean
