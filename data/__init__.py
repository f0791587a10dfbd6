"""The facts of an office: from the files staff have, through review, to the signed edition a lobby shows."""
