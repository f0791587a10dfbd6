"""The lobby screen: pages that a visitor touches, shown from the edition that is current."""
