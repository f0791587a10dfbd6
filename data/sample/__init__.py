"""A whole provincial finance department, invented where no source gave a fact, in the formats staff use."""
