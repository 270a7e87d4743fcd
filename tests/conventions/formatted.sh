#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# formatted.sh ROOT: fails if a source file is not as clang-format 14 leaves it. Other versions break lines elsewhere.
set -eu
command -v clang-format-14 >/dev/null || { echo "clang-format-14 is not there"; exit 77; }
find "$1/lib" "$1/cli" "$1/tests" \( -name '*.cpp' -o -name '*.hpp' \) -print0 |
  xargs -0 -n 50 -P 2 clang-format-14 --dry-run -Werror
