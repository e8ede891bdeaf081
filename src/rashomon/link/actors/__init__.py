"""Actor mentions of one document -> actors: the register, the document's own names, or a description."""

from rashomon.link.actors.link import link_actors as link_actors
