// Pages that are no plain article: live blogs, galleries, pages whose text only their data hold;
// and what stands around a text: marks of notes, times, topics, the place before a name.
#include "clean/people/people.h"
#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

std::vector<model::Article> page(const std::string& body, const std::string& title = "Porthaven",
                                 const std::string& head = {}) {
  return clean_capture(html_capture("<html lang=en><head><title>" + title + "</title>" + head +
                                    "</head><body>" + body + "</body></html>"));
}

std::string text(const std::vector<model::Article>& articles) {
  std::string all;
  if (articles.empty()) return "none";
  for (const auto& block : articles[0].blocks) all += block.text + " / ";
  return all;
}

std::string post(const std::string& time, const std::string& headline, const std::string& words) {
  return "<div class=post itemprop=liveBlogUpdate itemscope><time datetime=2025-03-14T" + time +
         "Z>" + time + " GMT</time><h3>" + headline + "</h3><div itemprop=articleBody><p>" + words +
         "</p></div></div>";
}

TEST(LiveBlog, EveryPostIsKeptWithItsHeadline) {
  const std::string first =
      post("19:30", "Wall to stay closed",
           "The harbour wall will stay closed for ten days, the mayor of Porthaven says.");
  const std::string second = post(
      "18:05", "Two men hurt", "Two men of the crew were taken to hospital, the ambulance says.");
  const std::string third = post("17:20", "Boat hits wall",
                                 "A boat has hit the harbour wall. Police ask all to keep off.");
  const std::string list = "<h2>Key events</h2><ul><li><a href=#b>Two men hurt</a></li></ul>";
  const std::string data =
      R"(<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Porthaven live",)"
      R"("liveBlogUpdate":[{"@type":"BlogPosting","headline":"Two men hurt"}]}</script>)";
  const std::string kept_two =
      "Wall to stay closed / The harbour wall will stay closed for ten days, the mayor of "
      "Porthaven says. / Two men hurt / Two men of the crew were taken to hospital, the ambulance "
      "says. / ";
  EXPECT_EQ(text(page("<main><h1>Porthaven live</h1>" + first + second + "</main>")), kept_two);
  EXPECT_EQ(text(page("<main><h1>Porthaven live</h1>" + list + first + second + third + "</main>",
                      "Porthaven live", data)),
            kept_two +
                "Boat hits wall / A boat has hit the harbour wall. Police ask all to keep off. / ");
}

// What a site shows where an article was.
TEST(MissingPage, ItsNoticeIsNoArticle) {
  struct Notice {
    const char *title, *text;
  };
  const Notice notices[] = {
      {"Page not found",
       "Sorry, the page you are looking for does not exist or has been moved. "
       "Please check the address or return to the home page."},
      {"Seite nicht gefunden",
       "Die gesuchte Seite existiert leider nicht oder wurde verschoben. "
       "Bitte prüfen Sie die Adresse oder gehen Sie zur Startseite."},
      {"Page introuvable",
       "La page que vous recherchez n’existe pas ou a été déplacée. Vérifiez "
       "l’adresse ou retournez à l’accueil."},
      {"Página no encontrada",
       "Lo sentimos, la página que busca no existe o ha sido movida. "
       "Compruebe la dirección o vuelva a la portada."},
      {"Página não encontrada",
       "A página que você procura não existe ou foi removida. Verifique o "
       "endereço ou volte à página inicial."},
      {"Страница не найдена",
       "К сожалению, запрашиваемая вами страница не существует или была "
       "удалена. Проверьте адрес или перейдите на главную страницу."},
      {"Сторінку не знайдено",
       "На жаль, сторінка, яку ви шукаєте, не існує або була видалена. "
       "Перевірте адресу або перейдіть на головну сторінку."},
      {"الصفحة غير موجودة",
       "عذرا، الصفحة التي تبحث عنها غير موجودة أو تم نقلها. يرجى التحقق من "
       "العنوان أو العودة إلى الصفحة الرئيسية."},
      {"صفحه مورد نظر یافت نشد",
       "متاسفانه صفحه‌ای که به دنبال آن هستید وجود ندارد "
       "یا "
       "حذف "
       "شده "
       "است. لطفا نشانی را بررسی کنید یا به صفحه اصلی برگردید."},
      {"पेज नहीं मिला",
       "क्षमा करें, आप जिस पेज को खोज रहे हैं वह मौजूद नहीं है या हटा दिया गया है। कृपया पता "
       "जांचें या होम पेज पर जाएं।"},
      {"Halaman tidak ditemukan",
       "Maaf, halaman yang Anda cari tidak ada atau telah dipindahkan. "
       "Silakan periksa alamatnya atau kembali ke beranda."},
      {"ページが見つかりません",
       "お探しのページは存在しないか、移動または削除された可能性があります。"
       "アドレスをご確認いただくか、トップページへお戻りください。"},
      {"페이지를 찾을 수 없습니다",
       "요청하신 페이지가 존재하지 않거나 이동되었습니다. 주소를 "
       "확인하시거나 홈페이지로 돌아가 주세요."},
      {"Sayfa bulunamadı",
       "Aradığınız sayfa mevcut değil veya taşınmış olabilir. Lütfen adresi "
       "kontrol edin ya da ana sayfaya dönün."},
      {"页面不存在",
       "抱歉，您访问的页面不存在或已被删除。请检查网址是否正确，或返回首页继续浏览。"},
  };
  for (const auto& [title, words] : notices) {
    const std::string named = title, said = words;
    EXPECT_EQ(
        text(page("<main><h1>" + named + "</h1><p>" + said + "</p></main>", named + " | The Quay")),
        "none");
    EXPECT_EQ(text(page("<main><h1>404</h1><h2>" + named + "</h2><p>" + said + "</p></main>",
                        "404 - " + named)),
              "none");
    EXPECT_EQ(text(page("<div><p>" + said + "</p></div>", "The Quay")), "none") << title;
    EXPECT_TRUE(clean_text(named + "\n\n" + said + "\n").empty()) << title;
  }
}

TEST(MissingPage, AnArticleThatSpeaksOfOneStays) {
  const std::string first =
      "Visitors of the town's website read \"page not found\" for three days, the council said.";
  std::string all = "<h1>Town website back after three days</h1><p>" + first + "</p>";
  EXPECT_NE(text(page("<main>" + all + "</main>", "Town website back after three days")), "none");
}

TEST(Gallery, WhatIsSaidUnderThePicturesIsItsText) {
  const auto articles = page(
      "<h1>In pictures: the harbour</h1><p>15 March 2025</p><div>"
      "<figure><img src=a.jpg><figcaption>The boat rests against the wall of the harbour."
      "</figcaption></figure>"
      "<figure><img src=b.jpg><figcaption>Men of the fire service look at the damage."
      "</figcaption></figure></div><footer>© Coast</footer>");
  EXPECT_EQ(text(articles),
            "The boat rests against the wall of the harbour. / "
            "Men of the fire service look at the damage. / ");
  EXPECT_EQ(kinds(articles.at(0)), "cC");
}

TEST(MainText, ShortTextThatOnlyTheDataHoldIsTaken) {
  const auto with_body = [](const std::string& body) {
    return page("<div id=app></div>", "Port names director",
                R"(<script type="application/ld+json">{"@graph":[{"@type":"WebPage",)"
                R"("datePublished":"2020-01-01"},{"@type":["NewsArticle"],"headline":)"
                R"("Port names director","datePublished":"2025-03-17T09:00:00Z","author":)"
                R"([{"@type":"Person","name":"Lee Wong"}],"publisher":{"@type":"Organization",)"
                R"("name":"Coast"},"articleBody":")" +
                    body + R"("}]}</script>)");
  };
  EXPECT_EQ(text(with_body("The port has named Joan Black as its director.\\n\\nShe begins in May "
                           "and is the first woman there.")),
            "The port has named Joan Black as its director. / She begins in May and is the first "
            "woman there. / ");
  EXPECT_EQ(text(with_body("Read more")).find("Read"), std::string::npos);
}

TEST(Footnotes, TheMarkIsNoDigitOfTheDayBeforeIt) {
  const std::string long_text =
      "<p>The council of Porthaven voted to rebuild the harbour wall that the storm had torn "
      "open, at a cost of four million pounds.</p>";
  const auto line = [&](const std::string& words) {
    return text(page("<article>" + long_text + "<p>" + words + "</p></article>"));
  };
  const auto ends_with = [&](const std::string& words, const std::string& end) {
    const std::string all = line(words);
    EXPECT_TRUE(all.ends_with(end + " / ")) << all;
  };
  ends_with("All can come to a hearing on March 25.<sup><a href='#fn1'>1</a></sup>",
            "All can come to a hearing on March 25.");
  ends_with("The hearing is on <b>25 March</b><a href='#fn1'><sup>12</sup></a>, the town said.",
            "The hearing is on 25 March, the town said.");
  ends_with(
      "The council met on 25 March<a href='#n'>*</a> and will meet again in May. "
      "<a href='#back'>↩</a>",
      "The council met on 25 March and will meet again in May.");
  // Neither a power nor a link to a page is one.
  ends_with("The hall has 40 m<sup>2</sup> and page <a href='#p2'>2</a> is about it.",
            "The hall has 40 m2 and page 2 is about it.");
  const auto articles = page("<article>" + long_text +
                             "<p>On March 25.<sup><a href='#fn1'>1</a></sup></p></article>");
  EXPECT_EQ(reasons(articles.at(0)), (std::vector<std::string>{"footnote"}));
}

TEST(MainText, ATimeUnderTheHeadlineIsNoSubhead) {
  EXPECT_EQ(text(page("<article><h1>Porthaven remembers the flood</h1><span class=time>2 hours ago"
                      "</span><p>The river rose by four metres and took nine lives in 1987, and "
                      "all of the lower town.</p></article>")),
            "The river rose by four metres and took nine lives in 1987, and all of the lower "
            "town. / ");
}

// A page without names of elements: headline, deck, the lines, and two paragraphs.
model::Article below_deck(const std::string& lines) {
  const auto articles = clean_capture(html_capture(
      "<html lang=de><head><title>Der Hafen bleibt offen</title></head><body><article>"
      "<h1>Der Hafen bleibt offen</h1><p>Der Rat bewilligt zwei Millionen Euro f\u00FCr den Hafen. "
      "Die Preise steigen.</p>" +
      lines +
      "<p>Nach f\u00FCnf Stunden Debatte war es am Abend entschieden: Der alte Hafen von Norrvik "
      "wird saniert und bleibt f\u00FCr alle offen.</p><p>Die Arbeiten beginnen im Herbst und "
      "sollen vierzehn Monate dauern, sagte der B\u00FCrgermeister am Mittwoch vor dem "
      "Rathaus.</p></article></body></html>"));
  EXPECT_EQ(articles.size(), 1u) << lines;
  return articles.empty() ? model::Article() : articles[0];
}

// "18.01.2023 | Stand: 19.01.2023": the later day is that of a change.
TEST(MainText, ByLinesBelowADeckAreNoText) {
  for (const char* line : {"18.01.2023, 19:45 Uhr",
                           "18.01.2023, 19:45 Uhr | Stand: 19.01.2023, 08:10 Uhr | Lesedauer: 3 "
                           "Min."}) {
    const auto article = below_deck("<p>" + std::string(line) + "</p>");
    EXPECT_EQ(article.blocks.size(), 3u) << line;
    ASSERT_TRUE(article.published.has_value()) << line;
    EXPECT_EQ(article.published->value.day, 18) << line;
  }
  const auto article = below_deck("<p>Jana R\u00F6hr</p><p>18.01.2023</p><p>Lesedauer: 4 Min</p>");
  EXPECT_EQ(article.blocks.size(), 3u);
  ASSERT_EQ(article.authors.size(), 1u);
  EXPECT_EQ(article.authors[0].name, "Jana R\u00F6hr");
  EXPECT_EQ(below_deck("<p>Was es kostet</p>").blocks.size(), 4u);
}

TEST(Tags, LinksUnderTheArticleAreKeywordsWhereNothingElseStatesThem) {
  const std::string article =
      "<h1>Porthaven remembers the flood</h1><p>The river rose by four metres and took nine lives "
      "in 1987, and all of the lower town.</p>";
  const auto keywords = [](const std::string& body, const std::string& head = {}) {
    return page(body, "Porthaven", head).at(0).keywords;
  };
  const std::string tags = "<span class=tags-links>Tagged <a>bridge</a>, <a>port</a></span>";
  const std::vector<std::string> both{"bridge", "port"};
  EXPECT_EQ(keywords("<article>" + article + "<footer>" + tags + "</footer></article>"), both);
  EXPECT_EQ(keywords("<div>" + article +
                     "<ul class=article__tags><li><a>#bridge</a><li><a>port"
                     "</a></ul></div>"),
            both);
  EXPECT_EQ(
      keywords("<article>" + article + tags + "</article>", "<meta name=keywords content=sea>"),
      (std::vector<std::string>{"sea"}));
  // Topics of the day above the headline, and those of the site below.
  EXPECT_TRUE(
      keywords(tags + "<article>" + article + "</article><footer>" + tags + "</footer>").empty());
  EXPECT_TRUE(keywords("<article>" + article +
                       "<div class='post-meta tags'>Posted on <time>4 May "
                       "2021</time> by <a>Ann Lee</a></div></article>")
                  .empty());
}

TEST(People, ThePlaceBeforeTheNameIsNoPartOfIt) {
  const auto names = [](const std::string& name) {
    model::Author author;
    author.name = name;
    author.span = {100, static_cast<uint32_t>(100 + name.size())};
    return people_only(test_knowledge(), {author}, std::nullopt);
  };
  const auto japanese = names("ロンドン＝佐藤花子");
  ASSERT_EQ(japanese.size(), 1u);
  EXPECT_EQ(japanese[0].name, "佐藤花子");
  EXPECT_EQ(japanese[0].span, (Span{115, 127}));
  const auto korean = names("런던=김하나");
  ASSERT_EQ(korean.size(), 1u);
  EXPECT_EQ(korean[0].name, "김하나");
  // A foreign name may have the sign in it.
  EXPECT_EQ(names("ジャン＝ポール・サルトル").at(0).name, "ジャン＝ポール・サルトル");
}

TEST(Title, TheDayBehindTheSitesNameIsNoPartOfIt) {
  const auto articles = page(
      "<div class=article><h1>Мост закрыт после столкновения</h1><p>ЛОНДОН, 14 мар - РИА Новости. "
      "Портовый мост закрыт для движения после того, как баржа врезалась в опору, сообщила "
      "администрация порта.</p></div>",
      "Мост закрыт после столкновения - РИА Новости, 14.03.2025");
  ASSERT_TRUE(articles.at(0).publisher.has_value());
  EXPECT_EQ(articles[0].publisher->name, "РИА Новости");
  EXPECT_EQ(articles[0].publisher->entity, "ria-novosti");
  EXPECT_TRUE(articles[0].origins.empty());
}

TEST(Labels, SizesOfLettersAddressesAndWallsAreNoText) {
  const std::string first =
      "The harbour wall was closed on Monday after a boat struck it, the port said.";
  const std::string second = "Divers will look at the wall before the boat may leave, it added.";
  const std::string body = "<article><h1>Boat strikes wall</h1><p>A A A</p><p>" + first +
                           "</p><p>Artykuł premium</p><p>" + second +
                           "</p><ul><li>Permalink <a href=https://h.example/p/1>"
                           "https://h.example/p/1</a></li></ul></article>";
  EXPECT_EQ(text(page(body)), first + " / " + second + " / ");
}

}  // namespace
}  // namespace synoptic::clean
