"""The page's endpoints (/play/*): JSON in, JSON out, one acting person per request."""

from aiohttp import web

from bot.playground.workspace import Workspace


class ClockHooks:
    pass


class PagePlay:
    def __init__(self, workspace: Workspace, hooks: ClockHooks) -> None:
        self.workspace = workspace
        self.hooks = hooks

    def add_routes(self, app: web.Application) -> None:
        pass

    def close(self) -> None:
        pass
