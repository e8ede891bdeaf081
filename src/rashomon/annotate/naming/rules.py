"""Rules that tell from the words of a name and around it what it names."""

from collections.abc import Iterable, Iterator, Mapping

from rashomon.annotate.naming.words import Words
from rashomon.lexicon.naming import NamingTable
from rashomon.records import Entity

_LONGEST_COUNTRY = 5
_NEAR_NAMING = 4  # tokens between "name" and the name told

# First word of a name -> names that begin with it, as tuples of words, longest first.
Register = Mapping[str, tuple[tuple[str, ...], ...]]


def find_countries(words: Words, table: NamingTable) -> Iterator[Entity]:
    """Find countries, regions and peoples by their names."""
    heads = {name[0] for name in table.countries}
    index = 0
    while index < len(words.tokens):
        last = _country_end(words, index, table) if words.lows[index] in heads and _capital(words, index) else index
        last = max(last, _directed_end(words, index, table))
        if last > index:
            yield Entity(index, last, "PLACE", "country")
        elif words.lows[index] in table.peoples and _capital(words, index):
            last = index + 1
            yield Entity(index, last, "NORP", "people")
        index = max(last, index + 1)


def _directed_end(words: Words, index: int, table: NamingTable) -> int:
    """Give the end of a land named with a direction ("West Darfur"); `index` itself if none stands there."""
    if words.lows[index] not in table.bearings or not _capital(words, index) or index + 1 >= len(words.tokens):
        return index
    end = _country_end(words, index + 1, table)
    return end if end > index + 1 and _capital(words, index + 1) else index


def find_registered(words: Words, register: Register) -> Iterator[Entity]:
    """Find organisations that stand in a register, longest name first; capitals must be as registered."""
    index = 0
    while index < len(words.tokens):
        names = register.get(words.tokens[index].text, ())
        end = next((index + len(name) for name in names if _printed(words, index, len(name)) == name), index)
        if end > index:
            yield Entity(index, end, "ORG", "register")
        index = max(end, index + 1)


def _printed(words: Words, first: int, count: int) -> tuple[str, ...]:
    return tuple(token.text for token in words.tokens[first : first + count])


def _capital(words: Words, index: int) -> bool:
    return words.tokens[index].text[:1].isupper()


def _country_end(words: Words, first: int, table: NamingTable) -> int:
    for last in range(min(first + _LONGEST_COUNTRY, len(words.lows)), first, -1):
        if tuple(words.lows[first:last]) in table.countries and words.tokens[last - 1].text[:1].isupper():
            short = last - first == 1 and len(words.lows[first]) <= 3
            return last if not short or words.tokens[first].text.isupper() else first
    return first


def find_titled(words: Words, runs: list[tuple[int, int]], table: NamingTable) -> Iterator[Entity]:
    """Find persons by the title before their name ("Gen. Karim Daud"), the title itself left out."""
    for first, last in runs:
        at = _last_title(words, first, last, table)
        if at is None and first > 0 and (_title_before(words, first, table) or _is_aside(words, first, last, table)):
            at = first - 1
        if at is None or at + 1 >= last:
            continue
        rest = words.lows[at + 1 : last]
        if rest[-1] not in table.institutions and rest[-1] not in table.places and rest[0] not in table.peoples:
            yield Entity(at + 1, last, "PERSON", "title")


def _last_title(words: Words, first: int, last: int, table: NamingTable) -> int | None:
    """Give the last of the titles that stand together in a run, or None ("Afghan Vice President Karim Daud")."""
    found = None
    for index in range(first, last):
        low = words.lows[index].rstrip(".")
        if low in table.titles or (low in table.soft_titles and (index == first or found == index - 1)):
            found = index
        elif found is not None:
            break
    return found


def _title_before(words: Words, first: int, table: NamingTable) -> bool:
    """Say whether a lower-case title stands right before a name ("commander Karim"), not as a modifier of more."""
    before = words.tokens[first - 1]
    return words.lows[first - 1].rstrip(".") in table.titles and before.sentence == words.tokens[first].sentence


def _is_aside(words: Words, first: int, last: int, table: NamingTable) -> bool:
    """Say whether a full name stands between commas behind a lower-case title ("its spokesman, Karim Daud, said")."""
    if first < 2 or not 2 <= last - first <= 3 or words.tokens[first - 2].sentence != words.tokens[first].sentence:
        return False
    commas = words.lows[first - 1] == "," and last < len(words.lows) and words.lows[last] == ","
    return commas and words.lows[first - 2] in table.titles and words.tokens[first - 2].text.islower()


def find_given(words: Words, runs: list[tuple[int, int]], table: NamingTable) -> Iterator[Entity]:
    """Find persons who tell only one name ("gave her name as Farida", "his first name, Karim")."""
    for first, last in runs:
        if first < 2 or last - first > 2 or words.lows[first - 1] not in table.tellings:
            continue
        near = range(max(0, first - _NEAR_NAMING), first - 1)
        if any(
            words.lows[i] in table.namings and words.tokens[i].sentence == words.tokens[first].sentence for i in near
        ):
            yield Entity(first, last, "PERSON", "title")


def find_organisations(words: Words, runs: list[tuple[int, int]], table: NamingTable) -> Iterator[Entity]:
    """Find organisations by the last word of their name, with an "of ..." after it."""
    for position, (first, last) in enumerate(runs):
        head = words.lows[last - 1] in table.institutions
        inside = any(word in table.institutes for word in words.lows[first : last - 1])
        if last - first < 2 and not (head and _of_run(words, runs, position)):
            if head and _possessive_before(words, runs, position):
                yield Entity(runs[position - 1][0], last, "ORG", "institution")
            continue
        if not head and not inside:
            continue
        if words.titled[first] or (last - first == 2 and words.lows[first] in table.initial):
            continue
        end = runs[position + 1][1] if head and _of_run(words, runs, position) else last
        if end > last and end < len(words.lows) and words.lows[last] == "for" and words.lows[end] in table.places:
            end = last  # "commander of the Unity Front for the Asmar valley": the valley is his, not the front's
        start = runs[position - 1][0] if _possessive_before(words, runs, position) else first
        start += words.tokens[start].xpos == "DT" and end - start > 2  # "The Hill Front" behind an opening mark
        yield Entity(_after_titles(words, start, end, table), end, "ORG", "institution")


def _after_titles(words: Words, first: int, last: int, table: NamingTable) -> int:
    return (
        first + 1
        if words.lows[first] in table.titles and last - first > 2 and words.lows[first].endswith(".")
        else first
    )


def _of_run(words: Words, runs: list[tuple[int, int]], position: int) -> bool:
    last = runs[position][1]
    if position + 1 >= len(runs) or last >= len(words.lows) or words.lows[last] not in {"of", "for"}:
        return False
    nearest = last + 2 if last + 1 < len(words.lows) and words.lows[last + 1] == "the" else last + 1
    return runs[position + 1][0] == nearest and words.tokens[last - 1].sentence == words.tokens[nearest].sentence


def _possessive_before(words: Words, runs: list[tuple[int, int]], position: int) -> bool:
    """Say whether the run goes on a name in the genitive ("King's College"), not "Kabul's Government"."""
    first = runs[position][0]
    if position == 0 or first < 2 or runs[position - 1][1] != first - 1 or words.lows[first - 1] not in {"'s", "’s"}:
        return False
    return words.lows[first] in {"college", "hospital", "university", "school", "court"}


def find_abbreviations(words: Words, organisations: Iterable[Entity]) -> Iterator[Entity]:
    """Find the abbreviation in brackets after an organisation's name ("National Unity Front (NUF)")."""
    for entity in organisations:
        at = entity.last + 1
        if entity.label != "ORG" or at + 1 >= len(words.lows) or entity.last - entity.first < 2:
            continue
        text = words.tokens[at].text
        bracketed = words.lows[at - 1] == "(" and words.lows[at + 1] == ")"
        if bracketed and text.isupper() and 2 <= len(text) <= 8 and words.lows[entity.first][0] == text[0].lower():
            yield Entity(at, at + 1, "ORG", "abbreviation")


def find_places(words: Words, runs: list[tuple[int, int]], table: NamingTable) -> Iterator[Entity]:
    """Find places by a generic word beside them, also over a list ("the Asmar, Nari and Dangam districts")."""
    starts = {first: (first, last) for first, last in runs}
    ends = {last: (first, last) for first, last in runs}
    for index, low in enumerate(words.lows):
        if low in table.bearings:
            yield from _list_after(words, index, starts, low, table)
        if low not in table.places:
            continue
        if words.tokens[index].text[:1].isupper():
            run = ends.get(index + 1)
            if run is not None and run[0] < index:
                yield from _list_before(words, run, ends, low, table)
                continue
        if index in ends:
            yield from _list_before(words, ends[index], ends, low, table)
        yield from _list_after(words, index, starts, low, table)


def find_formed(words: Words, runs: list[tuple[int, int]], table: NamingTable) -> Iterator[Entity]:
    """Find places by the form of their name ("Jabal Asmar", "the Gulf of Asmar", "the Asmar refugee camp")."""
    starts = dict(runs)
    for first, last in runs:
        low = words.lows[first]
        ended = words.lows[last - 1] in table.institutions or words.lows[last - 1] in table.peoples
        if last - first > 1 and low in table.place_firsts and not ended and not words.titled[first]:
            yield Entity(first, last, "PLACE", "place-word")
        elif last - first == 1 and low in table.waters and words.lows[last : last + 1] == ["of"]:
            name = last + 2 if words.lows[last + 1 : last + 2] == ["the"] else last + 1
            if name in starts:
                yield Entity(first, starts[name], "PLACE", "place-word")
        elif _names_camp(words, last, table):
            yield from _place(words, first, last, table)


def _names_camp(words: Words, last: int, table: NamingTable) -> bool:
    """Say whether a camp or market that is a place follows a name that ends at `last`."""
    near = words.lows[last : last + 2]
    if len(near) == 2 and near[1] in table.camps and _is_common(words, last):
        return True
    return bool(near) and near[0] in table.sites and _is_sited(words, last, table)


def _is_sited(words: Words, index: int, table: NamingTable) -> bool:
    """Say whether a preposition of place and a name stand behind a camp or market ("Asmar camp in Nari")."""
    after = index + 1
    placed = after + 1 < len(words.lows) and words.lows[after] in table.locatives - table.directions
    return placed and words.named[after + 1] and words.tokens[index].sentence == words.tokens[after + 1].sentence


def _is_common(words: Words, index: int) -> bool:
    """Say whether a token is a common noun before another."""
    token = words.tokens[index]
    return token.text.islower() and token.upos in {"NOUN", "ADJ"} and token.sentence == words.tokens[index - 1].sentence


def _list_before(
    words: Words, run: tuple[int, int], ends: dict[int, tuple[int, int]], low: str, table: NamingTable
) -> Iterator[Entity]:
    yield from _place(words, *run, table)
    step = _join_before(words, run[0])
    while low.endswith("s") and step in ends:
        run = ends[step]
        yield from _place(words, *run, table)
        step = _join_before(words, run[0])


def _join_before(words: Words, first: int) -> int:
    """Give where the member of a list before the one that starts at `first` must end."""
    at = first
    while at > 0 and words.lows[at - 1] in {",", "and", "or", "&", "the"}:
        at -= 1
    return at if at < first else -1


def _list_after(
    words: Words, index: int, starts: dict[int, tuple[int, int]], low: str, table: NamingTable
) -> Iterator[Entity]:
    at = index + 1
    if at >= len(words.lows) or words.lows[at] != "of":
        return
    at += 1
    while at in starts:
        first, last = starts[at]
        if last - first == 1 and words.lows[first] in table.institutions:
            yield Entity(first, last, "PLACE", "place-word")  # "the village of Shura"
        yield from _place(words, first, last, table)
        at = last
        while low.endswith("s") and at < len(words.lows) and words.lows[at] in {",", "and", "or"}:
            at += 1
        if at == last:
            return


def _place(words: Words, first: int, last: int, table: NamingTable) -> Iterator[Entity]:
    """Give the name without leading peoples and titles ("Afghan Kunar province"), if anything is left."""
    while first < last - 1 and words.lows[first] in table.peoples:
        first += 1
    only = words.lows[first:last]
    land = only[0] in table.lands and words.lows[last : last + 1] and words.lows[last] in table.places
    if (only[0] in table.peoples and len(only) == 1 and not land) or only[0].rstrip(".") in table.titles:
        return
    if only[-1] in table.institutions and only[-1] not in table.places:
        return
    yield Entity(first, last, "PLACE", "place-word")
