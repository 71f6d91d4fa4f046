#include "collect/names.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>

#include "base/strings.h"
#include "collect/stream.h"

namespace synoptic::collect {
namespace {

using knowledge::PackEntity;
using knowledge::PackName;
using knowledge::Strength;

constexpr size_t kLongestLine = size_t{16} << 20;  // items of countries have some megabytes
constexpr uint64_t kLinesPerStep = 20000;          // between two places to go on from

bool is_dump(std::string_view source) {
  for (const std::string_view packed : {".bz2", ".gz", ".zst"}) {
    if (source.ends_with(packed)) source.remove_suffix(packed.size());
  }
  return source.ends_with(".json");
}

Error write_error(const std::string& path) {
  return {ErrorCode::kUnreadable, path, "cannot be written"};
}

Result<void> write_whole(const std::string& path, std::string_view bytes) {
  // Under another name first: a reader never sees half a file.
  const std::string fresh = path + ".new";
  std::ofstream out(fresh, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  std::error_code error;
  if (out) std::filesystem::rename(fresh, path, error);
  if (!out || error) return tl::unexpected(write_error(path));
  return {};
}

// How far a dump was read: "lines bytes-of-rows size-of-source source".
struct Place {
  uint64_t lines = 0, rows = 0, size = 0;
  std::string source;
};

class Journal {
 public:
  Journal(std::string source, const std::string& target)
      : rows_(target + ".rows"), place_file_(target + ".place") {
    std::error_code error;
    place_.source = std::filesystem::absolute(source, error).string();
    place_.size = std::filesystem::file_size(source, error);
  }

  // Goes on from the last place where that was of the same file; lines read before.
  Result<uint64_t> open() {
    std::ifstream in(place_file_);
    Place last;
    std::error_code error;
    const bool known = in >> last.lines >> last.rows >> last.size &&
                       std::getline(in >> std::ws, last.source) && last.source == place_.source &&
                       last.size == place_.size &&
                       std::filesystem::file_size(rows_, error) >= last.rows && !error;
    if (known) {
      // Rows behind the last place would come twice.
      std::filesystem::resize_file(rows_, last.rows, error);
      place_ = last;
    }
    out_.open(rows_, known ? std::ios::binary | std::ios::app : std::ios::binary | std::ios::trunc);
    if (!out_ || error) return tl::unexpected(write_error(rows_));
    return place_.lines;
  }
  void add(const PackEntity& entity) {
    const std::string rows = names_rows(entity);
    out_ << rows;
    place_.rows += rows.size();
  }
  Result<void> mark(uint64_t lines) {
    out_.flush();
    if (!out_) return tl::unexpected(write_error(rows_));
    place_.lines = lines;
    return write_whole(place_file_, fmt::format("{} {} {} {}\n", place_.lines, place_.rows,
                                                place_.size, place_.source));
  }
  void close() { out_.close(); }
  void remove() {
    std::error_code ignored;
    std::filesystem::remove(rows_, ignored);
    std::filesystem::remove(place_file_, ignored);
  }
  const std::string& rows() const { return rows_; }

 private:
  std::string rows_, place_file_;
  std::ofstream out_;
  Place place_;
};

using Failed = std::function<void(const Error&)>;

// Calls `take` with every line from `skip` on.
template <typename Take>
Result<void> for_each_line(const std::string& path, uint64_t skip, NamesTotals& totals,
                           const std::function<void(const NamesProgress&)>& progress,
                           const Failed& failed, Take&& take) {
  auto stream = ByteStream::open(path);
  if (!stream) return tl::unexpected(stream.error());
  LineReader reader(std::move(*stream), path, kLongestLine);
  for (;;) {
    const auto step = reader.next();
    if (!step && step.error().code != ErrorCode::kTooLarge) return tl::unexpected(step.error());
    if (step && *step == LineReader::Step::kEnd) return {};
    totals.lines = reader.number();
    if (!step) {
      ++totals.failed;
      failed(step.error());
    } else if (totals.lines > skip) {
      if (auto done = take(reader.take()); !done) return done;
    }
    if (progress && totals.lines % 500 == 0) {
      progress({reader.share(), totals.lines, totals.entities});
    }
  }
}

// The way back from names_rows(); nullopt: a blank line or a comment. Errors: kMalformed.
Result<std::optional<PackEntity>> read_names_row(std::string_view line) {
  if (trim(line).empty() || line.front() == '#') return std::nullopt;
  const auto columns = split(line, '\t');
  const auto broken = [](std::string why) {
    return failure(ErrorCode::kMalformed, "", std::move(why));
  };
  if (columns.size() < 4) {
    return broken("expected id, type, language and names, parted by tabs");
  }
  PackEntity entity;
  entity.id = trim(columns[0]);
  const auto type = model::entity_type_from_name(trim(columns[1]));
  if (entity.id.empty()) return broken("the id is empty");
  if (!type) return broken(fmt::format("unknown type '{}'", trim(columns[1])));
  entity.type = *type;
  for (std::string_view text : split_trimmed(columns[3], ';')) {
    PackName name{std::string(trim(columns[2])), {}, {}};
    if (text.ends_with('!')) name.strength = Strength::kBound;
    if (text.ends_with('?')) name.strength = Strength::kAmbiguous;
    if (name.strength) text.remove_suffix(1);
    name.text = trim(text);
    if (!name.text.empty()) entity.names.push_back(std::move(name));
  }
  if (entity.names.empty()) return broken("there is no name");
  if (columns.size() > 4) entity.country = trim(columns[4]);
  if (columns.size() > 5) {
    entity.weight = std::strtod(std::string(columns[5]).c_str(), nullptr);
  }
  return entity;
}

Result<std::vector<PackEntity>> read_table(
    const std::string& path, NamesTotals& totals,
    const std::function<void(const NamesProgress&)>& progress, const Failed& failed) {
  std::vector<PackEntity> entities;
  const auto done = for_each_line(
      path, 0, totals, progress, failed, [&](const std::string& line) -> Result<void> {
        auto row = read_names_row(line);
        if (!row) {
          ++totals.failed;
          failed({row.error().code, fmt::format("{}:{}", path, totals.lines), row.error().why});
        } else if (*row) {
          entities.push_back(std::move(**row));
          totals.entities = entities.size();
        }
        return {};
      });
  if (!done) return tl::unexpected(done.error());
  return entities;
}

}  // namespace

std::string names_rows(const PackEntity& entity) {
  std::vector<std::pair<std::string, std::string>> lists;  // language, names; as they come
  for (const PackName& name : entity.names) {
    auto list = std::ranges::find(lists, name.lang, &std::pair<std::string, std::string>::first);
    if (list == lists.end()) list = lists.insert(lists.end(), {name.lang, ""});
    if (!list->second.empty()) list->second += "; ";
    list->second += name.text;
    if (name.strength == Strength::kBound) list->second += '!';
    if (name.strength == Strength::kAmbiguous) list->second += '?';
  }
  std::string rows;
  for (const auto& [lang, names] : lists) {
    rows += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\n", entity.id, model::entity_type_name(entity.type),
                        lang, names, entity.country, entity.weight);
  }
  return rows;
}

Result<NamesTotals> import_names(const std::string& source, const std::string& target,
                                 const knowledge::Knowledge& known, NamesOptions options,
                                 const std::function<void(const NamesProgress&)>& progress,
                                 const Failed& failed) {
  NamesTotals totals;
  if (options.languages.empty()) {
    for (const auto& language : known.languages()) options.languages.push_back(language.code);
  }
  std::error_code ignored;
  const auto folder = std::filesystem::path(target).parent_path();
  if (!folder.empty()) std::filesystem::create_directories(folder, ignored);
  Journal journal(source, target);
  const bool dump = is_dump(source);
  if (dump) {
    const auto resumed = journal.open();
    if (!resumed) return tl::unexpected(resumed.error());
    totals.resumed = *resumed;
    const auto done = for_each_line(
        source, *resumed, totals, progress, failed, [&](const std::string& line) -> Result<void> {
          auto item = read_wikidata_item(line, options);
          if (!item) {
            ++totals.failed;
            failed(
                {item.error().code, fmt::format("{}:{}", source, totals.lines), item.error().why});
          } else if (*item) {
            ++totals.entities;
            journal.add(**item);
          }
          if (totals.lines % kLinesPerStep == 0) return journal.mark(totals.lines);
          return {};
        });
    // What was read so far is kept for the next run.
    if (auto marked = journal.mark(totals.lines); !marked) return tl::unexpected(marked.error());
    journal.close();
    if (!done) return tl::unexpected(done.error());
  }
  NamesTotals of_rows;
  auto entities = dump ? read_table(journal.rows(), of_rows, {}, failed)
                       : read_table(source, totals, progress, failed);
  if (!entities) return tl::unexpected(entities.error());
  const std::string pack = knowledge::make_pack(std::move(*entities), known);
  const auto made = knowledge::Pack::from_bytes(pack, target);
  if (!made) return tl::unexpected(made.error());
  totals.entities = (*made)->size();
  if (totals.entities == 0) return totals;  // what is there already is worth more
  if (auto written = write_whole(target, pack); !written) return tl::unexpected(written.error());
  if (dump) journal.remove();
  return totals;
}

}  // namespace synoptic::collect
