#!/usr/bin/env python3
"""Short made articles, a file each, for measuring 'synoptic stories' on large folders: events with
their own towns, names and figures, told in English, Spanish, German or French by one to six
articles, some of them copies.  usage: make_articles.py COUNT FOLDER"""
import os
import random
import sys

SYLLABLES = "ka lo mer ti van so dra pel nu gor fi sha bel ro ust em tar quin osk ley".split()
DEEDS = [
    ("opens a bridge", "abre un puente", "eröffnet eine Brücke", "ouvre un pont"),
    ("closes a mine", "cierra una mina", "schließt ein Bergwerk", "ferme une mine"),
    ("is hit by a flood", "sufre una inundación", "wird überflutet", "est frappée par une crue"),
    ("buys 30 trains", "compra 30 trenes", "kauft 30 Züge", "achète 30 trains"),
    ("elects a new mayor", "elige alcalde", "wählt einen Bürgermeister", "élit un nouveau maire"),
    ("fights a forest fire", "combate un incendio", "kämpft gegen Waldbrand", "combat un incendie"),
    ("wins the cup", "gana la copa", "gewinnt den Pokal", "remporte la coupe"),
    ("stops a strike", "detiene una huelga", "beendet einen Streik", "met fin à une grève"),
]
TEXTS = [
    "{town} {deed}, {name} said on {day} March 2026. {n} people were there, and {m} million euros were spent. "
    "The {thing} will be looked at again next week, and residents were asked to keep away from the {other}.",
    "{town} {deed}, dijo {name} el {day} de marzo de 2026. Había {n} personas y se gastaron {m} millones de euros. "
    "El {thing} se revisará la próxima semana, y se pidió a los vecinos no acercarse al {other}.",
    "{town} {deed}, sagte {name} am {day}. März 2026. {n} Menschen waren dort, und {m} Millionen Euro wurden ausgegeben. "
    "Das {thing} wird nächste Woche noch einmal geprüft, und die Anwohner sollen sich vom {other} fernhalten.",
    "{town} {deed}, a déclaré {name} le {day} mars 2026. {n} personnes étaient là, et {m} millions d'euros ont été dépensés. "
    "Le {thing} sera revu la semaine prochaine, et les habitants sont priés de rester loin du {other}.",
]


def word(random_, parts):
    return "".join(random_.choice(SYLLABLES) for _ in range(parts)).capitalize()


def main():
    count, folder = int(sys.argv[1]), sys.argv[2]
    random_ = random.Random(20260301)
    written = 0
    while written < count:
        event = {"town": word(random_, 3), "name": word(random_, 2) + " " + word(random_, 3),
                 "day": random_.randint(1, 28), "n": random_.randint(2, 20000),
                 "m": random_.randint(2, 900), "thing": word(random_, 4), "other": word(random_, 3)}
        deed = random_.choice(DEEDS)
        for _ in range(min(random_.randint(1, 6), count - written)):
            language = random_.randrange(4)
            telling = dict(event, deed=deed[language])
            title = "{town} {deed}".format(**telling)
            # One sentence of the mould; the rest is of the event's own words and of strange ones.
            text = TEXTS[language].format(**telling).split(". ")[0] + ". "
            own = [word(random_, 2).lower() for _ in range(30)] + [event["thing"], event["other"]] * 3
            text += " ".join(random_.choice(own) for _ in range(45)).capitalize() + "."
            path = os.path.join(folder, "%03d" % (written // 1000))
            os.makedirs(path, exist_ok=True)
            with open(os.path.join(path, "%06d.txt" % written), "w", encoding="utf-8") as file:
                file.write("%s\n\nPublished: 2026-03-%02d %02d:%02d\n\n%s\n" % (
                    title, event["day"], random_.randrange(24), random_.randrange(60), text))
            written += 1


if __name__ == "__main__":
    main()
