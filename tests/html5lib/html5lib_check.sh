#!/usr/bin/env bash
# ARCHIVE FOLDER PROGRAM EXCEPTIONS: unpacks the suite and runs the program on it.
set -euo pipefail
archive=$1 folder=$2 program=$3 exceptions=$4
[[ -f $archive ]] || exit 77
mkdir -p "$folder"
tar --zstd -xf "$archive" -C "$folder"
suite=$(find "$folder" -type d -name tokenizer -print -quit)
[[ -n $suite ]] || exit 77
exec "$program" "$(dirname "$suite")" "$exceptions"
