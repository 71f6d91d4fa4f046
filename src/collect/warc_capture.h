// A WARC record that holds a document -> Capture. Private to the room.
#pragma once

#include "base/result.h"
#include "collect/collect.h"
#include "collect/warc.h"

namespace synoptic::collect {

// A page as a reader would have seen it: HTML, and of responses those with status 200.
bool holds_page(const WarcRecord& record);

// The record as a document that waits to be read.
Source source_of(WarcRecord record, const std::string& file);

// The payload as a capture: the body of a response, chunks joined and unpacked; its SHA-256 is that
// of the payload, as it would be of the page saved to a file.
// Errors: kMalformed, kUnsupported, kEmpty, kTooLarge.
Result<model::Capture> capture_archived(Source source, const Limits& limits);

}  // namespace synoptic::collect
