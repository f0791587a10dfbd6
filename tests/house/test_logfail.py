import pytest

from tests.helpers.logfail import complaints

CONFTEST = "from tests.helpers.logfail import unannounced_warnings\n"
MARKER = """
[pytest]
markers = expected_log: announced warnings
"""


@pytest.fixture
def trial(pytester: pytest.Pytester) -> pytest.Pytester:
    pytester.makeconftest(CONFTEST)
    pytester.makeini(MARKER)
    return pytester


def outcome(trial: pytest.Pytester, body: str, mark: str = "") -> pytest.RunResult:
    trial.makepyfile(f"import logging, pytest\n{mark}\ndef test_it():\n    {body}\n")
    return trial.runpytest_inprocess("-p", "no:pytester", "-p", "no:pytest-qt", "-p", "no:xdist")


def test_a_silent_test_passes(trial: pytest.Pytester) -> None:
    outcome(trial, "logging.getLogger('sign').info('connected')").assert_outcomes(passed=1)


# The trial runs in this process, so its warning reaches this test too.
@pytest.mark.expected_log("no answer from COM3")
def test_an_unannounced_warning_fails_and_is_quoted(trial: pytest.Pytester) -> None:
    result = outcome(trial, "logging.getLogger('sign').warning('no answer from %s', 'COM3')")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*logged without being announced: WARNING sign: no answer from COM3*"])


# The trial runs in this process, so its warning reaches this test too.
@pytest.mark.expected_log("no answer from COM3")
def test_an_announced_warning_passes(trial: pytest.Pytester) -> None:
    mark = "@pytest.mark.expected_log('no answer from COM.')"
    outcome(trial, "logging.getLogger('sign').warning('no answer from COM3')", mark).assert_outcomes(passed=1)


def test_an_announced_warning_that_never_comes_fails(trial: pytest.Pytester) -> None:
    result = outcome(trial, "pass", "@pytest.mark.expected_log('no answer')")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*announced but never logged: no answer*"])


def test_one_announcement_does_not_cover_another_warning() -> None:
    assert complaints(["WARNING sign: no answer", "ERROR sign: on fire"], ["no answer"]) == [
        "logged without being announced: ERROR sign: on fire",
    ]
