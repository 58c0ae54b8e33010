#!/usr/bin/env python3
"""The last line of ./dev test can be believed: nothing that went wrong is lost in it."""

import json
import subprocess
import sys
import tempfile

from house import ROOT, Tap

TALLY = ROOT / 'tests' / 'support' / 'tally.py'

# What the programs said, how meson ended, and what the last line must be.
CASES = [
    ('all is well', [('OK', 'ok 1 /a\nok 2 /b\n1..2\n')], 0, '2 passed, 0 failed'),
    ('plan first, subtests indented', [('OK', '1..1\n    ok 1 - inner\n    1..1\nok 1 /a\n')], 0, '1 passed, 0 failed'),
    ('one point fails', [('FAIL', 'ok 1 /a\nnot ok 2 /b\n1..2\n')], 1, '1 passed, 1 failed'),
    ('a crash after some points', [('ERROR', '1..3\nok 1 /a\n')], 1, '1 passed, 1 failed'),
    ('a crash before the first point', [('ERROR', 'Segmentation fault\n')], 1, '0 passed, 1 failed'),
    ('a crash after the last point', [('ERROR', '1..1\nok 1 /a\n')], 1, '1 passed, 1 failed'),
    ('a time-out', [('TIMEOUT', '1..2\nok 1 /a\n')], 1, '1 passed, 1 failed'),
    ('a plan that is not kept', [('OK', '1..2\nok 1 /a\n')], 0, '1 passed, 1 failed'),
    ('a program without TAP', [('OK', 'fine\n')], 0, '1 passed, 0 failed'),
    ('meson fails and no test says why', [('OK', 'ok 1 /a\n1..1\n')], 1, '1 passed, 1 failed'),
    ('no tests at all', [], 0, '0 passed, 1 failed'),
    ('a skipped point is not passed', [('OK', '1..2\nok 1 /a\nok 2 /b # SKIP no screen\n')], 0, '1 passed, 1 failed'),
]


def tally(programs, status):
    with tempfile.NamedTemporaryFile('w', suffix='.json') as log:
        for result, output in programs:
            log.write(json.dumps({'name': 'test', 'result': result, 'stdout': output, 'returncode': 0}) + '\n')
        log.flush()
        return subprocess.run([sys.executable, TALLY, str(status), log.name], stdout=subprocess.PIPE, text=True)


def main():
    tap = Tap()
    for name, programs, status, last in CASES:
        done = tally(programs, status)
        problems = []
        if done.stdout.splitlines()[-1] != last:
            problems.append(f'it says "{done.stdout.splitlines()[-1]}", not "{last}"')
        if (done.returncode == 0) != last.endswith(' 0 failed'):
            problems.append(f'it ends with {done.returncode}')
        tap.point(f'/house/tally/{name}', problems)
    tap.done()


main()
