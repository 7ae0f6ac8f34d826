"""Training of the labeller of reference strings: gold alignment, invented strings, network."""
