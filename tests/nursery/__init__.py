"""Processes that begin with everything loaded: what hundreds of starts cost is paid once by each process that tests."""

from tests.nursery.client import Forked, Nursery

__all__ = ["Forked", "Nursery"]
