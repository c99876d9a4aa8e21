"""The names of units and currencies in English prose, and the one name each goes by here.

This module alone knows the names; they are read in `counting.unit_phrases` and compared in `values.units`. Canonical names are
pint's (`kilometer`, `oil_bbl`), ISO 4217 codes for currencies, and a few of our own where pint has none: `percentage_point`,
`basis_point`, `cent`, `penny`, `boe` (barrel of oil equivalent).

Choices: a "ton" without more is a metric ton, since news prose writes "tons" and "tonnes" of the same thing; "pounds" are a
weight, and sterling only where the number runs into millions (see `compare.values.counting.terms`); "mcm" is a million cubic metres; a bare
dollar is a US dollar, but a franc, a krone or a peso keeps its name; a decade is ten years and a century a hundred, so that
"three decades" and "30 years" meet.
"""

from typing import NamedTuple


class Unit(NamedTuple):
    """What a name stands for: `factor` times the canonical unit `name` of `dimension`."""

    name: str
    factor: float
    dimension: str


# dimension: canonical[*factor] = names, "+" for a plural in -s
_NAMES = """
time: second = second+, sec+ | minute = minute+, min, mins | hour = hour+, hr+ | day = day+ | week = week+, wk+
    | day*14 = fortnight+ | month = month+ | year = year+, yr+, yo | year*10 = decade+ | year*100 = century, centuries
    | year*1000 = millennium, millennia, millenniums, kyr | year*1e6 = myr
length: mile = mile+, mi | foot = foot, feet, ft | inch = inch, inches | yard = yard+, yd+ | light_year = light year+
    | nautical_mile = nautical mile+, nmi | kilometer = kms, klick+ | parsec = parsec+ | astronomical_unit = astronomical unit+
area: hectare = hectare+, ha | acre = acre+
volume: gallon = gallon+, gal | pint = pint+ | quart = quart+ | bushel = bushel+ | fluid_ounce = fluid ounce+, fl oz
    | oil_bbl = barrel+, bbl+, barrels of oil, barrels of crude, barrels of crude oil | oil_bbl*1e6 = mmbbl+
    | cubic_meter*1e9 = bcm | cubic_meter*1e6 = mcm, mmcm | cubic_meter*1e12 = tcm
    | cubic_foot*1e9 = bcf | cubic_foot*1e6 = mmcf | cubic_foot*1e12 = tcf | acre_foot = acre foot, acre feet
mass: metric_ton = ton+, tonne+, metric ton+, metric tonne+ | ton = short ton+ | long_ton = long ton+ | kilogram = kilo+, kgs
    | metric_ton*1e6 = megaton+, megatonne+ | ounce = ounce+, oz | pound = pound+, lb+
    | troy_ounce = troy ounce+ | carat = carat+
energy: calorie = calorie+ | kilocalorie = kcal, kilocalorie+ | british_thermal_unit = btu+ | electron_volt = electronvolt+
    | british_thermal_unit*1e6 = mmbtu
    | tonne_of_oil_equivalent = toe, tonnes of oil equivalent
oil equivalent: boe = boe, barrels of oil equivalent
power: horsepower = horsepower, hp
pressure: bar = bar | psi = psi | standard_atmosphere = atm | millimeter_Hg = mmhg
temperature: degree_Celsius = celsius, centigrade, degree+ celsius, degree+ centigrade, degree+ c, deg celsius, deg c, °c, ° c
    | degree_Fahrenheit = fahrenheit, degree+ fahrenheit, degree+ f, deg fahrenheit, deg f, °f, ° f | kelvin = kelvin+
angle: degree = degree+, °, deg | arcminute = arcminute+ | arcsecond = arcsecond+
speed: kilometer/hour = kmh, kph, kmph, km/h | mile/hour = mph | nautical_mile/hour = knot+ | meter/second = m/s
frequency: revolution/minute = rpm
sound: decibel = decibel+, db
electricity: ampere = amp+ | ohm = ohm+ | milliampere_hour = mah
rate: oil_bbl/day = bpd | oil_bbl/day*1e6 = mbpd, mb/d | metric_ton/day = tpd | metric_ton/year = tpa
    | metric_ton/year*1e6 = mtpa | cubic_meter/year*1e9 = bcma
    | kilobit/second = kbps | megabit/second = mbps | gigabit/second = gbps
times: fold = fold
share: percent = %, percent+, per cent, pct, percentage | percentage_point = percentage point+, pct point+, percent points
    | basis_point = basis point+
currency: USD = dollar+, us dollar+, american dollar+, united states dollar+, buck+, usd, us $, us$, $
    | EUR = euro+, eur, € | GBP = pound+ sterling, british pound+, uk pound+, sterling, gbp, quid, £
    | JPY = yen, japanese yen, jpy, ¥ | CNY = yuan, chinese yuan, renminbi, rmb, cny, yuan renminbi, 元
    | RUB = ruble+, rouble+, russian ruble+, russian rouble+, rub, ₽ | AZN = manat+, azerbaijani manat+, azeri manat+, azn, ₼
    | TMT = turkmen manat+ | AMD = dram+, armenian dram+, amd, ֏ | GEL = lari, georgian lari, gel, ₾
    | TRY = lira+, turkish lira+, try, ₺ | KZT = tenge, kazakh tenge, kzt, ₸ | UAH = hryvnia+, ukrainian hryvnia+, uah, ₴
    | INR = rupee+, indian rupee+, inr, ₹ | PKR = pakistani rupee+, pkr | LKR = sri lankan rupee+, lkr | IRR = iranian rial+, irr
    | SAR = saudi riyal+, sar | QAR = qatari riyal+, qar | AED = dirham+, uae dirham+, aed
    | ILS = shekel+, israeli shekel+, ils, ₪
    | CHF = swiss franc+, chf | AUD = australian dollar+, aud | CAD = canadian dollar+, cad | NZD = new zealand dollar+, nzd
    | HKD = hong kong dollar+, hkd | SGD = singapore dollar+, sgd | TWD = taiwan dollar+, new taiwan dollar+, twd
    | KRW = won, korean won, south korean won, krw, ₩ | BRL = reais, brazilian real, brl | MXN = mexican peso+, mxn
    | SEK = swedish krona, swedish kronor, sek
    | NOK = norwegian krone, norwegian kroner, nok | DKK = danish krone, danish kroner, dkk
    | PLN = zloty+, polish zloty+, pln | CZK = czech koruna+, czk | HUF = forint+, huf | ZAR = rand, south african rand, zar
    | EGP = egyptian pound+, egp | KWD = kuwaiti dinar+, kwd | UZS = uzbek som+, uzbek soum+, uzs
    | VND = vnd, ₫ | NGN = naira, ngn, ₦
    | THB = baht, thb, ฿ | PHP = philippine peso+, php, ₱ | CRC = costa rican colones, crc, ₡ | BTC = bitcoin+, btc, ₿
    | DEM = deutsche mark+, german mark+, deutschmark+ | FRF = french franc+
    | franc = franc+ | krona = krona, kronor | krone = krone, kroner | peso = peso+ | dinar = dinar+ | rial = rial+ | riyal = riyal+
    | cent = cent+, us cent+, euro cent+, ¢ | penny = pence, penny
"""
_PREFIXES = ("kilo", "mega", "giga", "tera", "peta", "centi", "milli", "micro", "nano", "pico")
# dimension: base, spellings, symbols of its multiples; symbols are lower-case, as the folded text is
_BASES = """
length: meter metre: kilo km, centi cm, milli mm, micro µm, nano nm
mass: gram gramme: kilo kg, milli mg, micro µg
volume: liter litre: milli ml, centi cl
energy: watt_hour: kilo kwh, mega mwh, giga gwh, tera twh
power: watt: kilo kw, mega mw, giga gw, tera tw
energy: joule: kilo kj, mega mj, giga gj
data: byte: kilo kb, mega mb, giga gb, tera tb, peta pb
data: bit: kilo kbit, mega mbit, giga gbit
frequency: hertz: kilo khz, mega mhz, giga ghz, _ hz
electricity: volt: kilo kv, milli mv
pressure: pascal: kilo kpa, mega mpa, giga gpa
time: second: milli ms
"""
_POWERED = frozenset({"meter", "kilometer", "centimeter", "millimeter", "mile", "foot", "inch", "yard"})
_POWERS = (
    ("square", "area", ("square", "sq", "squared"), ("2", "²", "^2")),
    ("cubic", "volume", ("cubic", "cu", "cubed"), ("3", "³", "^3")),
)
# symbols of one letter, which only count where their case and place say so (see compare.values.counting.unit_phrases)
LETTERS = {
    "m": Unit("meter", 1, "length"),
    "g": Unit("gram", 1, "mass"),
    "t": Unit("metric_ton", 1, "mass"),
    "l": Unit("liter", 1, "volume"),
    "L": Unit("liter", 1, "volume"),
    "C": Unit("degree_Celsius", 1, "temperature"),
    "F": Unit("degree_Fahrenheit", 1, "temperature"),
    "W": Unit("watt", 1, "power"),
    "V": Unit("volt", 1, "electricity"),
}
# common words before they are currencies: read as one only in capitals or behind a number of at least a thousand
_WORDS_FIRST = frozenset({"try", "sar", "gel", "rub", "won"})
MINOR = {
    "cent": frozenset({"USD", "EUR", "AUD", "CAD", "NZD", "HKD", "SGD", "ZAR"}),
    "penny": frozenset({"GBP"}),
    "basis_point": frozenset({"percentage_point"}),
}
"""What a unit may be a hundredth of."""


def _forms(written: str) -> list[str]:
    """The names in a comma-separated list; "+" stands for a name with and without -s ("light year+", "degree+ celsius")."""
    names = [name.strip() for name in written.split(",")]
    return [name.replace("+", ending) for name in names for ending in (("", "s") if "+" in name else ("",))]


def _listed() -> dict[str, Unit]:
    units = {}
    for line in _NAMES.strip().replace("\n    |", " |").splitlines():
        dimension, _, rest = line.partition(": ")
        for entry in rest.split(" | "):
            name, _, written = entry.partition(" = ")
            canonical, _, factor = name.strip().partition("*")
            units.update(dict.fromkeys(_forms(written), Unit(canonical, float(factor or 1), dimension)))
    return units


def _metric() -> dict[str, Unit]:
    units = {}
    for line in _BASES.strip().splitlines():
        dimension, spellings, symbols = line.split(": ")
        base, *others = spellings.split()
        for prefix in ("", *_PREFIXES):
            unit = Unit(prefix + base, 1, dimension)
            for spelling in (base, *others):
                spoken = prefix + spelling.replace("_", " ")
                units.update({spoken: unit, spoken + "s": unit})
        for prefix, symbol in (pair.split() for pair in symbols.split(", ")):
            units[symbol] = Unit(prefix.strip("_") + base, 1, dimension)
    return units


def _powers(lengths: dict[str, Unit]) -> dict[str, Unit]:
    """Areas and volumes of the names of lengths: "square kilometres", "sq km", "km squared", "km2", "km^2", "km²"."""
    units = {}
    for name, unit in lengths.items():
        for power, dimension, words, marks in _POWERS:
            if unit.name in _POWERED:
                forms = (
                    [f"{word} {name}" for word in words[:-1]]
                    + [f"{name} {words[-1]}"]
                    + [name + mark for mark in marks]
                )
                units.update(dict.fromkeys(forms, Unit(f"{power}_{unit.name}", 1, dimension)))
    return units


def _all_units() -> dict[str, Unit]:
    units = _metric() | _listed()
    lengths = {name: unit for name, unit in units.items() if unit.dimension == "length"} | {"m": LETTERS["m"]}
    return units | _powers(lengths) | _millions(units)


def _millions(units: dict[str, Unit]) -> dict[str, Unit]:
    """Millions of a currency by its code: "50 MUSD"."""
    codes = {name: unit for name, unit in units.items() if name.upper() == unit.name and unit.dimension == "currency"}
    return {f"m{name}": Unit(unit.name, 1e6, "currency") for name, unit in codes.items()}


UNITS = _all_units()
"""Every unit by each of its names: lower-case, without full stops, one space between words."""
CAPITALS_ONLY = _WORDS_FIRST | _millions(UNITS).keys()
"""Names that are read in capitals only (or, of words that are currencies too, behind a number of at least a thousand)."""
