"""Questionnaires and tables: forms that go out and come back, and tables of many cases."""
