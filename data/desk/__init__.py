"""The staff program: commands and a web page to load, review and publish."""
