// SPDX-License-Identifier: Apache-2.0
#include "topos/text/open_input.hpp"

#include <utility>

#include "topos/text/compression.hpp"
#include "topos/text/passed_over.hpp"

namespace topos {
namespace {

constexpr std::size_t first_look = 64 * 1024;
constexpr std::size_t proof_size = 16 * 1024 * 1024;

ExpandLimits limits_of(const InputOptions& options) {
  ExpandLimits limits;
  limits.total = options.max_expand;
  return limits;
}

/// By content where that tells, else by name.
const Format& format_of(const ReaderContext& context, std::string_view head) {
  if (const Format* told = format_of_signature(head)) return *told;
  const Format* named = context.path == "-" ? nullptr : format_of_name(context.path);
  if (named == nullptr) return format_of_content(head);
  if (!named->shares_names) return *named;
  if (context.notes)
    context.notes(printable(context.path) + ": its markup is none that is known; read as plain text, tags and all");
  return format_of_content(head);
}

/// The texts among the entries of a zip or tar file, each as if it were a file of its own.
class ArchiveReader final : public Reader {
 public:
  ArchiveReader(std::unique_ptr<ByteSource> source, ReaderContext context)
      : context_(std::move(context)), entries_(std::move(source), context_.path, limits_of(*context_.options)) {}

  std::optional<RawDocument> next() override {
    while (true) {
      if (inner_) {
        try {
          if (auto raw = inner_->next()) return raw;
        } catch (const Error& error) {
          context_.failures(error);
        }
        inner_.reset();
      }
      const std::optional<std::string> name = entries_.next();
      if (!name) break;
      if (base_name(*name).starts_with('.')) continue;
      if (!is_taken_from_folders(*name)) {
        others_.add(*name);
        continue;
      }
      if (is_archive_name(*name) || without_compression(*name) != *name) {
        if (context_.notes)
          context_.notes(printable(context_.path + '/' + *name) +
                         ": left out: packed inside of an archive; unpack it once");
        continue;
      }
      any_ = true;
      open(*name);
    }
    if (others_.any() && context_.notes) context_.notes(printable(context_.path) + ": " + others_.note());
    others_ = {};
    if (!any_)
      throw Error(Errc::archive, "no texts in this archive (" + folder_extensions() + ")", {context_.path},
                  "unpack it, and name the files that are texts");
    return std::nullopt;
  }

 private:
  void open(const std::string& name) {
    ReaderContext context = context_;
    context.id += '/' + name;
    context.path += '/' + name;
    try {
      std::string bytes = entries_.read();
      const Format& format = format_of(context, std::string_view(bytes).substr(0, first_look));
      inner_ = format.open(memory_bytes(std::move(bytes)), std::move(context));
    } catch (const Error& error) {
      if (error.where().path == context_.path)
        context_.failures(Error(error.code(), error.message(), {context_.path + '/' + name}, error.hint()));
      else
        context_.failures(error);
    }
  }

  ReaderContext context_;
  ArchiveEntries entries_;
  std::unique_ptr<Reader> inner_;
  bool any_ = false;
  PassedOver others_;
};

/// Standard input that brings nothing: no document, unlike a file that is empty.
class NoReader final : public Reader {
 public:
  std::optional<RawDocument> next() override { return std::nullopt; }
};

/// Reads a packed stream to its end once, so that nothing of a damaged file is used: in memory where it fits, else from
/// the file again.
std::unique_ptr<ByteSource> proven(std::unique_ptr<PeekedSource> source, const ReaderContext& context) {
  auto head = std::make_unique<PeekedSource>(std::move(source), proof_size);
  if (head->whole() || context.path == "-") return head;
  std::string rest(first_look, '\0');
  while (head->read(rest.data(), rest.size()) != 0) continue;
  return unpacked_bytes(context.path, *context.options);
}

/// Office documents and books are zip files, too.
bool is_packed_document(const ReaderContext& context, std::string_view head) {
  const Format* named = format_of_name(context.path);
  return format_of_signature(head) != nullptr || (named != nullptr && named->packed);
}

std::unique_ptr<Reader> open_packed(std::unique_ptr<ByteSource> source, Container container, bool regular,
                                    ReaderContext context) {
  auto inside = std::make_unique<PeekedSource>(
      expanded(std::move(source), container, context.path, limits_of(*context.options)), first_look);
  const Container within = container_of(inside->head());
  if (within == Container::tar) {
    std::unique_ptr<ByteSource> bytes = regular ? proven(std::move(inside), context) : std::move(inside);
    return std::make_unique<ArchiveReader>(std::move(bytes), std::move(context));
  }
  if (within != Container::none && !(within == Container::zip && is_packed_document(context, inside->head())))
    throw Error(Errc::archive, "packed twice", {context.path}, "unpack it once yourself");
  const Format& format = format_of(context, inside->head());
  const bool streamed = format.many || !context.options->split.empty();
  std::unique_ptr<ByteSource> bytes;
  if (streamed && regular)
    bytes = proven(std::move(inside), context);
  else
    bytes = std::move(inside);
  return format.open(std::move(bytes), std::move(context));
}

}  // namespace

std::unique_ptr<Reader> open_input(ReaderContext context) {
  std::unique_ptr<ByteSource> source = file_bytes(context.path);
  return open_input(std::move(source), std::move(context));
}

std::unique_ptr<Reader> open_input(std::unique_ptr<ByteSource> source, ReaderContext context) {
  const bool regular = source->size_hint() != 0 && context.path != "-";
  auto peeked = std::make_unique<PeekedSource>(std::move(source), first_look);
  if (context.path == "-" && peeked->whole() && peeked->head().empty()) return std::make_unique<NoReader>();
  const Container container = container_of(peeked->head());
  if (holds_files(container) && !is_packed_document(context, peeked->head()))
    return std::make_unique<ArchiveReader>(std::move(peeked), std::move(context));
  if (container != Container::none && !holds_files(container))
    return open_packed(std::move(peeked), container, regular, std::move(context));
  const Format& format = format_of(context, peeked->head());
  return format.open(std::move(peeked), std::move(context));
}

std::unique_ptr<ByteSource> unpacked_bytes(const std::string& path, const InputOptions& options) {
  auto peeked = std::make_unique<PeekedSource>(file_bytes(path), first_look);
  const Container container = container_of(peeked->head());
  if (container == Container::none || holds_files(container)) return peeked;
  return expanded(std::move(peeked), container, path, limits_of(options));
}

}  // namespace topos
