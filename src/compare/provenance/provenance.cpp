#include "compare/provenance/provenance.h"

#include <algorithm>
#include <map>
#include <set>

#include "compare/provenance/outlets.h"
#include "model/stamp.h"
#include "text/fold.h"
#include "url/url.h"

namespace synoptic::compare {
namespace {

struct Report {
  std::string who, date;
  int64_t minutes = 0;   // at the latest
  int64_t earliest = 0;  // without an hour: its day's begin
};

constexpr const char* kHost = "host:";

// Folded, without what stands between its words.
std::string letters_of(std::string_view name) {
  std::string out = text::fold_copy(name);
  std::erase_if(out, [](char c) { return c == ' ' || c == '-' || c == '.'; });
  return out;
}

class Tracer {
 public:
  Tracer(const model::Story& story, const Input& input) : story_(story), input_(input) {
    for (const auto& telling : input.tellings) {
      const auto& article = telling.annotated->article;
      if (!article.publisher) continue;
      if (!article.publisher->entity.empty()) {
        publisher_.try_emplace(article.publisher->entity, article.id);
      }
      publisher_.try_emplace("?" + text::fold_copy(article.publisher->name), article.id);
    }
    for (const auto& telling : input.tellings) {
      const auto& article = telling.annotated->article;
      if (!article.publisher) continue;
      if (!article.publisher->domain.empty()) {
        publisher_.try_emplace(kHost + article.publisher->domain, article.id);
      }
      publisher_.try_emplace(kHost + letters_of(article.publisher->name), article.id);
    }
  }

  model::Provenance trace() {
    for (const auto& citation : cited_accounts(input_)) {
      named_[citation.from].push_back({citation.to, citation.span});
    }
    for (uint32_t i = 0; i < input_.tellings.size(); ++i) {
      const auto& telling = input_.tellings[i];
      add_citations(telling, named_[i]);
      add_report(telling);
    }
    add_copies();
    finish();
    return std::move(out_);
  }

 private:
  struct Named {  // an account of the story by its publisher's name
    uint32_t telling = 0;
    Span span;
  };

  void add_citations(const Telling& telling, const std::vector<Named>& named) {
    const auto& article = telling.annotated->article;
    std::set<std::string> cited;
    for (const auto& origin : article.origins) {
      const std::string to = target_of(article, origin);
      if (to.empty() || to == article.id || !cited.insert(to).second) continue;
      out_.edges.push_back(
          {article.id, to, "cites", origin.span, origin.date ? model::iso(*origin.date) : ""});
      if (origin.date && to == origin.name) {
        const int64_t minutes = model::minutes_since_epoch(*origin.date);
        reports_.push_back({to, model::iso(*origin.date), minutes, minutes});
      }
    }
    for (const auto& [index, span] : named) {
      const std::string& to = input_.tellings[index].annotated->article.id;
      if (to != article.id && cited.insert(to).second) {
        out_.edges.push_back({article.id, to, "cites", span, ""});
      }
    }
    if (cited.empty() && !has_sourcing_word(telling) && !names_source(*telling.annotated)) {
      out_.unattributed.push_back(article.id);
    }
  }

  // Somebody is quoted, or something is told in somebody's name.
  static bool names_source(const model::Annotated& annotated) {
    return !annotated.article.origins.empty() ||
           std::any_of(annotated.quotes.begin(), annotated.quotes.end(),
                       [&](const model::Quote& quote) {
                         return (quote.speaker && is_named(annotated, *quote.speaker)) ||
                                !quote.source.empty();
                       }) ||
           std::any_of(annotated.events.begin(), annotated.events.end(),
                       [](const model::Event& event) { return !event.claimant.empty(); });
  }

  // A known one, or one with the name of a person or a body in it: "Direktorin Ulrike Hansen".
  static bool is_named(const model::Annotated& annotated, const model::Argument& speaker) {
    if (!speaker.entity.empty()) return true;
    return std::ranges::any_of(annotated.mentions, [&](const model::Mention& mention) {
      return (mention.type == model::EntityType::kPerson ||
              mention.type == model::EntityType::kOrg) &&
             mention.at.block == speaker.at.block && speaker.at.range.contains(mention.at.range);
    });
  }

  // The article of that publisher in the story where it has one, else the outlet's name.
  std::string target_of(const model::Article& article, const model::Origin& origin) const {
    auto found = origin.entity.empty() ? publisher_.end() : publisher_.find(origin.entity);
    if (found == publisher_.end()) found = publisher_.find("?" + text::fold_copy(origin.name));
    if (found == publisher_.end() && origin.entity.empty()) found = by_host(origin);
    if (found == publisher_.end() || found->second == article.id) return origin.name;
    return found->second;
  }

  // An outlet that is known by the address of its report only: the domain of an account's outlet,
  // or its name written together ("meridian-wire.example" of "Meridian Wire").
  std::map<std::string, std::string>::const_iterator by_host(const model::Origin& origin) const {
    const std::string domain = url::registrable_domain(url::host_of(origin.url));
    if (domain.empty()) return publisher_.end();
    const auto found = publisher_.find(kHost + domain);
    if (found != publisher_.end()) return found;
    const std::string label = letters_of(domain.substr(0, domain.find('.')));
    return label.empty() ? publisher_.end() : publisher_.find(kHost + label);
  }

  void add_report(const Telling& telling) {
    if (telling.published.empty()) return;
    // Without an hour it may have come at the end of its day: it is not before what has one.
    constexpr int64_t kRestOfDay = 24 * 60 - 1;
    const bool whole_day = telling.published.find('T') == std::string::npos;
    const int64_t earliest = *telling.published_minutes;
    reports_.push_back({telling.annotated->article.id, telling.published,
                        earliest + (whole_day ? kRestOfDay : 0), earliest});
  }

  void add_copies() {
    for (const auto& account : story_.accounts) {
      for (size_t i = 1; i < account.size(); ++i) {
        out_.edges.push_back({account[i], account[0], "copies", {}, ""});
      }
    }
  }

  void finish() {
    // Of two of one minute that which says less precisely when.
    const auto precision = [](const Report& report) {
      return model::parts_of(report.date).clock.size();
    };
    std::stable_sort(reports_.begin(), reports_.end(), [&](const Report& a, const Report& b) {
      return a.minutes != b.minutes ? a.minutes < b.minutes : precision(a) < precision(b);
    });
    std::set<std::string> seen;
    for (const auto& report : reports_) {
      if (seen.insert(report.who).second) out_.timeline.push_back({report.who, report.date});
    }
    if (reports_.empty()) {
      if (!story_.articles.empty()) out_.first = story_.articles[0];
      return;
    }
    out_.first = reports_[0].who;
    out_.first_unsure =
        std::any_of(reports_.begin() + 1, reports_.end(), [&](const Report& report) {
          return report.who != out_.first && report.earliest < reports_[0].minutes;
        });
    const auto citation = std::find_if(out_.edges.begin(), out_.edges.end(), [&](const auto& edge) {
      return edge.kind == "cites" && edge.to == out_.first;
    });
    if (citation == out_.edges.end()) return;
    model::ProvenanceEdge first = *citation;
    first.kind = "first_report";
    first.date = reports_[0].date;
    out_.edges.push_back(std::move(first));
  }

  const model::Story& story_;
  const Input& input_;
  std::map<std::string, std::string> publisher_;  // entity id, name or host -> article id
  std::map<uint32_t, std::vector<Named>> named_;  // by telling
  std::vector<Report> reports_;
  model::Provenance out_;
};

}  // namespace

model::Provenance trace(const model::Story& story, const Input& input) {
  return Tracer(story, input).trace();
}

}  // namespace synoptic::compare
