"""Flow charts as pictures or PDF: checked, and made into pages that a kiosk can show without further ado."""
