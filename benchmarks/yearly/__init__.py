"""A simulated year: a site that lives, and the judge of what a crawler made of it."""
