# Every target sets up what it needs (see .ci/setup). ARGS is handed on, as in: make test ARGS="tests/test_home.py -x"
PYTHON ?= python3
export PYTHON
IN_VENV := .venv/bin/python -m

.NOTPARALLEL: # each target looks after .venv first
.PHONY: run test check lint format types drafts audit licences bench soak weights lock

run: ## Slack without Slack, in your browser
	@.ci/setup run
	@$(IN_VENV) bot playground --open $(ARGS)

test: ## every test
	@.ci/setup dev browser
	@$(IN_VENV) pytest $(ARGS)

check: lint format types drafts audit licences ## all six

lint:
	@.ci/setup dev
	@$(IN_VENV) ruff check

format:
	@.ci/setup dev
	@$(IN_VENV) ruff format --check

types:
	@.ci/setup dev
	@$(IN_VENV) mypy

audit: ## asks for known weaknesses in the locked packages; says so where there is no network
	@.ci/setup dev
	@.ci/audit

licences: ## what the locked packages may be used under
	@.ci/setup dev
	@$(IN_VENV) pytest tests/test_packages.py $(ARGS)

drafts: ## every draft that can occur renders, fits its channel and passes the lint (about half a minute)
	@.ci/setup dev
	@$(IN_VENV) tests.all_drafts

bench: ## what oops costs beside a bare Bolt app
	@.ci/setup dev
	@$(IN_VENV) tests.benchmarks $(ARGS)

soak: ## kill -9 again and again, and count what was lost or said twice; ARGS="--rounds 20"
	@.ci/setup dev
	@$(IN_VENV) tests.crash.soak $(ARGS)

weights: ## learn the weights of the lint's second reader again, after its statements changed (a minute)
	@.ci/setup dev
	@.venv/bin/uv --quiet pip install --group learn
	@$(IN_VENV) tests.lint.learn

# Both locks hold for Linux and macOS and every Python from 3.11 on; ARGS=--upgrade takes newer versions.
COMPILE := .venv/bin/uv --quiet pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command "make lock"

lock: ## pin the packages of pyproject.toml again
	@.ci/setup dev
	@$(COMPILE) $(ARGS) --output-file requirements.lock
	@$(COMPILE) $(ARGS) --group dev --constraints requirements.lock --output-file requirements-dev.lock
