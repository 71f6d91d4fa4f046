// Proves again that what was told stands where it is said to stand: that each cell of a synopsis,
// or each quote, name and number of an annotated article, is at its bytes of a capture with the
// stated SHA-256. What was told comes as JSON, the captures from wherever they lie; nothing of the
// code that read, annotated and compared them takes part.
//
// docs/verify.md says what is checked and how.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "base/span.h"
#include "collect/collect.h"
#include "model/capture.h"

namespace synoptic::verify {

struct Source {  // a capture that cells are said to stand in, and the article of it
  std::string article, path, url, sha256, charset, fetched;
  std::optional<uint64_t> bytes;  // not told by every file
  uint32_t index = 0;
  std::string published, revised;
  // A title that came beside the text (a mail's subject, the "title" of a line) and has no bytes in
  // it; empty: none.
  std::string title_beside;
};

struct Cell {
  uint32_t source = 0;  // in Claims::sources
  std::string fact;     // "f3", "quote 2", "block 0", "title"
  std::string slot;     // of a fact; else empty
  std::string text;
  Span span;
  std::string evidence;  // the sentence around it, where one is told
  std::optional<Span> evidence_span;
  std::string norm;
  bool in_title = false;  // it stands in Source::title_beside
};

struct Failure {
  std::string fact, part;  // part: text, evidence, norm, time, verdict, capture …
  std::string article;
  Span span;
  std::string stated, stands, reason;
  size_t cell = SIZE_MAX;  // in Claims::cells, where it is of one
};

struct Claims {      // what one synopsis or one article tells
  std::string kind;  // synopsis, article
  std::string id;    // of the story or the article
  std::string title;
  std::string where;   // FILE:LINE, STORE
  std::string folder;  // paths of captures may be relative to it
  std::vector<Source> sources;
  std::vector<Cell> cells;
  std::vector<Failure> failures;  // what contradicts itself, before any capture is looked at
  size_t facts = 0;               // of a synopsis
};

// One object of `compare --json`, `read` or `annotate`. Errors: kMalformed, kUnsupported (it is
// neither, or tells no sources).
Result<Claims> read_claims(std::string_view json, const std::string& where);

// What the JSON told says otherwise than the JSON made anew from the captures, or leaves out, or
// adds: a Failure each, `part` the way to it. `taken_as_told`: ways that are not compared
// ("sources[].path").
std::vector<Failure> differences(std::string_view told, std::string_view made,
                                 const std::vector<std::string>& taken_as_told);

struct Finding {       // of one source
  std::string where;   // the capture was found there; empty: it was not
  std::string reason;  // why the source is not proven; empty: it is
};

struct Report {  // of one Claims
  std::vector<Finding> sources;
  std::vector<Failure> failures;
  std::vector<std::string> notes;  // what was taken as told
  size_t cells = 0, proven = 0;
  bool again = false;  // compared anew, too
};

// Takes captures as they come, one at a time, and proves what is told of them; only what was told
// has to be in memory. A capture is known by its SHA-256 alone, never by its name.
class Prover {
 public:
  // `claims` must outlive the prover.
  explicit Prover(const std::vector<Claims>& claims);

  using OnError = std::function<void(const Error&)>;
  using OnCapture = std::function<void(const model::Capture&)>;
  // Called for each capture, and again for one of the same bytes that came from an address which
  // was told, where the first came from another one.
  void on_proven(OnCapture keep) { keep_ = std::move(keep); }

  std::vector<std::string> wanted() const;  // SHA-256 of what was not found yet, sorted
  // `path`: as it was when the bytes were read, which tells what they are.
  void offer_bytes(std::string bytes, const std::string& path, const std::string& where);
  void offer(const model::Capture& capture, const std::string& where);
  // Files, folders, files of pages and WARC files.
  void look_in(const std::vector<std::string>& paths, const collect::Limits& limits,
               const OnError& failed);
  // Where the sources say that they are: beside the file that tells of them, or here.
  void look_at_stated_paths(const collect::Limits& limits);
  // What is still not found may have been changed: the captures of the same name or address, in
  // `paths`, or at the stated paths where none are given, show which cells it still holds.
  void look_for_changed(const std::vector<std::string>& paths, const collect::Limits& limits);

  std::vector<Report> reports() const;  // same order as the claims

 private:
  struct Place {
    size_t claims, source;
  };
  struct Found {
    std::string where, reason;
    bool found = false;  // with the stated SHA-256
  };
  void prove(Place place, const model::Capture& capture);
  void scan(const std::vector<std::string>& files, const collect::Limits& limits,
            const OnError& failed);
  std::vector<std::string> stated_files() const;
  std::string text_of(const model::Capture& capture, const Source& source) const;

  const std::vector<Claims>& claims_;
  std::unordered_map<std::string, std::vector<Place>> places_;  // by SHA-256
  std::vector<std::vector<Found>> found_;                       // by claims and source
  std::vector<std::vector<std::vector<size_t>>> cells_;         // likewise: of that source
  std::vector<std::vector<Failure>> failures_;                  // by claims
  std::vector<std::set<size_t>> unproven_;  // by claims: cells in titles that came without
  size_t missing_ = 0;                      // SHA-256 of which no capture was found yet
  bool is_told_elsewhere(const Place& place, const model::Capture& capture) const;
  std::set<std::pair<std::string, std::string>> twins_;  // SHA-256 and address, looked for still
  OnCapture keep_;
};

void write_json(JsonWriter& json, const Claims& claims, const Report& report);

}  // namespace synoptic::verify
