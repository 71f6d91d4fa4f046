// A synopsis as text, and why a fact is in it.
#include <fmt/format.h>

#include "base/strings.h"
#include "cli/render.h"
#include "cli/terminal.h"
#include "model/stamp.h"

namespace synoptic::cli {
namespace {

constexpr size_t kLabelColumns = 22;

// "Solidot (zh-Hans)": how an account is called.
std::string account_name(const sheet::Accounts& accounts, std::string_view id) {
  const model::Article* article = accounts.article(id);
  if (article == nullptr) return std::string(id);
  return fmt::format("{} ({})", one_line(sheet::publisher_of(*article)), article->lang);
}

std::string asked_text(const sheet::Asked& asked) { return isolate(one_line(label(asked))); }

void add_value(const model::FactValue& value, const sheet::Accounts& accounts, std::string& out) {
  const model::Article* article = accounts.article(value.article);
  out += fmt::format("    {}  {}", fit(account_name(accounts, value.article), kLabelColumns),
                     bold(isolate(one_line(sheet::shown(value)))));
  if (const std::string limits = sheet::qualifiers(value); !limits.empty()) {
    out += dim("  (" + limits + ")");
  }
  const std::string claimant = sheet::claimant_of(accounts, value);
  if (!claimant.empty()) {
    out += dim(fmt::format("  (says {})", one_line(claimant)));
  }
  out += fmt::format("\n    {}  {}\n", std::string(kLabelColumns, ' '),
                     isolate(one_line(value.evidence)));
  if (article != nullptr) {
    out += fmt::format(
        "    {}  {}\n", std::string(kLabelColumns, ' '),
        dim(value.span.empty()  // a title that came beside the text
                ? fmt::format("{} its title", article->path)
                : fmt::format("{} bytes {}-{}", article->path, value.span.begin, value.span.end)));
  }
}

void add_facts(const sheet::Section& section, const sheet::Accounts& accounts, std::string& out) {
  out += "\n" + bold(section.title) + "\n";
  for (const auto* fact : section.facts) {
    out += fmt::format(
        "  {}  {}\n", asked_text(sheet::asked(accounts, *fact)),
        dim(fmt::format("{} {:.2f} {}", sheet::verdict_text(*fact), fact->confidence, fact->id)));
    for (const auto& value : fact->values) add_value(value, accounts, out);
  }
}

void add_provenance(const sheet::Accounts& accounts, std::string& out) {
  const model::Provenance& provenance = accounts.synopsis().provenance;
  if (accounts.count() < 2 && provenance.edges.empty()) return;  // one that has it from nobody
  const auto name = [&](const std::string& who) { return account_name(accounts, who); };
  out += "\n" + bold("Who had it from whom") + "\n";
  if (!provenance.first.empty()) {
    out +=
        fmt::format("  {}: {}\n", sheet::first_report(accounts), isolate(name(provenance.first)));
  }
  for (const auto& report : provenance.timeline) {
    out += fmt::format("  {:<26} {}\n", report.date, isolate(name(report.who)));
  }
  for (const auto& edge : provenance.edges) {
    out += fmt::format("  {} {} {}\n", isolate(name(edge.from)), edge.kind, isolate(name(edge.to)));
  }
  for (const auto& id : provenance.unattributed) {
    out += fmt::format("  {} names no source\n", isolate(name(id)));
  }
}

constexpr size_t kDateColumns = 23;  // "2026-03-14T09:05+09:00?"

// The event in one line.
void add_line(const sheet::Accounts& accounts, std::string& out) {
  const sheet::EventLine line = sheet::event_line(accounts);
  std::string cells = line.denied ? "denied" : "";
  for (const auto& cell : line.cells) {
    if (sheet::is_title(accounts, cell)) continue;
    if (!cells.empty()) cells += " · ";
    if (!cell.about.empty()) cells += one_line(cell.about) + " ";
    cells += isolate(one_line(cell.shown));
    for (const auto& other : cell.others) {
      cells += (cell.verdict == "update" ? " → " : " / ") + isolate(one_line(other));
    }
  }
  if (!cells.empty()) out += "  " + cells + "\n";
}

void add_deeds(const sheet::Accounts& accounts, std::string& out) {
  const auto deeds = sheet::deeds(accounts);
  if (deeds.empty()) return;
  out += "\n" + bold("Who to whom") + "\n";
  for (const auto& deed : deeds) {
    out += fmt::format(
        "  {} → {}  {}{}{}{}\n", isolate(one_line(deed.actor_name)),
        isolate(one_line(deed.recipient_name)), deed.action, deed.denied ? ", denied" : "",
        deed.differs ? ", accounts differ" : "",
        dim(fmt::format("  {} {} of {}", deed.type, deed.accounts.size(), accounts.count())));
  }
}

}  // namespace

std::string story_as_text(const model::Story& story) {
  const auto count = [](size_t number, const char* one) {
    return fmt::format("{} {}{}", number, one, number == 1 ? "" : "s");
  };
  return fmt::format("{}  {}\n  {}, {}, {}{}\n", dim(story.id),
                     bold(isolate(one_line(story.title))), count(story.articles.size(), "article"),
                     count(story.accounts.size(), "account"), join(story.languages, " "),
                     story.first.empty() ? "" : fmt::format(", {} to {}", story.first, story.last));
}

std::string synopsis_as_text(const sheet::Accounts& accounts) {
  const model::Synopsis& synopsis = accounts.synopsis();
  std::string out = bold(isolate(one_line(synopsis.title))) + "  " + dim(synopsis.story) + "\n";
  add_line(accounts, out);
  for (const auto& note : sheet::notes(accounts)) out += "  " + one_line(note) + "\n";
  for (const auto& account : synopsis.accounts) {
    if (account.empty()) continue;
    const model::Article* article = accounts.article(account.front());
    const std::string date = article == nullptr ? "" : sheet::published_of(*article);
    out += fmt::format(
        "  {}  {}  {}\n", fit(date.empty() ? "no date" : model::to_the_minute(date), kDateColumns),
        isolate(account_name(accounts, account.front())),
        account.size() > 1
            ? dim(fmt::format("+ {} cop{}", account.size() - 1, account.size() == 2 ? "y" : "ies"))
            : "");
  }
  for (const auto& section : sheet::sections(accounts)) add_facts(section, accounts, out);
  add_provenance(accounts, out);
  add_deeds(accounts, out);
  return out;
}

std::string fact_explained(const model::Fact& fact) {
  std::string out = fmt::format("{}  {}\nverdict {}, confidence {:.2f}\nrule: {}\n",
                                bold(asked_text(sheet::asked(fact))), dim(fact.id), fact.verdict,
                                fact.confidence, fact.rule);
  for (const auto& value : fact.values) {
    out += fmt::format("  {}: {} read as {} ({}), bytes {}-{}\n    {}\n", value.article,
                       isolate(one_line(value.text)), value.norm, value.name, value.span.begin,
                       value.span.end, isolate(one_line(value.evidence)));
  }
  return out;
}

}  // namespace synoptic::cli
