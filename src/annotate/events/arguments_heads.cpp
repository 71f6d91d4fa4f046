// Sides that are no noun phrase of somebody, in languages that have a table of what such a phrase
// ends with: a place that only tells whose fishermen they are, a clause's adverbs, half a word.
#include <algorithm>

#include "annotate/events/arguments_finder.h"
#include "annotate/events/marked_passives.h"
#include "annotate/events/party_heads.h"
#include "annotate/steps.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kLongestLooked = 24;   // tokens of a phrase behind a name
constexpr size_t kLongestTouching = 4;  // of one that touches the verb before it

}  // namespace

// The words of the clause that say who the subject is, where no known name does.
std::optional<Range> Finder::described_subject() const {
  const size_t verb = trigger_.match.begin;
  if (s_.grammar->order == WordOrder::kVerbLast) {
    return marked_party(s_, *party_words_, bounds_.begin, verb);
  }
  size_t limit = verb;
  if (trigger_.form == TriggerForm::kPassive) {
    if (const auto mark = passive_before(s_, *party_words_, trigger_)) limit = mark->begin;
  }
  const auto party = leading_party(s_, *party_words_, bounds_.part_begin, limit);
  if (!party) return std::nullopt;
  // "军警在人质获释后": another one stands nearer to what was done.
  const bool passive = trigger_.form == TriggerForm::kPassive;
  if (passive && has_party(s_, *party_words_, party->end, limit)) return std::nullopt;
  return bytes_of(s_.passage->tokens, party->begin, party->end);
}

// "印尼渔民救起", "韓国の検察は": a name that tells whose the one behind it is. What the whole
// phrase names does it; where nothing tells who that is, nobody is told.
void Finder::settle_attributes(std::vector<model::Argument>& side, bool may_drop) {
  std::erase_if(side, [&](model::Argument& argument) {
    const auto found = std::ranges::find_if(s_.names, [&](const Name& name) {
      return name.mention->at.range == argument.at.range && name.mention->text == argument.text &&
             name.mention->at.block == argument.at.block;
    });
    if (found == s_.names.end() || found->mention->type == model::EntityType::kPerson) {
      return false;
    }
    const bool before = found->begin < trigger_.match.begin;
    const size_t limit =
        before ? trigger_.match.begin : std::min(bounds_.end, found->full_end + kLongestLooked);
    if (found->full_end >= limit) return false;
    const Attribute kind = attribute(s_, *party_words_, *found, limit);
    if (kind.phrase.empty()) return kind.sure && may_drop;
    argument = argument_of(s_, kind.phrase, article_);
    return false;
  });
}

// "북한의 공격은": whose deed it is.
bool Finder::take_owner() {
  if (s_.grammar->order != WordOrder::kVerbLast) return false;
  const auto [from, to] = names_between(bounds_.begin, trigger_.match.begin);
  for (size_t i = to; i-- > from;) {
    const Name& name = s_.names[i];
    const size_t between = trigger_.match.begin - std::min(trigger_.match.begin, name.full_end);
    const bool side = name.mention->type == model::EntityType::kCountry ||
                      name.mention->type == model::EntityType::kOrg;
    if (name.part != Part::kOf || !usable(i) || !side || between > 1) return false;
    take_list(i, roles_.actor);
    roles_.actor_rule = "named";
    return true;
  }
  return false;
}

// "财政大臣福斯因风波辞职": the subject stands before the reason that parts it from its verb.
bool Finder::take_before_reason() {
  if (s_.grammar->order != WordOrder::kSubjectFirst || !bounds_.after_reason) return false;
  size_t end = bounds_.begin;
  while (end > s_.begin && s_.mark(end - 1).reason) --end;
  size_t begin = end;
  while (begin > s_.begin && s_.token(begin - 1).kind != TokenKind::kComma &&
         s_.token(begin - 1).kind != TokenKind::kStop && !s_.mark(begin - 1).boundary &&
         s_.mark(begin - 1).trigger < 0) {
    --begin;
  }
  const auto [from, to] = names_between(begin, end);
  for (size_t i = to; i-- > from;) {
    if (s_.names[i].full_end < end || !plain(i)) continue;
    take_list(i, roles_.actor);
    roles_.actor_rule = "named";
    return true;
  }
  const auto party = leading_party(s_, *party_words_, begin, end);
  if (!party) return false;
  roles_.actor.push_back(
      argument_of(s_, bytes_of(s_.passage->tokens, party->begin, party->end), article_));
  roles_.actor_rule = "phrase";
  return true;
}

// What is no known name must end as somebody's phrase does.
void Finder::settle_phrase_actor() {
  roles_.actor.clear();
  roles_.actor_rule.clear();
  if (trigger_.form != TriggerForm::kVerb) return;
  auto range = described_subject();
  if (!range && (take_owner() || take_before_reason())) return;
  // "当局は男が逃げたと発表した": the last verb's subject stands before the clauses inside.
  const bool main = s_.grammar->order == WordOrder::kVerbLast &&
                    s_.triggers.back().match.begin == trigger_.match.begin;
  if (!range && main && bounds_.begin > s_.begin) {
    for (size_t i = 0; i < s_.names.size() && s_.names[i].end <= bounds_.begin; ++i) {
      if (s_.names[i].part != Part::kSubject || !usable(i)) continue;
      take(i, roles_.actor);
      roles_.actor_rule = "carried";
      return;
    }
    range = marked_party(s_, *party_words_, s_.begin, bounds_.begin);
  }
  if (range) {
    roles_.actor.push_back(argument_of(s_, *range, article_));
    roles_.actor_rule = "phrase";
  }
}

void Finder::settle_phrase_recipient() {
  std::erase_if(roles_.recipient, [&](model::Argument& argument) {
    const bool named = std::ranges::any_of(
        s_.names, [&](const Name& name) { return name.mention->at.range == argument.at.range; });
    if (named || s_.grammar->order == WordOrder::kVerbLast) return false;
    const Range range = argument.at.range;
    size_t begin = token_at(s_.passage->tokens, range.begin);
    const size_t end = token_at(s_.passage->tokens, range.end);
    if (s_.token(begin).folded == party_words_->relative) ++begin;
    const auto party = object_party(s_, *party_words_, begin, end);
    const bool before = range.begin < s_.token(trigger_.match.begin).at.begin;
    if (!party || (before && has_party(s_, *party_words_, party->end, end))) return true;
    argument = argument_of(s_, bytes_of(s_.passage->tokens, party->begin, party->end), article_);
    return false;
  });
}

// "遭劫持的三名工程师", "起訴された男", "구속된 남성": who is told of behind the verb is whom it
// befell, and no subject before it.
void Finder::settle_relative_passive() {
  const size_t verb_end = trigger_.match.end;
  if (verb_end >= s_.end || s_.token(verb_end).at.begin > s_.token(verb_end - 1).at.end + 1) return;
  const bool spaceless = s_.token(verb_end - 1).spaceless;
  const bool blank = s_.token(verb_end).at.begin > s_.token(verb_end - 1).at.end;
  if (spaceless && blank) return;  // a headline's next part
  if (s_.grammar->order == WordOrder::kVerbLast) {
    const auto behind = behind_relative_passive(s_, *party_words_, trigger_);
    if (!behind) return;
    roles_.recipient.clear();
    const auto [from, to] = names_between(*behind, std::min(s_.end, *behind + kLongestTouching));
    for (size_t i = from; i < to; ++i) {
      if (s_.names[i].mention->type != model::EntityType::kPerson) continue;
      take(i, roles_.recipient);
      return;
    }
    return;
  }
  const bool parted =
      !party_words_->relative.empty() && s_.token(verb_end).folded == party_words_->relative;
  // "获救人员": without a sign between them only right behind the verb.
  const size_t limit = parted ? s_.end : std::min(s_.end, verb_end + kLongestTouching);
  const auto party = object_party(s_, *party_words_, parted ? verb_end + 1 : verb_end, limit);
  if (party || parted) roles_.recipient.clear();
  if (!party) return;
  roles_.recipient.push_back(
      argument_of(s_, bytes_of(s_.passage->tokens, party->begin, party->end), article_));
}

// "外務省は男が救助されたと": it befell the subject that stands nearer.
void Finder::settle_nearer_subject() {
  if (s_.grammar->order != WordOrder::kVerbLast || roles_.recipient.empty()) return;
  const Range told = roles_.recipient.back().at.range;
  const size_t verb = trigger_.match.begin;
  const size_t behind = token_at(s_.passage->tokens, told.end);
  if (told.end > s_.token(verb).at.begin || behind + 1 >= verb) return;
  // Its own particle, where that is a token of its own, is no other subject's.
  const auto range = marked_party(s_, *party_words_, behind, verb);
  if (!range) return;
  roles_.recipient.assign(1, argument_of(s_, *range, article_));
}

// "三名工程师被武装人员劫持": whom it befell stands before the mark, who did it behind it.
void Finder::settle_passive() {
  settle_relative_passive();
  settle_nearer_subject();
  const bool relative = s_.grammar->order == WordOrder::kVerbLast &&
                        behind_relative_passive(s_, *party_words_, trigger_).has_value();
  if (roles_.recipient.empty() && !relative) {
    if (const auto range = described_subject()) {
      roles_.recipient.push_back(argument_of(s_, *range, article_));
    }
  }
  if (!roles_.actor.empty()) return;
  const auto mark = passive_before(s_, *party_words_, trigger_);
  if (!mark) return;
  const auto agent = whole_party(s_, *party_words_, mark->end, trigger_.match.begin);
  if (!agent) return;
  roles_.actor.push_back(
      argument_of(s_, bytes_of(s_.passage->tokens, agent->begin, agent->end), article_));
  roles_.actor_rule = "by";
}

// "在伦德机场被带走": no place is arrested.
void Finder::drop_places() {
  if (!action().of_people) return;
  std::erase_if(roles_.recipient, [&](const model::Argument& argument) {
    return std::ranges::any_of(s_.names, [&](const Name& name) {
      const model::EntityType type = name.mention->type;
      const bool place = type == model::EntityType::kCity || type == model::EntityType::kRegion ||
                         type == model::EntityType::kFacility;
      return place && name.mention->at.range == argument.at.range;
    });
  });
}

void Finder::settle_parties(const std::vector<model::Argument>& last_actor) {
  if (party_words_ == nullptr || trigger_.form == TriggerForm::kNoun) return;
  const bool had_name = roles_.actor_rule == "named" || roles_.actor_rule == "by";
  if (had_name) settle_attributes(roles_.actor, true);
  settle_attributes(roles_.recipient, trigger_.form == TriggerForm::kPassive);
  settle_attributes(roles_.partner, false);
  drop_places();
  settle_phrase_recipient();
  if (trigger_.form == TriggerForm::kPassive) {
    settle_passive();
    return;
  }
  const bool untold_phrase = roles_.actor_rule == "phrase";
  const bool untold = roles_.actor.empty() && (had_name || bounds_.after_reason);
  if (roles_.actor_rule == "phrase" || untold) settle_phrase_actor();
  // "村民封锁公路三天后于夜间撤离": behind another verb the same ones go on.
  if (s_.grammar->order == WordOrder::kSubjectFirst && roles_.actor.empty() && untold_phrase &&
      bounds_.after_verb && bounds_.part_begin == bounds_.begin) {
    roles_.actor = last_actor;
    roles_.actor_rule = last_actor.empty() ? "" : "carried";
  }
  if (roles_.actor_rule == "carried" &&
      (is_noun_of_doing(s_, *party_words_, trigger_.match.end, bounds_.end) ||
       has_own_words(s_, *party_words_, bounds_.part_begin, trigger_.match.begin))) {
    roles_.actor.clear();
    roles_.actor_rule.clear();
  }
}

}  // namespace synoptic::annotate::syntax
