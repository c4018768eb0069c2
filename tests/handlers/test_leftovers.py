"""Buttons and forms of an earlier version, which nothing listens to any more."""

from tests import forging
from tests.world import Someone


async def test_a_button_that_nothing_listens_to_says_that_it_no_longer_works(alice: Someone) -> None:
    await alice.reports(should_have_said="Thursday")

    reply = await forging.clicks(alice, "poll.vote", "1")

    assert reply.acked
    assert "That button no longer works." in alice.hears()[-1]


async def test_a_form_that_nothing_listens_to_stays_below_the_refusal(alice: Someone) -> None:
    reply = await forging.submits(alice, "poll", "1", what="We wrote Tuesday, it is Thursday")

    assert reply.payload["response_action"] == "push"
    assert "This form no longer works." in str(reply.payload["view"])
