"""`python -m tests`: all that must hold before a change lands. Style, types, layers, tests; the first failure ends it."""

import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROGRAMS = Path(sysconfig.get_path("scripts"))

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
    ("pytest", "--numprocesses=auto", "--dist=worksteal", "--cov", "--cov-report=term-missing:skip-covered"),
)


def main() -> int:
    for name, *arguments in CHECKS:
        print(f"\n$ {name} {' '.join(arguments)}", flush=True)  # noqa: T201 - a command of its own
        code = subprocess.run([PROGRAMS / name, *arguments], cwd=ROOT, check=False).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
