"""How properties are tried: alike on every run, and without a clock.

`python -m pytest --hypothesis-profile=explore` tries new examples instead.
"""

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile("steady")
