# make demo   install into .venv and look at the examples
# make test   install with what developers need, and run the tests
# make check  lint, types, import layers, findings on a pinned clean sample
# make docs   write the generated pages of docs/ anew

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
# a broken or foreign .venv is made anew
VENV_OK := $(shell $(BIN)/python -c 'import sys; print(sys.version_info >= (3, 11))' 2>/dev/null)

.PHONY: demo test check docs clean

demo: .venv/installed
	@$(BIN)/python examples/demo.py

test: .venv/installed-dev
	$(BIN)/python -m pytest -n auto

check: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python benchmarks/guard.py

docs: .venv/installed-dev
	$(BIN)/python tools/build_docs.py

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

ifneq ($(VENV_OK),True)
.PHONY: .venv/bin/python
endif
.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "newslint needs Python 3.11 or later: make PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv --clear .venv

.venv/installed: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/installed-dev: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ .venv/installed
