// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <deque>
#include <optional>
#include <set>

#include "topos/base/error.hpp"
#include "topos/base/io.hpp"
#include "topos/base/output_folder.hpp"
#include "topos/base/temporary_file.hpp"
#include "topos/base/zip_writer.hpp"
#include "topos/report/exports/annotation_export.hpp"
#include "topos/report/exports/database.hpp"
#include "topos/report/exports/workbook.hpp"

namespace topos {
namespace {

constexpr const ExportFormat* all[] = {
#define TOPOS_EXPORT(id) &exports::id,
#include "topos/report/exports/exports.def"
#undef TOPOS_EXPORT
};

ExportContext context_of(const std::vector<const Codebook*>& books,
                         const std::set<std::pair<std::string, std::string>>& codes) {
  ExportContext context;
  const auto met = [&](const std::string& book) {
    const auto first = codes.lower_bound({book, {}});
    return codes.empty() || (first != codes.end() && first->first == book);
  };
  for (const Codebook* book : books)
    if (met(book->id)) context.books.push_back(book);
  for (const auto& code : codes) {
    const auto knows = [&](const Codebook* book) { return book->id == code.first && book->find(code.second); };
    if (std::none_of(context.books.begin(), context.books.end(), knows)) context.others.insert(code);
  }
  return context;
}

}  // namespace

std::span<const ExportFormat* const> export_formats() noexcept { return all; }

const ExportFormat* find_export_format(std::string_view name) noexcept {
  for (const ExportFormat* format : all)
    if (format->name == name) return format;
  return nullptr;
}

/// Shared files wait in temporary ones, as their heads are known last: a stream brings its codebooks with it.
struct ExportWriter::Impl {
  Impl(const ExportFormat& chosen, std::string target, std::string scratch)
      : format(chosen), path(std::move(target)), temporary(std::move(scratch)) {
    const bool named = !path.empty() && path != "-";
    if (format.shape == ExportShape::folder) {
      if (!named)
        throw Error(Errc::usage, std::string(format.name) + " is a folder of files, and none is named", {},
                    "name one with -o");
      folder = std::make_unique<OutputFolder>(path);
      return;
    }
    if (format.shape == ExportShape::database && !named)
      throw Error(Errc::usage, "a database cannot be written to standard output", {}, "name a file with -o");
    out = std::make_unique<OutputStream>(path);
    if (format.shape == ExportShape::archive)
      zip = std::make_unique<ZipWriter>([this](std::string_view bytes) { out->write(bytes); });
  }

  /// Writes files that belong together: their names, which come from ids of documents, may be taken, and are then
  /// told apart in the same way.
  void add_files(const std::vector<std::pair<std::string, std::string>>& files) {
    const auto called = [](const std::string& name, std::size_t n) {
      const std::size_t dot = std::min(name.rfind('.'), name.size());
      return n == 1 ? name : name.substr(0, dot) + '-' + std::to_string(n) + name.substr(dot);
    };
    std::size_t n = 1;
    while (std::any_of(files.begin(), files.end(),
                       [&](const auto& file) { return names.contains(called(file.first, n)); }))
      ++n;
    for (const auto& [name, bytes] : files) {
      const std::string own = called(name, n);
      names.insert(own);
      if (folder) folder->write(own, bytes);
      if (zip) zip->add(own, bytes);
    }
  }

  /// Hands out what waits for a shared file, in pieces.
  template <class Take>
  void drain(const SharedFile& shared, std::size_t number, const Take& take) {
    take(shared.head);
    if (number < waiting.size()) {
      std::string buffer(std::size_t{1} << 20, '\0');
      std::uint64_t at = 0;
      while (const std::size_t size = waiting[number].read(at, buffer.data(), buffer.size())) {
        take(std::string_view(buffer.data(), size));
        at += size;
      }
    }
    take(shared.foot);
  }

  const ExportFormat& format;
  std::string path;
  std::string temporary;
  std::unique_ptr<OutputStream> out;
  std::unique_ptr<OutputFolder> folder;
  std::unique_ptr<ZipWriter> zip;
  std::deque<TemporaryFile> waiting;
  std::set<std::string> names;
  std::map<std::string, std::size_t> lost;
  std::set<std::pair<std::string, std::string>> codes;
  std::set<std::string> fields;
};

ExportWriter::ExportWriter(const ExportFormat& format, std::string path, std::string folder)
    : impl_(std::make_unique<Impl>(format, std::move(path), std::move(folder))) {}
ExportWriter::ExportWriter(ExportWriter&&) noexcept = default;
ExportWriter::~ExportWriter() = default;
const std::map<std::string, std::size_t>& ExportWriter::lost() const noexcept { return impl_->lost; }

void ExportWriter::add(const ExportPart& part) {
  impl_->add_files(part.files);
  while (impl_->waiting.size() < part.texts.size()) impl_->waiting.emplace_back(impl_->temporary);
  for (std::size_t i = 0; i < part.texts.size(); ++i)
    if (!part.texts[i].empty()) impl_->waiting[i].append(part.texts[i]);
  for (const auto& [what, n] : part.lost) impl_->lost[what] += n;
  impl_->codes.insert(part.codes.begin(), part.codes.end());
  impl_->fields.insert(part.fields.begin(), part.fields.end());
}

void ExportWriter::close(const std::vector<const Codebook*>& books) {
  ExportContext context = context_of(books, impl_->codes);
  context.fields = std::move(impl_->fields);
  context.empty = impl_->waiting.empty();
  const std::vector<SharedFile> shared = impl_->format.shared(context);
  if (impl_->format.fixed != nullptr) impl_->add_files(impl_->format.fixed(context));
  std::unique_ptr<Database> database;
  std::unique_ptr<Workbook> workbook;
  if (impl_->format.shape == ExportShape::database) database = std::make_unique<Database>(impl_->temporary);
  if (impl_->format.shape == ExportShape::workbook) workbook = std::make_unique<Workbook>(impl_->temporary);
  for (std::size_t i = 0; i < shared.size(); ++i) {
    if (impl_->zip) impl_->zip->begin(shared[i].name);
    if (workbook) workbook->begin(shared[i].name);
    impl_->drain(shared[i], i, [&](std::string_view bytes) {
      if (database)
        database->run(bytes);
      else if (workbook)
        workbook->run(bytes);
      else if (impl_->zip)
        impl_->zip->write(bytes);
      else if (impl_->folder)
        impl_->folder->write(shared[i].name, bytes);
      else
        impl_->out->write(bytes);
    });
  }
  const auto copy = [&](std::string_view bytes) { impl_->out->write(bytes); };
  if (database) database->copy(copy);
  if (workbook) workbook->copy(copy);
  if (impl_->zip) impl_->zip->finish();
  if (impl_->folder)
    impl_->folder->close();
  else
    impl_->out->close();
}

}  // namespace topos
