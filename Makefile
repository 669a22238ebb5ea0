# Dragoman. `make help` says what there is.
SHELL := /bin/bash
PREFIX ?= $(HOME)/.local
# One set of flags for every debug build, so that lint, build and test share one; warnings are errors.
DEBUG := -Xswiftc -warnings-as-errors
RELEASE := -c release --product dragoman
ifneq ($(DRAGOMAN_MODEL),)
export DRAGOMAN_MODEL := $(abspath $(DRAGOMAN_MODEL))
endif

.PHONY: help setup build release run demo screens test cases lint bench evaluate docs picture install uninstall clean

help:              ## say what there is
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

setup:             ## install what is missing and fetch the model
	@bash Scripts/setup.sh

build: setup       ## debug build of everything, warnings as errors
	swift build --build-tests $(DEBUG)

release: setup     ## release build of the program
	swift build $(RELEASE)

run: release       ## read the bundled samples and make a ledger of them
	@bash Scripts/run.sh

demo: release      ## a ledger of the bundled samples, opened in the browser
	@bash Scripts/demo.sh

screens: release   ## write the screenshots in the README; FOLDER=FOLDER those of every page
	@bash Scripts/demo.sh --screens $(FOLDER)

test: setup        ## all tests
	swift test $(DEBUG)

cases: build       ## pass rate of the HTML parser on html5lib's cases
	@swift test --skip-build $(DEBUG) --filter ParserCasesTests | grep -A 99 '^html5lib' | grep -v '^[^h ]'

lint: setup        ## format, scripts, warnings as errors
	@bash Scripts/lint.sh
	swift build --build-tests $(DEBUG)

bench: setup       ## speed and memory, against the floors
	swift build -c release --product dragoman-bench
	swift build -c release --product page-bench
	swift build -c release --product export-bench
	swift build -c release --product claims-bench
	swift build -c release --product dragoman
	@bash Scripts/bench.sh

evaluate: release  ## scores on the gold sets beside the repository, against the floors; REPORT=FILE takes the errors
	swift build -c release --product names-bench
	@bash Scripts/evaluate.sh $(if $(REPORT),--report $(REPORT))

docs: build        ## write Docs/commands.md and the table of figures in README.md
	@bash Scripts/docs.sh

picture: release   ## write the picture of real output in the README
	@bash Scripts/picture.sh

install: release   ## install into PREFIX (~/.local)
	@PREFIX="$(PREFIX)" bash Scripts/install.sh

uninstall:         ## remove what `make install` installed
	@PREFIX="$(PREFIX)" bash Scripts/install.sh --remove

clean:             ## remove what was built; the fetched model stays
	swift package clean
	rm -rf .build
