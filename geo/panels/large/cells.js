// Carries the questions of the map's frame to the server and the answers back: see map.py. The frame looks for
// datelineCells when it is drawn, and hears of a new answer by the event.
export default function ({ data, setStateValue }) {
  window.datelineAsk = (view) => setStateValue("asked", view);
  window.datelineCells = data;
  window.dispatchEvent(new CustomEvent("dateline-cells"));
}
