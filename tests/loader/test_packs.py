from pathlib import Path

import pytest

from simulator.loader import packs as packs_module
from simulator.loader.known import known_names
from simulator.loader.packs import Packs, packs, scenario_beside, shipped, walks_beside

SMALL = Path(__file__).parent.parent / "problems" / "pack"


def pack_at(folder: Path, *files: str) -> Path:
    for name in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("format: 1\n", encoding="utf-8")
    return folder


def test_ids_are_the_names_of_files_and_walks_are_no_scenarios(tmp_path: Path) -> None:
    one = pack_at(tmp_path, "scenarios/b.yaml", "scenarios/a.yaml", "scenarios/a.walks.yaml", "scenarios/deep/c.yaml")
    assert list(Packs((one,)).scenarios()) == ["a", "b"]


def test_the_first_pack_that_has_an_id_wins(tmp_path: Path) -> None:
    own = pack_at(tmp_path / "own", "scenarios/a.yaml", "rubrics/codebook/en/x.yaml")
    other = pack_at(
        tmp_path / "other", "scenarios/a.yaml", "scenarios/b.yaml", "rubrics/r.yaml", "rubrics/codebook/ru/x.yaml"
    )
    both = Packs((own, other))
    assert both.scenarios() == {"a": own / "scenarios/a.yaml", "b": other / "scenarios/b.yaml"}
    assert both.rubrics() == {"r": other / "rubrics/r.yaml"}
    assert both.codebooks() == {"en": own / "rubrics", "ru": other / "rubrics"}


def test_folders_that_are_not_there_hold_nothing(tmp_path: Path) -> None:
    none = Packs((tmp_path / "nowhere",))
    assert (none.scenarios(), none.rubrics(), none.codebooks(), none.content()) == ({}, {}, {}, [])


def test_what_ships_lies_beside_the_package_or_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (shipped() / "rubrics").is_dir()
    assert packs().folders == (shipped(),)
    monkeypatch.setattr(packs_module, "PACKAGE", tmp_path / "simulator")
    assert shipped() == tmp_path
    (tmp_path / "simulator" / "packs").mkdir(parents=True)
    assert shipped() == tmp_path / "simulator" / "packs"


def test_a_scenario_and_its_walks_find_each_other() -> None:
    assert walks_beside(Path("x/a.yaml")) == Path("x/a.walks.yaml")
    assert scenario_beside(Path("x/a.walks.yaml")) == Path("x/a.yaml")


def test_known_names_come_from_the_files() -> None:
    known = known_names(Packs((SMALL,)), "en")
    assert known.acts == {"greeting", "permission"}
    assert known.cues == {"fall", "feeling"}
    assert known.feelings == {"fear"}
    assert known.criteria == {"peer-counseling": {"does-not-impose"}}
    assert known_names(Packs((SMALL,)), "xx").acts == frozenset()


def test_the_pack_of_a_file_comes_first_and_is_the_nearest_folder_with_rubrics(tmp_path: Path) -> None:
    outer = pack_at(tmp_path, "rubrics/r.yaml", "lay/rubrics/r.yaml", "lay/talks/deep/t.yaml", "x/scenarios/a.yaml")
    some = Packs((tmp_path / "other",))
    lay = outer / "lay"
    assert some.around(lay / "talks/deep/t.yaml").folders == (lay, tmp_path / "other")
    assert some.around(lay / "talks").rubrics() == {"r": lay / "rubrics/r.yaml"}
    assert some.around(lay / "rubrics/r.yaml").folders[0] == lay
    assert some.around(outer / "x/scenarios/a.yaml").folders[0] == outer


def test_a_file_of_one_of_the_packs_changes_nothing_about_their_order(tmp_path: Path) -> None:
    own, other = pack_at(tmp_path / "own", "rubrics/r.yaml"), pack_at(tmp_path / "other", "rubrics/r.yaml")
    both = Packs((own, other))
    assert both.around(other / "rubrics/r.yaml") == both


def test_a_rubric_named_by_its_path_comes_before_all(tmp_path: Path) -> None:
    own = pack_at(tmp_path / "own", "rubrics/r.yaml", "loose/r.yaml", "loose/s.yaml")
    assert Packs((own,)).naming(own / "loose/r.yaml").rubrics() == {"r": own / "loose/r.yaml"}
