"""Each form is held by the examples in its own file, and the forms are asked in an order."""

import pkgutil
from importlib import import_module

import pytest

from geo.articles.load import from_bytes
from geo.claims import forms
from geo.claims.counting import Counting, countings
from geo.claims.forms.form import Example, Form
from geo.claims.forms.registry import ALONE, FORMS, LISTED, PARTS, WITH_NOUN
from geo.claims.story import story
from geo.language import passages
from geo.places.gazetteer import Gazetteer
from geo.places.toponyms import toponyms

ROOMS = {"description", "bare"}
"""What forms share: how the counted are described, what is told of a number that stands alone."""
EXAMPLES = [pytest.param(form, example, id=example.text) for form in FORMS for example in form.examples]


def _counted(text: str) -> list[Counting]:
    article = from_bytes(f"{text}\n".encode(), "example.txt")
    parsed, gazetteer = passages(article), Gazetteer.open()
    return list(countings(story(article, parsed, toponyms(article, parsed, gazetteer), gazetteer).sentences))


@pytest.mark.parametrize(("form", "example"), EXAMPLES)
def test_an_example_is_read_by_its_form(form: Form, example: Example) -> None:
    (found,) = (each for each in _counted(example.text) if example.figure in each.figure.words)
    assert found.people is not None
    assert (found.form, found.people.words) == (form.name, example.counted)


def test_every_file_is_a_form_in_the_registry() -> None:
    files = {module.name for module in pkgutil.iter_modules(forms.__path__)} - ROOMS - {"form", "registry"}
    found = {name: import_module(f"geo.claims.forms.{name}").FORM for name in files}
    assert set(found.values()) == set(FORMS)
    assert all(form.examples for form in FORMS)
    assert len({form.name for form in FORMS}) == len(FORMS) == len(files)


def test_the_order_of_the_forms() -> None:
    order = [[form.name for form in forms] for forms in (LISTED, WITH_NOUN, ALONE, PARTS)]
    assert order == [
        ["brackets", "list that shares a verb"],
        ["part that is included", "number and noun"],
        [
            "number and name of a people", "level of a noun", "number of them", "the number of",
            "further object of the verb", "numbering", "strength of a unit", "gapping", "befallen", "comparison",
            "counted again", "as before", "capacity", "flow", "what only people do", "label of a row",
        ],
        ["part of a whole"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "figure", "form"),
    [
        # Each is of two forms; the earlier one has it.
        ("The number of refugees in Chad has risen to 740,000, the agency said.", "740,000", "level of a noun"),
        ("UN forces numbering 14,000 remain in Congo.", "14,000", "level of a noun"),
        ("Poland hosts 900,000 refugees, Slovakia 140,000.", "140,000", "list that shares a verb"),
        ("Floods displaced 1,900 people in Kosti, and another 700 were relocated.", "another 700", "as before"),
        # The parse hangs the last of a list on what befell the others, or gives it its own verb.
        ("Nine people died, 40 hurt and some 2,300 evacuated by Friday, police said.", "some 2,300", "befallen"),
        ("At least 6 villagers were killed, 11 wounded and 1,400 uprooted since dawn.", "1,400", "as before"),
        ("Three people were killed, 20 injured and 90 displaced families moved in.", "90", "number and noun"),
    ],
)
def test_the_earlier_form_has_it(text: str, figure: str, form: str) -> None:
    assert [each.form for each in _counted(text) if each.figure.words == figure] == [form]


def test_a_figure_that_counts_no_people_says_how_its_noun_was_found() -> None:
    assert [each.form for each in _counted("The gang stole 300 cows.")] == ["noun above"]
