"""A comment or front matter key for newslint that is misspelt, or names no rule.

Found by the run itself: see `newslint.suppressions`.
"""

from __future__ import annotations
