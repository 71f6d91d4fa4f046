// Checks of stories and their synopses: every fact by the bytes it points at.
#include <algorithm>

#include "model/stamp.h"
#include "world.h"

namespace synoptic::seeds {
namespace {

bool stories(const World& world, const Row&, const Expected& expected) {
  for (const auto& cluster : expected.rows("clusters")) {
    const auto* story = world.story_of(cluster[0]);
    if (story == nullptr || story->articles.size() != cluster.size()) return false;
    for (const auto& doc : cluster) {
      if (world.story_of(doc) != story) return false;
    }
    if (story->accounts.size() != cluster.size()) return false;  // no copies among them
  }
  return world.grouped.stories.size() == expected.rows("clusters").size();
}

// Values of a fact that stand in (or around) a checked span of that document.
bool touches(const World& world, const model::Fact& fact, const CheckedSpan& span) {
  const auto* annotated = world.article(span.doc);
  return annotated != nullptr &&
         std::any_of(fact.values.begin(), fact.values.end(), [&](const auto& value) {
           return value.article == annotated->article.id &&
                  (value.span.overlaps(span.span) || value.evidence_span.overlaps(span.span));
         });
}

bool gives(const World& world, const model::Fact& fact, std::string_view doc,
           const std::string& name) {
  const auto* annotated = world.article(doc);
  return std::any_of(fact.values.begin(), fact.values.end(), [&](const auto& value) {
    if (value.article != annotated->article.id) return false;
    return is_entity(world, value.norm, value.name, name) ||
           value.name.find(name) != std::string::npos;
  });
}

// The headline: one slot, the two sides with their own institutions.
bool contradiction(const World& world, const Row& row, const Expected& expected) {
  const auto* synopsis = world.synopsis_of(row.spans[0].doc);
  if (synopsis == nullptr) return false;
  return std::any_of(synopsis->differ.begin(), synopsis->differ.end(), [&](const auto& fact) {
    if (fact.slot != "recipient") return false;
    for (const auto& span : row.spans) {
      if (!touches(world, fact, span)) return false;
      for (const auto& name : expected.texts(span.doc)) {
        if (!gives(world, fact, span.doc, name)) return false;
      }
    }
    return true;
  });
}

bool in_list(const World& world, const std::vector<model::Fact>& facts, const Row& row) {
  return std::any_of(facts.begin(), facts.end(), [&](const auto& fact) {
    return std::all_of(row.spans.begin(), row.spans.end(),
                       [&](const auto& span) { return touches(world, fact, span); });
  });
}

// A fact that both give. The title says it in the same words as the text, so any fact whose values
// come from both articles and whose values hold both claims will do.
bool agree(const World& world, const Row& row, const Expected&) {
  const auto* synopsis = world.synopsis_of(row.spans[0].doc);
  if (synopsis == nullptr) return false;
  if (in_list(world, synopsis->agree, row)) return true;
  // The second span is a title that stands several times in the page: its words count.
  return std::any_of(synopsis->agree.begin(), synopsis->agree.end(), [&](const auto& fact) {
    return std::all_of(row.spans.begin(), row.spans.end(), [&](const auto& span) {
      const auto* annotated = world.article(span.doc);
      return touches(world, fact, span) ||
             std::any_of(fact.values.begin(), fact.values.end(), [&](const auto& value) {
               return value.article == annotated->article.id &&
                      value.evidence.find(span.text) != std::string::npos;
             });
    });
  });
}

bool difference(const World& world, const Row& row, const Expected&) {
  const auto* synopsis = world.synopsis_of(row.spans[0].doc);
  return synopsis != nullptr && in_list(world, synopsis->differ, row);
}

bool only_in(const World& world, const Row& row, const Expected& expected) {
  const auto* synopsis = world.synopsis_of(expected.text("source"));
  if (synopsis == nullptr) return false;
  return std::all_of(row.spans.begin(), row.spans.end(), [&](const auto& span) {
    return std::any_of(synopsis->only.begin(), synopsis->only.end(),
                       [&](const auto& fact) { return touches(world, fact, span); });
  });
}

// "Reuters (from URL)" -> "Reuters", "B Solidot" -> document B.
bool timeline(const World& world, const Row& row, const Expected& expected) {
  const auto* synopsis = world.synopsis_of(row.spans[0].doc);
  if (synopsis == nullptr) return false;
  const auto order = expected.rows("order");
  const auto& timeline = synopsis->provenance.timeline;
  if (timeline.size() != order.size()) return false;
  for (size_t i = 0; i < order.size(); ++i) {
    const std::string who = order[i][0].substr(0, order[i][0].find(' '));
    const auto* annotated = who.size() == 1 ? world.article(who) : nullptr;
    const std::string id = annotated != nullptr ? annotated->article.id : who;
    if (timeline[i].who != id || model::parts_of(timeline[i].date).clock != order[i][1])
      return false;
  }
  const std::string first = expected.text("first_report");
  return synopsis->provenance.first == first.substr(0, first.find(' '));
}

bool provenance(const World& world, const Row& row, const Expected& expected) {
  const auto* synopsis = world.synopsis_of(row.spans[0].doc);
  if (synopsis == nullptr) return false;
  for (const char* doc : {"A", "B"}) {
    const std::string wanted = expected.text(doc);
    const std::string id = world.article(doc)->article.id;
    const auto& provenance = synopsis->provenance;
    const bool cites_nobody =
        std::find(provenance.unattributed.begin(), provenance.unattributed.end(), id) !=
        provenance.unattributed.end();
    const bool cites =
        std::any_of(provenance.edges.begin(), provenance.edges.end(), [&](const auto& edge) {
          return edge.from == id && edge.kind == "cites" && wanted.ends_with(edge.to);
        });
    if (wanted == "cites no source" ? (!cites_nobody || cites) : (!cites || cites_nobody)) {
      return false;
    }
  }
  return true;
}

}  // namespace

void add_synopsis_checks(std::map<std::string, Check>& checks) {
  checks["stories"] = stories;
  checks["contradiction"] = contradiction;
  checks["agree"] = agree;
  checks["difference"] = difference;
  checks["only_in"] = only_in;
  checks["timeline"] = timeline;
  checks["provenance"] = provenance;
}

}  // namespace synoptic::seeds
