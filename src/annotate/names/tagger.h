// Finds names in a text by what they look like and what stands around them: a linear-chain model
// over the features of tagger_features.h. It knows no entity; it tells persons, organisations and
// places apart, in any language. The same text gives the same names. Private to the room.
#pragma once

#include <string_view>
#include <vector>

#include "annotate/names/tagger_doubt.h"
#include "annotate/names/tagger_features.h"
#include "annotate/names/tagger_model.h"
#include "annotate/names/tagger_path.h"
#include "base/span.h"
#include "model/annotation.h"

namespace synoptic::annotate {

model::EntityType entity_type(NameType type);  // a place is a region

struct TaggedName {
  Range range;
  NameType type = NameType::kPerson;
  float margin = 0;  // by how much the type wins against the others and against none, in nats
  bool whole = false;  // the words around it say where it begins and ends
};

class Tagger {
 public:
  // The model of data/models/tagger.bin; nullptr: there is none.
  static const Tagger* embedded();
  explicit Tagger(TaggerModel model);

  // Appends the names of each of the sentences of `text`, in order.
  void tag(std::string_view text, const std::vector<Range>& sentences, std::string_view language,
           std::vector<TaggedName>& names) const;

 private:
  TaggerModel model_;
  std::vector<TransitionRows> transitions_;  // by the kind of the sentence
  std::vector<NameCosts> costs_;             // the same
};

}  // namespace synoptic::annotate
