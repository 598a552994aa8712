"""Put one place of a figure right: one that the article names, one of the gazetteer, a click on the map, a new one."""

from dataclasses import dataclass

import streamlit as st
from streamlit_folium import st_folium

from geo.collections.decide import UNKNOWN, WIDEST_KM, Change, place_by_hand, position
from geo.dataset.query import Catalogue
from geo.errors import DatelineError
from geo.maps.geometry import Bounds, bounds
from geo.maps.pin import ground_map, pin
from geo.model import Claim, Place, Role
from geo.model.decision import Field
from geo.panels.desk.candidates import looked_up, named
from geo.panels.desk.fold import fold
from geo.panels.desk.saving import TOLD, refuse, save
from geo.panels.desk.writing import Desk
from geo.panels.map import source
from geo.wording.claims import number

AS_IT_IS = "As it stands"
OWN = "A place of my own"
FURTHER = "A further place"
KEPT = "as it stands"
"""No other role than the place has that is put right; of a further one, at."""
HEIGHT = 400
"""Pixels of the map."""
AROUND = 2.0
"""Degrees around the places of a figure, on its map."""
POLE = 85.0
"""Degrees of latitude: beyond, the map's projection has no end."""
PICKED = "desk-picked"
"""The session's key: which click on the map was the last that was taken."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form holds."""

    instead: str
    choice: str
    role: Role
    name: str
    at: str
    km: float
    source: str
    why: str


def render(desk: Desk, catalogue: Catalogue, claim: Claim) -> None:
    """The places of ``claim``; what is picked is saved as one correction."""
    with fold("Correct its places", "places") as is_open:
        if not is_open:
            return
        known = {**_sought(claim), **named(catalogue, claim)}
        if st.toggle("Pick it on the map", key=f"on-map-{claim.id}"):
            _on_map(catalogue, claim)
        asked = _form(claim, known)
        if asked is None:
            return
        try:
            save(desk, catalogue, claim, _changes(claim, asked, known), asked.why)
        except DatelineError as error:
            refuse(str(error))


def choose(catalogue: Catalogue, claim: Claim, place: str) -> None:
    """Choose a place (id) that is clicked in the article's text; it is saved with the form, which opens."""
    label = next((words for words, it in named(catalogue, claim).items() if it.id == place), None)
    if label is None:
        return
    st.session_state[f"place-{_state(claim)}"] = label
    st.session_state["fold-places"] = True
    st.session_state[TOLD] = f"{label.partition(':')[0]} is chosen under “Correct its places”."


def _state(claim: Claim) -> str:
    """A part of the fields' keys: once other places stand, the form begins anew."""
    return "-".join((claim.id, *(f"{used.place.name} ({used.role})" for used in claim.places)))


def _sought(claim: Claim) -> dict[str, Place]:
    """What the gazetteer has of the name that is looked up; the likeliest is chosen, once, and a name that it lacks is
    said to be lacking."""
    with st.form(f"seek-{claim.id}", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        sought = st.text_input("Look up a place", key=f"sought-{claim.id}", placeholder="Goma; Tripoli, Lebanon")
        st.form_submit_button("Look it up")
    found, taken = looked_up(sought), f"sought-taken-{claim.id}"
    if st.session_state.get(taken, "") != sought:
        st.session_state[taken], chosen = sought, f"place-{_state(claim)}"
        st.session_state.pop(chosen, None)
        if found:
            st.session_state[chosen] = next(iter(found))
    if found:
        more = "The likeliest is chosen below." if len(found) > 1 else "It is chosen below."
        st.caption(f"{number(len(found), 'place')} of that name. {more}")
    elif sought.strip():
        st.caption("The gazetteer has no place of that name. Click on the map, or give its position below.")
    return found


def _form(claim: Claim, known: dict[str, Place]) -> Asked | None:
    """What was asked for; None before it is sent."""
    stands = {f"{used.place.name} ({used.role})": used for used in claim.places}
    state = _state(claim)
    with st.form(f"place-form-{claim.id}", border=False):
        which = st.selectbox("Which place", [*stands, FURTHER], key=f"which-{state}")
        choice = st.selectbox("Where it is", [AS_IT_IS, *known, OWN, UNKNOWN], key=f"place-{state}")
        used = stands.get(which)
        roles = [*([KEPT] if stands else []), *Role]
        role = st.selectbox("They were there, came from there, went there", roles, key=f"role-{state}")
        name, at = st.columns(2)
        made = Asked(
            instead=used.place.name if used else "",
            choice=choice,
            role=Role(role) if role != KEPT else used.role if used else Role.AT,
            name=name.text_input(f"{OWN}: its name", key=f"own-name-{state}"),
            at=at.text_input("Latitude, longitude", key=f"own-at-{state}", placeholder="37.28,68.65"),
            km=name.number_input("Radius in km; 0 for a point", 0.0, float(WIDEST_KM), key=f"own-km-{state}"),
            source=at.text_input("Known from", key=f"own-source-{state}", placeholder="UN map of camps, 2023"),
            why=st.text_input("Why", key=f"place-why-{state}"),
        )
        return made if st.form_submit_button("Save the place") else None


def _changes(claim: Claim, asked: Asked, known: dict[str, Place]) -> list[Change]:
    """Nothing where the place is in that role already. Raises DecisionError for a place that cannot be made."""
    own = asked.choice == OWN or (asked.choice == AS_IT_IS and bool(asked.name.strip() or asked.at.strip()))
    if asked.choice == UNKNOWN:
        return [Change(Field.PLACE, UNKNOWN, None, asked.role, asked.instead)] if asked.instead else []
    if own:
        place = place_by_hand(asked.name, *position(asked.at), km=asked.km, source=asked.source)
    elif asked.choice != AS_IT_IS:
        place = known[asked.choice]
    elif (stands := next((it.place for it in claim.places if it.place.name == asked.instead), None)) is not None:
        place = stands
    else:
        return []
    if any(used.place == place and used.role is asked.role for used in claim.places):
        return []
    return [Change(Field.PLACE, place.name, place, asked.role, asked.instead)]


def around(claim: Claim) -> Bounds | None:
    """Where the map opens: around the places of ``claim``; None where it has none, for where the figures are."""
    found = [(used.place.lat, used.place.lon) for used in claim.places]
    known = [(lat, lon) for lat, lon in found if lat is not None and lon is not None]
    if not known:
        return None
    (south, west), (north, east) = bounds(known)
    south, north = (max(-POLE, min(POLE, lat)) for lat in (south - AROUND, north + AROUND))
    return (south, west - AROUND), (north, east + AROUND)


def _on_map(catalogue: Catalogue, claim: Claim) -> None:
    """The ground around the figure; a click on it fills in the position, and chooses the place that is made of it."""
    key, field = f"pick-{catalogue.collection.version}-{claim.id}", f"own-at-{_state(claim)}"
    answer = st.session_state.get(key)
    click = answer.get("last_clicked") if isinstance(answer, dict) else None
    match click:
        case {"lat": float() | int() as lat, "lng": float() | int() as lon} if click != st.session_state.get(PICKED):
            st.session_state[PICKED] = click
            st.session_state[field] = f"{lat:.4f},{(lon + 180) % 360 - 180:.4f}"
            st.session_state[f"place-{_state(claim)}"] = OWN
    try:
        at = position(str(st.session_state.get(field) or ""))
    except DatelineError:
        at = None
    st_folium(
        ground_map(source(catalogue), around(claim)),
        key=key,
        height=HEIGHT,
        use_container_width=True,
        returned_objects=["last_clicked"],
        feature_group_to_add=pin(at, float(st.session_state.get(f"own-km-{_state(claim)}") or 0)),
    )
