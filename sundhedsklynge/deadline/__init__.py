"""Risk of passing the 7-day deadline: arrivals by day, an earliest-deadline-first queue, recommended slots. Arrays in,
arrays out.
"""
