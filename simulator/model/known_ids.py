"""The acts and cues that the program itself knows by their ids; of all others it knows what files say of them.

The codebook of every language calls them so.
"""

# What has a form that can be told without any phrase: the matchers of the coder find it.
OPEN_QUESTION = "open_question"
CLOSED_QUESTION = "closed_question"
CHECK = "understanding_check"
DIRECTIVE = "directive"
STORY = "personal_story"
INFORMATION = "information"
PARAPHRASE = "paraphrase"
SUMMARY = "summary"
FEELING_REFLECTION = "feeling_reflection"
DIRECT_QUESTION = "direct_question"
"""A cue: the client asks the counselor."""
FEELING = "feeling"
"""A cue: the words for it are listed with the language."""

QUESTIONS = (OPEN_QUESTION, CLOSED_QUESTION)
JOINED = (STORY, INFORMATION, SUMMARY)
"""Acts told over several sentences: neighbouring spans are one piece of evidence."""
LISTENING = frozenset({PARAPHRASE, SUMMARY, FEELING_REFLECTION, CHECK, "affirmation", "greeting", "thanks"})
"""Acts that a sentence may have beside a paraphrase; any other makes it less likely to be one."""

TELLING = frozenset({INFORMATION, "pros_cons", "referral", "service_offer", "autonomy"})
"""Acts that say what is so; who advises or orders speaks in passing of what is."""
GIVEN_BACK = LISTENING | {STORY, "own_feeling", "personal_boundary"}
"""Acts about the client or the counselor: what they mention is seldom told as a fact."""

ADDRESS_REQUEST = "address_request"
"""The client answers it with the name they go by."""
RISK_QUESTION = "risk_question"
"""Behind it an answer more likely tells of danger."""
ASKING = frozenset({*QUESTIONS, RISK_QUESTION, "personal_data_request"})
NOTHING_TO_ANSWER = ASKING | {INFORMATION, "affirmation", "support", "greeting", "thanks", STORY}
"""A turn of these alone gave nothing: a yes to a question of fact accepts nothing."""
ANSWERS = frozenset({"accepts", "declines"})
"""Cues: what a client says to an offer."""
