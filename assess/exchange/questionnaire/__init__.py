"""Forms as workbooks, and tables of many cases."""
