"""How staff reach the pages: over TLS with certificate files, or through a proxy whose word about people is trusted."""

import os
import re
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from data.desk.settings import Access
from data.desk.web.app import make_app
from data.store.history import newest_entries
from data.store.signing_in import set_active
from tests.data.desk.web.conftest import EDITOR, REVIEWER
from tests.helpers.staff import Staff
from tests.helpers.web import HOST, PASSWORD, served, words

HEADER = "X-Remote-User"


def behind(staff: Staff, **access: object) -> Staff:
    """The same desk with other settings."""
    settings = replace(staff.desk.settings, access=Access(**access))  # type: ignore[arg-type]  # fields by name
    staff.desk = replace(staff.desk, settings=settings)
    return staff


@contextmanager
def pages(staff: Staff) -> Iterator[httpx.Client]:
    with served(make_app(staff.desk, [HOST, "desk.example.gov.cn"])) as client:
        yield client


def said_by(name: str) -> dict[str, str]:
    return {HEADER: quote(name)}


def test_a_trusted_proxy_says_who_somebody_is(staff: Staff) -> None:
    behind(staff, proxies=(HOST,), login_header=HEADER)
    with pages(staff) as client:
        answer = client.get("/sign-in?next=/review", headers=said_by(EDITOR))
        assert answer.headers["location"] == "/review"
        assert client.get("/review", headers=said_by(EDITOR)).status_code == 200
    with staff.desk.reading() as session:
        (entry,) = newest_entries(session, 1)
    assert (entry.by, entry.action, entry.detail) == (EDITOR, "sign-in", f"{HOST} proxy")


def test_a_session_is_of_no_use_to_whom_the_proxy_calls_otherwise(staff: Staff) -> None:
    behind(staff, proxies=(HOST,), login_header=HEADER)
    with pages(staff) as client:
        client.get("/sign-in", headers=said_by(EDITOR))
        for other in (said_by(REVIEWER), said_by(""), {}):
            assert client.get("/review", headers=other).status_code == 303
        twice = httpx.Headers([*said_by(EDITOR).items(), *said_by(EDITOR).items()])
        assert client.get("/review", headers=twice).status_code == 303


def test_nobody_but_the_proxy_is_believed(staff: Staff) -> None:
    behind(staff, proxies=("10.9.8.7",), login_header=HEADER)
    with pages(staff) as client:
        answer = client.get("/sign-in", headers={**said_by(EDITOR), "X-Forwarded-For": "10.9.8.7"})
        assert "请从统一登录的地址进入" in answer.text
        assert "set-cookie" not in answer.headers
        form = {"name": EDITOR, "password": PASSWORD}
        assert "请从统一登录的地址进入" in client.post("/sign-in", data=form).text


def test_whom_the_proxy_names_must_work_here(staff: Staff) -> None:
    behind(staff, proxies=(HOST,), login_header=HEADER)
    with staff.desk.writing() as session:
        set_active(session, staff.act("console"), EDITOR, active=False)
    with pages(staff) as client:
        assert "没有叫“路人”的用户" in words(client.get("/sign-in", headers=said_by("路人")).text)
        assert f"用户“{EDITOR}”已停用" in words(client.get("/sign-in", headers=said_by(EDITOR)).text)
    with staff.desk.reading() as session:
        assert [entry.action for entry in newest_entries(session, 2)] == ["sign-in-failed", "sign-in-failed"]


def test_signing_out_goes_on_to_where_the_single_sign_on_is_left(staff: Staff) -> None:
    target = "https://login.example.gov.cn/logout?from=openhall"
    behind(staff, proxies=(HOST,), login_header=HEADER, sign_out=target)
    with pages(staff) as client:
        client.get("/sign-in", headers=said_by(EDITOR))
        found = re.search(r'name="csrf" value="(\w+)"', client.get("/account", headers=said_by(EDITOR)).text)
        assert found is not None
        answer = client.post("/sign-out", data={"csrf": found[1]}, headers=said_by(EDITOR))
        assert answer.headers["refresh"] == f"0; url={target}"
        assert target in answer.text
        assert client.get("/review", headers=said_by(EDITOR)).status_code == 303


def test_without_the_setting_the_header_says_nothing(staff: Staff) -> None:
    behind(staff, proxies=(HOST,))
    with pages(staff) as client:
        assert client.get("/sign-in", headers=said_by(EDITOR)).status_code == 200
        assert client.get("/review", headers=said_by(EDITOR)).status_code == 303


@pytest.mark.parametrize("proxies", [(HOST,), ("127.0.0.0/8",)])
def test_behind_tls_of_a_proxy_cookies_stay_on_tls(staff: Staff, proxies: tuple[str, ...]) -> None:
    behind(staff, proxies=proxies)
    forwarded = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"}
    with pages(staff) as client:
        answer = client.post("/sign-in", data={"name": EDITOR, "password": PASSWORD}, headers=forwarded)
        assert "secure" in answer.headers["set-cookie"].lower()
        assert "max-age" in answer.headers["strict-transport-security"]
    with staff.desk.reading() as session:
        (entry,) = newest_entries(session, 1)
    assert entry.detail == "192.0.2.7"


def test_where_a_request_came_from_is_not_taken_from_strangers(staff: Staff) -> None:
    with pages(staff) as client:
        forwarded = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"}
        answer = client.post("/sign-in", data={"name": EDITOR, "password": PASSWORD}, headers=forwarded)
        assert "strict-transport-security" not in answer.headers
    with staff.desk.reading() as session:
        (entry,) = newest_entries(session, 1)
    assert entry.detail == HOST


def test_pages_answer_over_tls_with_certificate_files(staff: Staff) -> None:
    certificate = make_certificate(staff.folder)
    (staff.folder / "openhall.toml").write_text(
        '[desk]\ncertificate = "desk.pem"\nkey = "desk.key"\n', encoding="utf-8"
    )
    with serving(staff.folder) as (process, address):
        assert address.startswith("https://")
        trusting = ssl.create_default_context(cafile=str(certificate))
        with httpx.Client(verify=trusting, trust_env=False) as client:
            answer = client.get(address)
        assert answer.status_code == 200
        assert "max-age" in answer.headers["strict-transport-security"]
        assert process.poll() is None


def test_a_certificate_with_another_key_is_told(staff: Staff) -> None:
    make_certificate(staff.folder)
    first = (staff.folder / "desk.pem").read_bytes()
    make_certificate(staff.folder)
    (staff.folder / "desk.pem").write_bytes(first)
    (staff.folder / "openhall.toml").write_text(
        '[desk]\ncertificate = "desk.pem"\nkey = "desk.key"\n', encoding="utf-8"
    )
    with serving(staff.folder) as (process, address):
        assert address == ""
        assert process.wait(30) == 1
        assert process.stderr is not None
        said = process.stderr.read()
    assert "不能用" in said
    assert "Traceback" not in said


@contextmanager
def serving(home: Path) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """`desk serve` over that home, and the address it tells; empty where it tells none."""
    process = subprocess.Popen(
        [sys.executable, "-m", "data.desk", "serve", "--port", "0"],
        env={**os.environ, "OPENHALL_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        assert process.stdout is not None
        yield process, process.stdout.readline().strip()
    finally:
        process.terminate()
        process.communicate(timeout=30)


def make_certificate(folder: Path) -> Path:
    """A certificate of our own for 127.0.0.1 as desk.pem, its key as desk.key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "desk")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(HOST))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "desk.pem"
    path.write_bytes(certificate.public_bytes(Encoding.PEM))
    (folder / "desk.key").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return path
