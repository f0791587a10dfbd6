"""The tables in which staff keep single records: starlette-admin over the store's rows, under the desk's own pages.

What is created, edited and deleted here goes through the one change function, as an import does. Pages need no script.
"""
