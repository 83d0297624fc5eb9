"""What listeners get beside the sound, one file per thing; all from the timeline."""
