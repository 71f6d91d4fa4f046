// The newer matters in each of the fifteen languages, with their denial.
#include "compare/outcomes/outcome_words.h"
#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

struct InLanguage {
  std::string_view lang, said, text;
};

std::string side_in(std::string_view matter, const InLanguage& of) {
  for (const auto& cue : outcome_cues(of.text, of.lang)) {
    if (cue.matter != matter || cue.sure < 1) continue;
    return cue.outcome == Outcome::kYes ? "+" : cue.outcome == Outcome::kNo ? "-" : "?";
  }
  return "";
}

void expect_in(std::string_view matter, std::initializer_list<InLanguage> clauses) {
  for (const auto& one : clauses) {
    EXPECT_EQ(side_in(matter, one), one.said) << matter << ": " << one.text;
  }
}

TEST(MattersInLanguages, RubberBullets) {
  expect_in("rubber_bullets", {{"fr", "+", "La police a tiré des balles en caoutchouc"},
                               {"fr", "-", "La police n'a pas utilisé de balles en caoutchouc"},
                               {"es", "-", "La policía no usó balas de goma"},
                               {"pt", "+", "A polícia disparou balas de borracha"},
                               {"pt", "-", "A polícia não usou balas de borracha"},
                               {"de", "+", "Die Polizei setzte Gummigeschosse ein"},
                               {"de", "-", "Die Polizei hat keine Gummigeschosse eingesetzt"},
                               {"ru", "-", "Полиция не применяла резиновые пули"},
                               {"uk", "+", "Поліція застосувала гумові кулі"},
                               {"uk", "-", "Поліція не застосовувала гумові кулі"},
                               {"tr", "+", "Polis plastik mermi kullandı"},
                               {"tr", "-", "Polis plastik mermi kullanmadı"},
                               {"ar", "-", "لم تستخدم الشرطة الرصاص المطاطي"},
                               {"fa", "+", "پلیس از گلوله پلاستیکی استفاده کرد"},
                               {"fa", "-", "پلیس از گلوله پلاستیکی استفاده نکرد"},
                               {"hi", "+", "पुलिस ने रबर की गोलियां चलाईं"},
                               {"hi", "-", "पुलिस ने रबर की गोलियां नहीं चलाईं"},
                               {"id", "+", "Polisi menembakkan peluru karet"},
                               {"ja", "+", "警察はゴム弾を発射した"},
                               {"ja", "-", "警察はゴム弾を使用していない"},
                               {"ko", "+", "경찰은 고무탄을 쐈다"},
                               {"zh", "-", "警方沒有使用橡膠子彈"}});
}

TEST(MattersInLanguages, RemainsFound) {
  expect_in("remains", {{"fr", "+", "Des ossements ont été retrouvés dans la coque"},
                        {"es", "+", "Hallaron restos humanos en el casco"},
                        {"es", "-", "No se hallaron restos humanos en el casco"},
                        {"pt", "+", "Foram encontrados ossos no casco"},
                        {"pt", "-", "Não foram encontrados ossos no casco"},
                        {"de", "+", "Im Rumpf wurden Knochen gefunden"},
                        {"de", "-", "Im Rumpf wurden keine Knochen gefunden"},
                        {"ru", "+", "В корпусе обнаружены кости"},
                        {"ru", "-", "Останков не обнаружено"},
                        {"uk", "-", "Людських решток не виявлено"},
                        {"tr", "+", "Gövdede insan kemikleri bulundu"},
                        {"tr", "-", "Gövdede insan kalıntısı bulunamadı"},
                        {"ar", "+", "عثر على رفات بشرية"},
                        {"ar", "-", "لم يعثر على رفات"},
                        {"fa", "+", "استخوان انسان پیدا شد"},
                        {"fa", "-", "استخوانی پیدا نشد"},
                        {"hi", "+", "जहाज से मानव अवशेष बरामद हुए"},
                        {"hi", "-", "मानव अवशेष नहीं मिले"},
                        {"id", "+", "Tulang manusia ditemukan di lambung kapal"},
                        {"id", "-", "Tulang manusia tidak ditemukan"},
                        {"ja", "-", "人骨は見つかっていない"},
                        {"ko", "+", "선체에서 사람의 뼈가 발견됐다"},
                        {"ko", "-", "사람의 뼈는 발견되지 않았다"},
                        {"zh", "+", "船內發現人骨"},
                        {"zh", "-", "船內未發現人骨"}});
}

TEST(MattersInLanguages, AWreckRaised) {
  expect_in("salvage", {{"fr", "+", "L'épave sera renflouée"},
                        {"fr", "-", "L'épave ne sera pas renflouée"},
                        {"es", "-", "El pecio no será reflotado"},
                        {"pt", "-", "O navio ficará no fundo"},
                        {"de", "+", "Das Wrack soll gehoben werden"},
                        {"de", "-", "Das Wrack wird nicht gehoben"},
                        {"ru", "+", "Корабль поднимут летом"},
                        {"uk", "-", "Судно залишиться на дні"},
                        {"uk", "+", "Корабель піднімуть улітку"},
                        {"tr", "-", "Batık deniz dibinde kalacak"},
                        {"tr", "+", "Gemi yazın çıkarılacak"},
                        {"ar", "+", "سيتم انتشال السفينة"},
                        {"fa", "+", "کشتی تابستان بیرون کشیده می‌شود"},
                        {"hi", "+", "जहाज को बाहर निकाला जाएगा"},
                        {"id", "+", "Bangkai kapal akan diangkat"},
                        {"id", "-", "Bangkai kapal tidak akan diangkat"},
                        {"ja", "+", "船体は来年引き揚げる"},
                        {"ko", "-", "선체는 인양하지 않는다"},
                        {"zh", "-", "沉船將留在海底"}});
}

TEST(MattersInLanguages, PanelsUnfold) {
  expect_in("deployed", {{"es", "+", "Los paneles solares se desplegaron"},
                         {"es", "-", "Un panel solar no se desplegó"},
                         {"pt", "-", "Um dos painéis solares não abriu"},
                         {"de", "+", "Beide Sonnensegel wurden entfaltet"},
                         {"de", "-", "Ein Sonnensegel klemmt"},
                         {"uk", "-", "Одна із сонячних батарей не розкрилася"},
                         {"tr", "+", "Güneş panelleri açıldı"},
                         {"tr", "-", "Güneş panellerinden biri açılmadı"},
                         {"ar", "-", "لم تنفتح إحدى الألواح الشمسية"},
                         {"fa", "-", "یکی از پنل‌های خورشیدی باز نشد"},
                         {"hi", "-", "एक सौर पैनल नहीं खुला"},
                         {"id", "-", "Satu panel surya gagal terbuka"},
                         {"ko", "+", "태양전지판이 펼쳐졌다"},
                         {"ko", "-", "태양전지판 하나가 펴지지 않았다"}});
}

TEST(MattersInLanguages, AllOfTheCrew) {
  expect_in("all_saved", {{"fr", "+", "Tous les marins ont été secourus"},
                          {"pt", "+", "Todos os tripulantes foram resgatados"},
                          {"pt", "-", "Dois tripulantes morreram"},
                          {"ru", "+", "Все моряки спасены"},
                          {"ru", "-", "Два моряка погибли"},
                          {"uk", "+", "Усіх моряків врятували"},
                          {"tr", "-", "Mürettebattan ikisi hayatını kaybetti"},
                          {"ar", "+", "إنقاذ جميع أفراد الطاقم"},
                          {"ar", "-", "لقي اثنان من أفراد الطاقم حتفهما"},
                          {"fa", "+", "همه خدمه نجات یافتند"},
                          {"hi", "+", "चालक दल के सभी सदस्यों को बचाया गया"},
                          {"hi", "-", "चालक दल के दो सदस्यों की मौत हो गई"},
                          {"id", "+", "Semua awak kapal diselamatkan"},
                          {"id", "-", "Dua awak kapal tewas"},
                          {"ja", "-", "乗組員2人が死亡した"},
                          {"ko", "+", "선원은 전원 구조됐다"}});
}

TEST(MattersInLanguages, AUnionInTheStrike) {
  expect_in("joined_strike", {{"fr", "-", "Le syndicat n'a pas rejoint le mouvement"},
                              {"es", "-", "El sindicato no se sumó a la huelga"},
                              {"pt", "+", "O sindicato aderiu à greve"},
                              {"pt", "-", "O sindicato não aderiu à greve"},
                              {"de", "+", "Die Gewerkschaft hat sich dem Streik angeschlossen"},
                              {"ru", "+", "Профсоюз присоединился к забастовке"},
                              {"ru", "-", "Профсоюз не присоединился к забастовке"},
                              {"uk", "+", "Профспілка приєдналася до страйку"},
                              {"tr", "+", "Sendika greve katıldı"},
                              {"tr", "-", "Sendika greve katılmadı"},
                              {"ar", "-", "النقابة لم تنضم إلى الإضراب"},
                              {"fa", "+", "اتحادیه به اعتصاب پیوست"},
                              {"hi", "-", "यूनियन हड़ताल में शामिल नहीं हुई"},
                              {"id", "-", "Serikat pekerja tidak ikut mogok"},
                              {"ja", "+", "労組もストに参加した"},
                              {"zh", "-", "工會沒有參加罷工"}});
}

TEST(MattersInLanguages, TheBorder) {
  expect_in("border_open", {{"fr", "+", "Le pays ne fermera pas sa frontière"},
                            {"es", "+", "El país no cerrará su frontera"},
                            {"es", "-", "El país cerró su frontera"},
                            {"de", "+", "Das Land will die Grenze nicht schließen"},
                            {"ru", "+", "Страна не закроет границу"},
                            {"uk", "-", "Країна закрила кордон"},
                            {"uk", "+", "Країна не закриє кордон"},
                            {"tr", "-", "Ülke sınırını kapattı"},
                            {"ar", "-", "الدولة أغلقت الحدود"},
                            {"ar", "+", "الدولة لن تغلق الحدود"},
                            {"fa", "+", "دولت مرز خود را نمی‌بندد"},
                            {"hi", "-", "देश ने सीमा बंद कर दी"},
                            {"hi", "+", "देश सीमा बंद नहीं करेगा"},
                            {"id", "+", "Negara itu tidak akan menutup perbatasan"},
                            {"ja", "-", "政府は国境を閉鎖した"},
                            {"ko", "-", "정부는 국경을 폐쇄했다"},
                            {"zh", "+", "該國不會關閉邊境"},
                            {"zh", "-", "該國關閉了邊境"}});
}

TEST(MattersInLanguages, ARansom) {
  expect_in("ransom_paid", {{"en", "-", "No ransom was paid"},
                            {"en", "+", "Two million euros changed hands"},
                            {"fr", "-", "Aucune rançon n'a été payée"},
                            {"fr", "+", "Une rançon a été versée"},
                            {"es", "-", "No se pagó ningún rescate"},
                            {"pt", "-", "Não foi pago resgate"},
                            {"de", "-", "Es sei kein Lösegeld gezahlt worden"},
                            {"ru", "+", "Похитители получили два миллиона евро"},
                            {"uk", "-", "Викуп не сплачували"},
                            {"tr", "-", "Fidye ödenmedi"},
                            {"ar", "+", "دفعت فدية للخاطفين"},
                            {"ar", "-", "لم تدفع أي فدية"},
                            {"fa", "-", "هیچ باجی پرداخت نشد"},
                            {"hi", "-", "कोई फिरौती नहीं दी गई"},
                            {"id", "-", "Tidak ada uang tebusan"},
                            {"ja", "-", "身代金は支払われていない"},
                            {"ko", "-", "몸값을 지불하지 않았다"},
                            {"zh", "-", "沒有支付贖金"}});
}

TEST(MattersInLanguages, AProposalInIdioms) {
  expect_in("accept", {{"fr", "-", "Les sénateurs ont dit non à la réforme"},
                       {"pt", "-", "O parlamento chumbou a proposta"},
                       {"es", "-", "El Senado tumbó la reforma"},
                       {"de", "-", "Der Entwurf fand im Senat keine Mehrheit"},
                       {"uk", "-", "Депутати провалили голосування"},
                       {"ru", "", "Король принял посла в своей резиденции"},
                       {"de", "", "An der Kasse werden Kreditkarten angenommen"}});
}

TEST(MattersInLanguages, WhoStays) {
  expect_in("resign", {{"en", "-", "The minister refused to step down"},
                       {"es", "-", "El alcalde descartó dimitir"},
                       {"pt", "-", "A ministra afasta a hipótese de se demitir"},
                       {"de", "-", "Die Ministerin denkt nicht an Rücktritt"},
                       {"ru", "-", "Уходить с поста министр не собирается"},
                       {"uk", "-", "Залишати посаду міністр не планує"},
                       {"de", "", "Der Kunde ist vom Kauf zurückgetreten"}});
}

TEST(MattersInLanguages, ChargesDropped) {
  expect_in("charge", {{"en", "-", "Prosecutors dropped all charges against the nurse"},
                       {"pt", "-", "O procurador retirou todas as acusações"},
                       {"ru", "-", "Прокурор снял с врача все обвинения"},
                       {"uk", "-", "Прокурор зняв усі звинувачення"},
                       {"de", "-", "Das Gericht ließ die Anklage fallen"}});
}

TEST(MattersInLanguages, ABanInForce) {
  expect_in("lift", {{"fr", "+", "Le pays met fin au couvre-feu"},
                     {"pt", "+", "O governo levantou a proibição"},
                     {"es", "-", "Las sanciones siguen en vigor"},
                     {"uk", "-", "Обмеження лишаються чинними"},
                     {"ru", "", "Режиссёр снял фильм о море"},
                     {"pt", "", "A atleta levantou 90 quilos"}});
}

TEST(MattersInLanguages, AFireNotMastered) {
  expect_in("control", {{"pt", "-", "Os bombeiros ainda não conseguiram dominar o fogo"},
                        {"ru", "-", "Справиться с пожаром спасателям не удаётся"},
                        {"uk", "-", "Приборкати вогонь не вдається"},
                        {"de", "+", "Die Feuerwehr bekam den Brand unter Kontrolle"}});
}

TEST(MattersInLanguages, WhoWillNotSign) {
  expect_in("sign", {{"es", "-", "El sindicato se negó a firmar"},
                     {"pt", "-", "O sindicato recusou-se a assinar"},
                     {"ru", "-", "Подписывать договор профсоюз отказался"},
                     {"uk", "-", "Мер відмовився ставити підпис"}});
}

TEST(MattersInLanguages, ATruceBroken) {
  expect_in("truce", {{"en", "-", "Shelling resumed hours into the truce"},
                      {"pt", "-", "Os combates recomeçaram apesar da trégua"},
                      {"ru", "-", "Стороны возобновили обстрелы"},
                      {"uk", "-", "Перемир'я протривало годину"},
                      {"de", "-", "Stunden später flammten die Kämpfe wieder auf"}});
}

// Nouns of what a matter is about take particles, and what was so before says nothing.
TEST(MattersInLanguages, DesksOfEastAsiaTellOutcomesInTheirOwnWords) {
  expect_in("distress", {{"ko", "-", "기장은 조난 신호를 보내지 않았다"},
                         {"zh", "-", "机长并未发出求救信号"},
                         {"ja", "-", "機長は救難信号を出さず、無線も沈黙した"}});
  expect_in("official_warning",
            {{"ko", "-", "호우 경보는 발령되지 않았다"}, {"ko", "+", "호우 경보가 발령됐다"}});
  expect_in("pay",
            {{"ko", "-", "퇴직금은 아직 지급되지 않았다"}, {"ja", "-", "残業代は未払いのままだ"}});
  expect_in("reopened", {{"ja", "+", "閉じていた水族館が再開した"},
                         {"ko", "-", "미술관은 아직 문을 닫은 상태다"}});
  expect_in("swap", {{"zh", "", "学校举办旧书交换活动"},
                     {"ja", "", "名刺交換の列が伸びた"},
                     {"ko", "", "헌책 교환 행사가 열렸다"}});
  expect_in("shots_by_police", {{"zh", "+", "员警连开两枪"},
                                {"zh", "", "警方说，歹徒开枪打伤店员"},
                                {"ja", "+", "警察官が拳銃を二発撃った"}});
  expect_in("apologise", {{"ko", "", "노조는 회사에 사과를 요구했다"},
                          {"ja", "", "遺族は会社に謝罪を求めている"},
                          {"zh", "", "议员要求部长公开道歉"}});
}

TEST(MattersInLanguages, AsDesksTellThem) {
  expect_in("dividend", {{"de", "-", "Die Anteilseigner gehen leer aus, die Dividende fällt flach"},
                         {"pt", "-", "Os sócios da Norte ficam sem dividendos este ano"},
                         {"id", "-", "Investor gigit jari karena dividen ditiadakan"}});
  expect_in("stolen", {{"de", "-", "Die Diebe zogen ohne Beute ab"},
                       {"pt", "-", "Os ladrões fugiram sem levar nada"},
                       {"pt", "", "O jovem ator roubou a cena no palco"},
                       {"id", "-", "Maling itu kabur dengan tangan hampa"},
                       {"id", "", "Penari cilik mencuri perhatian penonton"}});
  expect_in("airport_open", {{"de", "+", "Der Flughafen nahm den Betrieb wieder auf"},
                             {"pt", "+", "O aeroporto voltou a operar ao meio-dia"},
                             {"id", "+", "Bandara kembali beroperasi sore ini"}});
}

TEST(MattersInLanguages, AMotionOfNoConfidenceDeniesNothing) {
  expect_in("motion", {{"id", "+", "Mosi tidak percaya itu lolos tengah malam"},
                       {"id", "-", "Mosi tidak percaya itu kandas tengah malam"}});
}

// Arabic has one verb for both.
TEST(MattersInLanguages, WhoStopsWorkArrestsNobody) {
  expect_in("arrest", {{"ar", "", "أوقفت محكمة الاستئناف الجمعة بناء الجسر"},
                       {"ar", "", "أوقف القضاء العمل في المشروع"},
                       {"ar", "+", "أوقفت الشرطة ثلاثة أشخاص"}});
  expect_in("stop", {{"ar", "+", "أوقفت محكمة الاستئناف الجمعة بناء الجسر"},
                     {"ar", "+", "أوقفت الشركة الإنتاج"}});
}

}  // namespace
}  // namespace synoptic::compare
