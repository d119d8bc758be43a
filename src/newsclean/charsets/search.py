"""The cheapest way to cut bytes into characters (Viterbi), where leaving a byte out has its price."""

from __future__ import annotations

from .alphabets import LOST, Alphabet


def likeliest(part: bytes, first: Alphabet, second: Alphabet | None) -> tuple[str, list[int], bool, float]:
    """The cheapest way through the bytes: its characters, the places of what is lost, was the second used, its cost."""
    length = len(part)
    costs: list[float] = [1e9] * (length + 7)
    steps: list[tuple[int, str, bool]] = [(0, "", False)] * (length + 7)
    costs[0] = 0
    for place in range(length):
        here = costs[place]
        for size, character, level, foreign in first.ways(part, place, second):
            cost = here + level
            if cost < costs[place + size]:
                costs[place + size] = cost
                steps[place + size] = (place, character, foreign)
    characters: list[str] = []
    lost: list[int] = []
    foreign_used = False
    place = length
    end = length
    while place > 0:
        before, character, foreign = steps[place]
        foreign_used = foreign_used or foreign
        if character != LOST:
            characters.append(character)
            end = before
        elif characters and characters[-1] == LOST and end - before <= first.widest:
            lost[-1] = before  # neighbouring bytes of what was one character
        else:
            characters.append(LOST)
            lost.append(before)
            end = place
        place = before
    return "".join(reversed(characters)), lost[::-1], foreign_used, costs[length]
