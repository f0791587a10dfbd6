"""Workbooks of every make (.xlsx, .xls, .ods) as plain grids of values."""
