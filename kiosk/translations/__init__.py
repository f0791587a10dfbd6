"""The interface's other languages, as Qt's translation tools make them: `make translations` renews them."""
