"""`python -m hakawati` is `hakawati`."""

from hakawati.cli import main

if __name__ == "__main__":
    main()
