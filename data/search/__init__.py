"""Finding by what a visitor types: Hanzi, pinyin, initials, numbers."""
