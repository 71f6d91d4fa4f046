#include "verify/article_claims.h"

#include <fmt/format.h>

#include <vector>

#include "verify/json_at.h"

namespace synoptic::verify {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;

class ArticleReader {
 public:
  ArticleReader(element json, Claims& claims) : json_(json), claims_(claims) {}

  void read() {
    Source source;
    source.article = claims_.id;
    source.index = static_cast<uint32_t>(number_at(json_, "index").value_or(0));
    const element capture = json_["capture"];
    take_capture(capture, source);
    source.fetched = text_at(capture, "fetched");
    const auto title_span = span_at(json_, "title_span");
    title_has_bytes_ = title_span && !title_span->empty();
    if (!title_has_bytes_) source.title_beside = claims_.title;
    claims_.sources.push_back(std::move(source));
    if (!claims_.title.empty()) {
      add("title", claims_.title, title_span.value_or(Span{}), !title_has_bytes_);
    }
    size_t number = 0;
    each(json_, "blocks", [&](element item) {
      blocks_.push_back(text_at(item, "text"));
      take(fmt::format("block {}", number++), item);
    });
    take_list("mentions", "mention");
    take_list("quantities", "quantity");
    take_list("times", "time");
    take_list("quotes", "quote");
    take_list("events", "event");
  }

 private:
  void add(std::string fact, std::string text, Span span, bool in_title) {
    claims_.cells.push_back({0, std::move(fact), {}, std::move(text), span, {}, {}, {}, in_title});
  }

  void take_list(std::string_view key, std::string_view name) {
    size_t number = 0;
    each(json_, key, [&](element item) {
      const std::string fact = fmt::format("{} {}", name, number++);
      take(fact, item);
      for (const char* part : {"actor", "recipient", "partner"}) {
        each(item, part, [&](element who) { take(fact + " " + part, who); });
      }
      for (const char* part : {"speaker", "place", "time"}) {
        element inner;
        if (item[part].get(inner) == simdjson::SUCCESS && inner.is_object()) {
          take(fact + " " + part, inner);
        }
      }
    });
  }

  // What has a text of its own and a span; events have a span alone.
  void take(const std::string& fact, element item) {
    std::string text = text_at(item, "text");
    const auto span = span_at(item, "span");
    if (text.empty() || !span) return;
    array at;
    int64_t block = 0;
    uint64_t begin = 0, end = 0;
    const bool in_title = item["at"].get(at) == simdjson::SUCCESS && at.size() == 3 &&
                          at.at(0).get(block) == simdjson::SUCCESS && block < 0;
    add(fact, text, *span, in_title && !title_has_bytes_ && span->empty());
    if (item["at"].get(at) != simdjson::SUCCESS || at.size() != 3 ||
        at.at(0).get(block) != simdjson::SUCCESS || at.at(1).get(begin) != simdjson::SUCCESS ||
        at.at(2).get(end) != simdjson::SUCCESS) {
      return;
    }
    const bool known = block < 0 || static_cast<size_t>(block) < blocks_.size();
    const std::string_view all = !known      ? std::string_view()
                                 : block < 0 ? std::string_view(claims_.title)
                                             : std::string_view(blocks_[block]);
    const bool inside = begin <= end && end <= all.size();
    const std::string_view there = inside ? all.substr(begin, end - begin) : std::string_view();
    if (there == text) return;
    claims_.failures.push_back({fact, "at", claims_.id, *span, std::move(text), std::string(there),
                                "another text stands there in the block",
                                claims_.cells.size() - 1});
  }

  element json_;
  Claims& claims_;
  std::vector<std::string> blocks_;
  bool title_has_bytes_ = false;
};

}  // namespace

void take_capture(element json, Source& source) {
  source.path = text_at(json, "path");
  source.url = text_at(json, "url");
  source.sha256 = text_at(json, "sha256");
  source.charset = text_at(json, "charset");
  source.bytes = number_at(json, "bytes");
}

void read_article(element json, Claims& claims) { ArticleReader(json, claims).read(); }

}  // namespace synoptic::verify
