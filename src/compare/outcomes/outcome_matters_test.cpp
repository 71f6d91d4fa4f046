// What clauses of many languages say of the matters of data/compare/outcomes.tsv, and refusals.
#include "compare/outcomes/testing_outcomes.h"

namespace synoptic::compare {
namespace {

TEST(OutcomeMatters, AnAppealIsWonOrRejected) {
  expect_sides("appeal_won", {{"en", "+", "Judges allowed the appeal of the shipping firm"},
                              {"en", "-", "The shipping firm lost its appeal"},
                              {"de", "-", "Das Gericht wies die Berufung der Reederei ab"},
                              {"ja", "-", "高裁は控訴を棄却した"},
                              {"ko", "+", "법원은 항소를 받아들였다"}});
}

TEST(OutcomeMatters, ABodyRecommendsOrNot) {
  expect_sides("recommend", {{"en", "+", "The board recommends closing the pier"},
                             {"en", "-", "The board stopped short of recommending a closure"},
                             {"de", "-", "Das Amt rät von Reisen ab"},
                             {"es", "-", "La agencia desaconseja los viajes"},
                             {"ru", "+", "Ведомство рекомендовало закрыть пирс"}});
}

TEST(OutcomeMatters, ADealForNowIsADeal) {
  expect_sides("agree", {{"en", "+", "The two sides have a tentative deal"},
                         {"es", "+", "Hay un principio de acuerdo"},
                         {"en", "-", "The union said negotiations were broken off"},
                         {"tr", "-", "Sendika masadan kalktı"}});
}

TEST(OutcomeMatters, AVoteIsFairOrRigged) {
  expect_sides("fair", {{"en", "+", "Observers called the vote free and fair"},
                        {"en", "-", "Observers spoke of ballot stuffing in the north"},
                        {"de", "-", "Die Beobachter beklagten Stimmenkauf im Norden"},
                        {"fr", "+", "Le scrutin est jugé conforme à la volonté des électeurs"},
                        {"es", "-", "La misión denunció compra de votos en el norte"},
                        {"ru", "-", "Наблюдатели заявили о вбросах на севере"},
                        {"ar", "+", "وصف المراقبون الانتخابات بأنها حرة ونزيهة"},
                        {"hi", "-", "पर्यवेक्षकों ने धांधली का आरोप लगाया"},
                        {"id", "+", "Pemantau menilai pemilu berlangsung jujur dan adil"},
                        {"zh", "-", "觀察團指部分票站有買票行為"}});
}

TEST(OutcomeMatters, DataAreStolenOrNot) {
  expect_sides("stolen", {{"en", "+", "Addresses of 40,000 customers were copied"},
                          {"es", "-", "No se ha sustraído ningún dato"},
                          {"de", "+", "Die Daten der Kunden wurden gestohlen"},
                          {"uk", "-", "Даних клієнтів не викрадено"},
                          {"tr", "+", "Müşterilerin verileri çalındı"},
                          {"ko", "-", "고객 정보는 유출되지 않았다"},
                          {"ja", "+", "顧客の情報が流出した"}});
}

TEST(OutcomeMatters, WhoGaveHimselfUpWasNotOverpowered) {
  expect_sides("surrender", {{"en", "+", "The gunman gave himself up at noon"},
                             {"en", "-", "The gunman was shot dead at noon"},
                             {"fr", "+", "Le preneur d'otages s'est rendu à midi"},
                             {"ru", "+", "Захватчик сдался полиции"},
                             {"tr", "-", "Saldırgan etkisiz hale getirildi"},
                             {"ja", "+", "男は警察に投降した"},
                             {"zh", "-", "劫匪被警方擊斃"}});
  expect_sides("gave_up", {{"en", "+", "The leader surrendered at dawn"},
                           {"en", "-", "The leader fled at dawn"}});
}

TEST(OutcomeMatters, TakenDownOrLeftStanding) {
  expect_sides("demolish", {{"en", "+", "The old bridge will be torn down"},
                            {"de", "-", "Die Türme dürfen stehen bleiben"},
                            {"es", "+", "La empresa desmontará las torres"},
                            {"ru", "-", "Три навеса решено сохранить"},
                            {"ko", "+", "옛 역사는 철거된다"}});
}

TEST(OutcomeMatters, LiableOrNot) {
  expect_sides("liable", {{"en", "+", "The distributor is jointly liable"},
                          {"en", "-", "The distributor is not liable"},
                          {"zh", "-", "代理商不承擔賠償責任"},
                          {"de", "+", "Der Händler haftet mit dem Hersteller"},
                          {"pt", "-", "A distribuidora não é responsável"}});
}

TEST(OutcomeMatters, ALawLooksBackOrDoesNot) {
  expect_sides("retroactive", {{"en", "+", "The ruling applies retroactively"},
                               {"de", "-", "Das Urteil gilt nicht rückwirkend"},
                               {"ru", "-", "Закон обратной силы не имеет"},
                               {"fr", "+", "La décision a un effet rétroactif"},
                               {"ja", "-", "判決は過去の分には遡及しない"}});
}

TEST(OutcomeMatters, ByHandOrByItself) {
  expect_sides("manual", {{"en", "+", "Operators shut the reactor down by hand"},
                          {"en", "-", "The reactor shut down automatically"},
                          {"ja", "+", "運転員が手動で止めた"},
                          {"ko", "-", "원자로가 자동으로 멈췄다"}});
}

TEST(OutcomeMatters, TheLastVoteOrTheFirst) {
  expect_sides("reading", {{"en", "+", "The house passed it in its third and final reading"},
                           {"ja", "-", "下院は法案を第1読会で可決した"},
                           {"ru", "-", "Дума приняла закон в первом чтении"},
                           {"de", "+", "Der Landtag beschloss es in dritter Lesung"}});
}

TEST(OutcomeMatters, AMatchIsPlayedAgainOrGiven) {
  expect_sides("replay", {{"en", "+", "The match will be replayed in May"},
                          {"ko", "-", "경기를 몰수패로 처리했다"},
                          {"tr", "-", "Takım 3-0 hükmen yenik sayıldı"},
                          {"es", "+", "El partido se repetirá en mayo"}});
}

TEST(OutcomeMatters, OnPenaltiesOrBefore) {
  expect_sides("penalties", {{"en", "+", "Norland won on penalties"},
                             {"de", "-", "Norland gewann in der Verlängerung"},
                             {"ar", "+", "فاز الفريق بركلات الترجيح"},
                             {"zh", "-", "主隊在加時賽獲勝"}});
}

TEST(OutcomeMatters, IllOrNobodyIll) {
  expect_sides("ill", {{"en", "+", "Two customers fell ill"},
                       {"en", "-", "Nobody fell ill"},
                       {"ja", "-", "健康被害の報告はない"},
                       {"uk", "+", "Двоє покупців отруїлися"},
                       {"fa", "+", "دو مشتری دچار مسمومیت شدند"}});
}

TEST(OutcomeMatters, OutOfTheRace) {
  expect_sides("race", {{"es", "+", "El candidato se había retirado antes"},
                        {"pt", "-", "O candidato foi eliminado na primeira rodada"},
                        {"id", "-", "Wakil Vietnam gugur di putaran awal"}});
  expect_sides("eliminated", {{"en", "-", "Norland are through to the final"},
                              {"fr", "+", "La Norlande est éliminée"}});
}

TEST(OutcomeMatters, MurderOrManslaughter) {
  expect_sides("murder", {{"en", "+", "The owner was charged with murder"},
                          {"en", "-", "The owner was charged with manslaughter"},
                          {"de", "-", "Ermittelt wird wegen fahrlässiger Tötung"},
                          {"zh", "-", "船長涉嫌業務過失致死"},
                          {"ru", "-", "Ему вменяют причинение смерти по неосторожности"}});
}

TEST(OutcomeMatters, AnEnvoyIsSentAwayOrCalledIn) {
  expect_sides("expel", {{"en", "+", "Norland expelled two diplomats"},
                         {"en", "-", "Norland summoned the ambassador"},
                         {"fr", "-", "Paris a convoqué l'ambassadeur"},
                         {"ru", "-", "Посол вызван в МИД"},
                         {"ja", "+", "政府は外交官を追放した"},
                         {"en", "", "The court summoned the minister"}});
}

TEST(OutcomeMatters, VotesAreCountedAgainOrNot) {
  expect_sides("recount", {{"en", "+", "The court ordered a recount"},
                           {"en", "-", "The court rejected a recount"},
                           {"es", "-", "El tribunal rechazó el recuento"},
                           {"ko", "+", "법원은 재검표를 명령했다"}});
}

TEST(OutcomeMatters, ShotDownOrHit) {
  expect_sides("intercept", {{"en", "+", "All drones were shot down"},
                             {"uk", "-", "Дрон влучив у склад"},
                             {"fa", "+", "پهپاد سرنگون شد"},
                             {"ja", "-", "ミサイルは倉庫に着弾した"}});
}

TEST(OutcomeMatters, AwakeOrNot) {
  expect_sides("conscious", {{"en", "-", "The climber has not regained consciousness"},
                             {"de", "+", "Der Bergsteiger war ansprechbar"},
                             {"id", "-", "Pendaki itu tidak sadarkan diri"},
                             {"ko", "-", "등반가는 의식불명이다"}});
}

TEST(OutcomeMatters, InsuredOrNot) {
  expect_sides("insured", {{"en", "-", "The warehouse was not insured"},
                           {"ru", "+", "Склад был застрахован"},
                           {"de", "-", "Die Halle war nicht versichert"},
                           {"es", "", "El ministro ha asegurado que dimitirá"}});
}

TEST(OutcomeMatters, PutOffOrCalledOff) {
  expect_sides("postpone", {{"en", "+", "The concert was put off until May"},
                            {"en", "-", "The concert was called off"},
                            {"zh", "-", "音樂會宣布取消"},
                            {"fa", "+", "کنسرت به تعویق افتاد"}});
}

TEST(OutcomeMatters, SoberOrDrunk) {
  expect_sides("drunk", {{"en", "+", "The driver was over the limit"},
                         {"en", "-", "The driver was sober"},
                         {"ru", "+", "Водитель был пьян"},
                         {"ja", "-", "運転手からアルコールは検出されなかった"}});
}

TEST(OutcomeMatters, ToldBeforehandOrNot) {
  expect_sides("informed", {{"en", "+", "Norland was informed in advance"},
                            {"en", "-", "Norland was not consulted"},
                            {"de", "-", "Die Nachbarn wurden nicht informiert"},
                            {"zh", "-", "鄰國未獲告知"}});
}

TEST(OutcomeMatters, SorryOrNot) {
  expect_sides("apologise", {{"en", "-", "The minister refused to apologise"},
                             {"ko", "-", "장관은 사과하지 않았다"},
                             {"tr", "+", "Bakan halktan özür diledi"},
                             {"ja", "+", "社長は謝罪した"}});
}

TEST(OutcomeMatters, ByForceOrByTalks) {
  expect_sides("by_force", {{"en", "+", "The hostages were freed in a raid"},
                            {"en", "-", "The hostages were released by their captors"},
                            {"zh", "+", "特種部隊突擊營地"},
                            {"pt", "-", "Foi libertado graças à mediação das igrejas"}});
}

TEST(OutcomeMatters, WithAWeaponOrWithout) {
  expect_sides("armed", {{"en", "-", "The man was unarmed"},
                         {"en", "+", "The man was armed with an axe"},
                         {"es", "-", "El hombre iba desarmado"},
                         {"zh", "+", "男子持刀"}});
}

TEST(OutcomeMatters, ByOnesOwnHandOrAnothers) {
  expect_sides("suicide", {{"en", "+", "The banker took his own life"},
                           {"de", "-", "Hinweise auf Fremdverschulden gibt es"},
                           {"ja", "-", "警察は他殺とみている"}});
}

TEST(OutcomeMatters, ALicenceIsWithdrawnOrSuspended) {
  expect_sides("revoke", {{"ru", "+", "Министерство отозвало у завода экологическую лицензию"},
                          {"es", "-", "El ministro anunció la suspensión de la licencia ambiental"},
                          {"de", "+", "Das Amt hat dem Werk die Genehmigung entzogen"},
                          {"tr", "-", "Bakanlık şirketin ruhsatını askıya aldı"}});
}

TEST(OutcomeMatters, InPublicOrBehindClosedDoors) {
  expect_sides("public", {{"en", "-", "The hearing was held behind closed doors"},
                          {"fr", "-", "L'audience s'est tenue à huis clos"},
                          {"ja", "-", "審理は非公開で行われた"},
                          {"uk", "+", "Суд пройшов у відкритому режимі"}});
}

TEST(OutcomeMatters, SignedOrStillToBe) {
  expect_sides("sign", {{"en", "-", "The contract is yet to be signed"},
                        {"uk", "-", "Контракт сторони підпишуть лише в грудні"},
                        {"ja", "-", "首相は署名を見送った"},
                        {"tr", "+", "Bakanlar sözleşmeyi imzaladı"}});
}

TEST(OutcomeMatters, WhoAbstainsIsNotOfOneMind) {
  expect_sides("unanimous", {{"en", "-", "Norland abstained"},
                             {"ru", "-", "Россия воздержалась при голосовании"},
                             {"zh", "-", "俄羅斯投了棄權票"},
                             {"fr", "-", "Le jury a tranché par quatre voix contre une"}});
}

TEST(OutcomeMatters, ShortOfARecord) {
  expect_sides("record", {{"en", "-", "She was a tenth short of the record"},
                          {"es", "-", "Se quedó a doce centésimas del récord"},
                          {"ko", "-", "신기록 달성에 실패했다"}});
}

TEST(OutcomeWords, WhoRefusesToDoItDidNot) {
  expect_sides("sign", {{"en", "-", "The president refused to sign the treaty"},
                        {"fr", "-", "Le président refuse de signer le traité"},
                        {"ru", "-", "Президент отказался подписать договор"},
                        {"ja", "-", "大統領は条約への署名を拒否した"},
                        {"ko", "-", "대통령은 조약 서명을 거부했다"}});
  expect_sides("extend", {{"en", "-", "The bank declined to extend the loan"},
                          {"en", "+", "The bank extended the loan and refused to comment"}});
  expect_sides("hurt", {{"en", "+", "Police declined to say who was killed"}});
  expect_sides("ransom", {{"en", "+", "The firm refused to pay a ransom"}});
}

TEST(OutcomeWords, ADenialBetweenThePartsOfAWordTurnsIt) {
  expect_sides("accept", {{"de", "+", "Der Verein nahm das Angebot an"},
                          {"de", "-", "Der Verein nahm das Angebot nicht an"}});
  expect_sides("layoff", {{"de", "-", "Stellen würden nicht gestrichen"}});
  expect_sides("permanent", {{"en", "+", "The concert will not be rescheduled"}});
}

TEST(OutcomeWords, AnyIsNoDenialOfItsOwn) {
  expect_sides("official_warning", {{"ar", "-", "ولم تصدر أي تحذير من موجات مد عاتية"},
                                    {"ar", "-", "لم يتلق السكان أي إنذار"},
                                    {"es", "-", "No se emitió ninguna alerta de tsunami"}});
}

TEST(OutcomeWords, ARiggedVoteIsNoFairOne) {
  expect_sides("fair", {{"en", "+", "Observers called the election free and fair"},
                        {"fr", "+", "L'élection a été libre et transparente"},
                        {"en", "-", "Observers said the election was rigged"}});
}

}  // namespace
}  // namespace synoptic::compare
