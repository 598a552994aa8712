"""The refusal of the network, which Python imports by itself in a process that the tests start.

Such a process may run tests (pytest-xdist): what it has imported is then this package's module, and not a second one.
"""

import sys
from pathlib import Path

_own = sys.modules.get("sitecustomize")
if _own is not None and Path(str(_own.__file__)).parent == Path(__file__).parent:
    sys.modules[f"{__name__}.sitecustomize"] = _own
