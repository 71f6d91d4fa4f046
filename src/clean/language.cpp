#include "clean/language.h"

#include "base/strings.h"

namespace synoptic::clean {
namespace {

constexpr double kSure = 0.5, kNoDoubt = 0.9999;
constexpr size_t kTooShortToGuess = 300, kShortToGuess = 1200;  // bytes

bool is_chinese_script(std::string_view script) { return script == "Hans" || script == "Hant"; }

bool writes_right_to_left(std::string_view script) {
  return script == "Arab" || script == "Hebr" || script == "Syrc" || script == "Thaa" ||
         script == "Nkoo";
}

}  // namespace

void set_language(const knowledge::Knowledge& knowledge, const text::LanguageId& languages,
                  const text::LanguageGuess* page_guess, std::string_view declared,
                  model::Article& article) {
  const auto body = [&] { return article.title + "\n" + model::body_text(article); };
  const bool sure = page_guess != nullptr && page_guess->confidence > kNoDoubt;
  const text::LanguageGuess guess = sure ? *page_guess : languages.identify(body());
  std::string lang(guess.language);
  std::string script(guess.script);
  if (script.empty() || script == "Zyyy") script = text::script_of(body());
  const std::string declared_lang = ascii_lower(model::primary_language(declared));
  const bool declared_fits = declared_lang.size() >= 2 && declared_lang.size() <= 3 &&
                             (lang == "und" || declared_lang == guess.runner_up);
  if (declared_fits && (lang == "und" || guess.confidence < kSure)) lang = declared_lang;
  if (lang != declared_lang && knowledge.language(declared_lang) != nullptr &&
      guess.confidence <= kNoDoubt) {
    // Of so short a text its page knows better, above all than that it is in a language of which
    // we know nothing: "hne" for "hi".
    const std::string text = body();
    const size_t most = knowledge.language(lang) == nullptr ? kShortToGuess : kTooShortToGuess;
    if (text.size() <= most && languages.fits_script(text, declared_lang)) lang = declared_lang;
  }
  // Where one language has two of these scripts, the tag says which: "zh-Hans".
  if (is_chinese_script(script)) lang += "-" + script;
  article.lang = lang;
  article.script = script;
  const knowledge::Language* known = knowledge.language(model::primary_language(lang));
  const bool rtl = writes_right_to_left(script) ||
                   (known != nullptr && known->right_to_left && script == "Zyyy");
  article.dir = rtl ? "rtl" : "ltr";
}

}  // namespace synoptic::clean
