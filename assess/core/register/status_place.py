"""Places of labels in the list of revoked credentials: each is given once, for ever."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from assess.core.register.public_label import PublicLabel


def given_places(labels: Iterable[PublicLabel], known: Mapping[str, int]) -> dict[str, int]:
    """Give the place of each label by its id, and those that were given to others before.

    A label has the place that was published with it. A new one has that of its record, or the next
    free one where that is another label's: an older copy of the register may have been restored.
    """
    places = dict(known)
    taken = set(known.values())
    new = [label for label in labels if label.id not in known]
    for label in new:
        place = label.ordinal if label.ordinal not in taken else max(taken) + 1
        places[label.id] = place
        taken.add(place)
    return places


def placed(label: PublicLabel, places: Mapping[str, int]) -> PublicLabel:
    """Give a label at its place."""
    return label._replace(ordinal=places[label.id])
