"""A large collection as tables: Parquet files beside its ``collection.json``, asked by DuckDB.

This is the only room that knows these files and SQL. ``write`` makes them, ``manifest`` says which ones count,
``tables`` opens them read-only with limits, and ``questions``, ``cells`` and ``pages`` are what can be asked, each with
a typed answer.
"""
