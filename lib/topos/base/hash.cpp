// SPDX-License-Identifier: Apache-2.0
#include "topos/base/hash.hpp"

#include <sha2.h>
#include <xxhash.h>

#include <array>

namespace topos {

std::uint64_t hash64(std::string_view bytes, std::uint64_t seed) noexcept {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

std::string sha256(std::string_view bytes) {
  std::array<char, SHA256_DIGEST_STRING_LENGTH> hex{};
  SHA256Data(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), hex.data());
  return hex.data();
}

std::string sha256_base64(std::string_view bytes) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  SHA2_CTX context;
  SHA256Init(&context);
  SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  std::array<std::uint8_t, SHA256_DIGEST_LENGTH + 1> hash{};  // and a zero, so that its last group of three is whole
  SHA256Final(hash.data(), &context);
  std::string text;
  for (std::size_t i = 0; i < hash.size(); i += 3) {
    const std::uint32_t group =
        static_cast<std::uint32_t>(hash[i]) << 16U | static_cast<std::uint32_t>(hash[i + 1]) << 8U | hash[i + 2];
    for (const unsigned shift : {18U, 12U, 6U, 0U}) text += digits[group >> shift & 63U];
  }
  text.back() = '=';
  return text;
}

}  // namespace topos
