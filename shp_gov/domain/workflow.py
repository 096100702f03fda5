"""A state machine as a table."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from shp_gov.domain.errors import DomainError
from shp_gov.domain.permissions import Permission


class TransitionRefused(DomainError):
    """This step cannot be taken from the state the record is in."""


@dataclass(frozen=True)
class Transition:
    """One step: its name, the state it leaves, the state it reaches and who may take it."""

    name: str
    source: StrEnum
    target: StrEnum
    permission: Permission


class Workflow:
    """The steps that a kind of record may take."""

    def __init__(self, noun: str, *transitions: Transition) -> None:
        self.noun = noun
        self.transitions = transitions

    def target(self, name: str, source: StrEnum) -> StrEnum:
        """Tell the state that a step leads to, or refuse it with a sentence."""
        for step in self.transitions:
            if step.name == name and step.source == source:
                return step.target
        verb = name.replace("_", " ")
        raise TransitionRefused(f"You cannot {verb} this {self.noun}: it is {source.replace('_', ' ')}.")

    def available(self, source: StrEnum, allowed: Collection[Permission]) -> list[Transition]:
        """List the steps that someone with these permissions may take from here."""
        return [step for step in self.transitions if step.source == source and step.permission in allowed]
