"""Where a comparison is worked out: in this process, in several on this machine, or on the machines of a cluster."""
