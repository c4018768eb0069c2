"""What cannot work as a brand is set: somebody leads who is not in its channel, or too few there may approve."""

from collections.abc import Mapping

from bot.brands.cards import Presence
from bot.models import Brand
from bot.states import GroupTrouble
from messages.blocks import Block, section
from messages.texts import Marked, listed, person, say


def lacking_blocks(
    brand: Brand, presence: Presence | None, unread: Mapping[str, GroupTrouble]
) -> list[Block]:
    """Return what to put right; ``unread`` are approving user groups whose members cannot be known."""
    told = [say("settings.group_unread", group=group, trouble=trouble) for group, trouble in unread.items()]
    return [section(words) for words in (*told, *_absent(brand, presence))]


def _absent(brand: Brand, presence: Presence | None) -> list[Marked]:
    if presence is None:
        return []
    outside, can = listed([person(one) for one in presence.outside]), presence.can_approve
    needed, words = brand.approvals_needed, []
    if outside:
        words.append(say("settings.outside", people=outside, presence=presence))
    if can is not None and can < needed:
        words.append(say("settings.too_few", needed=needed, presence=presence))
    return words
