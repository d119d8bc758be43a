"""What `decode` stands on: names of encodings, how likely a reading is, and reading past damage."""
