// Made articles for the tests of the room, and their synopsis.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "compare/compare.h"

namespace synoptic::compare {

using model::Annotated;

// A made article whose blocks stand one behind the other in its capture, so that spans are easy:
// title first, then each block after one line break.
class Sample {
 public:
  Sample(const std::string& key, std::string lang, std::string title, const std::string& date) {
    auto& article = made_.article;
    article.id = key;
    article.lang = std::move(lang);
    article.title = std::move(title);
    article.title_source.append_linear(static_cast<uint32_t>(article.title.size()), 0);
    capture_ = article.title + "\n";
    if (date.empty()) return;
    article.published.emplace();
    article.published->value = *model::parse_iso(date);
  }

  Sample& body(std::string text, model::BlockKind kind = model::BlockKind::kParagraph) {
    model::Block block;
    block.kind = kind;
    block.text = std::move(text);
    block.source.append_linear(static_cast<uint32_t>(block.text.size()),
                               static_cast<uint32_t>(capture_.size()));
    capture_ += block.text + "\n";
    made_.article.blocks.push_back(std::move(block));
    return *this;
  }

  Sample& publisher(const std::string& name) {
    made_.article.publisher.emplace();
    made_.article.publisher->name = name;
    return *this;
  }

  // The first place of `text`, looked for in the blocks.
  model::Place at(std::string_view text) const {
    for (uint32_t i = 0; i < made_.article.blocks.size(); ++i) {
      const size_t begin = made_.article.blocks[i].text.find(text);
      if (begin == std::string::npos) continue;
      const Range range{static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + text.size())};
      return {i, range, made_.article.blocks[i].to_capture(range)};
    }
    ADD_FAILURE() << "not in the sample: " << text;
    return {};
  }

  model::Place at_title(std::string_view text) const {
    const auto begin = static_cast<uint32_t>(made_.article.title.find(text));
    const Range range{begin, begin + static_cast<uint32_t>(text.size())};
    return {model::kTitleBlock, range, made_.article.title_source.to_source(range)};
  }

  Sample& count(const std::string& text, double value, const std::string& of_class,
                const std::string& modifier = {}, const std::string& kind = "count",
                const std::string& unit = {}) {
    model::Quantity quantity;
    quantity.at = at(text);
    quantity.text = text;
    quantity.kind = kind;
    quantity.unit = unit;
    quantity.value = value;
    quantity.counted_class = of_class;
    quantity.modifier = modifier;
    quantity.scope = "event";
    made_.quantities.push_back(std::move(quantity));
    return *this;
  }
  Sample& rank(const std::string& text, double value, double of) {
    count(text, value, "", "", "rank");
    made_.quantities.back().of = of;
    return *this;
  }
  Sample& counting(const std::string& noun) {
    made_.quantities.back().counted = noun;
    return *this;
  }
  Sample& in_background() {
    made_.quantities.back().scope = "background";
    return *this;
  }
  Sample& no_more() {
    made_.quantities.back().scope = "former";
    return *this;
  }
  Sample& event(const std::string& action, const std::string& clause,
                std::vector<std::string> actors, std::vector<std::string> recipients,
                const std::string& modality = "asserted") {
    model::Event event;
    event.action = action;
    event.at = event.trigger = at(clause);
    event.modality = modality;
    event.confidence = 0.8;
    for (auto& name : actors) event.actor.push_back({name, name, name, event.at});
    for (auto& name : recipients) event.recipient.push_back({name, name, name, event.at});
    made_.events.push_back(std::move(event));
    return *this;
  }
  // To whom the last deed was done, in words that need be no name.
  Sample& to_whom(const std::string& words) {
    made_.events.back().recipient.push_back({words, "", words, at(words)});
    return *this;
  }
  Sample& with(const std::string& name) {
    made_.events.back().partner.push_back({name, name, name, made_.events.back().at});
    return *this;
  }
  Sample& of_type(const std::string& type) {
    made_.events.back().type = type;
    return *this;
  }
  Sample& event_in_title(const std::string& action, const std::string& clause,
                         std::vector<std::string> actors) {
    model::Event event;
    event.action = action;
    event.at = event.trigger = at_title(clause);
    event.modality = "asserted";
    event.confidence = 0.8;
    for (auto& name : actors) event.actor.push_back({name, name, name, event.at});
    made_.events.push_back(std::move(event));
    return *this;
  }
  Sample& count_in_title(const std::string& text, double value, const std::string& of_class) {
    model::Quantity quantity;
    quantity.at = at_title(text);
    quantity.text = text;
    quantity.kind = "count";
    quantity.value = value;
    quantity.counted_class = of_class;
    made_.quantities.push_back(std::move(quantity));
    return *this;
  }
  Sample& score_in_title(const std::string& text) {
    count_in_title(text, text[0] - '0', "");
    made_.quantities.back().kind = "score";
    made_.quantities.back().max = text.back() - '0';
    return *this;
  }
  Sample& names_in_title(const std::string& text, const std::string& entity) {
    model::Mention mention;
    mention.at = at_title(text);
    mention.text = text;
    mention.entity = mention.name = entity;
    mention.type = model::EntityType::kOrg;
    made_.mentions.push_back(std::move(mention));
    return *this;
  }
  Sample& names(const std::string& text, const std::string& entity, model::EntityType type) {
    model::Mention mention;
    mention.at = at(text);
    mention.text = text;
    mention.entity = mention.name = entity;
    mention.type = type;
    made_.mentions.push_back(std::move(mention));
    return *this;
  }
  Sample& as_adjective() {  // the name told last
    made_.mentions.back().form = "adjective";
    return *this;
  }
  Sample& concept_at(const std::string& text) {
    model::Mention mention;
    mention.at = at(text);
    mention.text = mention.name = mention.entity = text;
    mention.type = model::EntityType::kConcept;
    made_.mentions.push_back(std::move(mention));
    return *this;
  }
  Sample& stranger(const std::string& text) {  // a person without an id
    model::Mention mention;
    mention.at = at(text);
    mention.text = mention.name = text;
    mention.type = model::EntityType::kPerson;
    mention.form = "name";
    made_.mentions.push_back(std::move(mention));
    return *this;
  }
  Sample& denied() {
    made_.events.back().polarity = model::Polarity::kNegative;
    return *this;
  }
  Sample& day(const std::string& text, const std::string& iso) {
    model::TimeMention time;
    time.at = at(text);
    time.text = text;
    time.from = time.to = *model::parse_iso(iso);
    time.precision = "day";
    made_.times.push_back(std::move(time));
    return *this;
  }
  // A day that the article alone does not tell.
  Sample& open_day(const std::string& text, const std::string& rule) {
    model::TimeMention time;
    time.at = at(text);
    time.text = text;
    time.precision = "unresolved";
    time.rule = rule;
    made_.times.push_back(std::move(time));
    return *this;
  }
  // How the last day was read, and its other end.
  Sample& ruled(const std::string& rule, const std::string& to = {}) {
    made_.times.back().rule = rule;
    if (!to.empty()) made_.times.back().to = *model::parse_iso(to);
    return *this;
  }
  Sample& quote(const std::string& words, const std::string& speaker) {
    model::Quote quote;
    quote.at = at(words);
    quote.text = words;
    quote.form = "direct";
    const std::string entity = speaker == "?" ? "" : speaker;
    quote.speaker = {speaker, entity, speaker, quote.at};
    made_.quotes.push_back(std::move(quote));
    return *this;
  }
  // The last quote's speaker has no id, and stands where the text names him.
  Sample& last_speaker(const std::string& name) {
    made_.quotes.back().speaker = {name, "", name, at(name)};
    return *this;
  }
  Sample& carried() {
    made_.quotes.back().rule = "marks and cue, speaker carried";
    return *this;
  }
  Sample& indirect() {
    made_.quotes.back().form = "indirect";
    return *this;
  }
  Sample& origin(const std::string& name, const std::string& date) {
    model::Origin origin;
    origin.name = name;
    origin.kind = "link";
    if (!date.empty()) origin.date = model::parse_iso(date);
    made_.article.origins.push_back(std::move(origin));
    return *this;
  }
  Sample& cited_at(const std::string& url) {  // the last origin's address
    made_.article.origins.back().url = url;
    return *this;
  }
  Sample& of_outlet(const std::string& name, const std::string& domain = {}) {
    made_.article.publisher = model::Publisher{name, "", "", domain, {}};
    return *this;
  }

  // The words tell the rank of a thing among those of its kind.
  Sample& stands(const std::string& text, const std::string& subject, int rank,
                 const std::string& kind, const std::string& place) {
    model::Standing standing;
    standing.at = at(text);
    standing.text = text;
    standing.subject = {subject, subject, subject, at(subject)};
    standing.order = "largest";
    standing.rank = rank;
    standing.kind = kind;
    standing.place = {place, place, place, standing.at};
    made_.standings.push_back(std::move(standing));
    return *this;
  }
  Sample& expects(const std::string& text, const std::string& modality) {
    model::Outlook outlook;
    outlook.at = at(text);
    outlook.text = text;
    outlook.modality = modality;
    made_.outlooks.push_back(std::move(outlook));
    return *this;
  }

  const Annotated& annotated() const { return made_; }
  const std::string& capture() const { return capture_; }

 private:
  Annotated made_;
  std::string capture_;
};

inline model::Synopsis synopsis(const std::vector<const Sample*>& samples,
                                std::vector<std::vector<std::string>> accounts = {},
                                const knowledge::Knowledge* known = nullptr) {
  static const knowledge::Knowledge nothing;
  model::Story story;
  story.id = "s1";
  std::vector<const Annotated*> articles;
  for (const Sample* sample : samples) {
    articles.push_back(&sample->annotated());
    story.articles.push_back(sample->annotated().article.id);
    if (accounts.empty()) story.accounts.push_back({sample->annotated().article.id});
  }
  if (!accounts.empty()) story.accounts = std::move(accounts);
  return compare(story, articles, known != nullptr ? *known : nothing);
}

inline const model::Fact* find(const std::vector<model::Fact>& facts, std::string_view slot,
                               std::string_view about) {
  const auto found = std::find_if(facts.begin(), facts.end(), [&](const auto& fact) {
    return fact.slot == slot && fact.about == about;
  });
  return found == facts.end() ? nullptr : &*found;
}

inline Sample toll(const std::string& key, const std::string& date, double killed,
                   const std::string& modifier = {}) {
  return Sample(key, "en", "Storm", date)
      .body("The storm killed this many people on the coast.")
      .count("this many", killed, "killed", modifier);
}

}  // namespace synoptic::compare
