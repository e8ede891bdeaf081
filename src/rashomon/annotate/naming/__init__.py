"""The entity overlay: rules that mend what a small model says of names in reports of a conflict."""

from rashomon.annotate.naming.overlay import find_entities as find_entities
from rashomon.annotate.naming.rules import Register as Register
