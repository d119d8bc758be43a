"""Messages between the parent and a worker: a length, then MessagePack."""

from __future__ import annotations

import struct
from typing import BinaryIO

import msgspec

from .chunks import Chunk
from .work import Part

HEADER = struct.Struct("<Q")


class Task(msgspec.Struct, frozen=True):
    """What the parent asks for."""

    chunk: Chunk
    begin: int = 0
    end: int | None = None


task_decoder = msgspec.msgpack.Decoder(Task)
part_decoder = msgspec.msgpack.Decoder(Part)
encoder = msgspec.msgpack.Encoder()


def send(stream: BinaryIO, message: msgspec.Struct) -> None:
    """Write one message."""
    data = encoder.encode(message)
    stream.write(HEADER.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO) -> bytes | None:
    """Read one message; None where the other side is gone."""
    header = stream.read(HEADER.size)
    if len(header) < HEADER.size:
        return None
    (size,) = HEADER.unpack(header)
    data = stream.read(size)
    return data if len(data) == size else None
