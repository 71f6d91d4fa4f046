// A story of four made articles, one of them a copy, for the tests of this room.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>

#include "sheet/sheet.h"

namespace synoptic::sheet::testing_story {

inline const knowledge::Knowledge& known() {
  static const auto loaded = knowledge::Knowledge::load().value();
  return *loaded;
}

// Where values know their side, those of another value stand on another.
inline void put_on_sides(std::vector<model::FactValue>& values) {
  std::vector<std::string> norms;
  for (auto& value : values) {
    auto at = std::find(norms.begin(), norms.end(), value.norm);
    if (at == norms.end()) at = norms.insert(norms.end(), value.norm);
    value.side = static_cast<uint32_t>(at - norms.begin());
  }
}

// An article of one sentence, its title; what stands in it is found by its words.
struct Told {
  model::Annotated annotated;

  Told(const std::string& id, const std::string& publisher, const std::string& text,
       const std::string& date) {
    model::Article& article = annotated.article;
    article.id = id;
    article.path = id + ".txt";
    article.sha256 = std::string(64, id.back());
    article.lang = "en";
    article.dir = "ltr";
    article.title = "Title of " + id;
    article.title_span = {0, static_cast<uint32_t>(article.title.size())};
    article.publisher = model::Publisher{publisher, "", "", "", {}};
    if (!date.empty()) {
      article.published = model::DateEvidence{};
      article.published->value = *model::parse_iso(date);
    }
    model::Block block;
    block.text = text;
    block.span = {100, 100 + static_cast<uint32_t>(text.size())};
    block.source.append_linear(static_cast<uint32_t>(text.size()), 100);
    article.blocks.push_back(block);
  }

  model::Place place(const std::string& words) const {
    const auto at = static_cast<uint32_t>(annotated.article.blocks[0].text.find(words));
    const auto end = at + static_cast<uint32_t>(words.size());
    return {0, {at, end}, {100 + at, 100 + end}};
  }

  model::Argument party(const std::string& words, const std::string& entity) const {
    return {words, entity, words, place(words)};
  }

  Told& deed(const std::string& actor, const std::string& verb, const std::string& recipient,
             bool denied = false) {
    model::Event event;
    event.action = "order";
    event.type = "REQUEST";
    event.modality = "asserted";
    event.polarity = denied ? model::Polarity::kNegative : model::Polarity::kPositive;
    event.actor = {party(actor, actor)};
    event.recipient = {party(recipient, recipient)};
    event.at = place(annotated.article.blocks[0].text);
    event.trigger = place(verb);
    event.confidence = 0.9;
    annotated.events.push_back(event);
    return *this;
  }

  model::FactValue value(uint32_t account, const std::string& words,
                         const std::string& norm) const {
    model::FactValue value;
    value.article = annotated.article.id;
    value.account = account;
    value.text = words;
    value.norm = norm;
    value.span = place(words).span;
    value.evidence = annotated.article.blocks[0].text;
    value.evidence_span = annotated.article.blocks[0].span;
    if (annotated.article.published) value.time = model::iso(annotated.article.published->value);
    return value;
  }
};

class StoryTest : public testing::Test {
 protected:
  StoryTest() {
    first_.deed("Alice", "ordered", "Bank");
    second_.deed("Alice", "ordered", "Bank");
    third_.deed("Alice", "ordered", "Army");
    synopsis_.story = "s1";
    synopsis_.title = "Title of a1";
    synopsis_.articles = {"a1", "a2", "a3", "a4"};
    synopsis_.accounts = {{"a1", "a4"}, {"a2"}, {"a3"}};
    synopsis_.provenance.first = "Wire";
    synopsis_.provenance.edges = {{"a1", "Wire", "cites", {110, 114}, ""},
                                  {"a2", "a1", "cites", {100, 105}, ""},
                                  {"a4", "a1", "copies", {}, ""}};
    synopsis_.provenance.unattributed = {"a3"};
    synopsis_.provenance.timeline = {
        {"a1", "2026-05-01T08:00"}, {"a2", "2026-05-01T09:00"}, {"a3", "2026-05-02"}};
    model::Fact killed;
    killed.id = "f1";
    killed.slot = "quantity";
    killed.about = "killed";
    killed.verdict = "differ";
    killed.confidence = 0.9;
    killed.values = {first_.value(0, "7", "7"), second_.value(1, "7", "7"),
                     third_.value(2, "9", "9")};
    put_on_sides(killed.values);
    synopsis_.differ = {killed};
    articles_ = {first_.annotated, second_.annotated, third_.annotated, copy_.annotated};
  }

  Accounts accounts() const { return {synopsis_, articles_, known()}; }

  Told first_{"a1", "Post", "Alice ordered the Bank to pay after 7 died.", "2026-05-01T08:00"};
  Told second_{"a2", "Times", "Alice has ordered the Bank, 7 died.", "2026-05-01T09:00"};
  Told third_{"a3", "Star", "Alice ordered the Army out, 9 died.", "2026-05-02"};
  Told copy_{"a4", "Echo", "Alice ordered the Bank to pay after 7 died.", "2026-05-01T10:00"};
  model::Synopsis synopsis_;
  std::vector<model::Annotated> articles_;
};

}  // namespace synoptic::sheet::testing_story
