/* A layer whose marks are buttons: each has a data-key, and the scene that is drawn knows what a press of it does. */
"use strict";
window.dateline = window.dateline || {};

dateline.Pressable = L.SVG.extend({
  options: { padding: 0.6, pane: "overlayPane" },

  _initContainer() {
    L.SVG.prototype._initContainer.call(this);
    this._container.classList.add("dateline-figures");
    this._container.setAttribute("aria-label", "Figures on the map");
    this._container.setAttribute("role", "group");
    this._container.addEventListener("click", (event) => {
      /* The end of a drag is a click too; one made by keyboard or script has detail 0. */
      if (!event.detail || !this._map.dragging.moved()) this._act(event);
    });
    this._container.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      this._act(event);
    });
  },

  /* A press closes the list that an earlier one opened. */
  _act(event) {
    const hit = event.target.closest("[data-key]");
    const act = hit && this._scene.acts.get(hit.dataset.key);
    if (!act) return;
    event.stopPropagation();
    this._list.close(false);
    act();
  },

  /* The data-key that has the focus of the keyboard; null where that is in the page around the map's frame. */
  _focused() {
    return document.hasFocus() && this._container.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  },

  _focus(key) {
    const found = this._rootGroup.querySelector('[data-key="' + CSS.escape(key) + '"]');
    if (found) found.focus({ preventScroll: true });
    return Boolean(found);
  },
});
