"""The proper names of the field, vowelled by hand: their letters never leave the model a choice, their case does."""
