"""An edition: everything a lobby shows, as a signed set of files built from approved content only."""
