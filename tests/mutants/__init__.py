"""Breaks the rights on purpose, one place at a time: does a test see it?"""
