"""Annotated articles: their format, the sets, and what a reading scores against them (see README.md here)."""
