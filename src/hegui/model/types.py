"""What a field may hold: the types of single values.

Each type gives the JSON Schema of its text, turns the text into a value, and says in
both languages what it expects. A schema names constraints for every JSON type side by
side and never a choice between schemas, so that every error is about one thing.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from hegui.model import duration, moment
from hegui.model.money import Money
from hegui.model.naming import kind_title
from hegui.model.reference import REFERENCE, Ref
from hegui.source.bilingual import Text, both

Path = tuple[str | int, ...]
Schema = dict[str, Any]

ABSENT = object()
"""What ``decode`` returns beside a trouble."""


class Trouble(NamedTuple):
    """A value that has the right shape and is wrong all the same."""

    rule: str
    path: Path
    values: dict[str, object]
    first: Path | None = None
    """Where the thing stands already, for what may stand only once."""


class FieldType:
    """The base of all field types."""

    expected: Text
    textual = False
    """Whether a plain scalar such as ``012`` is meant as these very characters."""
    plain = False
    """Whether the value is what YAML holds, with nothing to decode."""

    def schema(self, definitions: Schema) -> Schema:
        """JSON Schema 2020-12 of the value as YAML holds it; shared parts go into definitions."""
        raise NotImplementedError

    def decode(self, raw: Any, path: Path, troubles: list[Trouble]) -> Any:
        """The value of what the schema let pass; problems are appended to ``troubles``."""
        return raw

    def step(self, key: str | int) -> FieldType | None:
        """The type of what stands below ``key``, where this type has parts."""
        return None

    def bad(self, raw: object, path: Path, troubles: list[Trouble]) -> object:
        """Note that ``raw`` is not what is expected here."""
        values: dict[str, object] = {"found": str(raw), "expected": self.expected}
        troubles.append(Trouble("document/bad-value", path, values))
        return ABSENT


class String(FieldType):
    """A string of a given shape (a regular expression of ECMA 262 and of Python alike)."""

    textual = True
    plain = True

    def __init__(
        self, pattern: str | None = None, expected: Text = both("一段文字", "text")
    ) -> None:
        self.pattern = pattern
        self.expected = expected

    def schema(self, definitions: Schema) -> Schema:
        shape: Schema = {"type": "string", "minLength": 1}
        return shape if self.pattern is None else shape | {"pattern": self.pattern}


class Words(FieldType):
    """Text for people: a string, or ``{zh, en}``."""

    expected = both("文字，或 {zh: …, en: …}", "text, or {zh: …, en: …}")
    textual = True

    def schema(self, definitions: Schema) -> Schema:
        definitions.setdefault(
            "text",
            {
                "type": ["string", "object"],
                "minLength": 1,
                "properties": {
                    "zh": {"type": "string", "minLength": 1},
                    "en": {"type": "string", "minLength": 1},
                },
                "additionalProperties": False,
                "minProperties": 1,
            },
        )
        return {"$ref": "#/$defs/text"}

    def decode(self, raw: Any, path: Path, troubles: list[Trouble]) -> Any:
        return Text.of(raw)

    def step(self, key: str | int) -> FieldType | None:
        return String() if key in ("zh", "en") else None


class Cel(String):
    """An expression in CEL; ``scope`` names what it sees, as `hegui.expr.scope` lists it."""

    def __init__(self, scope: str) -> None:
        super().__init__(None, both("一个 CEL 表达式", "an expression in CEL"))
        self.scope = scope


class Choice(FieldType):
    """One of a closed list of words, each with its wording for people."""

    textual = True
    plain = True

    def __init__(self, options: Mapping[str, Text]) -> None:
        self.options = options

    @property
    def expected(self) -> Text:  # type: ignore[override]
        """The words allowed here."""
        words = list(self.options)
        return both(f"{'、'.join(words)} 之一", f"one of {', '.join(words)}")

    def schema(self, definitions: Schema) -> Schema:
        return {"type": "string", "enum": list(self.options)}


class Integer(FieldType):
    """A whole number."""

    def __init__(self, minimum: int = 0, maximum: int | None = None) -> None:
        self.minimum = minimum
        self.maximum = maximum

    @property
    def expected(self) -> Text:  # type: ignore[override]
        """The range allowed here."""
        if self.maximum is None:
            return both(f"不小于 {self.minimum} 的整数", f"a whole number from {self.minimum}")
        return both(
            f"{self.minimum} 到 {self.maximum} 的整数",
            f"a whole number from {self.minimum} to {self.maximum}",
        )

    def schema(self, definitions: Schema) -> Schema:
        shape: Schema = {"type": "integer", "minimum": self.minimum}
        return shape if self.maximum is None else shape | {"maximum": self.maximum}

    def decode(self, raw: Any, path: Path, troubles: list[Trouble]) -> Any:
        return int(raw)


class Number(FieldType):
    """A decimal number that is not negative."""

    expected = both("一个不为负的数", "a number that is not negative")

    def schema(self, definitions: Schema) -> Schema:
        return {"type": "number", "minimum": 0}

    def decode(self, raw: Any, path: Path, troubles: list[Trouble]) -> Any:
        return Decimal(str(raw))


class Boolean(FieldType):
    """``true`` or ``false``."""

    plain = True
    expected = both("true 或 false", "true or false")

    def schema(self, definitions: Schema) -> Schema:
        return {"type": "boolean"}


class Percent(FieldType):
    """``60%``; decoded to a Decimal between 0 and 1."""

    expected = both("0% 到 100% 的百分比，如 60%", "a percentage from 0% to 100%, as 60%")
    textual = True

    def schema(self, definitions: Schema) -> Schema:
        return {"type": "string", "pattern": r"^(100|[0-9]{1,2}(\.[0-9]{1,4})?)%$"}

    def decode(self, raw: Any, path: Path, troubles: list[Trouble]) -> Any:
        return Decimal(raw[:-1]) / 100


class Moment(FieldType):
    """A date, or an instant with its zone."""

    expected = both(
        "日期，如 2026-11-23；或带时区的时刻，如 2026-11-23T16:40+08:00",
        "a date as 2026-11-23, or an instant with zone as 2026-11-23T16:40+08:00",
    )
    textual = True

    def schema(self, definitions: Schema) -> Schema:
        return {"type": "string", "pattern": f"^({moment.DATE}|{moment.INSTANT})$"}

    def decode(self, raw: Any, path: Path, troubles: list[Trouble]) -> Any:
        value = moment.parse_moment(raw)
        return self.bad(raw, path, troubles) if value is None else value


class Day(Moment):
    """A date alone."""

    expected = both("日期，如 2026-11-23", "a date as 2026-11-23")

    def schema(self, definitions: Schema) -> Schema:
        return {"type": "string", "pattern": f"^{moment.DATE}$"}


class When(Moment):
    """A date, an instant, or the name of a milestone (``closing``)."""

    expected = both(
        "日期、带时区的时刻，或里程碑的名称（如 closing）",
        "a date, an instant with zone, or the name of a milestone (as closing)",
    )

    def schema(self, definitions: Schema) -> Schema:
        name = r"(milestone/)?[a-z][a-z0-9-]*(#[a-z][a-z0-9-]*)?"
        return {"type": "string", "pattern": f"^({moment.DATE}|{moment.INSTANT}|{name})$"}

    def decode(self, raw: Any, path: Path, troubles: list[Trouble]) -> Any:
        if raw[:1].isdigit():
            return Moment.decode(self, raw, path, troubles)
        return Ref.parse(raw, "milestone") or self.bad(raw, path, troubles)


class Span(FieldType):
    """A duration: ``90 days`` or ``P90D``."""

    expected = both(
        "期间，如 90 days、30 working days 或 P90D",
        "a duration as 90 days, 30 working days or P90D",
    )
    textual = True

    def schema(self, definitions: Schema) -> Schema:
        return {"type": "string", "pattern": duration.PATTERN}

    def decode(self, raw: Any, path: Path, troubles: list[Trouble]) -> Any:
        return duration.Duration.parse(raw) or self.bad(raw, path, troubles)


class Sum(FieldType):
    """Money: ``{amount: 412000000, currency: CNY}``."""

    expected = both(
        "金额，如 {amount: 120000, currency: CNY}", "money as {amount: 120000, currency: CNY}"
    )

    def schema(self, definitions: Schema) -> Schema:
        definitions.setdefault(
            "money",
            {
                "type": "object",
                "properties": {
                    "amount": {"type": "number", "minimum": 0},
                    "currency": {"type": "string", "pattern": "^[A-Z]{3}$"},
                },
                "required": ["amount", "currency"],
                "additionalProperties": False,
            },
        )
        return {"$ref": "#/$defs/money"}

    def decode(self, raw: Any, path: Path, troubles: list[Trouble]) -> Any:
        return Money(Decimal(str(raw["amount"])), raw["currency"])

    def step(self, key: str | int) -> FieldType | None:
        if key == "amount":
            return Number()
        return CURRENCY if key == "currency" else None


class Reference(FieldType):
    """The name of an item of one of ``kinds``.

    The first of ``kinds`` is meant where no kind is written, unless ``explicit``.
    A ``soft`` reference may name what this repository does not have; with ``itself`` an item
    may name itself.
    """

    textual = True

    def __init__(
        self,
        kinds: tuple[str, ...],
        *,
        explicit: bool = False,
        soft: bool = False,
        itself: bool = False,
    ) -> None:
        self.kinds = kinds
        self.explicit = explicit
        self.soft = soft
        self.itself = itself

    @property
    def expected(self) -> Text:  # type: ignore[override]
        """The kinds allowed here."""
        if self.explicit:
            shapes = [f"{kind}/…" for kind in self.kinds]
            return both(
                f"带类别的编号：{'、'.join(shapes)}", f"an id with its kind: {', '.join(shapes)}"
            )
        titles = [kind_title(kind) for kind in self.kinds]
        return both(
            f"{'或'.join(title.get('zh') for title in titles)}的编号",
            f"an id of kind {' or '.join(title.get('en') for title in titles)}",
        )

    def schema(self, definitions: Schema) -> Schema:
        return {"type": "string", "pattern": REFERENCE}

    def decode(self, raw: Any, path: Path, troubles: list[Trouble]) -> Any:
        ref = Ref.parse(raw, None if self.explicit else self.kinds[0])
        return self.bad(raw, path, troubles) if ref is None else ref


class Facts(FieldType):
    """An open mapping whose fields another document declares."""

    plain = True
    expected = both("键值对", "a mapping")

    def schema(self, definitions: Schema) -> Schema:
        return {"type": "object"}


SLUG = String(
    r"^[a-z0-9][a-z0-9._-]*$",
    both("小写字母、数字与连字符", "lower-case letters, digits and hyphens"),
)
CURRENCY = String(r"^[A-Z]{3}$", both("三位货币代码，如 CNY", "a currency code as CNY"))
DIGEST = String(
    r"^[0-9a-f]{64}$", both("64 位十六进制 SHA-256 摘要", "a SHA-256 digest of 64 hex digits")
)
FILE = String(
    r"""^[^/\\:*?"<>|\x00-\x1f][^\\:*?"<>|\x00-\x1f]*$""",
    both("仓库内的相对路径，用 / 分隔", "a relative path inside the repository, with /"),
)
COUNTRY = String(r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$", both("地区代码，如 CN", "a region code as CN"))
