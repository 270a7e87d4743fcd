// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "topos/annotation/feature_table.hpp"
#include "topos/annotation/name_pool.hpp"
#include "topos/annotation/word_counter.hpp"
#include "topos/base/error.hpp"

namespace topos {

/// Fields on their way into a JSON object or out of one: one list of them serves both directions, so that what is read
/// is what was written. Zeros and what is empty are not written, and what is absent is read as such.
class FieldArchive {
 public:
  virtual ~FieldArchive() = default;
  /// Whether fields are filled.
  [[nodiscard]] virtual bool reads() const noexcept = 0;

  virtual void text(std::string_view name, std::string& value) = 0;
  virtual void texts(std::string_view name, std::vector<std::string>& values) = 0;
  virtual void real(std::string_view name, double& value) = 0;
  /// The values of the fields of --by.
  void group(std::string_view name, std::vector<std::string>& values) {
    texts(name, values);
    if (reads() && values.size() != fields_) wrong(name, "a value for each field");
  }
  /// A name that lives as long as the pool.
  virtual void pooled(std::string_view name, std::string_view& value) = 0;
  virtual void kind(std::string_view name, const HitKind*& value) = 0;
  virtual void features(std::string_view name, std::vector<FeatureCount>& values) = 0;
  /// Features are numbered by this table from here on; other threads may ask it for numbers meanwhile.
  void name_features(FeatureTable& table) noexcept { table_ = &table; }
  template <class Whole>
  void whole(std::string_view name, Whole& value) {
    std::uint64_t wide = value;
    number(name, wide, std::numeric_limits<Whole>::max());
    value = static_cast<Whole>(wide);
  }
  /// A place in a list that has been archived.
  template <class T>
  void index(std::string_view name, std::uint32_t& value, const std::vector<T>& list) {
    whole(name, value);
    if (reads() && value >= list.size()) wrong(name, "the number of an item");
  }
  /// Objects whose fields `each` archives.
  template <class T, class Each>
  void list(std::string_view name, std::vector<T>& items, const Each& each) {
    items.resize(open_list(name, items.size()));
    for (T& item : items) {
      open_item();
      each(item);
      close_item();
    }
    close_list(items.size());
  }
  /// The same for what may be absent.
  template <class T, class Each>
  void maybe(std::string_view name, std::optional<T>& item, const Each& each) {
    std::vector<T> items;
    if (item) items.push_back(std::move(*item));
    list(name, items, each);
    item.reset();
    if (!items.empty()) item = std::move(items.back());
  }
  /// The same for what must be there.
  template <class T, class Each>
  void object(std::string_view name, T& item, const Each& each) {
    if (open_list(name, 1) != 1) wrong(name, "an array of one object");
    open_item();
    each(item);
    close_item();
    close_list(1);
  }
  /// Errors: Errc::stream with the place of the record, saying that `name` must be `expected`.
  [[noreturn]] virtual void wrong(std::string_view name, std::string_view expected) const = 0;

 protected:
  explicit FieldArchive(std::size_t fields) : fields_(fields) {}
  /// Domain: name_features() was called.
  [[nodiscard]] FeatureTable& table() const noexcept { return *table_; }
  virtual void number(std::string_view name, std::uint64_t& value, std::uint64_t most) = 0;
  virtual std::size_t open_list(std::string_view name, std::size_t size) = 0;
  virtual void open_item() = 0;
  virtual void close_item() = 0;
  virtual void close_list(std::size_t size) = 0;

 private:
  std::size_t fields_;  ///< of --by
  FeatureTable* table_ = nullptr;
};

/// Writes fields as the members of an object.
class FieldWriter final : public FieldArchive {
 public:
  /// Appends to `out`, which ends with what opens the object.
  explicit FieldWriter(std::string& out) : FieldArchive(0), out_(out) {}
  [[nodiscard]] bool reads() const noexcept override { return false; }
  void text(std::string_view name, std::string& value) override;
  void texts(std::string_view name, std::vector<std::string>& values) override;
  void real(std::string_view name, double& value) override;
  void pooled(std::string_view name, std::string_view& value) override;
  void kind(std::string_view name, const HitKind*& value) override;
  void features(std::string_view name, std::vector<FeatureCount>& values) override;
  [[noreturn]] void wrong(std::string_view name, std::string_view expected) const override;

 private:
  void number(std::string_view name, std::uint64_t& value, std::uint64_t most) override;
  std::size_t open_list(std::string_view name, std::size_t size) override;
  void open_item() override;
  void close_item() override { out_ += '}'; }
  void close_list(std::size_t size) override;
  void member(std::string_view name);

  std::string& out_;
};

/// Reads them back.
class FieldReader final : public FieldArchive {
 public:
  /// `names` must outlive what is read. `fields`: how many there are of --by.
  explicit FieldReader(NamePool& names, std::size_t fields = 0);
  ~FieldReader() override;
  /// Reads from this line on. Errors: Errc::json, unless it is one JSON object.
  void start(std::string_view line, Location where);
  [[nodiscard]] bool reads() const noexcept override { return true; }
  void text(std::string_view name, std::string& value) override;
  void texts(std::string_view name, std::vector<std::string>& values) override;
  void real(std::string_view name, double& value) override;
  void pooled(std::string_view name, std::string_view& value) override;
  void kind(std::string_view name, const HitKind*& value) override;
  void features(std::string_view name, std::vector<FeatureCount>& values) override;
  [[noreturn]] void wrong(std::string_view name, std::string_view expected) const override;

 private:
  void number(std::string_view name, std::uint64_t& value, std::uint64_t most) override;
  std::size_t open_list(std::string_view name, std::size_t size) override;
  void open_item() override;
  void close_item() override;
  void close_list(std::size_t size) override;

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace topos
