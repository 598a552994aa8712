"""How right reading is: on corpora that lie outside the project, on the seeds, and on our own annotated articles."""
