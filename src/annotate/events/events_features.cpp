#include "annotate/events/events_features.h"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "base/hash.h"
#include "lexicon/lexicon.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kNear = 4;           // words beside a side
constexpr size_t kLongestText = 600;  // tokens looked at
constexpr lexicon::Weighing kPlain{1, 0};
constexpr float kLeastTerm = 0.05F;  // of a stem's share

uint64_t mixed(uint64_t hash) {  // the high bits choose the bucket
  hash ^= hash >> 32;
  hash *= 0xd6e8feb86659fd93ULL;
  hash ^= hash >> 32;
  hash *= 0xd6e8feb86659fd93ULL;
  return hash ^ hash >> 32;
}

uint64_t key_of(std::initializer_list<std::string_view> parts) {
  uint64_t hash = fnv1a({});
  for (const std::string_view part : parts) hash = fnv1a("\x1f", fnv1a(part, hash));
  return mixed(hash);
}

class FeatureWriter {
 public:
  FeatureWriter(const Sentence& sentence, const Sides& sides, std::string_view lang,
                std::vector<EventFeature>& out)
      : s_(sentence), sides_(sides), lang_(lang), out_(out) {
    end_ = std::min(s_.end, s_.begin + kLongestText);
    first_ = sides.actor;
    second_ = sides.recipient;
    if (!first_ || (second_ && second_->begin < first_->begin)) std::swap(first_, second_);
  }

  void write_readings(const std::vector<Reading>& readings);
  void write_words();
  void write_stems();
  void write_sides();

 private:
  void add(std::initializer_list<std::string_view> parts, float value = 1) {
    out_.push_back({key_of(parts), value});
  }
  bool in_side(size_t at) const {
    const auto in = [&](const std::optional<Party>& party) {
      return party && at >= party->begin && at < party->end;
    };
    return in(sides_.actor) || in(sides_.recipient);
  }
  // A word as the features know it: a side by its part.
  std::string_view word(size_t at) const {
    if (sides_.actor && at >= sides_.actor->begin && at < sides_.actor->end) return "@A";
    if (in_side(at)) return "@R";
    const Token& token = s_.token(at);
    if (token.kind == TokenKind::kWord && token.folded[0] >= '0' && token.folded[0] <= '9') {
      return "#";
    }
    return token.folded;
  }
  std::string_view region(size_t at) const {
    if (first_ && at < first_->begin) return "f";
    if (second_ && at >= second_->end) return "l";
    return "m";
  }
  std::string_view order() const {
    if (!sides_.actor || !sides_.recipient) return sides_.actor ? "A" : "R";
    return sides_.actor->begin < sides_.recipient->begin ? "AR" : "RA";
  }
  void write_terms(std::string_view kind, size_t begin, size_t end);
  void add_terms(std::string_view kind);  // of text_

  const Sentence& s_;
  const Sides& sides_;
  std::string_view lang_;
  std::vector<EventFeature>& out_;
  size_t end_ = 0;
  std::optional<Party> first_, second_;
  std::string text_;
  std::vector<lexicon::WeightedTerm> terms_;
};

std::string_view form_of(const Trigger& trigger) {
  return trigger.form == TriggerForm::kNoun      ? "n"
         : trigger.form == TriggerForm::kPassive ? "p"
                                                 : "v";
}

void FeatureWriter::write_readings(const std::vector<Reading>& readings) {
  const Reading* best = best_reading(readings);
  std::string_view before;
  const Reading* leftmost = nullptr;
  const Reading* main = nullptr;
  for (const Reading& reading : readings) {
    const Trigger& trigger = s_.triggers[reading.trigger];
    const model::Event& event = reading.event;
    const std::string_view action = event.action;
    const std::string_view at = region(trigger.match.begin);
    add({"a", action});
    add({"aR", action, at, order()});
    add({"aF", action, form_of(trigger)});
    if (!before.empty()) add({"aa", before, action});
    before = action;
    if (reading.swallowed) add({"aS", action});
    if (event.type.empty()) continue;
    if (main == nullptr && !reading.aside && !reading.swallowed) {
      main = &reading;
      add({"tM", event.type});
      add({"aM", action, form_of(trigger)});
    }
    add({"t", event.type});
    add({"tR", event.type, at, order()});
    if (leftmost == nullptr) {
      leftmost = &reading;
      add({"tL", event.type});
      add({"aL", action});
    } else if (leftmost->event.type != event.type) {
      add({"tt", leftmost->event.type, event.type});
    }
  }
  if (best == nullptr) {
    add({"none"});
    return;
  }
  const model::Event& event = best->event;
  const std::string_view fits = best->actor_fits       ? (best->recipient_fits ? "ar" : "a")
                                : best->recipient_fits ? "r"
                                                       : "";
  add({"b", event.type});
  add({"ba", event.action});
  add({"bF", event.type, fits});
  add({"bM", event.type, event.modality});
  add({"baM", event.action, event.modality});
  if (event.polarity == model::Polarity::kNegative) add({"bN", event.type});
  add({"bV", event.type, form_of(s_.triggers[best->trigger])});
}

void FeatureWriter::write_words() {
  std::string_view before = "^";
  for (size_t at = s_.begin; at < end_; ++at) {
    const Token& token = s_.token(at);
    const bool side = in_side(at);
    const std::string_view here = word(at);
    if (side && at > s_.begin && word(at - 1) == here) continue;
    if (token.kind != TokenKind::kWord && !side) {
      before = token.kind == TokenKind::kComma ? "," : ".";
      continue;
    }
    add({"p", lang_, before, here});
    if (!side) {
      if (!token.spaceless) {
        add({"w", lang_, here});
        add({"wR", lang_, here, region(at)});
        if (here.size() > 6) add({"s", lang_, here.substr(0, here.size() * 2 / 3)});
      }
      if (sides_.actor && at >= sides_.actor->end && at < sides_.actor->end + kNear) {
        add({"wA", lang_, here});
      }
    }
    before = here;
  }
}

void FeatureWriter::write_terms(std::string_view kind, size_t begin, size_t end) {
  end = std::min(end, end_);
  if (begin >= end) return;
  text_.clear();
  for (size_t at = begin; at < end; ++at) {
    if (in_side(at)) continue;
    const Token& token = s_.token(at);
    if (!token.spaceless || (at > begin && !s_.token(at - 1).spaceless)) text_ += ' ';
    text_ += token.at.of(s_.passage->text);
  }
  add_terms(kind);
}

void FeatureWriter::add_terms(std::string_view kind) {
  lexicon::Lexicon::load().terms(text_, lang_, terms_, kPlain);
  for (const auto& term : terms_) {
    if (term.term >= lexicon::kFirstOpenTerm || term.weight < kLeastTerm) continue;
    add({kind, lexicon::Lexicon::load().word_of(term.term)}, std::min(term.weight, 1.0F));
  }
}

void FeatureWriter::write_stems() {
  const size_t first = first_ ? first_->begin : s_.begin;
  const size_t second = second_ ? second_->end : end_;
  write_terms("e", s_.begin, end_);
  write_terms("eM", first, second);
  if (sides_.actor) write_terms("eA", sides_.actor->end, sides_.actor->end + kNear);
  if (s_.grammar->order == WordOrder::kVerbLast && end_ > s_.begin + kNear) {
    write_terms("eE", end_ - kNear - 2, end_);
  }
}

// Who acts and whom it befalls, where they are no names: "rioters", "the court".
void FeatureWriter::write_sides() {
  const auto write = [&](const std::optional<Party>& party, std::string_view words,
                         std::string_view stems) {
    if (!party) return;
    text_.clear();
    for (size_t at = party->begin; at < party->end; ++at) {
      const int index = s_.mark(at).name;
      if (index >= 0 && !s_.names[static_cast<size_t>(index)].mention->entity.empty()) return;
      const Token& token = s_.token(at);
      if (!token.spaceless) text_ += ' ';
      text_ += token.at.of(s_.passage->text);
      if (!token.spaceless) add({words, lang_, token.folded});
    }
    add_terms(stems);
  };
  write(sides_.actor, "nA", "eNA");
  write(sides_.recipient, "nR", "eNR");
}

}  // namespace

const Reading* best_reading(const std::vector<Reading>& readings) {
  const Reading* best = nullptr;
  double most = 0;
  for (const Reading& reading : readings) {
    if (reading.event.type.empty()) continue;
    double score = 1 + reading.event.confidence + (reading.actor_fits ? 0.5 : 0) +
                   (reading.recipient_fits ? 0.5 : 0);
    if (reading.swallowed) score -= 1;
    if (reading.aside) score -= 0.4;
    if (best == nullptr || score > most) {
      best = &reading;
      most = score;
    }
  }
  return best;
}

void event_features(const Sentence& sentence, const Sides& sides,
                    const std::vector<Reading>& readings, std::string_view lang,
                    std::vector<EventFeature>& out) {
  out.clear();
  FeatureWriter writer(sentence, sides, lang, out);
  out.push_back({key_of({"bias"}), 1});
  writer.write_readings(readings);
  writer.write_words();
  writer.write_stems();
  writer.write_sides();
}

size_t telling_word(const Sentence& sentence, const Sides& sides, std::string_view lang,
                    const EventModel& model, size_t type) {
  size_t best = sentence.end;
  float most = 0;
  std::vector<lexicon::WeightedTerm> terms;
  const auto in_side = [&](size_t at) {
    return (sides.actor && at >= sides.actor->begin && at < sides.actor->end) ||
           (sides.recipient && at >= sides.recipient->begin && at < sides.recipient->end);
  };
  for (size_t at = sentence.begin; at < std::min(sentence.end, sentence.begin + kLongestText);
       ++at) {
    const Token& token = sentence.token(at);
    if (token.kind != TokenKind::kWord || in_side(at) || sentence.mark(at).name >= 0) continue;
    if (sentence.mark(at).marker != Part::kNone || sentence.mark(at).skip) continue;
    float sum = model.weight(key_of({"w", lang, token.folded}), type);
    lexicon::Lexicon::load().terms(token.at.of(sentence.passage->text), lang, terms, kPlain);
    for (const auto& term : terms) {
      if (term.term >= lexicon::kFirstOpenTerm) continue;
      sum += std::min(term.weight, 1.0F) *
             model.weight(key_of({"e", lexicon::Lexicon::load().word_of(term.term)}), type);
    }
    if (sum > most) {
      best = at;
      most = sum;
    }
  }
  return best;
}

}  // namespace synoptic::annotate::syntax
