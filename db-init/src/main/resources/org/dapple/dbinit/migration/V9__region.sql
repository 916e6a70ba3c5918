-- What ivoa.parse_region makes of an s_region: the text to give out, the shapes to search, or the problem that left
-- both empty. A circle and a polygon stand alone; whatever else goes into the arrays, with a circle around it all.

CREATE TYPE ivoa.region AS (
  text     text,
  circle   scircle,
  polygon  spoly,
  bound    scircle,
  circles  scircle[],
  polygons spoly[],
  boxes    sbox[],
  problem  text
);
