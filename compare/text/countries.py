"""Countries by their people and their capital: "American", "Washington" and "the U.S." may speak of one country.

A capital that stands for its government is taken for the country only where a check compares words, never in a search.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from compare.fold import fold

TABLE = """\
Afghanistan: Afghan, Afghans; Kabul
Armenia: Armenian, Armenians; Yerevan
Australia: Australian, Australians; Canberra
Austria: Austrian, Austrians; Vienna
Azerbaijan: Azerbaijani, Azerbaijanis, Azeri, Azeris; Baku
Belarus: Belarusian, Belarusians; Minsk
Belgium: Belgian, Belgians
Brazil: Brazilian, Brazilians; Brasilia
Bulgaria: Bulgarian, Bulgarians; Sofia
Canada: Canadian, Canadians; Ottawa
China: Chinese; Beijing
Croatia: Croatian, Croatians; Zagreb
Cuba: Cuban, Cubans; Havana
Czechia: Czech, Czechs; Prague
Denmark: Danish, Danes; Copenhagen
Egypt: Egyptian, Egyptians; Cairo
Estonia: Estonian, Estonians; Tallinn
Finland: Finnish, Finns; Helsinki
France: French; Paris
Georgia: Georgian, Georgians; Tbilisi
Germany: German, Germans; Berlin
Greece: Greek, Greeks; Athens
Hungary: Hungarian, Hungarians; Budapest
India: Indian, Indians; Delhi
Indonesia: Indonesian, Indonesians; Jakarta
Iran: Iranian, Iranians; Tehran
Iraq: Iraqi, Iraqis; Baghdad
Ireland: Irish; Dublin
Israel: Israeli, Israelis; Jerusalem
Italy: Italian, Italians; Rome
Japan: Japanese; Tokyo
Kazakhstan: Kazakh, Kazakhs, Kazakhstani; Astana
Kyrgyzstan: Kyrgyz; Bishkek
Latvia: Latvian, Latvians; Riga
Lithuania: Lithuanian, Lithuanians; Vilnius
Mexico: Mexican, Mexicans
Moldova: Moldovan, Moldovans; Chisinau
Netherlands: Dutch; Hague
Norway: Norwegian, Norwegians; Oslo
Pakistan: Pakistani, Pakistanis; Islamabad
Poland: Polish, Poles; Warsaw
Portugal: Portuguese; Lisbon
Romania: Romanian, Romanians; Bucharest
Russia: Russian, Russians; Moscow, Kremlin
Serbia: Serbian, Serbs; Belgrade
Spain: Spanish, Spaniards; Madrid
Sweden: Swedish, Swedes; Stockholm
Switzerland: Swiss; Bern
Syria: Syrian, Syrians; Damascus
Tajikistan: Tajik, Tajiks; Dushanbe
Türkiye: Turkish, Turks; Ankara
Turkmenistan: Turkmen, Turkmens; Ashgabat
UK: British, Britain, Britons; London
Ukraine: Ukrainian, Ukrainians; Kyiv
USA: American, Americans, America; Washington
Uzbekistan: Uzbek, Uzbeks; Tashkent
Vietnam: Vietnamese; Hanoi
"""


@lru_cache(maxsize=1)
def peoples() -> Mapping[str, str]:
    """The stem of the country for the stem of each name of its people."""
    return _read(1)


@lru_cache(maxsize=1)
def capitals() -> Mapping[str, str]:
    """The stem of the country for the stem of its capital."""
    return _read(2)


def _read(column: int) -> Mapping[str, str]:
    rows = [re.split("[:;]", line) for line in TABLE.splitlines()]
    return {
        word.stem: fold(row[0]).words[0].stem for row in rows if len(row) > column for word in fold(row[column]).words
    }
