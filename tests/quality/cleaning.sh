#!/usr/bin/env bash
# Measures the cleaning of one set of pages and holds the figures to their floors.
# usage: cleaning.sh SYNOPTIC_EVAL FOLDER_OF_SETS SET FLOORS
set -u
eval_program=$1 set=$3 floors=$4
found=("$2/$set".jsonl "$2/$set".jsonl.zst)
for file in "${found[@]}"; do
  [ -f "$file" ] && exec "$eval_program" cleaning --floors "$floors" "$file"
done
echo "no pages of $set in $2: skipped, not measured"
exit 77
