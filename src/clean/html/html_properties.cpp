// Properties in the markup: microdata (HTML Standard, 5), RDFa 1.1, microformats (hNews, h-entry).
#include <algorithm>
#include <array>

#include "base/strings.h"
#include "clean/cue_match.h"
#include "clean/html/html_facts.h"
#include "clean/html/html_near.h"
#include "clean/html/html_words.h"
#include "clean/page.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

using html::Attribute;
using html::Node;
using html::Tag;
using Source = AuthorNotes::Source;

// "schema:datePublished", "http://schema.org/datePublished": the name alone.
std::string_view local_name(std::string_view name) {
  const size_t at = name.find_last_of(":/#");
  return at == std::string_view::npos ? name : name.substr(at + 1);
}

// Class names of microformats, as whole words.
bool has_class(std::string_view names, std::string_view wanted) {
  for (size_t at = names.find(wanted); at != std::string_view::npos;
       at = names.find(wanted, at + 1)) {
    const size_t end = at + wanted.size();
    const bool begins = at == 0 || names[at - 1] == ' ';
    if (begins && (end == names.size() || names[end] == ' ')) return true;
  }
  return false;
}

class PropertyTaker {
 public:
  PropertyTaker(const HtmlPage& page, uint32_t node, FactNotes& notes)
      : page_(page),
        document_(page.document),
        nodes_(page.document.nodes()),
        i_(node),
        notes_(notes) {}

  void take() {
    const Node& node = nodes_[i_];
    const std::string_view names = property_names(node);
    if (!names.empty()) {
      for (const std::string_view name : split_trimmed(names, ' ')) {
        take_named(ascii_lower(local_name(name)));
      }
    }
    const ElementKind kind = page_.kinds[i_];
    // <abbr title="…">: the design pattern for dates before HTML5.
    const bool abbreviated =
        node.tag == Tag::abbr && may_hold_date(document_.attribute_value(node, "title"));
    if (node.tag == Tag::time || kind == "date" || abbreviated) note_dated();
    if (kind == "+title" || kind == "byline") take_microformat(kind);
  }

 private:
  // Both attributes are looked for at once: few elements have one.
  std::string_view property_names(const Node& node) const {
    std::string_view item, property;
    const Attribute* const all = document_.attributes().data();
    const Attribute* const end = all + node.attributes_end();
    for (const Attribute* one = all + node.attributes_begin(); one != end; ++one) {
      if (one->name.size() != 8) continue;
      if (one->name == "itemprop") item = one->value;
      if (one->name == "property") property = one->value;
    }
    return item.empty() ? property : item;
  }

  void note_dated() {
    constexpr size_t kMost = 400;  // most of them in lists of other articles
    auto& list = notes_.dated_nodes;
    if (list.size() < kMost && (list.empty() || list.back() != i_)) list.push_back(i_);
  }

  StatedValue value() const {
    if (const Attribute* content = document_.attribute(nodes_[i_], "content")) {
      return {clean_text(content->value), content->span};
    }
    return {words_of(document_, i_), text_span(document_, i_)};
  }

  void take_named(std::string_view name) {
    if (name == "articlebody") {
      notes_.says_article = true;
    } else if (name == "datepublished" || name == "datemodified" || name == "datecreated" ||
               name == "published-date" || name == "uploaddate" || name == "date" ||
               name == "created" || name == "issued") {
      note_dated();
    } else if (name == "author" || name == "creator") {
      if (!stands_aside(page_, i_)) take_author();
    } else if (name == "headline") {
      if (nodes_[i_].tag != Tag::h1 && !stands_aside(page_, i_)) take_headline("property");
    } else if (name == "articlesection") {
      const StatedValue words = value();
      if (notes_.section.empty() && words.text.size() < 100) notes_.section = words.text;
    } else if (name == "keywords") {
      if (!stands_aside(page_, i_)) notes_.add_keywords(value().text);
    } else if (name == "publisher") {
      if (notes_.publisher.text.empty()) notes_.publisher = inner("name", 0);
    } else if (name == "isaccessibleforfree") {
      const std::string told = ascii_lower(value().text);
      if (told == "false") notes_.access = "paid";
      if (told == "true" && notes_.access.empty()) notes_.access = "free";
    } else if (name == "commentcount") {
      const StatedValue words = value();
      if (is_ascii_digits(words.text)) notes_.metadata["comments"] = {words.text};
    }
  }

  void take_headline(std::string_view where) {
    const std::string text = words_of_heading(document_, i_);
    if (text.size() >= 500) return;
    // A headline around an <h1> is the same statement.
    for (uint32_t k = i_ + 1; k < nodes_[i_].subtree_end; ++k) {
      if (nodes_[k].tag == Tag::h1) return;
    }
    notes_.add_heading(text, heading_span(document_, i_), where, i_);
  }

  // The value of a property inside this element's item.
  StatedValue inner(std::string_view wanted, uint32_t from) const {
    for (uint32_t k = std::max(from, i_ + 1); k < nodes_[i_].subtree_end; ++k) {
      if (nodes_[k].kind != html::NodeKind::kElement) continue;
      std::string_view name = document_.attribute_value(nodes_[k], "itemprop");
      if (name.empty()) name = local_name(document_.attribute_value(nodes_[k], "property"));
      if (name != wanted) continue;
      if (const Attribute* content = document_.attribute(nodes_[k], "content")) {
        return {clean_text(content->value), content->span};
      }
      return {words_of(document_, k), text_span(document_, k)};
    }
    return {};
  }

  void take_author() {
    for (uint32_t up = i_; up != html::kNone; up = nodes_[up].parent) {
      if (nodes_[up].tag == Tag::figcaption) return;  // of the picture
    }
    StatedValue name = inner("name", 0);
    if (name.text.empty()) name = value();
    const std::string_view type = document_.attribute_value(nodes_[i_], "itemtype");
    notes_.authors.add(name.text, name.span, Source::kElement, {}, type.ends_with("Organization"));
  }

  void take_microformat(ElementKind kind) {
    const std::string_view names = document_.attribute_value(nodes_[i_], "class");
    if (kind == "+title") {
      if (nodes_[i_].tag != Tag::h1 && nodes_[i_].tag != Tag::a && notes_.headings.empty() &&
          (has_class(names, "entry-title") || has_class(names, "p-name")) &&
          !stands_aside(page_, i_)) {
        take_headline("property");
      }
      return;
    }
    const bool author =
        has_class(names, "vcard") || has_class(names, "p-author") || has_class(names, "h-card");
    if (!author || stands_aside(page_, i_)) return;
    for (uint32_t k = i_ + 1; k < nodes_[i_].subtree_end; ++k) {
      if (nodes_[k].kind != html::NodeKind::kElement) continue;
      const std::string_view inner_names = document_.attribute_value(nodes_[k], "class");
      if (!has_class(inner_names, "fn") && !has_class(inner_names, "p-name")) continue;
      notes_.authors.add(words_of(document_, k), text_span(document_, k), Source::kElement);
      return;
    }
    notes_.authors.add(words_of(document_, i_), text_span(document_, i_), Source::kElement);
  }

  const HtmlPage& page_;
  const html::Document& document_;
  const std::vector<Node>& nodes_;
  const uint32_t i_;
  FactNotes& notes_;
};

// What the element itself or the words in it say of the date: when it was last changed?
bool tells_change(const html::Document& document, const Node& node, std::string_view words,
                  const knowledge::Knowledge& knowledge) {
  for (const std::string_view name : {"itemprop", "property", "class"}) {
    const std::string names = ascii_lower(document.attribute_value(node, name));
    if (names.find("modif") != std::string::npos || names.find("updat") != std::string::npos) {
      return names.find("publish") == std::string::npos;
    }
  }
  if (words.empty() || words.size() > 120) return false;
  Piece piece;
  piece.text = words;
  return cue_in_front(knowledge, "updated_label", measure(std::move(piece))).has_value();
}

}  // namespace

void take_properties(const HtmlPage& page, uint32_t node, FactNotes& notes) {
  const Node& element = page.document.nodes()[node];
  const bool says_nothing = element.attributes_begin() == element.attributes_end();
  if (says_nothing && element.tag != Tag::time && page.kinds[node].empty()) return;
  PropertyTaker(page, node, notes).take();
}

void take_dated(const HtmlPage& page, uint32_t i, const knowledge::Knowledge& knowledge,
                double doubt, FactNotes& notes) {
  const html::Document& document = page.document;
  const Node& node = document.nodes()[i];
  const bool time = node.tag == Tag::time;
  std::string_view property = document.attribute_value(node, "itemprop");
  if (property.empty()) property = document.attribute_value(node, "property");
  const std::string words = words_of(document, i);
  const std::string_view role =
      tells_change(document, node, words, knowledge) ? "modified" : "published";
  const std::string_view where = property.empty() ? "time_element" : "metadata";
  constexpr std::array<std::string_view, 9> kMachine{
      "datetime", "content",        "data-datetime",  "data-date", "data-time",
      "title",    "data-timestamp", "data-published", "data-utime"};
  for (const std::string_view name : kMachine) {
    const Attribute* machine = document.attribute(node, name);
    if (machine == nullptr || machine->value.empty()) continue;
    if (notes.dates.add(
            machine->value, machine->span,
            {role, where, std::string(time ? "time datetime" : "attribute of a date"), doubt},
            notes.primary_lang())) {
      return;
    }
  }
  const std::string rule = time ? "time text" : "words of a date";
  notes.dates.add(words, text_span(document, i),
                  {role, "time_element", rule, doubt + (time ? 0 : 3)}, notes.primary_lang());
}

}  // namespace synoptic::clean
