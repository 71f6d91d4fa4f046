#include "eval/links.h"

#include <fmt/format.h>
#include <unicode/translit.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "annotate/annotate.h"
#include "base/strings.h"
#include "eval/rows.h"
#include "eval/shingles.h"
#include "lexicon/name_key.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::eval {
namespace {

constexpr size_t kHeaderLines = 4;  // id, language, date, address
constexpr size_t kShortestKey = 4;  // sounds that a key of one word must have to tell a name

std::string latin_of(const std::string& text) {
  static const std::unique_ptr<icu::Transliterator> latin = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::Transliterator>(icu::Transliterator::createInstance(
        "Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
  }();
  icu::UnicodeString letters = icu::UnicodeString::fromUTF8(text);
  if (latin) latin->transliterate(letters);
  std::string out;
  letters.toUTF8String(out);
  return out;
}

// "Dejvid" is David: behind a vowel a j is none of the sounds that tell a name.
std::string without_glides(std::string_view latin) {
  constexpr std::string_view kVowels = "aeiouy";
  std::string out;
  for (const char c : latin) {
    if (c == 'j' && !out.empty() && kVowels.find(out.back()) != std::string_view::npos) continue;
    out += c;
  }
  return out;
}

// A name that the knowledge does not hold: by its sounds, without the language's endings; a word of
// few sounds by its Latin letters.
std::string key_of(const std::string& name, const knowledge::Language* language) {
  std::string key, sounds, letters;
  size_t words = 0;
  for (const auto& word : text::words(name)) {
    std::string folded = text::fold_copy(word.range.of(name));
    if (language != nullptr) {
      for (const std::string& suffix : language->suffixes) {
        constexpr size_t kStem = 3;
        if (!folded.ends_with(suffix)) continue;
        const std::string stem = folded.substr(0, folded.size() - suffix.size());
        if (text::count_code_points(stem) < kStem) continue;
        folded = stem;
        break;
      }
    }
    const std::string latin = latin_of(folded);
    letters += latin + ' ';
    lexicon::latin_name_key(without_glides(latin), sounds);
    if (sounds.empty()) continue;
    key += sounds + ' ';
    ++words;
  }
  return words > 1 || key.size() > kShortestKey ? key : letters;
}

// What the mention is called where it stands alone.
const std::string* known_alone(const model::Annotated& alone, const std::string& written) {
  for (const auto& mention : alone.mentions) {
    const bool whole = mention.text.size() * 4 > written.size() * 3;
    if (whole && !mention.entity.empty() && mention.form != "role") return &mention.entity;
  }
  return nullptr;
}

struct Document {
  std::string topic, lang, file;
  std::vector<LinkedMention*> mentions;
};

model::Article article_of(const std::string& text, const std::string& lang) {
  model::Article article;
  article.lang = lang;
  size_t number = 0;
  for (const auto line : lines(text)) {
    const size_t at = number++;
    if (at < kHeaderLines || trim(line).empty()) continue;
    if (at == kHeaderLines) {
      article.title = std::string(trim(line));
      continue;
    }
    model::Block block;
    block.text = std::string(line);
    article.blocks.push_back(std::move(block));
  }
  return article;
}

std::string number_in(const std::string& name) {
  const size_t begin = name.find_first_of("0123456789");
  if (begin == std::string::npos) return {};
  return name.substr(begin, name.find_first_not_of("0123456789", begin) - begin);
}

// The article that the table calls so; in some topics only its number is the same.
std::filesystem::path article_path(const std::filesystem::path& folder, const std::string& called) {
  std::filesystem::path name(called);
  if (name.extension() == ".out") name.replace_extension();
  for (const auto& path : {folder / name, folder / (name.string() + ".txt")}) {
    if (std::filesystem::exists(path)) return path;
  }
  std::filesystem::path only;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (number_in(entry.path().filename().string()) != number_in(called)) continue;
    if (!only.empty()) return {};
    only = entry.path();
  }
  return only;
}

void link_document(const Document& document, const std::string& text,
                   const knowledge::Knowledge& knowledge) {
  const model::Annotated annotated = annotate::annotate(article_of(text, document.lang), knowledge);
  std::map<std::string, const model::Mention*> by_text;
  for (const auto& mention : annotated.mentions) {
    const model::Mention*& best = by_text[text::fold_copy(mention.text)];
    if (best == nullptr || (best->entity.empty() && !mention.entity.empty())) best = &mention;
  }
  for (LinkedMention* gold : document.mentions) {
    const std::string folded = text::fold_copy(gold->text);
    const auto exact = by_text.find(folded);
    const model::Mention* found = exact == by_text.end() ? nullptr : exact->second;
    // Else a mention that is most of it.
    for (const auto& [written, mention] : by_text) {
      if (found != nullptr) break;
      const bool most =
          written.size() * 3 > folded.size() * 2 && folded.size() * 3 > written.size() * 2;
      const bool holds =
          written.find(folded) != std::string::npos || folded.find(written) != std::string::npos;
      if (most && holds) found = mention;
    }
    gold->found = fmt::format("{}/{}/{}", gold->lang, gold->file, gold->text);
    gold->seen = found != nullptr;
    gold->known = gold->seen && !found->entity.empty();
    if (gold->known) {
      gold->found = found->entity;
      continue;
    }
    std::string name = gold->text;
    if (gold->seen && !found->name.empty() && found->form == "short") {
      name = found->name;
    } else if (!gold->seen) {
      model::Article alone;
      alone.lang = document.lang;
      alone.blocks.push_back({.text = gold->text});
      const model::Annotated read = annotate::annotate(std::move(alone), knowledge);
      if (const std::string* entity = known_alone(read, gold->text)) {
        gold->found = *entity;
        gold->known = true;
        continue;
      }
    }
    const std::string key = key_of(name, knowledge.language(document.lang));
    if (!key.empty()) gold->found = "name " + key;
  }
}

// Names that stay without an id are those of what the topic's articles name by id, where all of
// their words sound so, or where the last one does and is of one person only.
void link_by_sound(std::vector<LinkedMention>& mentions, const knowledge::Knowledge& knowledge) {
  constexpr std::string_view kName = "name ";
  constexpr size_t kLongEnough = 3;  // sounds
  std::map<std::string, std::set<std::string>> whole, last;
  const auto last_word = [](const std::string& key) {
    const size_t end = key.find_last_not_of(' ') + 1;
    const size_t begin = key.rfind(' ', end - 1);
    return key.substr(begin == std::string::npos ? 0 : begin + 1,
                      end - (begin == std::string::npos ? 0 : begin + 1));
  };
  std::set<std::string> ids;
  for (const LinkedMention& mention : mentions) {
    if (mention.known) ids.insert(mention.found);
  }
  for (const std::string& id : ids) {
    const knowledge::Entity* entity = knowledge.find(id);
    if (entity == nullptr) continue;
    const std::string key = key_of(entity->name, nullptr);
    if (key.empty()) continue;
    whole[key].insert(id);
    if (entity->type == model::EntityType::kPerson) last[last_word(key)].insert(id);
  }
  for (const LinkedMention& mention : mentions) {
    if (!mention.found.starts_with(kName) || mention.known) continue;
    const std::string key = mention.found.substr(kName.size());
    const bool several = key.find(' ') + 1 < key.size();
    if (several && !whole.contains(key)) last[last_word(key)].insert(mention.found);
  }
  for (LinkedMention& mention : mentions) {
    if (!mention.found.starts_with(kName) || mention.known) continue;
    const std::string key = mention.found.substr(kName.size());
    const auto same = whole.find(key);
    if (same != whole.end() && same->second.size() == 1) {
      mention.found = *same->second.begin();
      continue;
    }
    const bool several = key.find(' ') + 1 < key.size();
    const std::string word = last_word(key);
    const auto person = last.find(word);
    if (!several && word.size() >= kLongEnough && person != last.end() &&
        person->second.size() == 1) {
      mention.found = *person->second.begin();
    }
  }
  // "Saif ul-Malook", "Saiful Malook": where a word ends is told differently.
  for (LinkedMention& mention : mentions) {
    if (!mention.found.starts_with(kName)) continue;
    std::string sounds;
    for (const char sound : mention.found.substr(kName.size())) {
      if (sound != ' ' && (sounds.empty() || sounds.back() != sound)) sounds += sound;
    }
    mention.found = std::string(kName) + sounds;
  }
}

}  // namespace

Result<std::vector<LinkedMention>> link_set(const std::string& folder, const std::string& topic,
                                            const knowledge::Knowledge& knowledge) {
  const auto table = read_file(std::filesystem::path(folder) / "mentions.tsv");
  if (!table) return tl::unexpected(table.error());
  std::vector<LinkedMention> mentions;
  for (const auto line : lines(*table)) {
    const auto cells = split(line, '\t');
    if (cells.size() < 7 || cells[0] != topic) continue;
    if (cells[5] != "PER" && cells[5] != "ORG" && cells[5] != "LOC") continue;
    mentions.push_back({.topic = topic,
                        .lang = std::string(cells[1]),
                        .file = std::string(cells[2]),
                        .text = std::string(trim(cells[3])),
                        .type = std::string(cells[5]),
                        .gold = std::string(trim(cells[6]))});
  }
  std::map<std::pair<std::string, std::string>, Document> documents;
  for (LinkedMention& mention : mentions) {
    Document& document = documents[{mention.lang, mention.file}];
    document.topic = topic;
    document.lang = mention.lang;
    document.file = mention.file;
    document.mentions.push_back(&mention);
  }
  for (const auto& [key, document] : documents) {
    const auto path =
        article_path(std::filesystem::path(folder) / topic / "raw" / document.lang, document.file);
    if (path.empty()) continue;
    const auto text = read_file(path);
    if (!text) return tl::unexpected(text.error());
    link_document(document, *text, knowledge);
  }
  link_by_sound(mentions, knowledge);
  return mentions;
}

}  // namespace synoptic::eval
