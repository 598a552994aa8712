"""What a figure says happens: every number of people gets a frame; which are published is decided last."""
