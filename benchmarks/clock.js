/* Put into every frame of a measured page before its own scripts. All times are milliseconds since 1970.
 *
 *   clock.drawn     when an element of the kind that MARK names first had a size (to 5 ms)
 *   clock.clicked   the last click
 *   clock.changed   the last change of the page within what PANES names: the map's figures, the panel's words
 *   clock.sent, clock.received   WebSocket messages to and from the server; clock.bytes, what they weigh
 *   clock.shows(selector, words) resolves with the time when the page shows such an element with these words
 */
(() => {
  const now = () => performance.timeOrigin + performance.now();
  const clock = { drawn: null, clicked: null, changed: null, sent: [], received: [], bytes: 0 };
  window.clock = clock;
  window.addEventListener("click", (event) => (clock.clicked = performance.timeOrigin + event.timeStamp), true);

  /* By a timer: animation frames that a frame asks for before it is shown may never come. */
  const when = (found, then) => {
    const look = () => {
      if (!found()) return;
      clearInterval(timer);
      then(now());
    };
    const timer = setInterval(look, 5);
  };
  const seen = (selector, words) =>
    [...document.querySelectorAll(selector)].some(
      (element) => element.textContent.includes(words) && element.getBoundingClientRect().width > 0,
    );
  clock.shows = (selector, words) => new Promise((resolve) => when(() => seen(selector, words), resolve));
  when(() => seen("MARK", ""), (time) => (clock.drawn = time));

  const inside = (node) => (node.closest ? node : node.parentElement)?.closest?.("PANES");
  const holds = (node) => node.querySelector?.("PANES");
  const observer = new MutationObserver((records) => {
    if (records.some((record) => inside(record.target) || [...record.addedNodes].some(holds))) clock.changed = now();
  });
  /* A frame's first, empty document goes away, and its window stays. */
  let watched = null;
  setInterval(() => {
    if (watched === document) return;
    watched = document;
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  }, 5);

  const weight = (message) => message.byteLength ?? message.size ?? message.length;
  window.WebSocket = class extends WebSocket {
    constructor(...address) {
      super(...address);
      this.addEventListener("message", (event) => {
        clock.received.push(now());
        clock.bytes += weight(event.data);
      });
    }
    send(message) {
      clock.sent.push(now());
      clock.bytes += weight(message);
      super.send(message);
    }
  };
})();
