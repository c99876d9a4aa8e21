"""Closed classes a question may ask a member of: sports, languages, parties, ranks.

This module alone lists them, and is long for that. A member is one or more words; `=` gives another name the member it stands for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from compare.fold import fold


@dataclass(frozen=True)
class Class:
    """A class: the words that ask for it, and its members, parted by commas."""

    asked: tuple[str, ...]
    members: str


CLASSES: Mapping[str, Class] = {
    "sport": Class(
        ("sport", "sports", "discipline"),
        "football, american football, australian rules football=afl, afl, gaelic football, canadian football, association football, soccer, "
        "footballer=football, basketball, baseball, softball, ice hockey, field hockey, hockey, cricket, cricketer=cricket, rugby league, "
        "rugby union, rugby, tennis, table tennis, badminton, squash, golf, golfer=golf, boxing, boxer=boxing, kickboxing, wrestling, "
        "wrestler=wrestling, sumo, judo, karate, taekwondo, fencing, archery, shooting, weightlifting, powerlifting, bodybuilding, "
        "bodybuilder=bodybuilding, gymnastics, artistic gymnastics, rhythmic gymnastics, trampolining, diving, diver=diving, swimming, "
        "swimmer=swimming, water polo, synchronized swimming, rowing, rower=rowing, canoeing, kayaking, sailing, surfing, surfer=surfing, "
        "skiing, alpine skiing, cross country skiing, ski jumping, nordic combined, biathlon, snowboarding, freestyle skiing, luge, "
        "bobsleigh, skeleton, curling, figure skating, speed skating, short track, athletics, track and field, sprinting, "
        "middle distance running, long distance running, marathon, high jump, long jump, pole vault, shot put, javelin, hurdles, decathlon, "
        "heptathlon, triathlon, pentathlon, cycling, cyclist=cycling, motocross, motorsport, auto racing, stock car racing, formula one, "
        "rallying, motorcycle racing, speedway, horse racing, equestrian, show jumping, dressage, polo, handball, volleyball, "
        "beach volleyball, netball, lacrosse, hurling, camogie, shinty, darts, snooker, billiards, pool, bowling, bowls, lawn bowls, "
        "croquet, chess, mixed martial arts, skateboarding, climbing, mountaineering, dodgeball, floorball, bandy, nfl=football, "
        "nba=basketball, nhl=ice hockey, mlb=baseball, jockey=horse racing, nascar",
    ),
    "profession": Class(
        ("profession", "occupation", "job"),
        "politician, actor, actress, singer, songwriter, singer songwriter, musician, composer, conductor, pianist, guitarist, drummer, "
        "bassist, violinist, trombonist, trumpeter, saxophonist, rapper, dancer, choreographer, comedian, writer, author, novelist, poet, "
        "playwright, screenwriter, journalist, editor, publisher, broadcaster, presenter, television presenter, radio host, announcer, "
        "director, film director, film producer, producer, record producer, cinematographer, photographer, painter, sculptor, illustrator, "
        "cartoonist, animator, artist, designer, fashion designer, game designer, architect, engineer, scientist, physicist, chemist, "
        "biologist, botanist, zoologist, geologist, astronomer, mathematician, economist, historian, archaeologist, anthropologist, "
        "philosopher, psychologist, psychiatrist, sociologist, linguist, theologian, physician, doctor, surgeon, dentist, nurse, "
        "pharmacist, veterinarian, lawyer, attorney, barrister, solicitor, jurist, judge, magistrate, diplomat, ambassador, civil servant, "
        "soldier, army officer, naval officer, officer, general, admiral, pilot, astronaut, aviator, explorer, missionary, priest, bishop, "
        "cardinal, pastor, rabbi, monk, clergyman, teacher, professor, academic, educator, scholar, librarian, businessman, businesswoman, "
        "entrepreneur, executive, banker, merchant, investor, farmer, planter, chef, cook, baker, brewer, model, athlete, footballer, "
        "soccer player, football player, basketball player, baseball player, cricketer, tennis player, golfer, hockey player, "
        "ice hockey player, rugby player, badminton player, volleyball player, water polo player, chess player, boxer, wrestler, swimmer, "
        "cyclist, runner, sprinter, gymnast, racing driver, jockey, coach, referee, umpire, manager, activist, trade unionist, "
        "police officer, detective, criminal, magician, youtuber, programmer, computer scientist, inventor, carpenter, blacksmith, "
        "engraver, printer, critic, translator, bandleader, lyricist, arranger, organist, cellist, flautist, soprano, tenor, baritone, opera singer, record executive, "
        "sports executive, statistician, neurologist, pathologist, biochemist, microbiologist, ecologist, entomologist, ornithologist, geographer, cartographer, surveyor, geneticist, nutritionist, curator, archivist, columnist, blogger, commentator, sportscaster, "
        "newscaster, anchor, correspondent, rower, skier, skater, snooker player, darts player, handball player, rugby league player, australian rules footballer, "
        "puppeteer, voice actor, stuntman, disc jockey, dj",
    ),
    "party": Class(
        ("party",),
        "republican, democratic, democrat=democratic, democrats=democratic, republicans=republican, labour, labor, conservative, liberal, "
        "liberal democrat, liberal democrats, green, independent, libertarian, socialist, communist, social democratic, christian democratic, "
        "progressive conservative, progressive, new democratic, national, nationalist, whig, federalist, democratic republican, unionist, "
        "tory, people's, reform, constitution, fianna fail, fine gael, sinn fein, bharatiya janata, indian national congress, "
        "scottish national, plaid cymru, democratic unionist, ulster unionist, populist, workers, farmer labor, farmers, country, justice, "
        "centre, center, moderate, radical, bloc quebecois, know nothing, prohibition, union",
    ),
    "position": Class(
        ("position",),
        "goalkeeper, defender, midfielder, forward, striker, winger, centre back, center back, full back, fullback, left back, right back, "
        "wing back, sweeper, defensive midfielder, central midfielder, attacking midfielder, centre forward, quarterback, running back, "
        "halfback, tailback, wide receiver, tight end, offensive tackle, offensive lineman, guard, tackle, center, centre, defensive end, "
        "defensive tackle, nose tackle, linebacker, cornerback, safety, defensive back, kicker, placekicker, punter, long snapper, pitcher, "
        "catcher, shortstop, first baseman, second baseman, third baseman, outfielder, infielder, left fielder, center fielder, "
        "right fielder, designated hitter, point guard, shooting guard, small forward, power forward, goaltender, defenceman, defenseman, "
        "left wing, right wing, prop, hooker, lock, flanker, number eight, scrum half, fly half, inside half, five eighth, setter, libero, "
        "batsman, bowler, wicket keeper, all rounder",
    ),
    "language": Class(
        ("language", "languages"),
        "telugu, hindi, tamil, malayalam, kannada, punjabi, urdu, bengali, marathi, gujarati, odia, oriya, assamese, bhojpuri, nepali, "
        "sinhala, sinhalese, sanskrit, konkani, tulu, sindhi, kashmiri, english, french, german, spanish, portuguese, italian, dutch, "
        "swedish, norwegian, danish, finnish, icelandic, russian, ukrainian, polish, czech, slovak, hungarian, romanian, bulgarian, serbian, "
        "croatian, slovene, bosnian, macedonian, albanian, greek, turkish, azerbaijani, armenian, georgian, persian, farsi, arabic, hebrew, "
        "yiddish, kurdish, pashto, dari, chinese, mandarin, cantonese, japanese, korean, vietnamese, thai, lao, khmer, burmese, malay, "
        "indonesian, javanese, tagalog, filipino, cebuano, swahili, amharic, hausa, yoruba, igbo, zulu, xhosa, afrikaans, somali, latin, "
        "irish, welsh, scottish gaelic, breton, basque, catalan, galician, estonian, latvian, lithuanian, mongolian, kazakh, uzbek, "
        "tibetan, hawaiian, maori, esperanto, maltese",
    ),
    "work": Class(
        ("genre", "medium", "format", "media"),
        "studio album, live album, compilation album, album, single, song, soundtrack, opera, musical, play, ballet, novel, "
        "novella, short story, poem, comic book, comic, comics, graphic novel, manga, anime, film, short film, silent film, drama film, "
        "comedy film, action film, action comedy film, thriller film, horror film, science fiction film, romance film, war film, western, "
        "documentary film, documentary, period drama, television series, tv series, telenovela, soap opera, sitcom, miniseries, radio, "
        "radio drama, radio play, television, video game, board game, card game, role playing game, visual novel, web series, podcast, "
        "rock, pop, hip hop, jazz, blues, country, folk, reggae, metal, heavy metal, death metal, punk, soul, r b, funk, "
        "disco, electronic, techno, house, classical, gospel, alternative rock, indie rock, indie pop, pop rock, hard rock, progressive rock, "
        "science fiction, fantasy, mystery, thriller, horror, romance, comedy, drama, action, adventure, satire, "
        "crime, detective, biography, autobiography, memoir, history, romantic comedy, comedy drama, historical fiction, "
        "fighting, platform, shooter, puzzle, racing, strategy, simulation, beat em up, magazine, newspaper, painting, sculpture, "
        "adult contemporary, top 40, oldies, talk, news talk, sports, public radio, christian, religious, spanish, variety, easy listening, "
        "classic hits, classic rock, classic country, contemporary hit radio, urban contemporary, classical music, country music, chr",
    ),
    "gender": Class(
        ("gender", "sex"),
        "boys, girls, co ed, coed=co ed, coeducational=co ed, co educational=co ed, mixed, male, female, all boys, all girls, men, women",
    ),
    "religion": Class(
        ("religion", "denomination", "faith"),
        "christian, catholic, roman catholic, protestant, lutheran, anglican, episcopal, methodist, baptist, presbyterian, reformed, "
        "congregational, orthodox, greek orthodox, russian orthodox, quaker, mennonite, pentecostal, adventist, mormon, unitarian, muslim, "
        "islam=muslim, sunni, shia, jewish, judaism=jewish, hindu, hinduism=hindu, buddhist, buddhism=buddhist, sikh, jain, shinto, taoist, "
        "atheist, zoroastrian",
    ),
    "instrument": Class(
        ("instrument",),
        "piano, pianist=piano, organ, organist=organ, keyboards, synthesizer, accordion, guitar, guitarist=guitar, bass guitar, bass, "
        "bassist=bass, double bass, violin, violinist=violin, viola, cello, cellist=cello, harp, banjo, mandolin, ukulele, sitar, lute, flute, "
        "clarinet, oboe, bassoon, saxophone, tenor saxophone, alto saxophone, saxophonist=saxophone, trumpet, trumpeter=trumpet, trombone, "
        "trombonist=trombone, french horn, tuba, drums, drummer=drums, percussion, vibraphone, tabla, harmonica, bagpipes",
    ),
    "network": Class(
        ("network", "channel"),
        "abc, nbc, cbs, fox, the cw, pbs, mynetworktv, univision, telemundo, espn, cnn, hbo, showtime, mtv, nickelodeon, disney channel, "
        "cartoon network, bbc, bbc one, bbc two, itv, channel 4, channel 5, sky, rte, cbc, ctv, global, seven network, nine network, network ten, "
        "sbs, kbs, mbc, tvb, nhk, fuji tv, gma network, abs cbn, tv5, star plus, sony, zee tv, npr",
    ),
    "rank": Class(
        ("rank", "ranks"),
        "general, lieutenant general, major general, brigadier general, brigadier, colonel, lieutenant colonel, major, captain, lieutenant, "
        "first lieutenant, second lieutenant, sergeant, corporal, private, field marshal, marshal, admiral, vice admiral, rear admiral, "
        "commodore, commander, lieutenant commander, ensign, midshipman, air marshal, air commodore, group captain, wing commander, "
        "squadron leader, generalmajor, generalleutnant, generaloberst, oberst, brigadefuhrer, gruppenfuhrer, obergruppenfuhrer",
    ),
}


@lru_cache(maxsize=16)
def members_of(name: str) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """The members of a class by the words of every name they have, as the words of the one they are known by."""
    found = {}
    for member in CLASSES[name].members.split(","):
        alias, _, known = member.partition("=")
        found[_forms(alias)] = _forms(known or alias)
    return found


def _forms(name: str) -> tuple[str, ...]:
    return tuple(singular(word.form) for word in fold(name).words)


def singular(form: str) -> str:
    """A word without a plural s."""
    return form[:-1] if form.endswith("s") and not form.endswith("ss") and len(form) > 4 else form
