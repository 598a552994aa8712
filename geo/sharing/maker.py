"""The process that makes a file for a visitor: an order on standard input, the file on standard output, inside limits.

    python -m geo.sharing.maker PROCESSOR_SECONDS ADDRESS_SPACE

``geo.sharing.apart`` starts it.
"""

import sys
from dataclasses import replace

import msgspec

from geo.dataset.query import Catalogue
from geo.sharing.apart import Order
from geo.sharing.export import EXPORTS
from geo.sharing.picture.rasterise import limit
from geo.sharing.shown import Shown


def drawn(content: bytes) -> bytes:
    """What an order, as MessagePack, asks for."""
    order = msgspec.msgpack.decode(content, type=Order)
    catalogue = replace(Catalogue.of(order.collection), adjectives=order.adjectives, ids=order.ids)
    shown = Shown.of(order.view, catalogue, order.only)
    return EXPORTS[order.name].draw(replace(shown, dress=order.dress, texts=order.texts))


if __name__ == "__main__":
    limit(*map(int, sys.argv[1:]))
    sys.stdout.buffer.write(drawn(sys.stdin.buffer.read()))
