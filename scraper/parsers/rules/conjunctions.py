"""Words for "and" in the languages of the larger presses: they join the last two names of a list."""

CLEAR = (
    "and und et och og ja és ve və и та dan và oraz sowie samt και dhe eta agus و اور और এবং ও และ"
).split()
"""Those that stand only between names, never inside one."""

SOFT = "y e i en o ir un şi și і й".split()
"""Those that stand inside names, too ("Ortega y Gasset"), or mean something else elsewhere."""

AND_PATTERN = rf"(?:{'|'.join((*CLEAR, *SOFT, 'ed', '&'))})"
"""Either, where a name stands on both sides of it."""
