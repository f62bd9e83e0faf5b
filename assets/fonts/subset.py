"""Makes Inter.ttf and JetBrainsMono.ttf from the published fonts, with fonttools and brotli from PyPI.

    subset.py InterVariable.woff2 jetbrains-mono-latin-400-normal.woff2

They come from npm: inter-ui 4.1.1, @fontsource/jetbrains-mono 5.3.0. What is kept: Latin with Vietnamese, Greek,
Cyrillic, punctuation; kerning and marks; weights 400 to 700 at the optical size for text. What is changed: the
digits of Inter are its tabular ones, so that a running percentage does not tremble.
"""

import io
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FOLDER = Path(__file__).parent
TEXT = [
    (0x20, 0x7E), (0xA0, 0x17F), (0x18F, 0x18F), (0x192, 0x192), (0x1A0, 0x1A1), (0x1AF, 0x1B0), (0x1CD, 0x1DC),
    (0x1E6, 0x1E7), (0x1EA, 0x1EB), (0x1FA, 0x21B), (0x237, 0x237), (0x259, 0x259), (0x2BB, 0x2BC), (0x2C6, 0x2C7),
    (0x2D8, 0x2DD), (0x300, 0x304), (0x306, 0x30C), (0x309, 0x309), (0x31B, 0x31B), (0x323, 0x323), (0x326, 0x328),
    (0x37E, 0x37E), (0x384, 0x38A), (0x38C, 0x38C), (0x38E, 0x3A1), (0x3A3, 0x3CE), (0x400, 0x45F), (0x490, 0x493),
    (0x49A, 0x49B), (0x4A2, 0x4A3), (0x4AE, 0x4B1), (0x4D8, 0x4D9), (0x4E8, 0x4E9), (0x1E80, 0x1E85),
    (0x1E9E, 0x1E9E), (0x1EA0, 0x1EF9), (0x2010, 0x2015), (0x2018, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026),
    (0x202F, 0x202F), (0x2030, 0x2030), (0x2032, 0x2033), (0x2039, 0x203A), (0x2044, 0x2044), (0x20A9, 0x20AC),
    (0x20B4, 0x20B4), (0x20BA, 0x20BD), (0x2116, 0x2116), (0x2122, 0x2122), (0x2190, 0x2193), (0x2212, 0x2212),
    (0x2248, 0x2248), (0x2260, 0x2260), (0x2264, 0x2265), (0x25CF, 0x25CF), (0x2713, 0x2713),
]
CODE = [(0x20, 0x7E), (0xA0, 0xFF), (0x2019, 0x2019), (0x2026, 0x2026)]


def reload(font):
    """What was instantiated is only consistent after it was written."""
    font.flavor = None
    buffer = io.BytesIO()
    font.save(buffer)
    buffer.seek(0)
    return TTFont(buffer)


def with_tabular_digits(font):
    table = font["GSUB"].table
    tabular = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for lookup in table.LookupList.Lookup[index].SubTable:
                    tabular.update(getattr(getattr(lookup, "ExtSubTable", lookup), "mapping", {}))
    # Tables may share their dictionary, so a digit may have been changed already.
    for cmap in font["cmap"].tables:
        if cmap.isUnicode():
            for digit in range(ord("0"), ord("9") + 1):
                cmap.cmap[digit] = tabular.get(cmap.cmap[digit], cmap.cmap[digit])


def cut(font, ranges, features, name):
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 13, 14]
    options.drop_tables += ["STAT", "DSIG", "meta"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in ranges for code in range(first, last + 1)])
    subsetter.subset(font)
    font.save(FOLDER / name)


def main(inter, mono):
    font = reload(instancer.instantiateVariableFont(TTFont(inter), {"opsz": 14, "wght": (400, 400, 700)}))
    with_tabular_digits(font)
    cut(font, TEXT, ["kern", "mark", "mkmk", "ccmp", "locl"], "Inter.ttf")
    cut(reload(TTFont(mono)), CODE, [], "JetBrainsMono.ttf")


main(*sys.argv[1:])
