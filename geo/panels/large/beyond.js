// Carries the view of the map's frame to the server and back what lies outside of it: see beyond.py.
export default function ({ data, setStateValue }) {
  window.datelineAskBeyond = (view) => setStateValue("asked", view);
  window.datelineBeyond = data;
  window.dispatchEvent(new CustomEvent("dateline-beyond"));
}
