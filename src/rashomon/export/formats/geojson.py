"""GeoJSON (RFC 7946) for maps: a point for every row that has one; rows without a point have a null geometry."""

import json
from typing import Any

from rashomon.errors import InputError
from rashomon.export.shapes import Shape
from rashomon.export.streams import Export

_STREAMS = ("incidents", "claims", "places")


def write(export: Export) -> None:
    """Write the stream as one FeatureCollection, feature by feature.

    Raises:
        InputError: the stream has no places.
    """
    if export.stream.name not in _STREAMS:
        raise InputError(f"{export.stream.name} have no place on a map; use --what {', '.join(_STREAMS)} for geojson")
    export.target.write('{"type": "FeatureCollection", "features": [')
    for position, shape in enumerate(export.shapes()):
        export.target.write(("," if position else "") + "\n" + json.dumps(_feature(shape), ensure_ascii=False))
    export.target.write("\n]}\n")


def _feature(shape: Shape) -> dict[str, Any]:
    return {"type": "Feature", "id": shape["id"], "geometry": _point(shape), "properties": shape}


def _point(shape: Shape) -> dict[str, Any] | None:
    place = shape.get("place", shape)
    if place is None or place["lat"] is None or place["lon"] is None:
        return None
    # RFC 7946, section 3.1.1: longitude first.
    return {"type": "Point", "coordinates": [place["lon"], place["lat"]]}
