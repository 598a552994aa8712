"""The words of the made-up collection: figures, dates and sentences, with the span of each part.

Everything is written here; no sentence is taken from an article. Chance comes from the caller's seeded generator.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from string import Formatter

from geo.model import Action, Basis, Granularity, Population, Qualifier, Role, Span, Status, When

VAGUE = {100: ("dozens of", 20, 99), 1_000: ("several hundred", 200, 900), 10_000: ("several thousand", 2_000, 9_000)}
"""Below this many people -> the vague words for them and their range; more are "tens of thousands of"."""
MANY = ("tens of thousands of", 20_000, 90_000)
HEDGES = {
    Qualifier.ABOUT: ("about", "some", "around"),
    Qualifier.MORE_THAN: ("more than", "over"),
    Qualifier.AT_LEAST: ("at least",),
    Qualifier.UP_TO: ("up to",),
    Qualifier.FEWER_THAN: ("fewer than",),
}
SPEAKERS = (
    "the defence ministry", "the interior ministry", "a regional governor", "aid agencies", "the border guard service",
    "a military spokesman", "the emergencies ministry", "a relief coordinator", "local officials",
    "an opposition group", "state television, citing the interior ministry", "a monitoring group",
)  # fmt: skip


@dataclass(frozen=True)
class Deed:
    """One kind of claim: what it says (``words`` names its parts), who is counted, and the usual sizes."""

    words: str
    population: Population
    basis: Basis
    action: Action
    nouns: tuple[str, ...]
    roles: Mapping[str, Role]
    sizes: tuple[int, int]
    weight: int = 2
    statuses: tuple[Status, ...] = (Status.REPORTED,) * 6 + (Status.CLAIMED, Status.DENIED, Status.DISPUTED)


FROM_TO = {"from": Role.FROM, "to": Role.TO}
AT, AWAY, TOWARDS = {"at": Role.AT}, {"from": Role.FROM}, {"to": Role.TO}
OFFER = (Status.PLEDGED,) * 4 + (Status.WITHDRAWN,)
PEOPLE = ("people", "residents", "villagers")

DEEDS = (
    Deed("{figure} {noun} fled {from} for {to} {when}, {speaker} said.",
         Population.REFUGEES, Basis.EVENT, Action.FLEE, ("people", "civilians", "refugees"), FROM_TO, (80, 40_000), 6),
    Deed("{figure} {noun} crossed from {from} into {to} {when}, according to {speaker}.",
         Population.CIVILIANS, Basis.EVENT, Action.CROSS, ("civilians", "people", "families"), FROM_TO, (40, 9_000), 4),
    Deed("{figure} {noun} have arrived in {to} from {from} {when}, {speaker} said.",
         Population.ASYLUM_SEEKERS, Basis.TOTAL, Action.ARRIVE, ("asylum seekers",), FROM_TO, (200, 30_000), 3),
    Deed("{figure} {noun} went back from {from} to {to} {when}, {speaker} said.",
         Population.RETURNEES, Basis.EVENT, Action.RETURN, ("returnees", "refugees"), FROM_TO, (100, 50_000), 3),
    Deed("{figure} {noun} were forced from their homes in {at} {when}, {speaker} said.",
         Population.DISPLACED, Basis.TOTAL, Action.DISPLACE, ("people", "residents"), AT, (500, 900_000), 6),
    Deed("{figure} {noun} are sheltering in {at}, {speaker} said.",
         Population.REFUGEES, Basis.STOCK, Action.HOST, ("refugees",), AT, (1_000, 1_500_000), 5),
    Deed("{to} could take in {figure} {noun}, {speaker} said.",
         Population.REFUGEES, Basis.CAPACITY, Action.ACCEPT, ("refugees",), TOWARDS, (500, 200_000), 2, OFFER),
    Deed("{figure} {noun} were moved to safety from {from} {when}, {speaker} said.",
         Population.EVACUEES, Basis.EVENT, Action.EVACUATE, PEOPLE, AWAY, (60, 20_000), 3),
    Deed("{figure} {noun} were sent back from {from} to {to} {when}, {speaker} said.",
         Population.MIGRANTS, Basis.EVENT, Action.EXPEL, ("migrants",), FROM_TO, (30, 4_000), 2),
    Deed("{speaker} estimated that {figure} {noun} may have left {from} {when}.",
         Population.DISPLACED, Basis.ESTIMATE, Action.DISPLACE, PEOPLE, AWAY, (1_000, 300_000), 2, (Status.ESTIMATED,)),
    Deed("{figure} {noun} took part in an exercise near {near} {when}, {speaker} said.",
         Population.TROOPS, Basis.EVENT, Action.EXERCISE, ("troops", "soldiers"), {"near": Role.NEAR},
         (300, 60_000), 3),
    Deed("{figure} {noun} are stationed at {at}, {speaker} said.",
         Population.TROOPS, Basis.STOCK, Action.PRESENT, ("troops", "soldiers"), AT, (200, 20_000), 4),
    Deed("{figure} {noun} were moved to {to} {when}, {speaker} said.",
         Population.TROOPS, Basis.EVENT, Action.DEPLOY, ("troops", "soldiers", "reservists"), TOWARDS,
         (100, 30_000), 5),
    Deed("{figure} {noun} will be sent from {from} to {to}, {speaker} said.",
         Population.TROOPS, Basis.PLAN, Action.DEPLOY, ("troops", "peacekeepers"), FROM_TO, (100, 9_000), 2,
         (Status.PLANNED,)),
    Deed("{figure} {noun} were withdrawn from {from} {when}, {speaker} said.",
         Population.TROOPS, Basis.EVENT, Action.WITHDRAW, ("troops", "soldiers"), AWAY, (100, 12_000), 2),
    Deed("{figure} {noun} fled over {via} from {from} into {to} {when}, {speaker} said.",
         Population.TROOPS, Basis.EVENT, Action.FLEE, ("soldiers", "border guards"), {**FROM_TO, "via": Role.VIA},
         (30, 2_000), 2),
    Deed("{figure} {noun} had been recruited {when}, {speaker} said.",
         Population.TROOPS, Basis.TOTAL, Action.RECRUIT, ("volunteers", "conscripts"), {}, (500, 50_000), 1),
    Deed("The rebels say they hold {figure} {noun} in {at}, {speaker} said.",
         Population.TERRITORY, Basis.STOCK, Action.CONTROL, ("of the land",), AT, (10, 95), 2,
         (Status.CLAIMED, Status.DISPUTED)),
)  # fmt: skip
ASIDES = (
    "Nobody could be reached for comment in {place}.",
    "Roads around {place} were open on {day}, officials said.",
    "Talks about {place} are to go on next month.",
    "Prices in the markets of {place} have risen since the winter.",
)
TURNS = {
    Status.DENIED: (Status.CLAIMED, "The government in {place} denied it."),
    Status.DISPUTED: (Status.CLAIMED, "Other officials disputed the number."),
    Status.WITHDRAWN: (Status.PLEDGED, "A minister later appeared to withdraw the offer."),
}
"""A status that comes second -> the one before it, and the sentence that turns it."""
MADE_UP = "This text was made up by a program to measure a page. Nothing in it happened."
TITLES = ("What the Day Brought", "Reports From the Ground", "The Week in Numbers")


@dataclass
class Copy:
    """An article's text as it is written, part by part."""

    text: str = ""

    def write(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))

    def sentence(self, template: str, parts: Mapping[str, str]) -> tuple[Span, dict[str, Span]]:
        """Write a sentence and a space; the spans of the sentence and of its parts. A capital opens it."""
        start, spans = len(self.text), dict[str, Span]()
        for literal, name, *_ in Formatter().parse(template):
            self.text += literal
            if name:
                words = parts[name]
                opens = len(self.text) == start
                spans[name] = self.write(words[:1].upper() + words[1:] if opens else words)
        sentence = Span(start, len(self.text))
        self.text += " "
        return sentence, spans

    def paragraph(self) -> None:
        self.text = self.text.rstrip() + "\n\n"


def figure(chance: Random, people: int) -> tuple[str, Qualifier, int | None, int | None]:
    """Words, qualifier and inclusive bounds for about ``people``, as some agency would put it."""
    kinds, weights = zip(*_QUALIFIERS.items(), strict=True)
    kind = chance.choices(kinds, weights)[0]
    rounded = _round(people)
    if kind is Qualifier.EXACTLY:
        return f"{people:,}", kind, people, people
    if kind is Qualifier.BETWEEN:
        return f"between {rounded:,} and {rounded * 2:,}", kind, rounded, rounded * 2
    if kind is Qualifier.VAGUE:
        words, least, most = next((vague for limit, vague in VAGUE.items() if people < limit), MANY)
        return words, kind, least, most
    low = None if kind in (Qualifier.UP_TO, Qualifier.FEWER_THAN) else rounded
    high = None if kind in (Qualifier.MORE_THAN, Qualifier.AT_LEAST) else rounded
    return f"{chance.choice(HEDGES[kind])} {rounded:,}", kind, low, high


_QUALIFIERS = {
    Qualifier.EXACTLY: 30, Qualifier.ABOUT: 22, Qualifier.MORE_THAN: 20, Qualifier.AT_LEAST: 8, Qualifier.UP_TO: 6,
    Qualifier.FEWER_THAN: 3, Qualifier.BETWEEN: 4, Qualifier.VAGUE: 7,
}  # fmt: skip


def _round(people: int) -> int:
    """To one or two digits that count."""
    step = int("1".ljust(max(2, len(str(people)) - 1), "0"))
    return max(step, people // step * step)


def when(chance: Random, published: date, happened: date) -> tuple[str, When | None]:
    """Words for a day at most some weeks before ``published``, and the days that they mean; None where they are too
    loose to mean any."""
    days = (published - happened).days
    monday = published - timedelta(published.weekday() + 7)
    first = (happened.replace(day=1), happened.replace(day=1) + timedelta(27))
    choices = [
        ("in recent days", None),
        (f"in {happened:%B %Y}", When(*first, Granularity.MONTH, f"in {happened:%B %Y}")),
        (f"since {happened:%B}", When(first[0], published, Granularity.INTERVAL, f"since {happened:%B}")),
    ]
    if days < 7:
        choices += [(f"on {happened:%A}", When(happened, happened, Granularity.DAY, f"on {happened:%A}"))] * 5
    elif monday <= happened < monday + timedelta(7):
        choices += [("last week", When(monday, monday + timedelta(6), Granularity.WEEK, "last week"))] * 5
    return chance.choice(choices)
