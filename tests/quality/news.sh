#!/usr/bin/env bash
# Measures the synopses of real news, whose gold is in the tree and whose articles are not, and holds the figures to
# their floors.
# usage: news.sh SYNOPTIC_EVAL SOURCE_FOLDER FOLDER_OF_SETS FLOORS
set -u
eval_program=$1 source=$2 sets=$3 floors=$4
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
python3 "$source/tools/contest/news_stories.py" "$source/tests/golds/synopsis_news/stories.jsonl" "$sets" "$made"
status=$?
if [ $status -ne 0 ]; then
  echo "no articles in $sets: not measured"
  exit $status
fi
"$eval_program" synopsis --set synopsis_news --floors "$floors" "$made"
