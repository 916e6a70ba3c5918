-- Room in each page for the next state of a row: Rucio writes metadata key by key, and an update that finds room and changes
-- nothing that is indexed leaves the indexes alone, the costly ones on shapes among them. What is there already gets its
-- room as it is updated. This takes a lock that nobody who reads or writes is in the way of.
ALTER TABLE ivoa.obscore SET (fillfactor = 85);
