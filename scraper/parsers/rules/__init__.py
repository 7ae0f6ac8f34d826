"""Tables only: words, patterns and names that parsers look up, each with its source."""
