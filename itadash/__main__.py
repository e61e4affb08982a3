"""`python -m itadash`: see `cli`."""

import sys

from itadash.cli import main

sys.exit(main())
