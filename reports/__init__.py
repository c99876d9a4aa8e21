"""Telling a reader: reports, the command line, and every output format."""
