"""The door of a checkout: `python cli.py` is `rehearse`."""

import sys


def run() -> None:
    """Run the command line; where its packages are not installed, say how to install them, and exit with 2."""
    try:
        from simulator.commands import main

        main()
    except ModuleNotFoundError as missing:
        package, _, _ = (missing.name or "").partition(".")
        if package == "simulator":
            raise
        print(f"rehearse: the package {package} is not installed; do so with: python -m pip install .", file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    run()
