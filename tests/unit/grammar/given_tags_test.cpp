// SPDX-License-Identifier: Apache-2.0
#include "topos/grammar/given_tags.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "topos/text/conllu_text.hpp"

namespace {

using namespace topos;

bool has_tags(const std::string& rows) {
  const StructuredText text = text_of_vrt("<text>\n" + rows + "</text>\n", "x.vrt");
  return GivenTags(text.given).any();
}

}  // namespace

TEST_CASE("names of tags are those of the Penn Treebank and of TreeTagger") {
  for (const auto& one : {std::pair("NN", Tag::nn),
                          {"PRP$", Tag::prp},
                          {"VVZ", Tag::vbz},
                          {"VH", Tag::vb},
                          {"VBP", Tag::vbp},
                          {"IN/that", Tag::in},
                          {"NPS", Tag::nnps},
                          {"-LRB-", Tag::punc},
                          {"``", Tag::punc},
                          {"SENT", Tag::punc},
                          {"$", Tag::punc},
                          {"TO", Tag::to}}) {
    CAPTURE(one.first);
    CHECK(penn_tag(one.first) == one.second);
  }
  for (const char* name : {"", "nn", "NOUN", "PUNC", "OF", "NN1", "VVX", "V", "a", "PP$$"}) {
    CAPTURE(name);
    CHECK_FALSE(penn_tag(name));
  }
  CHECK(universal_tags("VERB").front() == Tag::vb);
  CHECK(universal_tags("NN").empty());
}

TEST_CASE("a column is one of tags if all of its values are, but for empty ones") {
  CHECK(has_tags("Ships\tNNS\nsail\tVBP\n"));
  CHECK(has_tags("Ships\tship\tNNS\nsail\tsail\tVVP\n"));
  CHECK(has_tags("Ships\tship\tNOUN\nsail\tsail\t_\n"));
  CHECK_FALSE(has_tags("Ships\tship\nsail\tsail\n"));
  CHECK_FALSE(has_tags("Ships\tNNS\nsail\tVERB\n"));
  CHECK_FALSE(has_tags("Ships\tNN2\nsail\tVV0\n"));
  CHECK_FALSE(has_tags("Ships\t_\nsail\t_\n"));
  CHECK_FALSE(has_tags("Ships\nsail\n"));
  CHECK_FALSE(has_tags(""));
}
