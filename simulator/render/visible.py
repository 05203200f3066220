"""Text that can move the cursor, hide itself or turn the writing direction, shown as what it is."""

import json
import re

# Control characters but the line break; soft hyphen; marks, overrides and isolates of writing direction; invisible
# spaces and operators; line and paragraph separators; halves of characters; annotation and tag characters. Joiners
# (U+200C, U+200D) stay: emoji and several scripts are written with them.
_UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    r"""Line breaks stay, a tab becomes a space, anything else unseen its escape, such as `\x1b` or `\u202e`."""
    return _UNSEEN.sub(_escape, text.replace("\r\n", "\n"))


def in_one_line(text: str) -> str:
    """The visible text with every stretch of white space as one space."""
    return " ".join(visible(text).split())


def in_double_quotes(text: str) -> str:
    """A YAML text in double quotes, with escapes for what cannot be seen."""
    written = json.dumps(text, ensure_ascii=False)
    return "".join(letter if letter.isprintable() else _by_number(letter) for letter in written)


def _escape(found: re.Match[str]) -> str:
    letter = found[0]
    if letter == "\t":
        return " "
    return f"\\x{ord(letter):02x}" if ord(letter) <= 0xFF else _by_number(letter)


def _by_number(letter: str) -> str:
    return f"\\u{ord(letter):04x}" if ord(letter) <= 0xFFFF else f"\\U{ord(letter):08x}"
