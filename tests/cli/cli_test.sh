#!/usr/bin/env bash
# The program from outside: exit codes, messages, bad input, the same output on any number of
# threads. usage: cli_test.sh SYNOPTIC SAMPLES
set -u
synoptic=$1 samples=$2
work=$(mktemp -d)
trap 'chmod -R u+rwx "$work" 2>/dev/null; rm -rf "$work"' EXIT
failed=0

# expect CODE NAME COMMAND...: runs it, keeps stdout and stderr in $work/out and $work/err.
expect() {
  local code=$1 name=$2
  shift 2
  "$@" >"$work/out" 2>"$work/err" </dev/null
  local got=$?
  if [ $got -ne "$code" ]; then
    echo "FAIL $name: exit code $got, expected $code"
    head -n 3 "$work/err"
    failed=1
  fi
}
says() {  # says NAME TEXT: the last run said so on stderr, in one line that begins as all do
  if ! grep -q "^synoptic: .*$2" "$work/err"; then
    echo "FAIL $1: stderr lacks 'synoptic: …$2'"
    head -n 3 "$work/err"
    failed=1
  fi
}
check() {  # check NAME COMMAND...
  local name=$1
  shift
  if ! "$@"; then
    echo "FAIL $name"
    failed=1
  fi
}

good=$work/good.txt
printf 'Bridge reopens in the old town\n\nThe city council said on Monday that the old bridge will open again after two years of work. The repair cost 3 million euros.\n\nMayor Anna Berg thanked the workers. "It was worth the wait," she said.\n' >"$good"

expect 0 help "$synoptic" --help
expect 0 version "$synoptic" --version
expect 1 'no command' "$synoptic"
expect 1 'unknown option' "$synoptic" read --nonsense "$good"
expect 0 'a good file' "$synoptic" read "$good"
check 'one article' test "$(wc -l <"$work/out")" -eq 1
check 'stdout is data only' test -z "$(cat "$work/err")"
expect 0 markdown "$synoptic" read --format markdown "$good"
check 'markdown has front matter' grep -q '^title: "Bridge reopens' "$work/out"
expect 0 'standard input' bash -c '"$1" read - <"$2"' _ "$synoptic" "$good"
check 'one article from standard input' test "$(wc -l <"$work/out")" -eq 1

expect 2 'no such file' "$synoptic" read "$work/nothing.txt"
says 'no such file' 'nothing.txt: no such file'
: >"$work/empty.txt"
expect 3 'empty among good' "$synoptic" read "$good" "$work/empty.txt"
says 'empty' 'empty.txt: is empty'
check 'the rest goes on' test "$(wc -l <"$work/out")" -eq 1
head -c 5000 /dev/urandom >"$work/random.bin"
printf '\0\0' >>"$work/random.bin"
expect 2 binary "$synoptic" read "$work/random.bin"
says binary 'random.bin: is binary'
mkfifo "$work/pipe"
expect 2 fifo timeout 20 "$synoptic" read "$work/pipe"
says fifo 'pipe: is a FIFO'
if [ "$(id -u)" -ne 0 ]; then
  mkdir "$work/closed" && cp "$good" "$work/closed/" && chmod 000 "$work/closed"
  expect 2 'unreadable folder' "$synoptic" read "$work/closed"
  says 'unreadable folder' 'closed: cannot be listed'
fi

printf 'Это достаточно длинный русский текст новости. Мэр города сообщил об открытии моста в понедельник, об\xD0' >"$work/cut.txt"
expect 0 'truncated UTF-8' "$synoptic" read "$work/cut.txt"
says 'truncated UTF-8' 'cut.txt: '
{ printf '<html><head><meta charset="iso-8859-1"><title>Мост открыт</title></head><body><h1>Мост открыт</h1><p>'
  printf 'Мэр города сообщил об открытии моста в понедельник утром. %.0s' 1 2 3 4
  printf '</p></body></html>'; } >"$work/label.html"
expect 0 'wrong charset label' "$synoptic" read "$work/label.html"
check 'the bytes win over a wrong label' grep -q 'Мэр города' "$work/out"
printf -- '---\nthis is : not [ yaml\n\tat all\n---\n\n# Bridge reopens\n\nThe council said on Monday that the bridge will open again after two years of work, and thanked all.\n' >"$work/yaml.md"
expect 0 'front matter that is not YAML' "$synoptic" read "$work/yaml.md"
head -c 900 "$samples/quake-hokkaido/miraat-ar.html" >"$work/half.html"
expect 0 'HTML cut in the middle' "$synoptic" read "$work/half.html"

head -c 104857600 /dev/zero | tr '\0' 'a' >"$work/line.txt"
expect 3 'a hundred megabytes' "$synoptic" read "$good" "$work/line.txt"
says 'a hundred megabytes' 'line.txt: .*larger than the limit'
truncate -s 8M "$work/line.txt"
if [ -z "${SANITIZED:-}" ]; then  # the sanitizers' shadow memory alone is over the limit
  ( ulimit -v 4000000; expect 0 'eight megabytes of one line' timeout 120 "$synoptic" read "$work/line.txt"; exit $failed ) || failed=1
fi
rm "$work/line.txt"

expect 0 'one thread' "$synoptic" read --threads 1 "$samples"
cp "$work/out" "$work/one"
expect 0 'four threads' "$synoptic" read --threads 4 "$samples"
check 'the same output on any number of threads' cmp -s "$work/out" "$work/one"
expect 0 compare "$synoptic" compare --json --threads 1 "$samples"
cp "$work/out" "$work/one"
expect 0 compare "$synoptic" compare --json --threads 3 "$samples"
check 'the same synopses on any number of threads' cmp -s "$work/out" "$work/one"

store=$work/deep/s.db
expect 3 'add with a failure' "$synoptic" add --store "$store" "$samples/rate-ecb" "$work/empty.txt"
expect 0 'add again' "$synoptic" add --store "$store" "$samples/rate-ecb"
check 'idempotent' grep -q '0 read' "$work/err"
expect 0 doctor "$synoptic" doctor --store "$store"
expect 2 'no such story' "$synoptic" compare --store "$store" s000000000000
says 'no such story' 'no such story'
story=$("$synoptic" stories --json "$samples/rate-ecb" | grep -o '"id":"s[0-9a-f]*"' | head -n 1 | cut -d'"' -f4)
expect 0 'a stored story' "$synoptic" compare --store "$store" "$story"
check 'it says something' test -s "$work/out"
"$synoptic" compare --json "$samples/rate-ecb" | grep -F "\"story\":\"$story\"" >"$work/one"
expect 0 'a stored story as JSON' "$synoptic" compare --json --store "$store" "$story"
check 'the store gives the same synopsis as the files' cmp -s "$work/out" "$work/one"
expect 0 'explain a story' "$synoptic" explain "$story" --store "$store"
article=$("$synoptic" read --plain "$samples/rate-ecb" | head -n 1 | cut -d'"' -f4)
expect 0 'explain an article' "$synoptic" explain "$article" --store "$store"
check 'with its dates' grep -q published "$work/out"

[ $failed -eq 0 ] && echo 'all as expected'
exit $failed
