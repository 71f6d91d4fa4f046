#!/usr/bin/env python3
"""Makes stories of real news articles, in the form of tests/golds/synopsis, from a gold that has no text in it.

    tools/contest/news_stories.py GOLD.jsonl DATA OUT [--train]

GOLD: tests/golds/synopsis_news/stories.jsonl, which says which documents of which set are one story, and where
in them its facts stand (characters of title, a line end and text, as made here). DATA: the folder that holds the
sets' archives, or what is unpacked of them. OUT gets one file a story. --train: without those kept apart.
Deterministic. Exit code 77: the sets are not there.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys

SETS = {  # where the documents of a set stand: the archive, or its folder, and the file in it
    "giveme5w1h": ("stories-giveme5w1h", "giveme5w1h_news_cluster/docs.jsonl"),
    "ecbplus": ("stories-ecbplus", "ecbplus/docs.jsonl"),
    "bsnlp2021": ("near-duplicates", "bsnlp2021/docs.jsonl"),
}
KEPT_APART = 4         # every fourth number
LONGEST_TITLE = 140    # of ecbplus, where the title is the first sentence
SHORTEST_SENTENCE = 30
SENTENCES = 3          # of a paragraph


def documents(data, name):
    archive, member = SETS[name]
    plain = data / archive / member
    if plain.exists():
        text = plain.read_text(encoding="utf-8")
    else:
        packed = data / f"{archive}.tar.zst"
        if not packed.exists():
            sys.stderr.write(f"{packed} is not there\n")
            sys.exit(77)
        text = subprocess.run(["tar", "--zstd", "-xOf", packed, member], check=True,
                              capture_output=True).stdout.decode("utf-8")
    return {document["id"]: document for document in map(json.loads, text.splitlines())}


def joined(text):
    """Words and marks of a tokenized text, set as they are printed."""
    text = re.sub(r" ([.,;:!?%)\]])", r"\1", text)
    text = re.sub(r"([(\[$#]) ", r"\1", text)
    text = text.replace("`` ", '"').replace(" ''", '"')
    text = re.sub(r" (['’]) ?(s|t|re|ve|ll|d|m)\b", r"\1\2", text)
    text = re.sub(r" (n['’]t)\b", r"\1", text)
    text = re.sub(r"(?<=\w) - (?=\w)", "-", text)
    text = re.sub(r"(?<=\d)([.,:]) (?=\d)", r"\1", text)
    text = re.sub(r"\b([ap])\. m\.", r"\1.m.", text)
    return text.replace("“ ", "“").replace(" ”", "”").replace("$ ", "$")


def paragraphs(lines):
    """Sentences by threes; what is none, like a date line, by itself."""
    out, run = [], []
    for line in lines:
        is_sentence = line[-1:] in ".!?\"'”’" and len(line) >= SHORTEST_SENTENCE
        if run and (not is_sentence or len(run) == SENTENCES):
            out.append(" ".join(run))
            run = []
        if is_sentence:
            run.append(line)
        else:
            out.append(line)
    return out + ([" ".join(run)] if run else [])


def of_sentences(document):
    """Title and text of a document of one tokenized sentence a line, whose first may be the title."""
    title = joined(document["title"])
    lines = [joined(line) for line in document["text"].split("\n") if line.strip()]
    if lines and lines[0] == title and len(title) < LONGEST_TITLE:
        return title, paragraphs(lines[1:])
    if len(title) >= LONGEST_TITLE or (lines and lines[0] == title):
        return "", paragraphs(lines)
    return title, paragraphs(lines)


def of_paragraphs(document):
    title = document["title"].strip()
    lines = [line.strip() for line in document["text"].replace("\r", "").split("\n") if line.strip()]
    return title, lines[1:] if lines and lines[0] == title else lines


def article(account, name, document):
    title, parts = (of_sentences if name == "ecbplus" else of_paragraphs)(document)
    time = document.get("time") or ""
    if time.startswith("1970"):  # unknown
        time = ""
    with_clock = "T" in time and not time.endswith("T00:00:00")
    return {"id": account, "lang": document["lang"], "publisher": document.get("source", ""),
            "published": time[:16] if with_clock else time[:10], "title": title,
            "text": "\n\n".join(parts), "copy_of": None}


def pieces(places, texts):
    return {account: texts[account][begin:end] for account, (begin, end) in places.items()}


def story_of(gold, sets):
    articles = [article(account, gold["set"], sets[gold["set"]][number])
                for account, number in gold["documents"].items()]
    texts = {a["id"]: a["title"] + "\n" + a["text"] for a in articles}
    facts = [{**fact, "values": [{**value, "in": pieces(value["in"], texts)}
                                 for value in fact["values"]]} for fact in gold["facts"]]
    not_differ = [{key: pieces(value, texts) if key in ("in", "against") else value
                   for key, value in alike.items()} for alike in gold["not_differ"]]
    return {"story": gold["story"], "kind": gold["kind"], "articles": articles, "facts": facts,
            "not_differ": not_differ,
            "provenance": {"first": articles[0]["id"], "cites": [], "copies": [], "unattributed": []}}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--train", action="store_true")
    options = parser.parse_args()
    golds = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines()]
    if options.train:
        golds = [gold for gold in golds if gold["number"] % KEPT_APART]
    sets = {name: documents(options.data, name) for name in sorted({gold["set"] for gold in golds})}
    options.out.mkdir(parents=True, exist_ok=True)
    for gold in golds:
        path = options.out / f"{gold['number']}-{gold['set']}.json"
        path.write_text(json.dumps(story_of(gold, sets), ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
