#!/usr/bin/env python3
"""Calls and flags that have hurt, or that would silence what guards us."""

import re

from house import ROOT, Tap, short, sources

# What, where it is looked for, and why.
FORBIDDEN = [
    (r'\bg_file_replace_contents\w*\b', ['src'],
     'destroys the good file when a write fails'),
    (r'\bgtk_file_chooser_dialog_new\b', ['src'],
     'opens no portal: inside a sandbox it sees no files'),
    (r'-Wno-deprecated', ['src', 'tests', 'data', '.'],
     'silences the guard against API that is too new'),
    (r'\badw_(flap|leaflet)_new\b|\bAdw(Flap|Leaflet)\b', ['src'],
     'warns at run time from libadwaita 1.4 on'),
    (r'\bjson_generator_\w+|\bjson_to_string\b', ['src'],
     'json-glib 1.6 writes numbers that no parser reads'),
    (r'\b(strcpy|strcat|sprintf|gets|atof|atoi|strtok)\s*\(', ['src'],
     'no bounds, or the locale decides'),
    (r'\bg_test_skip\b|\bg_test_incomplete\b|\bg_assert_true \(TRUE\)|\breturn 77\b', ['tests'],
     'a test that skips or cannot fail proves nothing'),
    (r'(\b_|C_|ngettext)\s*\([^()]*"\s+[A-Z][A-Z0-9_]+\s+"', ['src'],
     'a text with a macro in it is not found for translation'),
    (r'__DATE__|__TIME__', ['src'],
     'the same source gives the same program'),
]

COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*', re.DOTALL)


def code(path):
    """The text with comments blanked, line for line."""
    text = path.read_text()
    if path.suffix in ('.c', '.h'):
        text = COMMENT.sub(lambda match: '\n' * match.group().count('\n'), text)
    return text


def files(places):
    for place in places:
        if place == '.':
            yield from [ROOT / 'meson.build', ROOT / 'meson_options.txt', ROOT / 'dev']
        else:
            yield from sources('.c', '.h', '.ui', '.build', folder=ROOT / place)


def main():
    tap = Tap()
    for pattern, places, why in FORBIDDEN:
        problems = []
        for path in files(places):
            for number, line in enumerate(code(path).splitlines(), 1):
                if re.search(pattern, line):
                    problems.append(f'{short(path)}:{number}: {line.strip()}')
        tap.point(f'/house/forbidden/{why}', problems)
    tap.done()


main()
