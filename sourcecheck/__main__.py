"""`python -m sourcecheck`."""

from sourcecheck.start import main

main()
