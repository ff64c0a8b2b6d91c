"""What the brochure says of the label: what it is, how it is gained, who publishes it."""

from __future__ import annotations

from collections.abc import Iterator

from assess.core.register.publisher_texts import PublisherTexts, SchemeTerms
from assess.core.report.document.message import ReportDocumentMessage
from assess.core.text.message import MessageValue, Say, message
from assess.core.text.value import Value


class SchemePart(Value):
    """One part of what is said of the label."""

    title: str
    paragraphs: tuple[str, ...]
    points: tuple[str, ...] = ()


def scheme_parts(
    terms: SchemeTerms | None, texts: PublisherTexts, publisher: str, say: Say
) -> tuple[SchemePart, ...]:
    """Give the parts, in words of our own and in those of the publisher."""
    return tuple(_parts(terms, texts, publisher, say))


def _parts(
    terms: SchemeTerms | None, texts: PublisherTexts, publisher: str, say: Say
) -> Iterator[SchemePart]:
    def said(code: ReportDocumentMessage, **values: MessageValue) -> str:
        return say(message(code, **values))

    if terms is not None:
        claims = tuple(
            said(ReportDocumentMessage.SCHEME_LEVEL, level=level, claim=claim)
            for level, claim in terms.titles
        )
        yield SchemePart(
            title=said(ReportDocumentMessage.SCHEME_LABEL),
            paragraphs=(said(ReportDocumentMessage.SCHEME_WHAT), *texts.about),
            points=claims,
        )
        yield SchemePart(
            title=said(ReportDocumentMessage.SCHEME_METHOD),
            paragraphs=(said(ReportDocumentMessage.SCHEME_INTERVIEW, count=terms.indicators),),
            points=terms.areas,
        )
        lasting = [said(ReportDocumentMessage.SCHEME_FIRST, count=terms.months)]
        if terms.renewal_months:
            lasting.append(said(ReportDocumentMessage.SCHEME_RENEWAL, count=terms.renewal_months))
        lasting.append(said(ReportDocumentMessage.SCHEME_EARLIER))
        yield SchemePart(
            title=said(ReportDocumentMessage.SCHEME_LASTS), paragraphs=(" ".join(lasting),)
        )
    yield SchemePart(
        title=said(ReportDocumentMessage.SCHEME_DECISION),
        paragraphs=(said(ReportDocumentMessage.SCHEME_WHO_DECIDES),),
    )
    lines = tuple(text for text in (publisher, *texts.imprint, *texts.contact) if text)
    if lines:
        yield SchemePart(
            title=said(ReportDocumentMessage.SCHEME_PUBLISHER), paragraphs=(), points=lines
        )
