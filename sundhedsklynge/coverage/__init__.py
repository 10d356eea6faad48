"""What is followed over time: openness of hospitals, quarterly indicators and their charts, year on year. Data in, tables out."""
