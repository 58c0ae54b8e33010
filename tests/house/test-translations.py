#!/usr/bin/env python3
"""Every text that a person reads can be translated, and translations are sound.

With --write it brings po/POTFILES.in up to date instead.
"""

import re
import subprocess
import sys

from house import ROOT, Tap, short, sources

MARKED = re.compile(r'(?<![A-Za-z0-9_])(_|C_|N_|NC_|ngettext|g_dngettext|g_dpgettext2?)\s*\(\s*"')
MARKED_UI = re.compile(r'translatable="(yes|true)"')


def listed():
    for line in (ROOT / 'po' / 'POTFILES.in').read_text().splitlines():
        line = line.split('#')[0].strip()
        if line:
            yield line


def has_text(path):
    text = path.read_text()
    if path.suffix == '.ui':
        return MARKED_UI.search(text)
    text = re.sub(r'/\*.*?\*/', '', text, flags=re.DOTALL)
    text = re.sub(r'^\s*#\s*define[^\n]*', '', text, flags=re.MULTILINE)
    return MARKED.search(text)


def run(*command):
    """Lines that a command wrote, if it failed or wrote any."""
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    lines = done.stdout.splitlines()
    return lines or ([f'{command[0]} ended with {done.returncode}'] if done.returncode else [])


def marked_files():
    marked = [short(path) for path in sources('.c', '.h', '.ui') if has_text(path)]
    return marked + [short(path) for path in sorted((ROOT / 'data').glob('*.in.in'))]


def main():
    if sys.argv[1:] == ['--write']:
        (ROOT / 'po' / 'POTFILES.in').write_text(''.join(f'{path}\n' for path in sorted(marked_files())))
        return
    tap = Tap()
    potfiles = list(listed())
    tap.point('/house/translations/every file with text is in POTFILES.in',
              [f'{path} is not (--write brings the list up to date)' for path in marked_files() if path not in potfiles])
    tap.point('/house/translations/every file of POTFILES.in exists',
              [path for path in potfiles if not (ROOT / path).is_file()])
    tap.point('/house/translations/POTFILES.in is sorted, each file once',
              [] if potfiles == sorted(set(potfiles)) else ['LC_ALL=C sort -u po/POTFILES.in'])
    source_files = [path for path in potfiles if path.endswith(('.c', '.h', '.ui')) and (ROOT / path).is_file()]
    tap.point('/house/translations/texts use real ellipses',
              run('xgettext', '--from-code=UTF-8', '--output=/dev/null', '--check=ellipsis-unicode',
                  '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=NC_:1c,2', '--keyword=ngettext:1,2',
                  *source_files))
    languages = (ROOT / 'po' / 'LINGUAS').read_text().split()
    for language in languages:
        tap.point(f'/house/translations/{language} is sound',
                  run('msgfmt', '--check', '--check-format', '--output-file=/dev/null', f'po/{language}.po'))
    tap.done()


main()
