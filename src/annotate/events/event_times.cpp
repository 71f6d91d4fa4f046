#include "annotate/events/event_times.h"

#include <algorithm>
#include <map>
#include <set>

#include "text/sentences.h"

namespace synoptic::annotate {
namespace {

using model::TimeMention;

int64_t begin_of(const TimeMention& time) { return model::minutes_since_epoch(time.from); }
int64_t end_of(const TimeMention& time) {
  return model::minutes_since_epoch(model::last_day(time.to));
}

// Days on end, not one day: "on Tuesday" may tell of something else.
bool is_period(const TimeMention& time) {
  return time.precision == "day" && end_of(time) > begin_of(time);
}

bool is_narrower(const TimeMention& inner, const TimeMention& outer) {
  return begin_of(inner) >= begin_of(outer) && end_of(inner) <= end_of(outer) &&
         end_of(inner) - begin_of(inner) < end_of(outer) - begin_of(outer);
}

class Narrower {
 public:
  Narrower(model::Annotated& annotated, const knowledge::Knowledge& knowledge)
      : annotated_(annotated), knowledge_(knowledge) {
    for (const TimeMention& time : annotated.times) {
      if (is_period(time)) periods_[time.at.block].push_back(&time);
    }
  }

  void run() {
    if (periods_.empty()) return;
    collect_lands();
    for (model::Event& event : annotated_.events) {
      if (!event.time || event.at.block == model::kTitleBlock) continue;
      if (event.time->precision == "week" || event.time->precision == "month") narrow(event);
    }
  }

 private:
  // Whom a name belongs to: the country of an army or a ministry, else the thing itself.
  std::string land_of(const std::string& id) const {
    const knowledge::Entity* entity = knowledge_.find(id);
    if (entity == nullptr) return id.substr(0, id.find('/'));
    return entity->iso.empty() && !entity->country.empty() ? entity->country : entity->id;
  }

  // What the sentence of each period names, read once.
  void collect_lands() {
    std::map<uint32_t, std::vector<const model::Mention*>> mentions;
    for (const model::Mention& mention : annotated_.mentions) {
      if (!mention.entity.empty() && periods_.contains(mention.at.block)) {
        mentions[mention.at.block].push_back(&mention);
      }
    }
    for (const auto& [block, times] : periods_) {
      if (block == model::kTitleBlock) continue;
      const auto sentences = text::sentences(annotated_.article.blocks[block].text);
      for (const TimeMention* time : times) {
        const auto next = std::ranges::upper_bound(sentences, time->at.range.begin, {},
                                                   [](const Range& range) { return range.begin; });
        if (next == sentences.begin()) continue;
        const Range sentence = *(next - 1);
        const auto& list = mentions[block];
        auto mention = std::ranges::lower_bound(list, sentence.begin, {},
                                                [](const auto* m) { return m->at.range.begin; });
        for (; mention != list.end() && (*mention)->at.range.begin < sentence.end; ++mention) {
          lands_[time].insert(land_of((*mention)->entity));
        }
      }
    }
  }

  bool tells_of(const TimeMention* time, const std::vector<model::Argument>& side) const {
    const auto named = lands_.find(time);
    return named != lands_.end() &&
           std::any_of(side.begin(), side.end(), [&](const model::Argument& argument) {
             return !argument.entity.empty() && named->second.contains(land_of(argument.entity));
           });
  }

  void narrow(model::Event& event) const {
    const TimeMention* found = nullptr;
    const uint32_t block = event.at.block;
    for (uint32_t near = block > 0 ? block - 1 : 0; near <= block + 1; ++near) {
      const auto times = periods_.find(near);
      if (times == periods_.end()) continue;
      for (const TimeMention* time : times->second) {
        if (!is_narrower(*time, *event.time) || !tells_of(time, event.actor)) continue;
        if (!event.recipient.empty() && !tells_of(time, event.recipient)) continue;
        const bool same = found != nullptr && found->from == time->from && found->to == time->to;
        if (found != nullptr && !same) return;
        if (found == nullptr) found = time;
      }
    }
    if (found == nullptr) return;
    const std::string wider = event.time->text;
    event.time = *found;
    event.time->rule = "the only period nearby inside \"" + wider + "\"";
  }

  model::Annotated& annotated_;
  const knowledge::Knowledge& knowledge_;
  std::map<uint32_t, std::vector<const TimeMention*>> periods_;  // by block
  std::map<const TimeMention*, std::set<std::string>> lands_;
};

}  // namespace

void narrow_times(model::Annotated& annotated, const knowledge::Knowledge& knowledge) {
  Narrower(annotated, knowledge).run();
}

}  // namespace synoptic::annotate
