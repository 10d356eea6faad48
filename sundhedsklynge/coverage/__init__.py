"""What is followed over time: openness of hospitals now, the quarterly indicators later. Arrays in, tables out."""
