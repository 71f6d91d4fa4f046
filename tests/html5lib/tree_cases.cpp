// tree-construction/*.dat: a page and the tree it makes, one node a line.
#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <optional>

#include "cases.h"
#include "html/html.h"

namespace html5lib {
namespace {

using namespace synoptic::html;

struct Case {
  std::string data, fragment, document;
  size_t line = 0;
  std::optional<bool> scripting;  // not stated: both
};

std::vector<Case> read_cases(const std::string& text) {
  std::vector<Case> cases;
  std::string* section = nullptr;
  size_t number = 0;
  std::string ignored;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    // A data section may hold any line, also an empty one, but no other section's name.
    if (line == "#data") {
      cases.emplace_back();
      cases.back().line = number;
      section = &cases.back().data;
    } else if (line == "#errors" || line == "#new-errors") {
      section = &ignored;
    } else if (line == "#document-fragment") {
      section = &cases.back().fragment;
    } else if (line == "#document") {
      section = &cases.back().document;
    } else if (line == "#script-off" || line == "#script-on") {
      cases.back().scripting = line == "#script-on";
    } else if (section != nullptr) {
      *section += line + "\n";
    }
  }
  for (Case& each : cases) {
    const auto cut = [](std::string& text) {
      if (text.ends_with('\n')) text.pop_back();
    };
    cut(each.data);
    cut(each.fragment);
    while (each.document.ends_with('\n')) each.document.pop_back();
  }
  return cases;
}

std::string space_prefix(Namespace space) {
  return space == Namespace::kSvg ? "svg " : space == Namespace::kMathMl ? "math " : "";
}

// "xlink:href" is a name with a namespace only in svg and math, and only these names are.
std::string shown_name(std::string_view name, Namespace space) {
  constexpr std::array<std::string_view, 11> kNamed = {
      "xlink:actuate", "xlink:arcrole", "xlink:href", "xlink:role", "xlink:show", "xlink:title",
      "xlink:type",    "xml:lang",      "xml:space",  "xmlns",      "xmlns:xlink"};
  std::string shown(name);
  if (space == Namespace::kHtml || std::count(kNamed.begin(), kNamed.end(), name) == 0) {
    return shown;
  }
  if (name == "xmlns") return "xmlns xmlns";
  shown[shown.find(':')] = ' ';
  return shown;
}

class Serialiser {
 public:
  explicit Serialiser(const Document& document) : document_(document) {}

  std::string all() {
    children(0, 0);
    flush();
    while (out_.ends_with('\n')) out_.pop_back();
    return out_;
  }

 private:
  void children(uint32_t of, size_t depth) {
    const auto& nodes = document_.nodes();
    for (uint32_t i = of + 1; i < nodes[of].subtree_end; i = nodes[i].subtree_end) {
      one(i, depth);
    }
  }

  void one(uint32_t index, size_t depth) {
    const Node& node = document_.nodes()[index];
    if (node.kind == NodeKind::kText) {  // neighbours are one
      if (!pending_) pending_depth_ = depth, pending_ = "";
      *pending_ += node.text();
      return;
    }
    flush();
    if (node.kind == NodeKind::kComment) {
      line(depth, "<!-- " + std::string(node.text()) + " -->");
    } else if (node.kind == NodeKind::kDoctype) {
      const Doctype& doctype = document_.doctype();
      std::string ids;
      if (!doctype.public_id.empty() || !doctype.system_id.empty()) {
        ids = " \"" + std::string(doctype.public_id) + "\" \"" + std::string(doctype.system_id) +
              "\"";
      }
      line(depth, "<!DOCTYPE " + std::string(doctype.name) + ids + ">");
    } else {
      element(node, index, depth);
    }
  }

  void element(const Node& node, uint32_t index, size_t depth) {
    line(depth, "<" + space_prefix(node.space) + std::string(node.name()) + ">");
    std::map<std::string, std::string> attributes;
    for (uint32_t i = node.attributes_begin(); i < node.attributes_end(); ++i) {
      const Attribute& attribute = document_.attributes()[i];
      attributes.emplace(shown_name(attribute.name, node.space), attribute.value);
    }
    for (const auto& [name, value] : attributes) line(depth + 1, name + "=\"" + value + "\"");
    const bool content = node.tag == Tag::template_ && node.space == Namespace::kHtml;
    if (content) line(depth + 1, "content");
    children(index, depth + (content ? 2 : 1));
    flush();
  }

  void line(size_t depth, const std::string& text) {
    out_ += "| " + std::string(2 * depth, ' ') + text + "\n";
  }
  void flush() {
    if (pending_) line(pending_depth_, "\"" + *pending_ + "\"");
    pending_.reset();
  }

  const Document& document_;
  std::string out_;
  std::optional<std::string> pending_;
  size_t pending_depth_ = 0;
};

std::string tree_of(const Case& test, bool scripting) {
  ParseOptions options;
  options.scripting = scripting;
  std::string_view context = test.fragment;
  if (context.starts_with("svg ")) {
    options.context_space = Namespace::kSvg;
    context.remove_prefix(4);
  } else if (context.starts_with("math ")) {
    options.context_space = Namespace::kMathMl;
    context.remove_prefix(5);
  }
  options.context = context;
  const auto document = Document::parse(test.data, options);
  return document ? Serialiser(*document).all() : document.error().message();
}

}  // namespace

Outcome check_trees(const std::filesystem::path& folder) {
  Outcome outcome;
  for (const auto& path : files_of(folder, ".dat")) {
    Score file;
    for (const Case& test : read_cases(read_file(path))) {
      for (const bool scripting : {false, true}) {
        if (test.scripting.value_or(scripting) != scripting) continue;
        const std::string got = tree_of(test, scripting);
        file.add(got == test.document);
        outcome.score.add(got == test.document);
        if (got == test.document) continue;
        outcome.failures.push_back({path.filename().string() + ":" + std::to_string(test.line),
                                    test.data, test.document, got});
      }
    }
    std::printf("tree-construction/%s %zu/%zu\n", path.filename().c_str(), file.passed, file.total);
  }
  return outcome;
}

}  // namespace html5lib
