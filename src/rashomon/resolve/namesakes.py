"""Two people of one name: roles that one person hardly holds keep them apart."""

from rashomon.lexicon.actors import ActorTable
from rashomon.names import fold
from rashomon.records import Actor, ActorKind


def are_namesakes(left: Actor, right: Actor, table: ActorTable) -> bool:
    """Say whether two persons are a private one by a told role and a public one whose roles share no word with it.

    Args:
        left: an actor of some document.
        right: one of another document, or of the same.
        table: words of roles.
    """
    if left.kind is not ActorKind.PERSON or right.kind is not ActorKind.PERSON or left.private == right.private:
        return False
    private, public = (left, right) if left.private else (right, left)
    told = {word for role in private.roles if not role.qualifier for word in fold(role.title).split()}
    held = {word for role in public.roles for word in fold(role.title).split()}
    return bool(told & table.private_roles) and bool(held) and not told & (held | table.public_roles)
