"""What we write is BPMN to others: to OMG's own schema, and to bpmn.io in a real browser."""

import json
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from data.flows.bpmn.read import read_bpmn
from data.flows.bpmn.write import write_bpmn
from data.records import Power
from data.sample.powers import powers as sample_powers
from tests.data.flows.flows import powers
from tests.data.flows.test_bpmn_write import LICENCE, ends
from tests.helpers import foreign

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow

SCHEMA = ("spiffworkflow==3.2.0", "fd2c4d3c2674e9e6b15c4db262b1a09f0ca11ce6638f8cceef0997f42aa5cb96")
"""A package that carries OMG's schema of 2010-05-24 as it was published."""
BPMN_IO = (
    "bpmn-js@18.31.1",
    "Hc7LzrgwfcBRUAdI/380Q2v1MJ115atGEVGadawLfDbHdo+r+IkmNj8fuYPFmWglUYt1KYIaC46OeX16HGTKQw==",
)

OPEN = """async (text) => {
  const holder = document.createElement("div");
  holder.style.cssText = "width: 1200px; height: 900px";
  document.body.replaceChildren(holder);
  const modeler = new BpmnJS({container: holder});
  const told = await modeler.importXML(text);
  const drawn = modeler.get("elementRegistry").filter(one => one.type !== "label").map(one => one.id);
  const saved = await modeler.saveXML({format: true});
  modeler.destroy();
  return JSON.stringify({warnings: told.warnings.map(one => one.message), drawn, xml: saved.xml});
}"""


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """OMG's BPMN20.xsd."""
    try:
        folder = foreign.wheel(*SCHEMA)
    except foreign.NotToBeHad as reason:
        pytest.skip(f"OMG's schema cannot be had: {reason}")
    return etree.XMLSchema(etree.parse(folder / "SpiffWorkflow/bpmn/parser/schema/BPMN20.xsd"))


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(power=powers())
def test_any_flow_is_valid_against_omg_s_schema(schema: etree.XMLSchema, power: Power) -> None:
    assert faults(schema, power) == []


def test_every_flow_of_the_sample_is_valid_against_omg_s_schema(schema: etree.XMLSchema) -> None:
    drawn = [power for power in sample_powers() if power.steps]
    assert len(drawn) >= 20
    assert {power.key: faults(schema, power) for power in drawn if faults(schema, power)} == {}


def test_the_schema_would_refuse_what_is_out_of_order(schema: etree.XMLSchema) -> None:
    root = etree.fromstring(write_bpmn(LICENCE))
    root.append(root[0])
    assert not schema.validate(root)


def faults(schema: etree.XMLSchema, power: Power) -> list[str]:
    """What the schema has against the file of a power."""
    schema.validate(etree.fromstring(write_bpmn(power)))
    return [f"{error.line}: {error.message}" for error in schema.error_log]


@pytest.fixture(scope="module")
def bpmn_io() -> Iterator["Page"]:
    """A page with bpmn.io's modeler in Chromium."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = which("chromium") or which("chromium-browser") or which("google-chrome")
    if chromium is None:
        pytest.skip("Chromium is not installed (apt install chromium)")
    try:
        script = foreign.npm_package(*BPMN_IO) / "package/dist/bpmn-modeler.production.min.js"
    except foreign.NotToBeHad as reason:
        pytest.skip(f"bpmn-js cannot be had: {reason}")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.set_content("<!doctype html><title>bpmn.io</title>")
        page.add_script_tag(content=script.read_text("utf-8"))
        yield page
        browser.close()


def opened(page: "Page", body: bytes) -> dict[str, list[str] | str]:
    """What bpmn.io has against a file, the elements it draws, and what it saves."""
    return dict(json.loads(page.evaluate(OPEN, body.decode())))


@pytest.mark.parametrize(
    "power", [LICENCE, *(one for one in sample_powers() if one.steps)], ids=lambda power: power.key
)
def test_bpmn_io_opens_what_we_write_and_we_what_it_saves(bpmn_io: "Page", power: Power) -> None:
    told = opened(bpmn_io, write_bpmn(power))
    assert told["warnings"] == []
    assert {f"step_{step.number}" for step in power.steps} <= set(told["drawn"])
    flow = read_bpmn(str(told["xml"]).encode())
    assert ends(flow.steps) == ends(power.steps)
    assert [(step.number, step.limit, step.risks) for step in flow.steps] == [
        (step.number, step.limit, step.risks) for step in power.steps
    ]
    assert flow.drawing is not None


def test_bpmn_io_opens_any_flow_of_sixty_steps(bpmn_io: "Page") -> None:
    sizes: list[int] = []

    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    @given(powers())
    def open_one(power: Power) -> None:
        told = opened(bpmn_io, write_bpmn(power))
        assert told["warnings"] == []
        assert ends(read_bpmn(str(told["xml"]).encode()).steps) == ends(power.steps)
        sizes.append(len(power.steps))

    open_one()
    assert max(sizes) >= 40


def test_the_suite_s_own_files_open_in_it_too(bpmn_io: "Page", conformance: Path) -> None:
    """That the check itself is fair: what others wrote opens, but for a word on its encoding."""
    told = opened(bpmn_io, (conformance / "bpmn-miwg" / "A.1.0.bpmn").read_bytes())
    assert [warning for warning in told["warnings"] if "encoding" not in warning] == []
    assert len(told["drawn"]) > 5
