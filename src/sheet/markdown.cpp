// A story as Markdown for a newsroom: the same cells as on its page, each with its bytes in a
// footnote; the captures' SHA-256 stand in the table of accounts.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "model/stamp.h"
#include "sheet/markdown_text.h"
#include "sheet/sheet.h"

namespace synoptic::sheet {
namespace {

constexpr size_t kMostColumns = 8;  // more accounts stand one under another
constexpr size_t kMostNews = 5;     // of what a report was the first to say

class Writer {
 public:
  explicit Writer(const Accounts& accounts) : accounts_(accounts), synopsis_(accounts.synopsis()) {}

  std::string write() {
    head();
    line();
    list_accounts();
    for (const Section& section : sections(accounts_)) facts(section);
    moments();
    provenance();
    parties();
    if (!notes_.empty()) out_ += "\n## Evidence\n\n" + notes_;
    return std::move(out_);
  }

 private:
  // "A2": accounts go by number, so that tables stay narrow.
  static std::string short_name(size_t account) { return fmt::format("A{}", account + 1); }

  std::string who(std::string_view who) const {
    const model::Article* article = accounts_.article(who);
    if (article == nullptr) return plain(who);
    const auto account = accounts_.account_of(who);
    return plain(publisher_of(*article)) + " (" + short_name(account.value_or(0)) + ")";
  }

  // A footnote's mark; the note is kept for the end.
  std::string note(const model::FactValue& value) {
    const model::Article* article = accounts_.article(value.article);
    if (article == nullptr) return "";
    const auto [known, fresh] =
        numbers_.try_emplace({value.article, value.span, value.evidence_span}, numbers_.size() + 1);
    if (!fresh) return fmt::format("[^{}]", known->second);
    notes_ += fmt::format("[^{}]: {} “{}” — {} bytes {}–{} (sentence {}–{})\n", known->second,
                          who(value.article), plain(value.evidence), plain(article->path),
                          value.span.begin, value.span.end, value.evidence_span.begin,
                          value.evidence_span.end);
    return fmt::format("[^{}]", known->second);
  }

  std::string value_text(const model::FactValue& value) {
    std::string text = plain(shown(value));
    if (const std::string limits = qualifiers(value); !limits.empty()) text += " (" + limits + ")";
    if (const std::string who = claimant_of(accounts_, value); !who.empty()) {
      text += ", says " + plain(who);
    }
    if (is_of_copy(accounts_, value)) {
      const model::Article* article = accounts_.article(value.article);
      text += ", in the copy of " + (article == nullptr ? "" : plain(publisher_of(*article)));
    }
    return text + note(value);
  }

  void head() {
    out_ += "# " + plain(synopsis_.title) + "\n\n";
    for (const auto& text : notes(accounts_)) out_ += "> " + plain(text) + "\n";
    if (out_.ends_with("> ")) out_ += "\n";
    if (!notes(accounts_).empty()) out_ += "\n";
  }

  void line() {
    const EventLine line = event_line(accounts_);
    if (line.cells.empty()) return;
    if (line.denied) out_ += "**Denied:** the accounts say that it did not happen.\n\n";
    for (const auto& cell : line.cells) {
      if (is_title(accounts_, cell)) continue;
      out_ += fmt::format("- {}: **{}**{}", plain(sheet::label(cell.asked)), plain(cell.shown),
                          note(cell.values.front()));
      if (cell.role == Role::kWhat) {
        out_ += " — " + who(cell.values.front().article);
      } else if (accounts_.count() > 1) {
        const Tellers tellers = tellers_of(accounts_, cell.values);
        out_ += " — " + counted(tellers, accounts_.count());
        if (!tellers.accounts.empty() && tellers.copies.empty()) out_ += " accounts";
      }
      for (size_t i = 0; i < cell.others.size(); ++i) {
        const bool later = cell.verdict == "update";
        out_ += (i > 0 ? ", " : later ? "; later " : "; others: ") + plain(cell.others[i]);
      }
      out_ += "\n";
    }
  }

  void list_accounts() {
    out_ += "\n## Accounts\n\n";
    out_ += "| | Publisher | Language | Time | Article | SHA-256 |\n|---|---|---|---|---|---|\n";
    for (size_t i = 0; i < accounts_.count(); ++i) {
      for (const auto& id : synopsis_.accounts[i]) {
        const model::Article* article = accounts_.article(id);
        if (article == nullptr) continue;
        const bool copy = id != synopsis_.accounts[i].front();
        const std::string date = time_of(*article);
        out_ += fmt::format("| {}{} | {} | {} | {} | {} | {} |\n", short_name(i),
                            copy ? " copy" : "", plain(publisher_of(*article)),
                            plain(article->lang), date.empty() ? "no date" : date,
                            link(article->title, article->url), code(article->sha256));
      }
    }
  }

  std::string label(const model::Fact& fact) const {
    return fmt::format("{} ({}, {:.2f})", plain(sheet::label(asked(accounts_, fact))),
                       verdict_text(fact), fact.confidence);
  }

  void facts(const Section& section) {
    out_ += fmt::format("\n## {}\n\n", section.title);
    const bool table =
        accounts_.count() <= kMostColumns && section.facts.front()->verdict != "only";
    table ? as_table(section.facts) : as_list(section.facts);
  }

  void as_table(const std::vector<const model::Fact*>& list) {
    out_ += "| What |";
    for (size_t i = 0; i < accounts_.count(); ++i) {
      const model::Annotated* original = accounts_.original(i);
      out_ += fmt::format(" {} {} |", short_name(i),
                          original == nullptr ? "" : plain(publisher_of(original->article)));
    }
    out_ += "\n|---|";
    for (size_t i = 0; i < accounts_.count(); ++i) out_ += "---|";
    out_ += "\n";
    for (const auto* fact : list) {
      out_ += "| " + label(*fact) + " |";
      for (size_t i = 0; i < accounts_.count(); ++i) {
        std::string cell;
        std::vector<std::string> said;  // a copy says the same again
        for (const auto& value : fact->values) {
          if (value.account != i) continue;
          if (std::find(said.begin(), said.end(), shown(value)) != said.end()) continue;
          said.push_back(shown(value));
          cell += (cell.empty() ? "" : "; ") + value_text(value);
        }
        out_ += " " + (cell.empty() ? "–" : cell) + " |";
      }
      out_ += "\n";
    }
  }

  void as_list(const std::vector<const model::Fact*>& list) {
    for (const auto* fact : list) {
      out_ += "- " + label(*fact);
      bool first = true;
      for (const auto& side : sides(*fact)) {
        for (const auto* value : side) {
          out_ += first ? ": " : "; ";
          first = false;
          const bool copy = is_of_copy(accounts_, *value);
          out_ += "**" + plain(shown(*value)) + "** " + (copy ? "copy: " : "") +
                  who(value->article) + note(*value);
        }
      }
      out_ += "\n";
    }
  }

  // As the page states it, with the zone where one is stated; "?" marks a guessed offset.
  static std::string time_of(const model::Article& article) {
    const model::StampParts parts = model::parts_of(published_of(article));
    std::string text = with_blank(parts.clock);
    if (text.empty()) return text;
    const std::string& zone = article.published->value.zone;
    if (!zone.empty()) return text + " " + plain(zone);
    return parts.guessed ? text + " " + parts.zone + "?" : text;
  }

  static std::string with_blank(std::string clock) {
    if (const size_t t = clock.find('T'); t != std::string::npos) clock[t] = ' ';
    return clock;
  }

  std::string time_of(const Moment& moment) const {
    if (moment.revised) {
      const model::StampParts parts = model::parts_of(moment.date);
      return with_blank(parts.clock) + (parts.zone.empty() ? "" : " " + parts.zone);
    }
    const model::Article* article = accounts_.article(moment.who);
    std::string text = article == nullptr ? moment.date : time_of(*article);
    return text.empty() ? "no date" : text;
  }

  void moments() {
    out_ += "\n## Timeline\n\n";
    for (const auto& moment : timeline(accounts_)) {
      out_ += fmt::format("- {} {}{}", time_of(moment), who(moment.who),
                          moment.revised ? ", corrected"
                          : moment.first ? fmt::format(", {}", first_report(accounts_))
                                         : "");
      const size_t most = std::min(moment.news.size(), kMostNews);
      for (size_t i = 0; i < most; ++i) {
        const auto& [fact, value] = moment.news[i];
        Asked what = asked(accounts_, *fact);
        what.around = {};
        out_ += fmt::format("{}{} {}", i == 0 ? "; first to say " : ", ", plain(sheet::label(what)),
                            plain(shown(*value)));
      }
      if (moment.news.size() > most) out_ += fmt::format(" and {} more", moment.news.size() - most);
      out_ += "\n";
    }
  }

  void provenance() {
    const Lineage lineage = sheet::lineage(accounts_);
    out_ += "\n## Who had it from whom\n\n";
    for (const auto& edge : lineage.edges) {
      const char* words = edge.kind == "cites"    ? "cites"
                          : edge.kind == "copies" ? "is a copy of"
                                                  : "had it first from";
      out_ += fmt::format("- {} {} {}", who(lineage.reports[edge.from].who), words,
                          who(lineage.reports[edge.to].who));
      if (!edge.span.empty()) out_ += fmt::format(" (bytes {}–{})", edge.span.begin, edge.span.end);
      out_ += "\n";
    }
    for (const auto& report : lineage.reports) {
      // Who had it from nobody in the story, and cites somebody, is told by the edges.
      if (report.outside || (!report.unattributed && report.distance == 0u)) continue;
      out_ += "- " + who(report.who);
      if (report.unattributed) {
        out_ += " names no source\n";
      } else if (report.distance) {
        out_ += fmt::format(": {} {} from {}\n", *report.distance,
                            *report.distance == 1 ? "step" : "steps", who(report.origin));
      } else {
        out_ += ": leads in a circle\n";
      }
    }
  }

  void parties() {
    const auto list = deeds(accounts_);
    if (list.empty()) return;
    out_ += "\n## Who to whom\n\n";
    for (const auto& deed : list) {
      out_ += fmt::format("- {} → {}: {}{}{}, {} of {} accounts{}{}\n", plain(deed.actor_name),
                          plain(deed.recipient_name), deed.type, deed.type.empty() ? "" : " ",
                          plain(deed.action), deed.accounts.size(), accounts_.count(),
                          deed.denied ? ", denied" : "", deed.differs ? ", accounts differ" : "");
      out_.pop_back();
      out_ += note(deed.values.front()) + "\n";
    }
  }

  const Accounts& accounts_;
  const model::Synopsis& synopsis_;
  std::string out_, notes_;
  std::map<std::tuple<std::string, Span, Span>, size_t> numbers_;  // of the notes
};

}  // namespace

std::string markdown(const Accounts& accounts) { return Writer(accounts).write(); }

}  // namespace synoptic::sheet
