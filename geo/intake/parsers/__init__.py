"""One parser a format: a Source -> Documents, members, refusals. Libraries are imported when a parser is used."""
