#!/usr/bin/env python3
"""Every test that tests/README.md names is there."""

import re

from house import ROOT, Tap

TESTS = ROOT / 'tests'
NAMED = re.compile(r'`(/[a-z-]+/[^`]+)`')


def main():
    tap = Tap()
    code = '\n'.join(path.read_text() for path in sorted(TESTS.glob('*/*.c')))
    named = NAMED.findall((TESTS / 'README.md').read_text())
    missing = []
    for path in named:
        # A file adds its own prefix to the last part, or spells all of it.
        if f'"{path}"' not in code and f'"{path.rsplit("/", 1)[1]}"' not in code:
            missing.append(f'tests/README.md names {path}')
    tap.point(f'/house/named/tests ({len(named)} of them)', missing)
    tap.done()


main()
