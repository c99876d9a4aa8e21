# make report: set up, and run the main job on what the repository embeds.
# make test:   set up, and run the tests.
# make fuzz:   ten minutes of inputs made by chance; what fails is kept in tests/fuzz/corpus.
PYTHON ?= python3
VENV := .venv
READY := $(VENV)/ready

.PHONY: report test fuzz clean

report: $(READY)
	$(VENV)/bin/sourcecheck compare

test: $(READY)
	$(VENV)/bin/python -m pytest

fuzz: $(READY)
	$(VENV)/bin/python -m tests.fuzz --minutes 10

$(READY): setup.cfg pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	$(VENV)/bin/python -m compileall -q sourcecheck claims seeds compare reports
	touch $(READY)

clean:
	rm -rf $(VENV) out build *.egg-info
