"""The building: from drawn plans to floors, doors and the ways between rooms."""
