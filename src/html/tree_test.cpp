#include "html/tree.h"

#include <gtest/gtest.h>

#include <random>

namespace synoptic::html {
namespace {

Node element() { return {}; }

TEST(TreeOrder, IsTheSameWhetherLinkedOrNot) {
  std::mt19937 random(3);
  for (int round = 0; round < 500; ++round) {
    Tree plain, linked;
    plain.begin({});
    linked.begin({});
    std::vector<uint32_t> open = {0};
    for (size_t i = random() % 40; i > 0; --i) {
      open.resize(1 + random() % open.size());
      const uint32_t added = plain.insert({open.back(), kNone}, element());
      ASSERT_EQ(linked.insert({open.back(), kNone}, element()), added);
      // To where it is: that makes it a linked tree.
      if (i == 5) linked.move(added, {open.back(), kNone});
      open.push_back(added);
    }
    plain.finish();
    linked.finish();
    ASSERT_EQ(plain.nodes.size(), linked.nodes.size());
    for (size_t i = 0; i < plain.nodes.size(); ++i) {
      ASSERT_EQ(plain.nodes[i].parent, linked.nodes[i].parent);
      ASSERT_EQ(plain.nodes[i].subtree_end, linked.nodes[i].subtree_end);
      ASSERT_EQ(plain.nodes[i].depth, linked.nodes[i].depth);
    }
  }
}

TEST(TreeOrder, FollowsMovedNodes) {
  Tree tree;
  tree.begin({});
  const auto named = [](std::string_view name) {
    Node node;
    node.set_words(name);
    return node;
  };
  const uint32_t a = tree.insert({0, kNone}, named("a"));
  const uint32_t b = tree.insert({a, kNone}, named("b"));
  tree.insert({b, kNone}, named("c"));
  tree.insert({0, a}, named("before a"));
  const uint32_t d = tree.insert({a, kNone}, named("d"));
  tree.move_children(b, d);
  tree.remove(b);
  tree.finish();
  std::string order;
  for (const Node& node : tree.nodes) order += std::string(node.name()) + ",";
  EXPECT_EQ(order, ",before a,a,d,c,");
  EXPECT_EQ(tree.nodes[4].depth, 3u);
  EXPECT_EQ(tree.nodes[2].subtree_end, 5u);
}

TEST(TreeOrder, BoundsTheDepthOfMovedNodes) {
  Tree tree;
  tree.begin({});
  std::vector<uint32_t> chain;
  for (int i = 0; i < 600; ++i) chain.push_back(tree.insert({0, kNone}, element()));
  for (size_t i = 1; i < chain.size(); ++i) tree.move(chain[i], {chain[i - 1], kNone});
  tree.finish();
  EXPECT_TRUE(tree.notes.depth);
  EXPECT_EQ(tree.nodes.size(), 601u);
  EXPECT_EQ(tree.nodes.back().depth, Tree::kMaxDepth);
  EXPECT_EQ(tree.nodes.back().parent, Tree::kMaxDepth - 1);
  EXPECT_EQ(tree.nodes[Tree::kMaxDepth].subtree_end, Tree::kMaxDepth + 1);
}

}  // namespace
}  // namespace synoptic::html
