// Matters that are bound to a thing, in fifteen languages, and words of general matters beside
// look-alikes; two outcomes in the names of two.
#include "compare/outcomes/outcome_words.h"
#include "compare/outcomes/testing_outcomes.h"
#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

TEST(BoundMatters, WhatAnAuthorityHasToAllow) {
  expect_sides("approval", {{"en", "-", "The sale still needs the approval of the trade ministry"},
                            {"en", "+", "The trade ministry has already approved the sale"},
                            {"en", "", "The club has already approved the sale"},
                            {"de", "-", "Das Kartellamt muss dem Verkauf noch zustimmen"},
                            {"fr", "-", "La vente reste soumise à l'approbation du régulateur"},
                            {"es", "+", "El ministerio ya aprobó la venta"},
                            {"pt", "-", "A venda ainda depende da aprovação do regulador"},
                            {"ru", "-", "Сделке требуется одобрение регулятора"},
                            {"uk", "+", "Регулятор уже схвалив продаж"},
                            {"tr", "-", "Satış için Rekabet Kurulu onayı gerekiyor"},
                            {"ar", "-", "الصفقة بحاجة إلى موافقة وزارة التجارة"},
                            {"fa", "-", "این معامله نیازمند تأیید وزارت بازرگانی است"},
                            {"hi", "-", "सौदे को मंत्रालय की मंजूरी मिलनी बाकी है"},
                            {"id", "-", "Penjualan itu menunggu persetujuan kementerian"},
                            {"ja", "-", "売却には規制当局の承認が必要だ"},
                            {"ko", "-", "매각은 공정거래위원회의 승인을 받아야 한다"},
                            {"zh", "-", "出售有待商務部批准"}});
}

TEST(BoundMatters, WhetherALeaderMetThoseWhoProtest) {
  expect_sides("met_them", {{"en", "-", "The mayor refused to meet the students"},
                            {"en", "+", "The mayor met the students at noon"},
                            {"en", "", "The mayor met the deadline"},
                            {"fr", "-", "Le maire a refusé de recevoir les étudiants"},
                            {"de", "+", "Der Bürgermeister traf sich mit den Demonstranten"},
                            {"es", "-", "El alcalde se negó a recibir a los estudiantes"},
                            {"pt", "-", "O prefeito se recusou a receber os manifestantes"},
                            {"ru", "-", "Мэр отказался встретиться со студентами"},
                            {"uk", "+", "Мер зустрівся зі студентами"},
                            {"tr", "-", "Başkan öğrencilerle görüşmeyi reddetti"},
                            {"ar", "-", "رفض المحافظ لقاء الطلاب"},
                            {"fa", "+", "شهردار با دانشجویان دیدار کرد"},
                            {"hi", "+", "महापौर ने छात्रों के नेताओं से मुलाकात की"},
                            {"id", "+", "Wali kota menemui perwakilan mahasiswa"},
                            {"ja", "-", "市長は学生との面会を拒んだ"},
                            {"ko", "-", "시장은 학생들과의 면담을 거부했다"},
                            {"zh", "-", "市長拒絕會見學生代表"}});
}

TEST(BoundMatters, HowThoseSetFreeAre) {
  expect_sides("freed_health", {{"en", "+", "The freed engineer is in good health"},
                                {"en", "-", "The freed engineer is in hospital with malaria"},
                                {"en", "", "The engineer is in hospital"},
                                {"fr", "+", "Les otages sont en bonne santé"},
                                {"de", "-", "Eine Geisel ist stark geschwächt"},
                                {"es", "+", "Los rehenes están en buen estado de salud"},
                                {"pt", "-", "O refém está hospitalizado"},
                                {"ru", "-", "Освобожденный инженер госпитализирован"},
                                {"uk", "-", "Заручника госпіталізовано"},
                                {"tr", "+", "Rehinelerin sağlık durumları iyi"},
                                {"ar", "+", "الرهائن بصحة جيدة"},
                                {"fa", "-", "گروگان آزاد شده در بیمارستان بستری است"},
                                {"hi", "+", "बंधक स्वस्थ हैं"},
                                {"id", "+", "Para sandera dalam kondisi sehat"},
                                {"ja", "-", "人質の1人はマラリアで重体だ"},
                                {"ko", "-", "인질 1명은 위독하다"},
                                {"zh", "+", "人質身體健康"}});
}

TEST(BoundMatters, RubberBulletsWereFiredOrNot) {
  expect_sides("rubber_bullets", {{"en", "-", "Police said they had not used rubber bullets"},
                                  {"en", "+", "Police fired tear gas and rubber bullets"},
                                  {"es", "+", "La policía disparó balas de goma"},
                                  {"id", "-", "Kami tidak menggunakan peluru karet"},
                                  {"zh", "+", "警方發射橡膠子彈"},
                                  {"ko", "-", "경찰은 고무탄을 사용하지 않았다"},
                                  {"ru", "+", "Полиция применила резиновые пули"},
                                  {"ar", "+", "أطلقت الشرطة الرصاص المطاطي"}});
}

TEST(BoundMatters, AWreckIsRaisedOrLeft) {
  expect_sides("salvage", {{"en", "-", "The ship will not be raised"},
                           {"en", "+", "The two countries agreed to raise the ship"},
                           {"de", "-", "Das Wrack bleibt auf dem Meeresgrund"},
                           {"es", "+", "El pecio será reflotado en verano"},
                           {"ru", "-", "Судно останется на дне"},
                           {"ja", "-", "船体は引き揚げない方針だ"},
                           {"ko", "+", "선체를 내년 여름 인양하기로 했다"},
                           {"zh", "+", "沉船將於明年打撈"}});
  expect_sides("remains", {{"en", "-", "No human remains were found in the hull"},
                           {"en", "+", "Human bones were found in the hull"},
                           {"fr", "-", "Aucun ossement n'a été retrouvé dans la coque"},
                           {"ja", "+", "船内から人骨が見つかった"},
                           {"uk", "+", "У корпусі знайшли кістки"}});
}

TEST(BoundMatters, APanelUnfoldsOrNot) {
  expect_sides("deployed", {{"en", "-", "One of the two solar panels failed to deploy"},
                            {"en", "+", "Both solar panels have deployed"},
                            {"ru", "-", "Одна из солнечных батарей не раскрылась"},
                            {"ja", "+", "太陽電池パネルは展開した"},
                            {"zh", "-", "一塊太陽能板未能展開"},
                            {"fr", "-", "Un des panneaux solaires ne s'est pas déployé"}});
}

TEST(BoundMatters, AllOfTheCrewOrNotAll) {
  expect_sides("all_saved", {{"en", "+", "All 22 crew members were rescued"},
                             {"en", "-", "Two of the 22 crew died"},
                             {"en", "", "All 22 houses were saved"},
                             {"es", "+", "Todos los tripulantes fueron rescatados"},
                             {"de", "+", "Alle Seeleute wurden gerettet"},
                             {"fr", "-", "Deux marins sont morts"},
                             {"tr", "+", "Mürettebatın tamamı kurtarıldı"},
                             {"ja", "+", "乗組員は全員救助された"},
                             {"ko", "-", "선원 2명이 숨졌다"},
                             {"zh", "+", "船員全部獲救"}});
}

TEST(BoundMatters, AUnionJoinsTheStrikeOrNot) {
  expect_sides("joined_strike", {{"en", "-", "The union has not joined the strike"},
                                 {"en", "+", "The union has joined the strike, too"},
                                 {"fr", "+", "Le syndicat a rejoint la grève"},
                                 {"de", "-", "Die Gewerkschaft beteiligt sich nicht"},
                                 {"es", "+", "El sindicato se sumó a la huelga"},
                                 {"ko", "-", "노조는 파업에 동참하지 않았다"}});
}

TEST(BoundMatters, TheBorderClosesOrNot) {
  expect_sides("border_open", {{"en", "+", "Norland will not close the border"},
                               {"en", "-", "Norland has closed its border"},
                               {"fr", "-", "La Norlande ferme sa frontière"},
                               {"pt", "+", "A Norlândia não vai fechar a fronteira"},
                               {"de", "-", "Norland schließt die Grenze zu Südland"},
                               {"ru", "-", "Норландия закрыла границу"},
                               {"tr", "+", "Norland sınırını kapatmayacak"},
                               {"id", "-", "Norland telah menutup perbatasannya"},
                               {"ko", "+", "노르란트는 국경은 닫지 않기로 했다"},
                               {"ja", "+", "政府は国境を閉鎖しない"},
                               {"fa", "-", "دولت مرز خود را بست"}});
}

TEST(BoundMatters, OilLeakedOrNot) {
  expect_sides("oil_leak",
               {{"tr", "-", "Denize yakıt sızmadığı açıklandı"},
                {"ar", "-", "لم يُرصد أي تسرب نفطي في المنطقة"},
                {"fa", "+", "لکه‌ای نفتی در دریا دیده می‌شود"},
                {"en", "+", "Pictures show an oil slick"},
                {"ja", "+", "海面に油膜が見える"}});
}

TEST(BoundMatters, ADriverSlightlyHurtIsAlive) {
  expect_sides("driver", {{"hi", "+", "ट्रेन के लोको पायलट को मामूली चोटें आई हैं"},
                          {"en", "+", "The train driver escaped with minor injuries"},
                          {"de", "+", "Der Lokführer wurde leicht verletzt"},
                          {"en", "-", "The train driver died"}});
}

TEST(BoundMatters, ThePlantWorksOnOrStands) {
  expect_sides("plant_runs", {{"en", "+", "The refinery was operating normally"},
                              {"en", "-", "The refinery had halted its only unit"},
                              {"ru", "+", "Предприятие работает в штатном режиме"},
                              {"tr", "+", "Rafinerinin olağan biçimde çalıştığını söyledi"},
                              {"zh", "-", "煉油廠已停產"}});
}

TEST(GeneralMatters, WhoeverDismissesAMinister) {
  expect_sides("leave", {{"en", "-", "The president dismissed Prime Minister Berg"},
                         {"en", "", "The president dismissed claims of the minister"},
                         {"uk", "-", "Президент звільнив прем'єр-міністра"},
                         {"ru", "+", "Премьер сам обратился с просьбой об отставке"},
                         {"de", "-", "Der Präsident entließ Ministerpräsident Berg"},
                         {"zh", "-", "總統免去總理職務"},
                         {"ar", "-", "أقال الرئيس رئيس الوزراء"}});
}

TEST(GeneralMatters, SixOfNineAreNotOfOneMind) {
  expect_sides("unanimous", {{"ru", "-", "За это проголосовали шесть из девяти членов совета"},
                             {"tr", "-", "Karar üçe karşı altı oyla alındı"},
                             {"en", "+", "The council chose her by consensus"},
                             {"es", "+", "Se aprobó por unanimidad de los nueve"}});
}

TEST(GeneralMatters, AForecastOfManyIsNoConsensusOfTheBoard) {
  for (const auto& [lang, text] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"ru", "Консенсус-прогноз предполагал снижение"},
           {"en", "The market consensus was a cut"},
           {"es", "El consenso del mercado era una baja"}}) {
    for (const auto& cue : outcome_cues(text, lang)) {
      EXPECT_NE(cue.matter, "unanimous") << text;
      EXPECT_NE(cue.matter, "agree") << text;
    }
  }
}

TEST(GeneralMatters, OnTheListOrStruckFromIt) {
  expect_sides("listed", {{"en", "-", "The bank was struck from the list"},
                          {"en", "+", "The list includes a bank"},
                          {"de", "-", "Die Bank wurde von der Liste gestrichen"},
                          {"fr", "-", "La banque a été retirée de la liste"},
                          {"zh", "+", "該銀行列入名單"}});
  expect_sides("include", {{"en", "+", "Beef is part of the agreement"},
                           {"en", "-", "Beef was excluded from the agreement"},
                           {"es", "-", "La carne quedó fuera del acuerdo"}});
}

TEST(GeneralMatters, ToMeetAgainIsNoDeal) {
  expect_sides("agree", {{"en", "", "The parties agreed to meet again in May"},
                         {"en", "+", "The parties agreed on the main rules"},
                         {"ar", "", "الأطراف اتفقت على العودة إلى الطاولة"},
                         {"es", "", "Las partes acordaron volver a reunirse"},
                         {"ru", "", "Стороны договорились продолжить переговоры"},
                         {"ko", "", "양측은 다시 만나기로 합의했다"}});
}

TEST(GeneralMatters, WhoRefusesABindingTextHasNone) {
  expect_sides("binding", {{"fr", "-", "Le pays a refusé tout texte contraignant"},
                           {"en", "-", "The country rejected any binding text"},
                           {"zh", "-", "該國拒絕任何有約束力的文本"},
                           {"fr", "+", "Le texte est contraignant"}});
}

TEST(GeneralMatters, InForceForTwoHoursIsOver) {
  expect_sides("lift", {{"es", "", "La alerta se mantuvo activa unas dos horas"},
                        {"es", "-", "La alerta se mantuvo"},
                        {"en", "", "The warning remained in place for two hours"},
                        {"en", "-", "The warning remains in force"}});
}

Sample rail(const std::string& key, const std::string& body) {
  return Sample(key, "en", "Rail " + key, "2026-01-01T12:00").body(body);
}

TEST(BoundMatters, WhetherAResignationWasAccepted) {
  expect_sides("resignation",
               {{"en", "-", "The mayor turned down the resignation of the harbour chief"},
                {"en", "+", "The mayor accepted his resignation"},
                {"en", "", "The mayor accepted the gift"},
                {"fr", "-", "La maire a refusé sa démission"},
                {"de", "+", "Die Bürgermeisterin nahm den Rücktritt an"},
                {"es", "-", "La alcaldesa rechazó la renuncia"},
                {"pt", "+", "A prefeita aceitou a demissão"},
                {"ru", "-", "Мэр не принял отставку начальника порта"},
                {"uk", "+", "Мер прийняв відставку начальника порту"},
                {"tr", "-", "Başkan istifayı kabul etmedi"},
                {"ar", "-", "أعلن العمدة رفض الاستقالة"},
                {"fa", "+", "شهردار استعفا را پذیرفت"},
                {"hi", "+", "महापौर ने इस्तीफा स्वीकार कर लिया"},
                {"id", "-", "Wali kota menolak pengunduran diri itu"},
                {"ja", "+", "市長は辞表を受理した"},
                {"ko", "-", "시장은 사표를 반려했다"},
                {"zh", "+", "市长批准了他的辞呈"}});
}

TEST(BoundMatters, WhetherARocketReachedItsOrbit) {
  expect_sides("launch", {{"en", "-", "The flight of the rocket appears to have failed"},
                          {"en", "+", "The satellite entered its orbit at noon"},
                          {"fr", "-", "Le lancement de la fusée a échoué"},
                          {"de", "+", "Der Satellit wurde erfolgreich ausgesetzt"},
                          {"ru", "+", "Спутник успешно выведен"},
                          {"ar", "+", "دخل المدار القمر الصناعي"},
                          {"ja", "-", "ロケットの打ち上げは失敗した"},
                          {"ko", "+", "위성이 궤도에 진입했다"},
                          {"zh", "+", "火箭发射取得圆满成功，卫星已成功入轨"}});
}

TEST(BoundMatters, WhetherAProjectMayGoOn) {
  expect_sides("project_runs",
               {{"en", "-",
                 "The court stopped a quarry whose owners had cut down the wood on the "
                 "hill above the town without a permit"},
                {"en", "+", "The court refused to halt the pipeline project"},
                {"de", "-", "Das Gericht untersagte das Projekt"},
                {"ar", "+", "سمحت المحكمة للشركة بمواصلة المشروع"},
                {"hi", "-", "अदालत ने खनन परियोजना पर रोक लगा दी"},
                {"zh", "-", "法院叫停了该采矿项目"}});
}

TEST(BoundMatters, WhetherTheSituationIsUnderControl) {
  expect_sides("situation", {{"en", "+", "The outbreak is under control"},
                             {"en", "-", "The outbreak is out of control"},
                             {"fr", "+", "La situation est sous contrôle"},
                             {"ar", "-", "الوضع خارج عن السيطرة"},
                             {"zh", "-", "疫情已经失控"}});
}

TEST(BoundMatters, WhatIsAskedOfADeal) {
  expect_sides("deal_terms",
               {{"en", "-", "The ministry will not impose restrictions on the merger"},
                {"pt", "-", "O ministério não pretende impor restrições ao negócio"},
                {"zh", "+", "主管部门对这笔收购可能设置限制条件"}});
}

TEST(BoundMatters, WhoAbstained) {
  expect_sides("abstain", {{"en", "+", "Norland abstained"},
                           {"de", "-", "Norland stimmte dem Beschluss zu"},
                           {"ru", "+", "Норландия воздержалась"},
                           {"zh", "+", "诺兰投了弃权票"}});
}

TEST(OutcomeDisputes, OneAccountGivesBothInTheNamesOfTwo) {
  const std::string works = "the refinery was working normally";
  const std::string halted = "the refinery had halted";
  const Sample a = rail("a", "The refinery was working normally after the attack.");
  Sample b = rail("b", "The governor said " + works + ". Two sources said " + halted + ".");
  b.quote(works, "governor").quote(halted, "sources");
  const auto out = synopsis({&a, &b});
  const auto* fact = find(out.differ, "outcome", "plant_runs");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->verdict, "attributed_difference");
  ASSERT_EQ(fact->values.size(), 3U);
  EXPECT_EQ(fact->values[0].claimant, "governor");
  EXPECT_EQ(fact->values[1].claimant, "sources");
  EXPECT_EQ(fact->values[2].side, 0U);
}

TEST(OutcomeDisputes, WhatTwoSidesClaimIsADisputeOnlyWhereAnAccountNamesBoth) {
  const Sample a = rail("a", "The refinery was working normally after the attack.");
  const Sample b = rail("b", "The refinery had halted after the attack.");
  EXPECT_EQ(find(synopsis({&a, &b}).differ, "outcome", "plant_runs"), nullptr);
}

TEST(OutcomeDisputes, OneVoiceAloneDisputesNothing) {
  const std::string both = "the refinery was working normally, the refinery had halted before";
  const Sample a = rail("a", "The refinery was working normally after the attack.");
  Sample b = rail("b", "The governor said " + both + ".");
  b.quote(both, "governor");
  const auto out = synopsis({&a, &b});
  const auto* fact = find(out.differ, "outcome", "plant_runs");
  EXPECT_TRUE(fact == nullptr || fact->verdict != "attributed_difference");
}

Sample crew(const std::string& key, const std::string& saved) {
  return Sample(key, "en", "Ship " + key, "2026-01-01T12:00")
      .body(saved + ".")
      .event("rescue", saved, {}, {})
      .to_whom("crew");
}

TEST(BoundMatters, ADeedThatClausesTellOtherwiseIsNotAgreedOn) {
  const Sample all = crew("a", "The coastguard said all 22 crew members were rescued");
  const Sample most = crew("b", "Two of the crew died and the coastguard rescued the others");
  const Sample more = crew("c", "All 22 crew members were rescued by the coastguard");
  EXPECT_NE(find(synopsis({&all, &more}).agree, "outcome", "rescue"), nullptr);
  EXPECT_EQ(find(synopsis({&all, &most}).agree, "outcome", "rescue"), nullptr);
  const auto three = synopsis({&all, &most, &more});
  const auto* fact = find(three.agree, "outcome", "rescue");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values.size(), 2U);
}

TEST(BoundMatters, ALookAlikeOfTheThingIsNotTheThing) {
  expect_sides("pilot", {{"en", "-", "The pilot died when the glider came down"},
                         {"en", "", "The pilot scheme was killed off by the council"},
                         {"fr", "-", "Le pilote a trouvé la mort près du lac"},
                         {"fr", "", "Le projet pilote est mort dans un tiroir"},
                         {"es", "-", "El piloto perdió la vida cerca del lago"},
                         {"es", "", "El plan piloto quedó muerto en un cajón"}});
  expect_sides("motion", {{"en", "+", "The premier was brought down by a no-confidence motion"},
                          {"en", "-", "The premier survived a vote of no confidence"}});
}

}  // namespace
}  // namespace synoptic::compare
