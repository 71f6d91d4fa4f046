// Reporters named at the head of a report, as agencies and papers in East Asia do. Private to the
// room.
#pragma once

#include <string_view>
#include <vector>

#include "clean/page.h"
#include "knowledge/knowledge.h"
#include "model/article.h"

namespace synoptic::clean {

// Whether the language writes family and given name with a blank between them, so that two signs
// and two are one name; elsewhere they may be two.
bool parts_names(std::string_view lang);

// "西脇 透", "長岡 みのり": family and given name with a blank between them. `sure`: no two names
// stand there.
bool is_parted_name(std::string_view words, bool sure);

// "张三 李四", "김철수 이영희": the names, if all of the words are two to four signs of Han or
// Hangul and none is a place; else none. Words for reporters among them are left out.
std::vector<std::string_view> names_of_signs(std::string_view words,
                                             const knowledge::Knowledge& knowledge);

// "（新华社记者张三北京3日电）", "（记者张三、李四）", "[서울=뉴시스] 김철수 이영희 기자 =" at the
// front of the first paragraph. `behind_places`: "【大阪＝山本直樹】" as well; pages of elements
// that print it so state their writers otherwise.
std::vector<model::Author> reporters_at_head(const std::vector<model::Block>& blocks,
                                             const knowledge::Knowledge& knowledge,
                                             bool behind_places);

// "経済部・佐藤花": the words without the desk in front.
std::string_view behind_desk(std::string_view words);

// "【東京＝山田太郎、北京＝佐藤花子】", "（経済部・佐藤花）", "بغداد/ حسين الجبوري" as a line of
// its own: places or desks, and who writes from them.
std::vector<model::Author> writers_by_place(const Line& line,
                                            const knowledge::Knowledge& knowledge);

}  // namespace synoptic::clean
