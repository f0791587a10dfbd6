"""The staff's store: typed rows, migrations, and the one way a change is written."""
