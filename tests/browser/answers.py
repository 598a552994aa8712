"""The server's answers, held back and let go, or made to overtake one another: what a loaded machine does by chance."""

from dataclasses import dataclass, field

from playwright.sync_api import Page, WebSocketRoute


@dataclass
class Answers:
    """Of a ``fresh`` page that goes nowhere before this is made."""

    page: Page
    _kept: list[tuple[WebSocketRoute, str | bytes]] = field(default_factory=list)
    _holds: bool = False

    def __post_init__(self) -> None:
        self.page.route_web_socket("**/_stcore/stream*", self._follow)

    def hold(self) -> None:
        self._holds = True

    def let_go(self) -> None:
        """Tell the page all that it was not told, and what comes from here on."""
        self._holds = False
        for way, message in self._kept:
            way.send(message)
        self._kept.clear()

    def _follow(self, way: WebSocketRoute) -> None:
        server = way.connect_to_server()

        def tell(message: str | bytes) -> None:
            if self._holds:
                self._kept.append((way, message))
            else:
                way.send(message)

        server.on_message(tell)


OVERTAKING = """() => {
  const plain = URL.createObjectURL.bind(URL);
  window.ends = {};
  URL.createObjectURL = (blob) => {
    if (blob.type !== "text/javascript") return plain(blob);
    const script = `
      import show from "${plain(blob)}";
      export default (given) => {
        const end = show(given), key = given.key;
        window.ends[key]?.();
        return new Promise((done) => { window.ends[key] = () => done(end); });
      };`;
    return plain(new Blob([script], { type: "text/javascript" }));
  };
}"""


def overtaking(page: Page) -> None:
    """Have each answer shown before the one before it has ended, in all that is shown by a script of our own; of a
    ``fresh`` page that goes nowhere before."""
    page.add_init_script(f"({OVERTAKING})()")
