"""The building: drawings become floors, floors become routes, and a report tells staff what is missing."""
