"""OpenStreetMap with Simple Indoor Tagging: rooms as areas, doors as nodes on their walls, levels as lists."""
