"""Measurements of the dashboard and of the reading, each beside the usual way. Run: python -m benchmarks"""
