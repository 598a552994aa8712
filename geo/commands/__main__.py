"""``python -m geo.commands``: the commands as the page calls them, by its own Python.

``python -m geo`` looks for an environment that can read articles. A deployed page may have none: what needs no reading
works there, and what does says what is missing.
"""

import sys

from geo.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
