#include "compare/provenance.h"

#include <algorithm>
#include <map>
#include <set>

#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

struct Report {
  std::string who, date;
  int64_t minutes = 0;
};

// A date without a time counts from its beginning, so that "1 January" stands before that evening.
int64_t minutes_of(const model::DateValue& date) { return model::minutes_since_epoch(date); }

constexpr size_t kMostOutlets = 60;    // in larger stories only cited sources are looked at
constexpr size_t kShortestName = 6;    // bytes
constexpr uint32_t kLongestName = 80;  // bytes
constexpr double kSameName = 0.45;

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
  }

  model::Provenance trace() {
    read_outlets();
    for (const auto& telling : input_.tellings) {
      add_citations(telling);
      add_report(telling);
    }
    add_copies();
    finish();
    return std::move(out_);
  }

 private:
  void add_citations(const Telling& telling) {
    const auto& article = telling.annotated->article;
    std::set<std::string> cited;
    for (const auto& origin : article.origins) {
      const std::string to = target_of(article, origin);
      if (to.empty() || to == article.id || !cited.insert(to).second) continue;
      out_.edges.push_back(
          {article.id, to, "cites", origin.span, origin.date ? model::iso(*origin.date) : ""});
      if (origin.date && to == origin.name) {
        reports_.push_back({to, model::iso(*origin.date), minutes_of(*origin.date)});
      }
    }
    for (const auto& [to, span] : named_outlets(telling)) {
      if (to != article.id && cited.insert(to).second) {
        out_.edges.push_back({article.id, to, "cites", span, ""});
      }
    }
    if (cited.empty() && !names_source(*telling.annotated)) {
      out_.unattributed.push_back(article.id);
    }
  }

  // Outlets of the story, by which others may be told to have it.
  struct Outlet {
    std::string article, folded;
    Terms terms;
  };

  void read_outlets() {
    if (input_.tellings.size() > kMostOutlets) return;
    for (const auto& telling : input_.tellings) {
      const auto& article = telling.annotated->article;
      if (!article.publisher || article.publisher->name.size() < kShortestName) continue;
      outlets_.push_back({article.id, text::fold_copy(article.publisher->name),
                          terms_of(article.publisher->name, article.lang)});
    }
  }

  // Outlets that the text names as they write themselves, or, between quotation marks, by a name
  // that sounds like theirs in its own letters: «Башкент хабери», Başkent Haberi.
  std::vector<std::pair<std::string, Span>> named_outlets(const Telling& telling) const {
    std::vector<std::pair<std::string, Span>> out;
    if (outlets_.empty()) return out;
    const auto& article = telling.annotated->article;
    const std::string own =
        article.publisher ? text::fold_copy(article.publisher->name) : std::string();
    for (const Sentence& sentence : telling.sentences) {
      const auto folded = text::fold(sentence.text);
      const auto span_of = [&](Range range) {
        return span_in_capture(
            telling, sentence.block,
            {sentence.range.begin + range.begin, sentence.range.begin + range.end});
      };
      for (const Outlet& outlet : outlets_) {
        if (outlet.article == article.id || outlet.folded == own) continue;
        const size_t at = folded.text.find(outlet.folded);
        if (at == std::string::npos) continue;
        const auto end = static_cast<uint32_t>(at + outlet.folded.size());
        out.emplace_back(outlet.article,
                         span_of(folded.to_source({static_cast<uint32_t>(at), end})));
      }
      for (const Range quoted : quoted_names(sentence.text)) {
        const Terms terms = terms_of(quoted.of(sentence.text), article.lang);
        for (const Outlet& outlet : outlets_) {
          if (outlet.article == article.id || outlet.folded == own) continue;
          if (likeness(terms, outlet.terms) < kSameName) continue;
          out.emplace_back(outlet.article, span_of(quoted));
        }
      }
    }
    return out;
  }

  // What stands between marks and is short enough for a name.
  static std::vector<Range> quoted_names(std::string_view text) {
    std::vector<Range> out;
    std::optional<uint32_t> open;
    for (uint32_t at = 0; at < text.size();) {
      const auto c = text::decode(text, at);
      const uint32_t end = at + static_cast<uint32_t>(c.length);
      const bool plain = c.value == U'"';
      if (c.value == U'«' || c.value == U'“' || c.value == U'„' || c.value == U'《' ||
          c.value == U'「' || c.value == U'『' || (plain && !open)) {
        open = end;
      } else if (open && (c.value == U'»' || c.value == U'”' || c.value == U'“' ||
                          c.value == U'》' || c.value == U'」' || c.value == U'』' || plain)) {
        if (at > *open && at - *open <= kLongestName) out.push_back({*open, at});
        open.reset();
      }
      at = end;
    }
    return out;
  }

  // Somebody says so: a speaker of whatever is said, an office, a witness.
  static bool names_source(const model::Annotated& annotated) {
    return std::any_of(annotated.quotes.begin(), annotated.quotes.end(),
                       [](const auto& quote) { return quote.speaker.has_value(); }) ||
           std::any_of(annotated.events.begin(), annotated.events.end(),
                       [](const auto& event) { return !event.claimant.empty(); });
  }

  // The article of that publisher in the story where it has one, else the outlet's name.
  std::string target_of(const model::Article& article, const model::Origin& origin) const {
    auto found = origin.entity.empty() ? publisher_.end() : publisher_.find(origin.entity);
    if (found == publisher_.end()) found = publisher_.find("?" + text::fold_copy(origin.name));
    if (found == publisher_.end() || found->second == article.id) return origin.name;
    return found->second;
  }

  void add_report(const Telling& telling) {
    if (telling.time.empty()) return;
    reports_.push_back({telling.annotated->article.id, telling.time, *telling.minutes});
  }

  void add_copies() {
    for (const auto& account : story_.accounts) {
      for (size_t i = 1; i < account.size(); ++i) {
        out_.edges.push_back({account[i], account[0], "copies", {}, ""});
      }
    }
  }

  void finish() {
    std::stable_sort(reports_.begin(), reports_.end(), [](const Report& a, const Report& b) {
      return a.minutes != b.minutes ? a.minutes < b.minutes : a.date.size() < b.date.size();
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
  std::vector<Outlet> outlets_;
  std::map<std::string, std::string> publisher_;  // entity id or folded name -> article id
  std::vector<Report> reports_;
  model::Provenance out_;
};

}  // namespace

model::Provenance trace(const model::Story& story, const Input& input) {
  return Tracer(story, input).trace();
}

}  // namespace synoptic::compare
