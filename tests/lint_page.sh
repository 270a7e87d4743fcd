#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Holds a manual page to mandoc's rules. A page may refer to pages that are not installed here.
command -v mandoc >/dev/null 2>&1 || { echo "skipped: mandoc is not installed"; exit 77; }
complaints=$(mandoc -T lint -W warning "$1" 2>&1 | grep -v 'referenced manual not found')
[ -z "$complaints" ] && exit 0
echo "$complaints"
exit 1
