"""Words of an office for what was done to people: holidays that were “adjusted”, a fire that was a “thermal event”."""

from bot.lint.phrases import table

_FAMILIES = {
    "LIVES": (
        "holiday holidays contract contracts job jobs position positions role roles benefit benefits pension pensions salary salaries wage wages"
        " allowance allowances support care treatment treatments operation operations surgery surgeries appointment appointments place places seat"
        " seats booking bookings reservation reservations flight flights journey journeys home homes tenancy tenancies household households staff"
        " colleague colleagues employee employees worker workers team teams workforce headcount patient patients passenger passengers resident"
        " residents family families tenant tenants pupil pupils service services shift shifts grant grants order orders"
    ),
    "SMOOTHED": (
        "adjusted aligned re-aligned realigned harmonised rationalised streamlined optimised restructured reprioritised re-prioritised deprioritised"
        " rebalanced re-balanced rightsized right-sized transitioned reallocated re-allocated simplified recalibrated repositioned reorganised"
        " regularised re-scoped rescoped consolidated decommissioned discontinued sunset decluttered reaccommodated re-accommodated"
    ),
    "EVENT": "event incident occurrence episode situation interaction encounter excursion experience outcome scenario anomaly",
    "FELT": "inconvenience discomfort confusion hold-up annoyance nuisance upset distress worry irritation trouble bother unease",
    "COVERED": "thermal water weather fire smoke heat power security data safety privacy vehicle animal customer passenger guest health service wildlife noise chemical food",
}

EUPHEMISMS = table(
    "LIVES ~1 was|were|has_been|have_been|being|got ~1 SMOOTHED !to_the_right|to_the_correct|upwards_again",
    "SMOOTHED ~2 your|their|his|her|some ~2 LIVES",
    "experienced|had|saw|suffered|encountered|involved a|an|some|certain COVERED EVENT",
    "a|the COVERED event|interaction|encounter|excursion|outcome|scenario|anomaly ~1 at|in|on|with|near",
    "unplanned|unscheduled|unintended|involuntary|unanticipated|negative|adverse|sub-optimal|suboptimal|less-than-optimal|non-ideal|challenging ~1 EVENT|contact|landing|absence|disembarkation|growth|customer_experience|guest_experience",
    "offered|given|provided|assigned with? an|another alternative ~2 point|arrangement|departure|experience|destination|option|accommodation|solution ~1 on|at|in",
    "released|freed|invited|encouraged|enabled to ~1 pursue|explore|seek ~2 other|new|fresh|further ~1 opportunities|challenges|interests|options|careers",
    "asked|invited|helped|assisted|encouraged to ~1 vacate|deplane|disembark|leave ~3 with|by ~1 assistance|help|force|security|staff",
    "relieved|deprived of ~3 belongings|seat|seats|post",
    "denied boarding|access|entry ~2 to|for a ~1 small|number",
    "differed|differ|deviated|diverged|departed|varied ~1 from ~2 expectations|plan|plans|expected|target|forecast|norm",
    "timing|wording|tone|choice|phrasing|presentation|communication ~3 could|might|may have been ~2 better|happier|clearer|wiser|kinder|smoother|more_careful",
    "kinda|sorta|kind_of|sort_of|maybe_kinda forgot|missed|lost|broke|hurt|insulted|ruined|leaked|ignored|messed",
    "brief|short|temporary|passing|fleeting|transient|short-lived|trifling|petty|slight ~1 FELT",
    "SORRY ~3 irregularity|irregularities|anomaly|anomalies|unevenness|imperfection|imperfections",
    "being human ,|.",
    "robust|spirited|frank|lively exchange|discussion|conversation|encounter ~1 with|between",
    families=_FAMILIES,
)
