"""Speaking with Slack: its Web API and Socket Mode, what it refuses and says of itself, and the rows of what it has said."""
