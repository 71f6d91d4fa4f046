#!/usr/bin/env bash
# Measures the cleaning of pages on every set there is and holds the figures to their floors.
# usage: cleaning.sh SYNOPTIC_EVAL FOLDER_OF_SETS FLOORS
set -u
shopt -s nullglob
eval_program=$1 floors=$3
sets=("$2"/*.jsonl "$2"/*.jsonl.zst)
if [ ${#sets[@]} -eq 0 ]; then
  echo "no sets of pages in $2: not measured"
  exit 77
fi
exec "$eval_program" cleaning --floors "$floors" "${sets[@]}"
