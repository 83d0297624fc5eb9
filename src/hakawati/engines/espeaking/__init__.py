"""Reading by espeak-ng: shared by the engines that speak through it, or have it spell sounds for their own voices."""
