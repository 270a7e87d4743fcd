// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "topos/discourse/claim_counter.hpp"
#include "topos/discourse/claim_judgement.hpp"
#include "topos/discourse/witnesses.hpp"
#include "topos/statistics/bootstrap.hpp"
#include "topos/statistics/two_groups.hpp"

namespace topos {

/// What is known of a document beside what it says.
struct WitnessFacts {
  std::string cluster;  ///< empty: the document is one of its own
  std::string language;
  std::string genre;
  std::string date;
  Witness witness;  ///< without sources and original
};

/// One side of a cross-validation: the documents, or parts of documents, that share the values of --by.
struct ClaimSource {
  struct Part {
    std::uint32_t document = 0;
    std::uint64_t words = 0;
  };
  std::vector<std::string> values;
  std::vector<Part> parts;
  std::uint64_t words = 0;
  std::uint64_t copies = 0;  ///< near-duplicates of its own documents, which are left out
  bool repeats = false;      ///< a document nearly repeats one of another source
  bool draft = false;
  std::set<std::string> languages;
  std::set<std::string> genres;
  std::string first;  ///< date; empty: none is known
  std::string last;
};

/// Gathers what documents say of claims, source by source, and compares sources. Documents come in input order.
class Triangulation {
 public:
  /// `sentences`: so many are kept as evidence for each claim and source. `claims` must outlive it.
  Triangulation(ClaimSet& claims, std::size_t sentences) : claims_(claims), sentences_(sentences) {}
  /// `twin`: the id of an earlier document that this one nearly repeats, or null. Within a source such a copy does not
  /// count.
  void add(DocumentClaims one, WitnessFacts facts, const std::string* twin);
  /// Puts sources into the order of their values and estimates stances. Once, after the last document.
  void finish(const BootstrapSettings& settings, double level);

  [[nodiscard]] const ClaimSet& claims() const noexcept { return claims_; }
  [[nodiscard]] const std::vector<ClaimSource>& sources() const noexcept { return sources_; }
  /// Languages of all documents with how many there are of each.
  [[nodiscard]] std::map<std::string, std::size_t> languages() const;
  /// What a source says of a claim. Domain: after finish().
  [[nodiscard]] const SourceClaim& of(std::size_t claim, std::size_t source) const {
    return cells_[claim * sources_.size() + source];
  }
  /// Hits of a claim in a source before people decided, where documents came with them. Domain: after finish().
  [[nodiscard]] std::uint64_t machine(std::size_t claim, std::size_t source) const {
    const auto found = machine_.find({claim, source});
    return found == machine_.end() ? 0 : found->second;
  }
  /// Rates of claims in one source, in the order of `claims`.
  [[nodiscard]] std::vector<double> rates(std::size_t source, const std::vector<std::size_t>& claims) const;
  /// Documents or clusters of a source.
  [[nodiscard]] std::size_t units(std::size_t source) const { return units_[source]; }

  /// How the rates of claims differ between two sources, by leaving out one unit after the other. Empty unless both
  /// have least_documents units.   Domain: after finish().
  [[nodiscard]] std::vector<RateContrast> contrasts(std::size_t a, std::size_t b,
                                                    const std::vector<std::size_t>& claims, double level) const;
  /// See topos::silence_probability.
  [[nodiscard]] double silence_probability(std::size_t claim, std::size_t silent, std::size_t other) const;
  /// Documents that speak of a claim, without those that are tied to one another.
  [[nodiscard]] std::uint64_t independent(std::size_t claim) const;
  /// Documents that speak of a claim, whatever source they are of.
  [[nodiscard]] std::vector<std::uint32_t> speaking(std::size_t claim) const;
  [[nodiscard]] const std::string& document(std::uint32_t number) const { return documents_[number].id; }
  struct Evidence {
    std::uint32_t document = 0;
    ClaimEvidence sentence;
  };
  /// Sentences that were drawn, in the order of documents.
  [[nodiscard]] std::vector<Evidence> evidence(std::size_t claim, std::size_t source) const;

 private:
  struct DocumentOf {
    std::string id;
    std::string cluster;
    bool divided = false;  ///< of several sources
  };
  struct Spoken {
    std::uint32_t document = 0;
    StanceCount count;
  };
  using Place = std::pair<std::size_t, std::size_t>;  ///< claim and source

  [[nodiscard]] std::size_t source_of(const DocumentClaims::Source& source);
  [[nodiscard]] bool has_copy_of(const ClaimSource& source, std::uint32_t original) const;
  void enter(ClaimSource& source, std::uint32_t document, std::uint64_t words, const WitnessFacts& facts, bool draft);
  void keep(const Place& place, Evidence sentence);
  void sort_sources();
  [[nodiscard]] SourceClaim estimate(std::size_t claim, std::size_t source, BootstrapSettings settings,
                                     double level) const;
  [[nodiscard]] const std::vector<Spoken>* spoken(std::size_t claim, std::size_t source) const;
  /// What the document is a unit with.
  [[nodiscard]] std::string unit_of(std::uint32_t document) const;

  ClaimSet& claims_;
  std::size_t sentences_;
  std::vector<DocumentOf> documents_;
  std::vector<Witness> witnesses_;
  std::vector<std::string> languages_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::map<std::vector<std::string>, std::size_t> places_;
  std::vector<ClaimSource> sources_;
  std::vector<std::size_t> units_;
  std::map<Place, std::vector<Spoken>> spoken_;
  std::map<Place, std::vector<Evidence>> evidence_;
  std::map<Place, std::uint64_t> machine_;
  std::vector<SourceClaim> cells_;  ///< claim by claim
};

}  // namespace topos
