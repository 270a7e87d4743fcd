// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "topos/annotation/annotator.hpp"
#include "topos/annotation/query.hpp"
#include "topos/matching/selection.hpp"

namespace topos {

/// The sentences of a document that name two actors or more.
struct DocumentActorSets {
  struct Sentence {
    std::uint32_t group = 0;          ///< number in `groups`
    std::uint32_t number = 0;         ///< in the document, from 1
    std::vector<std::string> actors;  ///< codes by name, each once
  };
  std::string document;
  bool selected = false;
  bool draft = false;                            ///< the patterns of its language are not validated
  std::vector<std::vector<std::string>> groups;  ///< values of --by
  std::vector<Sentence> sentences;
};

/// Reads them; in any language. Shared by workers.
class ActorSetReader {
 public:
  /// `query` must outlive it. `actors`: everything means the actors of triads.
  ActorSetReader(const Query& query, CodeSelection actors) : query_(query), actors_(std::move(actors)) {}
  /// At most 64 actors of a sentence are taken, the first ones.   Cost: linear in the hits.
  [[nodiscard]] DocumentActorSets read(const AnnotatedDocument& annotated, const Annotator& annotator) const;

 private:
  [[nodiscard]] bool is_actor(const Hit& hit) const;
  const Query& query_;
  CodeSelection actors_;
};

/// Three actors, and in how many sentences they stand together.
struct ActorTriple {
  std::vector<std::string> group;
  std::array<std::string, 3> names;  ///< the first two are the pair with most sentences, unless the three were given
  std::uint64_t sentences = 0;       ///< that name all three
  std::uint64_t documents = 0;       ///< with such a sentence
  std::array<std::uint64_t, 3> pairs{};  ///< sentences of first and second, first and third, second and third
  std::vector<std::string> places;       ///< "document:sentence" of the first ones
};

/// Counts sentences by the sets of three actors that they name.
class ActorSetTally {
 public:
  /// One of three ends: whoever any of its globs means.
  struct End {
    std::string name;
    CodeSelection actors;
  };
  /// `ends`: three, each taken by another actor of a sentence; none: every three actors.
  explicit ActorSetTally(std::vector<End> ends) : ends_(std::move(ends)) {}
  /// Documents in the order of the input.   Cost: cubic in the actors of a sentence, which are 64 at most.
  void add(const DocumentActorSets& document);
  /// By group, falling sentences and names.
  [[nodiscard]] std::vector<ActorTriple> triples() const;
  /// Documents of a group, with sentences or without.
  [[nodiscard]] std::uint64_t documents_of(const std::vector<std::string>& group) const;

 private:
  using Pair = std::pair<std::uint32_t, std::uint32_t>;
  using Triple = std::array<std::uint32_t, 3>;
  struct Count {
    std::uint64_t sentences = 0;
    std::uint64_t documents = 0;
    std::uint64_t last = 0;  ///< document, from 1
    std::vector<std::string> places;
  };
  struct Group {
    std::uint64_t documents = 0;
    std::map<Pair, std::uint64_t> pairs;
    std::map<Triple, Count> triples;
  };
  void add_all(const DocumentActorSets::Sentence& sentence, const std::string& document, Group& group);
  void add_ends(const DocumentActorSets::Sentence& sentence, const std::string& document, Group& group) const;
  void count(const Triple& triple, std::uint32_t sentence, const std::string& document, Group& group) const;

  std::vector<End> ends_;
  std::map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> names_;
  std::map<std::vector<std::string>, Group> groups_;
  std::uint64_t documents_ = 0;
};

}  // namespace topos
