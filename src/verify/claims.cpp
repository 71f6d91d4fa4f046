// What a synopsis or an annotated article tells, out of its JSON, and where it contradicts itself.
#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <unordered_map>

#include "base/hash.h"
#include "model/stamp.h"
#include "verify/article_claims.h"
#include "verify/beside.h"
#include "verify/json_at.h"
#include "verify/norm.h"
#include "verify/same.h"
#include "verify/verify.h"

namespace synoptic::verify {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;

class SynopsisReader {
 public:
  SynopsisReader(element json, Claims& claims) : json_(json), claims_(claims) {}

  void read() {
    each(json_, "sources", [&](element item) { take_source(item); });
    uint32_t account = 0;
    each(json_, "accounts", [&](element list) {
      array ids;
      if (list.get(ids) == simdjson::SUCCESS) {
        for (const element id : ids) {
          std::string_view text;
          if (id.get(text) == simdjson::SUCCESS) account_of_[std::string(text)] = account;
        }
      }
      ++account;
    });
    each(json_, "articles", [&](element item) {
      std::string_view id;
      if (item.get(id) != simdjson::SUCCESS) return;
      if (!source_of_.contains(std::string(id))) {
        fail({.fact = "",
              .part = "sources",
              .article = std::string(id),
              .reason = "no source is told for the article"});
      }
      if (!account_of_.contains(std::string(id))) {
        fail({.fact = "",
              .part = "accounts",
              .article = std::string(id),
              .reason = "the article is in no account"});
      }
    });
    for (const char* list : {"agree", "only", "differ", "updates"}) {
      each(json_, list, [&](element item) { take_fact(list, item); });
    }
    read_beside(json_, {[&](const std::string& fact, const std::string& slot, element value) {
                          take_value(fact, slot, value);
                        },
                        [&](Failure failure) { fail(std::move(failure)); }});
    check_title();
    if (claims_.sources.empty()) {
      fail({.part = "sources", .reason = "tells of no article: there is nothing to prove"});
    }
  }

 private:
  void take_source(element item) {
    Source source;
    source.article = text_at(item, "article");
    take_capture(item, source);
    source.index = static_cast<uint32_t>(number_at(item, "index").value_or(0));
    source.published = text_at(item, "published");
    source.revised =
        model::stamp_of(text_at(item, "revised"), text_at(item, "revised_zone_inferred"));
    const auto index = static_cast<uint32_t>(claims_.sources.size());
    if (!source_of_.emplace(source.article, index).second) {
      return fail({.part = "sources", .article = source.article, .reason = "is told twice"});
    }
    const auto title_span = span_at(item, "title_span");
    const std::string title = text_at(item, "title");
    titles_.emplace(source.article, title);
    if (title_span && !title.empty()) {
      if (title_span->empty()) source.title_beside = title;
      claims_.cells.push_back(
          {index, "title", {}, title, *title_span, {}, {}, {}, title_span->empty()});
    }
    claims_.sources.push_back(std::move(source));
  }

  // A story is called as its first article is, whose title may be cut.
  void check_title() {
    constexpr size_t kLeastCut = 256;
    array articles;
    std::string_view first;
    if (json_["articles"].get(articles) != simdjson::SUCCESS ||
        articles.at(0).get(first) != simdjson::SUCCESS) {
      return;
    }
    const auto title = titles_.find(std::string(first));
    if (title == titles_.end() || title->second.empty() || title->second == claims_.title) return;
    const std::string& own = title->second;
    if (own.size() > kLeastCut && claims_.title.starts_with(own.substr(0, kLeastCut))) return;
    fail({.part = "title",
          .article = std::string(first),
          .stated = claims_.title,
          .stands = own,
          .reason = "its first article is called otherwise"});
  }

  void take_fact(std::string_view list, element item) {
    ++claims_.facts;
    const std::string id = text_at(item, "id"), verdict = text_at(item, "verdict");
    const std::string_view expected = list == "updates" ? "update" : list;
    const bool in_its_list =
        verdict == expected ||
        (list == "differ" && (verdict == "attributed_difference" || verdict == "broader_narrower"));
    if (!in_its_list) {
      fail({.fact = id,
            .part = "verdict",
            .stated = verdict,
            .reason = fmt::format("stands among those that are \"{}\"", list)});
    }
    std::vector<uint32_t> accounts;
    std::set<std::string> articles;
    each(item, "values", [&](element value) {
      take_value(id, text_at(item, "slot"), value);
      articles.insert(text_at(value, "article"));
      accounts.push_back(static_cast<uint32_t>(number_at(value, "account").value_or(UINT32_MAX)));
    });
    std::sort(accounts.begin(), accounts.end());
    const size_t many = std::unique(accounts.begin(), accounts.end()) - accounts.begin();
    // One account may give two values, in the names of two; and a copy may change its original's.
    const bool changed = articles.size() > 1 && verdict != "only" && verdict != "agree";
    const bool both_in_one = many == 1 && (changed || verdict == "attributed_difference");
    if (many == 0 || ((many == 1) != (verdict == "only") && !both_in_one)) {
      fail({.fact = id,
            .part = "verdict",
            .stated = verdict,
            .reason = fmt::format("its cells are of {} account{}", many, many == 1 ? "" : "s")});
    }
  }

  void take_value(const std::string& fact, const std::string& slot, element value) {
    Cell cell;
    cell.fact = fact;
    cell.slot = slot;
    cell.text = text_at(value, "text");
    cell.evidence = text_at(value, "evidence");
    cell.evidence_span = span_at(value, "evidence_span");
    cell.norm = text_at(value, "norm");
    const std::string article = text_at(value, "article"), time = text_at(value, "time");
    const auto source = source_of_.find(article);
    cell.source = source == source_of_.end() ? UINT32_MAX : source->second;
    const auto span = span_at(value, "span");
    cell.span = span.value_or(Span{});
    const std::string title =
        cell.source == UINT32_MAX ? std::string() : claims_.sources[cell.source].title_beside;
    cell.in_title = !title.empty() && span && span->empty();
    claims_.cells.push_back(cell);
    const auto wrong = [&](std::string part, std::string stated, std::string stands,
                           std::string reason) {
      fail({fact, std::move(part), article, cell.span, std::move(stated), std::move(stands),
            std::move(reason), claims_.cells.size() - 1});
    };
    if (cell.source == UINT32_MAX) {
      return wrong("article", article, "", "no source is told for the article");
    }
    if (!span) wrong("span", "", "", "no span is told");
    const auto account = account_of_.find(article);
    const auto stated = number_at(value, "account");
    if (account == account_of_.end() || stated != account->second) {
      wrong("account", stated ? std::to_string(*stated) : "",
            account == account_of_.end() ? "" : std::to_string(account->second),
            "the article is of another account");
    }
    const Source& of = claims_.sources[cell.source];
    const std::string told = of.revised.empty() ? of.published : model::parts_of(of.revised).stated;
    if (time != told) wrong("time", time, told, "the source was published at another time");
    if (!cell.evidence_span) {
      if (!cell.evidence.empty()) wrong("evidence", cell.evidence, "", "no span is told");
    } else if (!cell.evidence_span->contains(cell.span)) {
      wrong("evidence", fmt::format("[{},{})", cell.evidence_span->begin, cell.evidence_span->end),
            "", "the value does not stand in its evidence");
    }
    if (cell.in_title &&
        (title.find(cell.evidence) == std::string::npos ||
         (cell.evidence.empty() ? title : cell.evidence).find(cell.text) == std::string::npos)) {
      wrong("text", cell.text, title, "is not in the title");
    }
    if (std::string fault = norm_fault(slot, cell.text, cell.norm); !fault.empty()) {
      wrong("norm", cell.norm, cell.text, std::move(fault));
    }
    // What else tells the figure tells the same one.
    double number = 0;
    const bool told_number = value["value"].get(number) == simdjson::SUCCESS;
    if (std::string fault = value_fault(slot, cell.norm, told_number ? &number : nullptr);
        !fault.empty()) {
      wrong("value", fmt::format("{}", number), cell.norm, std::move(fault));
    }
    const std::string name = text_at(value, "name");
    if (std::string fault = slot == "date" ? std::string() : norm_fault(slot, name, cell.norm);
        !fault.empty()) {
      wrong("name", name, cell.norm, std::move(fault));
    }
  }

  void fail(Failure failure) { claims_.failures.push_back(std::move(failure)); }

  element json_;
  Claims& claims_;
  std::unordered_map<std::string, uint32_t> source_of_, account_of_;
  std::unordered_map<std::string, std::string> titles_;  // by article
};

bool is_sha256(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// An article's id is made from its capture and its place in it.
void check_ids(Claims& claims) {
  for (const Source& source : claims.sources) {
    if (!is_sha256(source.sha256)) {
      claims.failures.push_back(
          {"", "sha256", source.article, {}, source.sha256, "", "is no SHA-256"});
    }
    const std::string id =
        sha256_hex(source.sha256 + ":" + std::to_string(source.index)).substr(0, 16);
    if (id != source.article) {
      claims.failures.push_back({"",
                                 "article",
                                 source.article,
                                 {},
                                 source.article,
                                 id,
                                 "the id is not that of an article of this capture"});
    }
  }
}

}  // namespace

Result<Claims> read_claims(std::string_view json, const std::string& where) {
  simdjson::dom::parser parser;
  element root;
  if (const auto code = parser.parse(json.data(), json.size()).get(root);
      code != simdjson::SUCCESS) {
    return failure(ErrorCode::kMalformed, where,
                   fmt::format("is not JSON ({})", simdjson::error_message(code)));
  }
  if (!root.is_object()) return failure(ErrorCode::kMalformed, where, "is not a JSON object");
  if (const auto key = repeated_key(root)) {
    return failure(ErrorCode::kMalformed, where,
                   fmt::format("tells two things: an object has the key {} twice", *key));
  }
  Claims claims;
  claims.where = where;
  claims.title = text_at(root, "title");
  element part;
  if (root["story"].get(part) == simdjson::SUCCESS) {
    if (root["sources"].get(part) != simdjson::SUCCESS) {
      return failure(ErrorCode::kUnsupported, where,
                     "is a synopsis without its sources (made by an older version)");
    }
    claims.kind = "synopsis";
    claims.id = text_at(root, "story");
    SynopsisReader(root, claims).read();
  } else if (root["capture"].get(part) == simdjson::SUCCESS && part.is_object()) {
    claims.kind = "article";
    claims.id = text_at(root, "id");
    read_article(root, claims);
  } else {
    return failure(ErrorCode::kUnsupported, where, "is neither a synopsis nor an article");
  }
  check_ids(claims);
  return claims;
}

}  // namespace synoptic::verify
