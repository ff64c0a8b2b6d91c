"""The archive: one PDF that is accessible (PDF/UA-1) and lasts (PDF/A-3a) at the same time.

WeasyPrint declares one of both. What else it writes for PDF/A-3a holds for PDF/UA-1 too, so that a
second declaration is all that is missing; PDF/A wants it described by an extension schema.
"""

from __future__ import annotations

from typing import Any

import pydyf

VARIANT = "pdf/a-3a"

_DECLARATION = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that this file keeps to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>"""


def finish(_document: Any, pdf: Any) -> None:
    """Declare PDF/UA-1 beside PDF/A-3a, and put right what WeasyPrint leaves open for them.

    Header cells get their scope, attachments are named once, and no picture asks to be smoothed.
    """
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    metadata.stream = [part.replace(b"</rdf:RDF>", _DECLARATION) for part in metadata.stream]
    attached = pdf.catalog.get("AF")
    if attached:
        attached[:] = list(dict.fromkeys(attached))
    scope_headers(pdf.objects)
    for entry in pdf.objects:
        if "Interpolate" in getattr(entry, "extra", ()):
            entry.extra["Interpolate"] = "false"


def scope_headers(objects: Any) -> None:
    """Let each header cell say whether it heads a column or a row, by where it stands."""
    for entry in objects:
        if isinstance(entry, dict) and entry.get("S") == "/TH":
            row = _parent(objects, entry)
            heads_columns = _parent(objects, row).get("S") == "/THead"
            attributes = entry.setdefault("A", pydyf.Dictionary({"O": "/Table"}))
            attributes["Scope"] = "/Column" if heads_columns else "/Row"


def _parent(objects: Any, entry: Any) -> Any:
    return objects[int(entry["P"].split()[0])]
