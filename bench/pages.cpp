#include "pages.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include "base/strings.h"
#include "text/utf8.h"

namespace synoptic::bench {
namespace {

namespace fs = std::filesystem;
using simdjson::dom::element;

std::string string_at(const element& row, std::string_view key) {
  std::string_view text;
  return row.at_key(key).get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

// Some sets keep pages as bytes, one code point each.
std::string page_bytes(const element& row) {
  std::string html = string_at(row, "html");
  if (string_at(row, "html_encoding") != "latin-1-bytes") return html;
  std::string bytes;
  for (size_t at = 0; at < html.size();) {
    const text::CodePoint c = text::decode(html, at);
    bytes += static_cast<char>(c.value);
    at += c.length;
  }
  return bytes;
}

struct CloseFile {
  bool is_pipe;
  void operator()(std::FILE* file) const { is_pipe ? ::pclose(file) : std::fclose(file); }
};

std::string repeat(std::string_view piece, size_t times) {
  std::string out;
  while (times-- > 0) out += piece;
  return out;
}

PageSet made(std::string name, std::string body) {
  std::string bytes = "<!doctype html><html><head><title>t</title></head><body>" + body;
  return {name, {{name, "", std::move(bytes)}}};
}

}  // namespace

bool for_each_page(const std::string& path, const std::function<void(const Page&)>& use) {
  if (!fs::exists(path)) return false;
  const bool packed = path.ends_with(".zst");
  const std::string command = "zstd -dc --long=27 '" + path + "'";
  const std::unique_ptr<std::FILE, CloseFile> file(
      packed ? ::popen(command.c_str(), "r") : std::fopen(path.c_str(), "r"), CloseFile{packed});
  if (!file) return false;
  simdjson::dom::parser parser;
  char* line = nullptr;
  size_t room = 0, count = 0;
  for (ssize_t size; (size = ::getline(&line, &room, file.get())) > 0;) {
    element row;
    if (parser.parse(line, static_cast<size_t>(size)).get(row) != simdjson::SUCCESS) continue;
    use({string_at(row, "id"), string_at(row, "url"), page_bytes(row)});
    ++count;
  }
  std::free(line);
  return count > 0;
}

std::vector<PageSet> page_sets(const std::string& samples) {
  std::vector<PageSet> sets;
  if (const char* paths = std::getenv("SYNOPTIC_PAGES"); paths != nullptr) {
    for (const auto path : split_trimmed(paths, ':')) {
      PageSet set{fs::path(path).stem().string(), {}};
      const auto keep = [&](const Page& page) { set.pages.push_back(page); };
      if (!for_each_page(std::string(path), keep)) fmt::print(stderr, "cannot read {}\n", path);
      if (!set.pages.empty()) sets.push_back(std::move(set));
    }
  }
  if (!sets.empty()) return sets;
  PageSet set{"samples", {}};
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(samples)) {
    if (entry.path().extension() == ".html") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const auto& path : files) {
    std::ifstream file(path, std::ios::binary);
    set.pages.push_back(
        {path.filename().string(), "", std::string(std::istreambuf_iterator<char>(file), {})});
  }
  return {std::move(set)};
}

std::vector<PageSet> made_sets() {
  std::vector<PageSet> sets;
  sets.push_back(made("deep", repeat(repeat("<div>", 200) + "x" + repeat("</div>", 200), 80)));
  sets.push_back(made("tables", repeat("<table><tr>" + repeat("<td>a<td><b>b</b>", 20) +
                                           "<tr><td><table><tr><td>c</table></table>",
                                       400)));
  sets.push_back(
      made("attributes",
           repeat("<p class='a b c' id=x data-long-name=\"some words that stand in quotes\" "
                  "style='color:red;margin:0' title=\"a &amp; b\"><a href=/a/b?c=d&e=f "
                  "rel=nofollow target=_blank>link</a></p>\n",
                  1500)));
  sets.push_back(made("references", repeat("<p>a &amp; b &lt;c&gt; &eacute;t&eacute; &#8217;s "
                                           "&nbsp;&mdash; &notit; &#x4e00;&unknown;</p>\n",
                                           3000)));
  sets.push_back(
      made("text", repeat("<p>" + repeat("Plain words of an article. ", 40) + "</p>\n", 300)));
  sets.push_back(made("misnested", repeat("<p><b>one<i>two</b>three</i><a>four<a>five</p>six<li>"
                                          "seven<ul><li>eight</ul>",
                                          1500)));
  sets.push_back(made("script", repeat("<script>var a = '<b>' + \"</b>\"; if (a < 1) { f(); }"
                                       "</script><style>p > a { color: red }</style>",
                                       2000)));
  return sets;
}

}  // namespace synoptic::bench
