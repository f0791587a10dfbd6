"""Four eyes: submissions, decisions, and what stands because of them."""
