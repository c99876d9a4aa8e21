"""The limits of reading in one place: how large a file may be, and what a parser may take for it."""

MAX_BYTES = 50_000_000
"""bytes of a file"""
MAX_TEXT = 20_000_000
"""characters read of a file"""
MAX_LINE = 1_000_000
"""characters of a line of plain text"""
MAX_PAGES = 5_000
"""pages of a PDF"""
MAX_MEMORY = 500_000_000
"""bytes of memory for a file that a parser of PDF or office files reads (where the platform can limit it)"""
MAX_SECONDS = 20
"""seconds for such a file"""
MAX_MEMBERS = 10_000
"""parts of an office file"""
MAX_UNPACKED = 300_000_000
"""bytes an office file unpacks to"""
MAX_XML = 60_000_000
"""bytes of XML an office file unpacks to"""
MAX_ROWS = 50_000
"""rows of the tables of a csv, tsv, xlsx or ods file"""
MAX_CELLS = 200_000
"""cells with words in such a file"""
MAX_CELL = 100_000
"""characters in a cell"""
MAX_GRID = 10_000_000
"""cells that a sheet spans, empty ones counted: the library holds them all in memory"""
