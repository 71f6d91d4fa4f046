"""Stories of two of a story's accounts: how values differ where nobody else can bear one of them out."""
import copy
import itertools


def keep(pieces, kept):
    return {account: piece for account, piece in pieces.items() if account in kept}


def part_of(story, kept):
    """The story as these accounts alone tell it, with what is known of them."""
    part = copy.deepcopy(story)
    part["articles"] = [a for a in part["articles"] if a["id"] in kept]
    facts = []
    for fact in part["facts"]:
        for value in fact["values"]:
            value["in"] = keep(value["in"], kept)
        fact["values"] = [value for value in fact["values"] if value["in"]]
        if not fact["values"]:
            continue
        if len(fact["values"]) == 1:
            fact["verdict"] = "agree" if len(fact["values"][0]["in"]) > 1 else "only"
        facts.append(fact)
    part["facts"] = facts
    part["not_differ"] = []
    first = min(part["articles"], key=lambda a: a["published"])["id"]
    part["provenance"] = {"first": first, "cites": [], "copies": [], "unattributed": []}
    return part


def parts_of(story, most, rng):
    """Up to so many parts of two accounts; none where the story has no more than these."""
    accounts = [a["id"] for a in story["articles"] if not a.get("copy_of")]
    pairs = list(itertools.combinations(accounts, 2))
    rng.shuffle(pairs)
    return [part_of(story, set(pair)) for pair in pairs[:most]] if len(accounts) > 2 else []
