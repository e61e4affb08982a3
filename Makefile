# make run   set everything up and open the dashboard on the sample data
# make test  lint, types and all tests; on Debian and Ubuntu it installs what they need
# make soak  long runs, outside make test
.DEFAULT_GOAL := help
.PHONY: help run test lint types unit soak pictures system clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501

help:
	@sed -n 's/^# //p' Makefile | head -3

run: $(VENV)/runtime.stamp
	$(BIN)/python -m streamlit run dashboard.py --server.port $(PORT)

test: system $(VENV)/dev.stamp
	$(MAKE) lint types unit

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev.stamp
	$(BIN)/mypy itadash

unit: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -m "not soak" -n 2 --dist loadfile

soak: system $(VENV)/dev.stamp
	$(BIN)/python -m pytest -m soak

pictures: system $(VENV)/dev.stamp
	$(BIN)/python -m tests.screenshots

system:
	@sh tests/system_packages.sh

$(VENV)/python.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "itadash needs Python 3.11 or newer: make PYTHON=python3.12 run"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "Python has no venv here. On Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/runtime.stamp: $(VENV)/python.stamp requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/dev.stamp: $(VENV)/runtime.stamp requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis test-output
