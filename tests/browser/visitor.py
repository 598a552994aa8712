"""A visitor without a browser: what the server does for one, and nothing of what a browser draws."""

from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from benchmarks.readers import Session
from tests.browser.server import Server

OPENING = BackMsg(rerun_script={"query_string": ""}).SerializeToString()  # type: ignore[arg-type]


def look(server: Server) -> None:
    """Come, see the whole page, and leave. Raises ReaderError where the page shows an error."""
    stream, origin = server.url.replace("http://", "ws://") + "_stcore/stream", Origin(server.url.rstrip("/"))
    named = [Subprotocol("streamlit")]
    with connect(
        stream, subprotocols=named, origin=origin, max_size=None, open_timeout=60, ping_interval=None
    ) as socket:
        Session(socket).ask(OPENING)
