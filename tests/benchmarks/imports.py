"""Imports the packages that oops uses while it serves, and nothing of oops: `python -m tests.benchmarks.imports`."""

# ruff: noqa: F401  importing is all that it does
import sys

import aiohttp.web
import alembic.command
import apscheduler.schedulers.asyncio
import jinja2
import pydantic_settings
import slack_bolt.app.async_app
import slack_sdk.web.async_client
import sqlmodel
import structlog
import typer

if __name__ == "__main__":
    print("imported", flush=True)  # noqa: T201  whoever started the process reads it
    sys.stdin.read()
