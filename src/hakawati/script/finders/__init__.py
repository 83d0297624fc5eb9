"""What tells a role, one finder to a file. A finder marks what is certain and leaves the rest to the editor."""
