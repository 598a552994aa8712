"""A panel's figures as a strip: one row a claim, the figure on a log scale, in the words that it was printed in."""

from collections.abc import Sequence
from itertools import starmap

from geo.dataset.leading import leading
from geo.dataset.query import COUNTED, IN_DOUBT, Catalogue, in_panel
from geo.model import Claim, Panel
from geo.panels import filters, instead, searched, sheet, view
from geo.panels.window import MOVES, window
from geo.sharing.view import STRIPS, Selection, Tab
from geo.sheets import asked
from geo.sheets.chart import statement, strip
from geo.sheets.grouping import ENOUGH, grouped
from geo.sheets.nodes import Node, element, kept, pick
from geo.wording import claims as wording
from geo.wording.described import described
from geo.wording.grouping import Grouping


def render(catalogue: Catalogue, shown: Sequence[Claim], panel: Panel, selection: Selection) -> None:
    """The strip of one panel, under its leading figure and the reason why there is no total."""
    claims = in_panel(shown, panel)
    others = [claim for claim in shown if claim.panel is Panel.OTHER]
    hidden = len(claims or in_panel(catalogue.claims.values(), panel))
    elsewhere = [(tab, len(found)) for tab, it in STRIPS.items() if it is not panel and (found := in_panel(shown, it))]
    wanted = filters.current(catalogue)
    if wanted.known_on is not None:  # of what was not known then, nothing is here
        hidden = hidden or len(catalogue.ids)
    further = searched.beyond(catalogue, shown, wanted) if not claims else None
    fewer = [] if shown else instead.fewer(catalogue)
    by = view.grouping()
    groups = grouped(catalogue, claims, by)
    ordered = [claim for group in groups for claim in group.claims]
    heads = {claim.id: group.title for group in groups for claim in group.claims} if by is not Grouping.DATE else None
    part = window(f"{panel.value} rows", [claim.id for claim in ordered], selection.claim)
    sheet.show(
        f"strip-{panel.value}",
        *(_heading(catalogue, claims) if claims else [nothing(panel, hidden, elsewhere, further, fewer)]),
        _ways(by) if by is not Grouping.DATE or len(claims) >= ENOUGH else None,
        strip(
            catalogue,
            claims,
            ordered[part.start : part.stop],
            selection.claim,
            (part.before(), part.after()),
            heads=heads,
            words=filters.current(catalogue).words,
        )
        if claims
        else None,
        _statements(catalogue, others, selection),
        actions={
            **MOVES,
            "clear": filters.clear,
            "open": lambda tab: view.open_tab(Tab(tab)),
            "differences": view.differences,
            "group": view.group,
        },
    )


def _none_leads(claims: Sequence[Claim]) -> str:
    """Why no figure leads."""
    if any(claim.basis in COUNTED and claim.status not in IN_DOUBT for claim in claims):
        return "No count here says what happened, where and when."
    return "Nobody was counted: plans, pledges and doubts only."


def _heading(catalogue: Catalogue, claims: Sequence[Claim]) -> list[Node | None]:
    """The leading figure in words, why there is no total, and the way to what is told differently."""
    lead = leading(catalogue, claims)
    differing = len(catalogue.differences(claims))
    words = f"{wording.number(differing, 'movement')} told differently"
    return [
        element(
            "p",
            element("strong", f"{wording.lead(lead)}:"),
            *kept(f" {described(catalogue, lead.claim).whole}."),
            cls="latest",
        )
        if lead
        else element("p", _none_leads(claims), cls="latest"),
        element(
            "p",
            "Figures as printed, log scale. ",
            wording.no_total(claims),
            " " if differing else None,
            pick("differences", "", words, cls="plain") if differing else None,
            cls="rule",
        ),
    ]


def _ways(by: Grouping) -> Node:
    """The ways in which the figures can be grouped."""
    ways = [
        pick("group", way.value, way.value, cls="way", aria_pressed="true" if way is by else "false")
        for way in Grouping
    ]
    return element(
        "p",
        "Group by ",
        *(part for way in ways for part in (way, " ")),
        cls="rule",
        role="group",
        aria_label="Group by",
    )


def nothing(
    panel: Panel,
    hidden: int,
    elsewhere: Sequence[tuple[Tab, int]] = (),
    further: Node | None = None,
    fewer: Sequence[tuple[Node, int]] = (),
) -> Node:
    """What stands in place of an empty strip, and what to do; ``elsewhere`` are the strips in which figures match,
    ``further`` leads to articles that have the words, ``fewer`` to fewer filters."""
    if hidden:
        return instead.told("No figure matches. ", [*starmap(instead.under, elsewhere), *fewer], further)
    return element(
        "p",
        f"The articles give no figure of {panel.value} people."
        if panel is Panel.DISPLACED
        else f"The articles give no figure of {panel.value}.",
        cls="empty",
    )


def _statements(catalogue: Catalogue, claims: Sequence[Claim], selection: Selection) -> Node | None:
    """What counts no people who moved: shown apart, never among them."""
    if not claims:
        return None
    part = window("statements", [claim.id for claim in claims], selection.claim)
    words = filters.current(catalogue).words
    return element(
        "section",
        element("h2", wording.others(claims), cls="minor"),
        element("p", "Not people on the move, and never added to them.", cls="rule"),
        part.before(),
        *(
            asked.row(statement(catalogue, claim, selection.claim), claim, catalogue.article(claim), words)
            for claim in claims[part.start : part.stop]
        ),
        part.after(),
        cls="statements",
    )
