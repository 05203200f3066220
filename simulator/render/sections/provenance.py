"""By what the talk was judged, so that anybody can do it again."""

from collections.abc import Iterator

from simulator.model.debrief import Debrief
from simulator.render.blocks import Block, Heading, Item, line, quiet, strong


def provenance(debrief: Debrief) -> Iterator[Block]:
    """Versions, and the SHA-256 of each file of content."""
    head = debrief.header
    yield Heading("How this was made", name="provenance")
    rows = {"program": head.program, "rubric": head.rubric}
    rows |= {f"SHA-256 of the {kind}": sha256 for kind, sha256 in sorted(head.hashes.items())}
    for name, value in rows.items():
        if value:
            yield Item(line(strong(f"{name}:"), quiet(f" {value}")))
