"""Bytes to Documents: readers by format, what the page says of itself, page furniture told apart, fingerprint."""

from rashomon.ingest.inputs import STDIN as STDIN
from rashomon.ingest.inputs import RawInput as RawInput
from rashomon.ingest.inputs import find_files as find_files
from rashomon.ingest.inputs import find_inputs as find_inputs
from rashomon.ingest.reading import read_input as read_input
from rashomon.ingest.sidecar import Sidecar as Sidecar
from rashomon.ingest.sidecar import SidecarRow as SidecarRow
from rashomon.ingest.sidecar import read_named_sidecar as read_named_sidecar
from rashomon.ingest.sidecar import read_sidecar as read_sidecar
from rashomon.ingest.sidecar import read_sidecars as read_sidecars
