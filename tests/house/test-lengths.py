#!/usr/bin/env python3
"""No function over 80 lines, no file over 900: what one can keep in one's head.

A class_init is a table of properties and signals and may be longer.
"""

import re

from house import Tap, short, sources

FUNCTION_LINES = 80
FILE_LINES = 900
NAME = re.compile(r'^([a-z_]\w*) \(')


def functions(lines):
    """Yield (name, lines) of each function: its name stands in the first
    column, a line that is "{" opens it, a line that is "}" closes it."""
    name, start = None, None
    for number, line in enumerate(lines):
        match = NAME.match(line)
        if match and start is None:
            name, named = match.group(1), number
        elif line == '{' and name:
            start = named
        elif line == '}' and start is not None:
            yield name, number - start + 1
            name, start = None, None


def main():
    tap = Tap()
    found = 0
    long_functions = []
    for path in sources('.c'):
        for name, length in functions(path.read_text().splitlines()):
            found += 1
            if length > FUNCTION_LINES and not name.endswith('_class_init'):
                long_functions.append(f'{short(path)}: {name} has {length} lines')
    tap.point(f'/house/lengths/functions ({found} of them)', long_functions)
    tap.point('/house/lengths/the measure sees functions', [] if found > 10 else ['it found none'])
    tap.point('/house/lengths/files',
              [f'{short(path)} has {count} lines' for path in sources('.c')
               if (count := len(path.read_text().splitlines())) > FILE_LINES])
    tap.done()


main()
