// The event in one line: the deed that the accounts put first, and who, whom, where and when of it.
// A cell is taken from the synopsis' facts where it has one, else from the annotated events.
#include <algorithm>
#include <functional>
#include <map>

#include "gloss/gloss.h"
#include "sheet/values.h"
#include "text/utf8.h"

namespace synoptic::sheet {
namespace {

constexpr size_t kLongestClause = 110;  // bytes of what is shown of the deed
constexpr size_t kMostFigures = 2;
constexpr int64_t kDayMinutes = 24 * 60;
constexpr int64_t kRecentDays = 14;
constexpr double kLeastDeed = 0.4;  // how much the accounts together must put it first

struct Told {
  const model::Annotated* annotated = nullptr;
  const model::Event* event = nullptr;
};

double weight_of(const model::Annotated& annotated, const model::Event& event) {
  if (event.modality == "background" || event.action.empty()) return 0;
  const bool named = std::any_of(event.actor.begin(), event.actor.end(),
                                 [&](const auto& actor) { return is_named(annotated, actor); });
  return event.confidence * prominence(event.at) * (named ? 1 : 0.7);
}

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

// News is of the days before it was written.
bool is_recent(const model::FactValue& value) {
  const auto day = model::parse_iso(value.norm.substr(0, value.norm.find('/')));
  const auto written = model::parse_iso(value.time);
  if (!day || !written || day->precision < model::Precision::kDay) return false;
  const int64_t before = model::minutes_since_epoch(*written) - model::minutes_since_epoch(*day);
  return before > -kDayMinutes && before < kRecentDays * kDayMinutes;
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
    add_party(Role::kWho);
    add_what();
    add_party(Role::kWhom);
    add_party(Role::kWhere);
    add_party(Role::kWhen);
    add_figures();
    return std::move(line_);
  }

 private:
  void choose_deed() {
    std::map<std::string, double> sums;
    for (const auto* original : originals_) {
      std::map<std::string, double> best;
      for (const auto& event : original->events) {
        double& weight = best[event.action];
        weight = std::max(weight, weight_of(*original, event));
      }
      for (const auto& [action, weight] : best) sums[action] += weight;
    }
    const auto best = std::max_element(
        sums.begin(), sums.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (best == sums.end() || best->second < kLeastDeed) return;
    line_.action = best->first;
    size_t denied = 0;
    for (const auto* original : originals_) {
      const model::Event* told = nullptr;
      for (const auto& event : original->events) {
        if (event.action != line_.action || weight_of(*original, event) == 0) continue;
        if (told == nullptr || weight_of(*original, event) > weight_of(*original, *told))
          told = &event;
      }
      if (told == nullptr) continue;
      told_.push_back({original, told});
      denied += is_denied(*told) ? 1 : 0;
      if (line_.type.empty()) line_.type = told->type;
    }
    line_.denied = denied * 2 > told_.size();
  }

  // The fact of the slot that most accounts speak of; of the deed, else of anything where the slot
  // means the same for every deed.
  const model::Fact* fact_of(Role role) const {
    if (role != Role::kWhen) return fact_of(role, false);
    const model::Fact* recent = fact_of(role, true);
    return recent != nullptr ? recent : fact_of(role, false);
  }

  const model::Fact* fact_of(Role role, bool recent) const {
    const model::Fact* best = nullptr;
    size_t most = 0;
    const auto look = [&](const std::vector<model::Fact>& facts, bool any) {
      for (const auto& fact : facts) {
        if (fact.slot != slot_of(role) || (!any && fact.about != line_.action)) continue;
        if (recent && !is_recent(fact.values.front())) continue;
        const size_t count = accounts_of(fact.values).size();
        if (count > most) best = &fact, most = count;
      }
    };
    const model::Synopsis& synopsis = accounts_.synopsis();
    const auto look_all = [&](bool any) {
      look(synopsis.agree, any);
      look(synopsis.differ, any);
      look(synopsis.updates, any);
      if (best == nullptr && accounts_.count() == 1) look(synopsis.only, any);
    };
    look_all(false);
    const bool any_deed = role == Role::kWhere || role == Role::kWhen;
    if (best == nullptr && any_deed && accounts_.count() > 1) look_all(true);
    return best;
  }

  void add_party(Role role) {
    if (const model::Fact* fact = fact_of(role)) return add_fact(role, *fact);
    std::vector<std::vector<model::FactValue>> groups;
    for (const auto& [annotated, event] : told_) {
      auto value = argument_of(role, *annotated, *event);
      if (!value) continue;
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
    std::stable_sort(groups.begin(), groups.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
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
    line_.cells.push_back(std::move(cell));
  }

  // Accounts in the reader's language first, the others as they came.
  template <typename Language>
  static void readable_first(std::vector<model::FactValue>& values, Language&& language_of) {
    std::stable_partition(values.begin(), values.end(), [&](const model::FactValue& value) {
      return model::primary_language(language_of(value)) == gloss::kReader;
    });
  }

  void add_what() {
    LineCell cell;
    cell.role = Role::kWhat;
    for (const auto& [annotated, event] : told_) {
      cell.values.push_back(value_at(accounts_, *annotated, clause_of(*annotated, *event)));
    }
    if (cell.values.empty()) {  // no deed is known: what the titles say
      for (const auto* original : originals_) {
        const auto size = static_cast<uint32_t>(original->article.title.size());
        cell.values.push_back(value_at(
            accounts_, *original, {model::kTitleBlock, {0, size}, original->article.title_span}));
      }
    }
    if (cell.values.empty()) return;
    readable_first(cell.values, [&](const model::FactValue& value) -> std::string_view {
      return accounts_.article(value.article)->lang;
    });
    cell.shown = shown(cell.values.front());
    finish(std::move(cell));
  }

  // From the verb, or the object where that stands before it, to the end of the clause.
  static model::Place clause_of(const model::Annotated& annotated, const model::Event& event) {
    const std::string& text = model::text_of(annotated.article, event.at);
    model::Place place = event.trigger;
    if (event.trigger.block != event.at.block) return place;
    uint32_t begin = event.trigger.range.begin;
    const auto size = static_cast<uint32_t>(text.size());
    const bool title = event.at.block == model::kTitleBlock;
    const uint32_t end =
        title ? size : std::min(std::max(event.at.range.end, event.trigger.range.end), size);
    if (!event.object.empty()) {
      const size_t found = text.find(event.object, event.at.range.begin);
      if (found != std::string::npos && found < begin) begin = static_cast<uint32_t>(found);
    }
    place.range = {begin, shortened(text, begin, end, event.trigger.range.end)};
    if (event.at.block != model::kTitleBlock) {
      place.span = annotated.article.blocks[event.at.block].to_capture(place.range);
    } else if (!annotated.article.title_source.empty()) {
      place.span = annotated.article.title_source.to_source(place.range);
    }
    return place;
  }

  static uint32_t shortened(std::string_view text, uint32_t begin, uint32_t end, uint32_t least) {
    const uint32_t most = std::max<uint32_t>(begin + kLongestClause, least);
    if (end <= most) return end;
    uint32_t cut = most;
    while (cut > least && text[cut] != ' ') --cut;
    if (cut > least) return cut;
    cut = most;  // no blank: between two characters
    while (cut > least && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
    return cut;
  }

  // How much the accounts together put a figure first: in the title, in the lead, further down.
  double told_first(const model::Fact& fact) const {
    std::map<uint32_t, double> best;
    for (const auto& value : fact.values) {
      const model::Article* article = accounts_.article(value.article);
      if (article == nullptr) continue;
      const bool title = article->title.find(value.text) != std::string::npos;
      const bool lead = !article->blocks.empty() && article->blocks[0].span.contains(value.span);
      double& weight = best[value.account];
      weight = std::max(weight, 0.3 + (title ? 1 : 0) + (lead ? 0.6 : 0));
    }
    double sum = 0;
    for (const auto& [account, weight] : best) sum += weight;
    return sum;
  }

  void add_figures() {
    std::vector<const model::Fact*> figures;
    const auto look = [&](const std::vector<model::Fact>& facts) {
      for (const auto& fact : facts) {
        const bool figure = fact.slot == "quantity" || fact.slot == "money" || fact.slot == "rank";
        if (figure && !fact.about.empty() && accounts_of(fact.values).size() >= 2) {
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
      line_.cells.back().about = fact->about;
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

std::string_view role_question(Role role) {
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

EventLine event_line(const Accounts& accounts) { return Line(accounts).make(); }

}  // namespace synoptic::sheet
