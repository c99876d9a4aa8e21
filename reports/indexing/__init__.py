"""An index of a folder of sources, kept between runs: how it is made, kept up to date, and used by every command."""
