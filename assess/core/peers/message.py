"""What is said about the groups of peers, and where a value lies among them."""

from __future__ import annotations

from enum import StrEnum


class PeersMessage(StrEnum):
    """How groups are called, who belongs to them, and where a value lies."""

    YES = "peers.yes"
    PARTLY = "peers.partly"
    NO = "peers.no"

    PORTFOLIO_IN_COUNTRY = "peers.portfolio_in_country"
    AGE = "peers.age"
    SAME_AGE_GROUP = "peers.same_age_group"
    GOLD_HOLDERS = "peers.gold_holders"
    ALL = "peers.all"
    WITH_NUMBER = "peers.with_number"

    OF_PORTFOLIO = "peers.of_portfolio"
    OF_PORTFOLIO_IN_COUNTRY = "peers.of_portfolio_in_country"
    OF_COUNTRY = "peers.of_country"
    OF_AGE_GROUP = "peers.of_age_group"
    OF_GOLD_HOLDERS = "peers.of_gold_holders"
    OF_POOL = "peers.of_pool"
    COUNTED_PORTFOLIO = "peers.counted_portfolio"
    COUNTED_PORTFOLIO_IN_COUNTRY = "peers.counted_portfolio_in_country"
    COUNTED_COUNTRY = "peers.counted_country"
    COUNTED_AGE_GROUP = "peers.counted_age_group"
    COUNTED_GOLD_HOLDERS = "peers.counted_gold_holders"
    COUNTED_POOL = "peers.counted_pool"
    HIDDEN = "peers.hidden"
    AGE_UNKNOWN = "peers.age_unknown"

    BELOW = "peers.below"
    WITHIN = "peers.within"
    ABOVE = "peers.above"
    DESCRIBED = "peers.described"
    NO_OWN_VALUE = "peers.no_own_value"
    NOT_SHOWN = "peers.not_shown"

    PEERS_IN = "peers.peers_in"
    PEERS_OF_AGE = "peers.peers_of_age"
    PEERS_WITH_GOLD = "peers.peers_with_gold"
    ALL_PEERS = "peers.all_peers"

    MIDDLE_HALF = "peers.middle_half"
    MIDDLE_HALF_BELOW = "peers.middle_half_below"
    MIDDLE_HALF_WITHIN = "peers.middle_half_within"
    MIDDLE_HALF_ABOVE = "peers.middle_half_above"
    HALF_AT = "peers.half_at"
    HALF_AT_BELOW = "peers.half_at_below"
    HALF_AT_WITHIN = "peers.half_at_within"
    HALF_AT_ABOVE = "peers.half_at_above"
    PER_CENT = "peers.per_cent"
    BAND = "peers.band"
    BAND_AND_MEDIAN = "peers.band_and_median"

    HAVE_IT = "peers.have_it"
    HAVE_IT_PARTLY = "peers.have_it_partly"
    MOST_FREQUENT = "peers.most_frequent"
    NONE_IN_CLASS = "peers.none_in_class"
    NONE_IN_CLASS_NOR_MORE = "peers.none_in_class_nor_more"
    IN_CLASS = "peers.in_class"
    IN_CLASS_MOST_FREQUENT = "peers.in_class_most_frequent"

    TOO_SMALL = "peers.too_small"
    AS_OF = "peers.as_of"
