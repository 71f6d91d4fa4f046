// The event in one line: the deed that the accounts put first, and who, whom, where and when of it.
// A cell is taken from the synopsis' facts where it has one, else from the annotated events.
#include <algorithm>
#include <functional>
#include <map>
#include <optional>

#include "model/lead.h"
#include "model/stamp.h"
#include "sheet/best_title.h"
#include "sheet/event_votes.h"
#include "sheet/same_deed.h"
#include "sheet/title_sentence.h"
#include "text/utf8.h"

namespace synoptic::sheet {
namespace {

constexpr size_t kMostFigures = 2;
constexpr size_t kLeastShare = 5;   // of so many accounts one names it: two of thirteen are too few
constexpr double kToldFirst = 1.6;  // a figure is in a title, or in two leads
constexpr int64_t kDayMinutes = 24 * 60;
constexpr int64_t kRecentDays = 14;

const char* slot_of(Role role) {
  switch (role) {
    case Role::kWho:
      return "actor";
    case Role::kWhom:
      return "recipient";
    case Role::kWhere:
      return "place";
    case Role::kWhen:
      return "date";
    default:
      return "";
  }
}

const char* role_question(Role role) {
  switch (role) {
    case Role::kWho:
      return "who";
    case Role::kWhat:
      return "did what";
    case Role::kWhom:
      return "to whom";
    case Role::kWhere:
      return "where";
    case Role::kWhen:
      return "when";
    case Role::kHowMany:
      return "how many";
  }
  return "";
}

// How long before its article it is or begins; nothing where it is no date.
std::optional<int64_t> minutes_before(const model::FactValue& value, model::Precision least) {
  const auto day = model::parse_iso(value.norm.substr(0, value.norm.find('/')));
  const auto written = model::parse_iso(model::parts_of(value.time).clock);
  if (!day || !written || day->precision < least) return std::nullopt;
  return model::minutes_since_epoch(*written) - model::minutes_since_epoch(*day);
}

// News is of the days before it was written.
bool is_recent(const model::FactValue& value) {
  const auto before = minutes_before(value, model::Precision::kDay);
  return before && *before > -kDayMinutes && *before < kRecentDays * kDayMinutes;
}

bool is_ahead(const model::FactValue& value) {
  const auto before = minutes_before(value, model::Precision::kYear);
  return before && *before <= -kDayMinutes;
}

bool is_all_background(const model::Fact& fact) {
  return std::all_of(fact.values.begin(), fact.values.end(), [](const auto& value) {
    return value.scope == "background" || value.certainty == "background";
  });
}

// In the title or the lead. What is denied further down ("nobody was arrested") is not the event.
bool is_in_front(const model::Article& article, const model::Event& event) {
  return event.at.block == model::kTitleBlock || event.at.block <= model::lead_block(article);
}

class Line {
 public:
  explicit Line(const Accounts& accounts) : accounts_(accounts) {
    for (size_t i = 0; i < accounts.count(); ++i) {
      if (const auto* original = accounts.original(i)) originals_.push_back(original);
    }
  }

  EventLine make() {
    choose_deed();
    add_who_and_what();
    add_party(Role::kWhom);
    add_voted(Role::kWhere, vote_for_place(accounts_, originals_));
    add_party(Role::kWhen);
    add_figures();
    return std::move(line_);
  }

 private:
  void choose_deed() {
    DeedVote vote = vote_for_deed(originals_);
    line_.action = std::move(vote.action);
    told_ = std::move(vote.told);
    size_t denied = 0;
    for (const auto& [original, event] : told_) {
      denied += model::is_denied(*event) && is_in_front(original->article, *event) ? 1 : 0;
      if (line_.type.empty()) line_.type = event->type;
    }
    line_.denied = denied * 2 > told_.size() && (told_.size() > 1 || accounts_.count() == 1);
  }

  // The fact of the slot that most accounts speak of; of the deed, else of anything where the slot
  // means the same for every deed.
  const model::Fact* fact_of(Role role) const {
    if (role != Role::kWhen) return fact_of(role, false);
    const model::Fact* recent = fact_of(role, true);
    return recent != nullptr ? recent : fact_of(role, false);
  }

  // The oath, another round, the next meeting: days ahead that are not the news themselves.
  bool comes_next(const model::Fact& fact) const {
    if (!is_ahead(fact.values.front())) return false;
    const auto first = std::count_if(fact.values.begin(), fact.values.end(),
                                     [&](const auto& value) { return is_told_first(value); });
    return 2 * static_cast<size_t>(first) <= fact.values.size();
  }

  // In the title, or in the first sentence behind a dateline.
  bool is_told_first(const model::FactValue& value) const {
    constexpr uint32_t kDateline = 60;  // bytes
    const model::Article* article = accounts_.article(value.article);
    if (article == nullptr || value.evidence_span.empty()) return true;
    if (article->blocks.empty() || article->title_span.overlaps(value.evidence_span)) return true;
    const Span lead = article->blocks[0].span;
    return lead.contains(value.evidence_span) && value.evidence_span.begin < lead.begin + kDateline;
  }

  const model::Fact* fact_of(Role role, bool recent) const {
    const size_t least = role == Role::kWhom ? (accounts_.count() + 1) / 2 : 1;
    const model::Fact* best = nullptr;
    size_t most = 0;
    const auto look = [&](const std::vector<model::Fact>& facts, bool any) {
      for (const auto& fact : facts) {
        if (fact.slot != slot_of(role) || (!any && fact.about != line_.action)) continue;
        if (recent && !is_recent(fact.values.front())) continue;
        if (role == Role::kWhen && comes_next(fact)) continue;
        if (is_all_background(fact)) continue;  // "the group attacked a port in 2025"
        const size_t count = tellers_of(accounts_, fact.values).accounts.size();
        if (count > most && count >= least) best = &fact, most = count;
      }
    };
    const model::Synopsis& synopsis = accounts_.synopsis();
    // A day that more accounts give than the deed's own is the story's, too.
    const auto look_all = [&](bool any) {
      look(synopsis.agree, any);
      look(synopsis.differ, any);
      look(synopsis.updates, any);
      if (best == nullptr && accounts_.count() == 1) look(synopsis.only, any);
    };
    look_all(false);
    const bool any_deed = role == Role::kWhere || role == Role::kWhen;
    const bool more = best == nullptr || role == Role::kWhen;
    if (more && any_deed && accounts_.count() > 1) look_all(true);
    return best;
  }

  // What most accounts name; where they differ about it, all of what they say.
  void add_voted(Role role, std::vector<Vote> votes, bool sure = false) {
    if (votes.empty()) return;
    Vote& best = votes.front();
    if (best.values.size() < 2 && accounts_.count() > 1 && !sure) return;
    if (best.values.size() * kLeastShare < accounts_.count()) return;
    for (const auto& fact : accounts_.synopsis().differ) {
      const bool has = fact.slot == slot_of(role) &&
                       std::any_of(fact.values.begin(), fact.values.end(),
                                   [&](const auto& value) { return value.norm == best.norm; });
      if (has && (fact.about == line_.action || role == Role::kWhere)) return add_fact(role, fact);
    }
    LineCell cell;
    cell.role = role;
    cell.values = std::move(best.values);
    cell.shown = shown(cell.values.front());
    finish(std::move(cell));
  }

  void add_party(Role role) {
    if (const model::Fact* fact = fact_of(role)) return add_fact(role, *fact);
    const SameDeed same(accounts_);
    std::vector<std::vector<model::FactValue>> groups;
    for (const auto& [annotated, event] : told_) {
      auto value = argument_of(role, *annotated, *event);
      if (!value) continue;
      if (role == Role::kWhom) same.call_alike(*value);
      const auto same = std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
        return group.front().norm == value->norm;
      });
      if (same == groups.end()) {
        groups.push_back({std::move(*value)});
      } else {
        same->push_back(std::move(*value));
      }
    }
    if (groups.empty()) return;
    std::stable_sort(groups.begin(), groups.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    // What one alone calls it is in its title.
    if (role == Role::kWhom && groups.front().size() < 2 && accounts_.count() > 1) return;
    LineCell cell;
    cell.role = role;
    cell.values = std::move(groups.front());
    for (size_t i = 1; i < groups.size(); ++i) cell.others.push_back(shown(groups[i].front()));
    cell.shown = shown(cell.values.front());
    finish(std::move(cell));
  }

  std::optional<model::FactValue> argument_of(Role role, const model::Annotated& annotated,
                                              const model::Event& event) const {
    if (role == Role::kWhen) {
      if (!event.time || event.time->precision == "unresolved") return std::nullopt;
      model::FactValue value = value_at(accounts_, annotated, event.time->at);
      value.norm = model::iso(event.time->from);
      value.name = value.norm;
      if (is_ahead(value)) return std::nullopt;
      return value;
    }
    if (role == Role::kWhere) {
      if (!event.place) return std::nullopt;
      return value_of(accounts_, annotated, *event.place);
    }
    const auto& list = role == Role::kWho        ? event.actor
                       : event.recipient.empty() ? event.partner
                                                 : event.recipient;
    for (const auto& argument : list) {
      if (is_named(annotated, argument)) return value_of(accounts_, annotated, argument);
    }
    return std::nullopt;
  }

  void add_fact(Role role, const model::Fact& fact) {
    auto groups = sides(fact);
    if (groups.empty()) return;
    if (fact.verdict != "update") {  // that stands in the order it was told
      const auto count = [&](const auto& side) {
        return tellers_of(accounts_, side).accounts.size();
      };
      std::stable_sort(groups.begin(), groups.end(),
                       [&](const auto& a, const auto& b) { return count(a) > count(b); });
    }
    LineCell cell;
    cell.role = role;
    cell.fact = fact.id;
    cell.verdict = fact.verdict;
    for (const auto* value : groups.front()) cell.values.push_back(*value);
    for (size_t i = 1; i < groups.size(); ++i) cell.others.push_back(shown(groups[i]));
    cell.shown = shown(groups.front());
    finish(std::move(cell));
  }

  // A name of ours, a day or a figure is in no language; other words are in the article's.
  void finish(LineCell cell) {
    const model::FactValue& first = cell.values.front();
    const model::Article* article = accounts_.article(first.article);
    const bool words = cell.role == Role::kWhat || first.name == first.text || first.name.empty();
    if (words && article != nullptr && cell.role != Role::kHowMany) cell.lang = article->lang;
    if (cell.role != Role::kHowMany) cell.asked.question = role_question(cell.role);
    line_.cells.push_back(std::move(cell));
  }

  // The title that tells it best. Where it begins with who did it, that is told by itself, and both
  // read as one sentence: of the title nothing is left out but the name.
  void add_who_and_what() {
    const model::Annotated* told = best_title(accounts_, originals_, line_.action);
    if (told == nullptr) return;
    const auto size = static_cast<uint32_t>(told->article.title.size());
    const model::Place whole{model::kTitleBlock, {0, size}, told->article.title_span};
    model::Place place = whole;
    auto actors = vote_for_actor(accounts_, originals_, line_.action);
    std::string first;
    if (const auto sentence = title_sentence(accounts_, *told)) {
      const auto same = std::find_if(actors.begin(), actors.end(), [&](const Vote& vote) {
        return vote.norm == sentence->who.norm;
      });
      if (same != actors.end()) {
        first = same->norm;
        place = sentence->rest;
        std::rotate(actors.begin(), same, same + 1);
      }
    }
    add_voted(Role::kWho, std::move(actors), place.range.begin > 0);
    const bool told_who = !line_.cells.empty() && line_.cells.back().values.front().norm == first;
    if (!told_who) place = whole;
    LineCell cell;
    cell.role = Role::kWhat;
    cell.values.push_back(value_at(accounts_, *told, place));
    cell.shown = shown(cell.values.front());
    finish(std::move(cell));
  }

  // How much the accounts together put a figure first: in the title, in the lead, further down.
  double told_first(const model::Fact& fact) const {
    std::map<std::string_view, double> best;  // of copies each article counts
    for (const auto& value : fact.values) {
      const model::Article* article = accounts_.article(value.article);
      if (article == nullptr) continue;
      const bool title = article->title.find(value.text) != std::string::npos;
      const bool lead = !article->blocks.empty() && article->blocks[0].span.contains(value.span);
      double& weight =
          best[accounts_.count() == 1 ? std::string_view(value.article)
                                      : accounts_.synopsis().accounts[value.account].front()];
      weight = std::max(weight, 0.3 + (title ? 1 : 0) + (lead ? 0.6 : 0));
    }
    double sum = 0;
    for (const auto& [account, weight] : best) sum += weight;
    return sum;
  }

  // All are copies of one, and one of them gives another figure.
  bool is_changed_by_copy(const model::Fact& fact) const {
    return accounts_.count() == 1 && fact.verdict != "agree" &&
           std::any_of(fact.values.begin(), fact.values.end(),
                       [&](const auto& value) { return is_of_copy(accounts_, value); });
  }

  void add_figures() {
    std::vector<const model::Fact*> figures;
    const auto look = [&](const std::vector<model::Fact>& facts) {
      for (const auto& fact : facts) {
        const bool figure = fact.slot == "quantity" || fact.slot == "money" || fact.slot == "rank";
        // What no table knows is told in the words of one account: no label for all.
        const bool known = asked(accounts_, fact).word.text.empty();
        const bool shared =
            tellers_of(accounts_, fact.values).accounts.size() >= 2 || is_changed_by_copy(fact);
        if (figure && known && !fact.about.empty() && shared && told_first(fact) >= kToldFirst) {
          figures.push_back(&fact);
        }
      }
    };
    const model::Synopsis& synopsis = accounts_.synopsis();
    look(synopsis.differ);
    look(synopsis.updates);
    look(synopsis.agree);
    std::stable_sort(figures.begin(), figures.end(),
                     [&](const auto* a, const auto* b) { return told_first(*a) > told_first(*b); });
    std::vector<std::string> shown_already;
    for (const auto* fact : figures) {
      if (shown_already.size() == kMostFigures) return;
      if (std::count(shown_already.begin(), shown_already.end(), fact->about) > 0) continue;
      shown_already.push_back(fact->about);
      add_fact(Role::kHowMany, *fact);
      LineCell& cell = line_.cells.back();
      cell.asked = asked(accounts_, *fact);
      if (!cell.asked.about.empty()) cell.asked.around = {};  // the line is short
      cell.about = fact->about;
      std::replace(cell.about.begin(), cell.about.end(), '_', ' ');
    }
  }

  const Accounts& accounts_;
  std::vector<const model::Annotated*> originals_;
  std::vector<Told> told_;
  EventLine line_;
};

}  // namespace

std::string_view role_name(Role role) {
  switch (role) {
    case Role::kWho:
      return "who";
    case Role::kWhat:
      return "what";
    case Role::kWhom:
      return "whom";
    case Role::kWhere:
      return "where";
    case Role::kWhen:
      return "when";
    case Role::kHowMany:
      return "how_many";
  }
  return "";
}

bool is_title(const Accounts& accounts, const LineCell& cell) {
  return cell.role == Role::kWhat && cell.shown == accounts.synopsis().title;
}

EventLine event_line(const Accounts& accounts) { return Line(accounts).make(); }

}  // namespace synoptic::sheet
