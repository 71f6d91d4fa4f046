#include "flow/stories.h"

#include <sys/types.h>
#include <unistd.h>

#include <filesystem>

#include "flow/vectors.h"

namespace synoptic::flow {
namespace {

// In the folder of $TMPDIR; without a name, so that it goes with the program.
Result<std::FILE*> temporary_file() {
  std::error_code error;
  const auto folder = std::filesystem::temp_directory_path(error);
  std::string path =
      ((error ? std::filesystem::path("/tmp") : folder) / "synoptic-XXXXXX").string();
  const int file = mkstemp(path.data());
  if (file < 0) return failure(ErrorCode::kUnreadable, path, "cannot be made");
  unlink(path.c_str());
  return fdopen(file, "w+b");
}

tl::unexpected<Error> full() {
  return failure(ErrorCode::kUnreadable, "temporary file",
                 "cannot be written or read; is the disk full?");
}

}  // namespace

StoryStream::StoryStream(const Engine& engine) : grouper_(engine.knowledge) {
  grouper_.forget_changes();
}
StoryStream::StoryStream(StoryStream&&) noexcept = default;
StoryStream::~StoryStream() = default;

Result<StoryStream> StoryStream::open(const Engine& engine, bool with_evidence,
                                      const std::optional<Embedding>& embedding,
                                      std::function<void(const Error&)> failed) {
  StoryStream out(engine);
  out.vectors_ = std::make_unique<Vectors>(embedding, nullptr, std::move(failed));
  if (with_evidence) {
    auto file = temporary_file();
    if (!file) return tl::unexpected(file.error());
    out.sketches_.reset(*file);
  }
  return out;
}

Result<void> StoryStream::add(model::Annotated annotated) {
  waiting_.push_back(std::move(annotated));
  if (waiting_.size() < vectors_->batch()) return {};
  return group(std::exchange(waiting_, {}));
}

Result<void> StoryStream::group(const std::vector<model::Annotated>& articles) {
  std::vector<const model::Annotated*> members;
  for (const auto& annotated : articles) members.push_back(&annotated);
  auto vectors = vectors_->of(members);
  std::string sketch;
  for (size_t i = 0; i < articles.size(); ++i) {
    sketch.clear();
    grouper_.add(articles[i], std::move(vectors[i]), sketches_ ? &sketch : nullptr);
    if (sketch.empty()) continue;
    if (std::fwrite(sketch.data(), 1, sketch.size(), sketches_.get()) != sketch.size())
      return full();
    places_.emplace(articles[i].article.id, Place{written_, static_cast<uint32_t>(sketch.size())});
    written_ += sketch.size();
  }
  return {};
}

Result<std::vector<model::Story>> StoryStream::stories() {
  if (auto done = group(std::exchange(waiting_, {})); !done) return tl::unexpected(done.error());
  if (sketches_ && std::fflush(sketches_.get()) != 0) return full();
  return grouper_.stories();
}

Result<void> StoryStream::explain(model::Story& story) {
  std::vector<std::string> sketches;
  for (const auto& id : story.articles) {
    const Place place = places_.at(id);
    std::string& sketch = sketches.emplace_back(place.size, '\0');
    const ssize_t got = pread(fileno(sketches_.get()), sketch.data(), sketch.size(),
                              static_cast<off_t>(place.offset));
    if (got != static_cast<ssize_t>(place.size)) return full();
  }
  story.evidence = group::evidence(sketches);
  return {};
}

}  // namespace synoptic::flow
