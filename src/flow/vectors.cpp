#include "flow/vectors.h"

#include <algorithm>

namespace synoptic::flow {
namespace {

constexpr size_t kTextBytes = 2000;

}  // namespace

std::string embedded_text(const model::Article& article) {
  std::string out = article.title;
  for (const auto& block : article.blocks) {
    if (out.size() >= kTextBytes) break;
    if (block.kind == model::BlockKind::kCaption) continue;
    out += out.empty() ? "" : "\n";
    out += block.text;
  }
  if (out.size() <= kTextBytes) return out;
  size_t end = kTextBytes;
  while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0) == 0x80) --end;
  out.resize(end);
  return out;
}

Vectors::Vectors(const std::optional<Embedding>& embedding, store::Store* cache,
                 std::function<void(const Error&)> failed)
    : cache_(cache), failed_(std::move(failed)) {
  if (!embedding) return;
  client_.emplace(embedding->server);
  weight_ = embedding->weight;
}

size_t Vectors::batch() const {
  return client_ ? std::max<size_t>(client_->options().batch, 1) : 1;
}

Result<std::vector<embed::Vector>> Vectors::find(const std::vector<std::string>& texts) {
  const std::string& model = client_->options().model;
  std::vector<embed::Vector> out(texts.size());
  std::vector<size_t> asked;
  std::vector<std::string> keys, missing;
  for (size_t i = 0; i < texts.size(); ++i) {
    if (texts[i].empty()) continue;
    keys.push_back(cache_ == nullptr ? "" : embed::cache_key(model, texts[i]));
    if (cache_ != nullptr) {
      auto kept = cache_->vector(keys.back());
      if (!kept) return tl::unexpected(kept.error());
      out[i] = std::move(*kept);
    }
    if (!out[i].empty()) {
      keys.pop_back();
      continue;
    }
    asked.push_back(i);
    missing.push_back(texts[i]);
  }
  if (missing.empty()) return out;
  auto made = client_->embed(missing);
  if (!made) return tl::unexpected(made.error());
  std::vector<store::Store::VectorRow> rows;
  for (size_t i = 0; i < asked.size(); ++i) {
    if (cache_ != nullptr) rows.push_back({keys[i], (*made)[i]});
    out[asked[i]] = std::move((*made)[i]);
  }
  if (cache_ != nullptr) {
    if (auto done = cache_->put_vectors(model, rows); !done) return tl::unexpected(done.error());
  }
  return out;
}

std::vector<group::Vector> Vectors::of(const std::vector<const model::Annotated*>& articles) {
  std::vector<group::Vector> out(articles.size());
  if (!client_) return out;
  for (size_t from = 0; from < articles.size(); from += batch()) {
    const size_t end = std::min(articles.size(), from + batch());
    std::vector<std::string> texts;
    for (size_t i = from; i < end; ++i) texts.push_back(embedded_text(articles[i]->article));
    const auto found = find(texts);
    if (!found) {
      Error error = found.error();
      error.why += "; grouping goes on without vectors";
      failed_(error);
      client_.reset();
      return out;
    }
    for (size_t i = from; i < end; ++i) out[i] = group::quantised((*found)[i - from], weight_);
  }
  return out;
}

}  // namespace synoptic::flow
