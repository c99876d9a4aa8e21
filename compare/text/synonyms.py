"""Plain words that writers put for one another ("movie" and "film", "start" and "begin"): what a search may take for a claim's word.

It is knowledge of everyday English, of no subject: a search that takes too much costs a place in a list, never a verdict.
Verbs of acts, with their nouns, come from `compare.text.status_verbs`.
"""

from collections.abc import Mapping
from functools import lru_cache

from compare.fold import stem_of
from compare.text.status_verbs import GROUPS

EVERYDAY = """\
father dad parent | mother mom mum parent | brother sister sibling | son daughter child kid offspring
husband wife spouse married marriage wed wedding | divorce divorced separate separated split
grandfather grandmother grandparent | boy girl youth teenager young teen | man male gentleman | woman female lady
baby infant newborn | family relatives kin | born birth birthplace native | die dead death deceased pass killed perish
kill murder slain assassinate shot slay | grow raise upbringing childhood reared | old elderly aged age
friend companion buddy | enemy foe rival opponent adversary | live reside residence dwell inhabit settle home
house home residence dwelling | town city village municipality | country nation state | area region territory zone
border frontier boundary | road street highway route | river stream | ship boat vessel | car automobile vehicle
plane aircraft airplane jet | train rail railway railroad | film movie picture cinema | song single track tune
album record lp | book novel | writer author novelist wrote written penned | actor actress star cast
role part character portray play | singer vocalist sing sang | band group | show series program
painting portrait artwork | poem verse poetry | newspaper paper press | magazine journal periodical
critic reviewer review | article piece report story | title headline name | sequel installment instalment
director filmmaker direct helm | game match contest | team club side squad | win victory triumph beat defeat
champion title championship | score goal point | player athlete | coach manager | season campaign | league division
award prize honor medal | sport sports athletics | competition tournament contest | record best | fan supporter
war conflict battle fighting combat hostility | soldier troop army military force
attack assault raid strike offensive | weapon arm gun | peace ceasefire truce armistice
treaty pact agreement accord deal | bomb explosive | fight battle | law act legislation statute bill | rule regulation
court tribunal judge | crime offence offense | prison jail imprison incarcerate | arrest detain custody capture
trial prosecute prosecution | guilty convict conviction | punish sentence penalty
government administration authority | president leader head | minister secretary
king queen monarch emperor ruler crown reign | parliament legislature congress assembly
election vote poll ballot elect | party faction | opposition dissent | policy stance approach | official officer
ambassador envoy diplomat | talk negotiation discussion dialogue | meet meeting summit encounter
visit trip journey travel tour | conference forum | speech address remark | help aid assist assistance support
ally partner | cooperate collaboration partnership | influence impact effect | money fund finance cash
cost price expense | pay payment paid salary wage | rich wealthy affluent | poor poverty
company firm corporation business enterprise | factory plant | worker employee staff labor
job work employment occupation profession career | boss chief head director | hire recruit employ appoint
fire dismiss sack oust | resign quit retire depart | owner own possess | market trade commerce | product goods
profit earnings income revenue | loss deficit | tax levy duty | loan credit debt | doctor physician | nurse medic
illness disease sickness sick ill | cure treat treatment therapy remedy | drug medicine medication | hospital clinic
injury wound hurt injured | pain ache suffer | school college university academy | student pupil learner
teacher professor instructor tutor | study research | graduate degree | science scientific scientist researcher
invent invention discover discovery | theory hypothesis | idea concept notion | begin start commence onset
end finish conclude terminate ending | stop cease halt | continue remain last persist
create make produce build construct establish found form | destroy demolish ruin wreck | repair fix restore renovate
change alter modify transform convert | replace substitute swap | improve enhance better | worsen deteriorate
increase rise grow gain climb | decrease fall decline drop reduce | big large great huge vast enormous major
small little tiny minor | fast quick rapid swift speed | slow gradual | high tall height | low short | long length
wide broad width | deep depth | heavy weight | new recent modern latest | ancient old early
first initial original earliest inaugural debut | last final latest | main chief primary principal major key
important significant crucial vital | famous known renowned noted popular celebrated prominent
good great excellent positive | bad poor negative | true real actual genuine | false fake untrue
right correct accurate | wrong incorrect error mistake | often frequent regular | rare seldom uncommon
always constant | never not | nearly almost approximately about roughly | many numerous several various multiple
most majority mostly largely mainly | few couple | all every entire whole | half fifty
show reveal demonstrate display exhibit indicate | say state claim assert declare tell announce
call name term dub title known | ask request demand urge call | answer reply respond response
agree accept consent approve | refuse reject decline deny | think believe consider regard view opinion | know aware
learn discover find | teach educate education | understand comprehend | want wish desire seek hope
like love enjoy favor prefer favorite | hate dislike despise | fear afraid dread | anger angry | try attempt effort
allow permit enable let | forbid prohibit ban bar | prevent avoid block stop | protect defend guard guarantee
give grant provide supply donate | receive get obtain acquire gain | take seize capture | keep retain maintain
lose loss | choose select pick | send dispatch ship | bring carry transport | leave depart exit | arrive reach come
return back | join enter become | separate divide split | unite merge combine | include contain comprise consist
exclude omit | use utilize employ | need require necessary | cause lead result reason | because due owing
purpose aim goal intention | see watch observe witness | hear listen | eat food meal diet | drink beverage
sleep asleep | walk march | run ran | color colour hue | animal creature beast | dog canine | plant tree vegetation
sea ocean | mountain peak | island isle | water liquid | fire blaze flame burn | earth world globe planet | sun solar
moon lunar | star stellar | energy power | god deity divine | church cathedral | religion faith belief religious
priest clergy | holy sacred | language tongue speak spoken | word term phrase | letter mail | translate translation
year annual yearly | decade ten | century hundred | month monthly | week weekly | day daily | night evening
january jan | february feb | august aug | september sept sep | october oct | november nov | december dec
kilometer mile distance | percent percentage share | temperature heat warm hot | cold cool freeze
oil petroleum crude | pipeline pipe | nuclear atomic | electricity electric power | coal mine
near close nearby adjacent | far distant remote | inside within | north northern | south southern | east eastern
west western | american usa | british uk britain english england | european eu europe
anniversary celebrate celebration commemorate | funeral burial buried grave bury | secret hidden conceal | public open
success successful succeed achieve achievement accomplish | fail failure unsuccessful | popular popularity
crowd audience | danger risk threat dangerous | safe safety security secure | strong strength powerful power
weak weakness | easy simple | difficult hard challenging | possible able can | obstacle barrier hurdle
problem issue trouble difficulty | step measure | plan scheme proposal project | program initiative
base foundation basis | role function | relation relationship tie link connection | difference distinct differ
similar same alike identical | opposite contrary | accident crash collision wreck
flood storm hurricane typhoon cyclone | earthquake quake tremor | hunger famine starvation | drown drowned sink sank
escape flee fled | hide conceal | search hunt pursue chase | rescue save | threaten warn warning
shock surprise surprised astonish | announce declare proclaim reveal unveil | deny reject dispute
admit acknowledge concede confess | criticize condemn blame denounce criticism | praise commend applaud laud acclaim
accuse allege allegation charge | promise pledge vow commit commitment | suggest propose recommend advise
argue dispute debate quarrel disagree | describe depict portray characterize | explain clarify account
mention refer cite note | encourage inspire motivate | inspire influence | force compel oblige coerce
order command instruct | control dominate govern rule | occupy invade conquer occupation invasion conquest
liberate free release freedom liberation | independence independent sovereign sovereignty
rebel revolt uprising rebellion insurgent | sign signed initial endorse | sanction embargo penalty | invest investment
export import | reserve deposit stock | supply deliver delivery shipment | expel deport banish exile
refugee displaced migrant immigrant | emigrate immigrate migrate move relocate moved
citizen national resident inhabitant | legal lawful legitimate | illegal unlawful illicit | evidence proof prove
investigate inquiry probe investigation examine | lawyer attorney counsel | formal official
temporary interim provisional | permanent lasting enduring durable | direct immediate
joint common shared mutual collective | complete entire full total | partial part portion section segment
piece fragment | type kind sort variety form | method way manner technique approach | tool instrument device
machine engine motor | computer software | phone telephone | television tv broadcast | internet online web website
music musical | dance ballet | theater theatre stage | perform performance concert gig | tour toured
instrument guitar piano violin | composer compose composed | publish release issue printed publication
edit editor editorial | premiere debut opening | audience viewer spectator | hit success chart | genre style
draft select drafted | trade swap traded | contract deal agreement | transfer move | captain skipper
defeat loss lost | tie draw drawn | goalkeeper keeper | height elevation altitude | area size extent | capacity volume
weight mass | length duration | origin source root derive | ancestor forefather descent
beautiful attractive handsome pretty | happy glad joyful | sad unhappy sorrow | calm peaceful quiet
violent violence brutal cruel | brave courage bold | clever intelligent smart bright | stupid foolish
honest truthful | strange odd unusual weird | normal usual ordinary typical | certain sure | luck fortune
sick unhealthy | healthy fit | alive living | pregnant pregnancy | virus infection infect | cancer tumor
heart cardiac | breathe breath | bone skeleton | eye vision sight | hand arm | leg foot feet | head skull
poison toxic venom | forest wood jungle | field meadow | farm agriculture farmer agricultural | crop harvest
fish fishing | cattle cow livestock | gold golden | iron steel | stone rock | wood wooden timber | glass transparent
paper document | cloth clothes clothing garment wear dress | build building structure | tower castle fortress palace
wall fence barrier | room chamber hall | kitchen cook cooking chef | restaurant cafe | bank lender | store shop retail
hotel inn | station depot | port harbor | market bazaar | museum gallery | park garden | teenage adolescent
childhood youth | grown adult | single unmarried | engaged betrothed engagement fiance | heir successor inherit
predecessor previous former prior | succeed follow successor | replace substitute successor | vice deputy assistant
interim acting | nominate nomination nominee | candidate nominee contender | campaign run | term tenure
oath inaugurate inauguration | casualty victim | massacre slaughter genocide | hostage captive prisoner
spy espionage intelligence | navy naval fleet | missile rocket | space outer cosmos universe | orbit orbital
particle atom | light bright luminous | dark darkness | speed velocity | connect link | trilateral three
bilateral two | ban prohibition | waiver exemption exempt | total sum overall | number amount quantity
population inhabitant people | group organization body
"""
"""One group of words after the other; a word may stand in several."""


@lru_cache(maxsize=1)
def senses() -> Mapping[str, frozenset[str]]:
    """For each stem the names of the groups it stands in."""
    groups = [group.split() for group in EVERYDAY.replace("\n", "|").split("|")]
    found: dict[str, set[str]] = {}
    for number, words in enumerate([*groups, *(words.split() for words in GROUPS.values())]):
        for word in words:
            found.setdefault(stem_of(word), set()).add(f"={number}")
    return {stem: frozenset(names) for stem, names in found.items()}
