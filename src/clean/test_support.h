// Shared by the room's tests: a text in, its articles out.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "clean/clean.h"

namespace synoptic::clean {

inline const knowledge::Knowledge& test_knowledge() {
  static const auto loaded = knowledge::Knowledge::load();
  if (!loaded) throw std::runtime_error(loaded.error().message());
  return **loaded;
}

inline const text::LanguageId& test_languages() {
  static const auto loaded = text::LanguageId::embedded();
  if (!loaded) throw std::runtime_error(loaded.error().message());
  return *loaded;
}

// "key: value" lines between two "---" lines, for captures made in memory.
inline void take_front_matter(model::Capture& capture) {
  const std::string& text = capture.text;
  if (!text.starts_with("---\n")) return;
  for (size_t at = 4; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    if (line == "---") {
      capture.body_begin = static_cast<uint32_t>(std::min(end + 1, text.size()));
      return;
    }
    const size_t colon = line.find(": ");
    const auto value = static_cast<uint32_t>(at + colon + 2);
    capture.front_matter.push_back(
        {line.substr(0, colon), line.substr(colon + 2), {value, static_cast<uint32_t>(end)}});
    if (line.starts_with("url: ")) capture.url = line.substr(5);
    at = end + 1;
  }
}

inline std::vector<model::Article> clean_text(std::string text,
                                              model::Format format = model::Format::kPlain) {
  model::Capture capture;
  capture.text = std::move(text);
  capture.format = format;
  capture.sha256 = "00";
  take_front_matter(capture);
  return clean(capture, test_knowledge(), test_languages());
}

inline model::Capture html_capture(std::string page) {
  model::Capture capture;
  capture.text = std::move(page);
  capture.format = model::Format::kHtml;
  capture.sha256 = "00";
  return capture;
}

inline std::vector<model::Article> clean_capture(const model::Capture& capture,
                                                 const SiteMemory* sites = nullptr) {
  return clean(capture, test_knowledge(), test_languages(), sites);
}

// One letter for each block: heading h, paragraph p, item i, quote q, caption c, table t; the last
// one is a capital, so that a missing end shows.
inline std::string kinds(const model::Article& article) {
  std::string letters;
  for (const auto& block : article.blocks) letters += "hpiqct"[static_cast<size_t>(block.kind)];
  if (!letters.empty() && letters.back() >= 'a')
    letters.back() = static_cast<char>(letters.back() - 32);
  return letters;
}

inline std::vector<std::string> reasons(const model::Article& article) {
  std::vector<std::string> found;
  for (const auto& removed : article.removed) {
    if (removed.reason != "byline" && removed.reason != "outlet") found.push_back(removed.reason);
  }
  return found;
}

}  // namespace synoptic::clean
