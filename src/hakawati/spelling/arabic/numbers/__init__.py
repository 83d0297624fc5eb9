"""Numbers of an Arabic text: what stands in digits is said in words that agree with their neighbours."""
