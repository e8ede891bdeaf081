"""The order of the coreference rules.

1. names      entities into clusters by name, surname, abbreviation
2. roles      titles, appositions, predicates
3. anaphors   "the general", "the group", pronouns, from left to right
"""

from rashomon.annotate.coreference.anaphors import Resolver
from rashomon.annotate.coreference.clusters import Cluster
from rashomon.annotate.coreference.names import cluster_names
from rashomon.annotate.coreference.roles import add_roles
from rashomon.lexicon.annotating import ChainTable
from rashomon.records import Annotated, Chain


def find_chains(annotated: Annotated, table: ChainTable) -> tuple[Chain, ...]:
    """Find what is mentioned again in a document; a named entity that stands alone is a chain of one.

    Args:
        annotated: tokens, sentences, entities and quotes; its chains are not looked at.
        table: words of the language.

    Returns:
        chains in the order of their first mentions.
    """
    # 1. names
    names = cluster_names(annotated, table)
    # 2. roles
    described = tuple(add_roles(annotated, names, table))
    # 3. anaphors
    resolver = Resolver(annotated, (*names, *described), table)
    resolver.resolve()
    clusters = {
        id(seen.cluster): seen.cluster for seen in resolver.seen if seen.cluster.names or len(seen.cluster.mentions) > 1
    }
    ordered = sorted(clusters.values(), key=lambda cluster: min((m.first, m.last) for m in cluster.mentions))
    return tuple(_chain(position, cluster) for position, cluster in enumerate(ordered))


def _chain(index: int, cluster: Cluster) -> Chain:
    mentions = sorted(set(cluster.mentions), key=lambda mention: (mention.first, mention.last))
    return Chain(
        index=index,
        mentions=tuple(mentions),
        name=max(cluster.names, key=lambda name: (len(name.split()), not name.isupper(), len(name)), default=""),
        label=cluster.label or ("PERSON" if cluster.person else ""),
        names=tuple(cluster.names),
        roles=tuple(cluster.roles),
    )
