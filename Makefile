# Every command sets up what it needs: the virtual environment is built once from the lock file.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: install run test live record check browser bench eval eval-live vectors lock wheel pages clean

install: $(BIN)/.ready

PIP := $(BIN)/pip --disable-pip-version-check --quiet

# What a user needs to run it.
$(BIN)/.ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	# The lock file names all there is: nothing has to be resolved.
	$(PIP) install --no-compile --no-deps --require-hashes --requirement requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	# On all cores, where pip would use one, and our own editable tree too: a quick first start.
	-$(BIN)/python -m compileall -qq -j 0 .venv/lib assistant api rubrics
	touch $@

# What a developer needs on top of it.
$(BIN)/.ready-dev: $(BIN)/.ready requirements-dev.lock requirements-model.lock
	$(PIP) install --no-compile --no-deps --require-hashes \
		--requirement requirements-dev.lock --requirement requirements-model.lock
	touch $@

run: $(BIN)/.ready
	$(BIN)/okr-coach serve

test: $(BIN)/.ready-dev
	$(BIN)/pytest -q -n auto

browser: $(BIN)/.ready-dev
	$(BIN)/pytest -q -n auto -m browser tests/browser

# A small real model on this machine: a minute or two.
live: $(BIN)/.ready-dev
	$(BIN)/pytest -q -m live tests/live

# Its calls anew, after a change of a prompt; then all samples, with figures that have to be 0.
record: $(BIN)/.ready-dev
	$(BIN)/pytest -q tests/llm/test_recorded.py --record-mode=rewrite
	$(BIN)/python -m evals model

check: $(BIN)/.ready-dev pages
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	git diff --exit-code -- rubrics docs
	test -z "$$(git status --porcelain -- rubrics docs)"

pages: $(BIN)/.ready
	$(BIN)/okr-coach rules pages

# After a change of the knowledge base: reads only the texts that are new.
vectors: $(BIN)/.ready
	$(BIN)/okr-coach knowledge build --ship

bench: $(BIN)/.ready-dev
	$(BIN)/python -m benchmarks

OUTCOMES := build/outcomes.jsonl

# Measured once: held against the bars, then case by case against what is known to fail.
eval: $(BIN)/.ready-dev
	$(BIN)/python -m evals run --keep $(OUTCOMES) --report build/evals
	$(BIN)/python -m evals compare --kept $(OUTCOMES)

# With the model of OKR_LLM_*, judged by that of OKR_JUDGE_*; without one the small model is asked.
eval-live: $(BIN)/.ready-dev
	$(BIN)/python -m evals live --report build/evals

wheel: $(BIN)/.ready
	rm -rf build dist
	$(PIP) wheel --no-deps --no-build-isolation --wheel-dir dist .

# No index address may enter a lock file; uv.lock holds one a package, so it is not used.
LOCK := $(BIN)/uv pip compile pyproject.toml --python-version 3.11 --universal \
	--generate-hashes --no-emit-index-url --no-header --quiet
lock:
	$(LOCK) --group build --output-file requirements.lock
	$(LOCK) --group build --group dev --constraint requirements.lock --output-file requirements-dev.lock
	$(BIN)/uv pip compile --group model --no-deps --generate-hashes --no-emit-index-url --no-header \
		--quiet --output-file requirements-model.lock

clean:
	rm -rf .venv build dist *.egg-info
