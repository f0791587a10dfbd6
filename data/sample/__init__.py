"""An invented finance department (示例) in the very files its staff would use, to show and to try the whole line on."""

from data.sample.files import redated, sample_files

__all__ = ["redated", "sample_files"]
