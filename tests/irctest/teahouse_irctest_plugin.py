"""A small pytest plugin that run loads before irctest's own conftest.

It does three things, none of which changes what a test asks of the server:

* It lets irctest load on a pytest whose pluggy predates 1.2, the first release
  with ``hookimpl(wrapper=True)``.  Such a hook is rewritten as an old-style hook
  wrapper with the same meaning.
* It gives every test a time limit.  irctest's mock client waits for ever when a
  server neither answers nor hangs up, so one deadlock would stop the whole run.
* It keeps a machine-readable list of results (``--teahouse-results FILE``), from
  which run prints its summary.
"""

from __future__ import annotations

import functools
import inspect
import json
import os
import signal
import sys

import pluggy
import pytest


def _version(text):
    return tuple(int(part) for part in text.split("+")[0].split(".")[:2])


def _as_old_style_wrapper(function):
    """Turn a new-style hook wrapper (``return (yield)``) into an old-style one."""

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        inner = function(*args, **kwargs)
        next(inner)
        outcome = yield
        try:
            try:
                value = outcome.get_result()
            except BaseException as error:  # hand the failure to the wrapper
                inner.throw(error)
            else:
                inner.send(value)
        except StopIteration as finished:
            outcome.force_result(finished.value)
        except BaseException:
            outcome._excinfo = sys.exc_info()
        else:
            raise RuntimeError("hook wrapper yielded twice")

    # pluggy reads argument names without following __wrapped__.
    wrapper.__signature__ = inspect.signature(function)
    return wrapper


def _teach_hookimpl_about_wrapper():
    original = pytest.hookimpl

    def hookimpl(function=None, **options):
        new_style = options.pop("wrapper", False)
        if not new_style:
            return original(function, **options) if function else original(**options)

        def mark(target):
            return original(hookwrapper=True, **options)(_as_old_style_wrapper(target))

        return mark(function) if function else mark

    pytest.hookimpl = hookimpl


if _version(pluggy.__version__) < (1, 2):
    _teach_hookimpl_about_wrapper()


class TestTookTooLong(Exception):
    """The server (or the test) did not come to an end within the limit."""

    __test__ = False


def pytest_addoption(parser):
    parser.addoption(
        "--teahouse-results",
        default=None,
        metavar="FILE",
        help="append one JSON line per test, with its outcome, to FILE",
    )
    parser.addoption(
        "--teahouse-time-limit",
        type=int,
        default=120,
        metavar="SECONDS",
        help="fail a test phase that runs longer than this (0: no limit)",
    )


@pytest.fixture(autouse=True)
def _time_limit(request):
    """Arm an alarm around the test; irctest's own set-up runs inside it as well."""
    seconds = request.config.getoption("--teahouse-time-limit")
    if not seconds or not hasattr(signal, "SIGALRM"):
        yield
        return

    def on_alarm(signum, frame):
        raise TestTookTooLong(f"no end after {seconds} s")

    previous = signal.signal(signal.SIGALRM, on_alarm)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, previous)


class ResultList:
    """Collects reports into one outcome per test."""

    def __init__(self, path):
        self.path = path
        self.outcomes = {}

    def pytest_deselected(self, items):
        for item in items:
            self._note(item.nodeid, "deselected", "")

    def pytest_runtest_logreport(self, report):
        reason = ""
        if report.skipped:
            outcome = "xfailed" if hasattr(report, "wasxfail") else "skipped"
            if isinstance(report.longrepr, tuple):
                reason = str(report.longrepr[2])
        elif report.failed:
            outcome = "failed" if report.when == "call" else "error"
            reason = str(report.longrepr).strip().splitlines()[-1] if report.longrepr else ""
            crash = getattr(report.longrepr, "reprcrash", None)
            if crash is not None:
                reason = crash.message.splitlines()[0] if crash.message else reason
        elif report.when == "call":
            outcome = "xpassed" if hasattr(report, "wasxfail") else "passed"
        else:
            return
        self._note(report.nodeid, outcome, reason)

    def _note(self, nodeid, outcome, reason):
        # A failure anywhere (also in set-up or tear-down) outranks the rest.
        if self.outcomes.get(nodeid, {}).get("outcome") not in ("failed", "error"):
            self.outcomes[nodeid] = {"test": nodeid, "outcome": outcome, "reason": reason}

    def pytest_sessionfinish(self, session):
        with open(self.path, "w", encoding="utf-8") as out:
            for record in self.outcomes.values():
                out.write(json.dumps(record, ensure_ascii=False) + "\n")


def pytest_configure(config):
    path = config.getoption("--teahouse-results")
    # Under pytest-xdist the controlling process sees every report; workers must not.
    if path and "PYTEST_XDIST_WORKER" not in os.environ:
        config.pluginmanager.register(ResultList(path), "teahouse-result-list")
