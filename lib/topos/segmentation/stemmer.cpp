// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/stemmer.hpp"

#include <dlfcn.h>

#include <utility>

#include "topos/base/error.hpp"

namespace topos {
namespace {

/// The functions of libstemmer's stable interface. It is loaded like libarchive: few runs need it.
struct StemmerLibrary {
  sb_stemmer* (*make)(const char* algorithm, const char* encoding) = nullptr;
  void (*destroy)(sb_stemmer*) = nullptr;
  const unsigned char* (*stem)(sb_stemmer*, const unsigned char* word, int size) = nullptr;
  int (*length)(sb_stemmer*) = nullptr;
};

[[noreturn]] void missing() {
  const char* const why = ::dlerror();
  throw Error(Errc::missing, std::string("libstemmer cannot be loaded: ") + (why != nullptr ? why : "a function is missing"), {},
              "install it (Debian: libstemmer0d), or count folded forms or lemmas");
}

template <class Function>
void find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  if (function == nullptr) missing();
}

StemmerLibrary load() {
  void* library = nullptr;
  for (const char* name : {"libstemmer.so.0d", "libstemmer.so.0", "libstemmer.so", "libstemmer.dylib"})
    if (library == nullptr) library = ::dlopen(name, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) missing();
  StemmerLibrary functions;
  find(library, "sb_stemmer_new", functions.make);
  find(library, "sb_stemmer_delete", functions.destroy);
  find(library, "sb_stemmer_stem", functions.stem);
  find(library, "sb_stemmer_length", functions.length);
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
  const unsigned char* const stem = library.stem(rules_, reinterpret_cast<const unsigned char*>(word.data()), static_cast<int>(word.size()));
  if (stem == nullptr) throw Error(Errc::memory, "libstemmer was refused memory");
  return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(library.length(rules_))};
}

}  // namespace topos
