"""Why a row has failed, as its ``error`` says: a word of ours, or Slack's code."""

NOT_DRAWN = "not_drawn"
"""The error of a row that broke on our side: it is in the log, and a person has to look at it."""

IS_PUBLIC = "is_public"
"""The error of a row that was not said because its channel is public: everybody could read it."""

ARCHIVED = frozenset({"is_archived", "is_inactive"})
CHANNEL_LOST = ARCHIVED | {"channel_not_found", "not_in_channel"}
"""Refusals that mean: this channel cannot be written to now (docs.slack.dev, chat.postMessage and chat.update)."""

RESTRICTED = frozenset(
    {"restricted_action", "restricted_action_read_only_channel", "restricted_action_thread_only_channel"}
)
"""Refusals that mean: only some people may write in this channel, and oops is none of them."""

DELETED = "message_not_found"
"""The refusal of an update whose message was deleted, by an admin or by how long the workspace keeps messages."""

MAYBE_SAID = "maybe_said:"
"""Begins the error of a failed row that may have been said, and could not be looked for: it is, once the channel is back."""
