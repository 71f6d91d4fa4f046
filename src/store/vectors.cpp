// The cache of vectors: floats as little-endian bytes.
#include <bit>
#include <cstring>

#include "store/impl.h"
#include "store/statements.h"

namespace synoptic::store {

static_assert(std::endian::native == std::endian::little);

Result<std::vector<float>> Store::vector(std::string_view key) const {
  auto row = impl_->database.prepare("SELECT vector FROM embedding WHERE key = $1");
  if (!row) return tl::unexpected(row.error());
  row->bind(1, key);
  std::vector<float> out;
  if (row->step()) {
    const std::string bytes = row->text(0);
    out.resize(bytes.size() / sizeof(float));
    if (!out.empty()) std::memcpy(out.data(), bytes.data(), out.size() * sizeof(float));
  }
  if (row->failed()) return impl_->database.error();
  return out;
}

Result<void> Store::put_vectors(std::string_view model, const std::vector<VectorRow>& rows) {
  Database& database = impl_->database;
  Transaction transaction(database);
  if (auto done = transaction.begin(); !done) return done;
  auto insert =
      database.prepare("INSERT INTO embedding VALUES($1,$2,$3) ON CONFLICT(key) DO NOTHING");
  if (!insert) return tl::unexpected(insert.error());
  for (const auto& row : rows) {
    const std::string_view bytes(reinterpret_cast<const char*>(row.vector.data()),
                                 row.vector.size() * sizeof(float));
    insert->bind(1, row.key).bind(2, model).bind_blob(3, bytes);
    if (auto done = finish(database, *insert); !done) return done;
  }
  return transaction.commit();
}

Result<std::vector<std::string>> Store::vector_models() const {
  return rows_of<std::string>(
      impl_->database, "SELECT DISTINCT model FROM embedding ORDER BY model", [](Statement&) {},
      first_text);
}

}  // namespace synoptic::store
