"""Emoji by name, as messengers take them: `:heart:`."""

import re

_TABLE = """
smile 😄 grin 😁 laugh 😆 joy 😂 rofl 🤣 slight_smile 🙂 upside_down 🙃 wink 😉 blush 😊 innocent 😇
hearts_face 🥰 heart_eyes 😍 kiss 😘 yum 😋 tongue 😛 hug 🤗 giggle 🤭 shush 🤫 thinking 🤔 salute 🫡
neutral 😐 no_words 😶 smirk 😏 unamused 😒 eye_roll 🙄 grimace 😬 relieved 😌 pensive 😔 sleepy 😪 sleeping 😴
mask 😷 thermometer 🤒 bandage 🤕 nauseated 🤢 sneeze 🤧 hot 🥵 cold 🥶 dizzy 😵 exploding 🤯 party 🥳
sunglasses 😎 nerd 🤓 confused 😕 worried 😟 frown 🙁 sad ☹️ surprised 😮 astonished 😲 flushed 😳 pleading 🥺
tearful 🥹 anguished 😧 fearful 😨 anxious 😰 cry 😢 sob 😭 scream 😱 weary 😩 tired 😫 yawn 🥱
triumph 😤 pout 😡 angry 😠 swearing 🤬 shrug 🤷 facepalm 🤦 skull 💀 ghost 👻 robot 🤖 see_no_evil 🙈
heart ❤️ orange_heart 🧡 yellow_heart 💛 green_heart 💚 blue_heart 💙 purple_heart 💜 black_heart 🖤 white_heart 🤍
broken_heart 💔 two_hearts 💕 hundred 💯 sparkles ✨ star ⭐ fire 🔥 boom 💥 zzz 💤 dash 💨 speech 💬
wave 👋 ok 👌 victory ✌️ crossed_fingers 🤞 rock 🤘 call_me 🤙 point_left 👈 point_right 👉 point_up 👆 point_down 👇
thumbsup 👍 +1 👍 thumbsdown 👎 -1 👎 fist 👊 clap 👏 raised_hands 🙌 open_hands 👐 handshake 🤝 pray 🙏 muscle 💪
eyes 👀 ear 👂 brain 🧠 person 🧑 people 👥 dog 🐶 cat 🐱 sunflower 🌻 rose 🌹 four_leaf_clover 🍀 rainbow 🌈
sun ☀️ moon 🌙 cloud ☁️ rain 🌧️ umbrella ☔ snowflake ❄️ coffee ☕ tea 🍵 bread 🍞 cake 🍰 apple 🍎 water 💧
pill 💊 syringe 💉 drop_of_blood 🩸 stethoscope 🩺 ambulance 🚑 hospital 🏥 house 🏠 phone 📞 mobile 📱 mail ✉️
calendar 📅 clock 🕐 hourglass ⏳ pin 📍 key 🔑 lock 🔒 bell 🔔 gift 🎁 tada 🎉 music 🎵 book 📖 memo 📝
check ✅ cross ❌ warning ⚠️ stop 🛑 question ❓ exclamation ❗ plus ➕ recycle ♻️ sos 🆘 white_flag 🏳️
"""

EMOJI: dict[str, str] = dict(zip(_TABLE.split()[::2], _TABLE.split()[1::2], strict=True))
"""Emoji by their names, without the colons."""

_NAME = re.compile(f":({'|'.join(map(re.escape, EMOJI))}):")
_NAME_AT_END = re.compile(rf"{_NAME.pattern}\Z")


def with_emoji(text: str) -> str:
    """The text with every name between colons replaced; `12:30:45` and names that nobody knows stay."""
    return _NAME.sub(lambda found: EMOJI[found[1]], text)


def closed_name(text: str) -> str:
    """The name, with its colons, that ends just where the text ends; empty where no emoji is called so."""
    found = _NAME_AT_END.search(text)
    return found[0] if found else ""
