"""The page in a real browser: what axe finds wrong with it, in light and in dark, and whether it fits a phone.

It needs no network, but Chromium, and the file axe.min.js of the npm package axe-core, named in REHEARSE_AXE.
"""

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from fixed_debrief import DEBRIEF

from simulator.render.to_html import to_html

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
AXE = Path(os.environ.get("REHEARSE_AXE", "axe.min.js"))

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here; install it to look at pages in a browser"),
    pytest.mark.skipif(not AXE.is_file(), reason="npm install axe-core, and name its axe.min.js in REHEARSE_AXE"),
]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOK = """
const frame = document.querySelector("iframe");
frame.onload = async () => {
  frame.contentWindow.eval(document.querySelector("#axe").textContent);
  const page = frame.contentDocument.documentElement;
  const found = await frame.contentWindow.axe.run(page, {runOnly: TAGS});
  document.querySelector("pre").textContent = JSON.stringify({
    violations: found.violations.map(one => [one.id, one.nodes.map(node => node.html)]),
    passes: found.passes.length,
    beyond: page.scrollWidth - page.clientWidth,
  });
};
""".replace("TAGS", json.dumps(TAGS))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(tmp_path, scheme, width):
    report = looked_at(to_html(DEBRIEF), scheme, width, tmp_path)
    assert report["violations"] == []
    assert report["passes"] > 20
    assert report["beyond"] == 0


def test_axe_is_really_asked(tmp_path):
    report = looked_at(to_html(DEBRIEF).replace("--soft: #5f574d", "--soft: #d0c8be"), "light", 1280, tmp_path)
    assert "color-contrast" in [name for name, _ in report["violations"]]


def looked_at(page: str, scheme: str, width: int, room: Path):
    """What the browser says of the page in a frame of this width; the colours of the scheme are made the only ones."""
    light = page.replace("@media screen and (prefers-color-scheme: dark)", "@media not all")
    page = light if scheme == "light" else light.replace("@media not all", "@media all")
    # The page allows no script, so axe looks at it from outside.
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    axe = AXE.read_text(encoding="utf-8")
    frame = f'<iframe width="{width}" height="900" srcdoc="{html.escape(page)}"></iframe>'
    whole = room / "whole.html"
    whole.write_text(f"<!doctype html>{frame}<pre></pre><script id=axe>{axe}</script><script>{LOOK}</script>", "utf-8")
    command = (str(CHROMIUM), "--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={room / 'profile'}")
    more = ("--virtual-time-budget=100000", "--window-size=1400,1000", "--dump-dom", whole.as_uri())
    # Chromium keeps notes in the configuration folder too, whatever its profile.
    own = os.environ | {"XDG_CONFIG_HOME": str(room / "configuration")}
    told = subprocess.run([*command, *more], capture_output=True, text=True, timeout=120, check=True, env=own).stdout
    return json.loads(html.unescape(re.search(r"<pre>(.*?)</pre>", told, re.DOTALL)[1]))
