"""Errors that a person should read. ``str(error)`` is the sentence they see: what is wrong, and what to do next."""


class OopsError(Exception):
    """Something a person can put right."""
