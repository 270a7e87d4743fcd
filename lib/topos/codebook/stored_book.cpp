// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/stored_book.hpp"

#include <cstring>
#include <type_traits>

namespace topos {
namespace {

/// `T` as an archive sees it: to be read, or to be filled.
template <class Archive, class T>
using In = std::conditional_t<Archive::writes, const T, T>;

// One list of fields serves both directions, so that what is written is what is read.
template <class Archive>
void fields(Archive& archive, In<Archive, Location>& one) {
  archive(one.path, one.line, one.column);
}
template <class Archive>
void fields(Archive& archive, In<Archive, Spot>& one) {
  archive(one.line, one.column);
}
template <class Archive>
void fields(Archive& archive, In<Archive, Word>& one) {
  archive(one.text, one.case_sensitive, one.where);
}
/// Most nodes leave most of their fields empty.
enum NodeFields : std::uint8_t { has_word = 1, has_text = 2, has_gap = 4, has_children = 8 };
std::uint8_t used_fields(const Node& one) {
  const bool word =
      !one.word.text.empty() || one.word.case_sensitive || one.word.where.line != 0 || one.word.where.column != 0;
  return static_cast<std::uint8_t>((word ? has_word : 0) | (one.text.empty() ? 0 : has_text) |
                                   (one.least == 0 && one.most == 0 ? 0 : has_gap) |
                                   (one.children.empty() ? 0 : has_children));
}
template <class Archive>
void fields(Archive& archive, In<Archive, Node>& one) {
  std::uint8_t used = used_fields(one);
  archive(used, one.kind, one.where);
  if ((used & has_word) != 0) archive(one.word);
  if ((used & has_text) != 0) archive(one.text);
  if ((used & has_gap) != 0) archive(one.least, one.most);
  if ((used & has_children) != 0) archive(one.children);
}
template <class Archive>
void fields(Archive& archive, In<Archive, Guard::Target>& one) {
  archive(one.reference, one.words);
}
template <class Archive>
void fields(Archive& archive, In<Archive, Guard::Entry>& one) {
  archive(one.targets, one.scope, one.distance, one.source);
}
template <class Archive>
void fields(Archive& archive, In<Archive, Guard>& one) {
  archive(one.kind, one.entries);
}
template <class Archive>
void fields(Archive& archive, In<Archive, Pattern>& one) {
  archive(one.id, one.source, one.where, one.root, one.guards, one.weight, one.negation, one.regions,
          one.case_sensitive, one.refers_to_itself);
}
template <class Archive>
void fields(Archive& archive, In<Archive, Example>& one) {
  archive(one.text, one.where);
}
template <class Archive>
void fields(Archive& archive, In<Archive, CodeLanguage>& one) {
  archive(one.patterns, one.masks, one.examples, one.counterexamples);
}
template <class Archive>
void fields(Archive& archive, In<Archive, Code>& one) {
  archive(one.id, one.label, one.dimension, one.definition, one.include, one.exclude, one.note, one.layer, one.group,
          one.quad, one.main, one.priority, one.where, one.languages);
}
template <class Archive>
void fields(Archive& archive, In<Archive, MacroDefinition>& one) {
  archive(one.name, one.value, one.where);
}
template <class Archive>
void fields(Archive& archive, In<Archive, Codebook>& one) {
  archive(one.id, one.version, one.title, one.languages, one.draft_languages, one.codes, one.macros, one.unused_macros,
          one.checksum, one.path);
}

class Writer {
 public:
  static constexpr bool writes = true;
  std::string bytes;

  template <class... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }

 private:
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes += static_cast<char>(0x80 | (value & 0x7F));
    bytes += static_cast<char>(value);
  }
  void put(const std::string& text) {
    number(text.size());
    bytes += text;
  }
  void put(double value) { bytes.append(reinterpret_cast<const char*>(&value), sizeof value); }
  void put(const std::optional<RegionSet>& regions) { number(regions ? regions->to_ullong() + 1 : 0); }
  template <class T>
  void put(const std::vector<T>& list) {
    number(list.size());
    for (const T& one : list) put(one);
  }
  void put(const CodeLanguages& languages) {
    number(languages.size());
    for (const auto& [language, side] : languages) {
      Writer apart;
      apart(side);
      (*this)(language, !side.patterns.empty(), apart.bytes);
    }
  }
  template <class T>
  void put(const T& value) {
    if constexpr (std::is_integral_v<T> || std::is_enum_v<T>)
      number(static_cast<std::uint64_t>(value));
    else
      fields(*this, value);
  }
};

class Reader {
 public:
  static constexpr bool writes = false;
  explicit Reader(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  template <class... T>
  void operator()(T&... values) {
    (get(values), ...);
  }

 private:
  std::uint64_t number() {
    if (at_ != end_ && static_cast<unsigned char>(*at_) < 0x80) return static_cast<unsigned char>(*at_++);
    return long_number();
  }
  std::uint64_t long_number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at_ == end_) break;
      const auto byte = static_cast<unsigned char>(*at_++);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
    throw Error(Errc::codebook, "the stored codebook is cut off");
  }
  std::string_view take(std::uint64_t size) {
    if (size > static_cast<std::uint64_t>(end_ - at_)) throw Error(Errc::codebook, "the stored codebook is cut off");
    const std::string_view taken(at_, size);
    at_ += size;
    return taken;
  }
  /// A number of things of which each takes a byte or more.
  std::size_t count() {
    const std::uint64_t size = number();
    if (size > static_cast<std::uint64_t>(end_ - at_)) throw Error(Errc::codebook, "the stored codebook is cut off");
    return size;
  }
  void get(std::string& text) {
    if (const std::uint64_t size = number(); size != 0) text.assign(take(size));
  }
  void get(double& value) { std::memcpy(&value, take(sizeof value).data(), sizeof value); }
  void get(std::optional<RegionSet>& regions) {
    if (const std::uint64_t bits = number(); bits != 0) regions = RegionSet(bits - 1);
  }
  template <class T>
  void get(std::vector<T>& list) {
    if (const std::size_t size = count(); size != 0) list.resize(size);
    for (T& one : list) get(one);
  }
  void get(CodeLanguages& languages) {
    for (std::size_t left = count(); left > 0; --left) {
      std::string language;
      bool has_patterns = false;
      (*this)(language, has_patterns);
      languages.defer(language, has_patterns, take(number()));
    }
  }
  template <class T>
  void get(T& value) {
    if constexpr (std::is_same_v<T, bool>)
      value = number() != 0;
    else if constexpr (std::is_integral_v<T> || std::is_enum_v<T>)
      value = static_cast<T>(number());
    else
      fields(*this, value);
  }

  const char* at_;
  const char* end_;
};

}  // namespace

std::string store_codebook(const Codebook& book) {
  Writer writer;
  writer(book);
  return std::move(writer.bytes);
}

Codebook restore_codebook(std::string_view bytes) {
  Codebook book;
  Reader reader(bytes);
  reader(book);
  return book;
}

void restore_language(std::string_view bytes, CodeLanguage& out) {
  Reader reader(bytes);
  reader(out);
}

}  // namespace topos
