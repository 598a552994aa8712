"""A claim's slots, each filled by a choice among candidates of the whole article, or left open."""
