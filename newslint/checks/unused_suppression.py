"""A comment or front matter key that silences a rule where the rule finds nothing.

Found by the run itself, once all rules have spoken: see `newslint.suppressions`. A suppression of rules that
did not run is not reported.
"""

from __future__ import annotations
