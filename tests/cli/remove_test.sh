#!/usr/bin/env bash
# Taking articles out of a store from outside: what is told, exit codes, and that no byte is left.
# usage: remove_test.sh SYNOPTIC SAMPLES
set -u
synoptic=$1 samples=$2
work=$(mktemp -d)
server=
trap '[ -n "$server" ] && kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
export XDG_DATA_HOME=$work/data
store=$work/s.db

. "$(dirname "$0")/expect.sh"
says() {  # says NAME TEXT: the last run said so on stderr
  check "$1" grep -q "^synoptic: .*$2" "$work/err"
}
check() {  # check NAME COMMAND...
  local name=$1
  shift
  if ! "$@"; then
    echo "FAIL $name"
    head -n 5 "$work/out" "$work/err"
    failed=1
  fi
}
holds() {  # holds WORD: one of the store's files has it
  cat "$store" "$store-wal" "$store-shm" 2>/dev/null | grep -aqi "$1"
}
lacks() { ! holds "$1"; }

page() {  # page FILE OUTLET TITLE FIRST SECOND
  cat >"$work/$1" <<HTML
<html lang="en"><head><title>$3</title><link rel="canonical" href="https://$2.example/ferry">
<meta property="og:site_name" content="$2">
<meta property="article:published_time" content="2026-03-10T08:00:00Z"></head><body><article>
<h1>$3</h1><p>$4</p>
<p>$5</p></article></body></html>
HTML
}
page a.html quay 'Ferry sinks off Sulawesi' 'A ferry with 200 passengers sank off the coast of Sulawesi on Tuesday and 15 people were killed, the Indonesian coast guard said in Makassar.' 'It had left Makassar in a storm, and rescuers from Jakarta searched for survivors until the evening.'
page b.html ledger 'Sulawesi ferry disaster kills many' 'At least one of the worst nights at sea in years: 12 people were killed when a ferry went down off Sulawesi in Indonesia on Tuesday, with 200 passengers from Makassar.' 'Captain Ruslan Zorblattine of Jakarta had been warned of the storm twice, a harbour master told reporters.'
page c.html ledger 'Sulawesi ferry disaster kills many' 'At least one of the worst nights at sea in years: 13 people were killed when a ferry went down off Sulawesi in Indonesia on Tuesday, with 200 passengers from Makassar.' 'Captain Ruslan Zorblattine of Jakarta had been warned of the storm three times, a harbour master told reporters.'
expect 0 'the store' "$synoptic" add --store "$store" --now 2026-03-10T09:00:00Z "$work/a.html" "$samples/rate-ecb"
expect 0 'two versions' "$synoptic" add --store "$store" --now 2026-03-10T10:00:00Z "$work/b.html"
expect 0 'two versions' "$synoptic" add --store "$store" --now 2026-03-10T11:00:00Z "$work/c.html"
check 'the word is there' holds zorblattine
article=$("$synoptic" read --plain "$work/b.html" | cut -d'"' -f4)

expect 1 'nothing named' "$synoptic" remove --store "$store"
says 'nothing named' "needs an article's id, a SHA-256 or an address"
expect 1 'no time' "$synoptic" remove --store "$store" --now yesterday "$article"
expect 2 'no store' "$synoptic" remove --store "$work/none.db" "$article"
says 'no store' 'none.db: no such store'
check 'none is made' test ! -e "$work/none.db"
expect 2 'unknown ids' "$synoptic" remove --store "$store" 0123456789abcdef https://none.example/1
says 'unknown ids' '0123456789abcdef: no such article, capture or address in the store'
says 'unknown ids' 'https://none.example/1: no such article'

expect 0 'a dry run' "$synoptic" remove --store "$store" --dry-run "$article"
check 'both versions' test "$(grep -c '^article  ' "$work/out")" -eq 2
check 'one is an older one' grep -q "^article  $article  Sulawesi ferry disaster kills many (ledger), another version$" "$work/out"
check 'both captures' test "$(grep -c '^capture  [0-9a-f]\{64\}  ' "$work/out")" -eq 2
cp "$work/out" "$work/dry"
check 'nothing is gone' holds zorblattine
expect 3 'a dry run with an unknown id' "$synoptic" remove --store "$store" --dry-run "$article" nosuch

# While the store is being served, its pages show it gone.
port=$((20000 + RANDOM % 20000))
"$synoptic" serve --store "$store" --port "$port" >/dev/null 2>&1 &
server=$!
url=http://127.0.0.1:$port
if command -v curl >/dev/null; then
  for _ in $(seq 100); do curl -sf "$url/healthz" >/dev/null && break; sleep 0.1; done
  status() { curl -s -o "$work/page" -w '%{http_code}' "$url$1"; }
  check 'its page' test "$(status "/article/$article")" = 200
  story=$(curl -s "$url/?q=Zorblattine" | grep -o 'href="/story/s[0-9a-f]*' | head -n 1 | cut -d/ -f3)
  check 'its story' test "$(status "/story/$story")" = 200
  check 'it stands there' grep -qi ledger "$work/page"
fi
expect 0 'removed' "$synoptic" remove --store "$store" --now 2026-03-10T12:00:00Z "$article"
check 'what was said before' cmp -s "$work/out" "$work/dry"
check 'what was done' grep -q '^2 articles removed with 2 captures; 1 story told anew, 0 stories gone\.' "$work/err"
check 'no byte is left' lacks zorblattine
if command -v curl >/dev/null; then
  check 'its page is gone' test "$(status "/article/$article")" = 404
  check 'its story is there' test "$(status "/story/$story")" = 200
  check 'without it' bash -c '! grep -qi ledger "$1"' _ "$work/page"
  status '/?q=Zorblattine' >/dev/null
  check 'nothing is found' bash -c '! grep -q "href=\"/story/" "$1"' _ "$work/page"
fi
kill "$server" && wait "$server" 2>/dev/null
server=
check 'nor after the server' lacks zorblattine
expect 0 'doctor' "$synoptic" doctor --store "$store"
expect 2 'removed again' "$synoptic" remove --store "$store" "$article"
expect 0 'what is new' "$synoptic" compare --since LAST --store "$store"
check 'the difference has gone' grep -q 'No longer a difference' "$work/out"

# The store is what it would be without it.
expect 0 'the others alone' "$synoptic" add --store "$work/t.db" "$work/a.html" "$samples/rate-ecb"
story=$("$synoptic" stories --json "$work/a.html" | grep -o '"id":"s[0-9a-f]*"' | head -n 1 | cut -d'"' -f4)
expect 0 'its story' "$synoptic" compare --json --store "$store" "$story"
cp "$work/out" "$work/left"
expect 0 'the same of the others' "$synoptic" compare --json --store "$work/t.db" "$story"
check 'is the same' cmp -s "$work/out" "$work/left"
expect 0 'added again' "$synoptic" add --store "$store" "$work/c.html"
check 'as new' grep -q '^1 read, 0 known already' "$work/err"
expect 3 'one of two' "$synoptic" remove --store "$store" nosuch https://ledger.example/ferry
check 'no byte is left' lacks zorblattine

# Two articles of one capture.
{
  for n in 1 2; do
    printf '# Bridge %s opens in the old town of Zorblattinia\n\n2025-03-0%s\n\nThe council of district %s said on Monday that the old bridge will open again after two years of work that cost %s million euros.\n\nMayor Anna Berg thanked the %s00 workers who had rebuilt it through the winter, and the people who waited.\n\n---\n\n' $n $n $n $n $n
  done
} >"$work/two.md"
expect 0 'two articles of one file' "$synoptic" add --store "$store" "$work/two.md"
ids=$("$synoptic" read --plain "$work/two.md" | cut -d'"' -f4)
if [ "$(wc -w <<<"$ids")" -eq 2 ]; then
  first=${ids%%$'\n'*}
  expect 0 'the first of them' "$synoptic" remove --store "$store" "$first"
  says 'its bytes are still there' "two.md: stays in the store for 1 article that is from it, and its bytes hold the text still"
  check 'they are' holds zorblattinia
  expect 0 'with all of its capture' "$synoptic" remove --store "$store" --capture "${ids##*$'\n'}"
  check 'they are gone' lacks zorblattinia
else
  echo 'FAIL two.md is no longer two articles'
  failed=1
fi

# Killed at any moment: all is there, or nothing; what was begun is finished.
for delay in 0.02 0.05 0.1 0.15 0.2; do
  "$synoptic" add --store "$store" "$work/b.html" 2>/dev/null
  (timeout -s KILL $delay "$synoptic" remove --store "$store" "$article"; :) >/dev/null 2>&1
  "$synoptic" doctor --store "$store" >"$work/out" 2>&1
  code=$?  # 3: something is left to be done
  check "doctor after a kill at $delay" test $code -eq 0 -o $code -eq 3
  "$synoptic" remove --store "$store" "$article" >"$work/out" 2>&1
  check "gone after a kill at $delay" lacks zorblattine
done

[ $failed -eq 0 ] && echo 'all as expected'
exit $failed
