"""Where the shipped files are: inside the package in a wheel, beside it in a checkout or an editable install."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def resources_folder() -> Path:
    """The folder `resources`. Raises FileNotFoundError where the installation is incomplete."""
    package = Path(__file__).resolve().parent
    for folder in (package / "resources", package.parent / "resources"):
        if (folder / "reference").is_dir():
            return folder
    raise FileNotFoundError(f"no resources in or beside {package}")


def resource(*parts: str) -> Path:
    """The shipped file `parts`, for example `resource("reference", "kommuner.csv")`."""
    return resources_folder().joinpath(*parts)
