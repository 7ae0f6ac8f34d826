"""``make demo``: the bundled fixtures served as a family of sites on loopback, and crawled."""
