#!/usr/bin/env bash
# What is new from outside: the log, versions, and a webhook whose receiver is down, then up.
# usage: watch_test.sh SYNOPTIC
set -u
synoptic=$1
work=$(mktemp -d)
receiver=
trap '[ -n "$receiver" ] && kill "$receiver" 2>/dev/null; rm -rf "$work"' EXIT
export XDG_DATA_HOME=$work/data

. "$(dirname "$0")/expect.sh"
check() {  # check NAME COMMAND...
  local name=$1
  shift
  if ! "$@"; then
    echo "FAIL $name"
    head -n 5 "$work/out" "$work/err"
    failed=1
  fi
}

page() {  # page FILE URL KILLED
  cat >"$work/$1" <<HTML
<html lang="en"><head><title>Ferry sinks off Sulawesi</title><link rel="canonical" href="$2">
<meta property="og:site_name" content="The Quay">
<meta property="article:published_time" content="2026-03-10T08:00:00Z"></head><body><article>
<h1>Ferry sinks off Sulawesi</h1>
<p>A ferry with 200 passengers sank off the coast of Sulawesi on Tuesday and $3 people were killed,
the Indonesian coast guard said in Makassar.</p>
<p>The ship had left Makassar in a storm, and rescuers from Jakarta searched for survivors.</p>
</article></body></html>
HTML
}
page a.html https://quay.example/ferry 15
page a2.html https://quay.example/ferry 12
cat >"$work/b.html" <<'HTML'
<html lang="en"><head><title>Sulawesi ferry disaster kills many</title>
<link rel="canonical" href="https://ledger.example/ferry">
<meta property="og:site_name" content="The Ledger">
<meta property="article:published_time" content="2026-03-10T09:00:00Z"></head><body><article>
<h1>Sulawesi ferry disaster kills many</h1>
<p>At least one of the worst nights at sea in years: 12 people were killed when a ferry went down off
Sulawesi in Indonesia on Tuesday.</p>
<p>It had sailed from Makassar with 200 passengers in a storm. Teams from Jakarta are searching, the
Indonesian coast guard said.</p></article></body></html>
HTML
printf 's3cret\n' >"$work/secret"
hook=http://127.0.0.1:9/hook

expect 0 'the first' "$synoptic" add --now 2026-03-10T09:00:00Z "$work/a.html"
expect 0 'nothing is new' "$synoptic" compare --since LAST --json
check 'nothing is printed' test ! -s "$work/out"
expect 1 'a webhook without a secret' "$synoptic" add --webhook $hook "$work/b.html"
expect 1 'no web address' "$synoptic" add --webhook file:///x --webhook-secret-file "$work/secret" "$work/b.html"
expect 2 'no secret' "$synoptic" add --webhook $hook --webhook-secret-file "$work/none" "$work/b.html"
expect 1 'no time' "$synoptic" add --now yesterday "$work/b.html"
expect 3 'a receiver that is down' "$synoptic" add --now 2026-03-10T10:00:00Z --webhook $hook \
  --webhook-secret-file "$work/secret" "$work/b.html"
check 'it says so' grep -q "^synoptic: $hook: " "$work/err"
expect 0 'what is new' "$synoptic" compare --since LAST
check 'they differ' grep -q 'They differ: how many killed: 15 (The Quay) | 12 (The Ledger)' "$work/out"
"$synoptic" compare --since LAST --json >"$work/last"
expect 0 'since a day' "$synoptic" compare --since 2026-03-10 --json
check 'the same' cmp -s "$work/out" "$work/last"
expect 0 'since a span' "$synoptic" compare --since 2h --now 2026-03-10T11:00:00Z --json
check 'the same' cmp -s "$work/out" "$work/last"
expect 0 'since later' "$synoptic" compare --since 2h --now 2026-03-11 --json
check 'nothing' test ! -s "$work/out"
expect 1 'since nonsense' "$synoptic" compare --since nonsense
expect 0 'the outbox' "$synoptic" watch outbox
check 'one waits' test "$(wc -l <"$work/out")" -eq 1

expect 1 'a receiver that is none' "$synoptic" watch drop --webhook nosuch
expect 2 'a receiver for whom nothing waits' "$synoptic" watch drop --webhook http://127.0.0.1:9/other
expect 0 'a revision' "$synoptic" add --now 2026-03-10T11:00:00Z "$work/a2.html"
expect 0 'what is new' "$synoptic" compare --since LAST
check 'the text changed' grep -q 'Changed its text: The Quay: figure changed (killed): 15 → 12' "$work/out"
check 'they agree' grep -q 'No longer a difference: how many killed, differ → agree' "$work/out"
expect 0 'added again' "$synoptic" add "$work/a2.html" "$work/a.html"
expect 0 'nothing is new' "$synoptic" compare --since LAST --json
check 'nothing is printed' test ! -s "$work/out"
article=$("$synoptic" read --plain "$work/a.html" | cut -d'"' -f4)
expect 0 history "$synoptic" explain "$article" --history
check 'two versions' test "$(grep -c '^  added ' "$work/out")" -eq 2
check 'the figure' grep -q 'figure changed (killed): 15 → 12' "$work/out"
expect 0 'history as JSON' "$synoptic" explain "$article" --history --json
check 'bytes on both sides' grep -Eq '"kind":"figure_changed","about":"killed","before":\{"article":"[0-9a-f]{16}","span":\[[0-9]+,[0-9]+\]' "$work/out"
expect 2 'history of nothing' "$synoptic" explain 0123456789abcdef --history

# The same receiver is up now, at another address: it gets what is new from then on.
if command -v node >/dev/null; then
  cat >"$work/receiver.js" <<'JS'
const http = require('http'), crypto = require('crypto'), fs = require('fs');
const out = process.argv[2];
const server = http.createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part)).on('end', () => {
    const body = Buffer.concat(parts);
    const [, time, sign] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(request.headers['x-synoptic-signature']);
    const right = crypto.createHmac('sha256', 's3cret').update(time + '.').update(body).digest('hex');
    const { id, entries } = JSON.parse(body);
    fs.appendFileSync(out, `${sign === right} ${id === request.headers['x-synoptic-delivery']} ${entries.length}\n`);
    response.end();
  });
});
server.listen(0, '127.0.0.1', () => fs.writeFileSync(out + '.port', String(server.address().port)));
JS
  node "$work/receiver.js" "$work/got" &
  receiver=$!
  for _ in $(seq 100); do [ -s "$work/got.port" ] && break; sleep 0.1; done
  up=http://127.0.0.1:$(cat "$work/got.port")/hook
  page a3.html https://quay.example/ferry 19
  expect 0 'a receiver that is up' "$synoptic" add --now 2026-03-10T12:00:00Z --webhook "$up" \
    --webhook-secret-file "$work/secret" "$work/a3.html"
  check 'signed, with its id' grep -Eq '^true true [1-9]' "$work/got"
fi
expect 3 'deliver to one that is still down' "$synoptic" watch deliver --webhook-secret-file "$work/secret"
expect 0 drop "$synoptic" watch drop --webhook $hook
expect 2 'deliver from no store' "$synoptic" watch deliver --store "$work/typo.db" --webhook-secret-file "$work/secret"
check 'no store is made' test ! -e "$work/typo.db"
expect 0 'an empty outbox' "$synoptic" watch outbox
check 'nothing waits' test ! -s "$work/out"

# Killed again and again, then run to the end: every version is there, every change told once.
mkdir "$work/v1" "$work/v2"
for i in $(seq 10 39); do
  page "v1/$i.html" "https://quay.example/ferry/$i" "$i"
  page "v2/$i.html" "https://quay.example/ferry/$i" "$((i + 50))"
done
killed=$work/killed.db
for delay in 0.3 0.5 0.7 0.9; do
  (timeout -s KILL $delay "$synoptic" add --store "$killed" "$work/v1" "$work/v2"; :) >/dev/null 2>&1
done
expect 0 'after the kills' "$synoptic" add --store "$killed" "$work/v1" "$work/v2"
check 'all articles are there' grep -q 'The store has 30 articles' "$work/err"
expect 0 'the log after the kills' "$synoptic" compare --since 2020-01-01 --json --store "$killed"
check 'each change is told once' test "$(grep -c '"kind":"revision"' "$work/out")" -eq 30
expect 0 'a run without kills' "$synoptic" add --store "$work/whole.db" "$work/v1" "$work/v2"
expect 0 'its log' "$synoptic" compare --since 2020-01-01 --json --store "$work/whole.db"
check 'each change is told once' test "$(grep -c '"kind":"revision"' "$work/out")" -eq 30

[ $failed -eq 0 ] && echo 'all as expected'
exit $failed
