"""The commands of ``python -m geo`` that need more than a line: bringing articles in, and deciding about figures."""
