"""Who else could have done it: people, firms and machines, and what they do wrong."""

AGENTS = {
    "HELPER": (
        "intern interns trainee trainees employee employees staffer staffers staff_member staff_members member_of_staff member_of_our_staff"
        " member_of_the_team member_of_our_team team_member team_members colleague colleagues worker workers contractor contractors"
        " freelancer freelancers volunteer volunteers temp temps copywriter proofreader editor sub-editor designer"
        " assistant secretary apprentice operator technician developer engineer programmer webmaster administrator admin translator"
        " predecessor predecessors newcomer rookie junior social_media_manager social_media_team social_media_person social_media_editor"
        " social_media_assistant social_media_guy community_manager marketing_team marketing_manager marketing_department pr_team press_office"
        " communications_team communications_department web_team design_team it_department it_team new_hire new_starter new_guy new_girl"
        " somebody someone individual individuals photographer manager moderator student_worker sales_team support_team content_team overseas_team overseas_office local_office local_branch local_team local_partner regional_office night_shift day_shift weekend_team night_team weekend_editor night_editor duty_editor social_team digital_team comms_team press_team media_team research_team data_team tech_team legal_team hr_department hr_team accounts_team unauthorised_user unauthorised_person unauthorised_party student outgoing_chair new_colleague accounts_department billing_department finance_department sales_department press_department legal_department service_department booking_office ticket_office"
        " producer reporter journalist correspondent writer columnist blogger caterer clerk receptionist coordinator analyst copy-editor subeditor"
        " representative rep executive supervisor planner researcher scientist captioner subtitler typesetter ghostwriter clerk hire recruit"
        " newbie graduate placement_student working_student guest_editor guest_writer guest_author staff_photographer picture_desk news_desk sports_desk night_desk copy_desk"
        " graphics_team product_team events_team customer_service_team customer_care_team call_centre chef cook driver nurse guard cashier salesperson"
        " contributor contributors commentator commentators pundit panellist panelist caller helper helpers cameraman illustrator animator dispatcher controller pharmacist bookkeeper accountant steward usher announcer"
        " caterers cleaners technicians installers programmers decorators removers electricians plumbers presenter host tour_guide dj speaker influencer ambassador teenager kid lad girl person_in_charge treasurer webteam postman"
        " attackers attacker hackers hacker scammers scammer spammers vandals vandal fraudsters"
        " guy guys chap bloke lad fellow lady"
        " caretaker janitor porter doorman bouncer waiter cleaner electrician gardener midwife paramedic ranger registrar archivist hostess stylist florist"
    ),
    "ROLE": (
        "coach author official officer doctor teacher lecturer councillor candidate player guest attendee participant parent director chair"
        " chairman president secretary landlord installer plumber builder dealer neighbour minister mayor referee judge curator librarian"
        " artist musician singer actor band pilot conductor captain promoter committee board department branch franchise ministry council"
        " government authority authorities police university school college club league federation embassy airport bank airline network hospital venue charity union newspaper"
        " broadcaster station magazine website paper lab laboratory institute bureau bakery farm factory warehouse depot hotel post_office royal_mail operator company firm"
    ),
    "PART_OF": "member members one some somebody someone part section few people person",
    "TEAM": "team staff crew department office desk committee public workforce personnel squad group board panel jury",
    "COMPANY": (
        "agency agencies supplier suppliers vendor vendors provider providers partner partners subcontractor subcontractors"
        " third_party third_parties third-party distributor franchisee licensee printers printing_house printing_company printing_firm"
        " courier mailing_house mailing_company publisher consultant consultants consultancy pr_firm pr_company marketing_firm"
        " marketing_company ad_agency news_agency wire_service wholesaler manufacturer outside_firm outside_company external_company"
        " head_office sister_company parent_company comms_agency marketing_agency creative_agency advertising_agency external_agency outside_agency media_agency communications_agency translation_company web_company web_firm software_company software_firm design_company delivery_company it_company it_firm security_company catering_company hosting_company web_host retailer organiser organisers sponsor"
        " carrier carriers haulier packager bottler grower growers importer exporter producer_in printer_in label_maker broker insurer developer_in bureau"
        " typesetters call_centre research_firm research_company pollster pollsters polling_company polling_firm survey_company market_researchers picture_agency photo_agency picture_library"
        " stock_library booking_agent booking_platform ticket_platform ticketing_partner ticketing_company payment_provider card_company e-mail_provider e-mail_service mail_provider mailing_service"
        " newsletter_service internet_provider phone_company telecoms_provider network_operator network_partner data_provider data_supplier cloud_provider maintenance_company maintenance_firm"
        " cleaning_company bus_company coach_company rail_operator ground_handler handling_agent manufacturer_in removal_firm recruitment_agency external_contractor outside_contractor"
        " outside_supplier external_supplier external_provider external_partner partner_organisation partner_agency licensing_partner delivery_partner logistics_partner wholesalers laboratory lab"
        " print_shop copy_shop printing_shop print_works tailor translation_bureau translation_service engraver stonemason sign-maker"
        " archive archives registry picture_archive photo_archive tour_operator print_partner media_partner"
    ),
    "PRODUCT": "google google_maps google_translate facebook twitter instagram mailchimp canva excel outlook zoom siri alexa chatgpt hootsuite whatsapp microsoft apple autocorrect youtube linkedin gmail",
    "MACHINE": (
        "google_translate automated_process automatic_process automated_system automated_post automated_tweet automated_message automated_feed semi-automated automated_content automated_tool "
        "system systems software algorithm algorithms server servers scheduler scheduling_tool mailing_tool database script robot robots"
        " chatbot chatbots bot bots autocorrect auto-correct autocomplete auto-complete auto-fill autofill predictive_text spellcheck"
        " spell-check spellchecker spell-checker spell_checker computer computers ai artificial_intelligence automation printer keyboard machine plugin"
        " cms translation_tool translation_software technology gremlins gremlin template mail_merge e-mail_tool filter calendar_tool scheduling_software"
        " sensor sensors scanner camera siren meter thermometer switchboard router cable telephone_line internet_connection wifi network clock update upgrade patch"
        " spreadsheet formula macro feed export import integration connector interface backup cache cookie sync firewall voice_assistant translator_app translation_app"
        " photo_app scheduling_app mail_client mail_server mail_program mailing_program publishing_system ticket_system booking_system till payment_system alarm_system alert_system warning_system"
        " content_management_system crm language_model chat_assistant virtual_assistant auto-translate autotranslate auto-reply auto-responder autoresponder photocopier laptop phone tablet"
        " calendar_app weather_app mail_app mailing_list_tool navigation_system sat_nav satnav"
    ),
    "DOES_WRONG": (
        "posted reposted tweeted retweeted sent published shared pressed pushed clicked hit selected picked chose uploaded typed mistyped"
        " misread misheard misspelled misunderstood misplaced mislabelled misprinted mistranslated miscalculated mistook forgot failed neglected"
        " mixed confused copied pasted scheduled approved released triggered generated malfunctioned crashed broke glitched"
        " messed screwed let_us_down changed altered inserted swapped dropped duplicated overlooked ignored attached entered"
        " sent_out put_out supplied provided gave_us told_us assured_us did_it did_this did_not did made_a made_an made_the made_this got_it got_the_wrong got_confused went_rogue"
        " ate had_access strikes struck swears swore acted misfired re-blogged reblogged fired_off put_the_wrong used_the_wrong used_an"
        " is_to_blame was_to_blame are_to_blame were_to_blame is_responsible was_responsible are_responsible were_responsible was_at_fault is_at_fault was_wrong were_wrong"
        " was_unaware was_new is_new thought_it slipped_up slipped jumped_the_gun went_down had_a_bug has_a_bug let_you_down picked_up pulled_the went_wrong"
        " put left_the left_out ran decided wrote added took_the_wrong deleted never"
        " muddled mangled garbled jumbled botched bungled fumbled omitted leaked misled misjudged mishandled misfiled misaddressed miscounted mislaid misquoted misinformed misdialled"
        " invented fabricated faked filed booked ordered quoted labelled printed loaded packed served poured shipped delivered switched turned_on turned_off activated set_off pulled_the designed"
        " translated produced recorded edited cropped captioned typed_in keyed_in filled_in filled supplied_us sent_us handed handed_us passed missed cancelled cut"
        " went_ahead went_too went_off went_over jumped took_it took_the overstepped crossed_the ought_to_have should_have could_have was_careless was_sloppy was_not_paying was_confused"
        " got_mixed got_carried got_hold got_our got_their got_the messed_up slipped_in stepped_out lost dreamt_up came_up_with thought_up cooked_up had_the_idea had_other_ideas blundered"
        " stumbled tripped hallucinated made_it_up made_up held_back withheld concealed hid lied exceeded abused misused accessed hacked stole"
    ),
    "DONE": (
        "posted reposted sent published tweeted retweeted re-blogged reblogged shared written made selected uploaded supplied provided created"
        " produced designed scheduled released triggered generated caused introduced issued committed prepared managed operated approved translated printed"
        " inserted put_up put_out put_together drafted reported typed chosen authorised error mistake oversight slip fault mix-up blunder failure"
        " sent_out put_online run handled delivered captioned worded labelled developed hosted drawn_up compiled laid_out thought_up"
    ),
    "FAULT": (
        "error errors glitch glitches fault faults failure failures bug bugs malfunction malfunctions issue issues problem problems"
        " mistake mistakes outage outages mishap hiccup hiccups breakdown mix-up oversight slip doing carelessness incompetence hitch"
        " difficulties gremlin gremlins"
    ),
    "CAUSED_BY": (
        "due_to because_of caused_by owing_to as_a_result_of the_result_of a_result_of result_of thanks_to down_to is_down_to was_down_to stemmed_from"
        " stems_from lies_with lay_with originated_with originated_from came_from attributable_to the_fault_of courtesy_of arose_from"
        " resulted_from traced_to traced_back_to"
    ),
    "READER": (
        "you people readers some many customers followers they users others viewers critics commentators everyone anyone those media"
        " press journalists recipients some_of_you many_of_you internet twitter"
    ),
    "PUNISHED": (
        "fired terminated dismissed sacked suspended disciplined reprimanded let_go parted_ways severed cut_ties reassigned removed spoken_to"
        " retrained relieved_of stood_down asked_to_leave shown_the_door placed_on_leave put_on_leave dealt_with held_accountable held_responsible taken_off transferred moved_to_other no_longer replaced given_notice counselled ended counseled warned cautioned"
    ),
    "ADVERB": "has have had then also by_mistake accidentally mistakenly wrongly inadvertently incorrectly simply just once again apparently unfortunately obviously who that regrettably sadly carelessly recently evidently we_work_with we_use we_hired in_charge on_duty responsible involved erroneously unknowingly evidently simply",
    "CULPRIT": "those_responsible person_responsible people_responsible individual_responsible employee_responsible one_responsible those_involved individuals_involved person_involved those_concerned",
    "NO_BLAME": (  # to their credit, or a wrong of our people that we tell plainly
        "found went_through been_through warned spoken searched helped noticed spotted pointed apologised spoke met called contacted answered confirmed checked worked won died fell slept retired joined moved thanked"
        " asked offered felt feared hoped suffered corrected found_the found_out fixed repaired replied visited agreed read_out performed played earned scored received need"
        " needed required used_to based_in based named called elected appointed born told_us_about said_thank explained resigned wanted written_to spotted_it caught reported_it"
        " alerted flagged drew_our drew_attention brought_it rescued saved supported advised responded reviewed investigated related united limited experienced"
        " dedicated skilled trained affected concerned involved injured pictured shown seen depicted photographed featured mentioned"
        " insulted mocked hit attacked abused harassed groped pushed shouted turned_away refused treated imitated laughed beat assaulted hurt humiliated threatened cheered swore"
    ),
    "DUTY": "keep kept tell told check checked inform informed update updated pass passed read follow followed send sent warn warned provide provided deliver delivered proofread notify notified confirm confirmed label labelled mark marked report reported answer answered do done mention mentioned maintain maintained supply supplied consult consulted",
    "SAID_IT": "joked said told showed gave listed displayed read called named stated wrote_that indicated claimed advertised quoted announced",
    "KIN": "nephew niece son daughter wife husband brother sister mother father mom dad cousin uncle aunt friend flatmate roommate boyfriend girlfriend cat dog toddler kid kids child children grandson granddaughter partner",
}
