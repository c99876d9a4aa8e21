"""What is raised when a table of claims cannot be used."""


class InputError(Exception):
    """A table cannot be read; the message names the file, what is wrong and how to mend it, one problem a line."""
