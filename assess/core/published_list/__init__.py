"""Published lists of labels: their rows, read and compared with the register."""
