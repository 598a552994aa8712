"""How the counted are named: one form a file, with examples, tried in the order of ``registry``."""
