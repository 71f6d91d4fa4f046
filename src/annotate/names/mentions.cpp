#include "annotate/names/mentions.h"

#include <fmt/format.h>

#include <algorithm>

#include "annotate/quantities/numerals.h"
#include "annotate/steps.h"
#include "base/strings.h"
#include "text/ascii.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::annotate {
namespace {

using knowledge::NameCue;

// Rows of "mention_link": the value lists what the words bind; "_" is nothing at all.
void read_links(Work& work) {
  for (const knowledge::Cue* cue : work.cues("mention_link")) {
    Link& link = work.links[cue->text == "_" ? std::string() : cue->text];
    work.has_links = true;
    for (const auto flag : split_trimmed(cue->value, ' ')) {
      if (flag == "name_after")
        link.name_after = true;
      else if (flag == "name_before")
        link.name_before = true;
      else if (flag == "adjective_after")
        link.adjective_after = true;
      else if (flag == "adjective_before")
        link.adjective_before = true;
      else if (flag == "person_after")
        link.person_after = true;
      else if (flag == "person_before")
        link.person_before = true;
      else if (flag == "and")
        link.both = true;
    }
  }
  if (!work.has_links) {
    work.links[""] = {true, true, true, true, true, true, false};
    work.has_links = true;
  }
}

void read_traits(Work& work) {
  for (const knowledge::Cue* cue : work.cues("mention_trait")) {
    if (cue->text == "capital_nouns") work.capital_nouns = true;
    if (cue->text == "kind_first") work.kind_first = true;
  }
  for (const auto* cue : work.cues("mention_purpose")) work.purposes.push_back(cue->text);
  for (const auto* cue : work.cues("mention_article")) work.articles.insert(cue->text);
  for (const auto& cue : work.knowledge.cues("mention_body_role")) {
    const auto roles = work.knowledge.roles();
    for (uint32_t i = 0; i < roles.size(); ++i) {
      if (roles[i].id == cue.text) work.rules.body_roles.push_back(static_cast<int32_t>(i));
    }
  }
  for (const auto* cue : work.cues("mention_article_prefix")) {
    work.rules.articles.push_back(cue->text);
  }
  for (const auto* cue : work.cues("mention_elision")) {
    work.rules.elisions.emplace_back(cue->text, text::fold_copy(cue->value));
  }
}

bool has_latin_script(const model::Article& article) {
  if (!article.script.empty()) return article.script == "Latn";
  const auto first_letter = [](std::string_view text) -> char32_t {
    for (size_t at = 0; at < text.size();) {
      const text::CodePoint c = text::decode(text, at);
      if (text::is_letter(c.value)) return c.value;
      at += c.length;
    }
    return 0;
  };
  for (const auto& block : article.blocks) {
    if (const char32_t c = first_letter(block.text)) return text::is_latin(c);
  }
  return text::is_latin(first_letter(article.title));
}

bool is_title_case(std::string_view raw) {
  size_t upper = 0, lower = 0, at = 0;
  bool begin = true;
  while (at < raw.size()) {
    const text::CodePoint c = text::decode(raw, at);
    at += c.length;
    const bool letter = text::is_letter(c.value);
    if (letter && begin) (text::is_upper(c.value) ? upper : lower) += 1;
    if (letter) at = text::end_of_run<text::is_ascii_letter>(raw, at);
    begin = !letter && c.value != '\'' && c.value != 0x2019;
  }
  return upper + lower >= 3 && upper > 2 * lower;
}

model::Mention make_mention(const Work& work, const Draft& draft) {
  model::Mention mention;
  mention.at = place_of(work.article, work.texts[draft.text].block, draft.raw);
  mention.text = work.raw(draft);
  if (draft.entity >= 0) {
    const knowledge::Entity& entity = work.entity(draft.entity);
    mention.entity = entity.id;
    mention.name = entity.name;
    mention.type = draft.rule == kTeamRule ? model::EntityType::kOrg : entity.type;
  } else {
    mention.entity = draft.id;
    mention.name = draft.name.empty() ? mention.text : draft.name;
    mention.type = draft.type;
  }
  mention.form = draft.form;
  mention.role = draft.role;
  mention.titled = draft.titled;
  mention.stands_for = draft.stands_for;
  mention.rule = draft.rule;
  return mention;
}

// "Министерство иностранных дел не": what the tagger takes in behind a known body is none of it.
bool goes_on_small(const Text& text, Range body, Range name) {
  if (name.end <= body.end + 1) return false;
  const std::string_view raw = text.source.raw;
  const char32_t next = text::decode(raw, body.end + (raw[body.end] == ' ' ? 1 : 0)).value;
  return (text::is_latin(next) || text::is_cyrillic(next)) && !text::is_upper(next);
}

// "the Ministry of Health": an institution that the tagger takes for a name is one, even where its
// country is not known.
void name_institutions(Work& work) {
  for (Draft& draft : work.drafts) {
    if (draft.form != "composed") continue;
    const TaggedName* name = tagged_around(work.texts[draft.text], draft.raw);
    if (name == nullptr || name->type != NameType::kOrganisation) continue;
    // "شرکت دولتی بولوگ": common nouns before an organisation's own name.
    const bool announces = std::any_of(work.drafts.begin(), work.drafts.end(), [&](const Draft& d) {
      return d.text == draft.text && !d.dropped && d.entity >= 0 &&
             work.entity(d.entity).type == model::EntityType::kOrg && d.raw != draft.raw &&
             name->range.contains(d.raw) && d.raw.begin >= draft.raw.end;
    });
    if (announces) continue;
    draft.form = "name";
    if (draft.dropped || !goes_on_small(work.texts[draft.text], draft.raw, name->range)) {
      draft.raw = name->range;
    }
    if (!draft.dropped) continue;
    draft.dropped = false;
    draft.rule = "tagger";
    draft.type = model::EntityType::kOrg;
  }
}

// What the tagger sees and no step took up.
void add_missed_names(Work& work) {
  std::vector<std::vector<Range>> taken(work.texts.size());
  for (const Draft& draft : work.drafts) {
    if (!draft.dropped) taken[draft.text].push_back(draft.raw);
  }
  for (uint32_t i = 0; i < work.texts.size(); ++i) {
    const Text& text = work.texts[i];
    std::sort(taken[i].begin(), taken[i].end());
    size_t next = 0;
    uint32_t end = 0;  // of what is taken and begins before the name's end
    for (const TaggedName& name : text.tagged) {
      while (next < taken[i].size() && taken[i][next].begin < name.range.end) {
        end = std::max(end, taken[i][next++].end);
      }
      if (end > name.range.begin) continue;
      if (!may_be_name(text.source.raw, name.range) || is_stopped(text, name)) continue;
      if (name.type == NameType::kPlace && is_common_word(work, text, name.range)) continue;
      Draft draft{.text = i, .raw = name.range, .word = name.range};
      draft.sentence = sentence_of(text.source, name.range.begin);
      draft.type = entity_type(name.type);
      draft.form = "name";
      draft.rule = "tagger";
      work.drafts.push_back(std::move(draft));
    }
  }
}

// A number word alone, "लाख", is no name, whatever stands around it.
bool is_number(std::string_view written, std::string_view lang) {
  const std::string folded = text::fold_copy(written);
  const auto number = Numerals::get().at(folded, 0, model::table_language(lang));
  return number && number->range.size() == folded.size();
}

// "575トン": what is written together with a number counts it.
bool is_unit(std::string_view raw, Range range) {
  bool digit = range.begin > 0 && text::is_digit(text::decode_before(raw, range.begin).value);
  for (uint32_t at = range.begin; at < range.end;) {
    const text::CodePoint c = text::decode(raw, at);
    if (digit && text::is_kana(c.value)) return true;
    digit = text::is_digit(c.value);
    at += c.length;
  }
  return false;
}

void emit(Work& work, std::vector<model::Mention>& mentions) {
  name_institutions(work);
  add_missed_names(work);
  sort_drafts(work, true);
  const Draft* last = nullptr;
  for (const Draft& draft : work.drafts) {
    if (draft.dropped || draft.raw.empty()) continue;
    const bool overlaps =
        last != nullptr && last->text == draft.text && last->raw.end > draft.raw.begin;
    // Inside a phrase only what makes it up, and never the whole of it again.
    if (overlaps && (!draft.inside || last->raw == draft.raw || !last->raw.contains(draft.raw))) {
      continue;
    }
    mentions.push_back(make_mention(work, draft));
    if (!overlaps) last = &draft;
  }
}

}  // namespace

Work start_work(const model::Article& article, const Sources& sources,
                const knowledge::Knowledge& knowledge) {
  Work work{.article = article, .knowledge = knowledge, .names = knowledge.names()};
  work.rules.lang = knowledge::language_code(article.lang);
  work.rules.language = article.lang;
  work.cue_lists = &MentionCues::of(knowledge, work.rules.lang);
  work.rules.latin_text = has_latin_script(article);
  work.rules.affixes = &work.names.affixes(article.lang);
  read_links(work);
  read_traits(work);
  const Tagger* const tagger = Tagger::embedded();
  work.texts.reserve(sources.size());
  for (const Source& source : sources) {
    Text text{.block = source.block, .source = source, .title_case = is_title_case(source.raw)};
    text.pieces.reserve(source.starts.size() / 2);
    work.rules.article_words = &work.articles;
    match_names(source, work.names.sources(), work.rules, text.pieces, work.names.number());
    if (tagger != nullptr) tagger->tag(source.raw, source.sentences, article.lang, text.tagged);
    std::erase_if(text.tagged, [&](const TaggedName& name) {
      return is_number(name.range.of(source.raw), article.lang) ||
             is_unit(source.raw, name.range) || begins_small(text, name.range);
    });
    trim_tagged(work, text);
    work.texts.push_back(std::move(text));
  }
  return work;
}

void sort_drafts(Work& work, bool longest_first) {
  // By numbers, since drafts are large; most of the time they are in order.
  struct Place {
    uint32_t text, begin, end, number;
  };
  std::vector<Place> order;
  order.reserve(work.drafts.size());
  for (const Draft& draft : work.drafts) {
    const uint32_t end = longest_first ? draft.raw.end : 0;
    order.push_back({draft.text, draft.raw.begin, end, static_cast<uint32_t>(order.size())});
  }
  const auto before = [](const Place& a, const Place& b) {
    if (a.text != b.text) return a.text < b.text;
    if (a.begin != b.begin) return a.begin < b.begin;
    return a.end != b.end ? a.end > b.end : a.number < b.number;
  };
  if (std::is_sorted(order.begin(), order.end(), before)) return;
  std::sort(order.begin(), order.end(), before);
  std::vector<Draft> sorted;
  sorted.reserve(work.drafts.size());
  for (const Place& place : order) sorted.push_back(std::move(work.drafts[place.number]));
  work.drafts = std::move(sorted);
}

bool begins_small(const Text& text, Range range) {
  const char32_t first = text::decode(text.source.raw, range.begin).value;
  const bool cased = text::is_latin(first) || text::is_cyrillic(first);
  if (!cased || text::is_upper(first)) return false;
  const auto piece = piece_from(text.pieces, range.begin);
  return piece != text.pieces.end() && piece->word.begin == range.begin && piece->adjective >= 0;
}

const Link* link_between(const Work& work, const Text& text, Range left, Range right) {
  if (right.begin < left.end) return nullptr;
  constexpr uint32_t kLongestGap = 24;  // bytes
  if (right.begin - left.end > kLongestGap) return nullptr;
  const std::string_view gap = text.source.raw.substr(left.end, right.begin - left.end);
  const std::string folded = text::fold_copy(gap);
  const auto found = work.links.find(std::string(trim(folded)));
  return found == work.links.end() ? nullptr : &found->second;
}

bool is_adjacent(const Text& text, Range left, Range right) {
  if (right.begin < left.end) return false;
  return text::trim_space(text.source.raw.substr(left.end, right.begin - left.end)).empty();
}

bool is_of_longer_word(const Work& work, const Text& text, Range name) {
  const std::string_view raw = text.source.raw;
  if (name.end >= raw.size()) return false;
  const text::CodePoint next = text::decode(raw, name.end);
  if (!text::is_spaceless(next.value)) return false;
  const auto& cues = work.cues("mention_longer_word");
  if (cues.empty()) return false;
  const std::string sign = text::fold_copy(raw.substr(name.end, next.length));
  const std::string folded = text::fold_copy(name.of(raw));
  return std::ranges::any_of(cues, [&](const knowledge::Cue* cue) {
    return cue->text == sign && folded.ends_with(cue->value);
  });
}

bool is_definite(const Work& work, const Text& text, const Piece& piece) {
  if (work.articles.empty() && work.rules.articles.empty()) return true;  // has no articles
  if (piece.definite) return true;
  const std::string word = text::fold_copy(piece.raw.of(text.source.raw));
  for (const auto& article : work.rules.articles) {
    // "وزارة الخارجية": the article stands before the second noun.
    if (word.starts_with(article) || word.find(" " + article) != std::string::npos) return true;
  }
  size_t end = piece.word.begin;
  while (end > 0 && text.source.raw[end - 1] == ' ') --end;
  size_t begin = end;
  while (begin > 0) {
    const text::CodePoint c = text::decode_before(text.source.raw, begin);
    if (!text::is_word(c.value) && c.value != '\'' && c.value != 0x2019) break;
    begin -= c.length;
  }
  return work.articles.contains(text::fold_copy(text.source.raw.substr(begin, end - begin)));
}

bool is_occupation(const Work& work, const Piece& role) {
  const std::string& id = work.knowledge.roles()[static_cast<size_t>(role.role)].id;
  return std::ranges::any_of(work.knowledge.cues("mention_occupation"),
                             [&](const knowledge::Cue& cue) { return cue.text == id; });
}

bool is_country(const Work& work, int32_t entity) {
  return entity >= 0 && (work.entity(entity).type == model::EntityType::kCountry ||
                         !work.entity(entity).iso.empty());
}

uint32_t add_local(Work& work, LocalName local) {
  const std::string key = fmt::format("{}|{}|{}|{}|{}", local.entity, static_cast<int>(local.type),
                                      local.form, local.name, local.id);
  const auto [known, added] =
      work.local_index.emplace(key, static_cast<uint32_t>(work.locals.size()));
  if (added) work.locals.push_back(std::move(local));
  return known->second;
}

void find_mentions(model::Annotated& annotated, const Sources& sources,
                   const knowledge::Knowledge& knowledge) {
  Work work = start_work(annotated.article, sources, knowledge);
  drop_noise(work);
  repair_tagged(work);
  settle_titled(work);
  settle_support(work);
  take_heads(work);
  find_tagged_names(work);
  find_unknown_names(work);
  settle_types(work);
  settle_bodies(work);
  settle_land_surnames(work);
  compose_mentions(work);
  std::erase_if(work.drafts, [&](const Draft& draft) {
    return is_of_longer_word(work, work.texts[draft.text], draft.raw);
  });
  settle_namesakes(work);
  carry_names(work);
  carry_family_names(work);
  settle_short_names(work);
  resolve_roles(work);
  find_descriptions(work);
  mark_metonyms(work);
  settle_cases(work);
  emit(work, annotated.mentions);
}

}  // namespace synoptic::annotate
