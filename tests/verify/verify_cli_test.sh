#!/usr/bin/env bash
# `synoptic verify` and WARC files from outside: exit codes, what is named, where captures are found.
# usage: verify_cli_test.sh SYNOPTIC SAMPLES
set -u
synoptic=$(realpath "$1") samples=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME=$work/none
failed=0
cd "$work" || exit 1

expect() {  # expect CODE NAME COMMAND...
  local code=$1 name=$2
  shift 2
  "$@" >out 2>err </dev/null
  local got=$?
  if [ $got -ne "$code" ]; then
    echo "FAIL $name: exit code $got, expected $code"
    head -n 3 out err
    failed=1
  fi
}
says() {  # says NAME PATTERN: the last run printed a line like that
  if ! grep -Eq -- "$2" out err; then
    echo "FAIL $1: nothing like '$2'"
    head -n 5 out err
    failed=1
  fi
}

# record TYPE URL MEDIA_TYPE FILE: a WARC record on standard output
record() {
  printf 'WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2026-11-20T10:00:00Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n' \
    "$1" "$2" "$3" "$(wc -c <"$4")"
  cat "$4"
  printf '\r\n\r\n'
}
answer() {  # answer URL FILE: an HTTP response with the file
  { printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'; cat "$2"; } >body
  record response "$1" 'application/http; msgtype=response' body
}

mkdir pages
cp "$samples"/quake-hokkaido/* pages/
"$synoptic" compare --json pages >s.json 2>err
expect 0 'all is proven' "$synoptic" verify s.json
says 'all is proven' ' checked, [1-9][0-9]* proven, 0 failed'
expect 0 'compared anew' "$synoptic" verify --again s.json
expect 0 quiet "$synoptic" verify -q s.json
[ -s out ] && { echo 'FAIL quiet prints'; failed=1; }
expect 0 'as JSON' "$synoptic" verify --json s.json
says 'as JSON' '^\{"story":"s[0-9a-f]*","title":.*"proven":true,"cells":\{"checked":'
expect 0 'from standard input' bash -c '"$1" verify - <s.json' _ "$synoptic"
expect 0 'annotated articles' bash -c '"$1" read pages | "$1" verify -' _ "$synoptic"

# Elsewhere.
mkdir elsewhere && cp s.json elsewhere/ && cd elsewhere || exit 1
expect 4 'no captures' "$synoptic" verify s.json
says 'no captures' 'the capture was not found'
mkdir named
for page in ../pages/*; do cp "$page" "named/x$((n = ${n:-0} + 1)).bin"; done
gzip named/x1.bin
expect 0 'under other names' "$synoptic" verify s.json $(printf -- '--captures %s ' named/*)
for page in ../pages/*; do answer "https://quay.example/$(basename "$page")" "$page" | gzip; done >crawl.warc.gz
expect 0 'in an archive' "$synoptic" verify s.json --captures crawl.warc.gz
expect 0 'in an archive, compared anew' "$synoptic" verify --again s.json --captures crawl.warc.gz
expect 3 'a folder that is not there' "$synoptic" verify s.json --captures crawl.warc.gz --captures none
expect 2 'captures that are not there' "$synoptic" verify s.json --captures none
cd .. || exit 1
expect 0 'beside the JSON' bash -c 'cd elsewhere && "$1" verify ../s.json' _ "$synoptic"
mkdir -p beside/pages && cp s.json beside/
for page in pages/*; do { cat "$page"; echo; } >"beside/$page"; done
expect 0 'changed copies beside the JSON hide nothing' "$synoptic" verify beside/s.json

# What has no bytes, or bytes in another coding.
printf '%s\n' '{"title":"2 injured as barge hits bridge in Lyon","text":"A barge hit the bridge in Lyon on Monday, and 2 people were injured, the mayor said."}' >line.jsonl
expect 0 'a title beside a text' bash -c '"$1" read line.jsonl | "$1" verify --again -' _ "$synoptic"
says 'a title beside a text' '[1-9][0-9]* cells checked, [1-9][0-9]* proven, 0 failed'
expect 4 'another title beside a text' bash -c \
  '"$1" read line.jsonl | sed "s/as barge hits bridge/as ship hits bridge/" | "$1" verify -' _ "$synoptic"
says 'another title beside a text' 'another title came with the text'
printf '%s\n' 'Snapshot-Content-Location: https://quay.example/1' 'MIME-Version: 1.0' \
  'Content-Type: multipart/related; boundary="--b"' '' '----b' 'Content-Type: text/html' \
  'Content-Transfer-Encoding: quoted-printable' '' '<h1>Bridge closed in Lyon</h1><p class=3D"x">A barge hit =' \
  'the bridge in Lyon, and 12 people were injured, the mayor said.</p>' '----b--' >saved.mhtml
expect 0 'a saved page' bash -c '"$1" read saved.mhtml | "$1" verify --again -' _ "$synoptic"
says 'a saved page' '[1-9][0-9]* cells checked, [1-9][0-9]* proven, 0 failed'
expect 0 'its address' "$synoptic" read saved.mhtml
says 'its address' '"url":"https://quay.example/1"'

# Lies.
lies=0
lie() {  # lie NAME PATTERN SED [OPTION]: the changed synopsis fails, and the failure is named
  # Comparing anew runs the same code whichever field lies: a third of these for the sanitizers.
  [ -n "${SANITIZED:-}" ] && [ -n "${4:-}" ] && [ $((lies++ % 3)) -ne 0 ] && return
  sed -E "0,/x/$3" s.json >lie.json
  cmp -s s.json lie.json && { echo "FAIL $1: nothing was changed"; failed=1; }
  expect 4 "$1" "$synoptic" verify ${4:-} lie.json
  says "$1" "FAILED  $2"
}
lie 'another text' 'f[0-9a-f]+ text  in [0-9a-f]{16} \[' 's/("text":")12(","norm":"12")/\192\2/'
lie 'a longer span' 'f[0-9a-f]+ text  in' 's/("values":\[\{"article":"[0-9a-f]*","account":[0-9]+,"span":\[[0-9]+,)([0-9]+)/\11\2/'
lie 'another number' 'f[0-9a-f]+ norm  in' 's/("text":"12","norm":")12"/\121"/'
lie 'another day' 'f[0-9a-f]+ time  in' 's/("evidence_span"[^}]*"time":"|"time":")2/\13/'
lie 'another verdict' 'f[0-9a-f]+ verdict' 's/"verdict":"agree"/"verdict":"differ"/'
lie 'another subject' 'f[0-9a-f]+ about' 's/"slot":"quantity","about":"[a-z]*"/"slot":"quantity","about":"ships"/' --again
lie 'another name' 'f[0-9a-f]+ values\[[0-9]+\].name' 's/("norm":"12","name":")12/\1dozen/' --again
lie 'another line on top' 'event.cells\[0\].value' 's/("event":\{.*"cells":\[\{"role":"[a-z]*","value":")/\1not /' --again
lie 'another title' 'title' 's/(\{"story":"[^"]*","title":")/\1not /' --again
lie 'another publisher' 'sources\[[0-9]+\].publisher' 's/("sources":\[\{.*"publisher":)("[^"]*"|null)/\1"Somebody"/' --again
lie 'another first report' 'provenance.first' 's/("provenance":\{"first":")/\1not /' --again
lie 'another claimant' 'f[0-9a-f]+ values\[[0-9]+\].claimant' 's/("values":\[\{[^}]*"claimant":)(null|"[^"]*")/\1"Somebody"/' --again
lie 'another number behind the text' 'f[0-9a-f]+ values\[[0-9]+\].value' 's/("value":)12([,}])/\19999\2/' --again
lie 'another side' 'f[0-9a-f]+ values\[[0-9]+\].side' 's/("side":)0/\17/' --again
lie 'another confidence' 'f[0-9a-f]+ confidence' 's/("confidence":)[0-9.]+/\10.999/' --again
lie 'facts left out' 'f[0-9a-f]+ fact' 's/"differ":\[.*\],"updates":/"differ":[],"updates":/' --again
lie 'a key of its own' 'summary' 's/^\{/{"summary":"they lied",/' --again
lie 'another line on top, not compared anew' 'event [a-z_]+ value' 's/("event":\{.*"cells":\[\{"role":"[a-z]*","value":")/\1not /'
lie 'another cell beside the facts' '(event [a-z_]+|deed [0-9]+) text  in' 's/("event":\{.*"text":")/\1Not /'
lie 'another number behind the text, not compared anew' 'f[0-9a-f]+ value  in' 's/("value":)12([,}])/\19999\2/'
lie 'another first to say' 'moment [0-9]+ first_to_say' 's/("first_to_say":\[\{"fact":"[^"]*","value":")/\1not /'
lie 'another title, not compared anew' 'title' 's/(\{"story":"[^"]*","title":")/\1not /'
lie 'another capture' 'article  in' 's/"sha256":"(.)/"sha256":"f0/;s/"sha256":"f0[0-9a-f]/"sha256":"f0/'
sed -E 's/"text":"12"/"text":"12","text":"21"/' s.json >twice.json
expect 2 'a key told twice' "$synoptic" verify twice.json
says 'the key is named' 'an object has the key [a-z]+\[[0-9]+\].values\[[0-9]+\].text twice'
sed -E 's/"(agree|only|differ|updates|articles|accounts|sources)":\[/"\1":[],"x\1":[/g' s.json >empty.json
expect 4 'nothing told' "$synoptic" verify empty.json
"$synoptic" read pages >a.jsonl
sed -E 's/("dir":"[a-z]*","text":")/\1Sunk. /' a.jsonl >b.jsonl
cmp -s a.jsonl b.jsonl && { echo 'FAIL the text was not changed'; failed=1; }
expect 0 'articles read anew' "$synoptic" verify --again a.jsonl
expect 4 'another text of an article' "$synoptic" verify --again b.jsonl
says 'the text is named' 'FAILED  text'
page=$(ls pages/*.html | head -n 1)
cp "$page" kept
at=$("$synoptic" read "$page" | grep -Eo '"quantities":\[\{"span":\[[0-9]+' | grep -Eo '[0-9]+$')
printf 'Q' | dd of="$page" bs=1 seek="$at" conv=notrunc status=none
expect 4 'a changed byte' "$synoptic" verify s.json
mkdir -p given && cp "$page" given/
cp kept "$page"
expect 4 'given captures are not passed over' "$synoptic" verify s.json --captures given
says 'which was given' 'stands  given/'"$(basename "$page")"
cp "given/$(basename "$page")" "$page"
expect 4 'a changed byte' "$synoptic" verify s.json
says 'the capture is named' "FAILED  capture  in [0-9a-f]{16}: its SHA-256 is"
says 'the file is named' "stands  $page"
says 'what stands there' '^ *stands .*Q'
cp kept "$page"

# The store.
expect 0 add "$synoptic" add --store s.db pages
story=$(grep -Eo '^\{"story":"s[0-9a-f]*' s.json | head -n 1 | cut -d'"' -f4)
mv pages gone
expect 0 'a story of the store' "$synoptic" verify --store s.db "$story"
expect 0 'a story of the store, compared anew' "$synoptic" verify --again --store s.db "$story"
expect 0 'captures of the store' "$synoptic" verify --store s.db s.json
mv gone pages
{ for page in pages/*.html; do
    iconv -f utf-8 -t utf-8 "$page" >/dev/null 2>&1 || continue  # JSON is UTF-8
    printf '{"url":"https://quay.example/%s","html":"%s"}\n' "$(basename "$page")" \
      "$(tr '\n\t' '  ' <"$page" | sed 's/\\/\\\\/g; s/"/\\"/g')"
  done; } >pages.jsonl
expect 0 'add a file of pages' "$synoptic" add --store l.db pages.jsonl
"$synoptic" compare --json pages.jsonl >l.json
mv pages.jsonl gone.jsonl
expect 0 'lines of the store' "$synoptic" verify --store l.db l.json
expect 0 'lines by their hash' "$synoptic" verify l.json --captures gone.jsonl

# What cannot be read.
expect 1 'nothing asked' "$synoptic" verify
expect 2 'no such file' "$synoptic" verify none.json
expect 2 'no such story' "$synoptic" verify --store s.db s000000000000
{ echo 'HTTP/1.1 200 OK'; cat s.json; } >first.json
expect 3 'a broken first line' "$synoptic" verify first.json
says 'its line is named' 'first.json:1: is not JSON'
says 'the rest is proven' 'proven, 0 failed'
printf '{"story":"s1"}\n{"x":1}\n{\n' >bad.json
expect 2 'no synopses' "$synoptic" verify bad.json
says 'without sources' 'bad.json:1: is a synopsis without its sources'
says 'something else' 'bad.json:2: is neither a synopsis nor an article'
says 'broken' 'bad.json:3: is not JSON'
expect 3 'some of it' "$synoptic" verify s.json bad.json

# Archives as inputs.
expect 0 'read an archive' "$synoptic" read --plain elsewhere/crawl.warc.gz
says 'its address and day' '"url":"https://quay.example/[^"]*".*"fetched":"2026-11-20T10:00:00Z"'
"$synoptic" compare --json elsewhere/crawl.warc.gz >w.json
expect 0 'what came from an archive' "$synoptic" verify --again w.json
{ answer https://quay.example/1 "$page" | gzip
  answer http://www.quay.example/1 "$page" | gzip; } >twin.warc.gz
"$synoptic" read twin.warc.gz >t.json
expect 0 'the same bytes at two addresses' "$synoptic" verify --again t.json
sed 's|http://www.quay|http://elsewhere.quay|' t.json >lie.json
expect 4 'an address that none has' "$synoptic" verify --again lie.json
{ answer https://quay.example/1 pages/miraat-ar.html | gzip
  answer https://quay.example/2 "$page" | head -c 700 | gzip
  answer https://quay.example/3 "$page" | gzip; } >broken.warc.gz
expect 3 'a broken archive' "$synoptic" read --plain broken.warc.gz
says 'the record is named' '^synoptic: broken.warc.gz:[1-9][0-9]*: ends in the middle of the record'
[ "$(wc -l <out)" -eq 2 ] || { echo 'FAIL the rest goes on'; failed=1; }
cp broken.warc.gz pages/
expect 3 'an archive in a folder' "$synoptic" read --plain --threads 3 pages

[ $failed -eq 0 ] && echo 'all as expected'
exit $failed
