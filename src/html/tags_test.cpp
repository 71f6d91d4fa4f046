#include "html/tags.h"

#include <gtest/gtest.h>

#include <string>

#include "html/tag_key.h"

namespace synoptic::html {
namespace {

TEST(Tags, AreFoundByTheirNames) {
  for (size_t i = 1; i < static_cast<size_t>(Tag::count_); ++i) {
    const Tag tag = static_cast<Tag>(i);
    EXPECT_EQ(tag_of(name_of(tag)), tag) << name_of(tag);
  }
}

TEST(Tags, AreNotFoundByOtherNames) {
  for (const char* name : {"", "x", "divs", "di", "Div", "xlockquote", "my-element", "count_",
                           "template_", "annotation_xml", "aannotation-xml"}) {
    EXPECT_EQ(tag_of(std::string_view(name)), Tag::unknown) << name;
  }
}

}  // namespace
}  // namespace synoptic::html
