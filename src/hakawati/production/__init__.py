"""Plan, perform, link, publish: the way of a whole book."""
