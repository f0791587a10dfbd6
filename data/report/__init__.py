"""The yearly report on open government: what the office counted by hand, from the facts as they happened."""
