# `make demo` and `make test` need git, make and a CPython 3.11 to 3.13, and set up the rest in .venv.
# Packages come from wherever pip is configured to find them; requirements/ pins them by hash.
.DEFAULT_GOAL := help
.PHONY: help demo test mutate lint format types contracts bench docs docs-check packs packs-check lock clean

BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check

help: ## 列出目标 / list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: .venv/base ## 检查本仓库并出报告 / check this repository and render its report
	$(BIN)/hegui check
	$(BIN)/hegui report
	@echo '报告 / Report:'; find "$(CURDIR)/build" -name '*.html' | sort | sed 's/^/  /'

test: .venv/dev ## 测试，ARGS=… 传给 pytest / test, ARGS=… goes to pytest
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 $(ARGS)

mutate: .venv/mutate ## 变异测试推导与规则，ARGS=名称… / mutation testing of derivation and rules, ARGS=NAME…
	$(BIN)/python mutation/run.py $(ARGS)

lint: .venv/dev ## ruff：规则与格式 / ruff: rules and format
	$(BIN)/python -m ruff check
	$(BIN)/python -m ruff format --check

format: .venv/dev ## 改好格式 / mend what lint can mend
	$(BIN)/python -m ruff check --fix-only
	$(BIN)/python -m ruff format

types: .venv/dev ## mypy
	$(BIN)/python -m mypy $(wildcard src tests tools/*.py benchmarks/*.py mutation/*.py)

contracts: .venv/dev ## 导入契约 / import contracts
	$(BIN)/lint-imports --no-logo

bench: .venv/dev ## 性能测量 / measure speed
	$(BIN)/python benchmarks/run.py $(ARGS)
	$(BIN)/python benchmarks/rules.py

docs: .venv/base ## 重写规则页与模式文件 / write rule pages and schema files anew
	$(BIN)/python tools/docs.py

docs-check: .venv/base ## 它们是否最新 / are they up to date?
	$(BIN)/python tools/docs.py --check

packs: .venv/base ## 更新规则包摘要并核对 / renew the digests of the packs and verify them
	$(BIN)/python tools/packs.py
	$(BIN)/hegui pack verify

packs-check: .venv/base ## 规则包是否完好 / are the packs sound?
	$(BIN)/hegui pack verify

# uv reads UV_DEFAULT_INDEX and not pip's configuration; neither leaves a trace in the lock.
COMPILE := build/lock/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	--fork-strategy fewest --generate-hashes --no-annotate --no-emit-index-url --no-emit-find-links \
	--custom-compile-command 'make lock'
lock: ## 更新 requirements/ / renew requirements/
	"$$(sh tools/pick-python)" -m venv --clear build/lock
	build/lock/bin/python -m pip install -qq --disable-pip-version-check uv
	$(COMPILE) --group build -o requirements/base.txt pyproject.toml
	$(COMPILE) --extra dev -c requirements/base.txt -o requirements/dev.txt pyproject.toml
	$(COMPILE) --extra mutate -c requirements/base.txt -c requirements/dev.txt \
		-o requirements/mutate.txt pyproject.toml
	rm -rf build/lock

clean: ## 删去所有生成物，连同 .venv / remove all that was made, .venv too
	rm -rf .venv .hegui build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests tools benchmarks mutation -name __pycache__ -prune -exec rm -rf {} +

# Set-up: the stamps .venv/base and .venv/dev stand for what is installed.
.venv/base: requirements/base.txt pyproject.toml $(BIN)/python
	$(INSTALL) --require-hashes -r requirements/base.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q src
	$(BIN)/python tools/packs.py --keep
	@touch $@

.venv/dev: requirements/dev.txt .venv/base
	$(INSTALL) --require-hashes -r requirements/dev.txt
	@touch $@

.venv/mutate: requirements/mutate.txt .venv/dev
	$(INSTALL) --require-hashes -r requirements/mutate.txt
	@touch $@

$(BIN)/python:
	@python=$$(sh tools/pick-python) && echo ".venv: $$python" && "$$python" -m venv --clear .venv

# It is made anew where it does not run, and where PYTHON=… is not what it was made with.
version = $(shell $(1) -c 'import sys; print(sys.version)' 2>/dev/null)
HAVE := $(call version,$(BIN)/python)
WANT := $(if $(PYTHON),$(call version,$(PYTHON)),$(HAVE))
ifneq ($(or $(WANT),none),$(HAVE))
.PHONY: $(BIN)/python
endif
