"""Makes the fonts of this folder: what the catalogues of locales/ write and the fonts inside the program lack.

    subset.py      with fonttools from PyPI, and Debian's fonts-noto-core and fonts-noto-cjk

So that tests see the same letters on every machine. Only shaping is kept: joining, marks, ligatures.
A test says when a catalogue has a character that is not there: run this again.
"""

from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[2]
SYSTEM = Path("/usr/share/fonts")
HAN = SYSTEM / "opentype/noto/NotoSansCJK-Regular.ttc"
# File, where it comes from, its place in a collection, and the locales that need it.
FONTS = [
    ("NotoSansArabic.ttf", SYSTEM / "truetype/noto/NotoSansArabic-Regular.ttf", None, ["ar", "fa"]),
    ("NotoSansHebrew.ttf", SYSTEM / "truetype/noto/NotoSansHebrew-Regular.ttf", None, ["he"]),
    ("NotoSansDevanagari.ttf", SYSTEM / "truetype/noto/NotoSansDevanagari-Regular.ttf", None, ["hi"]),
    ("NotoSansThai.ttf", SYSTEM / "truetype/noto/NotoSansThai-Regular.ttf", None, ["th"]),
    ("NotoSansJP.otf", HAN, "Noto Sans CJK JP", ["ja"]),
    ("NotoSansKR.otf", HAN, "Noto Sans CJK KR", ["ko"]),
    ("NotoSansSC.otf", HAN, "Noto Sans CJK SC", ["zh-CN"]),
    ("NotoSansTC.otf", HAN, "Noto Sans CJK TC", ["zh-TW"]),
]
SHAPING = ["init", "medi", "fina", "isol", "rlig", "calt", "liga", "ccmp", "locl", "mark", "mkmk", "kern", "curs",
           "nukt", "akhn", "rphf", "rkrf", "pref", "blwf", "half", "vatu", "cjct", "pres", "abvs", "blws", "psts",
           "haln", "abvm", "blwm", "pstf", "dist"]


def written(locale):
    """What a locale writes in any of its files, and its name in the menu of languages."""
    return set("".join(path.read_text() for path in sorted((ROOT / "locales" / locale).glob("*.ftl"))))


def opened(path, family):
    if family is None:
        return TTFont(path)
    number = 0
    while True:
        font = TTFont(path, fontNumber=number)
        if font["name"].getDebugName(1) == family:
            return font
        number += 1


def cut(font, characters, path):
    options = subset.Options()
    options.layout_features = SHAPING
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 13, 14]
    options.drop_tables += ["STAT", "DSIG", "meta", "vhea", "vmtx", "VORG", "BASE"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[ord(c) for c in characters])
    subsetter.subset(font)
    font.save(path)


def main():
    embedded = set(TTFont(ROOT / "assets/fonts/Inter.ttf").getBestCmap())
    for name, source, family, locales in FONTS:
        characters = {c for locale in locales for c in written(locale) if c > " " and ord(c) not in embedded}
        cut(opened(source, family), characters | {"\u25cc"}, FOLDER / name)


main()
