// What stands beside names and headlines and is no part of them.
#include <gtest/gtest.h>

#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

const std::string kBridge =
    "The harbour bridge was closed on Monday after engineers had found cracks in two of its "
    "pillars, the city said in a statement.";
const std::string kFerries =
    "Ferries will take walkers and cyclists across until the repairs are done, which may take "
    "until the end of the summer.";

std::string author_of(const std::string& byline) {
  const auto articles =
      clean_text("# Harbour bridge closed for repairs\n\n" + byline + "\n\n9 June 2026 19:05\n\n" +
                     kBridge + "\n\n" + kFerries + "\n",
                 model::Format::kMarkdown);
  if (articles.size() != 1 || articles[0].authors.size() != 1) return {};
  return articles[0].authors[0].name;
}

std::string html_author_of(const std::string& byline, const std::string& lang = "en") {
  const auto articles = clean_text(
      "<html lang=" + lang +
          "><title>Harbour bridge closed for repairs</title><body><article><h1>Harbour "
          "bridge closed for repairs</h1><div class=byline>" +
          byline + "</div><p>" + kBridge + "</p><p>" + kFerries + "</p></article></body></html>",
      model::Format::kHtml);
  if (articles.size() != 1 || articles[0].authors.size() != 1) return {};
  return articles[0].authors[0].name;
}

TEST(NameWords, ThePlaceBehindANameIsNoPartOfIt) {
  EXPECT_EQ(author_of("By **Daniel Reeve** in Malatya"), "Daniel Reeve");
  EXPECT_EQ(author_of("By Daniel Reeve in New York City"), "Daniel Reeve");
  EXPECT_EQ(author_of("Von Anna Berg in Berlin"), "Anna Berg");
  EXPECT_EQ(author_of("Par Camille Lefort à Paris"), "Camille Lefort");
  EXPECT_EQ(author_of("Por Marta Olmedo en Sevilla"), "Marta Olmedo");
  EXPECT_EQ(author_of("Por Renata Siqueira, em São Paulo"), "Renata Siqueira");
  EXPECT_EQ(author_of("Автор: Иван Петров из Москвы"), "Иван Петров");
  EXPECT_EQ(author_of("Oleh Siti Rahma dari Surabaya"), "Siti Rahma");
  EXPECT_EQ(html_author_of("By Ada Quill in Malatya <time>9 June 2026 19:05</time>"), "Ada Quill");
}

TEST(NameWords, PartsOfNamesStay) {
  EXPECT_EQ(author_of("By Maria da Silva"), "Maria da Silva");
  EXPECT_EQ(author_of("Von Otto von der Heide"), "Otto von der Heide");
  EXPECT_EQ(author_of("By Bruno di Lampa"), "Bruno di Lampa");
}

TEST(NameWords, ANameWithoutCapitalsBesideItsDay) {
  EXPECT_EQ(html_author_of("<span>अमित शर्मा</span> <time datetime=2026-06-09T13:05:00+05:30>9 जून "
                           "2026, 01:05 PM IST</time>",
                           "hi"),
            "अमित शर्मा");
  EXPECT_EQ(
      html_author_of("<span>سارا احمدی</span> <time datetime=2026-06-09T13:05:00+03:30>2026-06-09"
                     "</time>",
                     "fa"),
      "سارا احمدی");
}

std::string publisher_of_page(const std::string& copyright, const std::string& link = {}) {
  const auto articles =
      clean_text("# Harbour bridge closed for repairs\n\n9 June 2026 19:05\n\n" + kBridge + "\n\n" +
                     kFerries + "\n\n" + link + copyright + "\n",
                 model::Format::kMarkdown);
  if (articles.size() != 1 || !articles[0].publisher) return {};
  return articles[0].publisher->name;
}

TEST(NameWords, RightsAndCompanyFormsAreNoPartOfAnOutlet) {
  EXPECT_EQ(publisher_of_page("Copyright © 南方商报 版权所有"), "南方商报");
  EXPECT_EQ(publisher_of_page("© 2026 Південний вісник. Усі права захищені"), "Південний вісник");
  EXPECT_EQ(publisher_of_page("© 2026 Diário da Enseada Todos os direitos reservados"),
            "Diário da Enseada");
  EXPECT_EQ(publisher_of_page("© 2026 Harbour Gazette Ltd. All rights reserved."),
            "Harbour Gazette");
  EXPECT_EQ(publisher_of_page("© 2026 Tidewater Inc"), "Tidewater");
  const std::string link = "[News](https://www.harbourtimes.example/news)\n\n";
  EXPECT_EQ(publisher_of_page("© 2026 Harbour Times Media Limited. All rights reserved.", link),
            "Harbour Times");
  EXPECT_EQ(publisher_of_page("© 2026 Harbour Times Media Limited. All rights reserved."),
            "Harbour Times Media")
      << "nothing tells what the site goes by";
}

TEST(NameWords, TagsInBracketsAreNoPartOfATitle) {
  const auto title_of = [](const std::string& title) {
    const auto articles = clean_text("# " + title + "\n\n" + kBridge + "\n\n" + kFerries + "\n",
                                     model::Format::kMarkdown);
    return articles.size() == 1 ? articles[0].title : "";
  };
  EXPECT_EQ(title_of("[Exclusive] Harbour bridge closed for repairs"),
            "Harbour bridge closed for repairs");
  EXPECT_EQ(title_of("(VIDEO) Harbour bridge closed for repairs"),
            "Harbour bridge closed for repairs");
  EXPECT_EQ(title_of("【速報】【動画】港の橋が修理のため通行止めに"),
            "港の橋が修理のため通行止めに");
  EXPECT_EQ(title_of("[财经] 港口大桥因维修关闭"), "港口大桥因维修关闭");
  EXPECT_EQ(title_of("[단독] 항구 다리 보수로 통행금지"), "항구 다리 보수로 통행금지");
  EXPECT_EQ(title_of("[Some] harbour bridges closed for repairs"),
            "[Some] harbour bridges closed for repairs");
  EXPECT_EQ(title_of("(Un)safe harbour bridge closed for repairs"),
            "(Un)safe harbour bridge closed for repairs");
}

model::Article captioned(const std::string& caption) {
  auto articles = clean_text(
      "<html lang=en><title>Harbour bridge closed for repairs</title><body><article><h1>Harbour "
      "bridge closed for repairs</h1><figure><img src=a.jpg><figcaption>" +
          caption + "</figcaption></figure><p>" + kBridge + "</p><p>" + kFerries +
          "</p></article></body></html>",
      model::Format::kHtml);
  return articles.size() == 1 ? std::move(articles[0]) : model::Article{};
}

TEST(NameWords, WhoseAPictureIsBehindTheLastSentence) {
  const auto words = [](const std::string& caption) {
    const model::Article article = captioned(caption);
    const auto credit = article.metadata.find("image.credit");
    const bool has =
        !article.blocks.empty() && article.blocks[0].kind == model::BlockKind::kCaption;
    return (has ? article.blocks[0].text : "") + " | " +
           (credit == article.metadata.end() ? "" : credit->second.front());
  };
  EXPECT_EQ(words("Le pont du port, le 9 juin. ADA QUILL / AFP"),
            "Le pont du port, le 9 juin. | ADA QUILL / AFP");
  EXPECT_EQ(words("El puente, a primera hora. EFE"), "El puente, a primera hora. | EFE");
  EXPECT_EQ(words("جسر الميناء في الصباح (الأناضول)"), "جسر الميناء في الصباح | الأناضول");
  EXPECT_EQ(words("The bridge on June 9, 2026. Meridian/Ada Quill"),
            "The bridge on June 9, 2026. | Meridian/Ada Quill");
  EXPECT_EQ(words("The bridge is closed. Ferries run."), "The bridge is closed. Ferries run. | ");
}

std::vector<std::string> origins_of(const std::string& outlet, const std::string& dateline) {
  const auto articles = clean_text(
      "<html lang=en><title>Harbour bridge closed for repairs</title><meta "
      "property=\"og:site_name\" content=\"" +
          outlet + "\"><body><article><h1>Harbour bridge closed for repairs</h1><p>" + dateline +
          kBridge + "</p><p>" + kFerries + "</p></article></body></html>",
      model::Format::kHtml);
  std::vector<std::string> names;
  if (articles.size() != 1) return {"?"};
  for (const auto& origin : articles[0].origins) names.push_back(origin.name);
  return names;
}

TEST(NameWords, AnOutletDoesNotCiteItself) {
  using Names = std::vector<std::string>;
  EXPECT_EQ(origins_of("Meridian Wire", "MALATYA, June 9 (Meridian) - "), Names{});
  EXPECT_EQ(origins_of("The Meridian Wire", "MALATYA, June 9 (Meridian) - "), Names{});
  EXPECT_EQ(origins_of("Meridian Wire", "MALATYA, June 9 (Parallel) - "), Names{"Parallel"});
  EXPECT_EQ(origins_of("Morgenblatt", "Paris (mb/dpa) – "), Names{"Deutsche Presse-Agentur"});
  EXPECT_EQ(origins_of("Morgenblatt", "Paris (mb) – "), Names{});
}

}  // namespace
}  // namespace synoptic::clean
