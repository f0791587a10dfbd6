from tests.kiosk.lockdown.document import CASES, FILE, document


def test_the_documentation_lists_every_case() -> None:
    assert FILE.read_text(encoding="utf-8") == document()


def test_every_case_has_a_name_of_its_own_and_there_are_enough() -> None:
    names = {case.name for case in CASES}
    assert len(names) == len(CASES) >= 120
