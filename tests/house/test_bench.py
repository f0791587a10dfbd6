import json
from pathlib import Path

import pytest

from tools.bench import main, run

GOOD = '{"name": "first frame", "value": 0.4, "unit": "s", "limit": 0.5, "holds": true}'


def written(folder: Path, name: str, source: str) -> Path:
    program = folder / name
    program.write_text(source, encoding="utf-8")
    return program


def bench(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    assert main(folder) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_figure_is_passed_on_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(tmp_path, "bench_start.py", f"print('''{GOOD}''')")
    assert bench(tmp_path, capsys) == [json.loads(GOOD)]


def test_a_program_that_fails_keeps_its_figures_and_says_its_last_words(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    written(tmp_path, "bench_start.py", f"print('''{GOOD}''')\nraise SystemExit('no chromium here')")
    first, second = bench(tmp_path, capsys)
    assert first == json.loads(GOOD)
    assert second["name"] == "bench_start"
    assert second["holds"] is False
    assert second["problem"] == "status 1: no chromium here"


def test_a_line_that_is_no_figure_is_shown_as_a_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(tmp_path, "bench_start.py", 'print(\'{"name": "half a figure"}\')')
    assert [figure["problem"] for figure in bench(tmp_path, capsys)] == ['not a figure: {"name": "half a figure"}']


def test_a_program_that_does_not_end_is_ended(tmp_path: Path) -> None:
    program = written(tmp_path, "bench_hang.py", "import time\nprint('begun', flush=True)\ntime.sleep(60)")
    assert run(program, patience_s=0.5) == ("begun\n", "not finished after 0.5 s")


def test_one_programs_failure_does_not_stop_the_next(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(tmp_path, "bench_a.py", "raise SystemExit(3)")
    written(tmp_path, "bench_b.py", f"print('''{GOOD}''')")
    assert [figure["name"] for figure in bench(tmp_path, capsys)] == ["bench_a", "first frame"]
