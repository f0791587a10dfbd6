"""The way from one place in a building to another: where one can walk, a graph of it, and the words for a route."""
