// SPDX-License-Identifier: Apache-2.0
#include "topos/base/deflater.hpp"

#include <zlib.h>

#include <array>
#include <new>

namespace topos {

struct Deflater::Impl {
  Impl(Form form, int level) {
    constexpr int gzip_header = 16;
    const int window = form == Form::bare ? -MAX_WBITS : MAX_WBITS + gzip_header;
    if (::deflateInit2(&stream, level, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() { ::deflateEnd(&stream); }

  void feed(std::string_view bytes, int flush, const Sink& sink) {
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    do {
      stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
      stream.avail_out = static_cast<uInt>(buffer.size());
      ::deflate(&stream, flush);
      sink({buffer.data(), buffer.size() - stream.avail_out});
    } while (stream.avail_out == 0);
  }

  z_stream stream{};
  std::array<char, 65536> buffer;
};

Deflater::Deflater(Form form, int level) : impl_(std::make_unique<Impl>(form, level)) {}
Deflater::Deflater(Deflater&&) noexcept = default;
Deflater& Deflater::operator=(Deflater&&) noexcept = default;
Deflater::~Deflater() = default;

void Deflater::write(std::string_view bytes, const Sink& sink) {
  constexpr std::size_t piece = std::size_t{1} << 20;
  for (std::size_t at = 0; at < bytes.size(); at += piece) impl_->feed(bytes.substr(at, piece), Z_NO_FLUSH, sink);
}

void Deflater::finish(const Sink& sink) { impl_->feed({}, Z_FINISH, sink); }

}  // namespace topos
