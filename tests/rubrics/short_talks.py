"""Talks of a few tokens (see tests/scorer/written_talks.py) for what no whole conversation shows; `/` ends a line."""


def _each(criterion: str, level: str, talk: str, acts: str) -> list[tuple[str, str, str]]:
    """The same talk with each of these acts or cues in the place of `*`."""
    return [(criterion, level, talk.replace("*", act)) for act in acts.split()]


SHORT_TALKS: dict[str, list[tuple[str, str, str]]] = {
    "motivation": [
        ("engages-first", "met", "C: open_question / C: paraphrase / C: support / C: motivation"),
        ("engages-first", "partly", "C: information / C: open_question / C: paraphrase / C: paraphrase"),
        ("engages-first", "partly", "C: motivation / C: open_question / C: paraphrase / C: paraphrase"),
        ("affirms", "met", "C: affirmation"),
        ("affirms", "partly", "C: support"),
        ("evokes-before-advising", "met", "C: motivation"),
        *_each("evokes-before-advising", "partly", "C: * / C: motivation", "advice directive"),
        ("want-can-ready", "met", "C: motivation / C: motivation / C: motivation"),
        ("want-can-ready", "partly", "C: motivation motivation motivation / C: motivation"),
        ("reflects-reasons", "not_yet", "C: paraphrase / C: paraphrase / C: motivation / C: motivation"),
        ("reflects-reasons", "met", "C: motivation / C: paraphrase / C: motivation / C: summary"),
        ("reflects-reasons", "unsure", "C: motivation / C: paraphrase motivation"),
        (
            "reflects-reasons",
            "partly",
            "C: motivation / C: paraphrase motivation / C: paraphrase motivation / C: greeting",
        ),
        ("reflects-reasons", "not_applicable", "C: motivation / C: paraphrase"),
        ("evokes-more-than-persuades", "met", "C: motivation / C: paraphrase / C: motivation"),
        ("evokes-more-than-persuades", "partly", "C: motivation / C: paraphrase / C: motivation / C: advice"),
        ("evokes-more-than-persuades", "partly", f"{'C: motivation / ' * 5}C: advice"),
        ("evokes-more-than-persuades", "not_applicable", "C: motivation / C: advice"),
        *_each(
            "evokes-more-than-persuades",
            "not_yet",
            "C: motivation / C: * / C: * / C: paraphrase",
            "advice directive imposing",
        ),
        *_each("asks-leave-to-advise", "not_yet", "C: *", "advice directive"),
        ("asks-leave-to-advise", "met", "C: permission / C: greeting / C: advice"),
        *_each("asks-leave-to-advise", "partly", "C: * / C: permission", "advice directive"),
    ],
    "brief-intervention": [
        *_each(
            "personal-feedback", "met", "C: * / C: information / C: advice", "paraphrase summary understanding_check"
        ),
        *_each("personal-feedback", "partly", "C: paraphrase / C: * / C: information", "advice directive"),
        ("personal-feedback", "partly", "C: information"),
        ("says-responsibility", "met", "C: advice autonomy"),
        *_each("says-responsibility", "partly", "C: * / C: autonomy", "advice directive decision_check"),
        ("clear-advice", "met", "C: advice"),
        *_each("clear-advice", "partly", "C: advice *", "imposing judgment directive"),
        *_each("clear-advice", "partly", "C: *", "directive options"),
        *_each("advice-with-leave", "not_yet", "C: *", "advice directive"),
        *_each("advice-with-leave", "partly", "C: * / C: permission", "advice directive"),
        ("advice-with-leave", "met", "C: permission / C: greeting / C: advice"),
        ("menu-of-options", "met", "C: options"),
        *_each("menu-of-options", "partly", "C: *", "advice pros_cons"),
        ("warm-and-close", "met", "C: feeling_reflection / C: paraphrase"),
        *_each("warm-and-close", "met", "C: paraphrase / C: paraphrase *", "support own_feeling"),
        *_each("warm-and-close", "partly", "C: paraphrase *", "support own_feeling"),
        ("warm-and-close", "partly", "C: paraphrase / C: paraphrase"),
        ("strengthens-confidence", "met", "C: affirmation"),
        *_each("strengthens-confidence", "partly", "C: *", "support motivation"),
    ],
    "referral": [
        *_each(
            "asks-before-referring",
            "met",
            "C: * / C: open_question / C: closed_question / C: referral",
            "knowledge_check risk_question open_question",
        ),
        ("asks-before-referring", "partly", "C: open_question / C: closed_question / C: referral / C: open_question"),
        *_each("hears-the-need", "met", "C: * / C: referral", "understanding_check summary paraphrase"),
        ("hears-the-need", "partly", "C: referral / C: summary"),
        ("hears-the-need", "partly", "C: feeling_reflection / C: referral"),
        ("names-somebody", "met", "C: referral"),
        *_each("names-somebody", "partly", "C: *", "emergency_direction contact_exchange role_boundary"),
        ("says-why-somebody-else", "met", "C: referral role_boundary"),
        *_each(
            "says-why-somebody-else", "partly", "C: referral *", "not_knowing expectations feeling_reflection support"
        ),
        ("says-why-somebody-else", "not_applicable", "C: role_boundary"),
        ("goes-along", "met", "C: referral / C: accompaniment"),
        ("goes-along", "partly", "C: referral / C: contact_exchange"),
        ("goes-along", "not_applicable", "C: accompaniment"),
        ("gives-contact", "met", "C: referral contact_exchange"),
        *_each("gives-contact", "partly", "C: referral *", "follow_up accompaniment"),
        ("gives-contact", "not_applicable", "C: contact_exchange"),
        *_each("leaves-the-choice", "met", "C: referral *", "autonomy permission options"),
        *_each("leaves-the-choice", "partly", "C: referral autonomy *", "directive imposing"),
        ("leaves-the-choice", "partly", "C: referral decision_check"),
        ("leaves-the-choice", "not_applicable", "C: autonomy"),
        ("stays-private-on-the-way", "met", "C: referral contact_exchange confidentiality"),
        *_each(
            "stays-private-on-the-way", "partly", "C: referral * / C: confidentiality", "contact_exchange accompaniment"
        ),
        ("stays-private-on-the-way", "not_applicable", "C: confidentiality"),
        ("asks-to-hear-back", "met", "C: referral follow_up"),
        ("asks-to-hear-back", "partly", "C: referral feedback_request"),
        ("asks-to-hear-back", "not_applicable", "C: follow_up"),
    ],
    "first-contact": [
        ("opens-with-an-invitation", "met", "C: open_question / C: closed_question"),
        *_each("opens-with-an-invitation", "partly", "C: * / C: open_question", "closed_question information advice"),
        ("asks-leave-first", "met", "C: open_question permission personal=1"),
        ("asks-leave-first", "partly", "C: open_question personal=1 / C: permission"),
        ("asks-leave-first", "partly", "C: information / C: permission"),
        *_each("asks-leave-first", "partly", "C: *", "autonomy expectations"),
        *_each(
            "no-offer-before-hearing",
            "not_yet",
            "C: * / K: states_request",
            "service_offer information advice options referral",
        ),
        ("no-offer-before-hearing", "partly", "C: permission service_offer / K: states_request"),
        *_each("no-offer-before-hearing", "partly", "C: service_offer * / K: states_request", "open_question autonomy"),
        ("no-offer-before-hearing", "met", "K: states_request / C: information"),
        *_each("takes-a-no", "met", "K: declines / C: *", "autonomy follow_up thanks farewell"),
        *_each("takes-a-no", "partly", "K: declines / C: *", "paraphrase support own_feeling understanding_check"),
        *_each(
            "takes-a-no",
            "partly",
            "K: declines / C: autonomy *",
            "imposing advice directive judgment minimising hostility",
        ),
        ("takes-a-no", "partly", "K: declines / C: greeting / C: autonomy"),
        ("takes-a-no", "partly", "K: declines / C: autonomy / K: declines / C: greeting / C: greeting"),
        ("takes-a-no", "not_yet", "K: declines / C: information"),
        *_each(
            "takes-an-insult-calmly", "met", "K: insult / C: *", "paraphrase own_feeling autonomy personal_boundary"
        ),
        *_each(
            "takes-an-insult-calmly", "partly", "K: insult / C: *", "support understanding_check open_question thanks"
        ),
        *_each(
            "takes-an-insult-calmly", "partly", "K: insult / C: autonomy *", "hostility judgment imposing minimising"
        ),
        ("takes-an-insult-calmly", "partly", "K: insult / C: greeting / C: autonomy"),
        ("takes-an-insult-calmly", "partly", "K: insult / C: autonomy / K: insult / C: greeting / C: greeting"),
    ],
    "drill-open-questions": [
        ("asks-openly-often", "met", "C: open_question / C: open_question / C: open_question / C: greeting"),
        ("asks-openly-often", "partly", "C: open_question / C: open_question / C: greeting / C: greeting"),
        ("asks-openly-often", "not_applicable", "C: open_question / C: open_question / C: open_question"),
        ("opens-first", "met", "C: open_question / C: closed_question"),
        ("opens-first", "partly", "C: closed_question / C: open_question"),
        ("one-question-a-turn", "met", "C: asks=1"),
        ("one-question-a-turn", "not_yet", "C: asks=2"),
        ("one-question-a-turn", "partly", f"{'C: asks=1 / ' * 8}C: asks=2 / C: asks=2"),
        ("hears-the-answer", "met", "C: paraphrase / C: summary / C: greeting / C: greeting"),
        *_each(
            "hears-the-answer",
            "partly",
            "C: * / C: greeting / C: greeting / C: greeting",
            "paraphrase support affirmation understanding_check",
        ),
        ("hears-the-answer", "not_applicable", "C: paraphrase / C: summary / C: greeting"),
    ],
    "drill-reflections": [
        ("reflects-often", "met", "C: paraphrase / C: summary / C: feeling_reflection / C: greeting"),
        ("reflects-often", "partly", "C: paraphrase / C: paraphrase / C: greeting / C: greeting"),
        ("reflects-often", "not_applicable", "C: paraphrase / C: paraphrase / C: paraphrase"),
        ("gives-content-back", "met", "C: paraphrase / C: summary"),
        *_each("gives-content-back", "partly", "C: *", "paraphrase summary understanding_check feeling_reflection"),
        ("draws-it-together", "met", "C: summary / C: greeting / C: greeting / C: greeting / C: greeting"),
        *_each(
            "draws-it-together",
            "partly",
            "C: * / C: greeting / C: greeting / C: greeting / C: greeting",
            "understanding_check paraphrase",
        ),
        ("draws-it-together", "not_applicable", "C: summary / C: greeting / C: greeting / C: greeting"),
        *_each("reflects-what-matters", "not_yet", "K: * / C: information", "feeling=sad states_request use_or_supply"),
        *_each(
            "reflects-what-matters", "met", "K: feeling=sad / C: *", "paraphrase feeling_reflection understanding_check"
        ),
        *_each("reflects-what-matters", "partly", "K: feeling=sad / C: *", "support own_feeling affirmation"),
        ("reflects-what-matters", "partly", "K: feeling=sad / C: greeting / C: paraphrase"),
        (
            "reflects-what-matters",
            "partly",
            "K: feeling=sad / C: paraphrase / K: feeling=sad / C: greeting / C: greeting",
        ),
        ("stays-with-the-client", "met", "C: paraphrase"),
        *_each("stays-with-the-client", "partly", "C: *", "advice directive minimising personal_story"),
        *_each(
            "stays-with-the-client",
            "not_yet",
            "C: * / C: greeting / C: *",
            "advice directive minimising personal_story",
        ),
    ],
    "drill-boundaries": [
        *_each(
            "kind-with-the-no", "not_yet", "K: * / C: greeting", "personal_request role_expectation unreal_expectation"
        ),
        *_each("kind-with-the-no", "met", "K: personal_request / C: personal_boundary *", "support paraphrase"),
        *_each("kind-with-the-no", "partly", "K: personal_request / C: support *", "judgment hostility minimising"),
        *_each("kind-with-the-no", "partly", "K: personal_request / C: *", "thanks open_question autonomy"),
        ("kind-with-the-no", "partly", "K: personal_request / C: personal_boundary / C: support"),
        (
            "kind-with-the-no",
            "partly",
            "K: personal_request / C: support / K: personal_request / C: greeting / C: greeting",
        ),
        *_each("offers-instead", "not_yet", "C: *", "personal_boundary role_boundary"),
        *_each(
            "offers-instead",
            "met",
            "C: role_boundary *",
            "referral options open_question follow_up service_offer accompaniment contact_exchange emergency_direction",
        ),
        *_each("offers-instead", "partly", "C: role_boundary *", "paraphrase support"),
        ("offers-instead", "partly", "C: role_boundary / C: greeting / C: open_question"),
        ("offers-instead", "partly", "C: role_boundary open_question / C: role_boundary / C: role_boundary"),
        ("promises-nothing", "met", "C: role_boundary"),
        ("promises-nothing", "not_yet", "C: guarantee"),
        *_each(
            "promises-nothing",
            "partly",
            "C: guarantee / C: *",
            "role_boundary personal_boundary not_knowing expectations",
        ),
        *_each("says-the-limit-plainly", "met", "K: personal_request / C: *", "personal_boundary role_boundary"),
        *_each(
            "says-the-limit-plainly",
            "not_yet",
            "K: * / C: greeting",
            "personal_request role_expectation unreal_expectation",
        ),
        *_each(
            "says-the-limit-plainly", "partly", "K: personal_request / C: personal_boundary *", "hostility judgment"
        ),
        *_each("says-the-limit-plainly", "partly", "K: personal_request / C: *", "expectations not_knowing referral"),
        ("says-the-limit-plainly", "not_applicable", "C: greeting"),
    ],
}
