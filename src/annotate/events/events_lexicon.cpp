#include "annotate/events/events_lexicon.h"

#include <deque>
#include <map>
#include <mutex>

#include "base/data.h"
#include "base/table.h"
#include "model/article.h"
#include "text/utf8.h"

namespace synoptic::annotate::syntax {
namespace {

// A language's words, read when the first text of it comes.
struct Words {
  std::string_view path;
  std::once_flag once;
  EventLexicon lexicon;
};

using Lexicons = std::map<std::string, Words, std::less<>>;
using Actions = std::map<std::string, Action, std::less<>>;

Slot slot_from_name(std::string_view name) {
  if (name == "actor") return Slot::kActor;
  if (name == "recipient") return Slot::kRecipient;
  if (name == "partner") return Slot::kPartner;
  if (name == "place") return Slot::kPlace;
  return Slot::kNothing;
}

void set_frame(Action& action, std::string_view item) {
  const size_t equals = item.find('=');
  if (equals == std::string_view::npos) {
    if (item == "mutual") action.mutual = true;
    if (item == "content") action.has_content = true;
    if (item == "control") action.controls = true;
    if (item == "phrase") action.takes_phrase = true;
    if (item == "natural") action.natural = true;
    if (item == "both") action.wants_both = true;
    if (item == "in_cities") action.in_cities = true;
    if (item == "people") action.of_people = true;
    if (item == "befalls") action.befalls = true;
    if (item == "tells") action.tells = true;
    if (item == "moves") action.moves = true;
    if (item == "versus") action.versus = true;
    if (item == "swapped") action.swapped = true;
    return;
  }
  if (item.substr(0, equals) == "as") {
    action.name = item.substr(equals + 1);
    return;
  }
  constexpr std::array<std::pair<std::string_view, Part>, 8> kParts{{{"object", Part::kObject},
                                                                     {"to", Part::kTo},
                                                                     {"with", Part::kWith},
                                                                     {"by", Part::kBy},
                                                                     {"on", Part::kOn},
                                                                     {"from", Part::kFrom},
                                                                     {"in", Part::kIn},
                                                                     {"of", Part::kOf}}};
  for (const auto& [name, part] : kParts) {
    if (name != item.substr(0, equals)) continue;
    action.slots[static_cast<size_t>(part)] = slot_from_name(item.substr(equals + 1));
    if (part == Part::kBy) action.actor_defined_by = true;
  }
}

// action <tab> type <tab> frame
Actions read_actions() {
  Actions actions;
  for (const TableRow row : DataTable::embedded("annotate/events_actions.tsv", 2)) {
    Action action;
    const std::string key(row[0]);
    action.name = key;
    action.type = row[1];
    if (action.type == "-") action.type.clear();
    // What most verbs do; the frame says otherwise.
    for (const std::string_view item :
         {"object=recipient", "to=recipient", "on=recipient", "with=partner", "in=place"}) {
      set_frame(action, item);
    }
    action.slots[static_cast<size_t>(Part::kBy)] = Slot::kActor;
    for (const std::string_view item : row.words(2, ' ')) set_frame(action, item);
    actions.emplace(key, std::move(action));
  }
  return actions;
}

// action <tab> v, m, f, g, p, n or b <tab> phrases; b: a noun, the name right behind it does it;
// g: a participle that goes on with the subject of its sentence
void read_words(std::string_view path, const Actions& actions, EventLexicon& lexicon) {
  const DataTable table = DataTable::embedded(path, 3);
  for (const TableRow row : table) {
    const auto action = actions.find(row[0]);
    if (action == actions.end())
      table.refuse(row, "an action that events_actions.tsv does not have");
    lexicon.add(&action->second, row[1], row[2]);
  }
}

constexpr std::string_view kPrefix = "annotate/events_";

Lexicons find_tables() {
  Lexicons lexicons;
  for (const std::string_view path : embedded_paths(kPrefix)) {
    std::string_view lang = path.substr(kPrefix.size());
    lang = lang.substr(0, lang.find('.'));
    if (lang.size() > 3) continue;  // the other tables
    lexicons[std::string(lang)].path = path;
  }
  return lexicons;
}

const Actions& all_actions() {
  static const Actions actions = read_actions();
  return actions;
}

const EventLexicon& read(std::string_view lang, Words& words) {
  std::call_once(words.once, [&] {
    if (const Grammar* rules = grammar(lang)) words.lexicon.set_grammar(*rules);
    read_words(words.path, all_actions(), words.lexicon);
  });
  return words.lexicon;
}

}  // namespace

void EventLexicon::add(const Action* action, std::string_view form, std::string_view phrases) {
  const auto id = static_cast<uint32_t>(entries_.size());
  entries_.push_back({action,
                      form == "p"                  ? TriggerForm::kPassive
                      : form == "n" || form == "b" ? TriggerForm::kNoun
                                                   : TriggerForm::kVerb,
                      form == "m", form == "f", form == "b", form == "g"});
  for (const std::string_view phrase : split_trimmed(phrases, ';')) table_.add(phrase, id);
}

// スト in リスト, 分發 in 17分發生: no trigger begins or ends inside a word of katakana, nor with
// the unit of a figure.
bool EventLexicon::is_inside_word(std::string_view text, const std::vector<Token>& tokens,
                                  const PhraseMatch& match) const {
  const Token& first = tokens[match.begin];
  if (!first.spaceless) return false;
  const auto is_katakana = [&](size_t at) {
    return text::is_katakana(text::decode(text, tokens[at].at.begin).value);
  };
  const auto touch = [&](size_t left) { return tokens[left].at.end == tokens[left + 1].at.begin; };
  if (match.begin > 0 && touch(match.begin - 1)) {
    const Token& before = tokens[match.begin - 1];
    if (before.spaceless && is_katakana(match.begin - 1) && is_katakana(match.begin)) return true;
    const bool figure =
        !before.spaceless && !before.folded.empty() &&
        text::is_digit(text::decode_before(before.folded, before.folded.size()).value);
    if (figure && grammar_ != nullptr &&
        grammar_->exact(WordClass::kUnit, first.folded) != nullptr) {
      return true;
    }
  }
  const size_t last = match.end - 1;
  return match.end < tokens.size() && tokens[match.end].spaceless && touch(last) &&
         is_katakana(last) && is_katakana(match.end);
}

// "Told the court that X had sold it to": of words that lead to what is asked for, the token in the
// gap where another clause begins; the gap's end where none does.
size_t EventLexicon::gap_stop(const std::vector<Token>& tokens, const PhraseMatch& match) const {
  const size_t end = match.gap_end;
  if (grammar_ == nullptr || !match.has_gap()) return end;
  const auto is_content = [&](size_t at) {
    return grammar_->exact(WordClass::kContent, tokens[at].folded) != nullptr;
  };
  if (!is_content(match.end - 1)) return end;
  for (size_t at = match.gap_begin; at < end; ++at) {
    if (tokens[at].kind != TokenKind::kWord) continue;
    PhraseMatch found;
    if (is_content(at) && grammar_->match(WordClass::kBoundary, tokens, at, end, found)) {
      return at;
    }
  }
  return end;
}

std::vector<Trigger> EventLexicon::find(std::string_view text, const std::vector<Token>& tokens,
                                        size_t begin, size_t end) const {
  std::vector<Trigger> found;
  std::vector<bool> taken(end - begin, false);
  for (size_t at = begin; at < end; ++at) {
    if (taken[at - begin] || tokens[at].kind != TokenKind::kWord ||
        !tokens[at].opens(Token::kEvent)) {
      continue;
    }
    PhraseMatch match;
    if (!table_.match(tokens, at, end, match) || taken[match.end - 1 - begin]) continue;
    if (const size_t stop = gap_stop(tokens, match); stop < match.gap_end) {
      match = {};
      if (!table_.match(tokens, at, stop, match) || taken[match.end - 1 - begin]) continue;
    }
    if (is_inside_word(text, tokens, match)) continue;
    const Entry& entry = entries_[match.id];
    if (entry.led) {
      ++match.begin;
      if (!match.has_gap()) match.gap_begin = match.gap_end = match.begin;
    }
    // A word with the article is no verb, whatever it looks like.
    if (entry.form != TriggerForm::kNoun && grammar_ != nullptr && !match.prefix.empty() &&
        grammar_->exact(WordClass::kNounPrefix, match.prefix) != nullptr) {
      continue;
    }
    // The words of the gap stay free: an event may be told of inside it.
    for (size_t i = match.begin; i < match.end; ++i) {
      if (i < match.gap_begin || i >= match.gap_end) taken[i - begin] = true;
    }
    if (entry.action->name == "none") continue;  // a word that only looks like a trigger
    const bool behind_comma = at > begin && tokens[at - 1].kind == TokenKind::kComma;
    if (entry.goes_on && !behind_comma) continue;
    found.push_back(
        {entry.action, entry.form, entry.future, false, match, entry.owned, false, entry.goes_on});
  }
  return found;
}

const Action* action_of(std::string_view name) {
  const auto found = all_actions().find(name);
  return found == all_actions().end() ? nullptr : &found->second;
}

const EventLexicon* event_lexicon(std::string_view lang) {
  static Lexicons lexicons = find_tables();
  const auto found = lexicons.find(model::table_language(lang));
  return found == lexicons.end() ? nullptr : &read(found->first, found->second);
}

}  // namespace synoptic::annotate::syntax
