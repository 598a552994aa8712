"""Processes that begin with everything loaded: what hundreds of starts cost is paid once by each process that tests."""

from tests.nursery.client import Forked, Nursery
from tests.nursery.ports import Ports, free_port

__all__ = ["Forked", "Nursery", "Ports", "free_port"]
