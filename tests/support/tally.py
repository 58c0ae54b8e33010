#!/usr/bin/env python3
"""tally.py STATUS TESTLOG: add up the test points of all test programs.

Reads meson's testlog.json. Prints the output of what failed, then, as the last
line, "N passed, N failed". A program that ended badly without naming a failed
point (a crash, a time-out) counts as one failure; a program that does not
speak TAP counts as one point.
"""

import json
import re
import sys

POINT = re.compile(r'^(not )?ok\b(.*)', re.MULTILINE)
SKIP = re.compile(r'#\s*(skip|todo)\b', re.IGNORECASE)     # a promise is no proof
PLAN = re.compile(r'^1\.\.(\d+)', re.MULTILINE)


def count(test):
    """Return (passed, failed, names of what failed) of one program."""
    output = test.get('stdout') or ''
    ended_well = test['result'] in ('OK', 'EXPECTEDFAIL')
    points = POINT.findall(output)
    failed = [rest.strip() for bad, rest in points if bad or SKIP.search(rest)]
    passed = len(points) - len(failed)
    plan = PLAN.search(output)
    if not points and not plan:
        return (1, 0, []) if ended_well else (0, 1, [test['result'].lower()])
    if plan and int(plan.group(1)) > len(points) and not failed:
        failed.append(f'ended after {len(points)} of {plan.group(1)} points')
    if not ended_well and not failed:
        failed.append(test['result'].lower())
    return passed, len(failed), failed


def show(test, failed):
    print(f"\n--- {test['name']}: {test['result'].lower()}, status {test['returncode']}")
    for stream in ('stdout', 'stderr'):
        lines = (test.get(stream) or '').rstrip().splitlines()
        if len(lines) > 200:
            print(f'({len(lines) - 200} lines left out)')
        print('\n'.join(lines[-200:]))
    for name in failed:
        print(f"--- failed: {test['name']}: {name}")


def main():
    status, log = int(sys.argv[1]), sys.argv[2]
    try:
        with open(log, encoding='utf-8', errors='replace') as lines:
            tests = [json.loads(line) for line in lines]
    except OSError as error:
        print(error)
        tests = []
    passed = failed = 0
    for test in tests:
        good, bad, names = count(test)
        passed += good
        failed += bad
        if bad:
            show(test, names)
    if status != 0 and failed == 0 or not tests:
        failed += 1     # meson saw something that the log does not tell
    print(f'{passed} passed, {failed} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
