"""The store: one database, SQLite or PostgreSQL, behind functions that take data and return data. SQLAlchemy stays
in here.
"""
