"""Finding anything in the lobby: keys are made once at publishing, looked up at every keystroke."""
