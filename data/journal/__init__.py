"""What happened in the lobby, appended line by line."""
