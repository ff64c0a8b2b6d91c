"""Lets `python -m assess` do what the command `assess` does."""

from assess.cli import main

if __name__ == "__main__":
    main()
