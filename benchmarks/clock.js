/* Put into every frame of a measured page before its own scripts. All times are milliseconds since 1970.
 *
 *   clock.drawn     when an element of the kind that MARK names first had a size (to 5 ms)
 *   clock.clicked   the last click
 *   clock.sent, clock.received   WebSocket messages to and from the server
 *   clock.shows(selector, words) resolves with the time when the page shows such an element with these words
 */
(() => {
  const now = () => performance.timeOrigin + performance.now();
  const clock = { drawn: null, clicked: null, sent: [], received: [] };
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

  window.WebSocket = class extends WebSocket {
    constructor(...address) {
      super(...address);
      this.addEventListener("message", () => clock.received.push(now()));
    }
    send(message) {
      clock.sent.push(now());
      super.send(message);
    }
  };
})();
