#!/usr/bin/env python3
"""test-install.py BUILD-FOLDER APP-ID PREFIX: what `meson install` puts where.

With TRL_TEST_LONG it also builds for a prefix nobody has thought of, installs
there, and runs what lies there with an empty home and no build folder to lean
on.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from house import ROOT, Tap


def run(*command, **environment):
    """Exit status and everything said."""
    done = subprocess.run(command, env={**os.environ, **environment},
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.returncode, done.stdout


def expected(app_id):
    languages = (ROOT / 'po' / 'LINGUAS').read_text().split()
    return sorted([
        'bin/trellis',
        f'share/applications/{app_id}.desktop',
        f'share/dbus-1/services/{app_id}.service',
        f'share/glib-2.0/schemas/{app_id}.gschema.xml',
        f'share/icons/hicolor/scalable/apps/{app_id}.svg',
        f'share/icons/hicolor/scalable/mimetypes/{app_id}-blueprint.svg',
        f'share/icons/hicolor/symbolic/apps/{app_id}-symbolic.svg',
        f'share/licenses/{app_id}/LICENSE',
        f'share/metainfo/{app_id}.metainfo.xml',
        f'share/mime/packages/{app_id}.xml',
        *[f'share/locale/{language}/LC_MESSAGES/trellis.mo' for language in languages],
    ])


def tree(folder):
    """The files below a folder; what lies in our own data folder is ours to
    change at will and is not listed."""
    paths = sorted(str(path.relative_to(folder)) for path in folder.rglob('*') if path.is_file())
    return [path for path in paths if not path.startswith('share/trellis/')]


def check_tree(build, app_id, prefix):
    with tempfile.TemporaryDirectory() as folder:
        status, output = run('meson', 'install', '-C', build, '--no-rebuild', '--destdir', folder)
        if status != 0:
            return output.splitlines()
        found = tree(Path(folder) / prefix.lstrip('/'))
        outside = [path for path in tree(Path(folder)) if not path.startswith(prefix.lstrip('/'))]
    return ([f'{path} is missing' for path in expected(app_id) if path not in found] +
            [f'{path} is new: is it meant?' for path in found if path not in expected(app_id)] +
            [f'{path} lies outside the prefix' for path in outside])


def check_prefix(tap):
    with tempfile.TemporaryDirectory() as folder:
        prefix, build, home = f'{folder}/some where/trellis', f'{folder}/build', f'{folder}/home'
        status, output = run('meson', 'setup', build, str(ROOT), f'--prefix={prefix}')
        if status == 0:
            status, output = run('ninja', '-C', build)
        if status == 0:
            status, output = run('meson', 'install', '-C', build)
        tap.point('/house/install/a prefix of one\'s own', output.splitlines()[-20:] if status else [])
        if status:
            return
        shutil.rmtree(build)
        clean = {'HOME': home, 'XDG_DATA_DIRS': f'{prefix}/share:/usr/share', 'LC_ALL': 'C.UTF-8', 'DISPLAY': '',
                 'WAYLAND_DISPLAY': '', 'GSETTINGS_SCHEMA_DIR': '', 'DBUS_SESSION_BUS_ADDRESS': ''}
        program = f'{prefix}/bin/trellis'
        for name, arguments, words in [
                ('version', ['--version'], '0.'),
                ('templates', ['templates'], 'founder-after'),
                ('new', ['new', '--template=founder-after', f'--output={folder}/a.trellis'], ''),
                ('check', ['check', f'{folder}/a.trellis'], ''),
                ('export', ['export', f'{folder}/a.trellis', f'--output={folder}/a.pdf'], '')]:
            status, output = run(program, *arguments, **clean)
            tap.point(f'/house/install/runs there/{name}',
                      [] if status == 0 and words in output else [f'status {status}', *output.splitlines()])
        english, german = (run(program, '--help', LANGUAGE=language, **clean)[1] for language in ('en', 'de'))
        tap.point('/house/install/runs there/speaks German', [] if english != german else german.splitlines())


def main():
    build, app_id, prefix = sys.argv[1:]
    tap = Tap()
    tap.point('/house/install/every file, and no other', check_tree(build, app_id, prefix))
    if os.environ.get('TRL_TEST_LONG'):
        check_prefix(tap)
    tap.done()


main()
