"""How hard the English words of each page are: Flesch-Kincaid grades of the samples' body text.

Category titles, and the names and words of the law in `names.txt`, are left out: they are what they are.
Prints a table, the hardest first; ends with 1 when a page is above the limit.
"""

import pathlib
import re
import sys
import tomllib

import textstat
from bs4 import BeautifulSoup

LIMIT = 6.0
FEWEST_WORDS = 30


def main(root: pathlib.Path) -> int:
    titles = [
        category["title"]["en"]
        for category in tomllib.loads((root / "consent/registers/categories.toml").read_text())["category"]
    ]
    names = (root / "xtask/words/names.txt").read_text().splitlines()
    left_out = sorted({*titles, *filter(None, names)}, key=len, reverse=True)
    rows = []
    for path in sorted((root / "app/tests/snapshots").glob("*-en.html")):
        text = body_text(path.read_text(), left_out)
        words = len(text.split())
        if words >= FEWEST_WORDS:
            rows.append((textstat.flesch_kincaid_grade(text), words, path.name.removesuffix("-en.html")))
    rows.sort(reverse=True)
    print("grade  words  page")
    for grade, words, name in rows if "--all" in sys.argv else rows[:10]:
        print(f"{grade:5.1f}  {words:5}  {name}")
    above = [name for grade, _, name in rows if grade > LIMIT]
    print(f"{len(rows)} pages, {len(above)} above grade {LIMIT:.0f}")
    return 1 if above or not rows else 0


def body_text(html: str, left_out: list[str]) -> str:
    """The sentences of a page, one paragraph a line."""
    page = BeautifulSoup(html, "html.parser")
    body = page.find("main") or page
    for part in body.find_all(["script", "style", "pre", "svg", "table", "nav"]):
        part.decompose()
    lines = []
    for part in body.find_all(["p", "li"]):
        if part.find(["p", "li"]):
            continue
        line = re.sub(r"\s+", " ", part.get_text(" ")).strip()
        for name in left_out:
            line = line.replace(name, "This")
        if len(line.split()) < 4:
            continue
        lines.append(line if line[-1] in ".!?:" else f"{line}.")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(__file__).resolve().parents[2]))
