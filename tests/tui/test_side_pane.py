"""The pane beside the card: sections that take room only where they have something to say."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.content import Content

from assess.tui.case.card.guidance import Guidance, Guided
from assess.tui.widgets.side_pane import SidePane, SideSection


class Colour(SideSection):
    """A section to try the pane with."""

    def bind(self, name: str | None) -> None:
        self.show(("Colour", name))


class Trial(App[None]):
    """Only the pane."""

    def compose(self) -> ComposeResult:
        yield SidePane(Colour(), Guidance())


async def test_a_section_without_anything_to_say_takes_no_room() -> None:
    app = Trial()
    async with app.run_test() as pilot:
        pane = app.query_one(SidePane)
        pane.section(Guidance).bind(Guided(None, "Ask [b]twice[/b]."))
        await pilot.pause()
        assert pane.section(Guidance).region.y == pane.content_region.y
        pane.section(Colour).bind("petrol")
        await pilot.pause()
        assert pane.section(Guidance).region.y == pane.content_region.y + 3
        shown = pane.section(Guidance).content
        assert isinstance(shown, Content)
        assert "Ask [b]twice[/b]." in shown.plain
        pane.section(Colour).bind(None)
        await pilot.pause()
        assert pane.section(Guidance).region.y == pane.content_region.y


async def test_another_place_begins_at_the_top() -> None:
    app = Trial()
    async with app.run_test(size=(30, 6)) as pilot:
        pane = app.query_one(SidePane)
        pane.section(Guidance).bind(Guided("word " * 200, None))
        pane.come_to("here")
        await pilot.pause()
        pane.scroll_to(y=5, animate=False)
        await pilot.pause()
        pane.come_to("here")
        await pilot.pause()
        assert pane.scroll_y == 5
        pane.come_to("there")
        await pilot.pause()
        assert pane.scroll_y == 0
