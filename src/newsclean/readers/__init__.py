"""Readers: text in, a `Page` of blocks out.  One file a kind of source."""
