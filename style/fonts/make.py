"""Makes the pages' first font files: what they show in English and in Welsh, from the typeface in `paper/fonts/`.

Which letters go in is said once, by `$latin` in `style/_type.scss`. Its letters of Welsh must all be in the typeface.
"""

import pathlib
import re

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
WEIGHTS = {"400": "Regular", "700": "Bold"}
# Kerning, marks above letters, and figures of one width; no fractions, and nothing for other languages.
FEATURES = ["ccmp", "kern", "locl", "mark", "mkmk", "pnum", "tnum"]
WELSH = "ÀÁÂÄÈÉÊËÌÍÎÏÒÓÔÖÙÚÛÜẀẂŴẄỲÝŶŸ"


def main() -> None:
    wanted = letters((ROOT / "style/_type.scss").read_text())
    needed = {ord(letter) for letter in WELSH + WELSH.lower()}
    for weight, style in WEIGHTS.items():
        font = TTFont(ROOT / f"paper/fonts/AtkinsonHyperlegibleNext-{style}.ttf", recalcTimestamp=False)
        options = subset.Options(flavor="woff2", hinting=False, glyph_names=False, layout_features=FEATURES)
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=wanted)
        subsetter.subset(font)
        missing = needed - font.getBestCmap().keys()
        assert not missing, sorted(map(chr, missing))
        file = HERE / f"atkinson-hyperlegible-next-latin-{weight}-normal.woff2"
        subset.save_font(font, file, options)
        print(file.name, file.stat().st_size, "bytes,", len(font.getBestCmap()), "letters")


def letters(styles: str) -> set[int]:
    """What the range called `$latin` says."""
    said = re.search(r"\$latin:(.*?);", styles, re.DOTALL)
    assert said
    ranges = [part.strip().removeprefix("U+").partition("-") for part in said[1].split(",")]
    return {code for first, _, last in ranges for code in range(int(first, 16), int(last or first, 16) + 1)}


if __name__ == "__main__":
    main()
