"""Field parsers: one module a field, pure functions from ``Page`` to a value with evidence."""
