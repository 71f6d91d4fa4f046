// Capture -> Articles: the main text whole and nothing else, with title, dates, publisher, authors,
// origins, each with its bytes in the capture; what was left out is listed with the reason. A
// capture can hold several articles; nothing is inherited from one to the other. A page that is no
// article (a front page) gives none.
//
// `sites`: what earlier pages taught of their hosts (site_memory.h); may be left out.
//
// Pure: no files, no clock; the same capture gives the same articles. As a library:
//
//   const auto knowledge = knowledge::Knowledge::load();
//   const auto languages = text::LanguageId::embedded();
//   const auto page = collect::read_file("page.html");
//   for (const auto& article : clean::clean(*page, **knowledge, *languages)) use(article);
//
// Each of the three may be an Error (base/result.h); examples/clean_page.cpp is the whole program.
// Knowledge and LanguageId are loaded once and may be shared by any number of threads.
#pragma once

#include <vector>

#include "clean/site_memory.h"
#include "knowledge/knowledge.h"
#include "model/article.h"
#include "model/capture.h"
#include "text/language_id.h"

namespace synoptic::clean {

std::vector<model::Article> clean(const model::Capture& capture,
                                  const knowledge::Knowledge& knowledge,
                                  const text::LanguageId& languages,
                                  const SiteMemory* sites = nullptr);

}  // namespace synoptic::clean
