"""How well acts survive harmless changes of the codebook's own hits, and vanish where the meaning changes.

    python benchmarks/robustness.py            # a row per act, and the totals
    python benchmarks/robustness.py --act advice --lost   # the turns that were lost or stayed

Everything is drawn with a fixed seed, so two runs print the same.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from simulator.coder.coder import Coder
from simulator.coder.found import Context
from simulator.library import Library, make_readers
from simulator.loader.codebook_file import load_codebook_with_examples
from simulator.model.codebook import ActDefinition, Example

Change = Callable[[str, Random], str]


def _typo(text: str, random: Random) -> str:
    """Two neighbouring letters of one longer word change places."""
    words = list(re.finditer(r"[a-z]{6,}", text))
    if not words:
        return text
    word = random.choice(words)
    at = random.randrange(word.start() + 1, word.end() - 2)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _bare(text: str, random: Random) -> str:
    """No commas, apostrophes or full stops at the end; questions keep their mark."""
    return re.sub(r"[,;]|(?<=\w)['’](?=\w)|[.!]+$", "", text)


HARMLESS: dict[str, Change] = {
    "lower case": lambda text, random: text.lower(),
    "no punctuation": _bare,
    "a typo": _typo,
    "small talk before": lambda text, random: random.choice(("ok. ", "Hm, I see. ", "right... ", "Oh! ")) + text,
    "small talk behind": lambda text, random: text.rstrip() + random.choice((" 🙂", " ok", "\nso yeah", " haha")),
}
CHANGING: dict[str, tuple[str, Change]] = {
    "quoted": ("quoted", lambda text, random: f'On the wall somebody wrote "{text}" in big letters'),
    "reported": ("reported", lambda text, random: f"my doctor said {text[0].lower()}{text[1:]}"),
}


def measure(act: ActDefinition, coder: Coder, lost: list[str]) -> Counter[str]:
    """Counts of `kept` of `harmless`, and `gone` of `changing`, over the hits of one act that are one sentence long."""
    counts: Counter[str] = Counter()
    for number, hit in enumerate(act.hits):
        random = Random(f"{act.act}:{number}")
        for name, change in HARMLESS.items():
            kept = act.act in _read(coder, change(hit.text, random), hit)
            counts["harmless"] += 1
            counts["kept"] += kept
            if not kept:
                lost.append(f"{name}: {change(hit.text, Random(f'{act.act}:{number}'))}")
        for name, (scope, change) in CHANGING.items():
            if scope in act.vanishes_when and len(re.findall(r"[.!?\n]", hit.text.rstrip(".!?"))) == 0:
                changed = change(hit.text, random)
                gone = act.act not in _read(coder, changed, hit)
                counts["changing"] += 1
                counts["gone"] += gone
                if not gone:
                    lost.append(f"{name}: {changed}")
    return counts


def _read(coder: Coder, text: str, hit: Example) -> frozenset[str]:
    return coder.read(text, Context(hit.client)).act_ids


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--act", help="only this act")
    parser.add_argument("--lost", action="store_true", help="show what was lost or stayed")
    options = parser.parse_args()
    codebook = load_codebook_with_examples(Library().packs.codebooks()["en"], "en").needed()
    coder = make_readers(codebook).coder
    total: Counter[str] = Counter()
    print(f"{'act':24} harmless kept   meaning changed, gone")
    for act in codebook.acts:
        if options.act not in (None, act.act):
            continue
        lost: list[str] = []
        counts = measure(act, coder, lost)
        total += counts
        print(_row(act.act, counts))
        if options.lost:
            print("\n".join(f"    {line}" for line in lost))
    print(_row("all", total))


def _row(name: str, counts: Counter[str]) -> str:
    kept = 100 * counts["kept"] / max(1, counts["harmless"])
    share = 100 * counts["gone"] / max(1, counts["changing"])
    gone = f"{share:6.1f} % of {counts['changing']}" if counts["changing"] else "     -"
    return f"{name:24} {kept:6.1f} % of {counts['harmless']:<5} {gone}"


if __name__ == "__main__":
    main()
