#!/usr/bin/env bash
# The program from outside: exit codes, messages, bad input, the same output on any number of
# threads. usage: cli_test.sh SYNOPTIC SAMPLES
set -u
synoptic=$1 samples=$2
work=$(mktemp -d)
trap 'chmod -R u+rwx "$work" 2>/dev/null; rm -rf "$work"' EXIT

. "$(dirname "$0")/expect.sh"
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
expect 0 'a pipe' bash -c '"$1" read <(cat "$2")' _ "$synoptic" "$good"
check 'one article from a pipe' test "$(wc -l <"$work/out")" -eq 1
bytes=$(printf 'caf\351.txt')
cp "$good" "$work/$bytes"
expect 0 'a name that is no UTF-8' "$synoptic" read "$work/$bytes"
check 'its bytes are shown' grep -q 'caf%E9.txt' "$work/out"
cp "$work/out" "$work/named.json"
expect 0 'and found again' "$synoptic" verify "$work/named.json"
rm "$work/$bytes"
expect 1 'a size of nothing' "$synoptic" read --max-size 0 "$good"
printf '{"url":"nope","text":"%s"}\n{"fetched":"soon","text":"%s"}\n' "$(tr '\n"' '  ' <"$good")" "$(tr '\n"' '  ' <"$good")" >"$work/odd.jsonl"
expect 0 'an address that is none' "$synoptic" read "$work/odd.jsonl"
says 'an address that is none' 'odd.jsonl:1: "url" is no address of the web .*"nope"'
says 'a time that is none' 'odd.jsonl:2: "fetched" is no time .*"soon"'
check 'both are read' test "$(wc -l <"$work/out")" -eq 2
expect 0 'the same in stories' "$synoptic" stories "$work/odd.jsonl"
says 'the same in stories' 'odd.jsonl:2: "fetched" is no time'
printf 'WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 3\r\n\r\nx\r\n\r\n\r\n' >"$work/bare.warc"
expect 2 'an archive without a page' "$synoptic" read "$work/bare.warc"
says 'an archive without a page' 'bare.warc: holds no page'
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

# Formats.
page=$work/page.html
cat >"$page" <<'HTML'
<!doctype html><html lang="en"><head><title>Bridge reopens in the old town - The Quay</title>
<meta property="og:title" content="Bridge reopens in the old town">
<meta property="article:published_time" content="2025-03-04T10:00:00+01:00"></head><body>
<nav class="menu"><a href="/">Home</a> <a href="/w">World</a> <a href="/s">Sport</a></nav>
<main><article class="story"><h1>Bridge reopens in the old town</h1>
<p>The city council said on Monday that the old bridge will open again after two years of work.</p>
<h2>What it cost</h2>
<p>2025. That is the year in which the repair of the bridge was paid, all 3 million euros of it.</p>
<ul><li>The first part was paid by the city itself.</li><li>The second part came from the state.</li></ul>
<blockquote><p>"It was worth the wait for all of us," said Mayor Anna Berg to those who came.</p></blockquote>
<figure><img src="b.jpg"><figcaption>The bridge as it looked on Sunday evening</figcaption></figure>
<p>The ferry that took people over the river will stop at the end of the month, the council said.</p>
</article></main></body></html>
HTML
expect 0 'markdown of a page' "$synoptic" read --format markdown "$page"
for line in '# Bridge reopens in the old town' '## What it cost' '2025\. That is the year.*' \
  '- The first part was paid by the city itself.' '> "It was worth the wait .*' \
  '\*The bridge as it looked on Sunday evening\*'; do
  check "markdown has '$line'" grep -qx -- "${line//2025\\./2025\\\\\\.}" "$work/out"
done
cp "$work/out" "$work/again.md"
expect 0 'markdown read again' "$synoptic" read --format text "$work/again.md"
cp "$work/out" "$work/one"
expect 0 'text of a page' "$synoptic" read --format text "$page"
check 'text begins with the title' test "$(head -n 1 "$work/out")" = 'Bridge reopens in the old town'
check 'text has no menu' bash -c '! grep -q Sport "$1"' _ "$work/out"
check 'markdown gives the same text when read again' cmp -s "$work/out" "$work/one"
expect 0 'text with what was removed' "$synoptic" read --format text --removed "$page"
check 'the menu is told with its reason' grep -Eq 'navigation|links|menu' "$work/out"
expect 0 'JSON with what was removed' "$synoptic" read --removed "$page"
check 'JSON stays one line' test "$(wc -l <"$work/out")" -eq 1
expect 0 table "$synoptic" read --format table "$page" "$samples/quake-hokkaido/shiokaze-ja.html"
check 'a head and two rows' test "$(wc -l <"$work/out")" -eq 3
check 'a row has the day, the words and the path' grep -Eq '^2025-03-04T10:00 en .* [0-9]+  .*page.html$' "$work/out"
expect 0 'one account as JSON' "$synoptic" compare --json "$page"
check 'is no synopsis' test ! -s "$work/out"
expect 2 'a word that is no path' "$synoptic" compare --store "$work/no.db" sUNKNOWN
says 'a word that is no path' 'sUNKNOWN: no such file or folder, and no store to look a story up in'
expect 1 'unknown format' "$synoptic" read --format xml "$page"
expect 0 'a synopsis of one page' "$synoptic" compare --all --json "$page"
check 'its time has the stated zone' grep -q '"published":"2025-03-04T10:00:00+01:00"' "$work/out"
expect 0 'the same as text' "$synoptic" compare --all "$page"
check 'its time has the zone there, too' grep -q '^  2025-03-04T10:00+01:00  ' "$work/out"
expect 0 'its story' "$synoptic" stories --json "$page"
check 'and in its story' grep -q '"first":"2025-03-04T10:00:00+01:00"' "$work/out"
expect 0 evidence "$synoptic" read --format text --evidence "$page"
check 'the chosen title is marked' grep -Eq '^  \* h1 .*Bridge reopens in the old town' "$work/out"
check 'the chosen day is marked' grep -Eq '^  \* 2025-03-04T10:00:00 published +metadata' "$work/out"
expect 0 'evidence as JSON' "$synoptic" read --evidence "$page"
check 'evidence is in the JSON' grep -q '"evidence":{"dates":\[{"value":"2025-03-04T10:00:00"' "$work/out"
check 'JSON stays one line' test "$(wc -l <"$work/out")" -eq 1

# Why is a block in, or out?
expect 0 'explain a page' "$synoptic" explain "$page"
check 'it lists the pieces' grep -Eq '^ +r0  removed: ' "$work/out"
expect 0 'explain a block' "$synoptic" explain "$page#0"
check 'why it is in' grep -q '^why  *kept as paragraph' "$work/out"
check 'where it stands' grep -q '^stands in  html > body > main > article.story > p$' "$work/out"
expect 0 'explain by words' "$synoptic" explain "$page#sport"
check 'why it is out' grep -q '^why  *removed by the rule' "$work/out"
check 'it is all links' grep -q '^links  *100 %' "$work/out"
at=$(grep -bo 'worth the wait' "$page" | cut -d: -f1)
expect 0 'explain by byte' "$synoptic" explain "$page#@$at"
check 'the quote' grep -q '^why  *kept as quote' "$work/out"
expect 0 'explain the title' "$synoptic" explain "$page#-1"
expect 0 'explain a page as JSON' "$synoptic" explain "$page" --json
check 'an object with its pieces' grep -Eq '^\{"id":".*"evidence":\{.*"pieces":\[\{"number":.*\}$' "$work/out"
expect 0 'explain a block as JSON' "$synoptic" explain "$page#sport" --json
check 'with its reason' grep -Eq '^\{"article":.*"kept":false,"kind":null,"reason":"[a-z_]+".*\}$' "$work/out"
expect 2 'explain words that are not there' "$synoptic" explain "$page#zeppelin"
says 'explain words that are not there' 'page.html: no block'
expect 2 'explain a byte of no piece' "$synoptic" explain "$page#@99999"
story=$("$synoptic" stories "$samples/quake-hokkaido" --json | grep -o '"id":"s[0-9a-f]*"' | head -n 1 | cut -d'"' -f4)
expect 0 'explain a story' "$synoptic" explain "$story" "$samples/quake-hokkaido"
check 'a word as each language writes it' grep -q '^    earthquake .*地震.*زلزال' "$work/out"
check 'a figure as each language writes it' grep -q '^    count 12000 .*1万2千.*12,000.*1.2万' "$work/out"
check 'how near the articles stand' grep -q 'joins from' "$work/out"
check 'what is doubtful' grep -q '^  date_conflict: ' "$work/out"
expect 0 'explain a story as JSON' "$synoptic" explain "$story" "$samples/quake-hokkaido" --json
check 'its shared evidence' grep -q '"shared":\[{"kind":"name"' "$work/out"
cp "$work/out" "$work/from_paths"
expect 0 'the same articles in a store' "$synoptic" add --store "$work/explain.db" "$samples/quake-hokkaido"
expect 0 'explain a story of the store' "$synoptic" explain "$story" --store "$work/explain.db" --json
check 'the store knows the same' grep -q '"shared":\[{"kind":"name"' "$work/out"
expect 2 'explain no story' "$synoptic" explain s000000000000 --store "$work/explain.db"
says 'explain no story' 'no such article, story or fact'
expect 2 'no such lexicon' "$synoptic" stories "$good" --lexicon "$work/none.bin"
says 'no such lexicon' 'none.bin: no such lexicon package'
expect 2 'a lexicon that is none' "$synoptic" stories "$good" --lexicon "$good"
says 'a lexicon that is none' 'good.txt: not a lexicon package'
expect 1 'embeddings without a model' "$synoptic" stories "$good" --embeddings http://127.0.0.1:9
says 'embeddings without a model' 'needs --embeddings-model'
expect 1 'embeddings at no address' "$synoptic" stories "$good" --embeddings localhost --embeddings-model m
says 'embeddings at no address' 'localhost: is no http: or https: address'
expect 0 'embeddings with nobody there' "$synoptic" stories "$good" --embeddings http://127.0.0.1:9 --embeddings-model m
says 'embeddings with nobody there' 'grouping goes on without vectors'
check 'stories all the same' grep -q 'Bridge reopens' "$work/out"
expect 2 'explain no file' "$synoptic" explain "$work/none.html#1"
says 'explain no file' 'none.html: no such file'

# Files of pages.
mkdir "$work/batch"
pages=$work/batch/pages.jsonl
one_line_html=$(tr '\n' ' ' <"$page" | sed 's/\\/\\\\/g; s/"/\\"/g')
{
  printf '{"html":"%s","url":"https://quay.example/bridge","fetched":"2025-03-05T00:00:00Z"}\n' "$one_line_html"
  printf '{"text":"A ferry stops\\n\\nThe ferry that took people over the river will stop at the end of the month, the council said.","url":"https://quay.example/ferry","date":"2025-03-06"}\n'
  printf '\n{"html": broken\n{"url":"https://quay.example/none"}\n{"html":""}\n{"html":"no page at all"}\n'
} >"$pages"
expect 3 'a file of pages' "$synoptic" read --plain "$pages"
check 'two articles' test "$(wc -l <"$work/out")" -eq 2
check 'the line is the path' grep -q 'pages.jsonl:1","url":"https://quay.example/bridge"' "$work/out"
check 'when it was fetched' grep -q '"fetched":"2025-03-05T00:00:00Z"' "$work/out"
check 'the day of a text' grep -q '"published":{"value":"2025-03-06"' "$work/out"
says 'broken JSON' 'pages.jsonl:4: is not JSON'
says 'no document' 'pages.jsonl:5: has neither "html" nor "text"'
says 'an empty page' 'pages.jsonl:6: is empty'
cp "$work/out" "$work/one"
for threads in 1 5; do
  expect 3 'a file of pages on threads' "$synoptic" read --plain --threads $threads "$work/batch"
  check 'the same on any number of threads, and from a folder' cmp -s "$work/out" "$work/one"
done
gzip -k "$pages"
expect 3 'packed' "$synoptic" read --plain "$pages.gz"
sed -i 's/pages.jsonl.gz/pages.jsonl/g' "$work/out"
check 'packed is the same' cmp -s "$work/out" "$work/one"
expect 3 'from standard input' bash -c '"$1" read --plain - <"$2"' _ "$synoptic" "$pages.gz"
check 'two articles' test "$(wc -l <"$work/out")" -eq 2
head -c 300 "$pages.gz" >"$work/cut.jsonl.gz"
expect 2 'cut in the middle' "$synoptic" read "$work/cut.jsonl.gz"
says 'cut in the middle' 'cut.jsonl.gz:1: ends in the middle of the compressed data'
: >"$work/empty.jsonl"
expect 2 'an empty file of pages' "$synoptic" read "$work/empty.jsonl"
says 'an empty file of pages' 'empty.jsonl: is empty'
expect 0 'explain a line' "$synoptic" explain "$pages:2#0"
check 'of that page' grep -q 'ferry that took people' "$work/out"
if [ -z "${SANITIZED:-}" ]; then  # 200 MB in lines of 10 KB, in little memory
  filler=$(head -c 10000 /dev/zero | tr '\0' 'x')
  line="{\"url\":\"$filler\"}"
  many() { for _ in $(seq 20000); do printf '%s\n' "$line"; done; }
  ( ulimit -v 2000000; many | "$synoptic" read --threads 2 - >/dev/null 2>"$work/err" )
  check 'every line of many was looked at' test "$(wc -l <"$work/err")" -eq 20000
fi

# Names of one's own.
export XDG_DATA_HOME=$work/data
printf 'grelbo\tORG\ten\tGrelbo Works\tfrance\n' >"$work/own.tsv"
expect 0 'knowledge import' "$synoptic" knowledge import "$work/own.tsv"
printf 'no row\n' >"$work/broken.tsv"
expect 2 'a broken table leaves the names that are there' "$synoptic" knowledge import "$work/broken.tsv"
expect 0 'knowledge find' "$synoptic" knowledge find 'grelbo works'
check 'found' grep -q '^grelbo  ORG  Grelbo Works  in france' "$work/out"
printf 'A new plant\n\nGrelbo Works said on Monday that it will build a plant near Lyon for 300 workers.\n' >"$work/own.txt"
expect 0 'a text with the name' "$synoptic" annotate --format inline "$work/own.txt"
check 'recognised' grep -qF '[Grelbo Works|ORG grelbo]' "$work/out"
expect 0 'without the pack' "$synoptic" annotate --format brat --knowledge none "$work/own.txt"
check 'not known then' test "$(grep -c 'grelbo$' "$work/out")" -eq 0
check 'standoff' grep -qE '^T[0-9]+	CITY 73 77	Lyon$' "$work/out"
expect 2 'no such pack' "$synoptic" read --knowledge "$work/none.pack" "$work/own.txt"
expect 2 'a table of nothing' "$synoptic" knowledge import "$work/empty.txt" --to "$work/x.pack"
expect 2 'an unknown name' "$synoptic" knowledge find Zyxwvut
expect 0 'an id of Wikidata' "$synoptic" knowledge find Q7747
check 'whose it is' grep -q '^vladimir-putin ' "$work/out"
unset XDG_DATA_HOME

# What is no article, and what is passed over.
synoptic=$(realpath "$synoptic") samples=$(realpath "$samples")
cd "$work" || exit 1
printf '<?xml version="1.0"?>\n<!-- news -->\n<rss version="2.0"><channel><title>Quay</title><item><description>&lt;p&gt;A bridge.</description></item></channel></rss>' >feed.xml
cp feed.xml feed.html
printf '<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title></feed>' >atom.txt
expect 2 'a feed' "$synoptic" read feed.xml feed.html atom.txt
says 'a feed' 'atom.txt: is a feed, no page: fetch'
expect 2 'a feed on standard input' bash -c '"$1" read - <feed.xml' _ "$synoptic"
printf '<?xml version="1.0"?><nitf><p>x</p></nitf>' >other.xml
expect 2 'other XML' "$synoptic" read other.xml
says 'other XML' 'is XML (<nitf>), no page'
printf '%%PDF-1.4 words' >paper.html
expect 2 'a PDF under another name' "$synoptic" read paper.html
says 'a PDF' 'is a PDF file'
expect 2 'an address' "$synoptic" compare https://quay.example/1
says 'an address' 'is an address; nothing is fetched'
mkdir none others mixed
expect 2 'an empty folder' "$synoptic" read none
says 'an empty folder' 'none: is a folder without files'
cp feed.xml others/ && cp paper.html others/a.pdf && cp feed.xml others/b.rss
expect 2 'a folder of other kinds' "$synoptic" add --store no.db others
says 'a folder of other kinds' 'others: holds nothing to read; 3 files of other kinds passed over (pdf, rss, xml)'
cp "$good" feed.xml mixed/
expect 0 'other kinds beside' "$synoptic" read mixed
says 'other kinds beside' 'mixed: 1 file of other kinds passed over (xml)'
printf '{"html":"<p>Oslo ok</p>"}\n' >short.jsonl
printf '%s\n' '{"title":"Mayor of Nice resigns","text":"The mayor of Nice resigned on Friday."}' >flash.jsonl
expect 0 'a flash of seven words' "$synoptic" read flash.jsonl
check 'a flash of seven words' grep -q 'Mayor of Nice resigns' out
printf '{"text":"# The mayor resigns\\n\\nThe mayor of Nice resigned on Friday after ten years in office."}\n' >heading.jsonl
expect 0 'one heading is Markdown' "$synoptic" read heading.jsonl
check 'one heading is Markdown' grep -q '"title":"The mayor resigns"' out
expect 0 'no article' "$synoptic" read short.jsonl
says 'no article' 'short.jsonl:1: holds no article'
{ body=$(cat "$good"); printf 'WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://quay.example/1\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n' "$(printf %s "<html><body><h1>A bridge reopens in Quay</h1><p>$body</p></body></html>" | wc -c)" "<html><body><h1>A bridge reopens in Quay</h1><p>$body</p></body></html>"; } >crawl.warc
expect 0 'a WARC file on standard input' bash -c '"$1" read - <crawl.warc' _ "$synoptic"
check 'its address' grep -q '"url":"http://quay.example/1"' out
gzip -k crawl.warc
expect 0 'a packed one' bash -c '"$1" read - <crawl.warc.gz' _ "$synoptic"
check 'its address, too' grep -q '"url":"http://quay.example/1"' out
cp crawl.warc crawl.txt
expect 2 'a WARC file under another name' "$synoptic" read crawl.txt
says 'a WARC file' 'is a WARC file: it is read under a name'
expect 1 'no such command' "$synoptic" serch --help
says 'no such command' 'serch: is no command'
if [ -w /dev/full ]; then
  for command in "read $good" "compare --json --all $good" "stories $good" --help --version "doctor --store no.db"; do
    expect 5 "a full disk: $command" bash -c '"$1" $2 >/dev/full' _ "$synoptic" "$command"
    says "a full disk: $command" 'standard output: cannot be written'
  done
fi
cd - >/dev/null || exit 1

store=$work/deep/s.db
expect 3 'add with a failure' "$synoptic" add --store "$store" "$samples/rate-ecb" "$work/empty.txt"
expect 5 'add where nothing can be written' "$synoptic" add --store "$store/below/s.db" "$samples/rate-ecb"
says 'add where nothing can be written' 'its folder cannot be made'
expect 5 'a backup that cannot be written' "$synoptic" backup --store "$store" "$store/copy.db"
says 'a backup that cannot be written' 's.db/copy.db: cannot be written'
expect 0 'add again' "$synoptic" add --store "$store" "$samples/rate-ecb"
check 'idempotent' grep -q '0 read' "$work/err"
expect 0 doctor "$synoptic" doctor --store "$store"
expect 0 backup "$synoptic" backup --store "$store" "$work/copy.db"
check 'what is in it' grep -Eq 'copy.db: [1-9][0-9]* articles? in [1-9][0-9]* stor' "$work/err"
expect 0 'the copy is whole' "$synoptic" doctor --store "$work/copy.db"
expect 1 'a backup replaces nothing' "$synoptic" backup --store "$store" "$work/copy.db"
expect 5 'a backup into no folder' "$synoptic" backup --store "$store" "$work/no_folder/copy.db"
expect 2 'a backup of no store' "$synoptic" backup --store "$work/none.db" "$work/copy2.db"
expect 2 'no such story' "$synoptic" compare --store "$store" s000000000000
says 'no such story' 'no such story'
expect 2 'what is new in no story' "$synoptic" compare --since 2h --store "$store" s000000000000
says 'what is new in no story' 'no such story'
story=$("$synoptic" stories --json "$samples/rate-ecb" | grep -o '"id":"s[0-9a-f]*"' | head -n 1 | cut -d'"' -f4)
expect 0 'a stored story' "$synoptic" compare --store "$store" "$story"
check 'it says something' test -s "$work/out"
"$synoptic" compare --json "$samples/rate-ecb" | grep -F "\"story\":\"$story\"" >"$work/one"
expect 0 'a stored story as JSON' "$synoptic" compare --json --store "$store" "$story"
check 'the store gives the same synopsis as the files' cmp -s "$work/out" "$work/one"
expect 0 'a story as Markdown' "$synoptic" compare --format markdown --store "$store" "$story"
check 'with its evidence' grep -Eq '^\[\^1\]: .* bytes [0-9]+–[0-9]+ \(sentence [0-9]+–[0-9]+\)$' "$work/out"
check 'and its captures' grep -Eq '^\| A1 \| .* \| `[0-9a-f]{64}` \|$' "$work/out"
"$synoptic" compare --format markdown "$samples/rate-ecb" >"$work/one"
check 'the same from the files' cmp -s "$work/out" "$work/one"
expect 1 'an unknown format' "$synoptic" compare --format pdf "$samples/rate-ecb"
expect 0 'explain a story' "$synoptic" explain "$story" --store "$store"
article=$("$synoptic" read --plain "$samples/rate-ecb" | head -n 1 | cut -d'"' -f4)
expect 0 'explain an article' "$synoptic" explain "$article" --store "$store"
check 'with its dates' grep -q published "$work/out"

[ $failed -eq 0 ] && echo 'all as expected'
exit $failed
