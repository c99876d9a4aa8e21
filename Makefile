# make report: set up, and run the main job on what the repository embeds.
# make test:   set up, and run the tests.
PYTHON ?= python3
VENV := .venv
READY := $(VENV)/ready

.PHONY: report test clean

report: $(READY)
	$(VENV)/bin/sourcecheck compare

test: $(READY)
	$(VENV)/bin/python -m pytest

$(READY): setup.cfg pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	$(VENV)/bin/python -m compileall -q claims seeds compare reports
	touch $(READY)

clean:
	rm -rf $(VENV) out build *.egg-info
