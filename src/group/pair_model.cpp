#include "group/pair_model.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "base/data.h"
#include "base/table.h"

namespace synoptic::group {
namespace {

constexpr float kHardlyShared = 0.01F;  // two texts share so much of their words by chance
constexpr float kMostlyTexts = 0.5F;    // stories of which so many pairs are whole texts

}  // namespace

float Model::share_of_texts(const Pair& pair) const { return texts_share * pair[Evidence::kTexts]; }

// Like events are told in like words; then their days and places tell, if both are others.
float Model::voice_of_texts(const Pair& pair) const {
  return texts_slope *
             std::log((pair[Evidence::kShared] + kHardlyShared) / (texts_even + kHardlyShared)) +
         texts_other * pair[Evidence::kOtherEvent] + texts_figures * pair[Evidence::kFigures];
}

float Model::score(const Pair& pair) const {
  float sum = 0;
  for (size_t i = 0; i < kEvidences; ++i) sum += weights[i] * pair.evidence[i];
  const float share = share_of_texts(pair);
  return share > 0 ? (1 - share) * sum + share * voice_of_texts(pair) : sum;
}

// Like events make like texts, so that stories of whole articles want more than blurbs, each of
// which says what it is about and little else.
float Model::bar_of_merging(float texts) const {
  const float blurbs = 1 - std::min(texts / kMostlyTexts, 1.0F);
  return merge + blurbs * (merge_blurbs - merge);
}

std::vector<Weighed> Model::weigh(const Pair& pair) const {
  std::vector<Weighed> out;
  const float share = share_of_texts(pair);
  for (size_t i = 0; i < kEvidences; ++i) {
    if (pair.evidence[i] == 0 || weights[i] == 0) continue;
    out.push_back(
        {evidence_name(static_cast<Evidence>(i)), pair.evidence[i], (1 - share) * weights[i]});
  }
  if (share > 0) out.push_back({"whole_texts", voice_of_texts(pair), share});
  return out;
}

Result<Model> Model::read(std::string_view path, std::string_view table) {
  auto rows = DataTable::read(path, table, 2);
  if (!rows) return tl::unexpected(rows.error());
  Model out;
  for (const TableRow cells : *rows) {
    const float value = std::strtof(std::string(cells[1]).c_str(), nullptr);
    for (size_t i = 0; i < kEvidences; ++i) {
      if (evidence_name(static_cast<Evidence>(i)) == cells[0]) out.weights[i] = value;
    }
    if (cells[0] == "=join") out.join = value;
    if (cells[0] == "=merge") out.merge = value;
    if (cells[0] == "=merge_blurbs") out.merge_blurbs = value;
    if (cells[0] == "=copy") out.copy = value;
    if (cells[0] == "=best_share") out.best_share = value;
    if (cells[0] == "=link") out.link = value;
    if (cells[0] == "=split_below") out.split_below = value;
    if (cells[0] == "=split_gap") out.split_gap = value;
    if (cells[0] == "=texts_share") out.texts_share = value;
    if (cells[0] == "=texts_slope") out.texts_slope = value;
    if (cells[0] == "=texts_even") out.texts_even = value;
    if (cells[0] == "=texts_other") out.texts_other = value;
    if (cells[0] == "=texts_figures") out.texts_figures = value;
  }
  return out;
}

const Model& Model::load() {
  static const Model model = [] {
    constexpr std::string_view kPath = "group/weights.tsv";
    return read(kPath, embedded_data(kPath)).value();
  }();
  return model;
}

}  // namespace synoptic::group
