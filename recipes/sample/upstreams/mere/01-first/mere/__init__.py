"""Keeps the levels of a lake."""
