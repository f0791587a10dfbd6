"""Staff's own files, read into records with every problem named by its place."""
