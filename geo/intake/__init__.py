"""The one way in: a file of any format -> Articles, parsed in a process of its own that cannot harm this one.

``formats`` tells what a file is, ``parsers`` has one parser a format, ``child`` runs them within limits, ``worker`` is
its other end, ``take`` goes from paths to articles and says of everything that is not taken why.
"""
