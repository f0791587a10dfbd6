"""Word documents as the paragraphs and tables that a reader sees: numbers in place, deletions gone."""
