"""Sentences printed in capitals, as a telex does, in small letters: no rule and no parser knows shouted words.

Only a sentence that is in capitals throughout is lowered. What stands where a name stands keeps its first capital:
after a preposition of place, after "and" behind such a name, before "'S", with the ending of a nationality.
"""

import re

_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?=\S)[^.!?]*)*[.!?]*")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_FEWEST_WORDS = 4
_PLACING = frozenset("in into from to at near toward towards across around inside outside through via of".split())
_PARTS = frozenset("northern southern eastern western central north south east west neighbouring neighboring".split())
_PLAIN = frozenset(
    "a an the this that these those its his her their our it they we he she and or but as by for with on more less than"
    " least most some about nearly almost over under up who which where when while since after before during not no all"
    " any both each many several refugees refugee migrants people civilians residents families soldiers troops forces"
    " police army government rebels border borders camp camps town towns village villages city cities country capital"
    " province region area areas home homes hospital shelter shelters safety fighting violence war conflict fled flee"
    " leave left crossed cross arrived arrive return returned stay shelter sent send live lived week weeks month months"
    " year years day days night morning evening today yesterday least million thousand hundred hundreds thousands be"
    " civilian humanitarian humanitarians guardian guardians custodian finish publish establish vanish"
    " work school schools tents attack attacks floods flooding drought hunger weapons peace power one two three".split()
)
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september"
    " october november december".split()
)
_NATIONAL = re.compile(r".{2,}(?:[^e]ian|ean|ese|ish|ani|aeli|raqi|yrian)s?$")
_KEPT = frozenset("un unhcr iom nato eu us uk usa uae au who ap afp idp idps drc ocha unicef wfp".split())


def lowered(text: str) -> str:
    """``text`` of the same length, with the sentences that are in capitals in small letters."""
    if not any(c.isupper() for c in text) or sum(map(str.isupper, text)) < 2 * _FEWEST_WORDS:
        return text
    return _SENTENCE.sub(lambda found: _sentence(found[0]), text)


def _sentence(text: str) -> str:
    words = list(_WORD.finditer(text))
    if len(words) < _FEWEST_WORDS or text != text.upper():
        return text
    out = list(text)
    before, named = "", False
    for number, found in enumerate(words):
        word = found[0].lower()
        stem = word.removesuffix("'s").removesuffix("’s")
        placed = before in _PLACING or (named and (before == "and" or text[found.start() - 2 : found.start()] == ", "))
        adjoining = named and text[found.start() - 1 : found.start()] == " " and before not in _PLAIN
        is_name = (
            word in _DAYS
            or stem != word
            or (word not in _PLAIN and bool(_NATIONAL.fullmatch(word)))
            or ((placed or adjoining) and word not in _PLAIN | _PLACING | _PARTS and not word.endswith(("ing", "ed")))
        )
        if word not in _KEPT and len(word) == len(found[0]):
            small = word[0].upper() + word[1:] if is_name or number == 0 else word
            out[found.start() : found.end()] = small
        named = (is_name and word not in _DAYS) or (named and word == "and")
        before = before if word in _PARTS or (word == "the" and before in _PLACING) else word
    return "".join(out)
