"""What stands for a trainee: a code, never a name."""

import re

CODE = re.compile(r"[A-Za-z0-9_-]{1,32}")
CODE_RULE = "a code has 1 to 32 of the letters a-z and A-Z, digits, - and _, and no spaces, such as t-07"
