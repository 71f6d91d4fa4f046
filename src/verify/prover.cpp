// Captures are matched with what was told of them, and each cell with its bytes.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/hash.h"
#include "base/strings.h"
#include "text/characters.h"
#include "url/url.h"
#include "verify/slice.h"
#include "verify/verify.h"

namespace synoptic::verify {
namespace {

namespace fs = std::filesystem;

// Whether a span lies in the text, and does not cut a character.
bool is_inside(Span span, std::string_view text) {
  const auto cuts = [&](uint32_t at) { return at < text.size() && text::is_trail(text[at]); };
  return span.begin < span.end && span.end <= text.size() && !cuts(span.begin) && !cuts(span.end);
}

Failure prove_words(const Cell& cell, const std::string& part, const std::string& words, Span span,
                    std::string_view text) {
  Failure failure{cell.fact, part, "", span, words, "", ""};
  if (!is_inside(span, text)) {
    failure.reason = fmt::format("the span is not in the capture of {} bytes", text.size());
    return failure;
  }
  Match made = match(text.substr(span.begin, span.size()), words);
  failure.stands = std::move(made.stands);
  failure.reason = std::move(made.reason);
  return failure;
}

bool is_same_charset(std::string_view a, std::string_view b) {
  return ascii_lower(a) == ascii_lower(b);
}

}  // namespace

Prover::Prover(const std::vector<Claims>& claims) : claims_(claims) {
  found_.resize(claims.size());
  cells_.resize(claims.size());
  failures_.resize(claims.size());
  unproven_.resize(claims.size());
  for (size_t i = 0; i < claims.size(); ++i) {
    found_[i].resize(claims[i].sources.size());
    cells_[i].resize(claims[i].sources.size());
    for (size_t c = 0; c < claims[i].cells.size(); ++c) {
      const uint32_t source = claims[i].cells[c].source;
      if (source < cells_[i].size()) cells_[i][source].push_back(c);
    }
    for (size_t k = 0; k < claims[i].sources.size(); ++k) {
      places_[claims[i].sources[k].sha256].push_back({i, k});
    }
  }
  missing_ = places_.size();
}

std::vector<std::string> Prover::wanted() const {
  std::vector<std::string> list;
  for (const auto& [sha256, places] : places_) {
    const Place first = places.front();
    if (!found_[first.claims][first.source].found) list.push_back(sha256);
  }
  std::sort(list.begin(), list.end());
  return list;
}

// The capture's text under the charset that was told: another route to the bytes may have told
// another one.
std::string Prover::text_of(const model::Capture& capture, const Source& source) const {
  if (!capture.record.empty() || is_same_charset(capture.charset, source.charset)) {
    return capture.text;
  }
  return collect::decode_as(capture.bytes(), source.charset).value_or(capture.text);
}

void Prover::prove(Place place, const model::Capture& capture) {
  const Claims& claims = claims_[place.claims];
  const Source& source = claims.sources[place.source];
  auto& failures = failures_[place.claims];
  if (source.bytes && *source.bytes != capture.received().size()) {
    failures.push_back({"",
                        "bytes",
                        source.article,
                        {},
                        std::to_string(*source.bytes),
                        std::to_string(capture.received().size()),
                        "the capture has another size"});
  }
  const std::string text = text_of(capture, source);
  const auto check = [&](size_t i, const std::string& part, const std::string& words, Span span) {
    Failure failure = prove_words(claims.cells[i], part, words, span, text);
    if (failure.reason.empty()) return;
    failure.article = source.article;
    failure.cell = i;
    failures.push_back(std::move(failure));
  };
  const model::FrontMatterField* title = find_front_matter(capture, "title");
  const bool other_title = title != nullptr && !holds_words(title->value, source.title_beside);
  for (const size_t i : cells_[place.claims][place.source]) {
    const Cell& cell = claims.cells[i];
    if (cell.in_title) {
      if (title == nullptr) unproven_[place.claims].insert(i);
      if (other_title) {
        failures.push_back({cell.fact, "text", source.article, cell.span, cell.text, title->value,
                            "another title came with the text", i});
      }
      continue;
    }
    check(i, "text", cell.text, cell.span);
    if (cell.evidence_span) check(i, "evidence", cell.evidence, *cell.evidence_span);
  }
}

void Prover::offer(const model::Capture& capture, const std::string& where) {
  const auto places = places_.find(capture.sha256);
  if (places == places_.end()) return;
  // The hash that came with the capture is not taken on trust.
  if (sha256_hex(capture.received()) != capture.sha256) return;
  const Place first = places->second.front();
  if (found_[first.claims][first.source].found) {  // all of them are, then
    if (twins_.erase({capture.sha256, capture.url}) > 0) keep_(capture);
    return;
  }
  for (const Place place : places->second) {
    found_[place.claims][place.source] = {where, {}, true};
    prove(place, capture);
  }
  --missing_;
  if (!keep_) return;
  keep_(capture);
  for (const Place place : places->second) {
    if (is_told_elsewhere(place, capture)) {
      twins_.emplace(capture.sha256, claims_[place.claims].sources[place.source].url);
    }
  }
}

// Crawls have one page under several addresses, byte by byte.
bool Prover::is_told_elsewhere(const Place& place, const model::Capture& capture) const {
  const std::string& told = claims_[place.claims].sources[place.source].url;
  return !told.empty() && !capture.url.empty() && told != capture.url;
}

void Prover::offer_bytes(std::string bytes, const std::string& path, const std::string& where) {
  collect::Source source{path, std::move(bytes), false, {}};
  const auto file = collect::file_of_many(path);
  source.is_record =
      file && source.bytes.starts_with('{') && file->find(".warc") == std::string::npos;
  const auto capture = collect::read_source(std::move(source));
  if (capture) offer(*capture, where);
}

void Prover::scan(const std::vector<std::string>& files, const collect::Limits& limits,
                  const OnError& failed) {
  collect::Sources sources(files, limits, collect::Records::kAll);
  while (missing_ > 0 || !twins_.empty()) {
    const auto capture = sources.next_capture();
    if (!capture) return;
    if (*capture) {
      offer(**capture, (*capture)->path);
    } else if (failed && capture->error().code != ErrorCode::kEmpty &&
               capture->error().code != ErrorCode::kUnsupported) {
      failed(capture->error());  // pictures and empty answers among the captures are none of ours
    }
  }
}

void Prover::look_in(const std::vector<std::string>& paths, const collect::Limits& limits,
                     const OnError& failed) {
  const collect::Inputs inputs = collect::list_inputs(paths);
  for (const Error& error : inputs.errors) failed(error);
  scan(inputs.files, limits, failed);
}

std::vector<std::string> Prover::stated_files() const {
  std::set<std::string> files;
  for (size_t i = 0; i < claims_.size(); ++i) {
    for (size_t k = 0; k < claims_[i].sources.size(); ++k) {
      if (found_[i][k].found) continue;
      const std::string& path = claims_[i].sources[k].path;
      const std::string file = collect::file_of_many(path).value_or(path);
      if (file.empty() || file == "-") continue;
      std::error_code error;
      const std::string raw = url::percent_decode(file);  // of names that are no UTF-8
      const fs::path folder(claims_[i].folder);
      for (const fs::path& candidate :
           {folder / file, fs::path(file), folder / raw, fs::path(raw)}) {
        // Both: what lies beside the JSON under that name may be another version of it.
        if (fs::is_regular_file(candidate, error)) {
          files.insert(candidate.lexically_normal().string());
        }
      }
    }
  }
  return {files.begin(), files.end()};
}

void Prover::look_at_stated_paths(const collect::Limits& limits) {
  scan(stated_files(), limits, {});
}

namespace {

// How many names at the end of two paths are the same; 0: not even the file's.
size_t shared_names(const std::string& a, const std::string& b) {
  const fs::path left(a), right(b);
  auto x = left.end(), y = right.end();
  size_t same = 0;
  while (x != left.begin() && y != right.begin() && *--x == *--y) ++same;
  return same;
}

}  // namespace

void Prover::look_for_changed(const std::vector<std::string>& paths,
                              const collect::Limits& limits) {
  if (missing_ == 0) return;
  struct Candidate {
    size_t likeness = 0;
    model::Capture capture;
  };
  std::map<std::pair<size_t, size_t>, Candidate> best;
  const std::vector<std::string> all = paths.empty() ? stated_files() : paths;
  collect::Sources sources(collect::list_inputs(all).files, limits, collect::Records::kAll);
  while (const auto read = sources.next_capture()) {
    if (!*read || places_.contains((*read)->sha256)) continue;
    const model::Capture& capture = **read;
    for (size_t i = 0; i < claims_.size(); ++i) {
      for (size_t k = 0; k < claims_[i].sources.size(); ++k) {
        if (found_[i][k].found) continue;
        const Source& told = claims_[i].sources[k];
        size_t likeness = shared_names(capture.path, told.path);
        if (!told.url.empty() && capture.url == told.url) likeness += 1000;
        Candidate& candidate = best[{i, k}];
        if (likeness > candidate.likeness) candidate = {likeness, capture};
      }
    }
  }
  for (const auto& [key, candidate] : best) {
    if (candidate.likeness == 0) continue;
    Found& found = found_[key.first][key.second];
    found.where = candidate.capture.path;
    found.reason = fmt::format("its SHA-256 is {}: the capture is not the one that was read",
                               candidate.capture.sha256);
    prove({key.first, key.second}, candidate.capture);
  }
}

std::vector<Report> Prover::reports() const {
  std::vector<Report> reports;
  for (size_t i = 0; i < claims_.size(); ++i) {
    const Claims& claims = claims_[i];
    Report& report = reports.emplace_back();
    report.failures = claims.failures;
    std::vector<bool> failed(claims.cells.size());
    for (size_t k = 0; k < claims.sources.size(); ++k) {
      const Found& found = found_[i][k];
      Finding finding{found.where, found.reason};
      if (!found.found && found.where.empty()) finding.reason = "the capture was not found";
      if (!finding.reason.empty()) {
        const Source& source = claims.sources[k];
        report.failures.push_back(
            {"", "capture", source.article, {}, source.sha256, found.where, finding.reason});
        for (const size_t c : cells_[i][k]) failed[c] = true;
      }
      report.sources.push_back(std::move(finding));
    }
    report.failures.insert(report.failures.end(), failures_[i].begin(), failures_[i].end());
    for (const Failure& failure : report.failures) {
      if (failure.cell < failed.size()) failed[failure.cell] = true;
    }
    const auto& unproven = unproven_[i];
    if (!unproven.empty()) {
      report.notes.push_back(fmt::format(
          "taken as told: {} in a title that did not come with the capture", unproven.size()));
    }
    report.cells = claims.cells.size() - unproven.size();
    for (const size_t c : unproven) failed[c] = true;
    report.proven = static_cast<size_t>(std::count(failed.begin(), failed.end(), false));
  }
  return reports;
}

void write_json(JsonWriter& json, const Claims& claims, const Report& report) {
  json.begin_object().field(claims.kind == "article" ? "article" : "story", claims.id);
  json.field("title", claims.title).field("where", claims.where);
  json.field("proven", report.failures.empty());
  json.key("cells").begin_object().field("checked", report.cells).field("proven", report.proven);
  json.field("failed", report.cells - report.proven).end_object();
  if (claims.kind != "article") json.field("facts", claims.facts);
  json.field("again", report.again);
  json.key("sources").begin_array();
  for (size_t i = 0; i < claims.sources.size(); ++i) {
    json.begin_object().field("article", claims.sources[i].article);
    json.field("sha256", claims.sources[i].sha256);
    json.field_or_null("found", report.sources[i].where);
    json.field_or_null("reason", report.sources[i].reason).end_object();
  }
  json.end_array().key("failures").begin_array();
  for (const Failure& failure : report.failures) {
    json.begin_object().field_or_null("fact", failure.fact).field("part", failure.part);
    json.field_or_null("article", failure.article).key("span").begin_array();
    json.value(failure.span.begin).value(failure.span.end).end_array();
    json.field("stated", failure.stated).field_or_null("stands", failure.stands);
    json.field("reason", failure.reason).end_object();
  }
  json.end_array().key("notes").begin_array();
  for (const std::string& note : report.notes) json.value(note);
  json.end_array().end_object();
}

}  // namespace synoptic::verify
