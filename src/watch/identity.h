// Which stored article is the same article fetched again. Pure; the store asks.
#pragma once

#include <string>

#include "model/model.h"

namespace synoptic::watch {

// One string for one article wherever and whenever it was fetched: its canonical URL, else the
// address of its capture, else its path, the last two with its place in the capture. Empty:
// standard input has no identity. `alone`: no other article of the capture has its URL.
std::string identity_of(const model::Article& article, bool alone);

// A URL that the page gives to itself is believed; a path or the address of a page of many articles
// may hold another article tomorrow, so that the texts have to agree as well.
bool is_weak(std::string_view identity);

// The identity by where the capture was alone, for pages whose own word is not believed.
std::string identity_by_place(const model::Article& article);

// Do two captures that name one canonical address hold one article? Some sites name one address on
// all of their pages: from another place (address, else file name) nearly all of the text has to
// agree, under the same title a third of it.
bool is_one_page(const model::Article& before, const model::Article& after);

// Do two texts tell the same, with edits? The same title, or a third of the shorter one's phrases
// of words in the other.
bool is_edited(const model::Article& before, const model::Article& after);

// Nothing that a reader sees differs: title, blocks and their kinds.
bool is_same_text(const model::Article& a, const model::Article& b);

// Was `a` fetched (else modified) before `b`, as far as both say?
bool is_older(const model::Article& a, const model::Article& b);

// Since when a version that took another's place says what it says, as far as that is known: the
// page's own time of its change, else when it was fetched. A stamp, or empty.
std::string revised_at(const model::Article& article);

}  // namespace synoptic::watch
