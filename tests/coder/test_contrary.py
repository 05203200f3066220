"""Words that say the contrary of an act: what would be praised is not there, and what only looks like them is."""

import pytest

from simulator.coder.client_reader import ClientReader
from simulator.coder.coder import Coder

BROKEN = {
    "hostility": ["nobody wants your name", "nobody needs your number here"],
    "inducement": ["i'll drop you a line privately"],
    "judgment": ["You must not be ashamed", "You should not be ashamed of yourself"],
    "directive": ["You must not be ashamed", "you mustn't be afraid of it", "Then rest now.", "now sleep a bit"],
    "decision_check": ["You will go tomorrow morning, yes?"],
    "personal_story": ["I am doing well!", "I'm fine today, thanks", "I couldn't agree more", "same here"],
    "diagnosis": [
        "That's withdrawal from the naloxone",
        "The spray does that, it is withdrawal",
        "It's the withdrawal speaking",
    ],
    "guarantee": ["No, it can't hurt him, even with pills", "the spray can't do any harm"],
    "personal_boundary": [
        "here is my private number, any time",
        "you can call me any time on my own number",
        "this is my private nr [phone] call me whenever",
        "I give to you my personal number, but tell nobody.",
        "my number is private but for you i make exception",
        "i am off duty but for you i am always here",
        "i'm not allowed to lend money but for you i do it",
        "Rules say no but I take you in for tonight.",
        "work phone is off at night so take my private one",
        "normally we don't give our numbers, but here is mine",
        "i answer 24/7, even at night, even when off shift",
        "we can be friends, real friends, outside of this work",
        "let's meet, my shift ends at eight",
        "yes i will be your sponsor and your friend",
    ],
    "confidentiality": [
        "everything you say stays between us, i only tell my girlfriend",
        "i will not tell anyone, only your mother",
        "your secret is safe with me, and with my whole family haha",
        "what you write stays private, except i post it in our group sometimes",
        "nothing stays private here",
        "this is not confidential",
        "Secrets keep us sick.",
        "It stays a no, Robbie.",
    ],
    "autonomy": [
        "it's up to you but you must quit now",
        "your choice, but i'm telling you do the test today",
        "you decide, but if you dont go i stop talking to you",
        "its up to u, but a good mother would stop",
        "it's your life, ruin it if you want",
        "you don't have a choice",
        "Whatever you decide, I already signed you up.",
        "It's your decision of course, but there's only one road.",
        "whatever you do don't take any now or you start from zero",
    ],
    "paraphrase": ["You see, that's how it starts."],
    "support": [
        "i understand you, but stop whining",
        "sorry to hear that but you did it to yourself",
        "im sorry you feel that way, but you chose this",
        "i understand why he hit you",
        "no wonder he left you",
        "oh poor you, cry more",
    ],
    "affirmation": [
        "wow great job, you used again",
        "congrats on wasting your life",
        "you are brave for an addict",
        "it's great that you finally admit you are an addict",
        "you're a good person but a terrible mother",
    ],
    "role_boundary": [
        "not a doctor, but stop your pills",
        "i'm not a therapist but i can heal you",
        "i am not a doctor but i know better than doctors",
    ],
    "own_feeling": [
        "sorry i was bad",
        "I am sorry, I was rude.",
        "sorry that i was late",
        "i'm sick of your stories",
        "i am proud of myself",
    ],
    "feeling_reflection": [
        "i guarantee you feel better tomorrow",
        "you sound pathetic",
        "oh you are sad, how original",
    ],
    "emergency_direction": ["call me instead of ambulance", "if you call the ambulance, police come"],
    "reporting_limits": ["there is nothing i have to pass on", "even if you want to kill yourself i tell nobody"],
    "thanks": ["thanks for nothing", "no thanks", "thanks for wasting my time"],
    "follow_up": ["never write here again", "you can come back when you are clean", "write me again and i block you"],
    "not_knowing": ["i dont know and i dont care", "i dont know why you still use"],
    "permission": ["may i tell you that you are wrong", "can i ask what the hell you think"],
    "accompaniment": ["i come with you to buy it"],
    "contact_exchange": ["here is the number of a dealer"],
}

KEPT = {
    "hostility": ["nobody wants you here"],
    "judgment": ["you should be ashamed"],
    "directive": ["you must not drink", "Then sleep and eat and stop whining"],
    "decision_check": ["Will you go tomorrow?"],
    "personal_story": ["I'm fine today but back then i slept in the station for a year"],
    "diagnosis": ["you have withdrawal syndrome", "this is withdrawal, you are addicted"],
    "guarantee": ["they can't hurt you there, nothing can happen to you"],
    "personal_boundary": [
        "i can't call you on my private phone, only this chat",
        "my private phone is off after 8, write here if you need me",
        "My own phone is for my family, so please use this chat.",
        "Please write me here, not on my private account, I don't read there.",
        "I make no exceptions, also not for you, and I lend no money.",
        "I don't give my personal number, but here is the number of our office",
        "I won't lend you money, but for you I found the address of a fund.",
        "i can not be there day and night, nobody can",
        "You can write any time, but I only answer from nine to six.",
        "we can not be friends, i'm here as a counselor",
        "i wont get you anything, sorry",
        "not even this once, sorry, I don't lend",
    ],
    "confidentiality": [
        "i tell nobody, not your mother, not the police",
        "nobody will know, not even your boyfriend",
        "everything stays between us, unless somebody is in danger",
        "i dont pass it on to your sister or anybody",
        "only my supervisor and me read this chat, nobody else",
    ],
    "autonomy": [
        "it's up to you, but you should know it works best in three days",
        "your choice, and if you don't go i am still here",
        "you have to decide it yourself, i only help",
        "it's not my decision, it's yours",
        "you decide, but there is one thing i'd like to add",
    ],
    "support": [
        "that must be hard, but you are not alone",
        "i understand why you left him",
        "stop blaming yourself, it's not your fault",
        "no wonder you feel like that after such a night",
    ],
    "affirmation": [
        "well done for coming back after you relapsed",
        "great that you told me you used again",
        "it's great that you finally went to the doctor",
        "strong of you to leave him",
    ],
    "role_boundary": ["i'm no lawyer but i can help you find one", "i am not a doctor, take your time and ask one"],
    "own_feeling": ["sorry, i was sad when i read it", "im angry at how they treated you", "i was scared for you"],
    "feeling_reflection": ["you feel sorry for him", "you feel better when he is not there"],
    "emergency_direction": ["call the ambulance, the police won't come", "naloxone is not dangerous, give it now"],
    "reporting_limits": ["i never report use, only danger to life, that i have to pass on"],
    "thanks": ["thanks for being honest with me"],
    "follow_up": ["you can come back when you are ready", "never hesitate to write here again"],
    "not_knowing": ["i don't know what is wrong with your leg, that a doctor sees"],
    "permission": ["may i tell you what i know?"],
    "accompaniment": ["i can come with you on monday"],
}


def rows(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(act, text) for act, texts in table.items() for text in texts]


@pytest.mark.parametrize(("act", "text"), rows(BROKEN))
def test_what_says_the_contrary_is_not_the_act(act: str, text: str, coder: Coder) -> None:
    reading = coder.read(text)
    assert act not in reading.act_ids | {one.act for one in reading.unsure}


@pytest.mark.parametrize(("act", "text"), rows(KEPT))
def test_what_only_looks_like_the_contrary_stays_the_act(act: str, text: str, coder: Coder) -> None:
    assert act in coder.read(text).act_ids


OTHERS = [
    'I don\'t lend money, "here is my private number" is what others may write.',
    "I don't lend money, and my boss said here is my private number.",
    "I don't lend money, not even if i make an exception.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_contrary_words_do_not_count_where_others_say_them_or_they_are_supposed(text: str, coder: Coder) -> None:
    assert "personal_boundary" in coder.read(text).act_ids


NO_DANGER = {
    "violence": ["got stopped by police yesterday with 2g on me, need a lawyer or what", "caught me with weed on me"],
    "suicide": ["i thought i was actually gonna die", "my heart raced and i was sure i would die right there"],
    "self_harm": ["but I did have a cut on my hand?", "had a small cut on my finger when i touched it"],
}
DANGER = {
    "violence": ["they arrested me with 3 grams on me and beat me", "the cops caught me with weed on me and kicked me"],
    "suicide": ["i think i want to die", "i thought about killing myself again"],
    "self_harm": ["i cut my hand again", "i have cuts on my arms, i did it with a razor"],
}


@pytest.mark.parametrize(("cue", "text"), rows(NO_DANGER))
def test_what_only_looks_like_a_danger_is_none(cue: str, text: str, client_reader: ClientReader) -> None:
    read = client_reader.read(text)
    assert cue not in {one.cue for one in (*read.cues, *read.unsure)}


@pytest.mark.parametrize(("cue", "text"), rows(DANGER))
def test_the_danger_beside_it_stays_one(cue: str, text: str, client_reader: ClientReader) -> None:
    assert cue in {one.cue for one in client_reader.read(text).cues}
