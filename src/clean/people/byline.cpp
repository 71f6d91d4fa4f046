#include "clean/people/byline.h"

#include <algorithm>
#include <utility>

#include "base/strings.h"
#include "clean/cue_match.h"
#include "clean/page_words.h"
#include "clean/people/agency_sign.h"
#include "clean/people/author_words.h"
#include "clean/people/bare_names.h"
#include "clean/people/byline_facts.h"
#include "clean/people/byline_items.h"
#include "clean/people/byline_labels.h"
#include "clean/people/name_places.h"
#include "clean/people/name_words.h"
#include "clean/people/people.h"
#include "clean/people/report_heads.h"
#include "knowledge/calendar.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using knowledge::DateMatch;
using knowledge::Knowledge;

constexpr uint32_t kWidest = 200;
constexpr uint32_t kWidestName = BylineLabels::kWidestName;

constexpr uint32_t kMostWordsOfProse = 18;
constexpr uint32_t kMostWordsOfOutlet = 5;

class BylineParser {
 public:
  BylineParser(const Line& line, const Knowledge& knowledge, std::string_view lang)
      : line_(line),
        text_(line.piece.text),
        knowledge_(knowledge),
        labels_(line, knowledge),
        lang_(lang),
        dates_(byline_dates(text_, lang, line.folded)),
        parted_(is_parted_line(text_)),
        facts_(line) {
    // "9 June 2026 (12:15)".
    const bool open = std::any_of(dates_.begin(), dates_.end(), [&](const DateMatch& date) {
      const auto rest = text::trim_space(std::string_view(text_).substr(date.range.end));
      return date.value.precision == model::Precision::kDay &&
             (rest.starts_with('(') || rest.starts_with("（"));
    });
    if (open) dates_ = byline_dates(with_open_times(text_), lang);
    if (dates_.size() == 1 && cue_inside(knowledge, "updated_label", line)) {
      if (auto change = change_without_year(text_, dates_[0], lang)) dates_.push_back(*change);
    }
  }

  std::optional<Byline> parse() {
    if (dates_.empty() && !labels_.has_any(dates_)) return std::nullopt;
    if (is_sentence() && line_.words > kMostWordsOfProse) return std::nullopt;
    const uint32_t begin = read_poster();
    for (const BylineItem& item : byline_items(line_, knowledge_, dates_, begin)) {
      if (item.date != nullptr)
        add_date(*item.date);
      else
        add_words(item.range);
    }
    if (!accepted()) return std::nullopt;
    found_.date_only = !found_.dates.empty() && words_seen_ == 0;
    return std::move(found_);
  }

 private:
  std::optional<CueHit> front(std::string_view kind, const Line& part) const {
    return labels_.front(kind, part);
  }
  Range range_of(std::string_view part) const { return labels_.range_of(part); }
  // Words of the line as a line of their own.
  Line line_of(std::string_view words) const { return measure(cut(line_.piece, range_of(words))); }

  // Items between strokes, the last of them a time like "10:00 a.m.", are none.
  bool is_sentence() const {
    const bool ends_with_time = !dates_.empty() && dates_.back().range.end + 1 >= text_.size() &&
                                text_.find(" | ") != std::string::npos;
    return is_strong_prose(line_) && !ends_with_time;
  }

  uint32_t read_poster() {
    const auto hit = labels_.poster(dates_);
    if (!hit || front("published_label", line_)) return 0;  // "First published on" is nobody
    std::string_view name = text::trim_space(std::string_view(text_).substr(0, hit->range.begin));
    model::Author author;
    if (const size_t open = name.rfind('('); open != std::string_view::npos && open > 0) {
      const std::string_view inner = name.substr(open + 1);
      const size_t digits = inner.find_first_not_of("0123456789");
      if (digits != 0 && digits != std::string_view::npos && inner[digits] == ')') {
        author.user_id = inner.substr(0, digits);
        name = text::trim_space(name.substr(0, open));
      }
    }
    if (const Line part = line_of(name); const auto label = front("author_label", part)) {
      name.remove_prefix(std::min<size_t>(label->rest.begin, name.size()));
    }
    // "Anna Berg · Published on …": two items, no sentence.
    if (ends_with_separator(name)) return 0;
    if (name.empty()) return hit->range.end;
    if (begins_as_outlet(knowledge_, name)) {
      facts_.set_publisher(name);
      return hit->range.end;
    }
    author.role = hit->cue->value.empty() ? "editor" : hit->cue->value;
    facts_.add_author(name, std::move(author));
    return hit->range.end;
  }

  void add_date(const DateMatch& match) {
    // "18 January | As of: 19 January": what a label dates later than a bare day before it changed.
    if (role_ == "published" && !found_.dates.empty() && found_.dates.front().where == "byline" &&
        model::days_from_civil(found_.dates.front().value) < model::days_from_civil(match.value)) {
      role_ = "modified";
    }
    facts_.add_date(match, role_);
    timed_ |= match.value.precision >= model::Precision::kHour;
    date_width_ += width_of(match.range.of(text_));
    role_.clear();
  }

  void add_words(Range range) {
    const Line part = measure(cut(line_.piece, range));
    if (!part.has_key()) return;
    const auto begin =
        static_cast<uint32_t>(text::trim_space(range.of(text_)).data() - text_.data());
    const auto rest_of = [&](const CueHit& hit) {
      return text::trim_space(
          std::string_view(text_).substr(begin + hit.rest.begin, hit.rest.size()));
    };
    if (const auto hit = front("updated_label", part)) {
      return set_role("modified", rest_of(*hit), hit->colon);
    }
    if (const auto hit = front("published_label", part)) {
      const std::string_view rest = rest_of(*hit);
      if (add_poster(rest)) return set_role("published", {}, hit->colon);
      return set_role("published", rest, hit->colon);
    }
    if (const auto hit = front("source_label", part); hit && (hit->colon || !dates_.empty())) {
      const std::string_view name = rest_of(*hit);
      if (!name.empty()) facts_.add_origin(name);
      return;
    }
    if (const auto hit = front("author_label", part)) {
      if (is_desk(knowledge_, part.piece.text) || is_desk(knowledge_, rest_of(*hit))) {
        desk_ |= hit->parted;
        return;
      }
      std::string_view name = labels_.before_photographer(rest_of(*hit));
      if (hit->cue->value == "account") name = before_account(name);
      if (whole_cue(knowledge_, "no_author", name) != nullptr) return;  // "기자 페이지": a button
      if (!name.empty()) add_names(name, hit->colon, hit->parted);
      // "By - Name"; "Name, correspondent, place" has its name.
      awaits_name_ = name.empty() && found_.authors.empty();
      return;
    }
    if (const auto hit = front("editor_label", part)) return add_editor(rest_of(*hit));
    if (const auto hit = has_colon(part.piece.text) ? front("publisher_label", part) : std::nullopt;
        hit && hit->colon) {
      const std::string_view name = rest_of(*hit);
      if (name.empty() || width_of(name) > kWidestName) return;
      facts_.set_publisher(name);
      return;
    }
    if (labels_.is_chaff(part)) return;
    const auto glue = front("byline_glue", part);  // "The Harbour Post" has one in front, too
    if (glue && !names_outlet(knowledge_, text::trim_space(range.of(text_)))) {
      // "The mayor resigned on 12 March" has an article in front, and is no "the 12 March".
      if (labels_.has_common_word(rest_of(*glue))) unknown_ += part.width;
      return;
    }
    if (is_of_other_calendar(part)) return;
    ++words_seen_;
    const std::string_view words = text::trim_space(range.of(text_));
    if (std::exchange(awaits_name_, false) && BylineLabels::may_name(words))
      return add_names(words, true, true);
    add_unknown(part, words);
  }

  // "Posted by Name on" in front of the day.
  bool add_poster(std::string_view words) {
    if (words.empty()) return false;
    const Line part = line_of(words);
    const auto label = front("author_label", part);
    if (!label || !label->parted || label->rest.empty()) return false;
    std::string_view name = words.substr(label->rest.begin);
    for (size_t blank = name.rfind(' '); blank != name.npos; blank = name.rfind(' ')) {
      if (!whole_cue(knowledge_, "byline_glue", name.substr(blank + 1))) break;
      name = text::trim_space(name.substr(0, blank));
    }
    if (!BylineLabels::may_name(name)) return false;
    add_names(name, label->colon, true);
    return true;
  }

  // "原创 Name Account": the last is whose page it is, and where nothing stands in front of it the
  // text is its own.
  std::string_view before_account(std::string_view words) {
    const size_t blank = words.rfind(' ');
    const std::string_view account = blank == words.npos ? words : words.substr(blank + 1);
    if (!account.empty() && !found_.publisher) {
      facts_.set_publisher(account);
    }
    return blank == words.npos ? std::string_view{} : text::trim_space(words.substr(0, blank));
  }

  // "12 شعبان 1446 هـ", beside the day of our calendar.
  bool is_of_other_calendar(const Line& part) const {
    if (dates_.empty() || has_case(part.piece.text) || !text::has_digit(part.piece.text)) {
      return false;
    }
    const auto found =
        knowledge::find_dates(part.piece.text, {.lang = lang_, .allow_partial = true});
    return std::any_of(found.begin(), found.end(), [](const DateMatch& date) {
      return date.calendar != knowledge::Calendar::kGregorian;
    });
  }

  void add_editor(std::string_view name) {
    if (name.empty() || width_of(name) > kWidestName) return;
    if (has_case(name) && !looks_like_person(name)) return;
    facts_.add_editor(name);
  }

  void set_role(std::string_view role, std::string_view rest, bool colon) {
    // "10:00 updated": the label stands behind its date.
    const bool behind = !found_.dates.empty() && rest.empty() &&
                        found_.dates.size() == dates_.size() && role_.empty();
    if (behind) {
      found_.dates.back().role = role;
      found_.dates.back().where = "label";
    } else {
      role_ = role;
    }
    labelled_ = true;
    colon_ |= colon;
    // Behind a label without its colon stands a date; other words speak against the label.
    if (rest.empty()) return;
    // "2 hours ago"; "Posted abroad: 300 soldiers leave" is a headline.
    const bool counted = dates_.empty() && text::has_digit(rest) && rest.find(": ") == rest.npos;
    unknown_ += colon || counted ? 0 : width_of(rest);
    undated_ |= counted;
  }

  void add_names(std::string_view names, bool colon, bool parted) {
    // "A and B": the joining words are a table of their own.
    const std::string padded(names);
    size_t cut_at = std::string::npos, cut_size = 0;
    for (const knowledge::Cue& cue : knowledge_.cues("name_joiner")) {
      const std::string word = " " + cue.text + " ";
      const size_t at = padded.find(word);
      if (at < cut_at) cut_at = at, cut_size = word.size();
    }
    if (const auto joint = labels_.glued_joint(names); joint && joint->begin < cut_at) {
      cut_at = joint->begin, cut_size = joint->size();
    }
    std::string_view first = without_place_behind(knowledge_, names.substr(0, cut_at));
    if (const auto agency = agency_behind_name(first, knowledge_); !agency.empty()) {
      facts_.add_origin(agency);
      first = text::trim_space(first.substr(0, first.size() - agency.size()));
    }
    const bool cased = has_case(first);
    // "By Anna Smith and dpa": the agency is no person.
    if (authored_ && cut_at == std::string::npos && names_agency(knowledge_, first)) {
      return facts_.add_origin(text::trim_space(first));
    }
    // "张三 李四": two to four signs each, with blanks between them.
    if (parts_names(lang_) && is_parted_name(first, true)) {
      facts_.add_author(first);
      authored_ |= parted;
    } else if (const auto each = names_of_signs(first, knowledge_); each.size() > 1) {
      for (const std::string_view name : each) {
        facts_.add_author(name);
        // Two signs set as wide as three.
        std::string& written = found_.authors.back().name;
        for (const std::string_view blank : {" ", "　"}) {
          if (const size_t at = written.find(blank); at != written.npos) {
            written.erase(at, blank.size());
          }
        }
      }
      authored_ |= parted;
    } else if ((!cased || colon || looks_like_person(first) ||
                labels_.is_user_link(range_of(first))) &&
               width_of(first) <= kWidestName) {
      facts_.add_author(text::trim_space(first));
      // 记者 glued to what follows is a byline only beside a date.
      authored_ |= parted;
    } else {
      unknown_ += width_of(first);
    }
    if (cut_at != std::string::npos) {
      add_names(names.substr(cut_at + cut_size), colon, parted);
    }
  }

  // "作者：A、B": the second stands behind a sign that parts the members of a list.
  bool is_listed(std::string_view words) const {
    const std::string_view before =
        text::trim_space(std::string_view(text_).substr(0, range_of(words).begin));
    return authored_ && !found_.authors.empty() && before.ends_with("、") &&
           before.ends_with(found_.authors.back().name + "、") &&
           names_of_signs(words, knowledge_).size() == 1;
  }

  // "10:15 Name 4517 12" of a person: how often the page was read, whose pictures are gone.
  std::string_view without_numbers(std::string_view words) const {
    if (BylineLabels::without_counter(words).size() < words.size()) return words;
    const std::string_view name = BylineLabels::without_numbers(words);
    const bool person = looks_like_person(name) || !names_of_signs(name, knowledge_).empty();
    return timed_ && person && !names_outlet(knowledge_, words) ? name : words;
  }

  // "長岡 みのり" beside the day and the hour.
  bool is_parted_writer(std::string_view words) const {
    const bool to_the_hour = std::any_of(dates_.begin(), dates_.end(), [](const DateMatch& date) {
      return date.value.precision >= model::Precision::kHour;
    });
    return to_the_hour && parts_names(lang_) && is_parted_name(words, true) &&
           !names_outlet(knowledge_, words) && knowledge_.find_by_name(words).empty();
  }

  // "記者王小明／台南報導": where it was reported from, behind who did.
  bool closes_report_head(const Line& part, std::string_view words) const {
    constexpr uint32_t kWidest = 24;
    return dates_.empty() && !found_.authors.empty() && part.width <= kWidest &&
           text::is_spaceless(text::decode(words, 0).value) &&
           name_words().ends("agency_given", words) && range_of(words).end == text_.size();
  }

  void add_unknown(const Line& part, std::string_view words) {
    if (const auto name = labels_.without_buttons(words); timed_ && name.size() < words.size()) {
      return add_unknown(line_of(name), name);
    }
    if (const auto name = without_numbers(words); name.size() < words.size()) {
      return add_unknown(line_of(name), name);
    }
    if (is_listed(words)) return facts_.add_author(words);
    if (is_parted_writer(words)) return facts_.add_author(words);
    if (closes_report_head(part, words)) {
      authored_ = true;
      return;
    }
    if (!dates_.empty() && numbers_page(words)) return;
    if (is_desk(knowledge_, words)) return;
    const std::string_view uncounted = BylineLabels::without_counter(words);
    if (const auto name = BylineLabels::without_mail(uncounted); name.size() < words.size()) {
      if (!name.empty()) add_unknown(line_of(name), name);
      return;
    }
    if (const auto name = labels_.without_suffix(part, words);
        !name.empty() && part.words <= 6 && part.width <= kWidestName) {
      facts_.add_author(name);
      authored_ = true;
      return;
    }
    if (labels_.is_user_link(range_of(words)) && width_of(words) <= kWidestName) {
      // Behind the author and the day stand links to sections and to people of the article.
      if (!authored_ || found_.dates.empty()) facts_.add_author(words);
      return;
    }
    // "By A, B": a list of links.
    if (authored_ && found_.dates.empty() && !found_.authors.empty() &&
        !found_.authors.back().url.empty() && labels_.is_linked(range_of(words)) &&
        looks_like_person(words)) {
      facts_.add_author(words);
      return;
    }
    if (const auto agency = agency_behind_joiner(knowledge_, words); !agency.empty())
      return facts_.add_origin(agency);
    if (follows_author(part, words)) return facts_.add_author(words);
    // "NDR Info berichtete darüber" has the outlet's word as well.
    const bool is_outlet =
        (names_outlet(knowledge_, words) &&
         (part.words <= kMostWordsOfOutlet || !labels_.has_common_word(words))) ||
        (!dates_.empty() &&
         (ends_as_outlet(knowledge_, words) || begins_as_outlet(knowledge_, words)));
    if (is_outlet) {
      if (!found_.publisher) {
        facts_.set_publisher(words);
      }
      return;
    }
    // "Lima, 9 June 2026", "9 June 2026 10:00 Lima": where it was written.
    if (!dates_.empty() && names_place(knowledge_, words) &&
        (range_of(words).end <= dates_.front().range.begin ||
         dates_.front().value.precision >= model::Precision::kMinute)) {
      return;
    }
    // "No. 4812 - Year 14 - Thursday 19 June 2026": the head of a paper.
    if (!dates_.empty() && dates_.front().weekday_agrees && text::has_digit(words) &&
        part.words <= 3 && part.width <= 24) {
      numbered_ = true;
      return;
    }
    // "Name, San Somewhere, 9 June 2026": a place that nobody knows by name.
    if (const auto hit = cue_in_front(knowledge_, "place_front", part);
        hit && hit->parted && !found_.authors.empty()) {
      return;
    }
    const bool beside_date = !dates_.empty() && looks_like_person(words);
    if (beside_date) {
      maybe_author_ = true;
      for (const Range name : names_in(knowledge_, words)) {
        facts_.add_author(text::trim_space(name.of(words)));
      }
      return;
    }
    if (parted_ && !dates_.empty() && found_.authors.empty() &&
        may_be_bare_name(knowledge_, part, words)) {
      return facts_.add_author(words);
    }
    unknown_ += part.width;
    const bool counts = text::has_digit(words) && words.find(' ') != words.npos;  // "3 min"
    if (part.words >= 2 && part.words <= 5 && !counts && !has_colon(words) &&
        knowledge_.find_by_name(words).empty()) {
      unknown_name_ = words;
    }
  }

  // "كتب: A - B", in scripts without capitals: no job, place or outlet.
  bool follows_author(const Line& part, std::string_view words) const {
    return authored_ && found_.dates.empty() && !found_.authors.empty() && !has_case(words) &&
           part.words >= 2 && part.words <= 4 && BylineLabels::may_name(words) &&
           range_of(words).end == text_.size() && !names_outlet(knowledge_, words) &&
           !names_place(knowledge_, words) && !cue_inside(knowledge_, "job_title", part);
  }

  bool accepted() {
    const uint32_t width = std::max(line_.width, 1u);
    if (found_.dates.empty()) {
      // Labels without a date: "By …", "Updated 2 hours ago".
      const bool told = authored_ || (desk_ && found_.publisher) || labels_.names_publisher() ||
                        labels_.has_poster(dates_) || front("editor_label", line_) ||
                        (labelled_ && undated_ && line_.width <= 60);
      return told && !line_.prose && unknown_ <= 25 && line_.width <= 120;
    }
    if (labelled_ && date_width_ > 0 && !is_sentence()) {
      return unknown_ <= (colon_ ? 60u : 25u);
    }
    // Headlines give no clock time; a name beside a bare date may be part of a headline too.
    const uint32_t percent = timed_ || numbered_ ? 55 : 25;
    const uint32_t unknown = unknown_ + (maybe_author_ && !timed_ && line_.full_stop ? 40 : 0);
    if (unknown * 100 > width * percent) return false;
    if (timed_ && !found_.publisher && !unknown_name_.empty()) {
      facts_.set_publisher(unknown_name_);
    }
    return true;
  }

  const Line& line_;
  const std::string& text_;
  const Knowledge& knowledge_;
  const BylineLabels labels_;
  const std::string_view lang_;
  std::vector<DateMatch> dates_;
  const bool parted_;  // its items stand between dots or strokes
  BylineFacts facts_;
  Byline& found_ = facts_.found;
  std::string role_;  // of the next date, where a label said so
  std::string_view unknown_name_;
  uint32_t unknown_ = 0;  // width of words that nothing explains
  uint32_t date_width_ = 0;
  uint32_t words_seen_ = 0;
  bool colon_ = false, undated_ = false;  // what the label was like
  bool timed_ = false, labelled_ = false, authored_ = false, maybe_author_ = false;
  bool desk_ = false;         // "By the newsroom"
  bool numbered_ = false;     // an item says which issue it is
  bool awaits_name_ = false;  // behind a label of authors and a dash
};

}  // namespace

std::optional<Byline> parse_byline(const Line& line, const Knowledge& knowledge,
                                   std::string_view lang) {
  if (line.width > kWidest || !line.has_key() || line.lead_in) return std::nullopt;
  const bool parted = line.piece.text.find(" | ") != std::string::npos;
  if (is_strong_prose(line) && line.words > kMostWordsOfProse && !parted) return std::nullopt;
  return BylineParser(line, knowledge, lang).parse();
}

}  // namespace synoptic::clean
