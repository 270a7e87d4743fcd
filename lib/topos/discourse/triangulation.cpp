// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/triangulation.hpp"

#include <algorithm>
#include <tuple>

#include "topos/base/hash.hpp"
#include "topos/base/number.hpp"
#include "topos/discourse/silence.hpp"

namespace topos {
namespace {

/// The stream of random numbers of a source: whatever others there are, it draws the same.
std::uint64_t stream_of(const std::vector<std::string>& values) {
  std::string key;
  for (const std::string& value : values) key.append(value).push_back('\0');
  return hash64(key);
}

void leave_first_drawn(std::vector<Triangulation::Evidence>& all, std::size_t most) {
  if (all.size() <= most) return;
  const auto order = [](const Triangulation::Evidence& one) {
    return std::tuple(one.sentence.draw, one.document, one.sentence.sentence);
  };
  std::nth_element(
      all.begin(), all.begin() + static_cast<std::ptrdiff_t>(most), all.end(),
      [&](const Triangulation::Evidence& a, const Triangulation::Evidence& b) { return order(a) < order(b); });
  all.resize(most);
}

}  // namespace

std::size_t Triangulation::source_of(const DocumentClaims::Source& source) {
  const auto [place, added] = places_.emplace(source.values, sources_.size());
  if (added) {
    sources_.emplace_back();
    sources_.back().values = source.values;
  }
  return place->second;
}

bool Triangulation::has_copy_of(const ClaimSource& source, std::uint32_t original) const {
  return std::any_of(source.parts.begin(), source.parts.end(),
                     [&](const ClaimSource::Part& part) { return witnesses_[part.document].original == original; });
}

void Triangulation::enter(ClaimSource& source, std::uint32_t document, std::uint64_t words, const WitnessFacts& facts,
                          bool draft) {
  source.parts.push_back({document, words});
  source.words += words;
  source.draft = source.draft || draft;
  source.repeats = source.repeats || witnesses_[document].original != document;
  source.languages.insert(facts.language);
  source.genres.insert(facts.genre);
  if (facts.date.empty()) return;
  if (source.first.empty() || facts.date < source.first) source.first = facts.date;
  if (source.last.empty() || facts.date > source.last) source.last = facts.date;
}

void Triangulation::add(DocumentClaims one, WitnessFacts facts, const std::string* twin) {
  if (!one.selected) return;
  const auto number = static_cast<std::uint32_t>(documents_.size());
  facts.witness.original = number;
  if (twin != nullptr)
    if (const auto earlier = numbers_.find(*twin); earlier != numbers_.end())
      facts.witness.original = witnesses_[earlier->second].original;
  const std::uint32_t original = facts.witness.original;
  witnesses_.push_back(facts.witness);
  numbers_.emplace(one.document, number);
  documents_.push_back({one.document, facts.cluster, one.sources.size() > 1});
  languages_.push_back(facts.language);
  std::vector<std::optional<std::size_t>> places;
  for (const DocumentClaims::Source& part : one.sources) {
    const std::size_t place = source_of(part);
    ClaimSource& source = sources_[place];
    const bool copy = original != number && has_copy_of(source, original);
    places.push_back(copy ? std::nullopt : std::optional(place));
    if (copy) {
      ++source.copies;
      continue;
    }
    enter(source, number, part.words, facts, one.draft);
    witnesses_.back().sources.push_back(static_cast<std::uint32_t>(place));
  }
  std::map<Place, StanceCount> counts;
  for (const DocumentClaims::Row& row : one.rows)
    if (places[row.source])
      counts[{claims_.place(row.kind->codebook, row.kind->code), *places[row.source]}].add(row.count);
  for (const DocumentClaims::Row& row : one.machine)
    if (places[row.source])
      machine_[{claims_.place(row.kind->codebook, row.kind->code), *places[row.source]}] += row.count.n;
  for (auto& [place, count] : counts) spoken_[place].push_back({number, std::move(count)});
  for (ClaimEvidence& sentence : one.evidence)
    if (const auto place = places[sentence.source])
      keep({claims_.place(sentence.kind->codebook, sentence.kind->code), *place}, {number, std::move(sentence)});
}

// Twice as many as are shown are held, so that most additions sort nothing.
void Triangulation::keep(const Place& place, Evidence sentence) {
  std::vector<Evidence>& all = evidence_[place];
  all.push_back(std::move(sentence));
  if (all.size() > 2 * sentences_) leave_first_drawn(all, sentences_);
}

void Triangulation::sort_sources() {
  std::vector<std::size_t> place(sources_.size());
  std::vector<ClaimSource> sorted;
  for (auto& [values, number] : places_) {
    place[number] = sorted.size();
    sorted.push_back(std::move(sources_[number]));
    number = sorted.size() - 1;
  }
  sources_ = std::move(sorted);
  const auto renumber = [&](auto& by_place) {
    auto old = std::move(by_place);
    by_place.clear();
    for (auto& [key, value] : old) by_place.emplace(Place(key.first, place[key.second]), std::move(value));
  };
  renumber(spoken_);
  renumber(evidence_);
  renumber(machine_);
}

void Triangulation::finish(const BootstrapSettings& settings, double level) {
  sort_sources();
  for (const ClaimSource& source : sources_) {
    std::set<std::string> units;
    for (const ClaimSource::Part& part : source.parts) units.insert(unit_of(part.document));
    units_.push_back(units.size());
  }
  for (std::size_t claim = 0; claim < claims_.entries().size(); ++claim)
    for (std::size_t source = 0; source < sources_.size(); ++source)
      cells_.push_back(estimate(claim, source, settings, level));
}

SourceClaim Triangulation::estimate(std::size_t claim, std::size_t source, BootstrapSettings settings,
                                    double level) const {
  const bool nominal = claims_.entries()[claim].nominal;
  SourceClaim cell;
  cell.stance = undefined;
  cell.interval = {undefined, undefined};
  const ClaimSource& from = sources_[source];
  if (const std::vector<Spoken>* documents = spoken(claim, source)) {
    std::map<std::uint32_t, const StanceCount*> by_document;
    std::set<std::string> speaking;
    for (const Spoken& one : *documents) {
      cell.count.add(one.count);
      by_document[one.document] = &one.count;
      speaking.insert(unit_of(one.document));
    }
    cell.documents = documents->size();
    if (!nominal) cell.stance = cell.count.stance / static_cast<double>(cell.count.n);
    if (!nominal && speaking.size() >= least_documents) {
      std::vector<CountRow> rows;
      for (const ClaimSource::Part& part : from.parts) {
        const auto own = by_document.find(part.document);
        const StanceCount none;
        const StanceCount& count = own == by_document.end() ? none : *own->second;
        rows.push_back({documents_[part.document].id,
                        documents_[part.document].cluster,
                        {static_cast<double>(count.n), count.stance}});
      }
      settings.stream = stream_of(from.values);
      const Interval drawn =
          percentile_interval(BootstrapSums(resampling_rows(std::move(rows)), settings).ratios(1), level);
      if (drawn.lower < drawn.upper) cell.interval = drawn;
    }
  }
  cell.words = static_cast<double>(from.words);
  cell.rate = from.words == 0 ? undefined : static_cast<double>(cell.count.n) / static_cast<double>(from.words);
  cell.presence =
      from.parts.empty() ? undefined : static_cast<double>(cell.documents) / static_cast<double>(from.parts.size());
  cell.position = position_of(cell.count, cell.interval, nominal);
  return cell;
}

const std::vector<Triangulation::Spoken>* Triangulation::spoken(std::size_t claim, std::size_t source) const {
  const auto found = spoken_.find({claim, source});
  return found == spoken_.end() ? nullptr : &found->second;
}

// A document and a cluster may share a name and are two units all the same.
std::string Triangulation::unit_of(std::uint32_t document) const {
  const DocumentOf& one = documents_[document];
  return one.cluster.empty() ? 'd' + one.id : 'c' + one.cluster;
}

std::map<std::string, std::size_t> Triangulation::languages() const {
  std::map<std::string, std::size_t> languages;
  for (const std::string& language : languages_) ++languages[language];
  return languages;
}

std::vector<double> Triangulation::rates(std::size_t source, const std::vector<std::size_t>& claims) const {
  std::vector<double> rates;
  for (const std::size_t claim : claims) rates.push_back(of(claim, source).rate);
  return rates;
}

std::vector<RateContrast> Triangulation::contrasts(std::size_t a, std::size_t b, const std::vector<std::size_t>& claims,
                                                   double level) const {
  if (std::min(units_[a], units_[b]) < least_documents) return {};
  std::vector<ComparedDocument> documents;
  for (const std::size_t source : {b, a}) {
    std::map<std::uint32_t, std::size_t> rows;
    for (const ClaimSource::Part& part : sources_[source].parts) {
      rows[part.document] = documents.size();
      const DocumentOf& one = documents_[part.document];
      // Parts of one document are compared with themselves.
      documents.push_back({one.id,
                           one.cluster.empty() && one.divided ? one.id : one.cluster,
                           {},
                           source == a,
                           {static_cast<double>(part.words)}});
      documents.back().counts.resize(claims.size() + 1);
    }
    for (std::size_t i = 0; i < claims.size(); ++i)
      if (const std::vector<Spoken>* spoken_of = spoken(claims[i], source))
        for (const Spoken& one : *spoken_of)
          documents[rows.at(one.document)].counts[i + 1] = static_cast<double>(one.count.n);
  }
  return TwoGroups(std::move(documents)).t_contrasts(level);
}

double Triangulation::silence_probability(std::size_t claim, std::size_t silent, std::size_t other) const {
  std::map<std::string, SilenceUnit> units;
  for (const ClaimSource::Part& part : sources_[silent].parts) units[unit_of(part.document)].in_silent = true;
  for (const ClaimSource::Part& part : sources_[other].parts) units[unit_of(part.document)].in_other = true;
  if (const std::vector<Spoken>* documents = spoken(claim, other))
    for (const Spoken& one : *documents) units[unit_of(one.document)].speaks = true;
  std::vector<SilenceUnit> all;
  for (const auto& [name, unit] : units) all.push_back(unit);
  return topos::silence_probability(all);
}

std::vector<std::uint32_t> Triangulation::speaking(std::size_t claim) const {
  std::set<std::uint32_t> documents;
  for (std::size_t source = 0; source < sources_.size(); ++source)
    if (const std::vector<Spoken>* all = spoken(claim, source))
      for (const Spoken& one : *all) documents.insert(one.document);
  return {documents.begin(), documents.end()};
}

std::uint64_t Triangulation::independent(std::size_t claim) const {
  return independent_witnesses(witnesses_, speaking(claim));
}

std::vector<Triangulation::Evidence> Triangulation::evidence(std::size_t claim, std::size_t source) const {
  const auto found = evidence_.find({claim, source});
  if (found == evidence_.end()) return {};
  std::vector<Evidence> all = found->second;
  leave_first_drawn(all, sentences_);
  std::sort(all.begin(), all.end(), [](const Evidence& a, const Evidence& b) {
    return std::tuple(a.document, a.sentence.sentence, a.sentence.draw) <
           std::tuple(b.document, b.sentence.sentence, b.sentence.draw);
  });
  return all;
}

}  // namespace topos
