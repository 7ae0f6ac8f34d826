"""Constructed pages: invented works in every style, on every shape of page, with their gold."""
