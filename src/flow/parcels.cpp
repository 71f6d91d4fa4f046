#include "flow/parcels.h"

#include "base/json.h"

namespace synoptic::flow {
namespace {

constexpr size_t kMostEntries = 200;
constexpr size_t kMostBytes = 1 << 20;  // of a body, but one entry always fits

}  // namespace

std::vector<store::Parcel> parcels_of(const std::vector<watch::Entry>& entries,
                                      const std::string& url, const std::string& time) {
  std::vector<store::Parcel> out;
  for (size_t i = 0; i < entries.size();) {
    std::string ids = "parcel";
    size_t bytes = 0, end = i;
    while (end < entries.size() && end - i < kMostEntries &&
           (end == i || bytes + entries[end].json.size() <= kMostBytes)) {
      ids += "\n" + entries[end].id;
      bytes += entries[end].json.size();
      ++end;
    }
    store::Parcel parcel;
    parcel.id = watch::urn_of(ids);
    parcel.url = url;
    parcel.made = time;
    JsonWriter json;
    json.begin_object().field("id", parcel.id).field("at", time).key("entries").begin_array();
    for (; i < end; ++i) json.raw(entries[i].json);
    json.end_array().end_object();
    parcel.body = json.take();
    out.push_back(std::move(parcel));
  }
  return out;
}

}  // namespace synoptic::flow
