"""The review desk: a local web page to read, check and correct what was extracted.

Beside the command line and above all else: ``corpus`` reads records where they are, ``index``
keeps a table and a full-text index of them in a file that can be thrown away, ``app`` answers
requests. Nothing here fetches, and what readers correct goes to ``scraper.corrections``.
"""
