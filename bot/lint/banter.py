"""How a serious case is laughed off: mock interjections, culprits out of a cartoon, mock penalties and prizes, the sign of a pun."""

from bot.lint.phrases import table

_FAMILIES = {
    "CREATURE": (
        "hamster hamsters parrot cat cats dog dogs goldfish monkey monkeys gremlin gremlins goblin goblins elf elves ghost ghosts poltergeist"
        " unicorn llama goat squirrel squirrels pigeon pigeons toddler robot robots grandma granny ferret raccoon chimp penguin duck"
        " crystal_ball time_machine horoscope brain brains"
    ),
    "MISDEED": (
        "did typed wrote walked sat posted pressed chose sent approved signed ordered swears swore blames had_a has_a got_hold got_into needs_a needs_glasses is_grounded is_sorry is_fired took_over strikes"
        " struck escaped insists denies"
    ),
    "CURE": (
        "glasses spectacles holiday vacation nap coffee brain brains sleep calendar map atlas compass dictionary calculator clock watch drink"
        " hug therapy lie-down biscuit cookie day_off talking-to spanking exorcist proofreader spellchecker magnifying_glass maths_lesson"
        " geography_lesson history_lesson stiff_drink crash_course reality_check"
    ),
    "GADGET": "server app website router laptop tablet computer printer keyboard phone calendar software spellchecker autocorrect gps satnav sat_nav fax copier scanner calculator machine toaster",
    "SUBJECT": "maths math geography history chemistry biology spelling reading counting timing tact counting_to arithmetic grammar subtlety geometry",
}

BANTER = table(
    "crumbs|awks|blimey|lordy|jeepers|phew|gulp|blush|eep|sigh|whoa|boom|bam|kaboom|zing|ouchie|yowch|voilà|hurrah|hooray|bingo|bazinga !|,|?",
    "heaven_help|heavens_above|good_grief|good_heavens|holy_moly|holy_cow|holy_guacamole|holy_smoke|great_scott|dearie_me|oh_boy|oh_snap|goodness_me|mamma_mia|oh_crumbs",
    "ha_ha|ho_ho|hee_hee|tee_hee|he_he|ba_dum|badum|wah_wah|womp_womp|nudge_nudge|wink_wink|tut_tut|oh_là|ooh_la",
    "our|the|my|a ~1 CREATURE MISDEED",
    "fired|sacked|promoted|demoted|grounded|punished|scolded|replaced|blame|blaming|blamed|spanked|hired|consulted|asked|trust|trusted ~1 our|the|a|my ~2 CREATURE|magic_8|stapler|houseplant",
    "our|the|my|this ~1 GADGET ~3 glasses|holiday|nap|brain|mind|humour|drunk|hungover|bored|lonely|jealous|day_off|therapy|spanking|talking-to|crush|sulk|sulking|lie-in|mood|moods|tantrum|hissy|nervous_breakdown|midlife|naughty|jinxed|possessed|cursed|haunted",
    "we|i|us|someone|somebody|team|intern|finger|editor ~2 clearly|obviously|really|badly|desperately|urgently|definitely|need|needs|get|buy|lend|give|bring ~3 CURE",
    "new|bigger|better|fresh brain|brains|crystal_ball|glasses|calculator|eyes",
    "brain|brains ~2 on|off|out|to ~1 holiday|vacation|lunch|strike|leave|mush|autopilot|sleep",
    "not|never ~2 our|my ~1 best|strongest|strong|favourite|finest ~1 subject|suit|point|forte|hour|moment|look|day !.",
    "SUBJECT is|was|'s ~1 not|never|n't ~1 our|my|for|easy",
    "will|wo|shall|is|are not|no ~2 getting|get|have ~2 a|any|our|their bonus|dessert|pudding|supper|cookies|cake|christmas|pay_rise|raise|medal|gold_star|cookie",
    "no ~1 bonus|dessert|pudding|supper|cookies|cake|gold_star|biscuits ~1 for us|me|the|him|her",
    "award|give|gives|present|nominate|elect ~1 ourselves|myself ~2 the|a|an|as|for ~4",
    "golden|wooden|gold|employee|idiot|genius|muppet|clown ~1 facepalm|spoon|raspberry|turkey|star|of_the_month|of_the_year|of_the_week ~1",
    "sent|send|confined|banished|locked|gone ~2 to|in|into its|the_naughty|his|her ~1 room|corner|bed|doghouse|kennel|cage|stairs|dungeon|tower|naughty_step ~1",
    "culprit|suspect|perpetrator ... CREATURE|confessed|arrested",
    "rumour has it",
    "wash|washed|washing|rinse|rinsed our|my|its|his ~1 mouth|mouths|keyboard ~1 ~1 soap|with",
    "surprise ,|!",
    "ha !",
    "kiss and make_up",
    "we|i were|was ~1 bored|drunk|hungover|tipsy|hangry|daydreaming",
    "congratulations|congrats|well_done|bravo|hats_off|kudos|applause|three_cheers|pat_on_the_back|slow_clap to|, ~1 us|ourselves|me|our_team",
    "is this thing|mike|microphone on",
    "bad news : ~8 good_news",
    "someone|somebody ~1 take|hide|lock|confiscate|unplug|stop ~1 our|the|us|my|this ~2",
    "blew|blow|blown|blows|exploded up? in our|my face|faces",
    "fed|thrown|tossed|feed|throw to the sharks|lions|wolves|crocodiles|dogs|piranhas",
    "fingers|thumbs|mouth|mouths|tongue|tongues BE ~1 faster|quicker|bigger|looser than",
    "rip our|my|us|, ~2",
    "insert foot|shameful|joke|facepalm",
    "hello darkness",
    "went|go|goes|gone down ~3 as well|smoothly as",
    "hands up ~1 who|if|anyone|everyone",
    "on the bright|sunny|plus side",
    "silver lining",
    "aged|landed|went|goes|going|flew|sank|fell like ~2 milk|fine_wine|lead|brick|bricks|titanic|stone|pancake|balloon|custard|whoopee|fish",
    "killed|ruined|spoiled|murdered the ~1 mood|vibe|party|buzz|atmosphere",
    "you might|could say .|!|,",
    "so to speak",
    "as it were",
    "to say the least !",
    "if you will !|.",
    "tried turning|switching ~2 off",
    "off and on again",
    "sleep tight",
    "bon|buon appetit|voyage|appetito|viaggio",
    "keep calm and carry|eat|drink|bake|read|shop|wait|call|hug",
    "who let|gave|left the ~3 out|in|keys|loose|alone|unsupervised",
    "too soon ?",
    ", we|i know !",
    "in other news",
    "said no_one|nobody ~1 ever",
    "rest|rip in_peace|, ~1 our|my ~2",
    "naughty|silly|bad|dumb|clumsy us|me|team|intern|robot|computer|fingers|finger|corner|step|bot",
    "stinker|doozy|humdinger|whopper|clanger|howler|corker|belter ~1",
    "load of crap|rubbish|bull|baloney|hot_air|old_cobblers",
    "tastes|smells|sounds ~1 like|of ~1 sock|shoe|foot|feet|chicken|regret|defeat",
    "dog ate ~1 my|our|the_list|the_calendar|the_homework|the_notes|the_script",
    "world record|champion|champions|championship ~3 in|for|of ~2 embarrassment|typos|stupidity|apologising|apologies|clumsiness|awkwardness|mistakes|mix-ups|tactlessness|forgetting|confusion",
    "mercury ~1 in|is ~1 retrograde",
    "elephant in the room",
    "pobody|nobody|no_one 's|is perfect",
    unless=(
        "called|wrote|phoned us?|the? to ask",
        "not|never ~3 funny|joke|joking|laugh|hilarious",
        "silver|gold|world ~3 medal|event|final|winner|athletics|race|marathon",
        "pet|pets|vet|zoo|owner|owners|animal|animals ~4",
    ),
    families=_FAMILIES,
)
