"""Closed classes a question may ask a member of: sports, languages, parties, professions.

This module alone lists them, and is long for that. A member is one or more words; `=` gives another name the member it stands for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from compare.counting.nouns import singular
from compare.fold import fold


@dataclass(frozen=True)
class Class:
    """A class: the words that ask for it, and its members, parted by commas."""

    asked: tuple[str, ...]
    members: str


CLASSES: Mapping[str, Class] = {
    "sport": Class(
        ("sport", "sports", "discipline"),
        "football, american football, australian rules football, canadian football, gaelic football, association football, soccer, "
        "footballer=football, rugby, rugby league, rugby union, basketball, netball, handball, volleyball, beach volleyball, baseball, "
        "softball, cricket, cricketer=cricket, hockey, ice hockey, field hockey, bandy, floorball, lacrosse, hurling, camogie, shinty, polo, "
        "water polo, tennis, table tennis, badminton, squash, golf, golfer=golf, athletics, track and field, sprinting, "
        "middle distance running, long distance running, marathon, hurdles, high jump, long jump, triple jump, pole vault, shot put, discus, "
        "javelin, decathlon, heptathlon, pentathlon, triathlon, biathlon, boxing, boxer=boxing, kickboxing, mixed martial arts, wrestling, "
        "wrestler=wrestling, sumo, judo, karate, taekwondo, fencing, archery, shooting, weightlifting, powerlifting, bodybuilding, "
        "bodybuilder=bodybuilding, gymnastics, artistic gymnastics, rhythmic gymnastics, trampolining, swimming, swimmer=swimming, "
        "synchronized swimming, diving, diver=diving, rowing, rower=rowing, canoeing, kayaking, sailing, surfing, surfer=surfing, skiing, "
        "alpine skiing, cross country skiing, freestyle skiing, ski jumping, nordic combined, snowboarding, luge, bobsleigh, skeleton, "
        "curling, figure skating, speed skating, short track, cycling, cyclist=cycling, motorsport, motocross, auto racing, "
        "stock car racing, motorcycle racing, formula one, rallying, speedway, horse racing, equestrian, dressage, show jumping, darts, "
        "snooker, billiards, pool, bowling, bowls, lawn bowls, croquet, chess, skateboarding, climbing, mountaineering",
    ),
    "profession": Class(
        ("profession", "occupation", "job"),
        "accountant, academic, activist, actor, actress, admiral, ambassador, animator, announcer, anthropologist, archaeologist, architect, "
        "artist, astronaut, astronomer, athlete, attorney, author, aviator, baker, banker, barrister, biologist, bishop, blacksmith, "
        "botanist, brewer, broadcaster, businessman, businesswoman, cardinal, carpenter, cartoonist, chef, chemist, choreographer, "
        "cinematographer, civil servant, clergyman, coach, comedian, composer, computer scientist, conductor, cook, critic, dancer, dentist, "
        "designer, detective, diplomat, director, doctor, drummer, economist, editor, educator, engineer, engraver, entrepreneur, executive, "
        "explorer, farmer, fashion designer, film director, film producer, game designer, general, geographer, geologist, guitarist, "
        "historian, illustrator, inventor, investor, journalist, judge, jurist, lawyer, librarian, linguist, magician, magistrate, manager, "
        "mathematician, merchant, missionary, model, monk, musician, naval officer, novelist, nurse, officer, army officer, opera singer, "
        "painter, pastor, pharmacist, philosopher, photographer, physician, physicist, pianist, pilot, planter, playwright, poet, "
        "police officer, politician, presenter, television presenter, priest, printer, producer, professor, programmer, psychiatrist, "
        "psychologist, publisher, rabbi, radio host, rapper, record producer, referee, saxophonist, scholar, scientist, screenwriter, "
        "sculptor, singer, singer songwriter, sociologist, soldier, solicitor, songwriter, surgeon, teacher, theologian, trade unionist, "
        "translator, trumpeter, umpire, veterinarian, violinist, writer, zoologist, "
        "footballer, soccer player, football player, basketball player, baseball player, hockey player, ice hockey player, rugby player, "
        "tennis player, badminton player, volleyball player, chess player, cricketer, golfer, boxer, wrestler, swimmer, cyclist, "
        "runner, sprinter, gymnast, rower, skier, racing driver, jockey",
    ),
    "party": Class(
        ("party",),
        "republican, republicans=republican, democratic, democrat=democratic, democrats=democratic, conservative, tory, liberal, labour, "
        "labor, liberal democrat, green, independent, libertarian, socialist, communist, social democratic, christian democratic, "
        "progressive, progressive conservative, new democratic, national, nationalist, unionist, whig, federalist, populist, centre, center, "
        "moderate, radical, agrarian, workers, people's, reform, justice, constitution, union, sinn fein, fianna fail, fine gael, "
        "scottish national, plaid cymru, bharatiya janata, indian national congress",
    ),
    "position": Class(
        ("position",),
        "goalkeeper, sweeper, defender, centre back, center back, full back, fullback, left back, right back, wing back, midfielder, "
        "defensive midfielder, central midfielder, attacking midfielder, winger, forward, centre forward, striker, "
        "quarterback, running back, halfback, tailback, wide receiver, tight end, offensive lineman, offensive tackle, center, centre, guard, "
        "tackle, defensive end, defensive tackle, nose tackle, linebacker, defensive back, cornerback, safety, kicker, placekicker, punter, "
        "long snapper, pitcher, catcher, first baseman, second baseman, third baseman, shortstop, infielder, outfielder, left fielder, "
        "center fielder, right fielder, designated hitter, point guard, shooting guard, small forward, power forward, goaltender, defenceman, "
        "defenseman, left wing, right wing, prop, hooker, lock, flanker, number eight, scrum half, fly half, inside half, five eighth, "
        "setter, libero, batsman, bowler, wicket keeper, all rounder",
    ),
    "language": Class(
        ("language", "languages"),
        "afrikaans, albanian, amharic, arabic, armenian, assamese, azerbaijani, basque, bengali, bosnian, breton, bulgarian, burmese, "
        "cantonese, catalan, cebuano, chinese, croatian, czech, danish, dari, dutch, english, esperanto, estonian, farsi, filipino, finnish, "
        "french, galician, georgian, german, greek, gujarati, hausa, hawaiian, hebrew, hindi, hungarian, icelandic, igbo, indonesian, irish, "
        "italian, japanese, javanese, kannada, kashmiri, kazakh, khmer, korean, kurdish, kyrgyz, lao, latin, latvian, lithuanian, macedonian, "
        "malagasy, malay, malayalam, maltese, mandarin, maori, marathi, mongolian, nepali, norwegian, odia, pashto, persian, polish, "
        "portuguese, punjabi, quechua, romanian, russian, samoan, sanskrit, scottish gaelic, serbian, sindhi, sinhala, sinhalese, slovak, "
        "slovene, somali, spanish, swahili, swedish, tagalog, tajik, tamil, telugu, thai, tibetan, turkish, turkmen, ukrainian, urdu, uzbek, "
        "vietnamese, welsh, xhosa, yiddish, yoruba, zulu",
    ),
    "work": Class(
        ("genre", "medium", "format", "media"),
        "novel, novella, short story, poem, play, comic, comics, comic book, graphic novel, manga, biography, autobiography, memoir, opera, "
        "musical, ballet, song, single, album, studio album, live album, compilation album, soundtrack, film, short film, silent film, "
        "drama film, comedy film, action film, action comedy film, thriller film, horror film, science fiction film, romance film, war film, "
        "western, documentary, documentary film, period drama, anime, television, television series, tv series, miniseries, telenovela, "
        "soap opera, sitcom, web series, radio, radio drama, radio play, podcast, video game, visual novel, board game, card game, "
        "role playing game, magazine, newspaper, painting, sculpture, "
        "comedy, drama, comedy drama, romantic comedy, romance, action, adventure, crime, detective, mystery, thriller, horror, fantasy, "
        "science fiction, historical fiction, history, satire, "
        "rock, hard rock, indie rock, alternative rock, progressive rock, pop rock, pop, indie pop, punk, metal, heavy metal, death metal, "
        "hip hop, r b, soul, funk, disco, electronic, techno, house, jazz, blues, country, folk, gospel, reggae, classical, "
        "fighting, beat em up, shooter, platform, puzzle, racing, strategy, simulation",
    ),
    "gender": Class(
        ("gender", "sex"),
        "boys, girls, men, women, male, female, mixed, co educational, coeducational=co educational, coed=co educational, co ed=co educational",
    ),
    "religion": Class(
        ("religion", "denomination", "faith"),
        "christian, christianity=christian, catholic, roman catholic, orthodox, greek orthodox, russian orthodox, protestant, anglican, "
        "episcopal, lutheran, reformed, presbyterian, methodist, baptist, congregational, quaker, mennonite, pentecostal, adventist, mormon, "
        "unitarian, muslim, islam=muslim, sunni, shia, jewish, judaism=jewish, hindu, hinduism=hindu, buddhist, buddhism=buddhist, sikh, "
        "jain, shinto, taoist, zoroastrian, atheist",
    ),
    "instrument": Class(
        ("instrument",),
        "piano, pianist=piano, organ, organist=organ, harpsichord, keyboards, synthesizer, accordion, guitar, guitarist=guitar, bass guitar, "
        "bass, bassist=bass, double bass, violin, violinist=violin, viola, cello, cellist=cello, harp, banjo, mandolin, ukulele, lute, sitar, "
        "flute, clarinet, oboe, bassoon, saxophone, tenor saxophone, alto saxophone, saxophonist=saxophone, trumpet, trumpeter=trumpet, "
        "trombone, trombonist=trombone, french horn, tuba, drums, drummer=drums, percussion, tabla, harmonica, bagpipes",
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
