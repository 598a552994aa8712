"""The word lists that more than one room reads."""
