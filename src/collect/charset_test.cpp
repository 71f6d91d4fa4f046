// Charsets that pages declare wrongly, late, or in ways of their own.
#include "collect/charset.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "collect/charset_decoder.h"
#include "collect/collect.h"
#include "text/utf8.h"

namespace synoptic::collect {
namespace {

model::Capture decoded(std::string bytes, bool is_html = true, std::string_view transport = {}) {
  model::Capture capture;
  decode_to_utf8(std::move(bytes), is_html, capture, transport);
  return capture;
}

std::string page(const std::string& label, const std::string& text) {
  return "<html><head><meta charset=\"" + label + "\"><title>a</title></head><body><p>" + text +
         "</p></body></html>";
}

// A ferry runs aground outside the port; all passengers are safe.
const std::string kChinese =  // GBK
    "\266\311\302\326\324\332\270\333\277\332\315\342\264\245\275\270\243\254\264\254"
    "\311\317\313\371\323\320\263\313\277\315\266\274\322\321\273\361\276\310\241\243"
    "\270\333\316\361\276\326\313\265\243\254\312\302\271\312\324\255\322\362\325\375"
    "\324\332\265\367\262\351\241\243";
const std::string kRussian =  // windows-1251
    "\317\340\360\356\354\040\361\345\353\040\355\340\040\354\345\353\374\040\363\040"
    "\342\365\356\344\340\040\342\040\357\356\360\362\054\040\342\361\345\040\357\340"
    "\361\361\340\346\350\360\373\040\361\357\340\361\345\355\373\056\040\317\360\350"
    "\367\350\355\363\040\342\373\377\361\355\377\376\362\056";
const std::string kShiftJis =
    "\203\164\203\106\203\212\201\133\202\252\215\140\202\314\212\117\202\305\215\300"
    "\217\312\202\265\202\275\202\252\201\101\217\346\213\161\202\315\221\123\210\365"
    "\213\176\217\225\202\263\202\352\202\275\201\102";
const std::string kIso2022 =
    "\033\044\102\045\125\045\047\045\152\041\074\044\054\071\101\044\116\063\060\044"
    "\107\072\102\076\114\044\067\044\077\044\054\041\042\076\150\065\122\044\117\101"
    "\064\060\167\065\137\075\165\044\065\044\154\044\077\041\043\033\050\102";

const std::string kGreek =  // windows-1253
    "\324\357\040\360\353\357\337\357\040\360\361\357\363\334\361\341\356\345\040\335"
    "\356\371\040\341\360\374\040\364\357\040\353\351\354\334\355\351\040\352\341\351"
    "\040\374\353\357\351\040\357\351\040\345\360\351\342\334\364\345\362\040\345\337"
    "\355\341\351\040\341\363\366\341\353\345\337\362\056\040\242\343\355\371\363\364"
    "\341\040\360\341\361\341\354\335\355\357\365\355\040\364\341\040\341\337\364\351"
    "\341\056";

TEST(Charset, TheGreekCharsetsAreToldApart) {
  const auto windows = decoded(kGreek, false);
  EXPECT_NE(windows.text.find("Άγνωστα"), std::string::npos) << windows.charset;
  std::string iso = kGreek;
  std::replace(iso.begin(), iso.end(), '\xA2', '\xB6');
  const auto other = decoded(iso, false);
  EXPECT_NE(other.text.find("Άγνωστα"), std::string::npos) << other.charset;
}

TEST(Charset, ALabelThatTheBytesContradictIsNotBelieved) {
  for (const char* label : {"windows-1252", "iso-8859-1", "utf-8", "hz-gb-2312"}) {
    const auto capture = decoded(page(label, kChinese + kChinese));
    EXPECT_NE(capture.text.find("渡轮"), std::string::npos) << label << ": " << capture.charset;
    EXPECT_EQ(capture.charset_by, "detected") << label;
    EXPECT_FALSE(capture.warnings.empty()) << label;
  }
  for (const char* label : {"euc-jp", "euc-kr"}) {
    const auto capture = decoded(page(label, kShiftJis));
    EXPECT_NE(capture.text.find("フェリー"), std::string::npos) << label << ": " << capture.charset;
  }
  const auto cyrillic = decoded(page("iso-8859-1", kRussian));
  EXPECT_NE(cyrillic.text.find("Паром"), std::string::npos) << cyrillic.charset;
}

TEST(Charset, ALabelIsBelievedThoughSomeBytesAreDamaged) {
  const auto capture = decoded(page("gb2312", kChinese + "\xFF" + kChinese + kChinese));
  EXPECT_EQ(capture.charset, "GBK");
  EXPECT_EQ(capture.charset_by, "meta");
  EXPECT_EQ(capture.warnings.size(), 1u);
  const auto french = decoded(page("iso-8859-1", "Le bac a \351t\351 \351chou\351"));
  EXPECT_EQ(french.charset, "windows-1252");
  EXPECT_NE(french.text.find("été échoué"), std::string::npos);
}

// A description cut in the middle of a character, a byte pasted from elsewhere.
TEST(Charset, AFewBadBytesMakeNoOtherCharsetOfDeclaredUtf8) {
  for (const int good : {1, 2, 3, 6, 9}) {
    std::string text;
    for (int i = 0; i < good; ++i) text += "Orl\u00E9ans ";
    for (const std::string bad : {"Orl\xC3 ", "since\xA0 1962 "}) {
      const auto capture = decoded(page("utf-8", text + bad));
      EXPECT_EQ(capture.charset, "UTF-8") << good;
      EXPECT_EQ(capture.charset_by, "meta") << good;
      EXPECT_NE(capture.text.find(text), std::string::npos) << good;
      EXPECT_NE(capture.text.find("\uFFFD"), std::string::npos) << good;
      EXPECT_EQ(capture.warnings.size(), 1u);
    }
    const auto header = decoded(page("x", text + "\xC3 "), true, "utf-8");
    EXPECT_EQ(header.charset, "UTF-8") << good;
    const auto late = decoded("<html><head><script>" + std::string(5000, 'x') +
                              "</script><meta charset=utf-8></head><p>" + text + "\xC3 ");
    EXPECT_EQ(late.charset, "UTF-8") << good;
  }
  // Hardly a sequence, and many bytes that are none.
  const auto french = decoded(page("utf-8", "\253 CAF\311\273 le bac a \351t\351 \351chou\351"));
  EXPECT_EQ(french.charset, "windows-1252");
  const auto russian = decoded(page("utf-8", kRussian + " Orl\u00E9ans"));
  EXPECT_NE(russian.text.find("Паром"), std::string::npos) << russian.charset;
}

TEST(Charset, WhatCameWithThePageGoesBeforeItsMeta) {
  const auto capture = decoded(page("koi8-r", kRussian), true, "windows-1251");
  EXPECT_EQ(capture.charset_by, "header");
  EXPECT_NE(capture.text.find("Паром"), std::string::npos);
}

TEST(Charset, AMetaFarDownIsFound) {
  const auto capture = decoded("<html><head><script>" + std::string(5000, 'x') +
                               "</script><meta charset=windows-1251></head><p>" + kRussian);
  EXPECT_EQ(capture.charset, "windows-1251");
  EXPECT_EQ(capture.charset_by, "meta");
}

TEST(Charset, EscapesAmongAsciiAreRead) {
  for (const std::string& bytes : {page("iso-2022-jp", kIso2022), kIso2022}) {
    const auto capture = decoded(bytes, bytes.starts_with('<'));
    EXPECT_EQ(capture.charset, "ISO-2022-JP");
    EXPECT_NE(capture.text.find("フェリー"), std::string::npos);
  }
  const auto colours = decoded("a terminal's \x1B(s and ~{ signs ~} are text", false);
  EXPECT_EQ(colours.charset, "UTF-8");
}

TEST(Charset, RawOffsetsLeadBackToTheBytes) {
  for (const auto& [label, bytes] : {std::pair<std::string, std::string>{"shift_jis", kShiftJis},
                                     {"gb2312", kChinese},
                                     {"windows-1251", kRussian},
                                     {"iso-2022-jp", kIso2022}}) {
    const std::string source = page(label, bytes);
    const auto capture = decoded(source);
    ASSERT_FALSE(capture.raw_offsets.empty()) << label;
    EXPECT_EQ(capture.raw, source);
    for (uint32_t at = 0; at < capture.text.size(); ++at) {
      if (static_cast<signed char>(capture.text[at]) < 0) continue;
      const uint32_t raw = model::raw_offset(capture, at);
      ASSERT_LT(raw, source.size());
      ASSERT_EQ(source[raw], capture.text[at]) << label << " at " << at;
    }
  }
}

TEST(Charset, BytesThatIcuReadsOtherwiseAreReadAsBrowsersDo) {
  const auto text_of = [](std::string_view bytes, std::string_view label) {
    const auto read = decode_bytes(bytes, 0, *html::encoding_of_label(label));
    return read ? read->text : "none";
  };
  EXPECT_EQ(text_of("\x80 5", "gbk"), "€ 5");
  EXPECT_EQ(text_of("\xAE\xBE", "koi8-u"), "ўЎ");
  EXPECT_EQ(text_of("\xAA\xBA", "iso-8859-16"), "Șș");
  EXPECT_EQ(text_of("\x80", "tis-620"), "€");
  EXPECT_EQ(text_of("\xDB", "tis-620"), "\uFFFD");
  EXPECT_EQ(text_of("\x93x\x94", "iso-8859-1"), "“x”");
  EXPECT_EQ(text_of("\x81<b>", "shift_jis"), "\uFFFD<b>");
  EXPECT_EQ(text_of("a\xB0", "euc-kr"), "a\uFFFD");
  EXPECT_EQ(text_of("\x81\x30\x81\x30 12", "gb18030"), "\u0080 12");
  EXPECT_EQ(text_of("\x87\x40 x", "big5"), "\u43F0 x");
  EXPECT_EQ(text_of("x", "iso-2022-kr"), "none");
}

// Long enough to fill the decoder's buffer several times, surrogate pairs at every place.
TEST(Charset, LongTextsAreWhole) {
  std::string bytes, wanted;
  for (int i = 0; i < 5000; ++i) {
    bytes += "\x95\x32\x82\x36";  // U+20000 in GB18030
    wanted += "\U00020000";
    if (i % 7 == 0) {
      bytes += "\xB4\xAC";
      wanted += "船";
    }
  }
  const auto read = decode_bytes(bytes, 0, *html::encoding_of_label("gb18030"));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->text, wanted);
  EXPECT_EQ(read->replaced, 0u);
}

// Each byte as the character it is in Latin-1, in UTF-8.
std::string as_latin1(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) text::append_utf8(text, static_cast<unsigned char>(c));
  return text;
}

TEST(Charset, TextReadInAWrongCharsetAndWrittenSoIsMended) {
  const std::string text = "Le bac s’est échoué à l’entrée du port : « Tous sont sauvés ».";
  for (const std::string& bytes : {as_latin1(text), as_latin1(as_latin1(text))}) {
    const auto capture = decoded(page("utf-8", bytes));
    EXPECT_EQ(capture.text, page("utf-8", text));
    EXPECT_EQ(capture.bytes(), page("utf-8", bytes));
    EXPECT_EQ(decode_as(capture.bytes(), capture.charset), capture.text);
    const auto at = static_cast<uint32_t>(capture.text.find("port"));
    EXPECT_EQ(model::raw_offset(capture, at), capture.bytes().find("port"));
  }
  // windows-1252, with its own signs.
  const auto signs = decoded("Itâ€™s â€œfineâ€\xC2\x9D, they said â€” again.", false);
  EXPECT_EQ(signs.text, "It’s “fine”, they said — again.");
}

TEST(Charset, ThePageNamesTheCharsetThatWasReadAsLatin) {
  const auto russian = decoded(page("windows-1251", as_latin1(kRussian)));
  EXPECT_NE(russian.text.find("Паром сел на мель"), std::string::npos) << russian.charset;
  const auto chinese = decoded(page("gb2312", as_latin1(kChinese)));
  EXPECT_NE(chinese.text.find("渡轮在港"), std::string::npos) << chinese.charset;
  EXPECT_EQ(decode_as(chinese.bytes(), chinese.charset), chinese.text);
}

std::string in_charset(std::string_view text, const std::vector<std::pair<char32_t, char>>& own) {
  std::string bytes;
  for (size_t at = 0; at < text.size();) {
    const auto c = text::decode(text, at);
    at += c.length;
    const auto found = std::find_if(own.begin(), own.end(),
                                    [&](const auto& pair) { return pair.first == c.value; });
    bytes += found != own.end() ? found->second : static_cast<char>(c.value);
  }
  return bytes;
}

TEST(Charset, SixLettersTellTheCharsetThatNoByteContradicts) {
  const std::string text =
      "Depremde 12 kişi yaralandı. İzmir'de salı günü okullar kapalı kalacak, dedi Bakan Çağrı.";
  const std::string bytes = in_charset(
      text, {{U'ş', '\xFE'}, {U'ı', '\xFD'}, {U'İ', '\xDD'}, {U'ğ', '\xF0'}, {U'Ş', '\xDE'}});
  const auto capture = decoded(page("iso-8859-1", bytes));
  EXPECT_EQ(capture.text, page("iso-8859-1", text));
  EXPECT_EQ(capture.charset, "windows-1254");
  EXPECT_EQ(capture.warnings.size(), 1u);
  EXPECT_EQ(decode_as(capture.bytes(), capture.charset), capture.text);
  // In the north the same bytes are letters of their own.
  for (const std::string right :
       {"Það er gott veður í dag, sagði þjóðin, og sjórinn er kyrr við ströndina á Íslandi.",
        "Býður hann þér? Ýmsir segja að svo sé, þótt það sé óvíst.",
        "Le président Þórðarson s'est ému à Paris, où l'été est déjà là."}) {
    EXPECT_EQ(decoded(page("iso-8859-1", in_charset(right, {}))).charset, "windows-1252") << right;
  }
}

TEST(Charset, TextThatIsRightStaysAsItIs) {
  for (const std::string text :
       {"Größe und Übermut, sagte er: „Ähnlich.“", "Wer „Ã©“ sieht, dem fehlt ein é.",
        "Deux lettres, Ã©, Ã¨, Ã§, puis une vraie : é.", "Um dia não são dias: ÃO, ção, ÂÊ."}) {
    EXPECT_EQ(decoded(text, false).charset, "UTF-8") << text;
    EXPECT_EQ(decoded(page("windows-1251", text)).charset, "UTF-8") << text;
  }
}

}  // namespace
}  // namespace synoptic::collect
