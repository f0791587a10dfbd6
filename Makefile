# Everything a newcomer types. `make run` and `make test` install what is missing by themselves.

SHELL := /bin/bash
PYTHON := .venv/bin/python
# Two workers; a file's tests stay on one worker, so module fixtures and ports are not fought over.
PYTEST := $(PYTHON) -m pytest -q -n 2 --dist loadfile

.PHONY: help setup setup-test setup-bench run test test-slow lint lint-fast format bench pictures golden translations lock

help:
	@echo "make run        the sample department's lobby: touchscreen, LED sign, staff page (RUN_FOR=25 stops after 25 s)"
	@echo "make test       lint, then every quick test"
	@echo "make test-slow  the tests that take minutes"
	@echo "make lint       formatting, rules, types, the arrows between rooms, QML"
	@echo "make format     puts spacing and imports in order"
	@echo "make bench      figures, one JSON object a line"
	@echo "make pictures   the README's pictures, made by the program"
	@echo "make golden     the pictures that tests compare pages with, after a change of look"
	@echo "make translations  the English of the kiosk's pages, after a change of a Chinese text"
	@echo "make setup      only install what \`make run\` needs"
	@echo "make lock       lock what pyproject.toml asks for (needs uv)"

setup:
	@python3 tools/setup.py run

setup-test:
	@python3 tools/setup.py test

setup-bench:
	@python3 tools/setup.py bench

run: setup
	@$(PYTHON) -m tools.run

test: lint
	$(PYTEST) -m "not slow"

test-slow: setup-test
	OPENHALL_HYPOTHESIS=fresh $(PYTEST) -m slow

lint: setup-test lint-fast
	$(PYTHON) -m mypy
	$(PYTHON) -m tools.lint_qml kiosk/qml

lint-fast:
	@.venv/bin/ruff check --quiet .
	@.venv/bin/ruff format --check --quiet .
	@arrows=$$(.venv/bin/lint-imports --no-logo) || { echo "$$arrows"; exit 1; }

bench: setup-bench
	@$(PYTHON) -m tools.bench tests/bench

pictures: setup
	@$(PYTHON) -m tools.pictures docs/pictures

golden: setup-test
	@$(PYTHON) -m tests.kiosk.golden.drawing

translations: setup-test
	@.venv/bin/pyside6-lupdate -silent -locations none -no-obsolete $$(find kiosk/qml -name '*.qml' | sort) -ts kiosk/translations/lobby_en.ts
	@.venv/bin/pyside6-lrelease -silent kiosk/translations/lobby_en.ts -qm kiosk/translations/lobby_en.qm

lock:
	@python3 tools/lock.py

format: setup-test
	@.venv/bin/ruff check --fix --quiet .
	@.venv/bin/ruff format --quiet .
	@$(PYTHON) -m tools.lint_qml kiosk/qml --fix
