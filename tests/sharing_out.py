"""Which process runs which file of tests: browsers wait, readers reckon, and side by side they keep both cores busy.

One after the other, the browser tests left the cores idle for a third of their time, and what only reckons then kept
every process waiting for a core.
"""

from xdist.scheduler import LoadFileScheduling
from xdist.workermanage import WorkerController

BROWSER = "tests/browser/"
RECKONS_EVERY = 3
"""Of so many processes one begins with what needs no browser."""


class SharingOut(LoadFileScheduling):
    """A file stays together, as with ``--dist loadfile``. Each process takes the next file of its kind, and of the
    other kind once there is none: so each starts a browser at most once."""

    def _assign_work_unit(self, node: WorkerController) -> None:
        kind = reckons(node.gateway.id)
        own = next((file for file in self.workqueue if (BROWSER not in file) == kind), None)
        if own is not None:
            self.workqueue.move_to_end(own, last=False)
        super()._assign_work_unit(node)


def reckons(worker: str) -> bool:
    """Whether a process, by its name ("gw0"), begins with what needs no browser."""
    return int(worker.removeprefix("gw")) % RECKONS_EVERY == RECKONS_EVERY - 1
