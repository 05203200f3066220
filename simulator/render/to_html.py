"""A debrief as one HTML file: no script, no font or picture from elsewhere, for screens and for paper."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from urllib.parse import quote as percent_encoded

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from simulator.model.debrief import Debrief
from simulator.render.bar_picture import scale
from simulator.render.blocks import Block
from simulator.render.highlight import stretches
from simulator.render.ladder_picture import dots, in_words, rings
from simulator.render.outline import named, outlined
from simulator.render.page import page
from simulator.render.timeline_picture import description, path, strips
from simulator.render.visible import visible


def to_html(debrief: Debrief) -> str:
    """The debrief; whatever people and packs wrote is escaped, so that it shows as they wrote it."""
    return printed(page(debrief))


def printed(blocks: Iterable[Block]) -> str:
    """Blocks, the first of them a heading, as a whole document."""
    rows = list(blocks)
    return _template().render(whole=outlined(rows), names=named(rows)) + "\n"


@lru_cache(maxsize=1)
def _template() -> Template:
    return _environment().get_template("page.html")


def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        finalize=_shown,
        loader=PackageLoader("simulator.render"),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    pictures = {"scale": scale, "strips": strips, "path": path, "description": description}
    pictures.update(dots=dots, rings=rings, in_words=in_words)
    environment.filters.update(pictures, stretches=stretches, id=_id)
    return environment


def _shown(value: Any) -> Any:
    """Text with what cannot be seen made visible; what a template made of it already is left as it is."""
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _id(name: str) -> str:
    """A name as an id and as what links to it: without white space, and no two names alike."""
    return percent_encoded(name, safe="")
