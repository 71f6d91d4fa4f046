"""Stories with differences planted: a value that accounts agree on is changed in one or two of them."""
import collections
import copy
import pathlib
import random
import re

DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९"
RUN = re.compile(f"[{DIGITS}]+")
NUMBERS = {"quantity", "money", "rank", "date"}
NAMES = {"place", "actor", "recipient"}
SMALL = 31  # numbers up to this may be of anything else: only the piece itself is changed
MOST = 3    # differences planted in one story
SLIPS = 0.25  # of the numbers: not near the true one
SPLITS = 0.25  # of what four accounts or more agree on: two say it otherwise


def number(digits):
    return int("".join(str(DIGITS.index(c) % 10) for c in digits))


def written(value, like):
    zero = DIGITS.index(like[0]) // 10 * 10
    return "".join(DIGITS[zero + int(c)] for c in str(value))


def slip(value, rng):
    """A zero too many or too few, or quite another number that is as round."""
    if rng.random() < 0.5:
        return value * 10 if value % 10 or rng.random() < 0.5 else value // 10
    factor = rng.uniform(2, 5)
    zeros = 10 ** (len(str(value)) - len(str(value).rstrip("0")))
    return int(value * factor if rng.random() < 0.5 else value / factor) // zeros * zeros


def other_number(digits, small, rng):
    """Another number with as many digits and as many zeros at its end; now and then a slip."""
    value = number(digits)
    text = str(value)
    if value > 12 and rng.random() < SLIPS:
        new = slip(value, rng)
        if new > 0 and new != value and str(value) == text:
            return written(new, digits)
    for _ in range(50):
        if small or value <= 12:
            new = value + rng.choice([-3, -2, -1, 1, 2, 3, 4])
        else:
            zeros = len(text) - len(text.rstrip("0"))
            factor = rng.choice([rng.uniform(0.6, 0.95), rng.uniform(1.05, 1.6)])
            new = int(value * factor) // 10**zeros * 10**zeros
            if zeros == 0 and rng.random() < 0.3:  # two digits in each other's place
                swapped = list(text)
                at = rng.randrange(len(text) - 1) if len(text) > 1 else 0
                swapped[at], swapped[-1] = swapped[-1], swapped[at]
                new = int("".join(swapped))
        if new > 0 and new != value and len(str(new)) == len(text) and str(number(digits)) == text:
            return written(new, digits)
    return None


def read_entities(folder):
    """By type: (country, language -> name) of every entity of data/entities."""
    out = collections.defaultdict(list)
    for path in sorted(pathlib.Path(folder).glob("*.txt")):
        entity = None
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("@"):
                entity = {"names": {}, "country": ""}
                out[line.split()[2]].append(entity)
            elif entity is not None and ":" in line and not line.startswith("#"):
                key, value = (part.strip() for part in line.split(":", 1))
                if key == "country":
                    entity["country"] = value
                elif key == "name":
                    entity["names"].setdefault("en", value)
                elif re.fullmatch(r"[a-z]{2}(-Han[st])?", key):
                    entity["names"].setdefault(key, value.split(";")[0].strip(" ?!"))
    return out


def is_latin(text):
    letters = [c for c in text if c.isalpha()]
    return sum(c.isascii() for c in letters) > len(letters) / 2


def name_in(entity, lang, latin):
    """In the language; where it writes in Latin letters, else the English one."""
    names = entity["names"]
    code = lang if lang.startswith("zh") else lang[:2]
    found = names.get(code) or (names.get("zh") if code.startswith("zh") else None)
    return found or (names.get("en") if latin else None)


class Planter:
    def __init__(self, entities, rng):
        self.entities, self.rng = entities, rng

    def plant(self, story):
        """A changed copy, or None where nothing could be changed."""
        story = copy.deepcopy(story)
        articles = {a["id"]: a for a in story["articles"]}
        copied = {a["copy_of"] for a in story["articles"] if a.get("copy_of")}
        own = lambda fact: [a for a in fact["values"][0]["in"] if not articles[a].get("copy_of")]
        facts = [f for f in story["facts"]
                 if f["verdict"] == "agree" and f["slot"] in NUMBERS | NAMES
                 and len(f["values"]) == 1 and len(own(f)) >= 2]
        self.rng.shuffle(facts)
        done = 0
        for fact in facts:
            accounts = own(fact)
            account = self.rng.choice(accounts)
            if done == MOST or account in copied:
                continue
            turn = self.turn_of(fact, story, articles[account])
            if turn is None:
                continue
            changes = {account: turn(articles[account])}
            if len(accounts) > 3 and self.rng.random() < SPLITS:
                second = self.rng.choice([a for a in accounts if a != account])
                change = turn(articles[second])
                if change is not None and second not in copied:
                    changes[second] = change
            self.apply(story, fact, changes)
            done += 1
        self.drop_lost(story, articles)
        return story if done else None

    def turn_of(self, fact, story, article):
        """How an article would tell it otherwise: of an article the pattern of what it has, and what
        stands in its place instead; None where it writes it in another way."""
        pieces = fact["values"][0]["in"]
        piece = pieces[article["id"]]
        if fact["slot"] in NAMES:
            return self.other_name(pieces, story, article)
        date = fact["slot"] == "date"
        runs = [m for m in RUN.finditer(piece) if not date or number(m.group()) <= 28]
        if not runs:
            return None
        old = runs[0].group()
        small = date or number(old) <= SMALL
        new = other_number(old, small, self.rng)
        if new is None or (date and number(new) > 28):
            return None
        if not small and any(new in a["text"] or new in a["title"] for a in story["articles"]):
            return None

        def turn(article):
            piece = pieces[article["id"]]
            run = next((m for m in RUN.finditer(piece) if number(m.group()) == number(old)), None)
            if run is None:
                return None
            other = written(number(new), run.group())
            if small:
                changed = piece[:run.start()] + other + piece[run.end():]
                return re.compile(re.escape(piece)), changed
            return re.compile(f"(?<![{DIGITS}]){run.group()}(?![{DIGITS}])"), other

        return turn

    def other_name(self, pieces, story, article):
        piece = pieces[article["id"]]
        lang, latin = article["lang"], is_latin(article["text"])
        texts = [a["text"] for a in story["articles"]]
        best = None
        for kind, entities in self.entities.items():
            for entity in entities:
                name = name_in(entity, lang, latin)
                if name and len(name) > 1 and name in piece and (
                        best is None or len(name) > len(best[2])):
                    best = kind, entity, name
        if best is None:
            return None
        kind, entity, name = best
        pool = [other for other in self.entities[kind]
                if other is not entity and name_in(other, lang, latin)
                and (kind == "COUNTRY" or other["country"] == entity["country"])
                and not any(n in text for n in other["names"].values() for text in texts)]
        if not pool:
            return None
        chosen = self.rng.choice(pool)

        def turn(article):
            lang, latin = article["lang"], is_latin(article["text"])
            old, new = name_in(entity, lang, latin), name_in(chosen, lang, latin)
            if not old or not new or old not in pieces[article["id"]]:
                return None
            return re.compile(re.escape(old)), new

        return turn

    @staticmethod
    def apply(story, fact, changes):
        pieces, changed = fact["values"][0]["in"], {}
        for account, (pattern, new) in changes.items():
            replace = lambda text, pattern=pattern, new=new: pattern.sub(lambda _: new, text)
            for article in story["articles"]:
                if article["id"] == account:
                    article["title"], article["text"] = (replace(article[k]) for k in ("title", "text"))
            for other in story["facts"]:
                for value in other["values"]:
                    if account in value["in"]:
                        value["in"][account] = replace(value["in"][account])
            changed[account] = pieces.pop(account)
        fact["verdict"] = "planted"
        fact["values"].append({"norm": "planted", "in": changed})

    @staticmethod
    def drop_lost(story, articles):
        for fact in story["facts"]:
            for value in fact["values"]:
                value["in"] = {a: t for a, t in value["in"].items()
                               if t in articles[a]["title"] or t in articles[a]["text"]}
            fact["values"] = [v for v in fact["values"] if v["in"]]
        story["facts"] = [f for f in story["facts"] if f["values"]]
        story["not_differ"] = []
