# Everything a fresh clone needs: Python 3.11 to 3.13 and make.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
SHARED ?= ../shared
LEDGER ?= demo.db

.PHONY: help setup dev demo test check bench evaluate face pictures lock clean

help:
	@echo "make demo      set up, read the sample corpus, print its briefing"
	@echo "make test      set up, run all default tests"
	@echo "make check     formatting, lint, types, import law"
	@echo "make bench     speed and memory of the whole reading"
	@echo "make evaluate  figures on the gold sets in $(SHARED), where present"
	@echo "make face      build the browser's part of rashomon serve anew (npm)"
	@echo "make pictures  take the pictures of README and docs/face.md again (Chromium)"
	@echo "make lock      write the locked requirements anew"

# Runtime environment: locked versions, checked hashes, then the project itself without touching the network again.
$(VENV)/.ready: requirements.txt pyproject.toml $(wildcard face/*.* face/src/*)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@# Compiled once here: an asking command must start in less time than compiling takes.
	$(BIN)/python -m compileall -q $(VENV)/lib src || true
	@touch $@

# Development environment on top of it.
$(VENV)/.dev: requirements-dev.txt $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.txt
	@touch $@

setup: $(VENV)/.ready
dev: $(VENV)/.dev

demo: setup
	@$(BIN)/rashomon demo --ledger $(LEDGER)

check: dev
	$(BIN)/ruff format --check src tests
	$(BIN)/ruff check src tests
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

test: dev check
	$(BIN)/python -m pytest -n 2

bench: dev
	$(BIN)/python -m tests.bench

evaluate: dev
	$(BIN)/python -m pytest tests/evaluation -q -m "long or not long"

# What the install does for itself; here after an install without npm, or while the scripts are worked on.
face: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .

pictures: dev
	$(BIN)/python -m tests.pictures

# No registry's name is written into the lock, so that it works behind any mirror.
lock:
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install --quiet uv
	$(VENV)-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header --extra build pyproject.toml -o requirements.txt
	$(VENV)-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header --extra build --extra dev --extra tables -c requirements.txt pyproject.toml -o requirements-dev.txt
	rm -rf $(VENV)-lock

clean:
	rm -rf $(VENV) $(VENV)-lock build dist *.egg-info
