"""The real dashboard in a real browser, over every page, size and kind of store."""
