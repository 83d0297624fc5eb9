"""Speech becomes finished, encoded takes, and takes become one MP3 stream."""
