"""Slack without Slack: one strict local workspace for the browser playground and for the tests.

It knows nothing of oops: only what Slack itself does with an app's messages, modals, commands and events.
"""
