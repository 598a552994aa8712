"""The page of a collection that is too large to be kept whole: it asks its tables (geo.store) for what is seen."""
