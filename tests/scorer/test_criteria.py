"""Every criterion of the peer-counseling rubric at every level it can have."""

import pytest
from written_talks import debriefed, fact, judged, listed, move, rubric, written

from simulator.model.scenario import CriterionChoice
from simulator.scorer.reading import read_talk
from simulator.scorer.scorer import score
from simulator.scorer.setting import Setting

PEP = Setting(facts=(fact("pep"), fact("window"), fact("prep", needed=False)))
GAIN = Setting(moves=(move("takes-gift", "no-gain"),))
LOAN = Setting(moves=(move("lends", "personal-limit"),))
HELLO = "C: greeting self_introduction confidentiality address_request\n"
AGREED = HELLO + "K: states_request\nC: paraphrase open_question\nC: understanding_check\nK: accepts\n"
FULL = (
    AGREED
    + """C: permission
    C: information
    C: options pros_cons
    C: autonomy decision_check
    C: thanks affirmation follow_up feedback_request farewell"""
)
FIRST_AID = "K: present_danger\nC: emergency_direction\n"
SEVEN = "C: open_question\n" * 7

CASES: list[tuple[str, str, str, Setting | None, str]] = [
    (
        "introduces-self",
        "met",
        "C: greeting self_introduction service_offer",
        None,
        "before the offer in the same turn",
    ),
    (
        "introduces-self",
        "met",
        "C: open_question\nC: self_introduction open_question",
        None,
        "before the second question",
    ),
    ("introduces-self", "met", "C: service_offer self_introduction", None, "after the offer in the same turn"),
    (
        "introduces-self",
        "met",
        "C: open_question\nC: closed_question self_introduction",
        None,
        "with the second question",
    ),
    ("introduces-self", "partly", "C: service_offer\nC: self_introduction", None, "after the offer"),
    (
        "introduces-self",
        "partly",
        "C: open_question closed_question\nC: self_introduction",
        None,
        "after two questions",
    ),
    ("introduces-self", "not_yet", "C: greeting\nC: open_question", None, "never"),
    ("introduces-self", "unsure", "C: greeting ?self_introduction\nC: open_question", None, "perhaps"),
    ("introduces-self", "not_applicable", "K: present_danger\nC: emergency_direction", None, "danger first"),
    (
        "says-confidential",
        "not_applicable",
        "C: open_question personal=1\n" + FIRST_AID,
        None,
        "danger is what the first question brought to light",
    ),
    ("says-confidential", "met", "C: confidentiality personal=1 closed_question", None, "before, in the same turn"),
    ("says-confidential", "met", "C: closed_question personal=1 confidentiality", None, "after, in the same turn"),
    (
        "says-confidential",
        "met",
        "C: open_question personal=0\nC: confidentiality",
        None,
        "first question not personal",
    ),
    (
        "says-confidential",
        "met",
        "C: closed_question personal=1\nK: direct_question\nC: confidentiality",
        None,
        "when asked",
    ),
    (
        "says-confidential",
        "met",
        "C: confidentiality/unlimited\nC: open_question personal=1",
        None,
        "too much is no fault here",
    ),
    (
        "says-confidential",
        "partly",
        "C: confidentiality/absolute\nC: open_question personal=1",
        None,
        "more than anybody can keep",
    ),
    (
        "says-confidential",
        "partly",
        "C: confidentiality/absolute~model\nC: open_question personal=1",
        None,
        "more than anybody can keep, as the model reads it",
    ),
    ("says-reporting-limits", "not_yet", "K: suicide\nC: confidentiality/absolute", None, "never, to nobody"),
    (
        "says-confidential",
        "met",
        "C: confidentiality/absolute\nC: confidentiality\nC: open_question personal=1",
        None,
        "said without too much as well",
    ),
    (
        "says-confidential",
        "met",
        "C: confidentiality/absolute\nC: open_question personal=1\nC: reporting_limits",
        None,
        "too much at first, with its limits",
    ),
    ("says-confidential", "partly", "C: greeting\nC: closed_question\nC: confidentiality", None, "after, not counted"),
    ("says-confidential", "partly", "C: closed_question personal=1\nC: confidentiality", None, "after, counted"),
    ("says-confidential", "not_yet", "C: greeting\nC: closed_question", None, "never"),
    ("asks-address", "met", "C: address_request\nC: open_question name=Ira", None, "asked and used"),
    ("asks-address", "partly", "C: address_request\nC: open_question", None, "asked, never used"),
    ("asks-address", "partly", "C: address_request name=Ira\nC: open_question", None, "used in the asking only"),
    ("asks-address", "not_yet", "C: open_question name=Ira", None, "used without asking"),
    ("goes-private", "met", "C: greeting private_channel group\nC: open_question personal=1", None, "before"),
    ("goes-private", "partly", "C: closed_question personal=1 group\nC: private_channel group", None, "after"),
    ("goes-private", "not_yet", "C: closed_question personal=1 group\nC: information group", None, "never"),
    ("goes-private", "met", "C: private_channel group\nC: closed_question personal=1 group", None, "only proposed"),
    ("goes-private", "met", "C: greeting group\nC: open_question personal=1", None, "goes there without a word"),
    ("goes-private", "partly", "C: closed_question personal=1 group\nC: greeting", None, "goes there late"),
    ("goes-private", "not_yet", "C: closed_question personal=1\nC: greeting group", None, "only comes from there"),
    ("goes-private", "not_applicable", "C: closed_question personal=1", None, "private anyway"),
    ("sets-expectations", "met", "K: unreal_expectation\nC: expectations", None, "said"),
    ("sets-expectations", "partly", "K: unreal_expectation\nC: referral", None, "only pointed elsewhere"),
    (
        "sets-expectations",
        "partly",
        "K: unreal_expectation\nC: paraphrase\nC: paraphrase\nC: expectations",
        None,
        "late",
    ),
    ("sets-expectations", "not_yet", "K: unreal_expectation\nC: guarantee", None, "confirmed"),
    ("sets-expectations", "not_applicable", "C: greeting\nK: unreal_expectation", None, "no turn left to answer"),
    ("stage-order", "met", FULL, None, "the whole way"),
    ("stage-order", "met", FULL.replace("C: options", "C: feeling_reflection\nC: options"), None, "back to listening"),
    ("stage-order", "met", FULL + "\nK: states_request\nC: open_question\nC: information", None, "a new request"),
    (
        "stage-order",
        "partly",
        FULL.replace("C: paraphrase open_question", "C: information"),
        None,
        "told too early, once",
    ),
    ("stage-order", "partly", FULL.replace("C: options pros_cons\n", ""), None, "options skipped"),
    ("stage-order", "met", FULL.replace("C: information\n", ""), None, "ways, and nothing that had to be told"),
    (
        "stage-order",
        "met",
        FULL.replace("C: information\n", "").replace("C: ", "C: personal_story~9 ", 1),
        None,
        "nor does a remark tell anything",
    ),
    ("stage-order", "met", FULL.replace("C: information", "C: fact:pep"), PEP, "a fact is information"),
    (
        "stage-order",
        "met",
        FULL.replace("C: understanding_check", "C: understanding_check fact:pep"),
        PEP,
        "named only",
    ),
    ("stage-order", "partly", FULL.replace("C: paraphrase", "C: fact:pep"), PEP, "a fact told too early"),
    ("stage-order", "partly", FULL.replace("C: information", "C: wrong:pep"), PEP, "what is wrong tells nothing"),
    ("stage-order", "not_applicable", FIRST_AID + "C: information\nC: follow_up", None, "help is on its way"),
    ("stage-order", "not_yet", FULL.replace("K: accepts", "K: declines"), None, "never agreed"),
    ("stage-order", "not_yet", AGREED + "C: information", None, "two stages skipped"),
    ("stage-order", "not_applicable", "C:\nC:", None, "nothing to read a stage from"),
    *(
        ("stage-order", "met", FULL.replace("K: states_request", early), None, why)
        for early, why in (
            ("C: not_knowing role_boundary", "not knowing is no stage"),
            ("C: personal_story~4", "a short remark on oneself"),
            ("C: information~model", "told by the model alone"),
            ("C: emergency_direction", "a direction to help"),
            ("C: paraphrase+information", "what gives back tells nothing"),
            ("K: direct_question\nC: information", "told in answer"),
            ("K: direct_question\nC: referral", "pointed on in answer"),
        )
    ),
    *(
        ("stage-order", "partly", FULL.replace("K: states_request", early), None, why)
        for early, why in (
            ("C: personal_story", "a long story first"),
            ("C: information~model information", "one of two by a rule"),
            ("K: direct_question\nC: open_question\nC: information", "long after the question"),
            ("K: direct_question\nC: advice", "advice is no answer"),
            ("K: states_request\nC: information", "a request is no question"),
            ("C: paraphrase+directive", "an order stays one"),
        )
    ),
    (
        "stage-order",
        "met",
        FULL.replace("K: states_request", "K: direct_question\nC: fact:pep"),
        PEP,
        "a fact asked for",
    ),
    (
        "stage-order",
        "met",
        FULL.replace("K: states_request", "K: direct_question\nC: greeting\nC: fact:pep"),
        PEP,
        "a fact asked for, and first who tells it",
    ),
    (
        "stage-order",
        "met",
        FULL.replace("K: states_request", "C: emergency_direction+fact:pep"),
        PEP,
        "a fact in a direction to help",
    ),
    (
        "stage-order",
        "partly",
        FULL.replace("K: states_request", "C: emergency_direction fact:pep"),
        PEP,
        "a fact beside a direction to help",
    ),
    (
        "stage-order",
        "met",
        FULL.replace("C: permission", "C: permission self_introduction~model"),
        None,
        "a guess returns",
    ),
    ("agrees-request", "met", FULL, None, "accepted, before information"),
    ("agrees-request", "met", "C: summary\nK: declines\nC: summary\nK: accepts", None, "the second check is accepted"),
    ("agrees-request", "partly", "C: understanding_check\nK: feeling\nC: information", None, "never confirmed"),
    ("agrees-request", "partly", "C: information\nC: understanding_check\nK: accepts", None, "late"),
    ("agrees-request", "not_yet", "C: understanding_check\nK: accepts declines", None, "cancelled in the same breath"),
    ("agrees-request", "met", "C: understanding_check\nK: accepts~model", None, "a plain check, a guessed yes"),
    ("agrees-request", "met", "C: understanding_check~form\nK: accepts", None, "a guessed check, a plain yes"),
    ("agrees-request", "partly", "C: understanding_check~form\nK: accepts~model", None, "both guessed, by form"),
    ("agrees-request", "partly", "C: understanding_check~model\nK: accepts~model", None, "both guessed, by the model"),
    ("agrees-request", "not_yet", "C: open_question\nC: information", None, "never"),
    ("no-early-advice", "met", "K: states_request/advice\nC: greeting\nC: advice", None, "who first, then the advice"),
    ("no-early-advice", "met", "K: direct_question/advice\nC: advice", None, "the client asked what to do"),
    ("no-early-advice", "not_yet", "K: direct_question/advice\nC:\nC: advice", None, "passed over in between"),
    ("no-early-advice", "met", "K: states_request/advice\nC: options", None, "the client asked for ideas"),
    ("no-early-advice", "not_yet", "K: direct_question\nC: advice", None, "asked for something else"),
    ("no-early-advice", "not_yet", "K: direct_question/advice\nC: directive", None, "asked, and ordered about"),
    (
        "no-early-advice",
        "not_yet",
        "K: direct_question/advice\nC: advice\nK: accepts\nC: advice",
        None,
        "and then more",
    ),
    ("no-early-advice", "met", FULL, None, "options after the request"),
    ("no-early-advice", "met", "C: open_question\nC: information", None, "nothing advised, nothing agreed"),
    ("no-early-advice", "partly", "C: permission advice", None, "asked leave"),
    ("no-early-advice", "partly", "C: advice\nC: autonomy", None, "taken back"),
    ("no-early-advice", "partly", "C: autonomy advice", None, "the choice left beforehand"),
    ("no-early-advice", "partly", "C: permission options options", None, "one leave for two things of a turn"),
    ("no-early-advice", "not_yet", "C: options options\nC: autonomy", None, "two things, taken back once"),
    ("no-early-advice", "not_yet", "C: advice\nC: open_question", None, "once, just so"),
    ("no-early-advice", "not_yet", "C: permission advice\nC: permission advice", None, "twice"),
    ("no-early-advice", "not_yet", "C: advice understanding_check\nK: accepts", None, "in the turn that checks"),
    ("no-early-advice", "unsure", "C: ?directive\nC: open_question", None, "perhaps"),
    (
        "no-early-advice",
        "not_applicable",
        "K: present_danger\nC: directive emergency_direction\nC: support",
        None,
        "in danger only",
    ),
    ("no-early-advice", "not_applicable", FIRST_AID + "C: directive", None, "go with them"),
    (
        "no-early-advice",
        "not_applicable",
        "C: open_question\n" + FIRST_AID + "C: directive",
        None,
        "before danger there was none",
    ),
    ("no-early-advice", "not_yet", "C: advice\n" + FIRST_AID + "C: directive", None, "before danger there was some"),
    ("no-early-advice", "not_yet", FIRST_AID + "C: support\n" * 3 + "C: directive", None, "help has come"),
    ("no-early-advice", "not_yet", FIRST_AID + "K: states_request\nC: directive", None, "the client asks for more"),
    (
        "no-early-advice",
        "not_applicable",
        FIRST_AID + "C: support\nC: emergency_direction\nC: support\nC: support\nC: directive",
        None,
        "directed again",
    ),
    (
        "no-early-advice",
        "not_applicable",
        FIRST_AID + "C: support\nK: present_danger\nC: support\nC: support\nC: directive",
        None,
        "danger again",
    ),
    ("names-feelings", "not_applicable", "K: feeling=relief\nC: open_question", None, "relief needs no naming"),
    ("names-feelings", "not_applicable", "K: feeling=joy\nC: open_question", None, "joy needs no naming"),
    ("names-feelings", "not_applicable", "K: feeling=hope\nC: open_question", None, "hope needs no naming"),
    ("names-feelings", "not_applicable", "K: feeling=pride\nC: open_question", None, "pride needs no naming"),
    ("names-feelings", "not_applicable", "K: feeling=calm\nC: open_question", None, "calm needs no naming"),
    ("names-feelings", "met", "K: feeling=calm\nC: feeling_reflection", None, "a light feeling named"),
    ("names-feelings", "partly", "K: feeling=calm feeling=fear\nC: support", None, "sympathy for both"),
    ("names-feelings", "not_applicable", "K: feeling~model\nC: open_question", None, "only the model hears one"),
    (
        "names-feelings",
        "met",
        "K: feeling~model\nC: feeling_reflection",
        None,
        "only the model hears one, and it is named",
    ),
    ("names-feelings", "met", FIRST_AID + "K: feeling\nC: feeling_reflection", None, "while help is on its way"),
    ("names-feelings", "not_applicable", FIRST_AID + "K: feeling\nC: closed_question", None, "no time for it"),
    ("names-feelings", "not_yet", FIRST_AID + "C: support\n" * 3 + "K: feeling\nC: farewell", None, "help has come"),
    ("open-questions", "met", SEVEN + "C: closed_question\n" * 3, None, "7 of 10"),
    ("open-questions", "partly", SEVEN + "C: closed_question\n" * 4, None, "7 of 11"),
    ("open-questions", "not_yet", "C: open_question\n" * 2 + "C: closed_question\n" * 3, None, "2 of 5"),
    ("open-questions", "not_yet", "C: closed_question\nC: closed_question", None, "none of 2 is no doubt"),
    ("open-questions", "unsure", "C: open_question\nC: closed_question", None, "1 of 2"),
    ("open-questions", "not_applicable", "C: open_question\nC: summary", None, "one question"),
    ("open-questions", "met", SEVEN + "C: closed_question+risk_question\n" * 9, None, "danger is asked about closed"),
    ("open-questions", "met", SEVEN + "C: closed_question risk_question\n" * 4, None, "in a sentence on danger"),
    ("open-questions", "partly", SEVEN + "C: closed_question\nC: risk_question\n" * 4, None, "and in another turn"),
    ("open-questions", "met", SEVEN + "C: closed_question+permission\n" * 4, None, "leave is asked with a yes or no"),
    ("open-questions", "met", SEVEN + "C: closed_question+feedback_request\n" * 4, None, "and so is feedback"),
    ("open-questions", "partly", SEVEN + "C: closed_question+knowledge_check\n" * 4, None, "not so what is known"),
    (
        "open-questions",
        "unsure",
        "C: open_question\nC: open_question+risk_question\nC: closed_question",
        None,
        "nor does it count as open",
    ),
    ("reflects", "met", "C: open_question\nC: paraphrase\nC: feeling_reflection", None, "2 to 1"),
    ("reflects", "partly", "C: open_question\n" * 4 + "C: paraphrase\n" * 2, None, "2 to 4"),
    ("reflects", "not_yet", "C: open_question\n" * 5 + "C: paraphrase\n" * 2, None, "2 to 5"),
    ("reflects", "not_yet", "C: information\nC: advice\nC: advice", None, "nothing but telling"),
    ("reflects", "unsure", "C: paraphrase\nC: information\nC: information", None, "one, and nothing asked"),
    ("reflects", "met", "C: paraphrase\nC: paraphrase\nC: information", None, "two, and nothing asked"),
    ("reflects", "not_applicable", "C: open_question\nC: open_question", None, "two turns"),
    ("reflects", "not_applicable", "C: open_question\n" + FIRST_AID + "C: support", None, "two beside a danger"),
    ("names-feelings", "met", "K: feeling=scared\nC: open_question\nC: feeling_reflection", None, "two turns later"),
    ("names-feelings", "partly", "K: feeling\nC: support", None, "only sympathy"),
    (
        "names-feelings",
        "partly",
        "K: feeling\nC: feeling_reflection\nC: open_question\nK: feeling\nC: information\nC: information",
        None,
        "half",
    ),
    (
        "names-feelings",
        "met",
        "K: feeling\nC: feeling_reflection\nK: feeling\nC: information\nC: information",
        None,
        "a feeling confirmed is no new one",
    ),
    ("names-feelings", "met", "C: feeling_reflection\nK: feeling\nC: information", None, "named before it was said"),
    (
        "names-feelings",
        "partly",
        "C: feeling_reflection\nK: feeling\nC: paraphrase\nK: feeling\nC: information\nC: information",
        None,
        "one named first, one passed over",
    ),
    ("names-feelings", "not_yet", "K: feeling\nC: information", None, "passed over"),
    ("names-feelings", "not_applicable", "K: states_request\nC: information", None, "no feeling shown"),
    ("summarises", "met", SEVEN + "C: summary", None, "once in eight"),
    ("summarises", "partly", SEVEN + "C: understanding_check", None, "a check only"),
    ("summarises", "not_yet", SEVEN + "C: farewell", None, "never"),
    ("summarises", "met", SEVEN + "C: summary~model", None, "guessed"),
    ("summarises", "met", SEVEN + "C: summary information", None, "and then told"),
    ("summarises", "not_yet", SEVEN + "C: summary+judgment", None, "a verdict draws nothing together"),
    ("summarises", "not_yet", SEVEN + "C: summary+information", None, "nor does a fact"),
    ("summarises", "not_yet", SEVEN + "C: summary~model directive", None, "guessed beside an order"),
    ("summarises", "not_applicable", SEVEN, None, "seven turns"),
    ("one-thing-at-a-time", "met", "C: open_question words=60 asks=2\n" * 3, None, "at the bound"),
    ("one-thing-at-a-time", "met", "C: open_question\n" * 9 + "C: information words=90", None, "one of ten"),
    ("one-thing-at-a-time", "partly", "C: open_question\n" * 12 + "C: open_question asks=3", None, "three at once"),
    ("one-thing-at-a-time", "partly", "C: open_question\n" * 7 + "C: information words=61\n" * 3, None, "three of ten"),
    ("one-thing-at-a-time", "not_yet", "C: open_question asks=3\nC: open_question", None, "half of them"),
    (
        "table-tennis",
        "met",
        "K: feeling\n" + "C: open_question support+feeling_reflection\n" * 3 + "C: affirmation",
        None,
        "comfort that names",
    ),
    ("table-tennis", "met", "K: states_request\nC: open_question open_question open_question support", None, "3 to 1"),
    (
        "table-tennis",
        "met",
        "K: states_request\n" + "C: open_question\n" * 3 + "C: advice summary\nK: accepts\n" + "C: information\n" * 9,
        None,
        "counted until the request is agreed",
    ),
    (
        "table-tennis",
        "met",
        "C: information\nK: states_request\nC: open_question open_question open_question support",
        None,
        "counted since",
    ),
    ("table-tennis", "partly", "K: states_request\n" + "C: open_question information\n" * 3, None, "1 to 1"),
    *(
        ("table-tennis", "not_yet", "K: states_request\n" + "C: open_question\n" * n, None, f"only asks, {n} times")
        for n in (3, 5, 7, 8)
    ),
    (
        "table-tennis",
        "met",
        "K: states_request\nC: open_question\nC: paraphrase open_question\nC: open_question",
        None,
        "who gives back does not only ask",
    ),
    ("table-tennis", "not_yet", "K: states_request\n" + "C: information\n" * 4, None, "only tells"),
    (
        "table-tennis",
        "met",
        "K: accepts\nC: support support\nK: states_request\nC: open_question open_question open_question support",
        None,
        "a mere yes has no substance",
    ),
    ("table-tennis", "not_applicable", "C: open_question\n" * 4, None, "the client says nothing of substance"),
    ("lets-finish", "met", "K: story_unfinished\nC: paraphrase\nC: information", None, "told afterwards"),
    ("lets-finish", "partly", "K: story_unfinished\nC: advice\nC: open_question", None, "invited to go on"),
    ("lets-finish", "partly", "K: story_unfinished\nC: information advice\nC: open_question", None, "one cut"),
    ("lets-finish", "not_yet", "K: story_unfinished\nC: advice", None, "cut off"),
    ("lets-finish", "met", "K: story_unfinished direct_question\nC: information", None, "asked for"),
    ("lets-finish", "not_yet", "K: story_unfinished direct_question\nC: advice", None, "advice is no answer"),
    ("lets-finish", "not_applicable", "K: feeling\nC: advice", None, "no story was open"),
    ("lets-it-out", "met", "C: open_question\nC: paraphrase\nC: support\nC: information", None, "invited and heard"),
    (
        "lets-it-out",
        "partly",
        "C: open_question\nC: paraphrase\nC: information\nC: support",
        None,
        "heard too little before",
    ),
    ("lets-it-out", "not_yet", "C: information\nC: open_question\nC: paraphrase", None, "told first"),
    (
        "lets-it-out",
        "partly",
        "C: open_question\nC: paraphrase\nC: affirmation\nC: information",
        None,
        "praise is no listening",
    ),
    (
        "lets-it-out",
        "partly",
        "C: open_question\nC: paraphrase\nC: support+judgment\nC: information",
        None,
        "a verdict in kind words",
    ),
    ("lets-it-out", "met", "C: open_question\nC: understanding_check\nC: support\nC: information", None, "checked"),
    ("lets-it-out", "met", "C: open_question\nC: own_feeling\nC: support\nC: information", None, "felt"),
    ("is-sincere", "not_yet", "K: feeling\nC: own_feeling+hostility", None, "an insult as a feeling"),
    ("is-sincere", "met", "K: feeling\nC: own_feeling", None, "said"),
    ("is-sincere", "partly", "K: feeling\nC: own_feeling personal_story", None, "turned to oneself"),
    ("is-sincere", "met", "K: feeling\nC: own_feeling self_introduction+personal_story", None, "who one is, no story"),
    ("is-sincere", "not_yet", "K: feeling\nC: information", None, "masked"),
    ("is-sincere", "not_applicable", "C: information", None, "nothing called for it"),
    ("gives-facts", "met", "C: fact:pep\nC: fact:window", PEP, "all needed"),
    ("gives-facts", "met", "C: wrong:pep\nC: fact:pep fact:window", PEP, "put right"),
    ("gives-facts", "partly", "C: fact:pep", PEP, "one of two"),
    ("gives-facts", "partly", "C: fact:pep fact:window wrong:prep", PEP, "one wrong that was not needed"),
    ("gives-facts", "not_yet", "C: fact:prep", PEP, "none needed"),
    ("gives-facts", "not_yet", "C: wrong:pep", PEP, "wrong"),
    ("gives-facts", "unsure", "C: fact:pep open:window", PEP, "one of two, and one that may be right or wrong"),
    ("gives-facts", "met", "C: fact:pep open:window\nC: fact:window", PEP, "said more plainly later"),
    ("gives-facts", "partly", "C: fact:pep open:prep", PEP, "one of two, and one more that was not needed"),
    ("gives-facts", "partly", "C: fact:pep open:window wrong:prep", PEP, "one wrong, whatever the open one is"),
    ("gives-facts", "not_yet", AGREED, PEP, "agreed, and nothing told"),
    ("gives-facts", "not_yet", "K: states_request\nC: open_question", PEP, "asked for, never agreed, nothing told"),
    ("gives-facts", "not_yet", "K: direct_question\nC: open_question", PEP, "came with a question, nothing told"),
    ("gives-facts", "not_yet", "C: greeting\nK: direct_question\nC: information", PEP, "answered, without the facts"),
    ("gives-facts", "not_applicable", "C: greeting\nK: direct_question\nC: self_introduction", PEP, "who is writing"),
    ("gives-facts", "not_applicable", "C: open_question\nC: information", PEP, "no request, none agreed"),
    ("gives-facts", "not_applicable", "C: information", None, "no facts asked for"),
    (
        "asks-before-telling",
        "not_applicable",
        "K: direct_question\nC: self_introduction\nC: information",
        None,
        "who first",
    ),
    (
        "asks-before-telling",
        "not_yet",
        "K: direct_question\nC: open_question\nC: information",
        None,
        "something else was asked in between",
    ),
    ("asks-before-telling", "met", "C: permission information", None, "leave in the same turn"),
    ("asks-before-telling", "met", "C: knowledge_check open_question\nC: information", None, "knowledge first"),
    ("asks-before-telling", "partly", "C: information permission", None, "after"),
    ("asks-before-telling", "not_yet", "C: information", None, "never"),
    ("asks-before-telling", "not_applicable", "C: open_question", None, "nothing told"),
    ("asks-before-telling", "not_applicable", "K: direct_question\nC: information", None, "only what was asked"),
    ("asks-before-telling", "met", "C: knowledge_check", None, "asked, though nothing is told"),
    (
        "asks-before-telling",
        "met",
        "K: direct_question\nC: information\nC: permission\nC: information",
        None,
        "an answer, then leave before the rest",
    ),
    (
        "asks-before-telling",
        "not_yet",
        "K: direct_question feeling=fear\nC: information\nK: accepts\nC: information",
        None,
        "an answer, then the rest without",
    ),
    ("plain-words", "met", "C: information words=40 sentences=5 syllables=50", None, "easy"),
    ("plain-words", "met", "C: information words=5 sentences=1 syllables=20", None, "too short to measure"),
    ("plain-words", "met", "C: information letters=ART", None, "one in a turn may be the one explained"),
    ("plain-words", "partly", "C: information\nC: information letters=ART,OST", None, "letters in half of it"),
    ("plain-words", "partly", "C: information words=40 sentences=4 syllables=67", None, "ease 55"),
    ("plain-words", "not_yet", "C: information words=40 sentences=2 syllables=80", None, "ease 17"),
    ("plain-words", "not_yet", "C: information letters=ART,OST", None, "letters in the only turn"),
    ("plain-words", "not_applicable", "C: open_question letters=ART", None, "nothing told"),
    ("disclaimer", "met", "K: use_or_supply\nC: information disclaimer", None, "with it"),
    ("disclaimer", "met", "C: disclaimer\nK: use_or_supply\nC: information", None, "before it came up"),
    ("disclaimer", "partly", "K: use_or_supply\nC: information\nC: disclaimer", None, "after"),
    ("disclaimer", "not_yet", "K: use_or_supply\nC: information", None, "never"),
    ("disclaimer", "not_applicable", "K: states_request\nC: information", None, "not the topic"),
    ("admits-not-knowing", "met", "K: direct_question\nC: not_knowing", None, "admitted"),
    ("admits-not-knowing", "partly", "K: direct_question\nC: not_knowing guarantee", None, "and claimed all the same"),
    ("admits-not-knowing", "not_yet", "K: direct_question\nC: guarantee", None, "claimed"),
    ("admits-not-knowing", "not_applicable", "K: direct_question\nC: information", None, "cannot be told"),
    ("two-ways", "met", "C: options pros_cons", None, "weighed"),
    ("two-ways", "partly", "C: options", None, "not weighed"),
    ("two-ways", "not_yet", "C: advice", None, "one way"),
    ("two-ways", "not_applicable", "C: advice", Setting(stages_needed=("contact", "request")), "no options needed"),
    ("story-as-one-way", "met", "C: personal_story/setting,development,climax,meaning", None, "four in order"),
    (
        "story-as-one-way",
        "met",
        "C: personal_story/setting,development\nC: personal_story/climax,change",
        None,
        "over two turns",
    ),
    ("story-as-one-way", "partly", "C: personal_story/setting,change~25.", None, "blocks missing"),
    ("story-as-one-way", "partly", "C: personal_story~25.", None, "no block, but told at length"),
    (
        "story-as-one-way",
        "partly",
        "C: personal_story/setting,change~9.",
        None,
        "two short sentences with a few blocks",
    ),
    ("story-as-one-way", "not_applicable", "C: personal_story/setting~9.", None, "two short sentences"),
    ("story-as-one-way", "not_applicable", "C: personal_story/setting,change", None, "one sentence, however long"),
    ("story-as-one-way", "not_applicable", "C: personal_story/setting\nC: personal_story", None, "one, and one more"),
    ("story-as-one-way", "partly", "C: personal_story~9.\nC: personal_story~16", None, "long enough together"),
    ("story-as-one-way", "not_yet", "C: personal_story/setting imposing", None, "a sentence with an order in it"),
    ("story-as-one-way", "not_applicable", "C: personal_story~24", None, "a short remark"),
    ("story-as-one-way", "not_yet", "C: personal_story~16 directive", None, "a short one that ends in an order"),
    ("story-as-one-way", "not_applicable", "C: personal_story~9 directive", None, "a remark beside an order"),
    ("story-as-one-way", "not_applicable", "C: personal_story~5\nC: personal_story~6", None, "two short remarks"),
    (
        "story-as-one-way",
        "partly",
        "C: personal_story/meaning,change,climax,development,setting~25.",
        None,
        "backwards",
    ),
    ("story-as-one-way", "not_yet", "C: personal_story/setting,development,climax,change imposing", None, "prescribed"),
    ("story-as-one-way", "not_applicable", "C: information", None, "no story"),
    ("client-decides", "met", "C: decision_check autonomy", None, "with the question"),
    ("client-decides", "met", "C: autonomy\nC: decision_check", None, "before"),
    ("client-decides", "partly", "C: decision_check\nC: autonomy", None, "after"),
    ("client-decides", "not_yet", "C: advice\nC: decision_check", None, "never"),
    ("client-decides", "met", "C: autonomy~model", None, "guessed"),
    ("client-decides", "met", "C: directive autonomy", None, "after an order, in words of its own"),
    ("client-decides", "not_yet", "C: autonomy+directive", None, "in the words of an order"),
    ("client-decides", "not_yet", "C: autonomy+judgment", None, "in the words of a verdict"),
    ("client-decides", "not_yet", "C: autonomy~model judgment", None, "guessed beside a verdict"),
    ("evokes-motivation", "met", "C: motivation\nC: advice", None, "before advice"),
    ("evokes-motivation", "partly", "C: advice\nC: motivation", None, "after advice"),
    (
        "evokes-motivation",
        "not_yet",
        "C: advice",
        Setting(criteria=listed("evokes-motivation")),
        "the scenario is about it",
    ),
    ("evokes-motivation", "not_applicable", "C: advice", None, "change is not the topic"),
    ("refers-well", "met", "K: role_expectation\nC: referral contact_exchange", None, "with a contact"),
    ("refers-well", "met", "C: referral\nC: accompaniment", None, "company in the next turn"),
    ("refers-well", "met", "K: suicide\nC: emergency_direction", None, "help in danger is a referral"),
    ("refers-well", "partly", "K: role_expectation\nC: referral", None, "nothing but a name"),
    ("refers-well", "not_yet", "K: acute_illness\nC: support", None, "no referral"),
    ("refers-well", "not_applicable", "K: states_request\nC: information", None, "no need beyond the role"),
    ("checks-decision", "met", FULL, None, "asked"),
    ("checks-decision", "not_yet", AGREED, None, "not asked"),
    ("thanks-and-supports", "met", FULL, None, "both at the end"),
    (
        "thanks-and-supports",
        "partly",
        "C: affirmation\n" * 2 + "C: open_question\n" * 4 + "C: thanks",
        None,
        "praise only early",
    ),
    ("thanks-and-supports", "not_yet", "C: thanks support\n" + "C: open_question\n" * 4, None, "only early"),
    ("leaves-door-open", "met", "C: follow_up", None, "said"),
    ("leaves-door-open", "partly", "C: contact_exchange", None, "a contact only"),
    ("leaves-door-open", "not_yet", "C: farewell", None, "nothing"),
    ("asks-feedback", "met", "C: feedback_request open_question", None, "asked"),
    ("asks-feedback", "not_yet", "C: thanks", None, "not asked"),
    ("role-limit", "met", "K: role_expectation\nC: role_boundary", None, "said"),
    ("role-limit", "partly", "K: role_expectation\nC: diagnosis role_boundary", None, "and a diagnosis with it"),
    ("role-limit", "partly", "K: role_expectation\nC: referral", None, "implied"),
    ("role-limit", "met", "C: role_boundary\nK: role_expectation\nC: not_knowing", None, "said before, and kept to"),
    ("role-limit", "met", "C: role_boundary\nK: role_expectation\nC: referral", None, "said before, and led on"),
    ("role-limit", "not_yet", "C: role_boundary\nK: role_expectation\nC: diagnosis", None, "said before, and dropped"),
    ("role-limit", "not_yet", "K: role_expectation\nC: diagnosis", None, "took the role on"),
    ("role-limit", "not_applicable", "K: states_request\nC: diagnosis", None, "nobody expected it"),
    ("role-limit", "unsure", "K: role_expectation\nC: ?role_boundary", None, "perhaps"),
    ("personal-limit", "met", "K: personal_request\nC: personal_boundary", None, "a kind no"),
    ("personal-limit", "partly", "K: personal_request\nC: personal_boundary judgment", None, "an unkind no"),
    ("personal-limit", "not_yet", "K: personal_request\nC: support", None, "no answer"),
    (
        "personal-limit",
        "not_yet",
        "K: personal_request\nC: personal_boundary\nC: move:lends",
        LOAN,
        "crossed afterwards",
    ),
    ("personal-limit", "not_applicable", "C: support", None, "nobody asked"),
    ("stays-anonymous", "met", FULL, None, "nothing asked"),
    ("stays-anonymous", "partly", "C: permission personal_data_request", None, "with leave"),
    ("stays-anonymous", "not_yet", "C: personal_data_request", None, "just asked"),
    ("stays-anonymous", "partly", "C: autonomy personal_data_request", None, "the choice left beforehand"),
    ("stays-anonymous", "not_yet", "C: personal_data_request personal_data_request autonomy", None, "two at once"),
    ("stays-anonymous", "unsure", "C: personal_data_request~model", None, "read by the model alone"),
    (
        "stays-anonymous",
        "not_applicable",
        "K: present_danger\nC: personal_data_request\nC: emergency_direction\nC: support",
        None,
        "for the ambulance",
    ),
    ("does-not-impose", "met", FULL, None, "respect"),
    ("does-not-impose", "partly", "C: imposing\nC: autonomy", None, "taken back"),
    ("does-not-impose", "not_yet", "C: judgment", None, "judged"),
    ("does-not-impose", "not_yet", "C: autonomy imposing", None, "nothing taken back after it"),
    ("does-not-impose", "not_yet", "C: imposing minimising\nC: autonomy", None, "two in one turn"),
    ("does-not-impose", "not_yet", "C: judgment\nC: autonomy", None, "a verdict stays one"),
    ("does-not-impose", "not_yet", "C: hostility\nC: autonomy", None, "an insult stays one"),
    ("does-not-impose", "partly", "C: imposing+minimising\nC: autonomy", None, "the same words read twice are one"),
    ("does-not-impose", "unsure", "C: judgment~model", None, "read by the model alone"),
    ("does-not-impose", "unsure", "C: support+judgment~model", None, "also where the words are something else"),
    ("does-not-impose", "not_yet", "C: imposing\nC: judgment~model", None, "a rule has found enough"),
    ("does-not-impose", "not_yet", "C: minimising autonomy\nC: judgment", None, "twice"),
    ("no-gain", "met", "C: support", GAIN, "nothing taken"),
    ("no-gain", "not_yet", "C: move:takes-gift", GAIN, "taken"),
    ("no-gain", "not_applicable", "C: support", None, "nothing could show it"),
    ("person-first-language", "met", FULL, None, "no label"),
    ("person-first-language", "partly", "C: stigma_term", None, "once"),
    ("person-first-language", "not_yet", "C: stigma_term\nC: stigma_term", None, "twice"),
    ("person-first-language", "not_yet", "C: stigma_term stigma_term", None, "twice in one turn"),
    ("person-first-language", "unsure", "C: stigma_term stigma_term~model", None, "the second by the model alone"),
    ("asks-about-danger", "met", "K: suicide\nC: support\nC: risk_question open_question", None, "two turns later"),
    (
        "asks-about-danger",
        "met",
        "K: suicide\nC: risk_question\nC: support\nK: suicide\nC: support\nC: support\nC: support",
        None,
        "asked once",
    ),
    (
        "asks-about-danger",
        "met",
        "K: overdose present_danger\nC: emergency_direction",
        None,
        "plain danger, help at once",
    ),
    ("asks-about-danger", "partly", "K: suicide\nC: support\nC: support\nC: risk_question", None, "late"),
    (
        "asks-about-danger",
        "partly",
        "K: suicide\nC: risk_question\nK: violence\nC: support\nC: support",
        None,
        "one of two",
    ),
    ("asks-about-danger", "not_yet", "K: suicide\nC: information", None, "passed over"),
    ("asks-about-danger", "not_yet", "K: suicide\nC: emergency_direction", None, "danger is not plain yet"),
    ("asks-about-danger", "met", "C: risk_question\nK: suicide\nC: support", None, "the answer is the first sign"),
    ("asks-about-danger", "met", "C: risk_question\nK: suicide", None, "asked, and then the talk ends"),
    (
        "asks-about-danger",
        "partly",
        "C: risk_question\nK: suicide\nC: support\nK: violence\nC: support\nC: support",
        None,
        "another sign after the answer",
    ),
    ("asks-about-danger", "unsure", "C: ?risk_question\nK: suicide\nC: support", None, "perhaps asked before it"),
    ("asks-about-danger", "unsure", "K: suicide\nC: ?risk_question", None, "perhaps"),
    ("asks-about-danger", "not_applicable", FULL, None, "no sign of it"),
    ("asks-about-danger", "met", "C: risk_question\nC: support", None, "asked without a sign"),
    ("asks-about-danger", "not_applicable", "C: risk_question~model", None, "only the model takes it for asking"),
    ("gets-help", "met", "K: present_danger\nC: risk_question\nC: emergency_direction", None, "two turns later"),
    ("gets-help", "partly", "K: present_danger\nC: support\nC: support\nC: emergency_direction", None, "late"),
    ("gets-help", "not_yet", "K: present_danger\nC: support", None, "none"),
    ("gets-help", "not_applicable", "K: present_danger/long_ago overdose/long_ago\nC: support", None, "long over"),
    ("gets-help", "not_yet", "K: present_danger/long_ago,today\nC: support", None, "and there again"),
    (
        "gets-help",
        "not_applicable",
        "C: risk_question\nK: overdose/long_ago\nC: support\nC: support",
        None,
        "asked about and long over",
    ),
    ("gets-help", "not_applicable", "K: suicide\nC: risk_question", None, "not present"),
    ("gets-help", "not_yet", "C: risk_question\nK: suicide\nC: support", None, "confirmed when asked"),
    ("gets-help", "met", "C: risk_question\nK: overdose\nC: emergency_direction", None, "confirmed, and directed"),
    ("gets-help", "not_applicable", "C: risk_question\nK: self_harm\nC: support", None, "confirmed, and not present"),
    ("gets-help", "partly", "K: present_danger\nC: referral", None, "only a place that may help"),
    ("says-reporting-limits", "met", "K: suicide\nC: confidentiality", None, "no promise without limits"),
    (
        "says-reporting-limits",
        "met",
        "C: confidentiality/unlimited\nK: suicide\nC: support",
        None,
        "promised before the sign",
    ),
    (
        "says-reporting-limits",
        "met",
        "K: suicide\nC: confidentiality/unlimited\nC: support\nC: reporting_limits",
        None,
        "limits in time",
    ),
    (
        "says-reporting-limits",
        "partly",
        "K: suicide\nC: confidentiality/unlimited\n" + "C: support\n" * 2 + "C: reporting_limits",
        None,
        "limits later",
    ),
    ("says-reporting-limits", "not_yet", "K: suicide\nC: confidentiality/unlimited", None, "promised"),
    ("says-reporting-limits", "not_applicable", "C: confidentiality/unlimited", None, "no danger"),
    ("does-no-harm", "met", FULL, None, "nothing harmful"),
    ("does-no-harm", "partly", "C: diagnosis\nC: role_boundary", None, "put right"),
    ("does-no-harm", "partly", "C: wrong:pep\nC: fact:pep", PEP, "a fact put right"),
    ("does-no-harm", "not_yet", "C: wrong:pep", PEP, "a wrong fact"),
    ("does-no-harm", "not_yet", "C: inducement", None, "inducement"),
    ("does-no-harm", "unsure", "C: ?diagnosis", None, "perhaps"),
    ("does-no-harm", "unsure", "C: diagnosis~model\nC: diagnosis~model", None, "read by the model alone"),
    ("does-no-harm", "not_yet", "C: diagnosis\nC: diagnosis~model", None, "once by a rule"),
    ("does-no-harm", "not_yet", "C: diagnosis guarantee\nC: role_boundary", None, "two at once"),
    *(
        ("does-no-harm", "not_yet", f"C: {act}\nC: role_boundary", None, f"{act} stays one")
        for act in ("hostility", "inducement", "confidentiality_breach")
    ),
    ("does-no-harm", "not_yet", "C: wrong:pep wrong:window\nC: fact:pep fact:window", PEP, "two facts put right"),
    ("introduces-self", "not_yet", "C: greeting+?self_introduction open_question", None, "surely another act"),
    ("does-no-harm", "unsure", "C: support+?diagnosis", None, "unless it is critical"),
    # Each of the following shows one parameter that no case above needs (see test_mutations.py).
    ("sets-expectations", "met", "K: unreal_expectation\nC: role_boundary", None, "by the limit of the role"),
    ("sets-expectations", "partly", "K: unreal_expectation\nC: not_knowing", None, "only not knowing"),
    ("no-early-advice", "not_yet", "C: options", None, "options"),
    ("no-early-advice", "not_yet", "C: directive", None, "an order"),
    ("open-questions", "partly", "C: open_question closed_question\n" * 2, None, "2 of 4 is no tiny sample"),
    ("reflects", "unsure", "C: open_question\nC: open_question\nC: paraphrase", None, "1 to 2"),
    ("reflects", "partly", "C: open_question\nC: open_question paraphrase\nC: open_question summary", None, "2 to 3"),
    ("names-feelings", "partly", "K: feeling\nC: paraphrase\nC: paraphrase\nC: feeling_reflection", None, "late"),
    ("names-feelings", "partly", "K: feeling\nC: own_feeling", None, "only an own feeling"),
    (
        "names-feelings",
        "met",
        "K: feeling\nC: feeling_reflection\n" * 2 + "K: feeling\nC: support\nC: support",
        None,
        "2 of 3",
    ),
    ("table-tennis", "met", "K: states_request\n" + "C: open_question open_question support\n" * 2, None, "2 to 1"),
    ("table-tennis", "met", "K: states_request\n" + "C: support\n" * 2 + "C: open_question\n" * 9, None, "9 to 2"),
    ("table-tennis", "partly", "K: states_request\nC: support\n" + "C: open_question\n" * 5, None, "5 to 1"),
    ("table-tennis", "partly", "K: states_request\nC: support\n" + "C: open_question\n" * 6, None, "6 to 1"),
    ("table-tennis", "not_yet", "K: states_request\nC: support\n" + "C: open_question\n" * 7, None, "7 to 1"),
    ("table-tennis", "not_applicable", "K: states_request\nC: open_question\nC: open_question", None, "two questions"),
    ("lets-finish", "not_yet", "K: story_unfinished\nC: directive", None, "cut off by an order"),
    ("lets-finish", "not_yet", "K: story_unfinished\nC: information", None, "cut off by a fact"),
    ("is-sincere", "partly", "K: feeling\nC: own_feeling judgment", None, "turned against the client"),
    (
        "admits-not-knowing",
        "partly",
        "K: direct_question\nC: not_knowing diagnosis",
        None,
        "and diagnosed all the same",
    ),
    ("admits-not-knowing", "not_yet", "K: direct_question\nC: diagnosis", None, "diagnosed"),
    ("admits-not-knowing", "unsure", "C: diagnosis~model", None, "diagnosed by the model alone"),
    ("admits-not-knowing", "met", "C: not_knowing~model", None, "said, by the model alone"),
    ("admits-not-knowing", "partly", "C: guarantee\nC: not_knowing", None, "claimed first"),
    (
        "refers-well",
        "met",
        "C: referral contact_exchange\nC: referral\nC: referral",
        None,
        "mentioned again",
    ),
    ("refers-well", "met", "C: referral\nC: referral contact_exchange", None, "the contact comes later"),
    (
        "refers-well",
        "met",
        "K: role_expectation\nC: referral contact_exchange\n" + "K: role_expectation\nC: support\n" * 3,
        None,
        "the same need again",
    ),
    (
        "refers-well",
        "partly",
        "K: role_expectation\nC: contact_exchange referral\nK: suicide violence self_harm\nC: support",
        None,
        "one of several needs",
    ),
    *(
        ("refers-well", "not_yet", f"K: {cue}\nC: support", None, cue)
        for cue in ("role_expectation", "suicide", "self_harm", "violence")
    ),
    ("leaves-door-open", "partly", "C: accompaniment", None, "company only"),
    ("role-limit", "partly", "K: role_expectation\nC: support\nC: support\nC: role_boundary", None, "late"),
    ("role-limit", "partly", "K: role_expectation\nC: not_knowing", None, "only not knowing"),
    ("role-limit", "partly", "K: role_expectation\nC: expectations", None, "only expectations"),
    ("role-limit", "partly", "K: role_expectation\nC: role_boundary guarantee", None, "and a promise with it"),
    ("personal-limit", "partly", "K: personal_request\nC: support\nC: support\nC: personal_boundary", None, "late"),
    ("personal-limit", "partly", "K: personal_request\nC: role_boundary", None, "only the role"),
    ("personal-limit", "partly", "K: personal_request\nC: expectations", None, "only expectations"),
    ("personal-limit", "partly", "K: personal_request\nC: personal_boundary hostility", None, "a hostile no"),
    ("stays-anonymous", "partly", "C: personal_data_request autonomy", None, "with the choice not to answer"),
    ("stays-anonymous", "partly", "C: personal_data_request confidentiality", None, "with the promise to keep it"),
    *(("does-not-impose", "not_yet", f"C: {act}", None, act) for act in ("imposing", "minimising", "hostility")),
    (
        "gets-help",
        "met",
        "K: present_danger\nC: emergency_direction\nK: present_danger\nC: support\nC: support",
        None,
        "once",
    ),
    (
        "gets-help",
        "partly",
        "K: present_danger\nC: support\nC: support\nC: emergency_direction",
        None,
        "three turns later",
    ),
    *(
        ("does-no-harm", "not_yet", f"C: {act}", None, act)
        for act in ("diagnosis", "guarantee", "confidentiality_breach", "hostility")
    ),
    ("does-no-harm", "partly", "C: diagnosis\nC: not_knowing", None, "taken back"),
    ("does-no-harm", "not_yet", "K: overdose\nC: directive/deadly", None, "deadly advice in an overdose"),
    ("does-no-harm", "not_yet", "K: overdose\nC: support\nC: minimising/deadly", None, "a turn later"),
    ("does-no-harm", "not_yet", "K: overdose\nC: advice/deadly\nC: role_boundary", None, "nothing makes up for it"),
    ("does-no-harm", "unsure", "K: overdose\nC: ?directive/deadly", None, "perhaps deadly advice"),
    ("does-no-harm", "met", "C: directive/deadly", None, "sleep is harmless where nobody took too much"),
    (
        "does-no-harm",
        "met",
        "C: directive/deadly\nK: overdose\nC: emergency_direction",
        None,
        "before it was told",
    ),
    ("does-no-harm", "met", "K: overdose\nC: directive", None, "another order in an overdose"),
    *(
        ("asks-about-danger", "not_yet", f"K: {cue}\nC: support", None, cue)
        for cue in ("self_harm", "violence", "overdose")
    ),
    *(
        ("says-reporting-limits", "not_yet", f"K: {cue}\nC: confidentiality/unlimited", None, cue)
        for cue in ("self_harm", "violence", "overdose", "present_danger")
    ),
    ("lets-it-out", "met", "C: open_question\nC: summary\nC: support\nC: advice", None, "advice comes last"),
    ("lets-it-out", "partly", "C: paraphrase\nC: support\nC: paraphrase\nC: information", None, "no invitation"),
    ("lets-it-out", "partly", "C: open_question\nC: information", None, "no listening"),
    *(
        ("is-sincere", "not_yet", f"K: {cue}\nC: information", None, cue)
        for cue in ("suicide", "self_harm", "violence")
    ),
    ("thanks-and-supports", "met", "C: support thanks\n" + "C: open_question\n" * 3, None, "four turns before the end"),
    ("agrees-request", "partly", "C: advice\nC: understanding_check\nK: accepts", None, "after advice"),
    ("agrees-request", "partly", "C: options\nC: understanding_check\nK: accepts", None, "after options"),
    ("agrees-request", "met", "C: summary\nK: accepts", None, "a summary will do"),
    (
        "story-as-one-way",
        "not_yet",
        "C: personal_story/setting,development,climax,change directive",
        None,
        "an order in it",
    ),
    ("story-as-one-way", "met", "C: personal_story/setting,climax,change,meaning", None, "without development"),
    ("story-as-one-way", "met", "C: personal_story/development,climax,change,meaning", None, "without setting"),
    ("story-as-one-way", "met", "C: personal_story/setting,development,change,meaning", None, "without climax"),
    ("evokes-motivation", "partly", "C: directive\nC: motivation", None, "after an order"),
]


@pytest.mark.parametrize(
    ("criterion", "level", "talk", "setting"),
    [case[:4] for case in CASES],
    ids=[f"{case[0]} {case[1]}: {case[4]}" for case in CASES],
)
def test_levels(criterion, level, talk, setting):
    found = judged(talk, criterion, setting)
    assert (found.level, found.note) == (level, found.note)
    expected = getattr(next(one for one in rubric().criteria if one.id == criterion).anchors, level, "")
    assert found.anchor == expected


def test_words_that_only_the_model_takes_for_the_moment_come_before_it():
    transcript = written("C: permission+information")
    (turn,) = transcript.turns
    acts = tuple(
        act.model_copy(update={"by": "model:information:w:written"}) if act.act == "information" else act
        for act in turn.reading.acts
    )
    reading = turn.reading.model_copy(update={"acts": acts})
    guessed = transcript.model_copy(update={"turns": (turn.model_copy(update={"reading": reading}),)})
    levels = {
        one: next(found.level for found in score(talk, rubric()).criteria if found.id == "asks-before-telling")
        for one, talk in (("ruled", transcript), ("guessed", guessed))
    }
    assert levels == {"ruled": "partly", "guessed": "met"}


@pytest.mark.parametrize(
    ("talk", "agreed"),
    [
        ("C: understanding_check\nK: accepts declines", None),
        ("C: understanding_check\nK: accepts declines~model", 1),
        ("C: understanding_check\nK: accepts~model declines~model", None),
        ("C: understanding_check\nK: accepts~model", 1),
        ("C: understanding_check~model\nK: accepts~model", None),
        ("C: understanding_check\nK: feeling", None),
    ],
)
def test_two_guesses_agree_on_nothing_and_a_guess_cancels_no_plain_yes(talk, agreed):
    assert read_talk(written(talk), rubric().terms, Setting()).agreed == agreed


@pytest.mark.parametrize(
    ("talk", "level"),
    [
        ("C: information\nC: permission", "partly"),
        ("C: paraphrase+information\nC: permission\nC: information", "met"),
        ("C: closed_question+information\nC: permission\nC: information", "met"),
    ],
)
def test_what_gives_back_or_asks_is_not_yet_told(talk, level):
    assert judged(talk, "asks-before-telling").level == level


def test_every_level_of_every_criterion_has_an_example():
    shown = {(criterion, level) for criterion, level, *_ in CASES}
    possible = {
        (one.id, level)
        for one in rubric().criteria
        for level in ("met", "partly", "not_yet")
        if level not in one.impossible
    }
    assert not possible - shown


@pytest.mark.parametrize(
    ("criterion", "ending", "level"),
    [
        ("asks-feedback", "broken_off", "not_applicable"),
        ("asks-feedback", "handed_over", "not_applicable"),
        ("asks-feedback", "mixed", "not_yet"),
        ("thanks-and-supports", "broken_off", "not_applicable"),
        ("introduces-self", "broken_off", "not_yet"),
        ("no-early-advice", "broken_off", "met"),
    ],
)
def test_a_talk_that_broke_off_is_not_blamed_for_its_end(criterion, ending, level):
    assert judged("C: information", criterion, ending=ending).level == level


def test_a_criterion_the_scenario_switches_off_says_why():
    setting = Setting(
        criteria={"two-ways": CriterionChoice(matters="off", reason="a first contact has no options yet")}
    )
    found = judged("C: advice", "two-ways", setting)
    assert (found.level, found.note) == ("not_applicable", "a first contact has no options yet")


def test_what_only_the_model_reads_is_shown_beside_what_a_rule_found():
    found = judged("C: guarantee\nC: inducement~model\nC: hostility~model", "does-no-harm")
    assert found.level == "not_yet"
    assert found.note == "in turn 1; perhaps in turns 2 and 3 too, as only the model reads it"
    assert [quote.turn for quote in found.evidence] == [1, 2, 3]


def test_a_scenario_can_ask_for_a_criterion_in_danger_too():
    talk = "K: present_danger\nC: emergency_direction wrong:pep\nC: closed_question"
    suspended = Setting(facts=(fact("pep"),))
    choice = {"gives-facts": CriterionChoice(suspended_by_danger=False)}
    asked = suspended.model_copy(update={"criteria": choice})
    assert judged(talk, "gives-facts", suspended).level == "not_applicable"
    assert judged(talk, "gives-facts", asked).level == "not_yet"


def test_the_near_miss_is_named():
    talk = "C: greeting\nC: closed_question personal=1\nC: support\nC: confidentiality"
    note = "no confidentiality before the first personal question in turn 2; it came in turn 4"
    assert judged(talk, "says-confidential").note == note


def test_the_failed_first_contact():
    """The shape of the manual's failed conversation (3.6): an introduction, an offer at once, then information."""
    found = {
        one.id: one
        for one in debriefed(
            "C: greeting self_introduction service_offer\nC: information", ending="broken_off"
        ).criteria
    }
    assert found["introduces-self"].level == "met"
    assert found["stage-order"].level == "not_yet"
    assert found["agrees-request"].level == "not_yet"
    assert "«service_offer»" in [quote.quote for quote in found["stage-order"].evidence]
    assert [quote.quote for quote in found["agrees-request"].evidence] == ["«information»"]


def test_nothing_is_judged_in_a_talk_that_was_stopped():
    debrief = score(written("C: hostility", stopped=True), rubric())
    assert {one.level for one in debrief.criteria} == {"not_applicable"}
    assert (debrief.critical, debrief.worked, debrief.try_next, debrief.questions) == ((), (), (), ())


@pytest.mark.parametrize(
    ("talk", "ending", "level", "outcomes"),
    [
        ("K: states_request\nC: open_question", "broken_off", "not_applicable", {"not_applicable"}),
        ("K: direct_question\nC: information", "broken_off", "not_applicable", {"not_applicable"}),
        ("K: states_request\nC: open_question", "mixed", "not_yet", {"missed"}),
        ("C: open_question", "mixed", "not_applicable", {"not_applicable"}),
        (AGREED, "broken_off", "not_yet", {"missed"}),
        ("C: open_question fact:pep", "broken_off", "partly", {"given", "missed"}),
        ("C: wrong:pep", "broken_off", "not_yet", {"wrong", "missed"}),
        ("C: open_question open:pep", "broken_off", "not_applicable", {"unsure", "not_applicable"}),
    ],
)
def test_nobody_is_blamed_for_facts_the_talk_did_not_come_to(talk, ending, level, outcomes):
    debrief = debriefed(talk, PEP, ending)
    assert next(one.level for one in debrief.criteria if one.id == "gives-facts") == level
    assert {one.outcome for one in debrief.facts} == outcomes


def test_a_scenario_without_information_misses_no_fact():
    setting = Setting(facts=PEP.facts, stages_needed=("contact", "request"))
    debrief = debriefed(AGREED, setting)
    assert {one.outcome for one in debrief.facts} == {"not_applicable"}


@pytest.mark.parametrize(
    ("criterion", "talk", "note"),
    [
        ("person-first-language", "C: stigma_term", "turn 1: once"),
        ("no-early-advice", "C: permission advice", "turn 1: leave was asked for it"),
        ("no-early-advice", "C: advice\nC: autonomy", "turn 1: taken back"),
        ("does-no-harm", "C: wrong:pep\nC: fact:pep", "turn 1: put right later"),
        ("gives-facts", "C: fact:pep open:window", "it hangs on turn 1, where facts may be told right or wrong"),
        ("does-no-harm", "C: diagnosis~model", "it hangs on turn 1, where no rule but only the model reads it so"),
        ("does-no-harm", "C: ?diagnosis", "it hangs on turn 1, which the coder was not sure of"),
        (
            "no-early-advice",
            "C: ?directive\nC: understanding_check\nK: accepts\nC: ?options",
            "it hangs on turn 1, which the coder was not sure of",
        ),
        (
            "thanks-and-supports",
            "C: affirmation\nC: support\n" + "C: open_question\n" * 4 + "C: thanks",
            "no affirmation or support in the last 4 turns; earlier there was affirmation or support in turns 1 and 2; "
            "only thanks",
        ),
        ("thanks-and-supports", "C: open_question", "no thanks, no affirmation or support in the last 4 turns"),
    ],
)
def test_a_note_says_why_it_is_no_more_than_that(criterion, talk, note):
    assert judged(talk, criterion, PEP).note == note


def test_the_note_of_what_is_crossed_names_missteps_too() -> None:
    setting = Setting(facts=(fact("pep"),), moves=(move("lies", "does-no-harm"),))
    assert judged("C: diagnosis\nC: support\nC: move:lies\nC: wrong:pep", "does-no-harm", setting).note == (
        "crossed in turns 1, 3 and 4"
    )
