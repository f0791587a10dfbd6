"""LED message signs: pages of dots from a rotation, sent over a wire to signs of several makes."""
