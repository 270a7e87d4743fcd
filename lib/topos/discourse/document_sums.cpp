// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/document_sums.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

namespace topos {
namespace {

constexpr std::uint32_t no_cluster = ~std::uint32_t{0};

}  // namespace

DocumentSums::DocumentSums(const std::vector<DocumentName>& documents, const std::vector<std::uint32_t>& counted,
                           CountOf count)
    : count_(count), cluster_of_(documents.size(), no_cluster) {
  // Clusters are numbered by name, so that neither the order of documents nor the parts they came in matter. A document
  // and a cluster may share a name and are two all the same.
  using Name = std::pair<std::string_view, bool>;
  const auto name_of = [](const DocumentName& one) {
    return one.cluster.empty() ? Name(one.id, false) : Name(one.cluster, true);
  };
  std::map<Name, std::uint32_t> numbers;
  for (const std::uint32_t document : counted) numbers.try_emplace(name_of(documents[document]), 0);
  for (auto& [name, number] : numbers) number = static_cast<std::uint32_t>(clusters_++);
  for (const std::uint32_t document : counted) cluster_of_[document] = numbers.at(name_of(documents[document]));
}

void DocumentSums::add(std::span<const DocumentUnits> units) {
  for (const DocumentUnits& one : units)
    if (one.units > 0 && cluster_of_[one.document] != no_cluster)
      parts_.push_back({cluster_of_[one.document], count_ == CountOf::units ? one.units : 1});
  begins_.push_back(parts_.size());
}

std::vector<double> DocumentSums::sums() const { return sums(std::vector<std::uint32_t>(clusters_, 1)); }

std::vector<double> DocumentSums::sums(std::span<const std::uint32_t> weights) const {
  std::vector<double> sums(size());
  for (std::size_t i = 0; i < sums.size(); ++i) {
    for (std::size_t part = begins_[i]; part < begins_[i + 1]; ++part)
      sums[i] += static_cast<double>(weights[parts_[part].cluster]) * parts_[part].value;
    if (count_ == CountOf::presence) sums[i] = std::min(sums[i], 1.0);
  }
  return sums;
}

std::span<const std::string_view> count_names() noexcept {
  static constexpr std::array<std::string_view, 3> names{"units", "documents", "presence"};
  return names;
}

}  // namespace topos
