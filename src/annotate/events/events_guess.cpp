#include "annotate/events/events_guess.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "annotate/annotate.h"
#include "annotate/events/events_choice.h"
#include "annotate/events/events_reader.h"
#include "annotate/steps.h"

namespace synoptic::annotate {
namespace {

using namespace syntax;

Range find_piece(std::string_view text, std::string_view piece, size_t from) {
  if (piece.empty()) return {};
  size_t at = text.find(piece, from);
  if (at == std::string_view::npos) at = text.find(piece);
  if (at == std::string_view::npos) return {};
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + piece.size())};
}

// The text as an article whose two sides are mentions.
class GuessedText {
 public:
  GuessedText(const GuessInput& input, const knowledge::Knowledge& knowledge) {
    model::Article article;
    article.lang = input.lang;
    if (const auto day = model::parse_iso(input.date)) {
      article.published.emplace();
      article.published->value = *day;
    }
    article.blocks.resize(1);
    article.blocks[0].text = input.text;
    annotated_ = annotate(std::move(article), knowledge);
    annotated_.events.clear();
    actor_ = find_piece(input.text, input.actor, 0);
    recipient_ = find_piece(input.text, input.recipient, 0);
    if (!actor_.empty() && actor_.overlaps(recipient_)) {
      recipient_ = find_piece(input.text, input.recipient, actor_.end);
      if (actor_.overlaps(recipient_)) recipient_ = {};
    }
    add_mention(actor_);
    add_mention(recipient_);
    passages_ = passages(annotated_);
    lang_ = model::table_language(input.lang);
    const Grammar* rules = grammar(input.lang);
    const EventLexicon* lexicon = event_lexicon(input.lang);
    if (rules == nullptr || lexicon == nullptr) return;
    EventReader reader(annotated_, knowledge, *rules, *lexicon);
    const Passage& passage = passages_.back();
    reader.enter(passage);
    sentence_ = std::make_unique<Sentence>(reader.sentence(passage, range()));
    readings_ = reader.readings(*sentence_);
    sides_ = {party(actor_), party(recipient_)};
    for (Reading& reading : readings_) {
      reading.actor_fits = has(reading.event.actor, actor_);
      reading.recipient_fits =
          has(reading.event.recipient, recipient_) || has(reading.event.partner, recipient_);
    }
  }

  bool readable() const { return sentence_ != nullptr && sentence_->begin < sentence_->end; }
  const std::vector<Reading>& readings() const { return readings_; }
  std::vector<EventFeature> features() const {
    std::vector<EventFeature> out;
    if (readable()) event_features(*sentence_, sides_, readings_, lang_, out);
    return out;
  }

 private:
  void add_mention(Range range) {
    if (range.empty()) return;
    model::Mention mention;
    auto& all = annotated_.mentions;
    for (const auto& other : all) {
      if (other.at.range.overlaps(range) && other.form != "adjective") mention = other;
    }
    std::erase_if(all, [&](const auto& other) { return other.at.range.overlaps(range); });
    mention.at = place_of(annotated_.article, 0, range);
    mention.text = range.of(annotated_.article.blocks[0].text);
    if (mention.name.empty()) mention.name = mention.text;
    if (mention.type == model::EntityType::kConcept || mention.type == model::EntityType::kWork) {
      mention.type = model::EntityType::kOrg;
    }
    mention.form = "name";
    mention.rule.clear();
    all.push_back(std::move(mention));
  }

  // The sentences that hold the sides; all of them without any.
  Range range() const {
    const Passage& passage = passages_.back();
    Range all;
    for (const Range& sentence : passage.sentences) {
      if (!sentence.overlaps(actor_) && !sentence.overlaps(recipient_)) continue;
      if (all.empty()) all = sentence;
      all.end = sentence.end;
    }
    return all.empty() ? Range{0, static_cast<uint32_t>(passage.text.size())} : all;
  }

  std::optional<Party> party(Range range) const {
    if (range.empty()) return std::nullopt;
    for (const Name& name : sentence_->names) {
      if (name.mention->at.range == range) return Party{name.begin, name.end};
    }
    return std::nullopt;
  }

  static bool has(const std::vector<model::Argument>& side, Range range) {
    return !range.empty() && std::ranges::any_of(side, [&](const auto& argument) {
      return argument.at.range.overlaps(range);
    });
  }

  model::Annotated annotated_;
  Passages passages_;
  std::string lang_;
  Range actor_, recipient_;
  std::unique_ptr<Sentence> sentence_;
  std::vector<Reading> readings_;
  Sides sides_;
};

}  // namespace

EventGuess guess_event(const GuessInput& input, const knowledge::Knowledge& knowledge) {
  const GuessedText text(input, knowledge);
  const Reading* best = best_reading(text.readings());
  EventGuess guess;
  std::string seen;
  for (const Reading& reading : text.readings()) seen += reading.event.action + " ";
  guess.rule = fmt::format("{}: {}", best == nullptr ? "-" : best->event.type, seen);
  const EventModel& model = EventModel::load();
  if (model.empty()) {
    if (best != nullptr) {
      guess.type = future_type(best->event.type, best->event.modality);
      guess.confidence = best->event.confidence;
    }
    return guess;
  }
  const EventScores chances = model.probabilities(text.features());
  const auto most = std::max_element(chances.begin(), chances.begin() + kNoEvent);
  guess.type = kEventTypes[static_cast<size_t>(most - chances.begin())];
  guess.confidence = model.confidence(*most);
  return guess;
}

std::vector<EventFeature> features_of(const GuessInput& input,
                                      const knowledge::Knowledge& knowledge) {
  return GuessedText(input, knowledge).features();
}

}  // namespace synoptic::annotate
