"""Pages that need their scripts: told by their structure, rendered by a system's Chromium.

The browser has no network of its own. What a page asks for is fetched by the crawler's fetcher,
with its guard, pace, robots rules and limits; everything else ends at a closed door.
"""
