# Dateline. `make` alone lists what there is to make.
# PORT=8600 chooses the port, PYTHON=/path/to/python the interpreter for a new .venv, JOBS=3 how many processes `make test` has.

PORT ?= 8501
PYTHON ?=
FILE ?= $(wildcard seeds/*.txt)
JOBS ?= 4

VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/runtime.stamp
DEV := $(VENV)/dev.stamp
MAKEFLAGS += --no-print-directory

# Tests start some hundred processes of the project's own; each would compile it anew where no bytecode is kept.
unexport PYTHONDONTWRITEBYTECODE

SUPPORTED := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))

.PHONY: help run build read check test lint types bench accuracy weights pictures locks audit browser clean
.DEFAULT_GOAL := help

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## /\1|/p' $(MAKEFILE_LIST) | while IFS='|' read -r name what; do \
		printf '  make %-9s %s\n' "$$name" "$$what"; done

run: $(RUNTIME) ## set up what is missing and open the dashboard
	@DATELINE_EDIT=on $(BIN)/streamlit run dashboard.py --server.port $(PORT) --server.address 127.0.0.1 \
		--server.maxUploadSize 64

build: $(RUNTIME) ## read seeds/ and write the data set to data/
	@$(BIN)/python -m geo build

read: $(RUNTIME) ## print what is found in FILE (default: every article in seeds/), one JSON object a line
	@$(BIN)/python -m geo read $(FILE) --json

# Four processes keep the two cores that CI has busy for nine tenths of the time. With six it took as long, and what
# runs at a lower priority (pictures, tables) had to wait for minutes. A file stays together, for what it reads once.
# One process of three begins with the tests that reckon, the others with those of a browser, the longest first
# (tests/sharing_out.py): one kind after the other, cores are idle first and too few later.
TESTS := $(BIN)/python -m pytest --dist loadfile --no-loadscope-reorder

check: $(DEV) ## check style, types and what tests take under a minute to check: before each commit
	@$(BIN)/ruff check -q .
	@$(BIN)/ruff format -q --check .
	@$(BIN)/mypy --no-error-summary
	@$(TESTS) -n 3 -q -m "not browser and not slow" --ignore tests/browser

test: $(DEV) browser ## set up what is missing, a browser included, and run every test
	@$(TESTS) -n $(JOBS)

lint: $(DEV) ## check the style
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(DEV) ## check the types
	@$(BIN)/mypy

bench: $(DEV) browser ## measure the page and the reading beside the usual way
	@$(BIN)/python -m benchmarks

accuracy: $(DEV) ## measure how right reading is (DATELINE_EVAL: corpora, DATELINE_TRAIN: news)
	@$(BIN)/python -m benchmarks.accuracy

weights: $(DEV) ## train the choices of reading (DATELINE_TRAIN names the folder of the news texts)
	@$(BIN)/python -m data.make.weights

pictures: $(DEV) browser ## take the pictures of docs/pictures/
	@$(BIN)/python -m tests.browser.pictures

# All Pythons and systems at once; hashes of every file that PyPI has of a version.
LOCK := $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --custom-compile-command 'make locks'

locks: $(DEV) ## pin every package with its hashes, and list what is in it (needs a network)
	@$(BIN)/python -m pip install -qq --disable-pip-version-check uv==0.13.9
	@$(LOCK) requirements.txt -o requirements.lock
	@$(LOCK) deploy/requirements.txt -o deploy/requirements.lock
	@$(BIN)/python -m data.make.bom

audit: $(DEV) ## look every pinned package up among the known vulnerabilities (needs a network)
	@$(BIN)/python -m data.make.audit

browser: $(DEV)
	@$(BIN)/python -m tests.browser.browser
	@$(BIN)/python -m tests.browser.proxy

clean: ## remove the environment and every cache
	@rm -rf $(VENV) .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUNTIME): requirements.lock | $(BIN)/python
	@echo "Installing what requirements.lock pins (once, about 1 GB)"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(DEV): requirements-dev.txt requirements-cluster.txt requirements.txt $(RUNTIME) | $(BIN)/python
	@echo "Installing what requirements-dev.txt pins"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements-dev.txt
	@touch $@

# A name on PATH is no proof of an interpreter (pyenv's shims may fail), so each candidate is run.
$(BIN)/python:
	@for python in $(or $(PYTHON),python3.13 python3.12 python3.11 python3 python); do \
		"$$python" -c '$(SUPPORTED)' 2>/dev/null || continue; \
		if ! "$$python" -c 'import ensurepip' 2>/dev/null; then lacking=$$python; continue; fi; \
		echo "Creating $(VENV) with $$("$$python" --version)"; \
		"$$python" -m venv --clear $(VENV) && exit 0; \
		rm -rf $(VENV); exit 1; \
	done; \
	if [ -n "$$lacking" ]; then \
		echo "$$lacking cannot create environments. Install its venv module (on Debian: apt-get install python3-venv)." >&2; \
	else \
		echo "No Python 3.11, 3.12 or 3.13 found. Install one, or name it: make PYTHON=/path/to/python3.12" >&2; \
	fi; exit 1
