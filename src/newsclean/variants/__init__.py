"""What `detect_script` and `convert` stand on: OpenCC's tables, read out of the installed package on first use."""
