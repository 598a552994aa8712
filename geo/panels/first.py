"""The first visitor of a server is the server itself.

The first run of the page brings in what all later ones share: the libraries it draws with, the data set, what is made
once for each version. That is a second of work, and while a browser still loads Streamlit's own files there is time for
it. Whoever comes in the meantime waits for the rest of it only.
"""

import asyncio
from contextlib import suppress

from streamlit import runtime
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.runtime import RuntimeStoppedError
from streamlit.runtime.session_manager import SessionClient

from geo.limits import FIRST_SECONDS


class _Nobody(SessionClient):
    """A visitor who looks at nothing, and knows when the page is whole."""

    def __init__(self) -> None:
        self.whole = asyncio.Event()

    def write_forward_msg(self, msg: ForwardMsg) -> None:
        if msg.WhichOneof("type") == "script_finished":
            self.whole.set()


async def visit() -> None:
    """Run the page once for nobody, on the loop of a runtime that has started. What goes wrong is told to those who
    come."""
    server, nobody = runtime.get_instance(), _Nobody()
    with suppress(RuntimeStoppedError, TimeoutError):
        session = server.connect_session(nobody, {})
        try:
            server.handle_backmsg(session, BackMsg(rerun_script={"query_string": ""}))  # type: ignore[arg-type]
            await asyncio.wait_for(nobody.whole.wait(), FIRST_SECONDS)
        finally:
            server.close_session(session)
