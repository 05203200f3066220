"""The door of a checkout: `python cli.py` is `rehearse`."""

from simulator.commands import main

if __name__ == "__main__":
    main()
