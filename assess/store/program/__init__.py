"""What concerns all of the store: erasing."""
