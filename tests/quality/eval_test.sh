#!/usr/bin/env bash
# synoptic-eval from outside: exit codes, the same figures on any number of threads, floors.
# usage: eval_test.sh SYNOPTIC_EVAL
set -u
eval_program=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

expect() {  # expect CODE NAME COMMAND...
  local code=$1 name=$2
  shift 2
  "$@" >"$work/out" 2>"$work/err" </dev/null
  local got=$?
  [ $got -eq "$code" ] && return
  echo "FAIL $name: exit code $got, expected $code"
  head -n 3 "$work/err"
  failed=1
}
has() {  # has NAME FILE PATTERN
  grep -Eq -- "$3" "$work/$2" || { echo "FAIL $1: $2 lacks '$3'"; failed=1; }
}

text='The council said on Monday that the bridge will open again after two years of work.'
line() {  # line ID LANG GOLD
  printf '{"id":"%s","lang":"%s","url":"https://%s.example/a","html":"<html><body><h1>Bridge reopens in the old town</h1><p>%s</p></body></html>","articleBody":"%s","title":"Bridge reopens in the old town","date":NaN,"authors":[],"with":["two years"],"without":["cookie"]}\n' \
    "$1" "$2" "$1" "$text" "$3"
}
{
  line a en "$text"
  line b en "$text And more that was not got, for which recall must be paid."
  line c de "$text"
} >"$work/set.jsonl"

expect 0 help "$eval_program" --help
expect 1 'no command' "$eval_program"
expect 1 'no set' "$eval_program" cleaning
expect 1 'no such part' "$eval_program" cleaning --part all "$work/set.jsonl"
expect 2 'no such set' "$eval_program" cleaning "$work/none.jsonl"
has 'no such set' err '^synoptic-eval: .*none.jsonl: no such file'
expect 0 'a set' "$eval_program" cleaning "$work/set.jsonl"
has 'a set' out '^set +3 +0 +0\.[0-9]+ +1\.0000 +0\.[0-9]+'
expect 0 'as JSON' "$eval_program" cleaning --json --by-language --threads 1 "$work/set.jsonl"
has 'as JSON' out '^\{"set":"set","pages":3,"none":0,"figures":\{"f1":0\.[0-9]+,"precision":1,'
has 'by language' out '"de":\{"pages":1,"none":0,"figures":\{"f1":1,'
cp "$work/out" "$work/one"
expect 0 'on three threads' "$eval_program" cleaning --json --by-language --threads 3 "$work/set.jsonl"
cmp -s "$work/out" "$work/one" || { echo 'FAIL figures depend on the threads'; failed=1; }
expect 0 'the worst page' "$eval_program" cleaning --worst 1 "$work/set.jsonl"
has 'the worst page' out '^ +0\.[0-9]+ P 1\.000 R 0\.[0-9]+  b$'
printf 'set\tf1\t0.5\nset/de\twith\t1\n' >"$work/floors"
expect 0 'above the floors' "$eval_program" cleaning --floors "$work/floors" "$work/set.jsonl"
printf 'set\tf1\t0.999\n' >"$work/floors"
expect 3 'below a floor' "$eval_program" cleaning --floors "$work/floors" "$work/set.jsonl"
has 'below a floor' err '^synoptic-eval: set f1: 0\.[0-9]+ is below the floor of 0\.999'
printf 'set\tf1\n' >"$work/floors"
expect 2 'a broken floor' "$eval_program" cleaning --floors "$work/floors" "$work/set.jsonl"
echo '{broken' >>"$work/set.jsonl"
expect 3 'a broken line' "$eval_program" cleaning "$work/set.jsonl"
has 'a broken line' err 'set.jsonl:4: is not JSON'
has 'the rest is measured' out '^set +3 '

printf '%s\n' '{"text":"It fell on Tuesday.","date":"2026-03-18","times":[{"text":"Tuesday","from":"2026-03-17","to":"2026-03-17","precision":"day"}]}' \
  '{"text":"It fell on Friday.","date":"2026-03-18","times":[]}' >"$work/en.jsonl"
expect 0 'times' "$eval_program" times --misses "$work/en.jsonl"
has "times" out "^times/en +2 +1 +2 +0\.6667 +0\.5000 +1\.0000$"
has "a time too much" out "^    found  \[Friday\] 2026-03-13/2026-03-13 day$"
expect 0 'times, odd lines, as JSON' "$eval_program" times --json --part test "$work/en.jsonl"
has "times as JSON" out "^\{\"set\":\"times/en\",\"cases\":1,\"gold\":1,\"found\":1,\"figures\":\{\"f1\":1,"
printf 'times/en\tf1\t0.9\n' >"$work/floors"
expect 3 'times below a floor' "$eval_program" times --floors "$work/floors" "$work/en.jsonl"
expect 2 'no times' "$eval_program" times "$work/none.jsonl"
echo '{broken' >>"$work/en.jsonl"
expect 3 'times, a broken line' "$eval_program" times "$work/en.jsonl"
has 'times, a broken line' err 'en.jsonl:3: is not JSON'

printf '%s\n' '{"text":"Three people were killed and 12 injured.","date":"2026-03-14","quantities":[{"text":"Three","kind":"count","value":3,"class":"killed"},{"text":"12","kind":"count","value":12,"class":"injured"}]}' \
  '{"text":"The dam is 40 metres high.","date":"2026-03-14","quantities":[{"text":"40 metres","kind":"distance","value":41,"unit":"m"}]}' >"$work/en.jsonl"
expect 0 'quantities' "$eval_program" quantities --json --misses "$work/en.jsonl"
has 'quantities' out '^\{"set":"quantities/en","cases":2,"gold":3,"found":3,"figures":\{"f1":0\.66'
expect 0 'the worst case' "$eval_program" quantities --worst 1 "$work/en.jsonl"
has 'the worst case' out '^ +missed  distance 41 m'
expect 0 'the odd lines' "$eval_program" quantities --part test "$work/en.jsonl"
has 'the odd lines' out '^quantities/en +1 +2 +2 +1\.0000'
printf 'quantities/en\tf1\t0.9\n' >"$work/floors"
expect 3 'quantities below a floor' "$eval_program" quantities --floors "$work/floors" "$work/en.jsonl"
echo '{"text":"no list"}' >>"$work/en.jsonl"
expect 3 'a case without its list' "$eval_program" quantities "$work/en.jsonl"

printf '%s\n' '{"text":"The mayor said that the bridge is safe.","quotes":[{"text":"the bridge is safe","form":"indirect","speaker":"The mayor"}]}' \
  '{"text":"The bridge is old.","quotes":[]}' >"$work/en.jsonl"
expect 0 'quotes' "$eval_program" quotes "$work/en.jsonl"
has 'quotes' out '^quotes/en +2 +1 +1 +1\.0000'
expect 0 'quotes as JSON' "$eval_program" quotes --json --part test "$work/en.jsonl"
has 'quotes as JSON' out '^\{"set":"quotes/en","cases":1,"gold":1,"found":1,"figures":\{"f1":1,'
printf 'quotes/en\tf1\t1.01\n' >"$work/floors"
expect 3 'quotes below a floor' "$eval_program" quotes --floors "$work/floors" "$work/en.jsonl"
expect 2 'no quotes' "$eval_program" quotes "$work/none.jsonl"

printf '%s\n' '{"text":"The dam will close, Reuters reported.","origins":["Reuters"]}' \
  '{"text":"Reuters laid off forty editors.","origins":[]}' >"$work/en.jsonl"
expect 0 'origins' "$eval_program" origins "$work/en.jsonl"
has 'origins' out '^origins/en +2 +1 +1 +1\.0000'

printf '%s\n' '{"text":"Residents fear that the dam will break.","outlooks":[{"text":"the dam will break","modality":"feared","polarity":"+","holder":"Residents"}]}' \
  '{"text":"It rained, as expected.","outlooks":[]}' >"$work/en.jsonl"
expect 0 'outlooks' "$eval_program" outlooks "$work/en.jsonl"
has 'outlooks' out '^outlooks/en +2 +1 +1 +1\.0000'
printf '%s\n' '{"text":"Lagos is Nigeria'"'"'s largest city.","standings":[{"subject":"Lagos","rank":1,"order":"largest","kind":"city","place":"Nigeria"}]}' >"$work/en.jsonl"
expect 0 'standings' "$eval_program" standings "$work/en.jsonl"
has 'standings' out '^standings/en +1 +1 +1 +1\.0000'

printf '%s\n' '{"text":"The suspect was arrested on Friday.","matters":{"arrest":"+"}}' \
  '{"text":"Nobody has been arrested.","matters":{"arrest":"-","resign":""}}' \
  '{"text":"No side at all.","matters":{"arrest":1}}' >"$work/en.jsonl"
expect 3 'matters' "$eval_program" matters "$work/en.jsonl"
has 'matters' out '^matters/en +2 +2 +2 +1\.0000 +1\.0000 +1\.0000 +1\.0000'
has 'matters' err 'en.jsonl:3: gives a matter no side'

mkdir "$work/stories"
printf '%s\n' '{"articles":[{"id":"a","lang":"en","publisher":"Herald","published":"2026-03-04T10:00","title":"Bus crash","text":"A bus fell into a gorge. It killed 27 people."},{"id":"b","lang":"en","publisher":"Courier","published":"2026-03-04T11:00","title":"A bus crash","text":"The bus left the road. The crash killed 29 people."}],"facts":[{"verdict":"differ","slot":"quantity","about":"killed","values":[{"norm":"27","in":{"a":"27"}},{"norm":"29","in":{"b":"29"}}]}],"not_differ":[],"provenance":{"first":"a"}}' >"$work/stories/02-bus.json"
expect 0 'synopsis' "$eval_program" synopsis --json "$work/stories"
has 'synopsis' out '^\{"set":"synopsis","stories":1,"accounts":2,"figures":\{"diff_precision":'
expect 2 'a synopsis of the other part' "$eval_program" synopsis --part test "$work/stories"
printf 'synopsis\tdiff_recall\t1.01\n' >"$work/floors"
expect 3 'synopsis below a floor' "$eval_program" synopsis --floors "$work/floors" "$work/stories"
echo '{"articles":[]}' >"$work/stories/04-none.json"
expect 3 'no story' "$eval_program" synopsis "$work/stories"
has 'no story' err '04-none.json: is no gold story'

[ $failed -eq 0 ] && echo 'all as expected'
exit $failed
