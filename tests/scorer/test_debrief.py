"""What the debrief makes of the scores: areas, advice, figures, timeline, header."""

import pytest
from written_talks import debriefed, fact, listed, rubric, written

from simulator.model.debrief import Header, Score
from simulator.model.rubric import Area
from simulator.model.scenario import CriterionChoice, Ending
from simulator.scorer.overview import area_level
from simulator.scorer.scorer import score
from simulator.scorer.setting import Setting

SEVEN = "C: open_question\n" * 7


def levels(*names: str, critical: bool = False) -> tuple[Score, ...]:
    return tuple(Score(id=str(i), area="x", title="x", level=name, critical=critical) for i, name in enumerate(names))


@pytest.mark.parametrize(
    ("scores", "level", "unsure"),
    [
        (levels("met", "partly", "not_yet"), "partly", 0),
        (levels("met", "met", "not_yet"), "partly", 0),
        (levels("met", "not_yet"), "not_yet", 0),
        (levels("met", "partly"), "partly", 0),
        (levels("met", "not_applicable", "unsure"), "met", 1),
        (levels("unsure", "unsure"), "unsure", 2),
        (levels("not_applicable"), "not_applicable", 0),
        (levels("met", "met", "not_yet", critical=True), "not_yet", 0),
        (levels("met", "met", "partly", critical=True), "partly", 0),
        (levels("met", "met", "partly"), "met", 0),
    ],
)
def test_an_area_is_the_median_of_what_applies(scores, level, unsure):
    found = area_level(Area(id="x", title="x"), scores)
    assert (found.level, found.unsure) == (level, unsure)


def test_a_bound_that_was_kept_is_no_area_that_was_met():
    area = Area(id="x", title="x")
    assert area_level(area, levels("met", "not_applicable"), {"0"}).level == "not_applicable"
    assert area_level(area, levels("partly", "not_applicable"), {"0"}).level == "partly"
    assert area_level(area, levels("met", "met"), {"0"}).level == "met"
    assert area_level(area, levels("met"), {"0"}).level == "met"


def test_critical_findings_come_first_and_are_named():
    debrief = debriefed("K: suicide\nC: information\nC: advice closed_question\nC: closed_question judgment")
    assert debrief.critical == ("asks-about-danger",)
    first = debrief.try_next[0]
    assert (first.criterion, first.turn) == ("asks-about-danger", 1)
    assert "safe" in first.wording or "thinking of" in first.wording


def test_what_matters_most_comes_before_the_rest_and_changes_no_level():
    talk = "C: information\nC: advice"
    plain, marked = debriefed(talk), debriefed(talk, Setting(criteria=listed("two-ways")))
    assert marked.try_next[0].criterion == "two-ways"
    assert plain.try_next[0].criterion != "two-ways"
    assert [one.level for one in plain.criteria] == [one.level for one in marked.criteria]


@pytest.mark.parametrize("act", ["imposing", "judgment", "minimising"])
def test_a_preacher_is_told_so_among_the_first_whatever_the_level_of_the_area(act):
    talk = (
        f"K: feeling states_request\nC: advice closed_question\nC: {act}\nC: advice options\nC: closed_question\n" * 3
    )
    debrief = debriefed(talk, Setting(criteria=listed("stage-order", "no-early-advice", "two-ways", "reflects")))
    assert next(one.level for one in debrief.criteria if one.id == "does-not-impose") == "not_yet"
    assert next(one.level for one in debrief.areas if one.area == "boundaries") == "partly"
    assert "does-not-impose" in [one.criterion for one in debrief.try_next]


def test_why_a_criterion_matters_most_comes_with_its_score():
    most = CriterionChoice(matters="most", reason="Facts decide here.")
    normal = CriterionChoice(reason="A remark for authors.")
    debrief = debriefed("C: advice", Setting(criteria={"two-ways": most, "reflects": normal}))
    assert {one.id: one.reason for one in debrief.criteria if one.reason} == {"two-ways": "Facts decide here."}


def test_there_are_at_most_three_of_each_and_no_more_than_two_of_an_area():
    debrief = debriefed("C: advice\n" * 9)
    areas = [one.area for tried in debrief.try_next for one in debrief.criteria if one.id == tried.criterion]
    assert len(debrief.try_next) == 3
    assert max(map(areas.count, areas)) <= 2
    assert len(debrief.worked) <= 3


@pytest.mark.parametrize(
    ("talk", "stage"),
    [
        ("C: greeting advice\nC: open_question", "contact"),
        ("C: open_question\nC: open_question\nC: open_question advice", "request"),
    ],
)
def test_a_wording_fits_the_stage_of_its_turn(talk, stage):
    debrief = debriefed(talk, Setting(criteria=listed("no-early-advice")))
    tried = debrief.try_next[0]
    at = next(point.stage for point in debrief.timeline if point.turn == tried.turn)
    attempts = next(one for one in rubric().criteria if one.id == "no-early-advice").feedback.attempts
    fitting = [one.wording for one in attempts if one.stage == at] or [one.wording for one in attempts if not one.stage]
    assert tried.wording in fitting
    assert tried.quote is not None
    assert "advice" in tried.quote.quote


def test_what_worked_is_what_the_counselor_did():
    debrief = debriefed("C: greeting\nC: support\nC: information")
    met = {one.id for one in debrief.criteria if one.level == "met"}
    assert {"does-no-harm", "one-thing-at-a-time", "plain-words"} <= met
    assert debrief.worked == ()


@pytest.mark.parametrize(
    ("talk", "criterion", "praised"),
    [
        ("C: self_introduction\nC: support\nC: support", "introduces-self", True),
        ("C: self_introduction\nC: support\nC: judgment", "introduces-self", True),
        ("C: self_introduction\nC: hostility", "introduces-self", False),
        ("C: self_introduction\nC: judgment~model", "introduces-self", True),
        ("K: states_request\nC: open_question open_question open_question support", "table-tennis", False),
        ("C: support\nK: role_expectation\nC: role_boundary\nC: support", "role-limit", True),
        ("C: support\nK: role_expectation\nC: role_boundary\nC: judgment", "role-limit", False),
        ("K: feeling\nC: feeling_reflection+judgment\nC: support\nC: support", "names-feelings", False),
    ],
)
def test_nobody_is_praised_beside_a_misstep_of_the_same_kind(talk, criterion, praised):
    debrief = debriefed(talk)
    assert {one.id: one.level for one in debrief.criteria}[criterion] == "met"
    assert (criterion in [one.criterion for one in debrief.worked]) == praised


def test_the_longest_words_that_a_rule_reads_are_quoted():
    debrief = debriefed("C: self_introduction~2 self_introduction~5 self_introduction~9 self_introduction~model")
    assert len(debrief.worked[0].quote.quote.split()) == 9


@pytest.mark.parametrize(
    ("talk", "wording"),
    [
        ("C: open_question\nC: hostility", "I am sorry for what I said"),
        ("C: open_question\nC: diagnosis", "I can't judge that from here"),
        ("C: open_question\nC: guarantee", "I can't promise that"),
        ("C: open_question\nC: wrong:pep", "I have to correct myself"),
    ],
)
def test_a_wording_fits_what_was_said(talk, wording):
    tried = debriefed(talk, Setting(facts=(fact("pep"),))).try_next[0]
    assert tried.criterion == "does-no-harm"
    assert tried.wording.startswith(wording)


def test_nobody_who_said_who_they_are_is_told_that_there_was_no_contact():
    reasons = {one.reason for one in debriefed("C: greeting service_offer").try_next}
    assert "There was no contact yet that could carry an offer." in reasons
    for talk in ("C: greeting self_introduction service_offer", "C: self_introduction\nC: service_offer"):
        reasons = {one.reason for one in debriefed(talk).try_next}
        assert not any("no contact yet" in reason or "before there is contact" in reason for reason in reasons)


def test_the_same_wording_is_not_proposed_twice():
    wordings = [one.wording for one in debriefed("C: hostility").try_next]
    assert wordings[0].startswith("I am sorry")
    assert len(wordings) == len(set(wordings)) == 3


def test_words_that_one_suggestion_is_about_are_left_to_it_where_there_are_others():
    talk = "C: greeting\nC: directive\nC: judgment\nC: closed_question"
    tried = debriefed(talk).try_next
    quotes = [one.quote for one in tried if one.quote]
    assert len(tried) == 3
    assert len(set(quotes)) == len(quotes)


def test_nobody_is_told_how_to_word_better_what_may_do_harm():
    text = "C: open_question\nC: advice+inducement~model\nC: support"
    debrief = debriefed(text)
    level = next(one.level for one in debrief.criteria if one.id == "does-no-harm")
    assert level == "unsure"
    assert 2 not in [one.turn for one in debrief.try_next if one.quote]
    firm = debriefed(text.replace("+inducement~model", ""))
    assert 2 in [one.turn for one in firm.try_next if one.quote]


def test_a_secret_told_away_is_no_technique():
    used = {one.technique: one.turns for one in debriefed("C: personal_story\nC: confidentiality_breach").techniques}
    assert used["storytelling"] == (1,)
    both = debriefed("C: personal_story+confidentiality_breach").techniques
    assert {one.technique: one.turns for one in both}["storytelling"] == ()


TECHNIQUES = {
    "an invitation after a feeling": ("K: feeling\nC: open_question", "emotional venting", (1,)),
    "an invitation after nothing": ("K: accepts\nC: open_question", "emotional venting", ()),
    "an open question": ("C: open_question", "working with questions", (1,)),
    "a closed question": ("C: closed_question", "working with questions", ()),
    "a feeling named": ("C: feeling_reflection", "reflecting feelings", (1,)),
    "an own feeling": ("C: own_feeling", "reflecting feelings", ()),
    "a paraphrase that advises": ("C: paraphrase+advice", "paraphrasing", ()),
    "a paraphrase before advice": ("C: paraphrase advice", "paraphrasing", (1,)),
    "beside a fact told right": ("C: motivation fact:pep", "motivational interviewing", (1,)),
    "beside a fact told wrong": ("C: motivation wrong:pep", "motivational interviewing", ()),
    "read from the form alone": ("C: summary~form", "summarising", ()),
    "read from the form, and a criterion is met by it": (SEVEN + "C: summary~form", "summarising", (8,)),
    "in the words of a verdict": ("C: feeling_reflection+judgment", "reflecting feelings", ()),
}


@pytest.mark.parametrize(("talk", "technique", "turns"), TECHNIQUES.values(), ids=TECHNIQUES.keys())
def test_a_technique_is_named_where_it_was_used(talk, technique, turns):
    assert {one.technique: one.turns for one in debriefed(talk).techniques}[technique] == turns


@pytest.mark.parametrize(
    ("told", "quoted"), [("fact:pep", False), ("wrong:window fact:pep", True)], ids=["missing", "wrong"]
)
def test_a_fact_that_was_wanted_is_in_the_wording_and_no_other_is_quoted(told, quoted):
    criteria = {**listed("gives-facts"), "does-no-harm": CriterionChoice(matters="off", reason="told elsewhere")}
    debrief = debriefed(f"C: {told}", Setting(facts=(fact("pep"), fact("window")), criteria=criteria))
    tried = next(one for one in debrief.try_next if one.criterion == "gives-facts")
    assert (tried.wording, tried.quote is not None) == ("What is good to know here: the fact window", quoted)


def test_every_wording_fits_any_talk():
    """No name, place, day or topic of one scenario stands in what a debrief proposes."""
    wordings = [attempt.wording for one in rubric().criteria for attempt in one.feedback.attempts]
    world = ("oleg", "ira", "hiv", "prep ", "pep ", "condom", "party", "spring", "monday", "a test", "doctor", "lawyer")
    assert [(word, text) for word in world for text in wordings if word in f" {text.lower()} ".replace("?", " ")] == []


@pytest.mark.parametrize(
    ("talk", "judge"),
    [
        ("C: ?diagnosis", [("diagnosis", "does-no-harm")]),
        ("C: judgment~model", [("judgment", "does-not-impose")]),
        ("C: ?information", []),
        ("C: open_question+?options", []),
        ("C: ?directive\nC: open_question", [("directive", "no-early-advice")]),
        ("C: judgment\nC: ?judgment", []),
        ("C: ?stigma_term", [("stigma_term", "person-first-language")]),
        ("K: suicide\nC: ?risk_question", [("risk_question", "asks-about-danger")]),
        ("C: ?risk_question", []),
        (SEVEN + "C: closed_question\n" * 3 + "C: ?closed_question", []),
        (
            "C: ?stigma_term\nC: ?diagnosis\nC: ?address_request",
            [
                ("diagnosis", "does-no-harm"),
                ("stigma_term", "person-first-language"),
                ("address_request", "asks-address"),
            ],
        ),
    ],
)
def test_only_what_a_level_hangs_on_goes_to_the_supervisor(talk, judge):
    assert [(one.act, one.criterion) for one in debriefed(talk).to_judge] == judge


@pytest.mark.parametrize(
    ("talk", "name", "shown"),
    [
        ("C: open_question\nC: closed_question", "open questions", "50 % of all questions"),
        ("C: open_question\nC: closed_question+risk_question", "open questions", "100 % of all questions"),
        ("C: open_question\nC: closed_question", "Open questions", "50 % of all questions"),
        ("C: personal_story/setting,change~25.", "A story as one experience", "2 of 5 building blocks"),
        ("C: fact:pep", "The facts that matter here", "1 of 2 given"),
        ("C: open_question asks=3\nC: open_question", "turns over the limit", "1 of 2"),
        ("C: open_question paraphrase", "reflections", ""),
    ],
)
def test_a_figure_says_what_it_counts(talk, name, shown):
    debrief = debriefed(talk, Setting(facts=(fact("pep"), fact("window"))))
    figures = (*debrief.figures, *(one for score in debrief.criteria for one in score.figures))
    assert [one.shown for one in figures if one.name == name] == [shown]


def test_no_more_than_six_readings_go_to_the_supervisor():
    assert [one.quote.turn for one in debriefed("C: ?diagnosis\n" * 9).to_judge] == [1, 2, 3, 4, 5, 6]


def test_what_worked_is_quoted():
    debrief = debriefed(
        "C: greeting self_introduction\nC: confidentiality\nC: open_question\nC: paraphrase\nC: open_question"
    )
    assert debrief.worked
    assert all(one.quote is not None and one.turn == one.quote.turn for one in debrief.worked)


def test_figures_facts_techniques_and_timeline():
    talk = "K: feeling\nC: open_question\nC: closed_question\nC: paraphrase information fact:pep\nK: accepts"
    debrief = debriefed(talk, Setting(facts=(fact("pep"), fact("window"))))
    values = {one.name: one.value for one in debrief.figures}
    assert values["open questions"] == 0.5
    assert values["reflections"] == 0.5
    assert values["questions"] == 2
    assert [(one.id, one.outcome) for one in debrief.facts] == [("pep", "given"), ("window", "missed")]
    used = {one.technique: (one.turns, one.fitted) for one in debrief.techniques}
    assert len(used) == 8
    assert used["paraphrasing"] == ((3,), ())
    assert used["reflecting feelings"] == ((), (1,))
    assert [point.stage for point in debrief.timeline] == ["request", "request", "information"]


def test_what_lacks_something_beside_it_is_shown():
    debrief = debriefed("C: open_question paraphrase\nC: open_question\nC: closed_question\nC: open_question")
    reflects = next(one for one in debrief.criteria if one.id == "reflects")
    assert (reflects.level, [quote.turn for quote in reflects.evidence]) == ("not_yet", [2, 3, 4])


def test_facts_in_the_words_of_an_option_make_no_information_of_it():
    facts = Setting(facts=(fact("line"), fact("doctor")))
    options = debriefed("C: options+fact:line+fact:doctor pros_cons", facts)
    assert [point.stage for point in options.timeline] == ["options"]
    telling = debriefed("C: options fact:line fact:doctor", facts)
    assert [point.stage for point in telling.timeline] == ["information"]


def test_a_fact_is_quoted_where_it_is_told_most_plainly():
    talk = written("C: fact:line\nC: fact:line")
    weak = talk.turns[0].reading.facts[0].model_copy(update={"strength": 0.5})
    reading = talk.turns[0].reading.model_copy(update={"facts": (weak,)})
    turns = (talk.turns[0].model_copy(update={"reading": reading}), talk.turns[1])
    debrief = score(talk.model_copy(update={"turns": turns}), rubric(), Setting(facts=(fact("line"),)))
    assert debrief.facts[0].quote.turn == 2


def test_a_slip_that_the_client_left_after_comes_first():
    talk = "C: self_introduction\nC: stigma_term"
    for ending in (None, "reached"):
        assert debriefed(talk, ending=ending).try_next[0].criterion != "person-first-language"
    assert debriefed(talk, ending="broken_off").try_next[0].criterion == "person-first-language"


def test_the_header_joins_what_caller_scenario_and_talk_know():
    ending = Ending(id="mixed", kind="mixed", debrief="Something was won.", epilogue="She came back.")
    setting = Setting(title="Ira", endings=(ending,), aftercare="Breathe.", header=Header(session="s1", trainee="T7"))
    header = score(written("C: greeting\nK: accepts\nC: farewell", "mixed"), rubric(), setting).header
    assert (header.session, header.trainee, header.title, header.turns) == ("s1", "T7", "Ira", 2)
    assert (header.ending_meaning, header.epilogue, header.aftercare) == (
        "Something was won.",
        "She came back.",
        "Breathe.",
    )
    assert header.rubric == "peer-counseling"
    assert header.seconds == 20.0


def test_supervision_questions_are_tied_to_turns_and_serve_three_functions():
    debrief = debriefed("K: suicide\nC: advice judgment\nC: risk_question")
    text = "\n".join(debrief.questions)
    assert "turn 1" in text
    assert "After the opening" in text
    assert "{" not in text
    assert any("Whose values" in question for question in debrief.questions)
    assert any("carry" in question for question in debrief.questions)


def test_praise_quotes_what_was_asked_for_before_what_will_do_as_well():
    debrief = debriefed("K: overdose\nC: risk_question~3\nK: present_danger\nC: emergency_direction~9")
    quoted = {one.criterion: one.turn for one in debrief.worked}
    assert (quoted["asks-about-danger"], quoted["gets-help"]) == (1, 2)


def test_nothing_is_praised_in_the_turn_that_passes_over_a_danger():
    talk = "C: open_question\nC: paraphrase\nC: paraphrase\nK: {}\nC: autonomy\nK: accepts\nC: decision_check"
    calm, danger = (debriefed(talk.format(cue)).worked for cue in ("direct_question", "suicide"))
    assert 4 in {one.turn for one in calm}
    assert 4 not in {one.turn for one in danger}


def test_nobody_is_praised_for_a_misstep():
    debrief = debriefed("K: suicide\nC: confidentiality/unlimited\nC: risk_question")
    assert {one.id: one.level for one in debrief.criteria}["says-confidential"] == "met"
    assert "says-confidential" not in [one.criterion for one in debrief.worked]
    assert debrief.try_next[0].criterion == "says-reporting-limits"


@pytest.mark.parametrize(
    ("played", "known", "proposed"),
    [
        (None, {}, "anonymous-contact"),
        ("ira-hiv-test", {}, "anonymous-contact"),
        ("anonymous-contact", {}, "ira-hiv-test"),
        ("anonymous-contact", {"practise": "anonymous-contact"}, "anonymous-contact"),
        (None, {"practise": None}, None),
    ],
)
def test_practice_is_proposed_for_what_comes_first_and_was_not_just_played(played, known, proposed):
    areas = tuple(area.model_copy(update=known) for area in rubric().areas)
    transcript = written("C: information\nC: advice").model_copy(update={"scenario": played})
    assert score(transcript, rubric().model_copy(update={"areas": areas})).practise_next == proposed


def test_an_empty_talk_makes_a_debrief_too():
    debrief = debriefed("")
    assert {one.level for one in debrief.criteria} == {"not_applicable"}
    assert debrief.header.turns == 0


def test_an_order_never_agreed_is_shown_by_what_was_offered_unasked() -> None:
    talk = "K: direct_question\nC: information\nK: feeling=fear\nC: referral\nC: open_question"
    order = next(one for one in debriefed(talk).criteria if one.id == "stage-order")
    assert "never agreed" in order.note
    assert 2 in {quote.turn for quote in order.evidence}
    assert 1 not in {quote.turn for quote in order.evidence}


def test_what_to_ask_openly_is_where_the_client_had_said_most() -> None:
    talk = "C: closed_question\nK: feeling story_unfinished direct_question\nC: closed_question\nC: closed_question"
    assert [one.turn for one in debriefed(talk).try_next if one.criterion == "open-questions"] == [2]


def test_what_cost_trust_is_tried_first_of_what_matters_as_much() -> None:
    talk = written("C: greeting open_question\nK: feeling\nC: information~30\nC: closed_question\nC: closed_question")
    sour = talk.turns[2].model_copy(update={"trust_change": -2})
    after = talk.model_copy(update={"turns": (*talk.turns[:2], sour, *talk.turns[3:])})
    plain, soured = ([one.turn for one in score(one, rubric(), Setting()).try_next] for one in (talk, after))
    assert 3 not in plain[:1]
    assert soured[0] == 3
