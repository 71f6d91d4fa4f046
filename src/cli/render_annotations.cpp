// What was recognised in an article, in its text for people, or as standoff for brat
// (https://brat.nlplab.org/standoff.html: offsets count characters).
#include <fmt/format.h>

#include <algorithm>

#include "cli/render.h"
#include "cli/terminal.h"
#include "text/utf8.h"

namespace synoptic::cli {
namespace {

struct Noted {
  uint32_t begin = 0, end = 0;  // bytes of the whole text
  std::string type, note;
};

// The title and the blocks as one text, and what stands where in it.
struct NotedText {
  std::string text;
  std::vector<Noted> notes;  // by place, longer ones first
};

std::string number(const model::Quantity& quantity) {
  std::string out = fmt::format("{} {}", quantity.kind, quantity.value);
  if (quantity.max) out += fmt::format("–{}", *quantity.max);
  if (quantity.of) out += fmt::format(" of {}", *quantity.of);
  for (const std::string* part : {&quantity.unit, &quantity.counted_class, &quantity.modifier}) {
    if (!part->empty()) out += " " + *part;
  }
  return out;
}

std::string stretch(const model::TimeMention& time) {
  if (time.precision == "unresolved") return time.precision;
  const std::string from = model::iso(time.from), to = model::iso(time.to);
  return from == to ? from : from + "/" + to;
}

NotedText noted(const model::Annotated& annotated) {
  const model::Article& article = annotated.article;
  NotedText made{article.title, {}};
  std::vector<uint32_t> begins;  // of each block
  for (const model::Block& block : article.blocks) {
    made.text += "\n\n";
    begins.push_back(static_cast<uint32_t>(made.text.size()));
    made.text += block.text;
  }
  const auto note = [&](const model::Place& at, std::string type, std::string what) {
    const bool title = at.block == model::kTitleBlock;
    if (!title && at.block >= begins.size()) return;
    const uint32_t base = title ? 0 : begins[at.block];
    made.notes.push_back(
        {base + at.range.begin, base + at.range.end, std::move(type), one_line(what)});
  };
  for (const auto& mention : annotated.mentions) {
    note(mention.at, std::string(model::entity_type_name(mention.type)), mention.entity);
  }
  for (const auto& quantity : annotated.quantities) note(quantity.at, "QUANTITY", number(quantity));
  for (const auto& time : annotated.times) note(time.at, "TIME", stretch(time));
  for (const auto& quote : annotated.quotes) {
    note(quote.at, "QUOTE",
         fmt::format("{} {}", quote.form, quote.speaker ? quote.speaker->name : "?"));
  }
  for (const auto& event : annotated.events) {
    note(event.trigger, "EVENT",
         fmt::format("{} {}", event.type.empty() ? event.action : event.type, event.modality));
  }
  for (const auto& outlook : annotated.outlooks) {
    const bool denied = outlook.polarity == model::Polarity::kNegative;
    note(outlook.at, "OUTLOOK", outlook.modality + (denied ? " not" : ""));
  }
  for (const auto& standing : annotated.standings) {
    note(standing.at, "STANDING",
         fmt::format("{} {} {} of {}", standing.subject.name, standing.rank,
                     standing.order + " " + standing.kind, standing.place.name));
  }
  std::stable_sort(made.notes.begin(), made.notes.end(), [](const Noted& a, const Noted& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  return made;
}

}  // namespace

std::string annotations_as_text(const model::Annotated& annotated) {
  const NotedText source = noted(annotated);
  std::string out;
  uint32_t at = 0;
  std::vector<const Noted*> open;  // innermost last
  const auto close_until = [&](uint32_t limit) {
    while (!open.empty() && open.back()->end <= limit) {
      const Noted& last = *open.back();
      out += source.text.substr(at, last.end - at);
      at = last.end;
      out += dim(fmt::format("|{}{}{}]", last.type, last.note.empty() ? "" : " ", last.note));
      open.pop_back();
    }
  };
  for (const Noted& note : source.notes) {
    if (note.end <= note.begin || note.end > source.text.size()) continue;
    close_until(note.begin);
    // Brackets do not cross: what sticks out of an open one is left to the JSON.
    if (!open.empty() && note.end > open.back()->end) continue;
    out += source.text.substr(at, note.begin - at);
    at = note.begin;
    out += dim("[");
    open.push_back(&note);
  }
  close_until(static_cast<uint32_t>(source.text.size()));
  return out + source.text.substr(at) + "\n";
}

std::string annotations_as_brat(const model::Annotated& annotated) {
  const NotedText source = noted(annotated);
  std::string out =
      fmt::format("# {} {}\n", annotated.article.id, one_line(annotated.article.title));
  size_t characters = 0;
  uint32_t counted = 0;  // bytes
  int number = 0;
  for (const Noted& note : source.notes) {
    if (note.end <= note.begin || note.end > source.text.size()) continue;
    const std::string_view text = source.text;
    characters += text::count_code_points(text.substr(counted, note.begin - counted));
    counted = note.begin;
    const std::string_view words = text.substr(note.begin, note.end - note.begin);
    ++number;
    out += fmt::format("T{}\t{} {} {}\t{}\n", number, note.type, characters,
                       characters + text::count_code_points(words), one_line(words));
    if (!note.note.empty()) {
      out += fmt::format("#{}\tAnnotatorNotes T{}\t{}\n", number, number, note.note);
    }
  }
  return out;
}

}  // namespace synoptic::cli
