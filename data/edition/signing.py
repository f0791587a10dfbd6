"""Signing manifests and checking signatures, by the algorithm a manifest names.

Keys are PEM files: the private one on the staff's side only, the trusted public ones wherever editions are received.
A site that must use another algorithm (SM2) adds it here under its own name.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from data.edition.files import write_whole

ALGORITHM = "ed25519"
PRIVATE_NAME = "private.pem"
TRUSTED_NAME = "trusted"


@dataclass(frozen=True, slots=True)
class Signer:
    """The staff's side of a key pair."""

    key: Ed25519PrivateKey

    @property
    def algorithm(self) -> str:
        """The name a manifest carries."""
        return ALGORITHM

    def sign(self, body: bytes) -> bytes:
        """The signature over exactly these bytes."""
        return self.key.sign(body)


@dataclass(frozen=True, slots=True)
class Verifier:
    """The lobby's side: the public keys it trusts, by file name."""

    keys: Mapping[str, Ed25519PublicKey]

    def verify(self, algorithm: str, body: bytes, signature: bytes) -> str:
        """The name of the trusted key that signed `body`. ValueError where none did, or the algorithm is unknown."""
        if algorithm != ALGORITHM:
            raise ValueError(f"签名算法 {algorithm} 本程序不认识。请先升级本机程序。")
        for name, key in self.keys.items():
            if _signed(key, body, signature):
                return name
        raise ValueError("签名不符：这期内容不是由受信任的密钥签发的，未接收。")


def make_keys(folder: Path, name: str) -> Signer:
    """Make a key pair: `private.pem`, its owner's alone, and `trusted/NAME.pem`. FileExistsError where one is there."""
    private = folder / PRIVATE_NAME
    if private.exists():
        raise FileExistsError(f"{private} 已存在，不会覆盖。")
    key = Ed25519PrivateKey.generate()
    (folder / TRUSTED_NAME).mkdir(parents=True, exist_ok=True)
    public_pem = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    write_whole(folder / TRUSTED_NAME / f"{name}.pem", public_pem)
    write_whole(private, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()), mode=0o600)
    return Signer(key)


def load_signer(folder: Path) -> Signer:
    """The signer in a keys folder. OSError where there is none, ValueError where the file is no such key."""
    path = folder / PRIVATE_NAME
    key = load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise ValueError(f"{path} 不是 Ed25519 私钥。")
    return Signer(key)


def load_verifier(folder: Path) -> Verifier:
    """Every public key in `trusted/`. ValueError names a file that is none."""
    return Verifier({path.name: _public_key(path) for path in sorted((folder / TRUSTED_NAME).glob("*.pem"))})


def _public_key(path: Path) -> Ed25519PublicKey:
    try:
        key = load_pem_public_key(path.read_bytes())
    except ValueError as error:
        raise ValueError(f"{path} 不是公钥文件。") from error
    if not isinstance(key, Ed25519PublicKey):
        raise ValueError(f"{path} 不是 Ed25519 公钥。")
    return key


def _signed(key: Ed25519PublicKey, body: bytes, signature: bytes) -> bool:
    try:
        key.verify(signature, body)
    except InvalidSignature:
        return False
    return True
