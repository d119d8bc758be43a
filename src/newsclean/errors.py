"""What can go wrong, drawn as a tree.

::

    NewscleanError
    ├── InputError                the input cannot be read as a document
    │   ├── EmptyInputError       nothing in it, or only white space
    │   ├── BinaryInputError      a picture, an archive, a program: not text
    │   ├── InputTooLargeError    over a limit in Options.limits; names the limit
    │   └── InputTypeError        parse() was given something that is no document
    ├── UnknownEncodingError      encoding= names no charset that Python knows
    ├── OptionError               an option or argument has a value that it cannot have
    ├── FrontMatterError          the YAML between the --- lines cannot be used
    ├── RuleError                 a rule or site file does not hold together
    ├── ConversionError           convert() was asked for a script it does not know
    ├── MergeError                the pages given to merge() do not belong together
    ├── ReadError                 a file or archive cannot be read
    └── WriteError                an output cannot be written

Every message says what is wrong and what to try.  It is English; its `template` and `values` tell a program the same,
and let one that speaks another language say it there.
"""

from __future__ import annotations


class NewscleanError(Exception):
    """The base of everything that newsclean raises on purpose."""

    template: str
    """The message before its values were filled in: equal for all errors of one cause."""
    values: dict[str, str | int | float]
    """What was filled in, by name."""

    def __init__(self, template: str, /, **values: str | int | float) -> None:
        super().__init__(template.format(**values) if values else template)
        self.template = template
        self.values = values


def phrase(words: str) -> str:
    """The words, as they are: marks a fixed piece of a message that is filled in as a value."""
    return words


class InputError(NewscleanError, ValueError):
    """The input cannot be read as a document."""


class EmptyInputError(InputError):
    """The input is empty, or holds only white space."""


class BinaryInputError(InputError):
    """The input is a picture, an archive, a program: not text."""


class InputTooLargeError(InputError):
    """The input is over a limit of ``Options.limits``; the message names the limit."""


class InputTypeError(InputError, TypeError):
    """``parse`` was given something that is neither bytes, str, an lxml tree nor a bs4 soup."""


class UnknownEncodingError(NewscleanError, LookupError):
    """``encoding=`` names no charset that Python knows."""


class OptionError(NewscleanError, ValueError):
    """An option or an argument has a value that it cannot have; the message names it."""


class FrontMatterError(NewscleanError, ValueError):
    """The YAML between the ``---`` lines cannot be used."""


class RuleError(NewscleanError, ValueError):
    """A rule file or a site file does not hold together."""


class ConversionError(NewscleanError, ValueError):
    """``convert`` was asked for a script that it does not know."""


class MergeError(NewscleanError, ValueError):
    """The articles given to ``merge`` are not pages of one article."""


class ReadError(NewscleanError, OSError):
    """A file or an archive cannot be read."""


class WriteError(NewscleanError, OSError):
    """An output cannot be written."""
