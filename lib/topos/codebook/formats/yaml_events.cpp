// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/formats/yaml_events.hpp"

#include <yaml.h>

#include <new>

#include "topos/base/error.hpp"
#include "topos/base/shared_library.hpp"

namespace topos {
namespace {

constexpr std::size_t deepest = 100;

/// The functions of libyaml's interface for events.
struct YamlLibrary {
  decltype(&::yaml_parser_initialize) initialize = nullptr;
  decltype(&::yaml_parser_delete) finish = nullptr;
  decltype(&::yaml_parser_set_input_string) set_input = nullptr;
  decltype(&::yaml_parser_parse) parse = nullptr;
  decltype(&::yaml_event_delete) drop = nullptr;
};

YamlLibrary load() {
  const SharedLibrary library("libyaml", {"libyaml-0.so.2", "libyaml.so", "libyaml.dylib"},
                              "install it (Debian: libyaml-0-2)");
  YamlLibrary functions;
  library.find("yaml_parser_initialize", functions.initialize);
  library.find("yaml_parser_delete", functions.finish);
  library.find("yaml_parser_set_input_string", functions.set_input);
  library.find("yaml_parser_parse", functions.parse);
  library.find("yaml_event_delete", functions.drop);
  return functions;
}

const YamlLibrary& yaml_library() {
  static const YamlLibrary library = load();
  return library;
}

/// One run of libyaml's parser.
class Parser {
 public:
  Parser(std::string_view text, const std::string& path) : path_(path) {
    if (library_.initialize(&parser_) == 0) throw std::bad_alloc();
    library_.set_input(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() { library_.finish(&parser_); }

  void run(YamlHandler& handler) {
    for (;;) {
      yaml_event_t event;
      if (library_.parse(&parser_, &event) == 0) {
        const yaml_mark_t& at = parser_.problem_mark;
        throw Error(Errc::codebook,
                    std::string("not valid YAML: ") + (parser_.problem != nullptr ? parser_.problem : "unreadable"),
                    {path_, at.line + 1, at.column + 1});
      }
      const Dropper dropper{library_, event};
      if (event.type == YAML_STREAM_END_EVENT || event.type == YAML_DOCUMENT_END_EVENT) return;
      hand_over(event, handler);
    }
  }

 private:
  struct Dropper {
    const YamlLibrary& library;
    yaml_event_t& event;
    ~Dropper() { library.drop(&event); }
  };

  void refuse(bool wrong, const yaml_event_t& event, const char* why) const {
    if (wrong)
      throw Error(Errc::codebook, why, {path_, event.start_mark.line + 1, event.start_mark.column + 1},
                  "write the words out");
  }

  void hand_over(const yaml_event_t& event, YamlHandler& handler) {
    const std::size_t line = event.start_mark.line + 1;
    switch (event.type) {
      case YAML_ALIAS_EVENT:
        refuse(true, event, "an alias (*name) has no place in a dictionary");
        break;
      case YAML_SCALAR_EVENT:
        // R's own writer marks texts that look like something else with the tag of texts.
        refuse(event.data.scalar.tag != nullptr &&
                   std::string_view(reinterpret_cast<const char*>(event.data.scalar.tag)) != YAML_STR_TAG,
               event, "a tag has no place in a dictionary");
        handler.scalar({reinterpret_cast<const char*>(event.data.scalar.value), event.data.scalar.length}, line);
        break;
      case YAML_SEQUENCE_START_EVENT:
      case YAML_MAPPING_START_EVENT:
        refuse(++depth_ > deepest, event, "maps and lists nest too deeply");
        refuse((event.type == YAML_SEQUENCE_START_EVENT ? event.data.sequence_start.tag
                                                        : event.data.mapping_start.tag) != nullptr,
               event, "a tag has no place in a dictionary");
        if (event.type == YAML_SEQUENCE_START_EVENT)
          handler.begin_list(line);
        else
          handler.begin_map(line);
        break;
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        --depth_;
        handler.end();
        break;
      default:
        break;
    }
  }

  const YamlLibrary& library_ = yaml_library();
  const std::string& path_;
  yaml_parser_t parser_;
  std::size_t depth_ = 0;
};

}  // namespace

void parse_yaml(std::string_view text, const std::string& path, YamlHandler& handler) {
  Parser(text, path).run(handler);
}

}  // namespace topos
