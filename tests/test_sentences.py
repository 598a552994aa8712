"""What speakers are called by what an article told before is looked for once, and not for each of them."""

from geo.articles.load import from_bytes
from geo.claims.anaphora import full_name, meant
from geo.claims.sentences import Sentences
from geo.claims.setting import settings
from geo.language import passages
from tests.conftest import processor_time
from tests.placed import gazetteer

HEAD = "Troops sent\n\nBy Reuters\n\n3 March 2023\n\n"


def told(text: str) -> Sentences:
    article = from_bytes((HEAD + text).encode(), "a.txt")
    scenes = settings(article, [it for it in passages(article) if it.text], (), gazetteer())
    return Sentences((setting, sentence) for setting in scenes for sentence in setting.doc.sents)


def test_many_speakers_are_told_in_time_that_grows_with_them() -> None:
    """Each looked through all names and nouns before it: the articles' claims took 4 and 9 s of 64,000 letters."""
    speakers = told("Ahmed said 50 people fled. The ministry said 5 people left. " * 500)

    def name() -> None:
        for at, (_, sentence) in enumerate(speakers):
            for token in sentence:
                if token.dep_ == "nsubj":
                    meant(token, at, speakers)
                    full_name(token, at, speakers)

    assert processor_time(name) < 2.5


def test_a_body_is_the_one_that_was_told_before_unless_there_are_two() -> None:
    one = told("The interior ministry sent 50 soldiers. The ministry said 5 people fled. The defence ministry left.")
    found = next(
        (at, token) for at, (_, sentence) in enumerate(one) for token in sentence[:2] if token.lower_ == "ministry"
    )
    number, noun = meant(found[1], found[0], one) or (None, None)
    assert number is not None
    assert noun is not None
    assert number < found[0]
    two = told("The interior ministry spoke. The defence ministry sent 50 soldiers. The ministry said 5 people fled.")
    at = len(two) - 1
    speaker = two[at][1][1]
    assert (speaker.lower_, two.bodies["ministry"][1]) == ("ministry", at - 1)
    assert meant(speaker, at, two) in (None, (at, speaker))
