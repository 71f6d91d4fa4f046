#!/usr/bin/env bash
# SOURCE COMPILER: what no build of the tests makes, the programs of fuzz/ and tools/, still
# compiles. Their syntax only: about a minute, and no library is needed. A tool that measures against
# a peer whose headers are not here is passed over.
set -euo pipefail
source=$1
export compiler=$2
command -v "$compiler" >/dev/null || exit 77
cd "$source"

check() {
  local said
  said=$("$compiler" -std=c++20 -fsyntax-only -w -Isrc -Itools "$1" 2>&1) && return 0
  if grep -qE 'cld2/.*(file not found|No such file)' <<<"$said"; then
    echo "passed over: $1 (no headers of CLD2)"
    return 0
  fi
  printf '%s\n' "$said" >&2
  return 1
}
export -f check
find fuzz tools -name '*.cpp' -print0 | sort -z | xargs -0 -n 1 -P 2 bash -c 'check "$0"'
