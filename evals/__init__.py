"""Measurements that guard the quality of the coach."""
