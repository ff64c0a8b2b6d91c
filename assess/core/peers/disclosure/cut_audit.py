"""An audit of many organisations: no combination of the groups that are shown tells of a few.

A combination gives each organisation a weight: one term of its portfolio, one of its country, one
of its age group and label, and one of its portfolio within its country. It tells of those whose
weight is not 0. Take organisations as edges between portfolios and countries, where those that are
not shown are one node on either side, and where an organisation whose portfolio within its country
is shown has no edge, as its own term can cancel it. Then a combination is a division of the nodes,
it tells of the edges between the parts, and the fewest it can tell of is a minimum cut. So groups
may be shown together if every cut of the graph holds no edge, or more than a few.

Age groups and labels stand outside the graph. Their terms are the same for all wherever enough
organisations of one portfolio and country differ in nothing else: then they tell of nobody. Where
that is not so, this audit hides a group that could be shown; it never shows one that could not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from assess.core.peers.membership import GroupId, GroupKey, Placement

_Node = tuple[str, str | None]
_Block = tuple[str | None, str | None]
_Graph = dict[_Node, Counter[_Node]]
_Edge = tuple[_Node, _Node]

_LEFT: _Node = ("portfolio", None)
_RIGHT: _Node = ("country", None)
"""The portfolios and the countries that are not shown."""


class CutAudit:
    """Tells of how many organisations a group would tell beside those that are shown."""

    def __init__(
        self,
        counted: Mapping[Placement, int],
        few: int,
        givers: Mapping[Placement, Counter[str]] | None = None,
    ) -> None:
        """Take how many organisations are placed in which way; `few` are too few to be told of.

        `givers` says how many of them each contributor gave.
        """
        self._few = few
        self._givers = _Givers(givers or {})
        self._doubtful: set[str] = set()
        self._counted = {placement: count for placement, count in counted.items() if count}
        self._blocks: Counter[_Block] = Counter()
        for placement, count in self._counted.items():
            self._blocks[placement.portfolio, placement.country] += count
        self._beside: dict[_Node, dict[str | None, int]] = defaultdict(dict)
        for (portfolio, country), count in self._blocks.items():
            if portfolio is not None:
                self._beside["portfolio", portfolio][country] = count
            if country is not None:
                self._beside["country", country][portfolio] = count
        self._all = sum(self._blocks.values())
        self._graph: _Graph = {
            _LEFT: Counter({_RIGHT: self._all}),
            _RIGHT: Counter({_LEFT: self._all}),
        }
        self._shown_blocks: set[_Block] = set()
        self._ages: set[str] = set()
        self._is_gold_shown = False
        self._has_all = False

    def fewest_told(self, group: GroupId) -> int:
        """Give of how many organisations a further group tells at least; 0: of nothing new.

        Up to a few it is an exact number, or a lower one; of more it is any number above.
        """
        self._doubtful.clear()
        told = self._fewest_told(group)
        if told and group.key in (GroupKey.ALL, GroupKey.AGE_GROUP, GroupKey.GOLD):
            self._doubtful |= self._givers.of_all_but(told, self._few)
        return told

    @property
    def doubtful(self) -> set[str]:
        """The contributors to whom the group asked for last may tell of a few others."""
        return self._doubtful

    def _fewest_told(self, group: GroupId) -> int:
        match group.key:
            case GroupKey.ALL:
                return self._all
            case _ if not self._has_all:
                return min(1, self._all)  # without all of them nothing is shown
            case GroupKey.PORTFOLIO | GroupKey.COUNTRY:
                return self._apart(_node(group))
            case GroupKey.PORTFOLIO_COUNTRY:
                return self._without_block((group.portfolio, group.country))
            case GroupKey.AGE_GROUP | GroupKey.GOLD:
                return self._told_by_terms(group)

    def take(self, group: GroupId) -> None:
        """Count a group among those that are shown."""
        match group.key:
            case GroupKey.ALL:
                self._has_all = True
            case GroupKey.PORTFOLIO | GroupKey.COUNTRY:
                node = _node(group)
                if node not in self._graph:
                    self._split(node, 1)
            case GroupKey.PORTFOLIO_COUNTRY:
                block = (group.portfolio, group.country)
                if block not in self._shown_blocks:
                    self._weigh(block, -1)
                    self._shown_blocks.add(block)
            case GroupKey.AGE_GROUP:
                self._ages.add(group.age_group or "")
            case GroupKey.GOLD:
                self._is_gold_shown = True

    def _apart(self, node: _Node) -> int:
        """Give the fewest between a node and those that are not shown, were it one of its own."""
        if node in self._graph:
            return 0
        rest = _LEFT if node[0] == "portfolio" else _RIGHT
        self._split(node, 1)
        fewest = self._flow(node, rest)
        self._split(node, -1)
        if self._doubtful:
            beside, is_left = self._beside[node], node[0] == "portfolio"
            blocks = [(node[1], other) if is_left else (other, node[1]) for other in beside]
            self._doubtful -= self._givers.of_all(blocks, sum(beside.values()))
        return fewest

    def _without_block(self, block: _Block) -> int:
        """Give the fewest told of without the edges of a portfolio within a country."""
        own = self._blocks[block]
        if not own or block in self._shown_blocks:
            return 0
        if own <= self._few:
            return own
        left, right = self._ends(block)
        self._weigh(block, -1)
        fewest = self._flow(left, right)
        self._weigh(block, 1)
        if fewest:
            self._doubtful |= self._givers.of_block_but(block, own, self._few)
            self._doubtful -= self._givers.of_all([block], own)
        return min(own, fewest)

    def _ends(self, block: _Block) -> tuple[_Node, _Node]:
        left, right = ("portfolio", block[0]), ("country", block[1])
        return (
            left if left in self._graph else _LEFT,
            right if right in self._graph else _RIGHT,
        )

    def _weigh(self, block: _Block, sign: int) -> None:
        left, right = self._ends(block)
        change = sign * self._blocks[block]
        self._graph[left][right] += change
        self._graph[right][left] += change
        self._givers.move(
            block, (left, right) if sign < 0 else None, (left, right) if sign > 0 else None
        )

    def _split(self, node: _Node, sign: int) -> None:
        """Take a node out of those that are not shown, or put it back."""
        is_left = node[0] == "portfolio"
        rest = _LEFT if is_left else _RIGHT
        graph = self._graph
        own = graph.setdefault(node, Counter())
        for other, count in self._beside[node].items():
            block = (node[1], other) if is_left else (other, node[1])
            if block in self._shown_blocks:
                continue
            end = self._ends(block)[1 if is_left else 0]
            own[end] += sign * count
            graph[end][node] += sign * count
            graph[rest][end] -= sign * count
            graph[end][rest] -= sign * count
            apart, together = ((node, end), (rest, end)) if is_left else ((end, node), (end, rest))
            self._givers.move(block, *((together, apart) if sign > 0 else (apart, together)))
        if sign < 0:
            for end in graph.pop(node):
                del graph[end][node]

    def _flow(self, source: _Node, sink: _Node) -> int:
        """Give how many separate paths there are between two nodes, up to more than a few.

        Short paths come first, and some more than are needed: a contributor may own some of them.
        """
        used: Counter[_Edge] = Counter()
        found = self._short_paths(source, sink, used)
        while found <= self._few:
            came = self._reach(source, sink, used)
            if sink not in came:
                break
            node = sink
            while node != source:
                before = came[node]
                used[before, node] += 1
                used[node, before] -= 1
                node = before
            found += 1
        if found > self._few:
            self._doubtful |= self._givers.of_paths(used, found - self._few, self._graph)
        return found

    def _short_paths(self, source: _Node, sink: _Node, used: Counter[_Edge]) -> int:
        wanted, found = 3 * (self._few + 1), 0
        for most in (2, wanted):
            for end, count in self._graph[source].items():
                room = min(most, wanted - found, count - used[source, end])
                if end != sink:
                    room = min(room, self._graph[end][sink] - used[end, sink])
                if room <= 0:
                    continue
                for edge in ((source, end),) if end == sink else ((source, end), (end, sink)):
                    used[edge] += room
                    used[edge[1], edge[0]] -= room
                found += room
        return found

    def _reach(self, source: _Node, sink: _Node, used: Counter[_Edge]) -> dict[_Node, _Node]:
        came, used_of = {source: source}, used.get  # a Counter would be asked 90 million times
        front = [source]
        while front and sink not in came:
            ahead = []
            for node in front:
                for end, room in self._graph[node].items():
                    if end not in came and room > used_of((node, end), 0):
                        came[end] = node
                        ahead.append(end)
            front = ahead
        return came

    def _told_by_terms(self, group: GroupId) -> int:
        """Give the fewest told of by terms of age and label, were a group of them shown as well.

        It is 0 where the group holds everybody whose term was not free before.
        """
        is_gold = group.key is GroupKey.GOLD
        ages = self._ages if is_gold else self._ages | {group.age_group or ""}
        left = [
            placement
            for placement in self._counted
            if (is_gold and placement.is_gold)
            or (not is_gold and (placement.age_group or "") not in self._ages)
        ]
        inside = [
            placement for placement in left if is_gold or placement.age_group == group.age_group
        ]
        whole = not is_gold and len(inside) == len(left)
        if not inside or whole or (is_gold and self._is_gold_shown):
            return 0
        told = [self._told_by_ages(ages)] if ages else []
        if is_gold or self._is_gold_shown:
            told.append(self._told_by_label())
        return min(told)

    def _told_by_label(self) -> int:
        """Give the fewest told of by a term of the label: pairs that differ in it alone."""
        held: dict[tuple[str | None, ...], list[int]] = defaultdict(lambda: [0, 0])
        for placement, count in self._counted.items():
            held[placement[:3]][placement.is_gold] += count
        return max(1, sum(min(pair) for pair in held.values()))

    def _told_by_ages(self, ages: set[str]) -> int:
        """Give the fewest told of where not all ages have one term: the weakest link of ages."""
        held: dict[_Block, Counter[str | None]] = defaultdict(Counter)
        for placement, count in self._counted.items():
            age = placement.age_group if placement.age_group in ages else None
            held[placement.portfolio, placement.country][age] += count
        links: Counter[frozenset[str | None]] = Counter()
        for counts in held.values():
            for pair in combinations(counts, 2):
                links[frozenset(pair)] += min(counts[age] for age in pair)
        return max(1, _weakest(links, {age for counts in held.values() for age in counts}))


class _Givers:
    """How many organisations each contributor gave, by block and by edge of the graph."""

    def __init__(self, givers: Mapping[Placement, Counter[str]]) -> None:
        self._own: Counter[str] = Counter()
        self._blocks: dict[_Block, Counter[str]] = {}
        for placement, counts in givers.items():
            self._own.update(counts)
            self._blocks.setdefault(placement[:2], Counter()).update(counts)
        self._edges: dict[_Edge, Counter[str]] = {(_LEFT, _RIGHT): Counter(self._own)}

    def move(self, block: _Block, before: _Edge | None, after: _Edge | None) -> None:
        """Move those of a block from one edge, from left to right, to another one."""
        for giver, count in self._blocks.get(block, {}).items():
            if before is not None:
                self._edges.setdefault(before, Counter())[giver] -= count
            if after is not None:
                self._edges.setdefault(after, Counter())[giver] += count

    def of_all(self, blocks: Iterable[_Block], size: int) -> set[str]:
        """Give who gave all of some blocks, and so is told of nobody else by them."""
        owned: Counter[str] = Counter()
        for block in blocks:
            owned.update(self._blocks.get(block, {}))
        return {giver for giver, own in owned.items() if own == size}

    def of_all_but(self, told: int, few: int) -> set[str]:
        """Give who gave so many that only a few others may be told of."""
        return {giver for giver, own in self._own.items() if told - own <= few}

    def of_block_but(self, block: _Block, size: int, few: int) -> set[str]:
        """Give who gave all of a block but a few."""
        return {
            giver for giver, own in self._blocks.get(block, {}).items() if 0 < size - own <= few
        }

    def of_paths(self, used: Mapping[_Edge, int], spare: int, graph: _Graph) -> set[str]:
        """Give who owns so many of the paths that the others may be too few."""
        lost: Counter[str] = Counter()
        if self._own:
            for (source, sink), units in used.items():
                if units > 0:
                    edge = (source, sink) if source[0] == "portfolio" else (sink, source)
                    slack = graph[source][sink] - units
                    for giver, own in self._edges.get(edge, {}).items():
                        if own > slack:
                            lost[giver] += min(units, own - slack)
        return {giver for giver, count in lost.items() if count >= spare}


def _weakest(links: Counter[frozenset[str | None]], ages: set[str | None]) -> int:
    """Give the weakest of the strongest links that join all of some ages."""
    waiting, weakest = set(ages), sum(links.values())
    joined = {waiting.pop()}
    while waiting:
        strength, reached = max(
            ((links[frozenset((inner, outer))], outer) for inner in joined for outer in waiting),
            key=lambda link: link[0],
        )
        weakest = min(weakest, strength)
        waiting.discard(reached)
        joined.add(reached)
    return weakest


def _node(group: GroupId) -> _Node:
    if group.key is GroupKey.PORTFOLIO:
        return "portfolio", group.portfolio
    return "country", group.country
