# make report: set up, and run the main job on what the repository embeds.
# make test:   set up, and run the tests.
# make guided: the same for one TARGET, led by what it reaches, where atheris installs.
# make pins:   write anew, with uv, which versions the tests run with, and the sha256 of each file of them.
# make fuzz:   ten minutes of inputs made by chance; what fails is kept in tests/fuzz/corpus.
PYTHON ?= python3
VENV := .venv
READY := $(VENV)/ready
PIP := pip install --quiet --disable-pip-version-check
TARGET := values
UV := --quiet --universal --generate-hashes --python-version 3.11 --no-annotate --custom-compile-command 'make pins'

.PHONY: report test fuzz guided pins clean

report: $(READY)
	$(VENV)/bin/sourcecheck compare

test: $(READY)
	$(VENV)/bin/python -m pytest

fuzz: $(READY)
	$(VENV)/bin/python -m tests.fuzz --minutes 10

$(READY): setup.cfg pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m $(PIP) --require-hashes --no-deps --requirement constraints.txt
	$(VENV)/bin/python -m $(PIP) --no-deps --no-build-isolation --editable .
	$(VENV)/bin/python -m compileall -q sourcecheck claims seeds compare reports
	touch $(READY)

guided: $(READY)
	$(VENV)/bin/python -m $(PIP) atheris
	$(VENV)/bin/python -m tests.fuzz.guided $(TARGET) -max_total_time=600

pins:
	uv pip compile $(UV) --output-file constraints.txt --extra dev setup.cfg
	printf 'distributed\n' | uv pip compile $(UV) --output-file constraints-cluster.txt --constraint constraints.txt -
	printf 'axe-playwright-python\nplaywright\n' | uv pip compile $(UV) --output-file constraints-browser.txt --constraint constraints.txt -

clean:
	rm -rf $(VENV) out build *.egg-info
