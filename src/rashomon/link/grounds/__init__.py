"""Names that the model took for persons or organisations and that are places, and the other way round."""

from rashomon.link.grounds.settle import settle_names as settle_names
