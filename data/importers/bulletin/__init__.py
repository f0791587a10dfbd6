"""The daily bulletin out of a document, a text or a table, and the rule that it should keep."""
