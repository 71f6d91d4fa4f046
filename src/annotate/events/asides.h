// "X, who was arrested by Y in 2024, accused Z": behind a clause or a participle set between
// commas the sentence goes on with the subject before it. Private to the room.
#pragma once

#include <string_view>
#include <vector>

#include "annotate/events/clause.h"
#include "model/annotation.h"

namespace synoptic::annotate::syntax {

class Asides {
 public:
  explicit Asides(const model::Article& article) : article_(article) {}

  // Of the triggers of a sentence, from left to right. Behind an aside `bounds` begins at the comma
  // and `actor` is the subject before it again.
  void pass(const Sentence& sentence, const Trigger& trigger, Bounds& bounds,
            std::vector<model::Argument>& actor);

 private:
  const model::Article& article_;
  size_t opened_at_ = 0;  // the token that opens the last aside; 0: none is open
  std::vector<model::Argument> subject_;
};

// The subject of the words from a clause's beginning to `end`: their first name, or the words.
std::vector<model::Argument> subject_before_aside(const Sentence& sentence, size_t end,
                                                  const model::Article& article,
                                                  const std::vector<model::Argument>& actor);

}  // namespace synoptic::annotate::syntax
