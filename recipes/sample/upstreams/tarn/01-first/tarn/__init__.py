"""Watches the level of a tarn."""
