// SPDX-License-Identifier: Apache-2.0
#include "words/keyness_choices.hpp"

#include "topos/base/error.hpp"

namespace topos::cli {

void KeynessChoices::declare(Options& options) {
  options.section("Comparison");
  options.list("-a,--target", target, "TEST[,TEST]", "The documents that pass are the target");
  options.list("-b,--against", reference, "TEST[,TEST]",
               "The documents that pass are the reference; else all that are no target");
  options.text("--by", by, "FIELD",
               "Each value of this metadata field is the target, one after the other, and all others its reference");
  options.list("--reference", reference_paths, "PATH", "The documents of this file or folder are the reference");
  options.text("--reference-list", list, "FILE", "A frequency list is the reference: feature, tab, n");
  options.number("--reference-total", list_total, 1, std::int64_t{1} << 53,
                 "Words that the list was counted in; else #total in it, or what it adds up to");
  options.text("--cluster", cluster, "FIELD", "Documents that share this metadata field are one in the test");
  options.choice("--test", test, {"mann-whitney", "permutation"},
                 "Where p comes from: ranks of rates, or labels given to other documents");
  options.number("--permutations", permutations, 1, 10'000'000,
                 "Relabelings that are drawn where there are too many to visit all");
  options.number("--seed", seed, 0, 9'007'199'254'740'991, "What permutation starts from; default: 1");
  options.section("Features");
  features.declare(options);
  options.number("--level", level, 1, 16, "Fold codes to their first N parts; overlapping hits of a fold count once");
  options.number("--min", least, 1, 1'000'000'000, "Only features that occur so often in both together; default: 5");
  options.number("--min-documents", least_documents, 1, 1'000'000'000,
                 "Only features in so many documents of both together");
  options.section("Measures");
  measures.declare(options);
  options.real("--k", k, 1e-9, 1e9, "What simple_maths adds to rates in a million; default: 1");
  options.flag("--token-p", token_p, "Show the logarithm of ll4's p, too, which takes words for independent");
  adjust.declare(options);
  options.choice("--keys", keys, {"both", "positive", "negative"}, "Keys of the target, of the reference, or both");
  options.text("--sort", sort, "COLUMN",
               "Sort by a measure that is shown or another column of numbers, or feature; else by the first measure");
  options.number("--limit", limit, 1, 1'000'000'000, "Only the first N keys of each direction");
  memory.declare(options);
}

void KeynessChoices::check(bool codes) const {
  const int references = static_cast<int>(!target.empty()) + static_cast<int>(!by.empty()) +
                         static_cast<int>(!reference_paths.empty()) + static_cast<int>(!list.empty());
  if (references != 1)
    throw Error(Errc::usage, "keyness needs a reference: one of -a, --by, --reference and --reference-list", {},
                "for example -a genre=oped -b genre=article");
  if (target.empty() && !reference.empty()) throw Error(Errc::usage, "-b goes with -a");
  if (list.empty() && list_total > 0) throw Error(Errc::usage, "--reference-total goes with --reference-list");
  const bool of_words = features.n > 1 || features.skip > 0 || features.form != "folded" || !features.lemmas.empty() ||
                        !features.stop.empty() || features.no_numbers || features.punctuation;
  if (codes && of_words)
    throw Error(
        Errc::usage,
        "-n, --skip, --of, --lemmas, --stop, --no-numbers and --punctuation are about words, but codes are compared");
}

}  // namespace topos::cli
