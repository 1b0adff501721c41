"""What `make demo` shows: the examples beside this file, checked and fixed. Changes nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from time import perf_counter

HERE = Path(__file__).parent


def newslint(*arguments: str) -> list[str]:
    """The lines that `newslint` prints, run among the examples."""
    command = [sys.executable, "-m", "newslint", *arguments]
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.stderr and not done.stdout:
        sys.exit(done.stderr)
    return done.stdout.splitlines()


def say(text: str) -> None:
    """Print a line that leads to the next part."""
    print(f"\n\033[1m{text}\033[0m\n" if sys.stdout.isatty() else f"\n== {text}\n")


def main() -> None:
    """Three looks at four articles as a machine spins them: what is wrong, how often, and what --fix would make of it."""
    colour = ("--color", "always") if sys.stdout.isatty() else ()

    say("newslint check rate-decision.md      (the first findings of many)")
    paragraphs = "\n".join(newslint("check", "--isolated", "rate-decision.md", *colour)).split("\n\n")
    print("\n\n".join(paragraphs[:7]))

    say("newslint check --statistics .        (four articles: two Markdown, one HTML, one plain text)")
    started = perf_counter()
    counts = newslint("check", "--isolated", "--statistics", ".", *colour)
    seconds = perf_counter() - started
    print("\n".join(counts))
    print(f"All of it in {seconds:.2f} s.")
    findings = json.loads(
        "\n".join(newslint("check", "--isolated", "--output-format", "json", "cup-final.txt"))
    )["findings"]

    say("newslint check --fix cup-final.txt      (what it would do; nothing is changed here)")
    for level, edits in (("safe", "--fix"), ("unsafe", "--fix --unsafe-fixes")):
        print(f"{edits}:")
        for finding in findings:
            if finding["fix"] and finding["fix"]["safety"] == level and finding["text"].strip():
                print(
                    f"  line {finding['start']['line']:>2}  {finding['text']}  →  {finding['suggestions'][0]}"
                )

    say(
        "Next: `newslint check YOUR-ARTICLE.md`, `newslint rule SPC101`, and three lines for pre-commit in README.md"
    )


if __name__ == "__main__":
    main()
