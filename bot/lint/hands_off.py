"""What says that it was never in our hands: we only pass it on, take it to them, you might have looked yourselves."""

from bot.lint.agents import AGENTS
from bot.lint.phrases import table
from bot.lint.readers import THEY

_FAMILIES = {
    **AGENTS,
    "HANDLE": (
        "import imported lend lent screen screened air aired show showed sell sold hire hired rent rented buy bought buy_in host hosted stock stocked"
        " print printed carry carried broadcast distribute distributed deliver delivered publish published pass_on passed_on repeat repeated forward"
        " forwarded let"
    ),
    "MAKE": (
        "make made design designed build built write written grow grown bake baked cook cooked cut run choose chosen create created draw drawn edit"
        " edited own manufacture manufactured pack packed produce produced paint painted"
    ),
    "THEY": THEY,
}
HANDS_OFF = table(
    # we only pass it on; take it to them
    "we|i ~2 HANDLE ~5 ,|;|and|but|- ~2 do|did|had not ~1 MAKE it|them|that|this|these",
    "we|i only|merely|just|simply HANDLE ~1 it|them|this|these|what|how",
    "we|i only|merely|just|simply HANDLE ~1 the|a|its|their ~1 .|,|;|:|!|–|—",
    "you|they will? have_to|must ~1 talk|speak|complain|turn ~2 to|with the|their|your|his|her ~2!our|my COMPANY|ROLE|HELPER",
    "take|direct|address|send|bring ~2 complaint|grievance|anger|disappointment|it|that|this ~2 to|at|up_with ~1!us|me|our the|their|your|his|her ~2!our|my COMPANY|ROLE|HELPER",
    # what they might have done about it
    "THEY must|should|might|could|ought_to|need_to|had_better|would_do_well_to|may ~1 ask|wonder|have_asked|have_wondered ~1 themselves|yourself|yourselves|why|whether|how|what !us|we|i",
    "glance|look|question|click|phone_call ~2 at|to|in|on !our_own ~4!from would|could|might ~1 have",
    families=_FAMILIES,
    unless=(
        "to|for|with you should",
        "ask|asked|wonder|wondered ~2 why|how|whether|what ~2 we|us|i|nobody|no_one|it_took",
        "we|i only|just ~1 HANDLE what ~1 best|freshest|finest",
    ),
)
