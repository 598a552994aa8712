"""Many hands for one job: shards of work, who does them, and what becomes of those that fail.

What the work is, this room does not know: a function of a shard, the same in every process.
"""
