"""OpenITI mARkdown, the format of the Open Islamicate Texts Initiative: one line one thing, told by how it begins."""
