"""Strain that a text may appeal to: busy days, tired people, short time."""

from bot.lint.phrases import table

FAMILIES = {
    "STRAINED": (
        "busy overworked overwhelmed understaffed short-staffed short_staffed exhausted tired rushed rushing stretched swamped snowed_under"
        " under_pressure under_stress under_strain in_a_rush in_a_hurry short_of_staff short_of_people short_of_time on_holiday"
        " off_sick jet-lagged up_all_night distracted working_late working_overnight working_around_the_clock working_round_the_clock working_non-stop working_nonstop working_day_and_night working_double working_from_home working_long_hours working_flat_out pressed_for_time"
        " understrength new_at new_to_this racing working_to_a under_enormous under_huge under_great under_a_lot run_off"
    ),
    "HARD": "busy hectic stressful chaotic frantic crazy exhausting fast-moving fast-paced fast_moving rapidly_changing rapidly_evolving unprecedented long_and hard tough long difficult challenging very_busy extremely_busy",
    "PERIOD": "monday tuesday wednesday thursday friday saturday sunday day days week weeks month period season night morning evening shift weekend afternoon year schedule situation circumstances conditions pace times time run-up quarter",
}

STRAIN_OF_A_HELPER = table(
    "our|my|the|a|an|one ~3 intern|interns|trainee|trainees|apprentice|apprentices|temp|temps|freelancer|designer|copywriter|agency ~5 was|were|had_been|has_been ~2 STRAINED",
    unless=(
        "overwhelmed|swamped by|with ~2 kindness|support|response|love|generosity|messages",
        "if|when our|your|the",
    ),
    families=FAMILIES,
)
"""Whose busy day it was is told: that blames them, however kindly."""

STRAIN = table(
    "been|were|was|am|are under ~5 stress|strain|pressure",
    "HARD ,? ~1 PERIOD",
    "we|i|team|staff|everyone|desk|us|department|colleagues|editors|office|editor ~1 BE ~2 STRAINED",
    "we|i have had a|an? ~2 PERIOD",
    "we|i|team|staff|colleagues|editors|office|desk|department|people|nurses|us|who|all|everyone|moderators|volunteers ~1 BE ~2 exhausted|overworked|understaffed|short-staffed|overstretched|overloaded|swamped|snowed_under|overwhelmed|under_pressure|stretched_thin|stretched_to",
    "under ~2 strain|pressure|stress !cooker|cookers|of",
    "in|with|given|due_to|because_of|under|amid all|our|the|my|such_a|a? ~1 haste|rush|hurry|heat_of_the_moment|bustle|hustle|confusion|commotion|turmoil|frenzy|tumult|excitement|enthusiasm|time_pressure|pressure|eagerness|workload|staff_shortages|staff_shortage|zeal|chaos",
    "nobody|no_one|none of|in|on|at ~4 was|were ~1 old_enough|experienced_enough|trained|qualified|in_a_position|on_duty|able",
    "it|which|that|THING|photo|file|mistake|error had ~1 been ~5 for ~2 years|months|decades",
    "we|i|and ~1 was|were|grew|am ~1 brought_up|raised|up|grown_up ~3 in|at|when|with|where ~3 time|times|era|house|home|household|family|generation|different|such",
    "we|i had ~1 only|merely|just seen|read|heard|looked|known|been|skimmed|glanced",
    "because the|a|an|another|both|some|most|many|every|one|two|three|several|they|there|he|she ~2!post|article|joke|picture|advert|tweet|letter|text|information|claim|content|wording|image|statement was|were|is|had|did|came|fell|broke|took ~3 not|only|late|away|ill|full|out|down|missing|closed|short|already|too|still|new|free|busy|on_holiday|on_leave|brought",
    "did|do|followed|obeyed|observed|met|with ~2 law|rules|guidance|regulations|standards|guidelines ~1 required|asked|allowed|said|of_the_time|at_the_time|of_the_day|then",
    "old habits die",
    "had|have|has|bore|carried ~1 nearly|almost|very ~1 same|similar|identical name|names|title|titles|number|numbers|file_name|label|initials|colour",
    "none ~4 had ~1 ever? heard|seen|noticed|known|met|been_told",
    "budget|means|resources|funds ~1 does|do|did not ~1 stretch|allow|run|reach|permit",
    "half|much|most|part|some|many of? our|the ~1 team|staff|crew|colleagues|drivers|volunteers ~1 is|are|was|were|has_been|have_been ~1 off|ill|sick|away|down_with|on_holiday|on_leave|in_quarantine",
    "who|which|that|and ~2 almost|nearly|very the_same|similar|alike",
    "volume|volumes|pace|number of orders|e-mails|news|messages|requests|calls|work|mail",
    "high|large|unusual|record|unprecedented|exceptional|huge|overwhelming ~1 volume|volumes|number|numbers|demand of|for ~1 enquiries|applications|letters|visitors|customers|bookings|questions|claims|tickets|guests|parcels|posts|cases",
    "staff|staffing|time shortage|shortages|constraints|pressures|pressure",
    "shortage of staff|time|people|resources",
    "tight|looming deadline|deadlines",
    "was|it|so|too|very|posted|wrote|sent|written late at night|in_the_evening",
    "end of a long|very_long ~2 day|week|shift",
    "before our|my|the? first|morning? coffee",
    "too little|much|many sleep|coffee|wine|work|things",
    "last-minute|last_minute change|rush|edit|changes",
    "monday brain|blues|itis",
    unless=(
        "no|not an? excuse",
        "you|your ~2 busy|tired|STRAINED|time|day",
        "PERIOD ~1 for|on|to",
        "sorry|apologise|apologies|apologising for|about ~3 HARD ~1 PERIOD",
        "we|i ~1 gave|caused",
        "long time ago",
        "even if ~1 nobody|no_one",
        "hate|hateful|abuse|abusive|threats|insults|insulting ... staff|team|we|us|colleagues|volunteers",
    ),
    families=FAMILIES,
)
