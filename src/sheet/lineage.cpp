// Who had it from whom, as a graph; and when what became known.
#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "model/stamp.h"
#include "sheet/sheet.h"

namespace synoptic::sheet {
namespace {

using Index = std::map<std::string, size_t, std::less<>>;

// Steps along cites and copies to the nearest report that has no further step.
void add_distances(Lineage& lineage) {
  const size_t count = lineage.reports.size();
  std::vector<std::vector<size_t>> back(count);
  std::vector<bool> leads_on(count, false);
  for (const auto& edge : lineage.edges) {
    if (edge.kind == "first_report") continue;
    back[edge.to].push_back(edge.from);
    leads_on[edge.from] = true;
  }
  std::deque<size_t> queue;
  for (size_t i = 0; i < count; ++i) {
    if (leads_on[i]) continue;
    lineage.reports[i].distance = 0;
    lineage.reports[i].origin = lineage.reports[i].who;
    queue.push_back(i);
  }
  while (!queue.empty()) {
    const Report& near = lineage.reports[queue.front()];
    for (const size_t i : back[queue.front()]) {
      Report& report = lineage.reports[i];
      if (report.distance) continue;
      report.distance = *near.distance + 1;
      report.origin = near.origin;
      queue.push_back(i);
    }
    queue.pop_front();
  }
}

// A news agency that an article names is one that it has something from, also where no phrase of
// citing was read. The edges that the synopsis does not have.
std::vector<model::ProvenanceEdge> agencies_named(const Accounts& accounts) {
  const model::Synopsis& synopsis = accounts.synopsis();
  // By entity: its own article in the story, or what the citations call it.
  std::map<std::string_view, std::string> called;
  std::set<std::pair<std::string_view, std::string_view>> known;
  for (const auto& edge : synopsis.provenance.edges) known.emplace(edge.from, edge.to);
  for (const auto& id : synopsis.articles) {
    const model::Article* article = accounts.article(id);
    if (article == nullptr) continue;
    if (article->publisher && !article->publisher->entity.empty()) {
      called[article->publisher->entity] = id;
    }
    for (const auto& origin : article->origins) {
      if (!origin.entity.empty()) called.try_emplace(origin.entity, origin.name);
    }
  }
  std::vector<model::ProvenanceEdge> edges;
  for (const auto& account : synopsis.accounts) {
    const model::Annotated* annotated = account.empty() ? nullptr : accounts.annotated(account[0]);
    if (annotated == nullptr) continue;
    std::set<std::string_view> seen;
    const auto& blocks = annotated->article.blocks;
    for (const auto& mention : annotated->mentions) {
      // Whose a picture is says nothing of the text.
      const bool caption = mention.at.block < blocks.size() &&
                           blocks[mention.at.block].kind == model::BlockKind::kCaption;
      if (caption || mention.entity.empty() || !seen.insert(mention.entity).second) continue;
      const auto* entity = accounts.knowledge().find(mention.entity);
      if (entity == nullptr || entity->kind != "news-agency") continue;
      const std::string& to = called.try_emplace(entity->id, entity->name).first->second;
      const std::string& from = annotated->article.id;
      if (to != from && !known.contains({from, to})) {
        edges.push_back({from, to, "cites", mention.at.span, ""});
      }
    }
  }
  return edges;
}

std::vector<Report> reports_of(const Accounts& accounts,
                               const std::vector<model::ProvenanceEdge>& edges) {
  const model::Synopsis& synopsis = accounts.synopsis();
  std::vector<Report> reports;
  Index seen;
  const auto add = [&](const std::string& who, const std::string& date) {
    if (!seen.emplace(who, reports.size()).second) return;
    Report report;
    report.who = who;
    report.date = date;
    report.account = accounts.account_of(who);
    report.outside = !report.account;
    report.copy = report.account && synopsis.accounts[*report.account].front() != who;
    report.first = who == synopsis.provenance.first;
    const auto& nobody = synopsis.provenance.unattributed;
    report.unattributed = std::find(nobody.begin(), nobody.end(), who) != nobody.end();
    reports.push_back(std::move(report));
  };
  // Outlets without a date stand before all, where what they told goes out from.
  std::map<std::string_view, bool> dated;
  for (const auto& report : synopsis.provenance.timeline) dated[report.who] = true;
  for (const auto& edge : edges) {
    if (!dated.contains(edge.to) && !accounts.account_of(edge.to)) add(edge.to, "");
  }
  for (const auto& report : synopsis.provenance.timeline) add(report.who, report.date);
  for (const auto& account : synopsis.accounts) {
    for (const auto& id : account) add(id, "");
  }
  return reports;
}

}  // namespace

Lineage lineage(const Accounts& accounts) {
  Lineage lineage;
  std::vector<model::ProvenanceEdge> edges = accounts.synopsis().provenance.edges;
  for (auto& edge : agencies_named(accounts)) edges.push_back(std::move(edge));
  lineage.reports = reports_of(accounts, edges);
  Index index;
  for (size_t i = 0; i < lineage.reports.size(); ++i) index.emplace(lineage.reports[i].who, i);
  for (const auto& edge : edges) {
    const auto from = index.find(edge.from), to = index.find(edge.to);
    if (from == index.end() || to == index.end() || from == to) continue;
    lineage.edges.push_back({from->second, to->second, edge.kind, edge.span});
    if (edge.kind == "cites") lineage.reports[from->second].unattributed = false;
  }
  add_distances(lineage);
  return lineage;
}

namespace {

// A corrected text has a moment of its own; what came before it is in the order of the lineage.
void add_revisions(const Accounts& accounts, std::vector<Moment>& moments) {
  const std::vector<Moment> reports = moments;
  for (const auto& report : reports) {
    const model::Article* article = accounts.article(report.who);
    if (article == nullptr) continue;
    const auto revised = model::minutes_of(article->revised);
    if (!revised) continue;
    const auto later = std::find_if(moments.begin(), moments.end(), [&](const Moment& moment) {
      const auto minutes = model::minutes_of(moment.date);
      return !minutes || *minutes > *revised;
    });
    moments.insert(later, Moment{article->revised, report.who, false, true, {}});
  }
}

}  // namespace

const char* first_report(const Accounts& accounts) {
  return accounts.synopsis().provenance.first_unsure ? "perhaps first" : "first report";
}

std::vector<Moment> timeline(const Accounts& accounts) {
  std::vector<Moment> moments;
  // A copy has told nothing, but what it changed.
  std::set<std::string_view> changed;
  for (const auto* list : {&accounts.synopsis().differ, &accounts.synopsis().updates}) {
    for (const auto& fact : *list) {
      for (const auto& value : fact.values) changed.insert(value.article);
    }
  }
  for (const auto& report : lineage(accounts).reports) {
    const bool silent = report.copy && !changed.contains(report.who);
    if (silent || (report.outside && report.date.empty())) continue;
    moments.push_back({report.date, report.who, report.first, false, {}});
  }
  add_revisions(accounts, moments);
  Index place;  // the last moment of each: the text that is told now
  for (size_t i = 0; i < moments.size(); ++i) place[moments[i].who] = i;
  const model::Synopsis& synopsis = accounts.synopsis();
  for (const auto* list : {&synopsis.differ, &synopsis.updates, &synopsis.agree}) {
    for (const auto& fact : *list) {
      // Each side once, by whom said it first; who says two things says both.
      std::map<uint32_t, std::pair<size_t, const model::FactValue*>> earliest;
      for (const auto& value : fact.values) {
        const auto found = place.find(value.article);
        if (found == place.end()) continue;
        const auto [kept, fresh] = earliest.try_emplace(value.side, found->second, &value);
        if (!fresh && found->second < kept->second.first) kept->second = {found->second, &value};
      }
      for (const auto& [side, said] : earliest)
        moments[said.first].news.push_back({&fact, said.second});
    }
  }
  return moments;
}

}  // namespace synoptic::sheet
