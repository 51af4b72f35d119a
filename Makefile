# SPDX-License-Identifier: GPL-3.0-or-later
# Builds sammandrag under build/; the source tree stays clean.
#
#   make              the program, build/sammandrag, and its library
#   make demo         build, and convert the samples into build/demo
#   make check        headers, unit tests, samples, cases, schemas, layers; ends with a count
#   make check-long   the documents built to make a stage slow at their full size; every fault; 240 kills
#   make check-kills  batches ended by kill -9 at 240 moments, and in other ways
#   make check-web    HTML in the Nu checker and, with axe-core, in headless Chromium
#   make bless        write what the program now says over the goldens, to be read in git diff
#   make samples      the samples' PDFs anew from their sources
#   make install      into PREFIX (/usr/local) below DESTDIR; make uninstall takes it away
#   make bench        time, instructions and memory beside other programs
#   make lint         clang-tidy and cppcheck
#   make format       clang-format over every C file
#   make headers      compile each header alone
#   make fuzz         the fuzz targets with libFuzzer, 60 seconds each (FUZZ_SECONDS)
#   make picture      the picture of the README, from a sample
#   make clean        take build/ away
#   make help         this list
#
#   SAN=1             with the address and undefined-behaviour sanitizers, in build/san
#   CC=clang BUILD=…  another compiler, beside this one

VERSION  := 0.1
PACKAGES := poppler-glib libxml-2.0 libxslt libexslt cairo fontconfig gio-2.0 libseccomp
# What only the tools of the tests use.
TOOL_PACKAGES := pangocairo
PREFIX   ?= /usr/local
BUILD    ?= build
CFLAGS   ?= -O2 -g
CSTD     := -std=c11 -D_POSIX_C_SOURCE=200809L
# The last: rows of a table leave out the fields that are zero.
WARN     := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
            -Wwrite-strings -Wvla -Wno-missing-field-initializers
FUZZ_SECONDS ?= 60

ifdef SAN
BUILD    := build/san
SANFLAGS := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
endif

# Where pkg-config is not installed yet, `make demo` and `make check` install it first and start anew.
PKG_CFLAGS := $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
PKG_LIBS   := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null)
ALL_CFLAGS  = $(CSTD) $(WARN) -DSAMMANDRAG_VERSION='"$(VERSION)"' -Istages -Ipipeline \
              $(patsubst -I%,-isystem %,$(PKG_CFLAGS)) $(SANFLAGS)
LDLIBS      = $(PKG_LIBS) -lm
# The program and its tests have it; the sanitizers bring an allocator of their own. No symbol of it is named, so the linker
# is told to keep it.
ifndef SAN
ALLOCATOR  := -Wl,--push-state,--no-as-needed -lmimalloc -Wl,--pop-state
endif
TOOL_FLAGS := $(patsubst -I%,-isystem %,$(shell pkg-config --cflags $(TOOL_PACKAGES) 2>/dev/null)) -Itests/typeset
TOOL_LIBS   := $(shell pkg-config --libs $(TOOL_PACKAGES) 2>/dev/null)

# The library is every stage and the chain; the program is one more file. tests/test_X.c and
# tests/fuzz_X.c are programs of their own, and so is each folder tests/X with a main.c: a tool
# of the tests, build/X, which may use the typesetter.
LIB_SRC  := $(wildcard stages/*.c stages/base/*.c) $(filter-out pipeline/main.c,$(wildcard pipeline/*.c))
FUZZ_SRC := $(wildcard tests/fuzz_*.c)
TEST_SRC := $(wildcard tests/test_*.c)
TOOL_SRC := $(wildcard tests/*/*.c)
HEADERS  := $(wildcard stages/*.h stages/base/*.h pipeline/*.h tests/*.h tests/*/*.h)
SOURCES  := $(LIB_SRC) pipeline/main.c $(wildcard tests/*.c) $(TOOL_SRC)

LIB_OBJ  := $(LIB_SRC:%.c=$(BUILD)/%.o)
LINTS    := $(SOURCES:%=lint/%)
OBJ      := $(SOURCES:%.c=$(BUILD)/%.o)
LIB      := $(BUILD)/libsammandrag.a
PROGRAM  := $(BUILD)/sammandrag
TESTS    := $(TEST_SRC:%.c=$(BUILD)/%)
TOOLS    := $(patsubst tests/%/main.c,$(BUILD)/%,$(wildcard tests/*/main.c))
FAULTS   := $(BUILD)/faults.so
TYPESET  := $(patsubst %.c,$(BUILD)/%.o,$(filter-out %/main.c,$(wildcard tests/typeset/*.c)))
REPLAYS  := $(FUZZ_SRC:%.c=$(BUILD)/%)

.DELETE_ON_ERROR:
.SECONDARY: $(OBJ)
.PHONY: $(LINTS) all samples programs demo demo-run check check-run check-kills check-long check-web bless bench install uninstall lint format \
        headers fuzz picture help clean

all: $(PROGRAM) $(LIB)

programs: all $(TESTS) $(TOOLS) $(REPLAYS) $(FAULTS)

$(PROGRAM): $(BUILD)/pipeline/main.o $(LIB)
	@echo 'LD  $@'
	@$(CC) $(SANFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS) $(ALLOCATOR)

$(LIB): $(LIB_OBJ)
	@mkdir -p $(@D)
	@rm -f $@
	@echo 'AR  $@'
	@$(AR) rcs $@ $^

$(TESTS): $(BUILD)/%: $(BUILD)/%.o $(LIB)
	@echo 'LD  $@'
	@$(CC) $(SANFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS) -lcmocka $(ALLOCATOR)

$(REPLAYS): $(BUILD)/%: $(BUILD)/%.o $(BUILD)/tests/replay.o $(LIB)
	@echo 'LD  $@'
	@$(CC) $(SANFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(foreach t,$(TOOLS),$(eval $t: $(patsubst %.c,$(BUILD)/%.o,$(wildcard tests/$(notdir $t)/*.c))))
$(TOOLS): $(TYPESET) $(LIB)
	@echo 'LD  $@'
	@$(CC) $(SANFLAGS) $(LDFLAGS) -o $@ $(sort $(filter %.o,$^)) $(LIB) $(LDLIBS) $(TOOL_LIBS)

# Preloaded to let calls fail; a sanitizer allocates by itself.
$(FAULTS): tests/faults/faults.c tests/faults/journal.h Makefile
	@mkdir -p $(@D)
	@echo 'LD  $@'
	@$(CC) $(CSTD) $(WARN) $(if $(SAN),-DWITHOUT_ALLOCATE) $(CFLAGS) -fPIC -shared -o $@ $<

$(TOOL_SRC:%.c=$(BUILD)/%.o): private ALL_CFLAGS += $(TOOL_FLAGS)

# A changed Makefile can mean other flags, so everything depends on it.
$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D)
	@echo 'CC  $<'
	@$(CC) $(ALL_CFLAGS) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

demo:
	@tests/packages/install build
	@$(MAKE) --no-print-directory demo-run

demo-run: all
	@rm -rf $(BUILD)/demo
	@for pdf in samples/*/*.pdf; do \
	  $(PROGRAM) convert -o $(BUILD)/demo/$$(basename $$(dirname $$pdf)) $$pdf; [ $$? -le 1 ] || exit 1; \
	done
	@echo "What became of the samples (samples/*/*.pdf):"
	@ls -d $(BUILD)/demo/*/*.html

check:
	@tests/packages/install build check
	@$(MAKE) --no-print-directory check-run

check-run: programs
	@CC='$(CC)' BUILD='$(BUILD)' tests/run.sh

check-kills: programs
	@CC='$(CC)' BUILD='$(BUILD)' LOST_MOMENTS=240 tests/run.sh tests/check_lost.sh

check-long: programs
	@CC='$(CC)' BUILD='$(BUILD)' ATTACKS=many FAULTS_ALL=1 LOST_MOMENTS=240 tests/run.sh tests/check_complexity.sh \
	  tests/check_faults.sh tests/check_lost.sh

check-web:
	@tests/packages/install build web
	@$(MAKE) --no-print-directory all
	@BUILD='$(BUILD)' tests/run.sh tests/web/check.sh

bless: all
	@BUILD='$(BUILD)' tests/golden.sh bless
	@BUILD='$(BUILD)' tests/check_digest.sh bless

samples:
	@tests/packages/install build samples
	@$(MAKE) --no-print-directory $(BUILD)/typeset
	@BUILD='$(BUILD)' tests/typeset/samples.sh

bench:
	@tests/packages/install build bench
	@$(MAKE) --no-print-directory all
	@BUILD='$(BUILD)' bench/run.sh

headers:
	@for h in $(HEADERS); do \
	  if $(CC) $(ALL_CFLAGS) $(TOOL_FLAGS) -fsyntax-only -x c $$h; then echo "ok header $$h"; else echo "FAILED header $$h"; fi; \
	done

SHARE := $(DESTDIR)$(PREFIX)/share
DATA  := $(wildcard xslt/*.xsl schema/*.xsd profiles/*.xml signals/*.xml)
MAN   := $(wildcard man/*.[15])

install: all
	install -D $(BUILD)/sammandrag $(DESTDIR)$(PREFIX)/bin/sammandrag
	for f in $(DATA); do install -Dm644 $$f $(SHARE)/sammandrag/$$f || exit 1; done
	for f in $(MAN); do install -Dm644 $$f $(SHARE)/man/man$${f##*.}/$${f##*/} || exit 1; done

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/sammandrag $(foreach f,$(MAN),$(SHARE)/man/man$(subst .,,$(suffix $f))/$(notdir $f))
	rm -rf $(SHARE)/sammandrag

# Both print nothing when all is well. cppcheck does not see GLib's macros take ownership, so leaks are
# LeakSanitizer's matter; nor that a table's row says which type stands at an offset.
lint: $(LINTS)
	@cppcheck --quiet --std=c11 --enable=warning,performance,portability --inline-suppr --error-exitcode=1 \
	  --library=gtk '-DG_DEFINE_QUARK(name,function)=' '-DG_DEFINE_AUTOPTR_CLEANUP_FUNC(type,free)=' \
	  --suppress=missingIncludeSystem --suppress=memleak --suppress=invalidPointerCast \
	  -Istages -Ipipeline -Itests/typeset $(SOURCES)

$(LINTS): lint/%:
	@clang-tidy --quiet --warnings-as-errors='*' $* -- $(ALL_CFLAGS) $(TOOL_FLAGS) 2>/dev/null

format:
	clang-format -i $(SOURCES) $(HEADERS)

fuzz:
	@FUZZ_SECONDS='$(FUZZ_SECONDS)' LIBS='$(LDLIBS)' tests/fuzz.sh

picture: all
	@BUILD='$(BUILD)' docs/picture.sh

help:
	@sed -n 's/^#   //p' $(firstword $(MAKEFILE_LIST))

clean:
	rm -rf build

-include $(OBJ:.o=.d)
