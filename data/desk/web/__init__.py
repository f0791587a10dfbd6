"""The staff's web pages: what stands, what waits, what is shown. Pages need no script and nothing from outside."""
