#!/usr/bin/env bash
# Measures which mentions get one id and holds the figures to their floors. The set is packed: it is unpacked for the
# time of the test.
# usage: links.sh SYNOPTIC_EVAL FOLDER_OF_SETS FLOORS
set -u
eval_program=$1 packed=$2/linking-slavner.tar.zst floors=$3
if [ ! -f "$packed" ]; then
  echo "no $packed: skipped, not measured"
  exit 77
fi
if ! command -v zstd >/dev/null; then
  echo 'no zstd to unpack the set with: skipped, not measured'
  exit 77
fi
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
tar --zstd -xf "$packed" -C "$made" || exit 1
table=$(find "$made" -name mentions.tsv | head -n 1)
"$eval_program" links --floors "$floors" "$(dirname "$table")" asia_bibi ec trump brexit
