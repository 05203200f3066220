"""Bare imperatives about the client's life: directives (codebook; MITI direct)."""

from collections.abc import Iterator

from simulator.coder.found import Clause, Found
from simulator.model.known_ids import DIRECTIVE
from simulator.model.language import Language

STRENGTH = 0.72


class OrderMatcher:
    """A sentence or clause that begins with a bare verb and is no invitation."""

    def __init__(self, language: Language) -> None:
        self._orders = frozenset(language.verbs.orders)
        self._negating = frozenset(language.scopes.negating)

    def match(self, clause: Clause) -> Iterator[Found]:
        forms = clause.sentence.forms
        if clause.asks:
            return
        for head in clause.sentence.heads:
            verb = head + 2 if self._is_denied_order(forms, head) else head
            if verb >= len(forms) - 1 or forms[verb] not in self._orders:
                continue
            invites = clause.mark_at("no_orders", head) or clause.mark_at("inviting", head)
            if not (invites or clause.scopes.quoted[verb] or clause.scopes.reported[verb]):
                yield Found(DIRECTIVE, clause.index, head, len(forms) - 1, "order:bare", STRENGTH)
                return

    def _is_denied_order(self, forms: list[str], head: int) -> bool:
        """A forbidding order: the denying word in second place, the verb after it."""
        return len(forms) > head + 2 and forms[head] in self._orders and forms[head + 1] in self._negating
