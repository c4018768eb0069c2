"""A small Bolt app that shows every block and element, and keeps what came back."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

Json = dict[str, Any]

HOSTILE = (
    '<script>document.title="pwned"</script><img src=x onerror="document.title=\'pwned\'"> *x* <!channel>'
)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def marked(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def option(value: str, text: str, description: str = "") -> Json:
    return {"text": plain(text), "value": value} | (
        {"description": plain(description)} if description else {}
    )


def field_block(name: str, label: str, kind: str, *, block: Json | None = None, **element: Any) -> Json:
    drawn = {"type": kind, "action_id": f"kitchen.{name}", **element}
    return {
        "type": "input",
        "block_id": name,
        "label": plain(label),
        "element": drawn,
        "optional": True,
        **(block or {}),
    }


COLOURS = [option("red", "Red", "As on the shirts"), option("green", "Green"), option("blue", "Blue")]
FRUIT_GROUPS = [
    {"label": plain("Tree"), "options": [option("apple", "Apple"), option("pear", "Pear")]},
    {"label": plain("Bush"), "options": [option("currant", "Currant")]},
]
TOUCHED = {"dispatch_action": True}
CITIES = [
    option("bergen", "Bergen"),
    option("berlin", "Berlin", "On the Spree"),
    option("oslo", "Oslo &amp; fjord"),
]


def every_input() -> list[Json]:
    """Return one input block of each kind."""
    return [
        field_block("text", "Long text", "plain_text_input", multiline=True, min_length=3, max_length=20),
        field_block("line", "One line", "plain_text_input"),
        field_block("select", "Colour", "static_select", options=COLOURS, block=TOUCHED),
        field_block("grouped", "Fruit", "static_select", option_groups=FRUIT_GROUPS),
        field_block("city", "City", "external_select", min_query_length=0),
        field_block("several", "Colours", "multi_static_select", options=COLOURS, max_selected_items=2),
        field_block("radio", "One of", "radio_buttons", options=COLOURS),
        field_block("ticks", "Any of", "checkboxes", options=COLOURS),
        field_block("person", "Person", "users_select"),
        field_block("people", "People", "multi_users_select"),
        field_block("place", "Channel", "conversations_select", filter={"include": ["private"]}),
        field_block("day", "Day", "datepicker"),
        field_block("hour", "Hour", "timepicker"),
        field_block("moment", "Moment", "datetimepicker"),
        field_block("link", "Link", "url_text_input"),
        field_block("mail", "E-mail", "email_text_input"),
        field_block("number", "Number", "number_input", is_decimal_allowed=False),
        field_block("file", "File", "file_input", max_files=2),
    ]


def kitchen_modal(blocks: list[Json], **more: Any) -> Json:
    return {
        "type": "modal",
        "callback_id": "kitchen",
        "title": plain("Kitchen"),
        "submit": plain("Cook"),
        "close": plain("Leave"),
        "blocks": blocks,
        **more,
    }


@dataclass
class Kitchen:
    """What the app was sent, and what it answers."""

    modal_blocks: list[Json] = field(default_factory=every_input)
    updated_blocks: list[Json] | None = None
    """What the modal becomes when an input that dispatches is touched."""
    errors: dict[str, str] = field(default_factory=dict)
    submitted: list[Json] = field(default_factory=list)
    actions: asyncio.Queue[Json] = field(default_factory=asyncio.Queue)
    commands: list[str] = field(default_factory=list)
    shortcuts: list[Json] = field(default_factory=list)
    home: list[Json] = field(default_factory=list)
    searched: list[str] = field(default_factory=list)
    """What was typed into a list of cities."""

    async def next_action(self) -> Json:
        """Return the next action that the app was told of; raises TimeoutError when there is none."""
        async with asyncio.timeout(5):
            return await self.actions.get()

    def value(self, block_id: str) -> Json:
        """Return one block's only entry in the newest submission."""
        entry: Json
        (entry,) = self.submitted[-1][block_id].values()
        return entry


def build_app(kitchen: Kitchen, client: AsyncWebClient, signing_secret: str) -> AsyncApp:
    app = AsyncApp(client=client, signing_secret=signing_secret, process_before_response=True)

    @app.command("/oops")
    async def open_kitchen(ack: AsyncAck, body: Json) -> None:
        kitchen.commands.append(body["text"])
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=kitchen_modal(kitchen.modal_blocks))

    @app.shortcut({"callback_id": "report_oops", "type": "shortcut"})
    @app.shortcut({"callback_id": "report_message", "type": "message_action"})
    async def open_from_shortcut(ack: AsyncAck, body: Json) -> None:
        kitchen.shortcuts.append(body)
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=kitchen_modal(kitchen.modal_blocks))

    @app.action({"action_id": "kitchen.select"})
    async def adapt(ack: AsyncAck, body: Json) -> None:
        kitchen.actions.put_nowait(body["actions"][0])
        await ack()
        if kitchen.updated_blocks is not None:
            await client.views_update(view_id=body["view"]["id"], view=kitchen_modal(kitchen.updated_blocks))

    @app.action({"action_id": "kitchen.city"})
    @app.action({"block_id": "counter"})
    async def note(ack: AsyncAck, body: Json) -> None:
        kitchen.actions.put_nowait(body["actions"][0])
        await ack()

    @app.view("kitchen")
    async def take(ack: AsyncAck, view: Json) -> None:
        kitchen.submitted.append(view["state"]["values"])
        await (ack(response_action="errors", errors=kitchen.errors) if kitchen.errors else ack())

    @app.event("app_home_opened")
    async def show_home(event: Json) -> None:
        if kitchen.home:
            await client.views_publish(user_id=event["user"], view={"type": "home", "blocks": kitchen.home})

    open_views(app, kitchen, client)
    offer_cities(app, kitchen)
    return app


def open_views(app: AsyncApp, kitchen: Kitchen, client: AsyncWebClient) -> None:
    @app.action({"action_id": "kitchen.open"})
    async def open_again(ack: AsyncAck, body: Json) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=kitchen_modal(kitchen.modal_blocks))

    @app.action({"action_id": "shelf.push"})
    async def push(ack: AsyncAck, body: Json) -> None:
        await ack()
        view = kitchen_modal([{"type": "section", "text": marked("The second one")}], title=plain("On top"))
        await client.views_push(trigger_id=body["trigger_id"], view=view)


def offer_cities(app: AsyncApp, kitchen: Kitchen) -> None:
    @app.options({"action_id": "kitchen.city"})
    async def offer(ack: AsyncAck, body: Json) -> None:
        kitchen.searched.append(body["value"])
        typed = escaped(body["value"]).lower()
        await ack(options=[city for city in CITIES if typed in city["text"]["text"].lower()])
