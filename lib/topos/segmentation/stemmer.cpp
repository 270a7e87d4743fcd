// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/stemmer.hpp"

#include <utility>

#include "topos/base/error.hpp"
#include "topos/base/shared_library.hpp"

namespace topos {
namespace {

/// The functions of libstemmer's stable interface.
struct StemmerLibrary {
  sb_stemmer* (*make)(const char* algorithm, const char* encoding) = nullptr;
  void (*destroy)(sb_stemmer*) = nullptr;
  const unsigned char* (*stem)(sb_stemmer*, const unsigned char* word, int size) = nullptr;
  int (*length)(sb_stemmer*) = nullptr;
};

StemmerLibrary load() {
  const SharedLibrary library("libstemmer",
                              {"libstemmer.so.0d", "libstemmer.so.0", "libstemmer.so", "libstemmer.dylib"},
                              "install it (Debian: libstemmer0d), or count folded forms or lemmas");
  StemmerLibrary functions;
  library.find("sb_stemmer_new", functions.make);
  library.find("sb_stemmer_delete", functions.destroy);
  library.find("sb_stemmer_stem", functions.stem);
  library.find("sb_stemmer_length", functions.length);
  return functions;
}

const StemmerLibrary& stemmer_library() {
  static const StemmerLibrary library = load();
  return library;
}

}  // namespace

Stemmer::Stemmer(const std::string& language) {
  const StemmerLibrary& library = stemmer_library();
  // Snowball also goes by names, of which "porter" is no language.
  if (language.size() == 2 || language.size() == 3) rules_ = library.make(language.c_str(), "UTF_8");
}

Stemmer::Stemmer(Stemmer&& other) noexcept : rules_(std::exchange(other.rules_, nullptr)) {}
Stemmer& Stemmer::operator=(Stemmer&& other) noexcept {
  std::swap(rules_, other.rules_);
  return *this;
}
Stemmer::~Stemmer() {
  if (rules_ != nullptr) stemmer_library().destroy(rules_);
}

std::string_view Stemmer::stem(std::string_view word) const {
  if (rules_ == nullptr) return word;
  const StemmerLibrary& library = stemmer_library();
  const unsigned char* const stem =
      library.stem(rules_, reinterpret_cast<const unsigned char*>(word.data()), static_cast<int>(word.size()));
  if (stem == nullptr) throw Error(Errc::memory, "libstemmer was refused memory");
  return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(library.length(rules_))};
}

}  // namespace topos
