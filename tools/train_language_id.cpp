// Trains the language model of src/text/language_id.h and measures it. The recipe and the scores
// stand in data/models/language_id.md.
//
//   train_language_id LABELS SIB200_FOLDER OUT.bin
//
// Naive Bayes over the n-grams of language_features.h, with the classes' totals made equal: then a
// class that never saw an n-gram gives every such n-gram the same weight, that weight can be left
// out, and the table is sparse. Deterministic; about a minute on one core.
// clang-format off
#include <cstdio>  // before CLD2, whose header needs it
// clang-format on

#include <cld2/public/compact_lang_det.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/strings.h"
#include "text/characters.h"
#include "text/language_features.h"
#include "text/language_id.h"
#include "text/language_model_format.h"

namespace {

using namespace synoptic;
using namespace synoptic::text;

constexpr double kSmoothing = 0.25;  // counts added to every n-gram of every class
constexpr double kUnit = 0.05;       // nats per step of a quantised weight
constexpr size_t kMostFeatures = 300000;
// A prior by rank, in nats: the world's news is not written evenly in 200 languages.
constexpr double kPrior[] = {0, 2.5, 1.2, 0};

struct Label {
  std::string file, language, script;
  int rank = 3;
};

struct Sentence {
  std::string text;
  std::string language;
};

struct ClassData {
  std::string language, script;
  int rank = 3;
  std::vector<std::string> train;
};

std::vector<Label> read_labels(const std::string& path) {
  std::ifstream in(path);
  std::vector<Label> labels;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const auto columns = split(line, '\t');
    if (columns.size() < 4) continue;
    labels.push_back({std::string(columns[0]), std::string(columns[1]), std::string(columns[2]),
                      columns[3][0] - '0'});
  }
  return labels;
}

std::string to_latin(const std::string& cyrillic) {
  UErrorCode status = U_ZERO_ERROR;
  static const std::unique_ptr<icu::Transliterator> converter(
      icu::Transliterator::createInstance("Serbian-Latin/BGN", UTRANS_FORWARD, status));
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(cyrillic);
  if (converter) converter->transliterate(text);
  std::string out;
  text.toUTF8String(out);
  return out;
}

std::vector<std::string> read_sentences(const std::string& folder, const Label& label,
                                        const char* part) {
  std::ifstream in(folder + "/" + label.file + "/" + part + ".tsv");
  std::vector<std::string> sentences;
  std::string line;
  std::getline(in, line);  // the header
  const bool latin = label.script == "Latn" && !label.file.ends_with("_Latn");
  while (std::getline(in, line)) {
    const auto columns = split(line, '\t');
    if (columns.size() < 3) continue;
    sentences.push_back(latin ? to_latin(std::string(columns[2])) : std::string(columns[2]));
  }
  return sentences;
}

ScriptCode gate_of(const std::string& script) {
  if (script == "Hans" || script == "Hant" || script == "Jpan") return han_script();
  if (script == "Kore") return USCRIPT_HANGUL;
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode code = USCRIPT_COMMON;
  uscript_getCode(script.c_str(), &code, 1, &status);
  return static_cast<ScriptCode>(code);
}

template <typename Visit>
void visit_features(const std::string& text, ScriptCode gate, Visit&& visit) {
  WordReader words(gate);
  words.read(text, [&](std::span<const char32_t> word) {
    if (gate == han_script()) {
      visit_han_ngrams(word, visit);
    } else {
      visit_word_ngrams(word, visit);
    }
  });
}

struct Feature {
  uint32_t hash = 0;
  std::vector<std::pair<uint8_t, int8_t>> weights;
  double worth = 0;
};

// Features of one script's classes. The weight of a class is log((n + a) / a): 0 where unseen.
void train_gate(const std::vector<ClassData>& classes, const std::vector<uint8_t>& members,
                ScriptCode gate, std::vector<Feature>& out) {
  std::unordered_map<uint32_t, std::vector<std::pair<uint8_t, float>>> counts;
  std::vector<double> totals(classes.size());
  double largest = 0;
  for (const uint8_t c : members) {
    for (const auto& sentence : classes[c].train) {
      visit_features(sentence, gate, [&](uint32_t hash) {
        auto& list = counts[hash];
        if (list.empty() || list.back().first != c) list.emplace_back(c, 0.f);
        list.back().second += 1;
        totals[c] += 1;
      });
    }
    largest = std::max(largest, totals[c]);
  }
  for (const auto& [hash, list] : counts) {
    double seen = 0;
    for (const auto& [c, count] : list) seen += count;
    if (seen < 2) continue;
    Feature feature{hash, {}, 0};
    double sum = 0, best = 0;
    std::vector<double> weights;
    for (const auto& [c, count] : list) {
      const double scaled = count * largest / totals[c];
      weights.push_back(std::log((scaled + kSmoothing) / kSmoothing));
      sum += weights.back();
      best = std::max(best, weights.back());
    }
    // What all classes have in common tells nothing; it is taken off.
    const bool everywhere = list.size() == members.size();
    const double least = everywhere ? *std::min_element(weights.begin(), weights.end()) : 0;
    const double mean = sum / static_cast<double>(members.size());
    double spread = 0;
    for (size_t i = 0; i < list.size(); ++i) {
      const int step = static_cast<int>(std::lround((weights[i] - least) / kUnit));
      if (step > 0) feature.weights.emplace_back(list[i].first, std::min(step, 127));
      spread += std::fabs(weights[i] - mean);
    }
    feature.worth = seen * spread / static_cast<double>(list.size());
    if (!feature.weights.empty()) out.push_back(std::move(feature));
  }
}

std::string serialise(const std::vector<ClassData>& classes, std::vector<Feature>& features) {
  std::sort(features.begin(), features.end(), [](const Feature& a, const Feature& b) {
    return a.worth != b.worth ? a.worth > b.worth : a.hash < b.hash;
  });
  if (features.size() > kMostFeatures) features.resize(kMostFeatures);
  std::sort(features.begin(), features.end(),
            [](const Feature& a, const Feature& b) { return a.hash < b.hash; });
  // Two scripts can share a hash only by chance: keep the first.
  features.erase(std::unique(features.begin(), features.end(),
                             [](const Feature& a, const Feature& b) { return a.hash == b.hash; }),
                 features.end());
  std::string bytes;
  const auto put = [&](const auto& value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
  };
  ModelHeader header;
  header.class_count = static_cast<uint32_t>(classes.size());
  // Two thirds full at most.
  const auto bits = static_cast<unsigned>(std::bit_width(features.size() * 3 / 2));
  std::vector<ModelBucket> buckets(size_t{1} << bits);
  header.bucket_count = static_cast<uint32_t>(buckets.size());
  for (const auto& feature : features) {
    const auto count = static_cast<uint32_t>(feature.weights.size());
    if (count == 0) continue;
    size_t bucket = feature.hash >> (32 - bits);
    while (buckets[bucket].weight != 0) bucket = (bucket + 1) & (buckets.size() - 1);
    buckets[bucket] = {feature.hash, header.weight_count << 8 | count};
    header.weight_count += count;
  }
  header.unit = static_cast<uint32_t>(kUnit * 65536);
  put(header);
  for (const auto& data : classes) {
    ModelClass row;
    std::copy(data.language.begin(), data.language.end(), row.language.begin());
    std::copy(data.script.begin(), data.script.end(), row.script.begin());
    row.bias = static_cast<int32_t>(std::lround(kPrior[data.rank] / kUnit));
    put(row);
  }
  for (const ModelBucket& bucket : buckets) put(bucket);
  for (const auto& feature : features) {
    for (const auto& [target, value] : feature.weights) put(target);
  }
  for (const auto& feature : features) {
    for (const auto& [target, value] : feature.weights) put(value);
  }
  return bytes;
}

// The first `words` words; of a text without blanks five characters stand for a word.
std::string front_of(const std::string& text, size_t words) {
  size_t blanks = 0, at = 0, characters = 0;
  const bool spaceless =
      std::count(text.begin(), text.end(), ' ') < static_cast<long>(text.size() / 60);
  while (at < text.size()) {
    if (spaceless ? characters / 3 >= words : blanks >= words) break;
    if (text[at] == ' ') ++blanks;
    ++at;
    while (at < text.size() && text::is_trail(text[at])) ++at;
    ++characters;
  }
  return text.substr(0, at);
}

std::string peer_guess(const std::string& text) {
  bool reliable = false;
  const CLD2::Language language =
      CLD2::DetectLanguage(text.data(), static_cast<int>(text.size()), true, &reliable);
  std::string code = CLD2::LanguageCode(language);
  static const std::map<std::string, std::string> kOld{
      {"iw", "he"}, {"jw", "jv"},  {"in", "id"}, {"zh-Hant", "zh"},
      {"no", "nb"}, {"fil", "tl"}, {"ji", "yi"}};
  const auto found = kOld.find(code);
  return found == kOld.end() ? code : found->second;
}

// Norwegian's two forms, and Bosnian, Croatian, Serbian are told apart by us and not always by the
// peer: it is given them as one.
bool same_for_peer(const std::string& guess, const std::string& truth) {
  const auto group = [](const std::string& code) {
    if (code == "nb" || code == "nn" || code == "no") return std::string("no");
    if (code == "bs" || code == "hr" || code == "sr") return std::string("sh");
    return code;
  };
  return group(guess) == group(truth);
}

void evaluate(const LanguageId& model, const std::vector<Sentence>& test,
              const std::vector<Label>& labels, const char* part) {
  std::map<std::string, int> rank;
  for (const auto& label : labels) rank[label.language] = label.rank;
  std::map<std::string, bool> peer_knows;
  for (const auto& sentence : test) {
    if (same_for_peer(peer_guess(sentence.text), sentence.language)) {
      peer_knows[sentence.language] = true;
    }
  }
  std::printf("%s\n%-10s %8s %8s %8s | %10s %8s\n", part, "length", "all", "rank 1", "rank 1-2",
              "peer's own", "CLD2");
  for (const size_t words : {size_t{2}, size_t{5}, size_t{10}, size_t{1000}}) {
    double right[4] = {}, count[4] = {}, peer = 0;
    for (const auto& sentence : test) {
      const std::string text = front_of(sentence.text, words);
      const bool ok = model.identify(text).language == sentence.language;
      const int r = rank[sentence.language];
      const auto tally = [&](int slot) { right[slot] += ok, count[slot] += 1; };
      tally(0);
      if (r == 1) tally(1);
      if (r <= 2) tally(2);
      if (peer_knows[sentence.language]) {
        count[3] += 1;
        right[3] += same_for_peer(std::string(model.identify(text).language), sentence.language);
        peer += same_for_peer(peer_guess(text), sentence.language);
      }
    }
    const std::string length = words < 1000 ? std::to_string(words) + " words" : "sentence";
    std::printf("%-10s %8.2f %8.2f %8.2f | %10.2f %8.2f\n", length.c_str(),
                100 * right[0] / count[0], 100 * right[1] / count[1], 100 * right[2] / count[2],
                100 * right[3] / count[3], 100 * peer / count[3]);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: train_language_id LABELS SIB200_FOLDER OUT.bin\n", stderr);
    return 1;
  }
  const auto labels = read_labels(argv[1]);
  std::map<std::pair<std::string, std::string>, size_t> index;
  std::vector<ClassData> classes;
  std::vector<Sentence> dev, test;
  for (const auto& label : labels) {
    const auto [at, fresh] = index.try_emplace({label.language, label.script}, classes.size());
    if (fresh) classes.push_back({label.language, label.script, label.rank, {}});
    for (auto& text : read_sentences(argv[2], label, "train")) {
      classes[at->second].train.push_back(std::move(text));
    }
    for (auto& text : read_sentences(argv[2], label, "dev")) dev.push_back({text, label.language});
    for (auto& text : read_sentences(argv[2], label, "test"))
      test.push_back({text, label.language});
  }
  std::map<ScriptCode, std::vector<uint8_t>> gates;
  for (size_t c = 0; c < classes.size(); ++c) {
    gates[gate_of(classes[c].script)].push_back(static_cast<uint8_t>(c));
  }
  std::vector<Feature> features;
  for (const auto& [gate, members] : gates) {
    if (members.size() > 1) train_gate(classes, members, gate, features);
    std::fprintf(stderr, "script %d: %zu classes, %zu n-grams so far\n", gate, members.size(),
                 features.size());
  }
  const std::string bytes = serialise(classes, features);
  std::ofstream(argv[3], std::ios::binary) << bytes;
  const auto model = LanguageId::from_bytes(bytes);
  if (!model) {
    std::fprintf(stderr, "%s\n", model.error().message().c_str());
    return 2;
  }
  std::printf("%zu classes, %zu n-grams, %zu bytes\n", classes.size(), features.size(),
              bytes.size());
  evaluate(*model, dev, labels, "dev");
  evaluate(*model, test, labels, "test");
}
