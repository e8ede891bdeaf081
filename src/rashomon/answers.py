"""Records that answer a question, and tables made of them on request."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

R = TypeVar("R")


@dataclass(frozen=True)
class Answer(Sequence[R], Generic[R]):
    """Records that answer a question; tables on request, with one column a field of docs/format.md.

    Attributes:
        records: the answer.
        shape: record -> the JSON object of docs/format.md.
    """

    records: tuple[R, ...]
    shape: Callable[[R], dict[str, Any]]

    def __len__(self) -> int:
        return len(self.records)

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[R]: ...
    def __getitem__(self, index: int | slice) -> R | Sequence[R]:
        return self.records[index]

    def to_dicts(self) -> list[dict[str, Any]]:
        """Give the JSON objects of docs/format.md, private persons by role unless the ledger was opened with names."""
        return [self.shape(record) for record in self.records]

    def to_arrow(self) -> "pa.Table":
        """Give a pyarrow Table.

        Raises:
            ImportError: pyarrow is not installed (`pip install rashomon[tables]`).
        """
        import pyarrow as pa  # noqa: PLC0415

        return pa.Table.from_pylist(self.to_dicts())

    def to_pandas(self) -> "pd.DataFrame":
        """Give a pandas DataFrame.

        Raises:
            ImportError: pandas is not installed (`pip install rashomon[tables]`).
        """
        import pandas as pd  # noqa: PLC0415

        return pd.DataFrame(self.to_dicts())

    def to_polars(self) -> "pl.DataFrame":
        """Give a polars DataFrame.

        Raises:
            ImportError: polars is not installed (`pip install rashomon[tables]`).
        """
        import polars as pl  # noqa: PLC0415

        return pl.DataFrame(self.to_dicts(), infer_schema_length=None)
