"""What a reader of sources raises when a file cannot be used."""


class InputError(Exception):
    """A source or its registry cannot be read; the message names the file, what is wrong and how to mend it."""
