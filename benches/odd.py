#!/usr/bin/env python3
"""Usage: benches/odd.py FOLDER SIZE

Makes a project of texts that nobody writes: each page is one sign or row of signs again and again, SIZE bytes of it, and each data file one
mistake or oddity again and again. What is gone through once takes twice as long for twice as much; what looks from each sign to the end
of the text takes four times as long.
"""

import sys
from pathlib import Path

TEXTS = [
    "@", "@a", "a@", "{{", "{{a", "{", "{{%", "}}", "[[", "[", "]", "](", "[](", "![", "[^", "<", "<a ", "<!-- ", "-->", "*", "**a ", "_a_ ", "~",
    "`", "``a ", "|", "| a ", "$", "\\\\", ":", "::", "://", "www.", "06 ", "06-", "+31 6", "bsn ", "NL91 ABNA ", "ABNA", "€ ", "€ 1,", "mr. J. ",
    "Els ", "Els de ", "--", " --a", "...", "\"", "'", "a' ", "(", ")[", ")[a](", "#", "> ", "&", "&amp", "maandag ", "31-02-2027 ", "25:00 uur ",
    "TODO ", "[x] ", "a-", "é", "\u2019", "a\u00ad", "a.", "A.", "1.", "1,", "a ", "https://a.nl/ ", "[a](b) ", "\ue000", "\u200d",
]


def records(size: int) -> dict[str, str]:
    """Data files, by name."""
    many = size // 40
    return {
        "koppen": "[a]\n" * many,
        "enkel": "".join(f'[begrip]\nid = "e{i}"\n' for i in range(many)),
        "zelfde": '[[begrip]]\nid = "zelfde"\nnaam = "Zelfde"\nbetekenis = "Hetzelfde."\n' * many,
        "ongebruikt": "".join(f'[[begrip]]\nid = "o{i}"\nnaam = "Ongebruikt {i}"\nbetekenis = "Wat {i} is."\n' for i in range(many)),
        "nergens": "".join(
            f'[[begrip]]\nid = "n{i}"\nnaam = "Nergens {i}"\nbetekenis = "Wat {i} is."\nzie = ["nietbestaand{i}"]\n' for i in range(many)
        ),
        "tekens": '[[begrip]]\nid = "t"\nnaam = "T"\nbetekenis = "' + "@" * size + '"\n',
        "krom": "".join(f"naam = “a{i}”\n" for i in range(many)),
        "open": 'a = ["een, "twee"]\n' * many,
    }


def main() -> None:
    folder, size = Path(sys.argv[1]), int(sys.argv[2])
    (folder / "site/content").mkdir(parents=True)
    (folder / "site/data").mkdir(parents=True)
    (folder / "site/portal.toml").write_text('naam = "P"\nbasis_url = "https://p.example/"\neigenaar = "R"\n', encoding="utf-8")
    (folder / "site/content/index.md").write_text('+++\ntitel = "Start"\n+++\n', encoding="utf-8")
    for number, text in enumerate(TEXTS):
        page = f'+++\ntitel = "Tekst {number}"\n+++\n\n{text * (size // len(text.encode()))}\n'
        (folder / f"site/content/t{number}.md").write_text(page, encoding="utf-8")
    for name, text in records(size).items():
        (folder / f"site/data/{name}.toml").write_text(text, encoding="utf-8")


main()
